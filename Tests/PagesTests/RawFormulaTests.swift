import Diagnostics
import Testing

@testable import Pages

/// Formulas in TeX's own delimiters.
@Suite struct RawFormulaTests {
  private static func formulas(_ text: String) throws -> [String] {
    try Page.withRawFormulas(path: "p.md", bytes: Array(text.utf8)).pieces.compactMap { piece in
      guard case .formula(let formula) = piece.kind else { return nil }
      let place = "\(formula.tex.location.line):\(formula.tex.location.column)"
      return "\(place) \(formula.isDisplay ? "display" : "inline") \(formula.tex.text)"
    }
  }

  @Test(arguments: [
    (#"\[ x = 1 \]"#, [#"1:4 display x = 1"#]),
    (#"so \(x\) is"#, [#"1:6 inline x"#]),
    ("\\[\n  x\n\\]\n\n$y$", ["2:3 display x", "5:2 inline y"]),
    (
      "\\begin{align*}\nx &= 1 \\\\\n\\end{align*}",
      ["1:1 display \\begin{align*}\nx &= 1 \\\\\n\\end{align*}"]
    ),
    ("> \\[ x\n> = 1\n> \\]", ["1:6 display x\n= 1"]),
    ("> \\[\n> x\n> \\]", ["2:3 display x"]),
    // What is none.
    ("`\\[ x \\]`", []), ("```\n\\[ x \\]\n```", []), ("\\[ x", []), ("\\[ x\n\ny \\]", []),
    (#"\\[ x ]"#, []), (#"a \\( b \\)"#, []), ("<!-- \\[ x \\] -->", []),
    ("\\begin{center} x \\end{center}", []), ("\\begin{align} x \\end{gather}", []),
    ("$$\\begin{align} x \\end{align}$$", ["1:3 display \\begin{align} x \\end{align}"]),
  ])
  func delimitersOfTeXAreFoundOutsideOfCode(_ text: String, _ found: [String]) throws {
    #expect(try Self.formulas(text) == found)
  }
}
