import Derivations
import Diagnostics

/// The bytes of a page into which a proposed block is put.
struct AdoptedSource {
  private let source: SourceBytes

  init(_ bytes: [UInt8]) { source = SourceBytes(bytes) }

  /// The page with the block above its first display, `check: all` in its front matter, and its displays
  /// between dollars.
  func adopting(_ adoption: Adoption) -> [UInt8] {
    var edits = adoption.delimiters.compactMap { edit in
      source.range(of: edit.location).map { ($0, edit.text) }
    }
    if !adoption.lines.isEmpty {
      let start = source.offset(ofLine: paragraph(holding: adoption.place))
      edits.append((start..<start, adoption.block + "\n"))
    }
    if !adoption.checksAll { edits.append(checkingAll) }
    var result = source
    for (range, text) in edits.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
      result = SourceBytes(result.replacing(range, with: text))
    }
    return result.bytes
  }

  /// The first line of the paragraph that a line belongs to, outside of lists and quotes.
  private func paragraph(holding line: Int) -> Int {
    var line = line
    while line > 1, !source.isBlank(line - 1) || source.isIndented(line) { line -= 1 }
    return line
  }

  /// The change that adds `check: all`, to the front matter or with one.
  private var checkingAll: (Range<Int>, String) {
    let start = source.offset(ofLine: 1)
    guard let end = source.frontMatterEnd else {
      return (start..<start, "---\ncheck: all\n---\n\n")
    }
    if let old = (2..<end).first(where: { source.line($0).hasPrefix("check:") }) {
      let range = source.offset(ofLine: old)..<source.offset(ofLine: old + 1)
      return (range, "check: all\n")
    }
    let place = source.offset(ofLine: end)
    return (place..<place, "check: all\n")
  }
}

extension SourceBytes {
  /// Where a line starts; the end of the file for a line that is not there.
  fileprivate func offset(ofLine line: Int) -> Int {
    range(
      of: SourceLocation(path: "", line: line, column: 1, endLine: line, endColumn: 1))?.lowerBound
      ?? bytes.count
  }

  /// The text of a line without its end.
  fileprivate func line(_ number: Int) -> String {
    let whole = text(offset(ofLine: number)..<offset(ofLine: number + 1))
    return whole.hasSuffix("\n") ? String(whole.dropLast()) : whole
  }

  fileprivate func isBlank(_ number: Int) -> Bool {
    line(number).allSatisfy(\.isWhitespace)
  }

  /// Whether a line goes on with a list or a quote.
  fileprivate func isIndented(_ number: Int) -> Bool {
    line(number).first.map { $0.isWhitespace || $0 == ">" } ?? false
  }

  /// The number of the line that ends the front matter.
  fileprivate var frontMatterEnd: Int? {
    guard line(1) == "---" else { return nil }
    let count = bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
    return (2...max(2, count)).first { line($0) == "---" || line($0) == "..." }
  }
}
