internal import CCmarkGFM

/// HTML that passes on every page: tags that shape text or fold it away, without attributes, each opened and closed
/// beside each other. It can run nothing, load nothing and leave nothing open.
struct PlainTags {
  /// Elements of a line of text.
  private static let inline: Set<String> = [
    "abbr", "b", "cite", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small",
    "strong", "sub", "sup", "u", "var",
  ]
  /// Elements that have no end.
  private static let void: Set<String> = ["br", "wbr"]
  /// Elements around blocks.
  private static let block: Set<String> = ["dd", "details", "dl", "dt", "summary"]

  /// A tag, and in which of the nodes it stands.
  private struct Tag {
    var name: String
    var isEnd: Bool
    var node: Int
  }

  /// Those of the nodes whose HTML passes.
  ///
  /// - Parameter nodes: HTML in lines and blocks, in the order of the page.
  /// - Complexity: linear in their text, times the depth of what does not fit together.
  static func passing(_ nodes: [Node]) -> Set<Node> {
    let groups = Dictionary(grouping: nodes) { $0.pointee.parent }
    return groups.values.reduce(into: []) { $0.formUnion(passing(siblings: $1)) }
  }

  private static func passing(siblings: [Node]) -> [Node] {
    let tags = siblings.enumerated().map { index, node in Self.tags(of: node, at: index) }
    var open = Set(siblings.indices.filter { tags[$0] != nil })
    while true {
      let unpaired = Self.unpaired(open.sorted().flatMap { tags[$0] ?? [] })
      if unpaired.isEmpty { return open.map { siblings[$0] } }
      open.subtract(unpaired)
    }
  }

  /// The nodes that hold a tag without its partner.
  private static func unpaired(_ tags: [Tag]) -> Set<Int> {
    var stack: [Tag] = []
    var alone: Set<Int> = []
    for tag in tags where !void.contains(tag.name) {
      if !tag.isEnd {
        stack.append(tag)
      } else if stack.last?.name == tag.name {
        stack.removeLast()
      } else {
        alone.insert(tag.node)
      }
    }
    return alone.union(stack.map(\.node))
  }

  /// The tags of a node; nil where it holds anything else than plain tags and text.
  private static func tags(of node: Node, at index: Int) -> [Tag]? {
    let isBlock = node.type == CMARK_NODE_HTML_BLOCK
    let known = isBlock ? inline.union(void).union(block) : inline.union(void)
    var rest = String(decoding: node.literal, as: UTF8.self)[...]
    var tags: [Tag] = []
    while let start = rest.firstIndex(of: "<") {
      guard isBlock || start == rest.startIndex,
        let tag = rest[start...].prefixMatch(of: #/<(\/?)([a-z]+)(?: open)?\s*\/?>/#)
      else { return nil }
      let name = String(tag.2)
      let isOpened = tag.0.contains(" open")
      guard known.contains(name), !isOpened || name == "details" && tag.1.isEmpty else {
        return nil
      }
      tags.append(Tag(name: name, isEnd: !tag.1.isEmpty, node: index))
      rest = rest[tag.range.upperBound...]
    }
    return tags.isEmpty || !isBlock && !rest.isEmpty ? nil : tags
  }
}
