/// What a code means: a paragraph, an example, and the way out.
package struct Explanation: Hashable, Sendable {
  /// One phrase.
  package var summary: String
  /// Full sentences.
  package var text: String
  /// A piece of a page or a command line that brings the code about.
  package var example: String
  /// What to do, in full sentences.
  package var wayOut: String

  init(_ summary: String, _ text: String, example: String, wayOut: String) {
    self.summary = summary
    self.text = text
    self.example = example
    self.wayOut = wayOut
  }
}

extension Explanation {
  /// The explanation of every code.
  package static let all: [Code: Explanation] =
    claims.merging(notation) { $1 }.merging(pages) { $1 }.merging(running) { $1 }

  private static let claims: [Code: Explanation] = [
    .refuted: Explanation(
      "a claim of the page is wrong",
      """
      docgen found a witness: small shapes and numbers at which the claimed side and the derived \
      side differ, or at which the claimed side has no value because its shapes do not fit. One \
      witness is enough; the claim is not true in general. Where a common mistake explains the \
      difference, it is named as the cause.
      """,
      example: """
        F = norm2(A*x - b)^2
        gradient F wrt x = 2*A*(A*x - b)
        """,
      wayOut: """
        Compare the claimed and the derived side; the caret stands under the part that is wrong \
        where it could be located. If the mistake is shown on purpose, write refuted before the claim.
        """),
    .undecided: Explanation(
      "a claim is neither proved nor refuted",
      """
      The normal forms of both sides differ, and evaluating both at random points did not decide \
      either: the sides agreed only within the precision of the numbers, or had no value at any \
      point that was tried. The report lists what was tried.
      """,
      example: "log(det(X)) == tr(logm(X))",
      wayOut: """
        State the domain in the declaration, such as X : (n, n) positive definite, or claim the \
        result in smaller steps.
        """),
    .unreadable: Explanation(
      "a claim could not be read",
      """
      The text of a claim that is marked to be checked does not parse, uses a name that is not \
      declared, or combines shapes that do not fit. The message says which.
      """,
      example: "gradient F wrt W = 2*W*(x",
      wayOut: """
        Mend the text at the caret, or declare what is missing above it. A formula that is not \
        meant as a claim is left out by <!-- check: skip, reason -->.
        """),
    .unexpectedlyTrue: Explanation(
      "a claim that was declared refuted is true",
      """
      A claim that begins with refuted shows a mistake on purpose. It fails if it turns out to be \
      true, because then the page calls something a mistake that is none.
      """,
      example: "refuted tr(A*B) == tr(B*A) because \"the order matters\"",
      wayOut: "Remove refuted, or state the mistake that was meant."),
  ]

  private static let notation: [Code: Explanation] = [
    .syntax: Explanation(
      "an expression or a statement is not well formed",
      """
      The text does not follow the notation: a bracket is not closed, an operator lacks a side, or \
      a line begins with a word that starts no statement.
      """,
      example: "F = norm2(A*x - b",
      wayOut: "Mend the text at the caret. The reference lists the statements and the operators."),
    .unknownName: Explanation(
      "a name is used that is not declared",
      """
      Every variable is declared, with its shape, before it is used. The statements of a page share \
      one scope from top to bottom.
      """,
      example: """
        W : (k, n)
        F = norm2(W*x)^2
        """,
      wayOut: "Declare the name above its first use, as in x : (n, m), or correct its spelling."),
    .unknownFunction: Explanation(
      "a function is called that docgen does not know",
      "The name before the bracket is neither a built-in function nor one the page defines.",
      example: "F = sum(sigmiod(W*x))",
      wayOut: """
        Correct the spelling, or define the function for one entry above, as in \
        f(z) = 1/(1 + exp(-z)).
        """),
    .duplicateName: Explanation(
      "a name is declared or defined twice",
      "A name means one thing on a page, so that every claim can be read without its history.",
      example: """
        x : (n, m)
        x : (m)
        """,
      wayOut: "Choose another name for the second one."),
    .shapeMismatch: Explanation(
      "the shapes of an operation do not fit",
      """
      A product needs as many columns on its left as rows on its right; a sum and an elementwise \
      operation need equal shapes, except that a column is understood to repeat over the columns \
      of a matrix. Sizes with different names are different, unless the page assumes that they are equal.
      """,
      example: """
        W : (k, n)
        x : (k, m)
        y = W*x
        """,
      wayOut: "Transpose a factor, as in W'*x, or correct a declaration."),
    .notDifferentiable: Explanation(
      "a function has no derivative there",
      """
      The function depends on the variable through something that has no derivative, such as \
      rounding or comparing. That is not the same as a derivative of zero.
      """,
      example: "gradient sum(floor(x)) wrt x",
      wayOut: "Replace that part by a smooth function, or derive with respect to something else."),
    .unsupported: Explanation(
      "docgen cannot do this yet",
      "The statement is meaningful, but there is no rule for it in this version.",
      example: "hessian F wrt W",
      wayOut: "Restate it by what is supported; the reference lists it."),
    .tooDeep: Explanation(
      "an expression or a page is nested too deeply",
      """
      There is a bound on how deep brackets, quotes and lists may be nested, so that a page from a \
      stranger cannot exhaust the machine.
      """,
      example: "((((… thousands of brackets …))))",
      wayOut: "Name the inner parts by definitions of their own."),
    .tooLarge: Explanation(
      "an expression, a table or a page is too large",
      "There is a bound on the size of what is read and on the size of what is derived from it.",
      example: "(a + b + c + d)^1000000",
      wayOut: "Split the page or the function, or name the parts by definitions of their own."),
  ]

