internal import Foundation

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

  /// The TeX with blanks where labels stood, as many bytes as before.
  private(set) var tex: String
  private(set) var marks: [Mark] = []

  /// - Complexity: linear in the TeX.
  init(_ source: String) {
    var bytes = Array(source.utf8)
    var rows: [Int] = []
    for match in source.matches(of: #/\\label\s*\{([^{}]*)\}/#) {
      let start = source.utf8.distance(from: source.startIndex, to: match.range.lowerBound)
      let end = source.utf8.distance(from: source.startIndex, to: match.range.upperBound)
      for index in start..<end { bytes[index] = UInt8(ascii: " ") }
      let name = match.1.trimmingCharacters(in: .whitespaces)
      marks.append(Mark(name: name, offset: start, length: end - start))
      rows.append(Self.row(at: match.range.lowerBound, in: source))
    }
    tex = String(decoding: bytes, as: UTF8.self)
    guard !marks.isEmpty else { return }
    for match in source.matches(of: #/\\tag\*?\s*\{([^{}]*)\}/#) {
      let row = Self.row(at: match.range.lowerBound, in: source)
      for index in marks.indices where rows[index] == row { marks[index].tag = String(match.1) }
    }
  }

  /// How many row ends stand before a place.
  private static func row(at place: String.Index, in source: String) -> Int {
    source[..<place].ranges(of: #"\\"#).count
  }

  /// The TeX with a number at the end of each labelled row, in a column of its own.
  ///
  /// KaTeX writes no tags of rows into MathML. The number stands two columns behind the last one of
  /// any row, which `align` sets apart.
  ///
  /// - Returns: the TeX, and the offset in the author's TeX of each offset in it.
  func numbered(_ signs: [String]) -> (tex: String, offset: (Int) -> Int) {
    let bytes = Array(tex.utf8)
    let ends = rowEnds(bytes)
    let columns = ends.indices.map { row in
      bytes[(row == 0 ? 0 : ends[row - 1])..<ends[row]].count { $0 == UInt8(ascii: "&") }
    }
    var inserted: [(offset: Int, text: [UInt8])] = []
    for (mark, sign) in zip(marks, signs) where mark.tag == nil {
      guard let row = ends.firstIndex(where: { $0 >= mark.offset }) else { continue }
      let gap = String(repeating: "&", count: (columns.max() ?? 0) - columns[row] + 2)
      inserted.append((ends[row], Array(#"\#(gap)\text{(\#(sign))}"#.utf8)))
    }
    var result = bytes
    for (offset, text) in inserted.reversed() { result.insert(contentsOf: text, at: offset) }
    return (
      String(decoding: result, as: UTF8.self),
      { place in
        inserted.reduce(place) { $0 >= $1.offset + $1.text.count ? $0 - $1.text.count : $0 }
      }
    )
  }

  /// Where each row ends: before a row end or the end of an environment.
  private func rowEnds(_ bytes: [UInt8]) -> [Int] {
    var ends: [Int] = []
    for match in tex.matches(of: #/\\\\|\\end\{(?:align|gather|equation)/#) {
      ends.append(tex.utf8.distance(from: tex.startIndex, to: match.range.lowerBound))
    }
    return ends.isEmpty ? [bytes.count] : ends
  }
}
