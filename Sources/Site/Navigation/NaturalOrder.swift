/// The order of names in which numbers count as numbers: `page-3` before `page-10`.
enum NaturalOrder {
  /// - Complexity: linear in the names.
  static func precedes(_ a: String, _ b: String) -> Bool {
    let (first, second) = (parts(a), parts(b))
    for (x, y) in zip(first, second) where x != y {
      guard let m = number(x), let n = number(y), m != n else { return x < y }
      return m < n
    }
    return first.count != second.count ? first.count < second.count : a < b
  }

  /// Runs of digits and what lies between them.
  private static func parts(_ name: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = name[...]
    while let first = rest.first {
      let isDigit = isDigit(first)
      let part = rest.prefix { self.isDigit($0) == isDigit }
      parts.append(part)
      rest = rest[part.endIndex...]
    }
    return parts
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  private static func number(_ part: Substring) -> UInt64? { UInt64(part) }
}
