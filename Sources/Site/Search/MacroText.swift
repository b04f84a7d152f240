/// The TeX of a page with its macros written out, for the search.
struct MacroText {
  private let macros: [String: [Character]]

  /// How deep macros that use macros are written out, and how many characters may come of a formula.
  private static let deepest = 8
  private static let longest = 20_000

  /// - Parameter macros: expansions by name, such as `\R`; `#1` stands for the first argument.
  init(_ macros: [String: String]) { self.macros = macros.mapValues(Array.init) }

  /// - Complexity: linear in what comes out.
  func expanded(_ tex: String) -> String {
    var text = Array(tex)
    for _ in 0..<Self.deepest {
      guard let next = once(text), next.count <= Self.longest else { break }
      text = next
    }
    return String(text)
  }

  /// A section with its formulas written out.
  func expanded(_ section: SearchSection) -> SearchSection {
    var section = section
    for index in section.parts.indices where index % 2 == 1 {
      section.parts[index] = expanded(section.parts[index])
    }
    for index in section.title.indices where index % 2 == 1 {
      section.title[index] = expanded(section.title[index])
    }
    return section
  }

  /// The text with each macro in it written out; nil where there is none.
  private func once(_ text: [Character]) -> [Character]? {
    var out: [Character] = []
    var place = 0
    var isChanged = false
    while place < text.count {
      let name = Self.command(text[place...])
      place += max(1, name.count)
      guard let expansion = macros[String(name)] else {
        out += name.isEmpty ? text[(place - 1)..<place] : name
        continue
      }
      isChanged = true
      out += "{" + Self.filled(expansion, text, &place) + "}"
    }
    return isChanged ? out : nil
  }

  /// The command that a text begins with; empty where it begins with none.
  private static func command(_ text: ArraySlice<Character>) -> ArraySlice<Character> {
    guard text.first == "\\" else { return [] }
    let letters = text.dropFirst().prefix { $0.isASCII && $0.isLetter }
    return text.prefix(letters.isEmpty ? 2 : letters.count + 1)
  }

  /// An expansion with the arguments that follow the macro.
  private static func filled(
    _ expansion: [Character], _ text: [Character], _ place: inout Int
  ) -> [Character] {
    let marks = expansion.indices.dropLast().filter { expansion[$0] == "#" }
    let count = marks.compactMap { expansion[$0 + 1].wholeNumberValue }.max() ?? 0
    guard count > 0 else { return expansion }
    let arguments = (0..<count).map { _ in argument(text, &place) }
    var out: [Character] = []
    var index = 0
    while index < expansion.count {
      if marks.contains(index), let number = expansion[index + 1].wholeNumberValue, number > 0 {
        out += "{" + arguments[number - 1] + "}"
        index += 2
      } else {
        out.append(expansion[index])
        index += 1
      }
    }
    return out
  }

  /// The next argument: what stands in braces, a command or one character.
  private static func argument(_ text: [Character], _ place: inout Int) -> [Character] {
    while place < text.count, text[place].isWhitespace { place += 1 }
    guard place < text.count, text[place] == "{" else {
      let command = command(text[min(place, text.count)...])
      let end = min(text.count, place + max(1, command.count))
      defer { place = end }
      return Array(text[min(place, end)..<end])
    }
    let start = place + 1
    var depth = 0
    while place < text.count {
      if text[place] == "{" { depth += 1 }
      if text[place] == "}" { depth -= 1 }
      place += 1
      if depth == 0 { return Array(text[start..<(place - 1)]) }
    }
    return Array(text[min(start, text.count)...])
  }
}
