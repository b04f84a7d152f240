internal import Pages

/// What the line behind a code fence says besides the language: a title, and lines to be marked.
///
/// Read are `title="net.py"`, `{2,4-5}` and `hl_lines="2 4-5"`, in any order, also right behind the language.
struct CodeOptions: Hashable, Sendable {
  /// Empty where none is named.
  var language: String
  var title: String?
  /// The lines to be marked, from 1.
  var lines: Set<Int> = []

  /// The most lines that are marked.
  private static let most = 10_000

  init(_ fence: Fence) {
    let words = ([fence.word] + fence.arguments).joined(separator: " ")
    let name = fence.word.prefix { $0 != "{" }
    language = name.contains("=") ? "" : String(name)
    title = Self.value(of: "title", in: words)
    let braces = words.matches(of: #/\{([0-9][0-9,\- ]*)\}/#).map { String($0.1) }
    for list in braces + [Self.value(of: "hl_lines", in: words) ?? ""] { add(list) }
  }

  /// What stands behind a key and an equality sign, with or without quotes.
  private static func value(of key: String, in words: String) -> String? {
    let pattern = #/(?:^|[\s{])([a-z_]+)=(?:"([^"]*)"|'([^']*)'|([^\s"'}]+))/#
    return words.matches(of: pattern).first { $0.1 == key }
      .flatMap { $0.2 ?? $0.3 ?? $0.4 }.map(String.init)
  }

  private mutating func add(_ list: String) {
    for part in list.split(whereSeparator: { $0 == "," || $0 == " " }) {
      let ends = part.split(separator: "-").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, first <= last,
        last - first + lines.count < Self.most
      else { continue }
      lines.formUnion(first...last)
    }
  }
}
