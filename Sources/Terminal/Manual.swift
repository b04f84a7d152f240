import Diagnostics

/// The manual page, made from the table of commands.
///
/// Source: The Open Group, "man", and J. Ossanna, "Nroff/Troff User's Manual" (1976) for the requests.
package enum Manual {
  /// The page in the `man` macros of roff.
  package static func page(of commands: [Command] = Command.all) -> String {
    let parts =
      [
        ".TH DOCGEN 1 \"\" \"docgen \(escaped(docgenVersion))\" \"User Commands\"",
        section("NAME", "docgen \\- documentation whose mathematics is checked"),
        section("SYNOPSIS", ".B docgen\n.I COMMAND\n[options]"),
        section("COMMANDS", ""),
      ] + commands.map(command)
      + [
        section(
          "EXIT STATUS",
          Outcome.allCases.map { item(String($0.rawValue), $0.meaning) }.joined(separator: "\n")),
        section("ENVIRONMENT", variables.map(item).joined(separator: "\n")),
        section(
          "FILES",
          item("content/", "the pages, their pictures and docgen.yml") + "\n"
            + item("site/", "what is published")),
      ]
    return parts.joined(separator: "\n").split(separator: "\n").joined(separator: "\n") + "\n"
  }

  private static let variables = [
    ("NO_COLOR", "turns colours off"),
    ("FORCE_COLOR", "turns colours on where NO_COLOR is not set"),
    ("CI", "where it is set, nothing in content/ is ever written"),
    (
      "SOURCE_DATE_EPOCH", "no page says that it was changed later than this, in seconds since 1970"
    ),
  ]

  private static func command(_ command: Command) -> String {
    let usage = command.usage.split(separator: " ").dropFirst().joined(separator: " ")
    let operands = command.operands.map { item($0.placeholder, $0.told) }
    let options = (command.options + command.shared).map { item($0.told, $0.summary) }
    let examples = command.examples.map { item($0.line, $0.effect) }
    return ([".SS \(quoted(usage))", escaped(command.discussion)] + operands + options + examples)
      .joined(separator: "\n")
  }

  private static func section(_ title: String, _ text: String) -> String { ".SH \(title)\n\(text)" }

  private static func item(_ head: String, _ text: String) -> String {
    ".TP\n.B \(quoted(head))\n\(escaped(text))"
  }

  /// A text as one argument of a request.
  private static func quoted(_ text: String) -> String {
    "\"" + escaped(text).replacing("\"", with: "\\(dq") + "\""
  }

  /// A text whose characters mean themselves: a backslash, hyphens, and a request's first character.
  private static func escaped(_ text: String) -> String {
    let safe = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&" + safe : safe
  }
}

extension Command.Operand {
  fileprivate var told: String {
    choices.isEmpty ? summary : "\(summary): \(choices.joined(separator: ", "))"
  }
}

extension Option {
  /// `-f, --format FORMAT`.
  fileprivate var told: String {
    (letter.map { "-\($0), " } ?? "") + spelling + (argument.map { " " + $0.placeholder } ?? "")
  }
}
