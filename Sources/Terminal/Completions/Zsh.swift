/// A completion function for zsh, made of `_describe` and `_arguments`.
func zshCompletions(_ commands: [Command]) -> String {
  let descriptions = commands.map {
    "    " + "\($0.name.zshEscaped):\($0.summary.zshEscaped)".shellQuoted
  }
  return """
    #compdef docgen
    _docgen() {
      local -a commands
      commands=(
    \(descriptions.joined(separator: "\n"))
      )
      if (( CURRENT == 2 )); then
        _describe command commands
        return
      fi
      shift words
      (( CURRENT-- ))
      case "$words[1]" in
    \(commands.map(zshCase).joined(separator: "\n"))
      esac
    }
    if [[ "$funcstack[1]" == _docgen ]]; then _docgen "$@"; else compdef _docgen docgen; fi

    """
}

private func zshCase(_ command: Command) -> String {
  let specifications =
    command.allOptions.flatMap { zshSpecifications(of: $0) }
    + command.operands.map { operand in
      "\(operand.isRequired ? ":" : "::")\(operand.summary.zshEscaped):"
        + (operand.isPath ? "_files" : "")
        + (operand.choices.isEmpty ? "" : "(\(operand.choices.joined(separator: " ")))")
    }
  let lines = specifications.map { "      " + $0.shellQuoted }
  return "    \(command.name)) _arguments \\\n\(lines.joined(separator: " \\\n")) ;;"
}

private func zshSpecifications(of option: Option) -> [String] {
  let action =
    switch option.argument {
    case nil: ""
    case .choice(let name, let words): ":\(name):(\(words.joined(separator: " ")))"
    case .folder(let name): ":\(name):_files -/"
    case .number(let name, _), .text(let name): ":\(name): "
    }
  let text = "[\(option.summary.zshEscaped)]\(action)"
  let spellings = [option.spelling] + (option.letter.map { ["-\($0)"] } ?? [])
  return spellings.map { (option.repeats ? "*" : "") + $0 + text }
}

extension String {
  /// The text with what separates the parts of a specification escaped.
  fileprivate var zshEscaped: String {
    map { #":[]\"#.contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
