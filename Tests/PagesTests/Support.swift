import Diagnostics

@testable import Pages

/// A page from text, at a fixed path.
func page(_ text: String) throws(Diagnostic) -> Page {
  try Page(path: "p.md", bytes: Array(text.utf8))
}

/// The error of a page that cannot be read, whole: place, code, message, hint.
func failure(_ bytes: [UInt8]) -> String {
  do {
    _ = try Page(path: "p.md", bytes: bytes)
    return "no error"
  } catch {
    return written(error)
  }
}

/// A diagnostic in one line.
func written(_ error: Diagnostic) -> String {
  let place = error.location.map { "\($0)" } ?? "nowhere"
  return "\(place): \(error.code.rawValue): \(error.message)"
    + (error.hint.map { "; hint: \($0)" } ?? "")
}

/// A stretch as `line:column-line:column`.
func span(_ location: SourceLocation) -> String {
  "\(location.line):\(location.column)-\(location.endLine):\(location.endColumn)"
}

/// One line for each piece: the place of the whole, the kind, what it holds, and the place of that.
func dump(_ page: Page) -> String {
  page.pieces.map { span($0.location) + " " + dump($0) }.joined(separator: "\n")
}

private func dump(_ piece: Piece) -> String {
  let comment = piece.precedingComment.map { " after #\($0)" } ?? ""
  let container = piece.container.map { " in #\($0)" } ?? ""
  return dump(piece.kind) + comment + container
}

private func dump(_ kind: Piece.Kind) -> String {
  switch kind {
  case .heading(let heading): "heading \(heading.level) [\(heading.text)] #\(heading.slug)"
  case .formula(let formula):
    (formula.isDisplay ? "display" : "inline") + (formula.form == .fence ? " fence" : "")
      + formula.arguments.map { " " + $0 }.joined() + " " + dump(formula.tex)
  case .fence(let fence):
    "fence \(([fence.word] + fence.arguments).joined(separator: ",")) \(dump(fence.text))"
  case .table(let table):
    "table "
      + ([table.header] + table.rows).map { row in row.map(dump).joined(separator: " | ") }
      .joined(separator: " / ")
  case .comment(let text): "comment \(dump(text))"
  case .code(let text): "code \(dump(text))"
  case .link(let link): "link <\(link.destination)> [\(link.text)]"
  case .image(let image):
    "image <\(image.destination)> [\(image.alternative)]"
      + (image.title.isEmpty ? "" : " \"\(image.title)\"") + (image.isAlone ? " alone" : "")
  case .reference(let text): "reference \(dump(text))"
  case .citation(let text): "citation \(dump(text))"
  case .callout(let callout): "callout \(callout.kind) [\(callout.name)]"
  }
}

private func dump(_ cell: Table.Cell) -> String {
  let inner = cell.formula.map { " tex " + dump($0) } ?? cell.code.map { " code " + dump($0) } ?? ""
  return dump(cell.source) + (cell.text == cell.source.text ? "" : " = [\(cell.text)]") + inner
}

private func dump(_ text: Excerpt) -> String {
  let visible = text.text.split(separator: "\n", omittingEmptySubsequences: false)
    .joined(separator: "⏎")
  return "[\(visible)] \(span(text.location))"
}

/// All excerpts of a page.
func excerpts(_ page: Page) -> [Excerpt] {
  page.pieces.flatMap { piece -> [Excerpt] in
    switch piece.kind {
    case .formula(let formula): [formula.tex]
    case .fence(let fence): [fence.text]
    case .comment(let text), .code(let text), .reference(let text), .citation(let text): [text]
    case .table(let table):
      ([table.header] + table.rows).flatMap { $0 }
        .flatMap { [$0.source, $0.formula, $0.code].compactMap { $0 } }
    case .heading, .link, .image, .callout: []
    }
  }
}

/// What is wrong with the places of a page's pieces; empty when every byte of every excerpt stands in
/// the source where the excerpt says, and every piece starts with its own delimiter.
func misplaced(_ page: Page) -> [String] {
  let lines = page.source.utf8.split(separator: 10, omittingEmptySubsequences: false).map(
    Array.init)
  func byte(_ line: Int, _ column: Int) -> UInt8? {
    guard line >= 1, line <= lines.count, column >= 1 else { return nil }
    let bytes = lines[line - 1]
    if column == bytes.count + 1 { return line < lines.count ? 10 : nil }
    return column <= bytes.count ? bytes[column - 1] : nil
  }
  var wrong: [String] = []
  for text in excerpts(page) {
    for (offset, expected) in text.text.utf8.enumerated() {
      let place = text.location(at: offset)
      let found = byte(place.line, place.column)
      let isSame =
        found == expected || (expected == 32 && (found == 10 || found == 9))
        || ([0xEF, 0xBF, 0xBD].contains(expected))
        || (expected == 10 && found == nil) || (expected == 10 && (found == 32 || found == 9))
      if !isSame { wrong.append("byte \(offset) of \(dump(text))") }
    }
  }
  for piece in page.pieces {
    let start = byte(piece.location.line, piece.location.column)
    let isRight =
      switch piece.kind {
      case .formula(let formula): formula.form == .fence || start == UInt8(ascii: "$")
      case .code: start == UInt8(ascii: "`")
      case .comment: start == UInt8(ascii: "<")
      case .image: start == UInt8(ascii: "!")
      case .fence: start == UInt8(ascii: "`") || start == UInt8(ascii: "~")
      case .link(let link): start == UInt8(ascii: "[") || start == link.text.utf8.first
      case .reference, .citation: start == UInt8(ascii: "@")
      case .callout: start == UInt8(ascii: ">")
      case .heading, .table: start != nil
      }
    let end = piece.location
    let isInside =
      (end.line, end.column) <= (end.endLine, end.endColumn) && end.endLine <= lines.count
    if !isRight || !isInside { wrong.append("start of \(span(piece.location)) \(dump(piece))") }
  }
  return wrong
}

/// The same text by cmark-gfm as it comes: without formulas.
func plainHTML(_ text: String, rawHTML: Bool = false) -> String {
  MarkdownTree(Array(text.utf8)[...], math: false).html(rawHTML: rawHTML)
}

/// Numbers from a fixed start, so that a failure can be seen again.
///
/// Source: G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators" (2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
