/// A shell that can complete docgen's command lines.
package enum Shell: String, CaseIterable, Hashable, Sendable {
  case bash, zsh, fish

  /// The script that teaches the shell the commands.
  package func script(for commands: [Command] = Command.all) -> String {
    switch self {
    case .bash: bashCompletions(commands)
    case .zsh: zshCompletions(commands)
    case .fish: fishCompletions(commands)
    }
  }
}

extension String {
  /// The text as one word of a POSIX shell.
  var shellQuoted: String {
    "'"
      + split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: #"'\''"#) + "'"
  }
}
