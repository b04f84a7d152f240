import Diagnostics
import Script
import Testing

@Suite struct KaTeXTests {
  @Test func formulaBecomesMathMLWithItsTeX() throws {
    let math = try KaTeX(ScriptHost()).mathML(#"W^T x < 1"#, display: false)
    #expect(
      math == """
        <math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow>\
        <msup><mi class="slanted">W</mi><mi>T</mi></msup><mi>x</mi><mo>&lt;</mo><mn>1</mn></mrow>\
        <annotation encoding="application/x-tex">W^T x &lt; 1</annotation></semantics></math>
        """)
  }

  @Test func displayFormulaIsABlock() throws {
    let math = try KaTeX(ScriptHost()).mathML("x", display: true)
    #expect(math.hasPrefix(#"<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">"#))
  }

  @Test func macrosExpandAndDoNotOutliveTheFormula() throws {
    let katex = try KaTeX(ScriptHost())
    #expect(
      try katex.mathML(#"\R"#, display: false, macros: [#"\R"#: #"\mathbb{R}"#]).contains("ℝ"))
    _ = try katex.mathML(#"\gdef\mine{x}\mine"#, display: false)
    #expect(throws: FormulaError(#"undefined control sequence: \mine"#, offset: 0)) {
      try katex.mathML(#"\mine"#, display: false)
    }
  }

  @Test(arguments: [#"\nabla_\boldsymbol{x} f"#, #"\nabla_\bm{x} f"#, #"x_\operatorname{max}"#])
  func scriptWithoutBracesIsRead(_ tex: String) throws {
    #expect(try KaTeX(ScriptHost()).mathML(tex, display: false).contains("<msub>"))
  }

  struct Unreadable: CustomTestStringConvertible {
    var tex: String
    var error: FormulaError
    var testDescription: String { tex }

    init(_ tex: String, _ message: String, _ offset: Int) {
      self.tex = tex
      error = FormulaError(message, offset: offset)
      error.isTooLarge = tex.utf8.count > 1_000
    }
  }

  static let unreadable = [
    Unreadable(#"a+\foo{b}"#, #"undefined control sequence: \foo"#, 2),
    Unreadable(#"\alpha γ + }"#, "expected the end of the formula, got '}'", 12),
    Unreadable("a+{b", "expected '}', got the end of the formula", 4),
    Unreadable(#"𝔸 \begin{x} a"#, "no such environment: x", 11),
    Unreadable(#"\frac{1}"#, "unexpected end of input in a macro argument, expected '}'", 8),
    Unreadable("x^2^3", "double superscript", 3),
    Unreadable(
      String(repeating: "x", count: 100_001), "the formula is longer than 100000 bytes", 100_000),
    Unreadable(
      String(repeating: #"\sqrt{"#, count: 1_000) + String(repeating: "}", count: 1_000),
      "the formula is nested too deeply", 0),
    Unreadable(
      String(repeating: #"\sqrt{"#, count: 14_000) + String(repeating: "}", count: 14_000),
      "the formula is nested too deeply", 0),
  ]

  @Test(arguments: unreadable)
  func unreadableFormulaSaysWhatAndWhere(_ c: Unreadable) throws {
    let katex = try KaTeX(ScriptHost())
    #expect(throws: c.error) { try katex.mathML(c.tex, display: false) }
    #expect(try katex.mathML("x", display: false).contains("<mi>x</mi>"))
  }

  @Test(arguments: [
    (#"\href{javascript:alert(1)}{x}"#, #"\href is not allowed in a formula"#),
    (#"\includegraphics{a.png}"#, #"\includegraphics is not allowed in a formula"#),
    (#"\htmlClass{a}{x}"#, #"\htmlClass is not allowed in a formula"#),
  ])
  func commandsThatReachOutOfTheFormulaAreRefused(_ tex: String, _ message: String) throws {
    let katex = try KaTeX(ScriptHost())
    #expect(throws: FormulaError(message, offset: 0)) { try katex.mathML(tex, display: false) }
  }

  @Test func hostileTextIsEscaped() throws {
    let math = try KaTeX(ScriptHost()).mathML(
      #"\text{<script>alert(1)</script>}"#, display: false)
    #expect(!math.contains("<script"))
  }

  @Test func missingLibraryNamesTheSetUp() throws {
    let host = ScriptHost()
    #expect(
      throws: Diagnostic(
        .missingLibrary, "katex/katex.min.js is not in /nowhere",
        hint: "run .ci/setup, which installs libjs-katex")
    ) { try KaTeX(host, in: ["/nowhere"]) }
  }

  @Test func htmlCarriesMathMLToo() throws {
    let html = try KaTeX(ScriptHost()).html("x", display: false)
    #expect(html.contains("katex-html"))
    #expect(html.contains("<math"))
  }
}
