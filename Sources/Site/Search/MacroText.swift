internal import Foundation

/// The TeX of a page with its macros written out, for the search.
struct MacroText {
  private let macros: [(name: String, expansion: String)]

  /// Of macros with arguments the search needs nothing: their arguments are found without.
  init(_ macros: [String: String]) {
    self.macros = macros.filter { !$0.value.contains("#") }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  /// - Complexity: O(m·n) for m macros and n characters.
  func expanded(_ tex: String) -> String {
    guard tex.contains("\\") else { return tex }
    return macros.reduce(tex) { text, macro in
      guard text.contains(macro.name) else { return text }
      let name = NSRegularExpression.escapedPattern(for: macro.name) + "(?![A-Za-z])"
      let expansion = NSRegularExpression.escapedTemplate(for: "{\(macro.expansion)}")
      return text.replacingOccurrences(of: name, with: expansion, options: .regularExpression)
    }
  }

  /// A section with its formulas written out.
  func expanded(_ section: SearchSection) -> SearchSection {
    var section = section
    for index in section.parts.indices where index % 2 == 1 {
      section.parts[index] = expanded(section.parts[index])
    }
    return section
  }
}
