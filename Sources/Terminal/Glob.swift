/// A pattern of paths: `*` and `?` stand for characters within a folder, `**` for folders too.
package struct Glob: Hashable, Sendable {
  private enum Part: Hashable, Sendable {
    case character(Character)
    /// `?`: any character but a slash.
    case one
    /// `*`: any characters but slashes.
    case name
    /// `**/`: any folders, or none.
    case folders
    /// `**` elsewhere: anything.
    case anything
  }

  private let parts: [Part]

  package init(_ pattern: String) {
    var rest = pattern[...]
    var parts: [Part] = []
    while !rest.isEmpty {
      let (length, part) = Glob.firstPart(of: rest)
      parts.append(part)
      rest = rest.dropFirst(length)
    }
    self.parts = parts
  }

  private static func firstPart(of text: Substring) -> (length: Int, Part) {
    if text.hasPrefix("**/") { return (3, .folders) }
    if text.hasPrefix("**") { return (2, .anything) }
    if text.hasPrefix("*") { return (1, .name) }
    return (1, text.hasPrefix("?") ? .one : .character(text[text.startIndex]))
  }

  /// Whether the whole path matches.
  ///
  /// - Complexity: O(p·n) for a pattern of length p and a path of length n.
  package func matches(_ path: String) -> Bool {
    let path = Array(path)
    // reached[j]: whether the parts so far match the first j characters.
    let start = [true] + Array(repeating: false, count: path.count)
    return parts.reduce(start) { step($0, over: $1, of: path) }[path.count]
  }

  private func step(_ reached: [Bool], over part: Part, of path: [Character]) -> [Bool] {
    var next = Array(repeating: false, count: reached.count)
    // Whether the part may have started at an earlier place.
    var isOpen = false
    for j in reached.indices {
      let last = j > 0 ? path[j - 1] : nil
      switch part {
      case .character(let character): next[j] = last == character && reached[j - 1]
      case .one: next[j] = last != nil && last != "/" && reached[j - 1]
      case .name: isOpen = reached[j] || (isOpen && last != "/")
      case .folders, .anything: isOpen = isOpen || reached[j]
      }
      switch part {
      case .character, .one: break
      case .name, .anything: next[j] = isOpen
      case .folders: next[j] = reached[j] || (isOpen && last == "/")
      }
    }
    return next
  }
}
