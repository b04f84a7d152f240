import Derivations
import Foundation
import Pages
import Testing

@testable import Site

/// What is marked when a layer is pointed at.
@Suite struct LayerMarkTests {
  private static let given = """
    A : (m, n)
    s : (n, N)
    x : (m, N)
    gamma : scalar > 0
    J = norm2(tanh(A*s) - x)^2 + gamma*norm2(A)^2
    K = norm2(tanh(A*s))^2
    E = norm2(tanh(A*s) - x)^2
    B : (k, m)
    R = norm2(B'*B*x - x)^2
    """

  /// The layers that are marked in what follows the layers of a function, ascending.
  private func marked(_ statements: String) throws -> [String] {
    try markup(statements).matches(of: #/<mrow data-layer="?([\d.,]+)/#).map { String($0.1) }
      .sorted()
  }

  private func markup(_ statements: String) throws -> String {
    let text = "```derive\n\(Self.given)\n```\n\n```derive\n\(statements)\n```\n"
    let page = try Page(path: "content/a.md", bytes: Array(text.utf8))
    let site = SitePage(source: "a.md", page: page, result: PageChecker.check(page))
    let built = try SiteBuilder(Configuration(), pages: [site], files: []).site()
    let file = try #require(built.files.first { $0.path == "a.html" })
    let html = String(decoding: file.bytes, as: UTF8.self)
    return try #require(html.components(separatedBy: "<figcaption>").last)
  }

  @Test(arguments: [
    // A claim as its author writes it: δ⁽²⁾ and a⁽¹⁾; then δ⁽¹⁾ with the slopes of layers 2 and 4 in it.
    (
      "network E\ngradient E wrt A = 2*((tanh(A*s) - x) .* (1 - tanh(A*s).^2))*s'", ["1", "2", "4"]
    ),
    (
      "network E\ngradient E wrt s = 2*A'*((tanh(A*s) - x) .* (1 - tanh(A*s).^2))", ["1", "2", "4"]
    ),
    // The number of δ⁽³⁾ and of the slope of layer 4 is theirs, also where it stands apart; so it is of δ⁽²⁾.
    (
      "network R\ngradient R wrt B = 2*B*(B'*B*x - x)*x' + 2*B*x*(B'*B*x - x)'",
      ["1", "2", "2", "3,4", "3,4", "4"]
    ),
    // Of several terms each part says of which.
    (
      "network J\ngradient J wrt A = 2*((tanh(A*s) - x) .* (1 - tanh(A*s).^2))*s' + 2*gamma*A",
      ["1.1", "1.2", "1.2", "2.1", "4.1"]
    ),
    // The layers that are shown are those of another function.
    ("network K\ngradient E wrt A = 2*((tanh(A*s) - x) .* (1 - tanh(A*s).^2))*s'", []),
  ])
  func claimsAreMarked(statements: String, layers: [String]) throws {
    #expect(try marked(statements) == layers)
  }

  /// Parts of display equations, as their author wrote them.
  @Test(arguments: [
    (
      #"\nabla_A E = 2 \left( (\tanh(A s) - x) \bullet (1 - \tanh^2(A s)) \right) s^T"#,
      ["1", "2", "4"]
    ),
    (#"\nabla_B R = 2 B (B^T B x - x) x^T + 2 B x (B^T B x - x)^T"#, []),
    (#"\begin{aligned} \nabla_B K &= 0 \end{aligned}"#, []),
  ])
  func displaysAreMarked(tex: String, layers: [String]) throws {
    let text =
      "```derive\n\(Self.given)\n```\n\n```derive\nnetwork E\n```\n\n$$\n\(tex)\n$$\n"
    let page = try Page(path: "content/a.md", bytes: Array(text.utf8))
    let site = SitePage(source: "a.md", page: page, result: PageChecker.check(page))
    let built = BuiltSite(
      try SiteBuilder(Configuration(), pages: [site], files: []).site())
    let html = try #require(
      try built.text("a.html").components(separatedBy: "class=\"formula\"").last)
    let found = html.matches(of: #/<mrow data-layer="?([\d.,]+)/#).map { String($0.1) }
    #expect(found.sorted() == layers)
    #expect(html.contains(tex.prefix(12).replacing("&", with: "&amp;")))
  }

  @Test(arguments: [
    ("a b c", 2..<3, #"a \docgenlayer{1}{b} c"#), ("a^b", 2..<3, nil), ("a b^2", 2..<3, nil),
    (#"\frac a b"#, 6..<7, nil), (#"a \cdot b"#, 8..<9, #"a \cdot \docgenlayer{1}{b}"#),
    ("{a b} c", 3..<7, nil), ("a & b", 0..<5, nil), (#"\left( a"#, 0..<8, nil), ("ab'", 1..<2, nil),
  ])
  func onlyWhatMayStandInBracesIsMarked(tex: String, range: Range<Int>, marked: String?) {
    #expect(MarkedTeX.text(tex, [range: "1"]) == marked)
  }

  /// Without a table the letters are defined beside the lines, or do without.
  @Test(arguments: [
    ("gradient E wrt A", []),
    ("A2 : (n, n)\nT = norm2(A2'*A2*s - s)^2\ngradient T wrt A2", ["a^{(1)}", #"\delta^{(3)}"#]),
  ])
  func lettersHaveAMeaning(statements: String, letters: [String]) throws {
    let page = try Page(
      path: "content/a.md", bytes: Array("```derive\n\(Self.given)\n\(statements)\n```\n".utf8))
    let figures = PageChecker.check(page).blocks.values.joined().compactMap { statement in
      if case .derivative(let figure) = statement.content { figure } else { nil }
    }
    let figure = try #require(figures.first)
    #expect(
      figure.steps.contains { $0.right.contains { $0.tex.contains("^{(") } } == !letters.isEmpty)
    for letter in letters {
      #expect(figure.definitions.contains { $0.tex.hasPrefix("\(letter) = ") })
    }
    let heads = figure.steps.map(\.left.tex)
    #expect(Set(heads).count == heads.count)
  }

  /// Sums by axis are printed in another order than they are written in, and rows of blocks mean nothing alone.
  @Test(arguments: [
    "U : (c, m)\nY : (c, N)\nL = -sum(Y.*logsoftmax(U*x))\nnetwork L\n"
      + "gradient L wrt U = -(Y - softmax(U*x) .* (ones(c, 1)*sum(Y, 1)))*x'",
    "V : (m, k)\nv : (n + k)\nL = norm2([A V]*v)^2\nnetwork L\n"
      + "gradient L wrt V = 2*[A, V]*v*v(n + 1:k + n)'",
    "Z : (n, n)\nL = tr(Z^(-2))\nnetwork L\ngradient L wrt Z",
    "Z : (n, m)\nL = norm2(s'*tanh(Z*x)*s')^2\nnetwork L\ngradient L wrt Z",
  ])
  func whatIsWrittenInAnotherOrderIsDrawn(statements: String) throws {
    let drawn = try markup(statements)
    #expect(drawn.contains("</math>") && !drawn.contains("class=\"diagnostic"))
  }

  @Test func numbersAreMarkedWithWhatTheyBelongTo() throws {
    #expect(try markup("network R\ngradient R wrt B").contains(#"<mrow data-layer=2><mn>2</mn>"#))
    let drawn = try markup(
      "network E\ngradient E wrt A = 2*((tanh(A*s) - x) .* (1 - tanh(A*s).^2))*s'")
    #expect(drawn.contains(#"<mrow data-layer=2><mn>2</mn>"#))
  }

  @Test func gradientsOfSeveralTermsAreMarked() throws {
    let layers = Set(try marked("network J\ngradient J wrt A"))
    #expect(layers.isSuperset(of: ["2.1", "1.2"]))
  }
}
