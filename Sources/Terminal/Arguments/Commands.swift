import Diagnostics

extension Command {
  /// The options of all commands that check pages.
  static let reporting: [Option] = [.root, .format, .jobs, .strict, .quiet, .verbose]

  package static let build = Command(
    "build", "check every page, then publish the site",
    discussion: """
      Checks every page of content/ and publishes the site from them. If a claim or a check \
      fails, nothing is published and the site stays as it was.
      """,
    options: [.check, .draft, .output], shared: reporting,
    contradictions: [[.check, .draft], [.quiet, .verbose]],
    examples: [
      .init("docgen build", "publish content/ into site/"),
      .init("docgen build --check", "in continuous integration: is site/ up to date?"),
    ])

  package static let checkPages = Command(
    "check", "check every page and write nothing",
    discussion: """
      Checks every claim of every page of content/ and reports all that fail, sorted by \
      location. Writes no file.
      """,
    options: [.only, .links], shared: reporting, contradictions: [[.quiet, .verbose]],
    examples: [
      .init("docgen check --only 'tutorials/*.md'", "check the tutorials alone"),
      .init("docgen check --links", "visit every address the pages link to"),
      .init("docgen check --format json", "the report for another program"),
    ])

  package static let explain = Command(
    "explain", "explain a code such as refuted",
    discussion: """
      Explains the code that stands in brackets in a report, with an example and the way \
      out. Without a code it lists them all.
      """,
    operands: [
      .init(
        "CODE", isRequired: false, choices: Code.allCases.map(\.rawValue),
        "the code, as in error[shape-mismatch]")
    ],
    examples: [.init("docgen explain shape-mismatch", "what it means and how to mend it")])

  package static let completions = Command(
    "completions", "print a script that completes commands in a shell",
    discussion: """
      Prints a script that teaches the shell to complete docgen's commands, options and \
      their values.
      """,
    operands: [
      .init("SHELL", isRequired: true, choices: Shell.allCases.map(\.rawValue), "the shell")
    ],
    examples: [
      .init("source <(docgen completions bash)", "complete in this bash"),
      .init("docgen completions fish | source", "complete in this fish"),
    ])

  package static let help = Command(
    "help", "print the help of a command",
    discussion: "Prints the options of a command, or the list of commands.",
    operands: [
      .init("COMMAND", isRequired: false, choices: listed.map(\.name), "the command")
    ])

  private static let listed: [Command] = [
    initialize, build, serve, checkPages, fix, adopt, derive, explain, schema, template, doctor,
    clean, completions, manual,
  ]

  /// Every command, in the order of the help.
  package static let all: [Command] = listed + [help]
}
