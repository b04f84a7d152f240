import Diagnostics

extension Command {
  /// The help of this command, at most 80 columns wide.
  package var helpText: String {
    var sections = [usage, wrapped(discussion, width: 80).joined(separator: "\n")]
    sections += [
      section("Arguments", operands.map { ($0.placeholder, $0.described) }),
      section("Options", options.map { ($0.heading, $0.described) }),
      section(
        options.isEmpty ? "Options" : "Common options",
        (shared + [.help]).map { ($0.heading, $0.described) }),
      section("Examples", examples.map { ($0.line, $0.effect) }),
    ]
    .compactMap { $0 }
    return sections.joined(separator: "\n\n") + "\n"
  }

  /// `Usage: docgen build [options]`.
  var usage: String {
    let words = operands.map { $0.isRequired ? $0.placeholder : "[\($0.placeholder)]" }
    return (["Usage: docgen", name, "[options]"] + words).joined(separator: " ")
  }

  /// What docgen is, its commands and its exit statuses.
  package static var overview: String {
    let statuses = Outcome.allCases.map { (String($0.rawValue), $0.meaning) }
    let sections = [
      "docgen \(docgenVersion): documentation whose mathematics is checked",
      "Usage: docgen COMMAND [options]",
      section("Commands", all.map { ($0.name, $0.summary) }),
      section("Options", [Option.help, Option.version].map { ($0.heading, $0.summary) }),
      section("Exit status", statuses),
      "docgen help COMMAND prints the options of a command.",
    ]
    return sections.compactMap { $0 }.joined(separator: "\n\n") + "\n"
  }
}

extension Command.Operand {
  /// The summary, with the choices where they fit on a line or two.
  fileprivate var described: String {
    choices.isEmpty || choices.count > 8
      ? summary : "\(summary): \(choices.joined(separator: ", "))"
  }
}

extension Option {
  /// `-f, --format FORMAT`, aligned with options that have no letter.
  fileprivate var heading: String {
    let short = letter.map { "-\($0), " } ?? "    "
    return short + spelling + (argument.map { " \($0.placeholder)" } ?? "")
  }

  fileprivate var described: String {
    let choices = argument?.choices ?? []
    return choices.isEmpty ? summary : "\(summary): \(choices.joined(separator: ", "))"
  }
}

/// A titled list of two columns; nil where it is empty.
///
/// Where the first column leaves too little room, each text stands below its heading.
private func section(_ title: String, _ rows: [(String, String)]) -> String? {
  guard let widest = rows.map(\.0.count).max() else { return nil }
  guard widest <= 48 else {
    let lines = rows.flatMap { heading, text in
      ["  " + heading] + wrapped(text, width: 74).map { "      " + $0 }
    }
    return (["\(title):"] + lines).joined(separator: "\n")
  }
  let indent = String(repeating: " ", count: widest + 4)
  let lines = rows.flatMap { heading, text in
    let parts = wrapped(text, width: 80 - indent.count)
    let first = "  " + heading + String(repeating: " ", count: widest - heading.count + 2)
    return parts.enumerated().map { ($0 == 0 ? first : indent) + $1 }
  }
  return (["\(title):"] + lines).joined(separator: "\n")
}

/// A text in lines of at most `width` characters, broken between words.
func wrapped(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    if !line.isEmpty, line.count + 1 + word.count > width {
      lines.append(line)
      line = ""
    }
    line += line.isEmpty ? word : " \(word)"
  }
  return lines + [line]
}
