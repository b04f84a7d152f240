/// Lines of highlighted code that are marked.
enum MarkedLines {
  /// The markup of code with some lines in `<mark>`; tags that reach over a line's end are ended there and
  /// begun again.
  ///
  /// - Parameter numbers: the lines, from 1.
  /// - Complexity: linear in the markup times the depth of its tags.
  static func marked(_ markup: String, _ numbers: Set<Int>) -> String {
    guard !numbers.isEmpty else { return markup }
    var open: [Substring] = []
    let lines = markup.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { index, line in
      let before = open.joined()
      follow(line, &open)
      let isLast = index == lines.count - 1
      let end = isLast ? "" : "\n"
      guard numbers.contains(index + 1), !(isLast && line.isEmpty) else { return line + end }
      let within = before + line + String(repeating: "</span>", count: open.count) + end
      return closing(before) + "<mark>\(within)</mark>" + open.joined()
    }.joined()
  }

  private static func closing(_ tags: String) -> String {
    String(repeating: "</span>", count: tags.ranges(of: "<span").count)
  }

  /// Follows which tags are open behind a line.
  private static func follow(_ line: Substring, _ open: inout [Substring]) {
    for tag in line.matches(of: #/<(\/?)span[^>]*>/#) {
      if tag.1.isEmpty { open.append(tag.0) } else { _ = open.popLast() }
    }
  }
}
