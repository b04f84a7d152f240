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
}
