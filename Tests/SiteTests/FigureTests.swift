import Derivations
import Diagnostics
import Pages
import Proof
import Script
import Testing

@testable import Site

@Suite struct FigureTests {
  private func writer(_ claims: [CheckedClaim] = Sample.claims) throws -> FigureWriter {
    var result = PageResult(path: Sample.path)
    result.claims = claims
    let formulas = try FormulaWriter(ScriptHost(), macros: [:])
    return FigureWriter(
      formulas: PageFormulas(formulas, format: .mathml), result: result)
  }

  @Test func given() throws {
    let html = try writer().derive(Array(Sample.statements.prefix(3)), name: "ica")
    try expectGolden(html.markup, "given.html")
  }

  @Test func network() throws {
    try expectGolden(
      writer().network(Sample.network, at: Sample.at(10)).markup, "network.html")
  }

  @Test func deepNetworkIsElidedAndSaysSo() throws {
    let html = try writer().network(Sample.deep, at: Sample.at(10)).markup
    #expect(html.contains("20 more</text>"))
    #expect(html.contains("; 20 layers in the middle are not drawn</figcaption>"))
    #expect(html.contains("layer 5</tspan>") && html.contains("layer 26</tspan>"))
    #expect(!html.contains("layer 6</tspan>"))
    #expect(html.contains(#"<tr data-layer="15""#))
  }

  @Test func deltas() throws {
    try expectGolden(writer().deltas(Sample.deltas, at: Sample.at(11)).markup, "deltas.html")
  }

  @Test func derivative() throws {
    try expectGolden(
      writer().derivative(Sample.derivative, at: Sample.at(12)).markup, "derivative.html")
  }

  @Test(arguments: Sample.claims.indices)
  func claim(_ index: Int) throws {
    let mark = Mark(Sample.claims[index])
    let statement = Shown(text: "x", tex: "x")
    try expectGolden(writer().claim(index, statement).markup, "claim-\(mark).html")
  }

  @Test func everyMarkHasASample() {
    #expect(Set(Sample.claims.map { Mark($0) }) == Set(Mark.allCases))
  }

  @Test func marksOfAFormulaAreNumbered() throws {
    let html = try writer().marks([0, 1]).markup
    #expect(html.contains(#"<span class="step">step 1 </span>"#))
    #expect(html.contains(#"<details class="verdict mark-verified" id="claim.2">"#))
    #expect(try !writer().marks([0]).markup.contains("step"))
  }

  @Test func diagnosticBox() throws {
    let diagnostic = Diagnostic(
      .unknownFunction, "unknown function `sigmod`", at: Sample.at(20, 5),
      hint: "did you mean sigmoid?", notes: [.init("in", "F = sum(sigmod(x))")])
    try expectGolden(writer().box(diagnostic).markup, "diagnostic.html")
  }

  @Test func formulaOfOursThatCannotBeReadIsShownAsTextAndReported() throws {
    let writer = try writer()
    let html = writer.displayed(Shown(text: "f(x)", tex: #"\broken"#), at: Sample.at(3))
    #expect(html.markup.contains(#"<code class="formula-source">f(x)</code>"#))
    #expect(
      writer.formulas.diagnostics == [
        Diagnostic(
          .internalError,
          #"the result f(x) has no readable TeX: undefined control sequence: \broken"#,
          at: Sample.at(3), hint: "report this with the page that shows it")
      ])
  }

  static let hostile = #"<script>alert("1")</script>&"#

  @Test func hostileTextIsEscapedInEveryFigure() throws {
    let text = Self.hostile
    let shown = Shown(text: text, tex: #"\text{<script>}"#)
    let witness = Witness(
      shapes: [.init(name: text, count: 1)],
      values: [.init(name: text, entries: [[text]])], left: [[text]], right: [["1"]], remark: text)
    let diagnostic = Diagnostic(
      .syntax, text, at: SourceLocation(path: text, line: 1, column: 1), hint: text,
      notes: [.init(text, text)])
    let claim = CheckedClaim(
      location: SourceLocation(path: text, line: 1, column: 1), kind: .identity, of: text,
      expected: .refuted, reason: text, claimed: text, derived: text, derivedTeX: #"\bad"#,
      judgement: Judgement(
        .refuted, bound: text, witness: witness, cause: Cause(text: text, corrected: text),
        conditions: [text], tried: [text]),
      trouble: diagnostic)
    let network = NetworkFigure(
      title: shown,
      layers: [
        .init(
          number: 1, input: shown, shape: shown, activation: shown, activationName: text,
          weight: shown, weightVariable: text)
      ], objective: shown)
    let contents: [StatementResult.Content] = [
      .declaration(shown), .definition(shown), .claim(index: 0, statement: shown),
      .network([network]), .trouble(diagnostic),
      .deltas([
        DeltaFigure(
          title: shown,
          rows: [
            .init(layer: 1, derivative: shown, delta: shown, simplified: shown, input: shown)
          ])
      ]),
      .derivative(
        DerivativeFigure(
          steps: [.init(left: shown, right: [shown], origin: Origin(words: text))],
          conditions: [text])),
    ]
    let statements = contents.map {
      StatementResult(source: text, location: Sample.at(1), content: $0)
    }
    let html = try writer([claim]).derive(statements, name: text).markup
    #expect(!html.contains("<script"))
    #expect(!html.contains(#"alert("1")"#))
    #expect(html.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;"))
  }

  @Test(arguments: [
    ("W'*x", "Wᵀ x"), ("gamma", "γ"), ("W1", "W₁"), ("z^2 - x", "z² − x"), ("x.^-1", "x⁻¹"),
    ("A.*B", "A • B"), ("delta12", "δ₁₂"),
  ])
  func notationIsPrettified(_ notation: String, _ shown: String) {
    #expect(prettified(notation) == shown)
  }
}
