import Derivations
import Diagnostics
import Notation
import Pages
import Testing

@testable import Site

/// What a reader can work with in a figure.
@Suite struct WorkingFigureTests {
  private func html(_ block: String) throws -> String {
    let page = try Page(path: "content/a.md", bytes: Array("```derive\n\(block)\n```\n".utf8))
    let site = SitePage(source: "a.md", page: page, result: PageChecker.check(page))
    let built = try SiteBuilder(Configuration(), pages: [site], files: []).site()
    #expect(built.diagnostics == [])
    let file = try #require(built.files.first { $0.path == "a.html" })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  private static let block = """
    W : (k, n)
    x : (n, m)
    F = norm2(W'*W*x - x)^2
    network F
    deltas F
    gradient F wrt W
    example W = [1 2 3], x = [1; 0; -1/2]
    """

  @Test func layersLeadToTheirRows() throws {
    let html = try html(Self.block)
    for layer in 1...4 {
      #expect(html.contains(##"data-layer="\##(layer)" href="#layer.5.0.\##(layer)""##))
      #expect(html.contains(#"<tr data-layer="\#(layer)" id="layer.5.0.\#(layer)">"#))
    }
    #expect(html.contains("<msup data-layer=3><mi>δ</mi>"))
  }

  /// Of 2 (W′Wx − x) x′W′ the brackets are δ⁽³⁾ and the rest a⁽²⁾; the TeX that is copied knows no layers.
  @Test func whatDeltasHaveBecomeIsMarkedWithTheirLayer() throws {
    let html = try html(Self.block)
    let marked = html.split(separator: "<mrow data-layer=").dropFirst()
      .map { $0.drop { $0 == "\"" }.prefix(1) }
    #expect(marked.sorted() == ["1", "1", "2", "2", "2", "2", "3", "3", "3"])
    #expect(!html.contains("docgenlayer"))
  }

  @Test(arguments: [
    ("norm2(W'*W*x - x)^2", #"class="arc recalled""#, "with the input of layer 1"),
    ("norm2(W'*tanh(W*x) + x)^2", #"class="arc""#, "feeds layers 2 and 3"),
  ])
  func inputsThatAreTakenUpAgainHaveACurve(
    _ function: String, _ curve: String, _ words: String
  ) throws {
    let html = try html("W : (k, n)\nx : (n)\nF = \(function)\nnetwork F")
    #expect(html.ranges(of: curve).count == 1)
    #expect(html.contains(words))
  }

  @Test(arguments: [
    ("x'*C*x", #"\nabla_{x} \left( x^T C x \right)"#), ("tr(C)*norm1(x)", #"\nabla_{x} \left("#),
    ("norm1(C*x)", #"\nabla_{x} \lVert C x"#),
  ])
  func productsStandInBracketsBehindTheSignOfAGradient(_ function: String, _ tex: String) throws {
    #expect(try html("C : (n, n)\nx : (n)\ngradient \(function) wrt x").contains(tex))
  }

  @Test func tiedWeightsHaveOneColour() throws {
    #expect(try html(Self.block).ranges(of: #"<td class="tie-0">"#).count == 2)
  }

  /// Signs and scales are of no account, and what is multiplied from the right has a label too.
  @Test(arguments: [
    ("norm2(V*tanh(U*a) - V*tanh(U*b))^2", "−V", 2), ("norm2(2*V*tanh(U*a) + V*tanh(a))^2", "V", 2),
    ("norm2(softmax(U*a, 1)*a'*V)^2", "· aᵀ V", 0),
  ])
  func linesSayWhatTheyMultiplyBy(function: String, label: String, coloured: Int) throws {
    let html = try html("U, V : (n, n)\na, b : (n)\nF = \(function)\nnetwork F")
    #expect(html.contains(">\(label)</text></g>"))
    let ties = html.matches(of: #/<g class="label (tie-\d)"[^>]*><rect[^>]*/><text y="5">[−2 ]*V</#)
    #expect(ties.count == coloured && Set(ties.map(\.1)).count <= 1)
  }

  private static let recurrent = """
    U : (h, h)
    P : (h, n)
    x1, x2, x3 : (n)
    s1 = tanh(P*x1)
    s2 = tanh(U*s1 + P*x2)
    F = norm2(tanh(U*s2 + P*x3))^2
    """

  @Test func tiedWeightsOfAGraphAreColouredInTheRowsTheyFeed() throws {
    let html = try html(Self.recurrent + "\nnetwork F")
    let rows = html.split(separator: "<tr data-layer=\"").dropFirst()
    let tied = rows.map { row in
      row.firstMatch(of: #/^(\d+)".*?<td class="tie-(\d)"/#).map { "\($0.1):\($0.2)" } ?? "none"
    }
    #expect(tied.prefix(7) == ["none", "2:0", "none", "none", "none", "none", "none"])
    let marked = rows.map { row in
      row.matches(of: #/<mrow class="?tie-(\d)"?><mi>(\w)</mi>/#).map { "\($0.2)\($0.1)" }
    }
    #expect(marked[3] == ["U1", "P0"] && marked[5] == ["U1", "P0"])
  }

  @Test func linesCarryTheirWeightsInTheColourOfTheTie() throws {
    let html = try html(Self.recurrent + "\nnetwork F")
    #expect(html.ranges(of: #" class="arc tie-1"/>"#).count == 2)
    #expect(html.ranges(of: #"<g class="label tie-1""#).count == 2)
  }

  /// Into the last layer both halves of the gate lead, and from the input a weight to each.
  @Test func everyBranchHasItsWeight() throws {
    let html = try html("A, B : (h, n)\nx : (n)\nF = sum(sigmoid(A*x) .* tanh(B*x))\nnetwork F")
    for weight in ["A", "B"] { #expect(html.contains(">\(weight)</text></g>")) }
  }

  @Test func arcsThatOverlapRunInLanesOfTheirOwn() throws {
    let shown = Shown(text: "x", tex: "x")
    let layers = (1...6).map { number in
      NetworkFigure.Layer(
        number: number, input: shown, shape: Shown(text: "(n)", tex: "(n)"), activation: shown,
        activationName: "",
        sources: Array(1..<number), feed: shown)
    }
    let layout = DiagramLayout(
      NetworkFigure(title: shown, layers: layers, objective: shown, isChain: false))
    func ends(_ arc: DiagramArc) -> (Double, Double) {
      (arc.left.x + arc.departure, arc.right.x + arc.arrival)
    }
    #expect(layout.arcs.count == 10)
    for (index, arc) in layout.arcs.enumerated() {
      for other in layout.arcs[..<index] where other.lane == arc.lane {
        #expect(ends(other).1 < ends(arc).0 || ends(arc).1 < ends(other).0)
      }
    }
    #expect(Set(layout.arcs.flatMap { [ends($0).0, ends($0).1] }).count == 20)
  }

  @Test func captionsStandInFigures() throws {
    let html = try html("x : (n)\nF = sum(log(x))\ngradient F wrt x\nsteps F wrt x")
    #expect(html.contains(#"<p class="where">Where "#))
    var open: [Substring] = []
    for match in html.matches(of: #/<(/?)(figure|figcaption|details)\b/#) {
      if match.2 == "figcaption", match.1.isEmpty { #expect(open.last == "figure") }
      if match.1.isEmpty { open.append(match.2) } else { #expect(open.popLast() == match.2) }
    }
    #expect(open.isEmpty)
  }

  @Test func deltasThatAreWideAreWrittenInLetters() throws {
    let html = try html(
      Self.recurrent + "\nC : (n, h)\nG = norm2(C*tanh(U*s2 + P*x3) - x1)^2\ndeltas G")
    let table = try #require(html.split(separator: "<figure class=\"deltas\"").last)
    for cell in table.split(separator: "<td") {
      #expect(cell.ranges(of: "<mi>tanh</mi>").count < 3)
    }
  }

  /// A column is in letters in every row or in none.
  @Test func columnsOfDeltasAreReadOneWay() throws {
    let html = try html(
      """
      z0 : (n)
      M1, M2, M3, M4 : (n, n)
      Q = sum(tanh(M4*tanh(M3*tanh(M2*tanh(M1*z0)))))
      deltas Q
      """)
    let table = try #require(html.split(separator: "<figure class=\"deltas\"").last)
    // The four derivatives f′(z), and nothing else.
    #expect(table.ranges(of: "<mi>tanh</mi>").count == 4)
  }

  @Test func numbersAreFoldedUp() throws {
    let html = try html(Self.block)
    #expect(html.ranges(of: #"<details class="numbers"><summary>numbers"#).count == 8)
  }

  @Test func allNumbersOfAFigureUnfoldAtOnce() throws {
    #expect(
      try html(Self.block).ranges(of: #"<label><input class="all" type="checkbox">"#).count == 2)
    let plain = try html("x : (n)\nF = norm2(x)^2\nnetwork F")
    #expect(!plain.contains(#"class="all""#))
  }

  @Test func programsAreFoldedUpInEveryLanguage() throws {
    let html = try html(Self.block)
    #expect(html.ranges(of: #"<details class="codes">"#).count == 2)
    #expect(html.contains("<p>NumPy, JAX, PyTorch</p>"))
    for target in CodeTarget.allCases.dropFirst(3) {
      #expect(html.contains("<p>\(target.title)</p>"))
    }
    #expect(html.contains("<b>return</b> 2 * (W @ t1 @ x.T) + 2 * (W @ x @ t1.T)"))
    #expect(html.contains(##"<i>// compile it with <a href="DocgenMatrix.swift">"##))
    #expect(html.contains(#"<i>"""W: (k, n), x: (n, m)"#))
  }

  @Test func plotIsADrawingWithALegend() throws {
    let html = try html("plot tanh")
    #expect(html.ranges(of: #"<path class="curve curve-"#).count == 2)
    #expect(html.contains(#"aria-label="tanh and its derivative""#))
    #expect(html.ranges(of: #"<span class="curve-name curve-"#).count == 2)
  }

  @Test(arguments: [
    ([0.0, 10], false, ["0", "2", "4", "6", "8", "10"]),
    ([-1, 1], false, ["−1.0", "−0.5", "0.0", "0.5", "1.0"]),
    ([0, 0.003], false, ["0.000", "0.001", "0.002", "0.003"]),
    ([1e-3, 1], true, ["10⁰", "10⁻¹", "10⁻²", "10⁻³"]),
    ([5, 5], false, ["5.0", "5.2", "5.4", "5.6", "5.8", "6.0"]),
  ])
  func axesCarryRoundNumbers(values: [Double], isLogarithmic: Bool, texts: [String]) {
    let axis = PlotAxis(values, isLogarithmic: isLogarithmic, padded: false)
    #expect(axis.ticks.map(\.text) == texts)
  }
}
