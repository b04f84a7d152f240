/// The anchors that authors write as HTML: `<a id="name"></a>`, `<h2 id=name>`.
enum WrittenAnchors {
  /// Every `id`, and every `name` of an `a`, in a text; more than there are where code shows tags.
  ///
  /// - Complexity: linear in the text.
  static func names(in text: String) -> [String] {
    let form = #/<[A-Za-z][A-Za-z0-9]*\s(?:[^<>]*?\s)?(?:id|name)\s*=\s*["']?([^"'\s<>]+)/#
    return text.split(separator: "\n").filter { $0.contains("<") }
      .flatMap { line in line.matches(of: form).map { String($0.1) } }
  }
}