  private static let pages: [Code: Explanation] = [
    .notUTF8: Explanation(
      "a file is not encoded in UTF-8",
      "Pages and configuration are read as UTF-8. The message names the first byte that is not.",
      example: "caf\\xE9",
      wayOut: "Save the file as UTF-8, or convert it, as in iconv -f LATIN1 -t UTF-8."),
    .frontMatter: Explanation(
      "the front matter of a page cannot be used",
      """
      A page may begin with a block of YAML between two lines of three dashes. It must be closed, and \
      it must be a mapping of the keys that a page understands.
      """,
      example: """
        ---
        title: Gradients
        # Gradients
        """,
      wayOut: "Close the block with a line of three dashes, and give each key a value of its kind."),
    .yaml: Explanation(
      "a piece of YAML is not well formed",
      "The YAML reader stopped at the place that is shown; often the mistake stands just before it.",
      example: "title: Deltas: the short way",
      wayOut: "Quote a text that holds a colon or a bracket, and indent by spaces, not tabs."),
    .unknownKey: Explanation(
      "a key is not understood",
      "Neither the front matter nor docgen.yml may hold a key that nothing reads: often it is misspelt.",
      example: "tilte: Gradients",
      wayOut:
        "Correct the spelling, remove the key, or name it under ignore_keys where it is for another program."
    ),
    .missingFile: Explanation(
      "a file or a folder does not exist",
      "Something that was named, such as the content folder or a picture, is not there or cannot be read.",
      example: "docgen check --root elsewhere",
      wayOut:
        "Correct the path; paths are relative to the file, or to the folder docgen was started in."),
    .outsideContent: Explanation(
      "a path leads out of the content folder",
      """
      A page may read no file outside the content folder, neither by .. nor by a symbolic link, so \
      that building a page from a stranger gives nothing away.
      """,
      example: "![a picture](../../secret.png)",
      wayOut: "Copy the file into the content folder."),
    .citation: Explanation(
      "a citation or its bibliography cannot be read",
      """
      A page cites a work by [@key], where the key is that of an entry in the BibTeX file that \
      docgen.yml names under bibliography. Either the file has no such entry, or it is not well formed \
      at the place that is shown.
      """,
      example: "[@gilles2008], where the file has giles2008",
      wayOut: "Correct the key, or add the entry to the file."),
    .brokenLink: Explanation(
      "a link leads nowhere",
      """
      The page or the heading that a link names does not exist. Links that another program resolves are \
      named by `unchecked_links` in docgen.yml.
      """,
      example: "[the deltas](gradients.md#detlas)",
      wayOut:
        "Correct the path or the part after #, which is the heading in lower case with hyphens."),
    .unknownLabel: Explanation(
      "a reference names no label",
      """
      @eq-cost refers to the place with the label eq-cost: an equation that holds \\label{eq-cost}, or \
      a figure, table, theorem or the like under a comment <!-- label: … -->. No page has that label.
      """,
      example: "as @eq-cots shows",
      wayOut: "Correct the reference, or give the place its label."),
    .duplicateLabel: Explanation(
      "a label stands at two places",
      "A reference to the label could mean either place.",
      example: #"$$a = b \label{eq-cost}$$ and further down $$c = d \label{eq-cost}$$"#,
      wayOut: "Give each place a label of its own."),
    .duplicatePage: Explanation(
      "two pages have the same address",
      "Two source files would be published as one file.",
      example: "content/guide.md and content/guide/index.md",
      wayOut: "Rename or remove one of them."),
    .rawHTML: Explanation(
      "a page holds raw HTML",
      """
      Raw HTML is left out unless the owner of the site turns it on, because it can run scripts. Plain tags \
      without attributes, such as <kbd>, <sub> or <details>, pass where each is closed beside its opening.
      """,
      example: "<script>…</script>",
      wayOut: "Write it in Markdown, or turn raw HTML on in docgen.yml if you trust every author."),
    .tableForm: Explanation(
      "a table that is checked has not the expected form",
      """
      A layer table has the columns Layer, Weight and Activation; a delta table has Layer, \
      Derivative, Delta and Input. Rows go from the last layer to the first.
      """,
      example: """
        <!-- check: network F -->
        | Layer | Activation |
        |-------|------------|
        """,
      wayOut: "Add or rename the column that the message names."),
    .formula: Explanation(
      "a formula cannot be rendered",
      "The TeX of a formula is not understood by the program that renders it.",
      example: #"$\frac{1}{2$"#,
      wayOut: "Close the bracket, or replace the command that the message names."),
  ]

