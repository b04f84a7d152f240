/// The rows of a display formula.
enum TeXRows {
  private static let environments: Set<String> = [
    "align", "align*", "equation", "gather", "gather*", "eqnarray", "eqnarray*", "flalign",
    "flalign*",
  ]

  /// The offsets at which the rows of the outermost environment end: before a `\\` of its own or its end.
  /// Empty where it has no rows that TeX numbers.
  ///
  /// - Complexity: linear in the TeX.
  static func ends(_ bytes: [UInt8]) -> [Int] {
    var ends: [Int] = []
    var depth = 0
    var isInside = false
    var place = 0
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "\\") else {
        if bytes[place] == UInt8(ascii: "{") { depth += 1 }
        if bytes[place] == UInt8(ascii: "}") { depth -= 1 }
        place += 1
        continue
      }
      let rest = bytes[place...]
      if rest.starts(with: Array(#"\begin{"#.utf8)) {
        let name = name(rest.dropFirst(7))
        if depth == 0 { isInside = environments.contains(name) }
        depth += 1
        place += 8 + name.utf8.count
      } else if rest.starts(with: Array(#"\end{"#.utf8)) {
        depth -= 1
        if depth == 0, isInside { ends.append(place) }
        place += 6 + name(rest.dropFirst(5)).utf8.count
      } else {
        if depth == 1, isInside, rest.dropFirst().first == UInt8(ascii: "\\") { ends.append(place) }
        place += 2
      }
    }
    return ends
  }

  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.prefix { $0 != UInt8(ascii: "}") }, as: UTF8.self)
  }
}
