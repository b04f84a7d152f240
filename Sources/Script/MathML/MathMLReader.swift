/// Reads the `<math>` element that KaTeX writes.
///
/// KaTeX writes elements, attributes in double quotes and escaped text; nothing else occurs.
struct MathMLReader {
  private var rest: Substring.UTF8View
  private var open: [MathMLNode] = []

  /// The deepest nesting that is read. Trees are walked by recursion: this keeps them within the
  /// smallest stack a thread has (512 KiB).
  static let deepest = 400

  /// The first `<math>` element of a text; nil where there is none or it is nested too deeply.
  ///
  /// - Complexity: linear in the text.
  static func math(in html: String) -> MathMLNode? {
    guard let start = html.firstRange(of: "<math") else { return nil }
    var reader = MathMLReader(rest: html[start.lowerBound...].utf8)
    return reader.element()
  }

  private mutating func element() -> MathMLNode? {
    while let first = rest.first, open.count <= Self.deepest {
      if first != UInt8(ascii: "<") {
        add(MathMLNode(characters: take(until: "<")))
      } else if rest.dropFirst().first == UInt8(ascii: "/") {
        _ = take(through: ">")
        guard let closed = open.popLast() else { return nil }
        if open.isEmpty { return closed }
        add(closed)
      } else {
        tag()
      }
    }
    return nil
  }

  private mutating func add(_ node: MathMLNode) {
    if !open.isEmpty { open[open.count - 1].children.append(node) }
  }

  /// An opening tag, `<name a="b">` or `<name/>`.
  private mutating func tag() {
    rest.removeFirst()
    var node = MathMLNode(take(until: " ", "/", ">"))
    while rest.first == UInt8(ascii: " ") {
      rest.removeFirst()
      // KaTeX writes `class ="…"` for the cells of numbered rows.
      let name = take(until: "=", ">").filter { $0 != " " }
      rest = rest.dropFirst(2)
      node.attributes.append(.init(name: name, value: take(until: "\"")))
      rest = rest.dropFirst()
    }
    let closes = rest.first == UInt8(ascii: "/")
    _ = take(through: ">")
    if closes { add(node) } else { open.append(node) }
  }

  private mutating func take(until stops: Unicode.Scalar...) -> String {
    let end = rest.firstIndex { byte in stops.contains { UInt8(ascii: $0) == byte } }
    let taken = rest[..<(end ?? rest.endIndex)]
    rest = rest[(end ?? rest.endIndex)...]
    return String(Substring(taken))
  }

  private mutating func take(through stop: Unicode.Scalar) -> String {
    let taken = take(until: stop)
    rest = rest.dropFirst()
    return taken
  }
}
