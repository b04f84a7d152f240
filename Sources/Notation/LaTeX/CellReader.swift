package import Diagnostics

/// Reads one cell of a table of a network: TeX, with or without dollars, or the plain text that
/// stands for it.
package enum CellReader {
  /// What a cell says.
  package struct Cell: Hashable, Sendable {
    /// What stands before the equality sign, in `f(z_i) = z_i^2`.
    package var left: Equation.Left?
    package var leftFormula: Syntax?
    /// The formula; `nil` in a cell that says `N/A`.
    package var formula: Syntax?
    /// UTF-8 offsets of the formula.
    package var range: Range<Int>
    /// What the formula is claimed to equal, in a cell that goes on: `f'(z) = 2z = 2(As - x)`.
    package var further: [Equation.Side] = []

    package var isEmpty: Bool { formula == nil }

    package init(
      left: Equation.Left? = nil, leftFormula: Syntax? = nil, formula: Syntax? = nil,
      range: Range<Int>
    ) {
      self.left = left
      self.leftFormula = leftFormula
      self.formula = formula
      self.range = range
    }
  }

  /// What the cell says. A subscript `i` means every entry: `z_i` is the whole of z.
  ///
  /// - Parameter range: UTF-8 offsets of the cell in `source`.
  /// - Throws: what cannot be read, at its place.
  package static func read(
    _ source: SourceText, in range: Range<Int>, names: LaTeXNames
  ) throws(Diagnostic) -> Cell {
    let bytes = Array(source.text.utf8)
    let range = range.clamped(to: 0..<bytes.count)
    let content = try formula(bytes, trimmed(bytes, range), source)
    if says(nothing: bytes[content]) { return Cell(range: content) }
    let reading = EquationReader.read(
      source, in: content, names: names, entries: .wholeMatrix)
    if let diagnostic = reading.diagnostics.first { throw diagnostic }
    return try cell(reading.equations, content, source)
  }

  package static func read(
    _ source: SourceText, names: LaTeXNames
  ) throws(Diagnostic) -> Cell {
    try read(source, in: 0..<source.text.utf8.count, names: names)
  }

  private static func cell(
    _ equations: [Equation], _ range: Range<Int>, _ source: SourceText
  ) throws(Diagnostic) -> Cell {
    guard equations.count == 1, let only = equations.first else {
      throw Diagnostic(
        .unreadable, "a cell holds one formula", at: source.location(range),
        hint: "write one formula, or f(z) = and one formula")
    }
    guard let side = only.sides.first else {
      return Cell(formula: only.leftFormula, range: only.range)
    }
    var cell = Cell(
      left: only.left, leftFormula: only.leftFormula, formula: side.formula, range: side.range)
    cell.further = Array(only.sides.dropFirst())
    return cell
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var range = range
    let blank = Set(" \t\n\r".utf8)
    while let first = range.first, blank.contains(bytes[first]) { range = range.dropFirst() }
    while let last = range.last, blank.contains(bytes[last]) { range = range.dropLast() }
    return range
  }

  /// What stands between the dollars; without dollars the cell up to a remark in words.
  private static func formula(
    _ bytes: [UInt8], _ range: Range<Int>, _ source: SourceText
  ) throws(Diagnostic) -> Range<Int> {
    let dollars = range.filter { offset in
      bytes[offset] == UInt8(ascii: "$")
        && (offset == range.lowerBound || bytes[offset - 1] != UInt8(ascii: "\\"))
    }
    guard let first = dollars.first else { return withoutRemark(bytes, range) }
    let isDouble = dollars.count == 4 && dollars[1] == first + 1
    guard dollars.count == 2 || isDouble else {
      throw Diagnostic(
        .unreadable, "a cell holds one formula between dollars", at: source.location(range))
    }
    let start = dollars[isDouble ? 1 : 0] + 1
    return trimmed(bytes, start..<dollars[isDouble ? 2 : 1])
  }

  /// Cuts off words in brackets at the end: `f(z) = z (identity)`.
  private static func withoutRemark(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    guard let last = range.last, bytes[last] == UInt8(ascii: ")"),
      let open = bytes[range].lastIndex(of: UInt8(ascii: "(")), open > range.lowerBound,
      bytes[open - 1] == UInt8(ascii: " "), isProse(bytes[open + 1..<last])
    else { return range }
    return trimmed(bytes, range.lowerBound..<open)
  }

  private static func isProse(_ bytes: ArraySlice<UInt8>) -> Bool {
    let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    return words.contains { $0.count > 3 } && words.allSatisfy { $0.allSatisfy(\.isLetter) }
  }

  private static func says(nothing bytes: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    return ["", "n/a", "na", "none", "-", "–", "—", "--", "---", #"\text{n/a}"#].contains(text)
  }
}
