internal import Script

/// What a reader sees of a place on another page before going there.
enum Previews {
  /// The parts of finished pages that other pages refer to, in a script that is loaded when it is needed.
  ///
  /// - Returns: nil where no page refers to another.
  /// - Complexity: linear in the pages and the parts.
  static func file(_ pages: [RenderedPage]) -> OutputFile? {
    let wanted = Set(pages.flatMap { page in page.references.filter { $0.page != page.file.path } })
    guard !wanted.isEmpty else { return nil }
    let html = Dictionary(pages.map { ($0.file.path, $0) }) { first, _ in first }
    var parts: [String: JSONValue] = [:]
    for label in wanted {
      guard let page = html[label.page] else { continue }
      let text = String(decoding: page.file.bytes, as: UTF8.self)
      parts[label.address] = element(label.anchor, in: text).map { .string(String($0)) }
    }
    return OutputFile(
      path: "docgen-previews.js", text: "docgenPreviews(\(JSONValue.object(parts).text));\n")
  }

  /// The element with an `id`, in HTML of ours, where tags are well formed.
  static func element(_ id: String, in html: String) -> Substring? {
    guard let mark = html.firstRange(of: #" id="\#(id)""#),
      let start = html[..<mark.lowerBound].lastIndex(of: "<")
    else { return nil }
    let name = html[html.index(after: start)...].prefix { $0 != " " }
    var depth = 0
    var rest = html[start...]
    while let open = rest.firstIndex(of: "<") {
      let tag = rest[rest.index(after: open)...]
      if tag.hasPrefix("/\(name)>") {
        depth -= 1
        if depth == 0 {
          let end = tag.firstIndex(of: ">") ?? tag.endIndex
          return html[start...end]
        }
      } else if tag.hasPrefix(name),
        tag.dropFirst(name.count).first.map({ $0 == " " || $0 == ">" }) == true
      {
        depth += 1
      }
      rest = tag
    }
    return nil
  }
}
