/// An author's formula in which parts say of which layer they are.
enum MarkedTeX {
  /// The TeX with `\docgenlayer` around what can stand in braces as it is; nil where that is nothing.
  ///
  /// - Parameter marks: layers by stretches in UTF-8 offsets.
  /// - Complexity: linear in the TeX for each mark.
  static func text(_ tex: String, _ marks: [Range<Int>: String]) -> String? {
    let bytes = Array(tex.utf8)
    var starts: [Int: [(end: Int, layer: String)]] = [:]
    for (range, layer) in marks where isWhole(range, in: bytes) {
      starts[range.lowerBound, default: []].append((range.upperBound, layer))
    }
    guard !starts.isEmpty else { return nil }
    var out: [UInt8] = []
    var ends: [Int] = []
    for place in 0...bytes.count {
      while ends.last == place {
        out.append(UInt8(ascii: "}"))
        ends.removeLast()
      }
      for (end, layer) in starts[place, default: []].sorted(by: { $0.end > $1.end })
      where ends.last.map({ end <= $0 }) ?? true {
        out += Array("\\docgenlayer{\(layer)}{".utf8)
        ends.append(end)
      }
      if place < bytes.count { out.append(bytes[place]) }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Whether a stretch means the same in braces: it is no script or argument, carries no script, and ends in it what
  /// begins in it.
  private static func isWhole(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard range.upperBound <= bytes.count, !range.isEmpty else { return false }
    let before = String(decoding: bytes[..<range.lowerBound], as: UTF8.self)
    let inner = String(decoding: bytes[range], as: UTF8.self)
    let after = String(decoding: bytes[range.upperBound...], as: UTF8.self)
    return isFree(before) && isBalanced(inner)
      && after.first { !$0.isWhitespace }.map { !"^_'".contains($0) } != false
  }

  /// Commands behind which a formula goes on and that take no argument.
  private static let operators: Set<Substring> = [
    "\\cdot", "\\bullet", "\\odot", "\\circ", "\\times", "\\,", "\\;", "\\!", "\\:", "\\quad",
    "\\\\",
  ]

  private static func isFree(_ before: String) -> Bool {
    guard let last = before.last(where: { !$0.isWhitespace }) else { return true }
    guard !"^_".contains(last) else { return false }
    guard let command = before.matches(of: #/\\([A-Za-z]+|[^A-Za-z])\s*$/#).last?.output.0 else {
      return true
    }
    return operators.contains(command.prefix { !$0.isWhitespace })
  }

  private static func isBalanced(_ inner: String) -> Bool {
    guard !inner.contains("&"), !inner.contains("\\\\"), !inner.contains("\\begin"),
      !inner.contains("%"),
      inner.ranges(of: #/\\left(?![A-Za-z])/#).count
        == inner.ranges(of: #/\\right(?![A-Za-z])/#).count
    else { return false }
    var depth = 0
    for character in inner.replacing("\\{", with: "").replacing("\\}", with: "") {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }
}
