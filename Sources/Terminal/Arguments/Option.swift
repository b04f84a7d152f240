/// One option of the command line: what parsing, help and completions know of it.
package struct Option: Hashable, Sendable {
  /// What may follow the option's name.
  package enum Argument: Hashable, Sendable {
    /// One of a few words.
    case choice(String, of: [String])
    /// The path of a folder.
    case folder(String)
    /// A whole number.
    case number(String, atLeast: Int)
    /// Any text.
    case text(String)

    /// The word that stands for it in help, in capitals.
    package var placeholder: String {
      switch self {
      case .choice(let name, _), .folder(let name), .number(let name, _), .text(let name): name
      }
    }

    /// The words it may be, where they are few.
    package var choices: [String] {
      if case .choice(_, let words) = self { words } else { [] }
    }
  }

  /// Without the dashes: `format`.
  package var name: String
  /// The one-letter form, without its dash.
  package var letter: Character?
  /// Nil for a switch.
  package var argument: Argument?
  /// Whether it may be given several times, each adding to the others; otherwise the last one holds.
  package var repeats: Bool
  /// What it does, as one phrase.
  package var summary: String

  package init(
    _ name: String, letter: Character? = nil, takes argument: Argument? = nil,
    repeats: Bool = false,
    _ summary: String
  ) {
    self.name = name
    self.letter = letter
    self.argument = argument
    self.repeats = repeats
    self.summary = summary
  }

  /// As it is typed: `--format`.
  package var spelling: String { "--\(name)" }
}
