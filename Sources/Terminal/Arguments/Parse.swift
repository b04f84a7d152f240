package import Diagnostics

extension Request {
  /// Reads a command line.
  ///
  /// Options may stand before or after operands, as `--name value`, `--name=value`, `-n value` or
  /// `-nvalue`; after `--` everything is an operand. `--help` and `--version` win over all else that
  /// is well-formed before them.
  ///
  /// - Parameters:
  ///   - arguments: the words after the program's name.
  ///   - commands: the commands that are understood.
  /// - Throws: a `usage` diagnostic at the first word that is not understood.
  package init(
    parsing arguments: [String], commands: [Command] = Command.all
  ) throws(Diagnostic) {
    var reader = ArgumentReader(words: arguments[...], commands: commands)
    self = try reader.read()
  }
}

/// The state of reading one command line.
private struct ArgumentReader {
  var words: ArraySlice<String>
  let commands: [Command]
  var command: Command?
  var operands: [String] = []
  var values: [String: [String]] = [:]
  var optionsEnded = false

  /// The options that are understood here: before the command, those that some command has.
  var known: [Option] {
    if let command { return command.allOptions }
    var seen: Set<Option> = [.version]
    return [.version] + commands.flatMap(\.allOptions).filter { seen.insert($0).inserted }
  }

  mutating func read() throws(Diagnostic) -> Request {
    while let word = words.popFirst() {
      if optionsEnded || word == "-" || !word.hasPrefix("-") || isFormula(word) {
        try take(word: word)
      } else if word == "--" {
        optionsEnded = true
      } else {
        let option = try takeOption(word)
        if option == .help { return .help(command) }
        if option == .version { return .version }
      }
    }
    return try finished()
  }

  /// Whether a word that begins with a minus is a formula: where one is due, and no option is written like
  /// that.
  func isFormula(_ word: String) -> Bool {
    guard let command, operands.count < command.operands.count,
      command.operands[operands.count].placeholder == "FORMULA", !word.hasPrefix("--")
    else { return false }
    let letter = word.dropFirst().prefix(1)
    let isOption = known.contains { $0.letter.map { String($0) } == String(letter) }
    return !isOption || word.contains { "+*/^'(.".contains($0) }
  }

  mutating func take(word: String) throws(Diagnostic) {
    guard let command else {
      guard let found = commands.first(where: { $0.name == word }) else {
        throw unknownCommand(word)
      }
      self.command = found
      return
    }
    guard operands.count < command.operands.count else {
      throw Diagnostic(
        .usage, "docgen \(command.name) does not take the argument '\(word)'",
        hint: "docgen help \(command.name) shows what it takes")
    }
    let operand = command.operands[operands.count]
    try check(word, among: operand.choices, called: operand.placeholder.lowercased())
    operands.append(word)
  }

  func unknownCommand(_ word: String) -> Diagnostic {
    let hint =
      nearest(word, in: commands.map(\.name)).map { "did you mean '\($0)'?" }
      ?? "the commands are \(commands.map(\.name).joined(separator: ", "))"
    return Diagnostic(.usage, "unknown command '\(word)'", hint: hint)
  }

  /// Reads one option with its value.
  mutating func takeOption(_ word: String) throws(Diagnostic) -> Option {
    let isLong = word.hasPrefix("--")
    let body = word.dropFirst(isLong ? 2 : 1)
    let name = isLong ? body.prefix { $0 != "=" } : body.prefix(1)
    let attached: Substring? =
      name.endIndex == body.endIndex
      ? nil : isLong ? body[name.endIndex...].dropFirst() : body[name.endIndex...]
    let isNamed = { (option: Option) in
      isLong ? option.name == name : option.letter.map { String($0) } == String(name)
    }
    guard let option = known.first(where: isNamed) else {
      throw unknownOption(isLong ? "--\(name)" : "-\(name)")
    }
    values[option.name, default: []].append(try value(of: option, attached: attached))
    return option
  }

  func unknownOption(_ spelling: String) -> Diagnostic {
    let message =
      command.map { "docgen \($0.name) has no option \(spelling)" } ?? "unknown option \(spelling)"
    let owners = commands.filter { $0.allOptions.contains { $0.spelling == spelling } }
    let hint =
      if let owner = owners.first {
        "it is an option of docgen \(owner.name)"
      } else if let close = nearest(spelling, in: known.map(\.spelling)) {
        "did you mean \(close)?"
      } else {
        "docgen \(command.map { "help \($0.name)" } ?? "--help") lists the options"
      }
    return Diagnostic(.usage, message, hint: hint)
  }

  /// The value of an option: what is attached to it, or else the next word.
  mutating func value(of option: Option, attached: Substring?) throws(Diagnostic) -> String {
    guard let argument = option.argument else {
      guard attached == nil else {
        throw Diagnostic(.usage, "\(option.spelling) takes no value", hint: "leave the value out")
      }
      return ""
    }
    guard let value = attached.map({ String($0) }) ?? words.popFirst(), !value.isEmpty else {
      let form = argument.choices.isEmpty ? "" : ", one of \(list(argument.choices))"
      throw Diagnostic(
        .usage, "\(option.spelling) needs a value",
        hint: "write \(option.spelling) \(argument.placeholder)\(form)")
    }
    try check(value, for: argument, of: option)
    return value
  }

  func check(
    _ value: String, for argument: Option.Argument, of option: Option
  ) throws(Diagnostic) {
    switch argument {
    case .choice(_, let choices):
      try check(value, among: choices, called: option.name)
    case .number(_, let least):
      guard let number = Int(value), number >= least else {
        throw Diagnostic(
          .usage, "\(option.spelling) takes a whole number from \(least) up, not '\(value)'",
          hint: "write \(option.spelling) \(max(least, 2))")
      }
    case .folder, .text: break
    }
  }

  func check(_ word: String, among choices: [String], called name: String) throws(Diagnostic) {
    guard !choices.isEmpty, !choices.contains(word) else { return }
    let hint =
      nearest(word, in: choices).map { "did you mean '\($0)'?" } ?? "one of \(list(choices))"
    throw Diagnostic(.usage, "unknown \(name) '\(word)'", hint: hint)
  }

  func list(_ words: [String]) -> String { words.joined(separator: ", ") }

  /// What was read, once nothing is missing and nothing contradicts.
  func finished() throws(Diagnostic) -> Request {
    guard let command else {
      throw Diagnostic(.usage, "no command is given", hint: "docgen --help lists the commands")
    }
    if command.name == Command.help.name {
      return .help(operands.first.flatMap { name in commands.first { $0.name == name } })
    }
    for operand in command.operands.dropFirst(operands.count) where operand.isRequired {
      throw Diagnostic(
        .usage, "docgen \(command.name) needs \(operand.placeholder), \(operand.summary)",
        hint: operand.choices.isEmpty ? nil : "one of \(list(operand.choices))")
    }
    try checkOptions(of: command)
    return .run(Invocation(command: command, operands: operands, values: values))
  }

  /// That options given before the command belong to it, and that no two contradict each other.
  func checkOptions(of command: Command) throws(Diagnostic) {
    let understood = Set(command.allOptions.map(\.name))
    if let stray = values.keys.sorted().first(where: { !understood.contains($0) }) {
      throw unknownOption("--\(stray)")
    }
    for pair in command.contradictions where pair.allSatisfy({ values[$0.name] != nil }) {
      throw Diagnostic(
        .usage, "\(pair.map(\.spelling).joined(separator: " and ")) contradict each other",
        hint: "leave one of them out")
    }
  }
}
