/// A completion function for bash.
///
/// The word before the current one decides: after an option with a value come its values, elsewhere
/// the options and operands of the command, which is the first word.
func bashCompletions(_ commands: [Command]) -> String {
  let names = commands.map(\.name).joined(separator: " ")
  return """
    _docgen() {
      local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" words=""
      COMPREPLY=()
      if (( COMP_CWORD == 1 )); then
        COMPREPLY=($(compgen -W '\(names) --help --version' -- "$current"))
        return
      fi
      case "$previous" in
    \(valueCases(commands).joined(separator: "\n"))
      esac
      case "${COMP_WORDS[1]}" in
    \(commands.map(wordsCase).joined(separator: "\n"))
      esac
      COMPREPLY=($(compgen -W "$words" -- "$current"))
    }
    complete -F _docgen docgen

    """
}

/// A case for each option with a value, by all its spellings; options of equal name are equal.
private func valueCases(_ commands: [Command]) -> [String] {
  var seen: Set<String> = []
  return commands.flatMap(\.allOptions).compactMap { option in
    guard let argument = option.argument, seen.insert(option.name).inserted else { return nil }
    let spellings = [option.spelling] + (option.letter.map { ["-\($0)"] } ?? [])
    let answer =
      switch argument {
      case .choice(_, let words):
        "COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$current\"))"
      case .folder: "COMPREPLY=($(compgen -d -- \"$current\"))"
      case .number, .text: ":"
      }
    return "    \(spellings.joined(separator: "|"))) \(answer); return ;;"
  }
}

private func wordsCase(_ command: Command) -> String {
  // Where no word fits and the operand is a path, bash completes files.
  let words = command.operands.flatMap(\.choices) + command.allOptions.map(\.spelling)
  let paths = command.operands.contains(where: \.isPath) ? "; compopt -o default 2>/dev/null" : ""
  return "    \(command.name)) words='\(words.joined(separator: " "))'\(paths) ;;"
}
