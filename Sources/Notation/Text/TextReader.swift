package import Diagnostics

/// Reads text notation: `2*W*(W'*W*x - x)*x'`.
///
/// From tightest to loosest: `'` `^` `.^` and superscripts (from left to right, so that `a^b^c` is
/// `(a^b)^c` and `2^-1` is accepted), the minus sign, `*` `/` `.*` `./` (from left to right), `Σ`, then `+` and
/// `-`. A number may stand before a name or a bracket (`2z`); otherwise products are written with `*`.
package enum TextReader {
  /// The longest text that is read, in bytes.
  package static let maximalLength = 100_000

  /// Reads a whole text as one formula.
  ///
  /// - Throws: `syntax`, `too-deep` beyond `Syntax.maximalDepth`, `too-large` beyond `maximalLength`,
  ///   `unsupported` for `A\B`.
  /// - Complexity: O(n) for n bytes, whatever the nesting, with a stack of its own.
  package static func read(_ source: SourceText) throws(Diagnostic) -> Syntax {
    try read(source, in: 0..<source.text.utf8.count)
  }

  /// Reads a stretch of a text, UTF-8 offsets, as one formula. Ranges count from the start of the text.
  package static func read(
    _ source: SourceText, in range: Range<Int>
  ) throws(Diagnostic) -> Syntax {
    guard range.count <= maximalLength else {
      throw Diagnostic(
        .tooLarge, "the formula is longer than \(maximalLength / 1000) KB",
        at: source.location(range.lowerBound..<range.lowerBound),
        hint: "split it by definitions")
    }
    let tokens = try Lexer.tokens(source, in: range)
    var parser = FormulaParser(source, tokens, end: range.upperBound)
    return try parser.formula()
  }
}
