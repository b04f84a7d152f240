internal import Foundation
internal import Script

/// A display formula with its labels taken out.
struct LabelledTeX: Hashable, Sendable {
  /// A `\label{…}` in the TeX.
  struct Mark: Hashable, Sendable {
    var name: String
    /// The UTF-8 offset of the command, and its bytes.
    var offset: Int
    var length: Int
    /// What `\tag{…}` says in the same row; nil where the equation is numbered.
    var tag: String?
  }

  /// A `\tag{…}`, with its brackets.
  private struct Tag: Hashable, Sendable {
    var text: String
    var offset: Int
    var length: Int
    var name: String
  }

  /// The TeX with blanks where labels stood, as many bytes as before.
  private(set) var tex: String
  private(set) var marks: [Mark] = []
  private var tags: [Tag] = []
  /// Where each row of the environment ends that has all of the formula; empty where none has rows.
  private let ends: [Int]

  /// - Complexity: linear in the TeX.
  init(_ source: String) {
    var bytes = Array(source.utf8)
    ends = TeXRows.ends(bytes)
    func span(_ range: Range<String.Index>) -> Range<Int> {
      let start = source.utf8.distance(from: source.startIndex, to: range.lowerBound)
      return start..<start + source[range].utf8.count
    }
    for match in source.matches(of: #/\\label\s*\{([^{}]*)\}/#) {
      let place = span(match.range)
      for index in place { bytes[index] = UInt8(ascii: " ") }
      let name = match.1.trimmingCharacters(in: .whitespaces)
      marks.append(Mark(name: name, offset: place.lowerBound, length: place.count))
    }
    for match in source.matches(of: #/\\tag(\*?)\s*\{([^{}]*)\}/#) {
      let place = span(match.range)
      tags.append(
        Tag(
          text: match.1.isEmpty ? "(\(match.2))" : String(match.2), offset: place.lowerBound,
          length: place.count, name: String(match.2)))
    }
    tex = String(decoding: bytes, as: UTF8.self)
    for index in marks.indices {
      marks[index].tag = tags.first { row(of: $0.offset) == row(of: marks[index].offset) }?.name
    }
  }

  /// Whether it has several rows, each of which may have a number of its own.
  var hasRows: Bool { ends.count > 1 }

  /// Whether one of its rows has a number or a tag.
  var isNumbered: Bool { !marks.isEmpty || !tags.isEmpty }

  private func row(of offset: Int) -> Int { ends.firstIndex { $0 >= offset } ?? ends.count }

  /// The TeX with a number or tag at the end of each row that has one, in a column of its own, which
  /// `KaTeX.rowNumber` marks.
  ///
  /// KaTeX writes no tags of rows into MathML. The number stands two columns behind the last one of any
  /// row.
  ///
  /// - Parameter signs: the number of each label, in order.
  /// - Returns: the TeX, and the offset in the author's TeX of each offset in it.
  func numbered(_ signs: [String]) -> (tex: String, offset: (Int) -> Int) {
    var bytes = Array(tex.utf8)
    for tag in tags {
      for index in tag.offset..<tag.offset + tag.length { bytes[index] = UInt8(ascii: " ") }
    }
    let columns = ends.indices.map { row in
      bytes[(row == 0 ? 0 : ends[row - 1])..<ends[row]].count { $0 == UInt8(ascii: "&") }
    }
    let numbers = zip(marks, signs).filter { $0.0.tag == nil }.map { ($0.0.offset, "(\($0.1))") }
    var inserted: [(offset: Int, text: [UInt8])] = []
    for (offset, text) in numbers + tags.map({ ($0.offset, $0.text) }) {
      let row = row(of: offset)
      guard row < ends.count else { continue }
      let gap = String(repeating: "&", count: (columns.max() ?? 0) - columns[row] + 2)
      inserted.append((ends[row], Array((gap + KaTeX.rowNumber(text)).utf8)))
    }
    return Self.inserting(inserted, into: bytes)
  }

  /// The TeX with the number of each label as `\tag{…}` in its row, for KaTeX's HTML, which sets it at the
  /// right: in environments that it would number itself, for only there may rows have tags. Rows without a
  /// label keep their place and get no number.
  ///
  /// - Parameter signs: the number of each label, in order; none where the number stands beside the formula.
  /// - Returns: the TeX, and the offset in the author's TeX of each offset in it.
  func tagged(_ signs: [String]) -> (tex: String, offset: (Int) -> Int) {
    var bytes = Array(tex.utf8)
    for match in tex.matches(of: #/\\(begin|end)\{(align\*|gather\*|eqnarray\*?|flalign\*?)\}/#) {
      let place = tex.utf8.distance(from: tex.startIndex, to: match.range.lowerBound)
      let name = match.2.hasPrefix("gather") ? "gather" : "align"
      let length = tex[match.range].utf8.count
      var written = Array("\\\(match.1){\(name)}".utf8)
      written += Array(repeating: UInt8(ascii: " "), count: length - written.count)
      bytes.replaceSubrange(place..<place + length, with: written)
    }
    let inserted = zip(marks, signs).compactMap { mark, sign in
      let row = row(of: mark.offset)
      return mark.tag == nil && row < ends.count
        ? (offset: ends[row], text: Array("\\tag{\(sign)}".utf8)) : nil
    }
    let said = Set(tags.map { row(of: $0.offset) })
    let silent = ends.indices.filter { row in
      !said.contains(row) && !isEmpty(row: row, of: bytes)
        && !inserted.contains { $0.offset == ends[row] }
    }
    return Self.inserting(
      inserted + silent.map { (ends[$0], Array("\\nonumber ".utf8)) }, into: bytes)
  }

  /// Whether nothing stands between the last `\\` and the end.
  private func isEmpty(row: Int, of bytes: [UInt8]) -> Bool {
    guard row > 0 else { return false }
    let blank = Set("\\ \n\t".utf8)
    return bytes[ends[row - 1]..<ends[row]].allSatisfy(blank.contains)
  }

  /// Bytes with others put in, and where those of the result stood before.
  private static func inserting(
    _ inserted: [(offset: Int, text: [UInt8])], into bytes: [UInt8]
  ) -> (tex: String, offset: (Int) -> Int) {
    var bytes = bytes
    let inserted = inserted.sorted { $0.offset < $1.offset }
    for (offset, text) in inserted.reversed() { bytes.insert(contentsOf: text, at: offset) }
    return (
      String(decoding: bytes, as: UTF8.self),
      { place in
        inserted.reduce(place) { $0 >= $1.offset + $1.text.count ? $0 - $1.text.count : $0 }
      }
    )
  }
}