  private static let running: [Code: Explanation] = [
    .usage: Explanation(
      "the command line is not understood",
      "A command, an option or its value is unknown or missing. Nothing was read or written.",
      example: "docgen biuld",
      wayOut: "docgen --help lists the commands, docgen help COMMAND the options of one."),
    .configuration: Explanation(
      "the configuration cannot be used",
      "A value in docgen.yml has the wrong kind, or two of them contradict each other.",
      example: "math: pictures",
      wayOut: "Correct the value; the reference lists the keys and their values."),
    .siteDiffers: Explanation(
      "the published site differs from what would be published",
      """
      docgen build --check built the site and compared it with the published files. Some differ, are \
      missing, or are no longer made from any page.
      """,
      example: "docgen build --check",
      wayOut: "Run docgen build and commit what it changed."),
    .notASite: Explanation(
      "a folder is not a site that docgen made",
      """
      A site is replaced and removed as a whole. So docgen touches only a folder that is empty or that \
      it made itself, which it knows by docgen.css and the mark in its pages.
      """,
      example: "docgen build --output ~/documents",
      wayOut:
        "Choose another folder by --output, or remove the folder yourself if nothing in it is needed."
    ),
    .fileExists: Explanation(
      "a file is in the way",
      "docgen init makes the files of a new project and overwrites none that is there.",
      example: "docgen init, in a folder that has content/",
      wayOut: "Start in another folder, or move the files away that the message names."),
    .writeFailed: Explanation(
      "a file could not be written",
      "The published site stays as it was. The message gives the reason of the operating system.",
      example: "docgen build --output /read-only",
      wayOut: "Make the folder writable, make room, or choose another folder by --output."),
    .missingLibrary: Explanation(
      "something that docgen uses is not installed",
      "docgen renders formulas, colours code and builds the search index by libraries of the system.",
      example: "KaTeX cannot be found",
      wayOut:
        "Install the package that the message names; docgen's own .ci/setup installs all of them."),
    .internalError: Explanation(
      "docgen made a mistake",
      """
      A result failed docgen's own check, or something happened that cannot happen. No wrong result \
      is published.
      """,
      example: "a derived gradient that the kernel does not confirm",
      wayOut: "Please report it, with the page and the version that docgen --version prints."),
  ]
}
