/// Gives each heading of a page a name for links, as GitHub does.
///
/// Letters, marks, digits, connectors, hyphens and spaces stay, in lower case; spaces become hyphens. A
/// name that is taken, or given to a heading by its author, gets `-1`, `-2` and so on. A heading without any such character is `section`.
struct Slugs {
  private var taken: Set<String>
  /// The names that authors gave and no heading has yet.
  private var waiting: Set<String>
  /// The last number tried for a name, so that many equal headings cost linear time.
  private var numbers: [String: Int] = [:]

  /// - Parameter names: those that authors give to headings of the page.
  init(named names: [String] = []) {
    waiting = Set(names)
    taken = waiting
  }

  /// A name for a heading that no earlier heading has.
  mutating func add(_ heading: String) -> String { add(name: Self.base(heading)) }

  /// A name that an author gave, with a number where an earlier heading has it.
  mutating func take(_ name: String) -> String {
    waiting.remove(name) == nil ? add(name: name) : name
  }

  private mutating func add(name base: String) -> String {
    var slug = base
    while !taken.insert(slug).inserted {
      let number = numbers[base, default: 0] + 1
      numbers[base] = number
      slug = "\(base)-\(number)"
    }
    return slug
  }

  private static func base(_ heading: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in heading.lowercased().unicodeScalars {
      if scalar == " " {
        result.append("-")
      } else if scalar == "-" || isWord(scalar) {
        result.append(scalar)
      }
    }
    return result.isEmpty ? "section" : String(result)
  }

  /// Whether a scalar belongs to words in the sense of Unicode regular expressions.
  ///
  /// Source: Unicode Technical Standard 18, Annex C, `\w`.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
      true
    default:
      false
    }
  }
}
