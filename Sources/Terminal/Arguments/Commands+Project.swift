extension Command {
  package static let initialize = Command(
    "init", "start a project",
    discussion: """
      Makes content/ with its settings and a first page, a workflow that checks the site in \
      continuous integration, and a line in .gitignore. Overwrites nothing.
      """,
    operands: [
      .init(
        "DIR", isRequired: false, isPath: true, "the project's folder; the current one unless given"
      )
    ],
    options: [.docgenSource],
    examples: [.init("docgen init manual", "start a project in the folder manual")])

  package static let doctor = Command(
    "doctor", "check that all that a build needs is there",
    discussion: """
      Tries each library that docgen works with, reads the content folder and tries whether the \
      site can be written, and says what to do about what is missing.
      """,
    options: [.output], shared: [.root],
    examples: [.init("docgen doctor", "what is missing for a build here?")])

  package static let clean = Command(
    "clean", "remove the published site",
    discussion: """
      Removes the folder of the published site. A folder that docgen did not make is left alone.
      """,
    options: [.output], shared: [.root],
    examples: [.init("docgen clean", "remove site/")])

  package static let serve = Command(
    "serve", "show the site while it is being written",
    discussion: """
      Builds the site in memory, serves it on this machine and builds it anew whenever a file of \
      content/ changes; open pages then show the change by themselves. What fails is reported \
      here and on the page, marked as failing. Nothing is written, and no other machine is answered.
      """,
    options: [.port], shared: [.root, .jobs, .quiet],
    examples: [
      .init("docgen serve", "then open the address it prints"),
      .init("docgen serve --port 8000", "at a port of your choice"),
    ])

  package static let schema = Command(
    "schema", "print the JSON schema of docgen.yml or of front matter",
    discussion: """
      Prints a JSON schema by which an editor completes and checks the keys of docgen.yml, or \
      those of the front matter of a page. It is made from the table that docgen itself reads by.
      """,
    operands: [
      .init(
        "SCHEMA", isRequired: true, choices: ["settings", "front-matter"], "which of the two")
    ],
    examples: [
      .init("docgen schema settings > docgen.schema.json", "keep it where an editor finds it")
    ])

  package static let template = Command(
    "template", "print one of the templates that pages are made by",
    discussion: """
      Prints a template as docgen has it. A file of its name in content/_theme/ takes its place, so \
      that it is changed from there.
      """,
    operands: [
      .init(
        "TEMPLATE", isRequired: true,
        choices: ["page", "head", "navigation", "footer", "redirect"].map { "\($0).hbs" },
        "which of them")
    ],
    examples: [
      .init("docgen template footer.hbs > content/_theme/footer.hbs", "begin with docgen's own")
    ])

  package static let manual = Command(
    "man", "print the manual page",
    discussion: "Prints docgen's manual page in the form that man reads.",
    examples: [.init("docgen man | man -l -", "read it")])
}
