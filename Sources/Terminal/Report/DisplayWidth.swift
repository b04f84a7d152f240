/// How a character of a source file is shown in a terminal.
struct Cell: Hashable, Sendable {
  /// What is printed: harmless, and without tabs.
  var text: String
  /// How many columns of the terminal it takes.
  var width: Int
}

extension Character {
  /// The cell of this character when it starts at a column of the terminal, counted from 0.
  ///
  /// A tab reaches to the next multiple of four, as in CommonMark. Control characters and those that
  /// turn the direction of writing are shown as stand-ins, so that a page cannot forge a report.
  func cell(at column: Int) -> Cell {
    if self == "\t" {
      let width = 4 - column % 4
      return Cell(text: String(repeating: " ", count: width), width: width)
    }
    let scalars = unicodeScalars.map(\.printable)
    return Cell(text: scalars.map { String($0) }.joined(), width: Character.width(of: scalars))
  }

  /// The sum of the widths, but never more than two columns for what is drawn as one picture.
  private static func width(of scalars: [Unicode.Scalar]) -> Int {
    let isPicture = scalars.contains { $0 == "\u{200D}" || $0 == "\u{FE0F}" || $0.isRegional }
    return isPicture ? 2 : scalars.map(\.width).reduce(0, +)
  }
}

extension Unicode.Scalar {
  /// The scalar itself, or a stand-in where it would steer the terminal.
  fileprivate var printable: Unicode.Scalar {
    switch value {
    case 0...0x1F: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: self
    }
  }

  /// Whether it is one half of a flag.
  fileprivate var isRegional: Bool { (0x1F1E6...0x1F1FF).contains(value) }

  /// How many columns of a terminal it takes: 0, 1 or 2.
  ///
  /// Source: Unicode Standard Annex #11, East Asian Width, with whole blocks for the wide ranges.
  fileprivate var width: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: 0
    default: isJoiningJamo ? 0 : isWide ? 2 : 1
    }
  }

  /// Vowels and final consonants that join the Hangul syllable before them.
  private var isJoiningJamo: Bool { (0x1160...0x11FF).contains(value) }

  private var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x16FE0...0x1B2FF, 0x20000...0x3FFFD:
      true
    default: properties.isEmojiPresentation
    }
  }
}

extension String {
  /// The text with stand-ins for what would steer a terminal; line ends stay.
  var harmless: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\n" ? $0 : $0.printable }))
  }
}
