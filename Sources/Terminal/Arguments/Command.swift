/// One command: what parsing, help and completions know of it.
package struct Command: Hashable, Sendable {
  /// A word after the command that is not an option.
  package struct Operand: Hashable, Sendable {
    /// The word that stands for it in help, in capitals.
    package var placeholder: String
    package var isRequired: Bool
    /// The words it may be; empty where it is any text.
    package var choices: [String]
    /// Whether it names a file or a folder, which shells complete.
    package var isPath: Bool
    package var summary: String

    package init(
      _ placeholder: String, isRequired: Bool, choices: [String] = [], isPath: Bool = false,
      _ summary: String
    ) {
      self.placeholder = placeholder
      self.isRequired = isRequired
      self.choices = choices
      self.isPath = isPath
      self.summary = summary
    }
  }

  /// A command line that is worth showing, and what it does.
  package struct Example: Hashable, Sendable {
    package var line: String
    package var effect: String

    package init(_ line: String, _ effect: String) {
      self.line = line
      self.effect = effect
    }
  }

  package var name: String
  /// What it does, as one phrase for the list of commands.
  package var summary: String
  /// What else there is to know, in full sentences.
  package var discussion: String
  package var operands: [Operand]
  /// The options of this command alone.
  package var options: [Option]
  /// The options it shares with other commands.
  package var shared: [Option]
  /// Pairs of options that contradict each other.
  package var contradictions: [[Option]]
  package var examples: [Example]

  package init(
    _ name: String, _ summary: String, discussion: String, operands: [Operand] = [],
    options: [Option] = [], shared: [Option] = [], contradictions: [[Option]] = [],
    examples: [Example] = []
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.operands = operands
    self.options = options
    self.shared = shared
    self.contradictions = contradictions
    self.examples = examples
  }

  /// Every option it understands, its own first.
  package var allOptions: [Option] { options + shared + [.help] }
}
