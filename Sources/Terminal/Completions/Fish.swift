/// Completions for fish: a line for each command, option and operand.
func fishCompletions(_ commands: [Command]) -> String {
  let opening = [
    "complete -c docgen -f",
    "complete -c docgen -n __fish_use_subcommand -l version -d 'print the version'",
  ]
  let names = commands.map {
    "complete -c docgen -n __fish_use_subcommand -a \($0.name) -d \($0.summary.fishQuoted)"
  }
  let lines = opening + names + commands.flatMap(fishLines)
  return lines.joined(separator: "\n") + "\n"
}

private func fishLines(_ command: Command) -> [String] {
  let start = "complete -c docgen -n '__fish_seen_subcommand_from \(command.name)'"
  let operands = command.operands.filter { !$0.choices.isEmpty }.map {
    "\(start) -a '\($0.choices.joined(separator: " "))' -d \($0.summary.fishQuoted)"
  }
  let paths = command.operands.contains(where: \.isPath) ? ["\(start) -F"] : []
  return command.allOptions.map { "\(start) \(fishOption($0))" } + operands + paths
}

private func fishOption(_ option: Option) -> String {
  let letter = option.letter.map { " -s \($0)" } ?? ""
  let value =
    switch option.argument {
    case nil: ""
    case .choice(_, let words): " -x -a '\(words.joined(separator: " "))'"
    case .folder: " -x -a '(__fish_complete_directories)'"
    case .number, .text: " -x"
    }
  return "-l \(option.name)\(letter)\(value) -d \(option.summary.fishQuoted)"
}

extension String {
  /// The text as one word of fish, which escapes a quote inside quotes.
  fileprivate var fishQuoted: String {
    "'" + map { #"'\"#.contains($0) ? "\\\($0)" : String($0) }.joined() + "'"
  }
}
