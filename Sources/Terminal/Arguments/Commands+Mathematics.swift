extension Command {
  package static let fix = Command(
    "fix", "show how a wrong claim would be mended",
    discussion: """
      Shows, as a unified diff, the mended text of the claim at a place, and writes it if asked to. \
      A wrong claim is rewritten only where its line is named; without a line the claims that can \
      be mended are listed. What is offered has been checked: with it the claim holds.
      """,
    operands: [
      .init(
        "PATH[:LINE[:COLUMN]]", isRequired: false, isPath: true,
        "a page, or the place of a claim as a report shows it")
    ],
    options: [.write], shared: [.root, .jobs],
    examples: [
      .init("docgen fix content/ica.md:41", "show the change"),
      .init("docgen fix content/ica.md:41 --write", "make it"),
    ])

  package static let adopt = Command(
    "adopt", "propose what an existing page should declare",
    discussion: """
      Reads a Markdown page or a Jupyter notebook that declares nothing, finds its display equations, \
      infers the shapes of their names, and prints a derive block for you to correct. Says what would \
      be checked with it, what would be refuted, and what is not covered and why.
      """,
    operands: [
      .init("PATH", isRequired: true, isPath: true, "the page, or a notebook, which is only read")
    ],
    options: [.write, .adoptFormat], shared: [.root],
    examples: [
      .init("docgen adopt content/notes.md", "what would this page need?"),
      .init("docgen adopt content/notes.md --write", "put the block into the page"),
    ])

  package static let derive = Command(
    "derive", "derive the derivatives of one formula, without a page",
    discussion: """
      Prints the layers, the deltas and the gradient of a scalar function, and the conditions it \
      holds under. What --given says is read as in a derive block of a page.
      """,
    operands: [.init("FORMULA", isRequired: true, "the function, as in 'norm2(A*s-x)^2'")],
    options: [
      .wrt, .given, .claim, .derivative, .along, .layout, .structure, .steps, .to, .format,
    ],
    examples: [
      .init(
        "docgen derive 'sum(A*s)' --wrt A --given 'A : (m, n); s : (n)'", "the gradient by A"),
      .init(
        "docgen derive 'sum(exp(x))' --wrt x --derivative hessian --given 'x : (n)'",
        "a Hessian"),
      .init(
        "docgen derive 'x^2' --wrt x --given 'x : scalar' --claim '2*x'", "check a gradient"),
      .init(
        "docgen derive 'sum(A*s)' --wrt A --given 'A : (m, n); s : (n)' --to numpy",
        "the same as a program"),
    ])
}
