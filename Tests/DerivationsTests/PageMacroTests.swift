import Derivations
import Pages
import Proof
import Testing

/// Macros of pages and sites, and names that a display gives to the formula above it.
@Suite struct PageMacroTests {
  private static let declarations = """
    ```derive
    A : (n, n)
    x : (n)
    Q = x'*A*x
    ```

    """

  private func check(
    _ text: String, macros: [String: String] = [:], frontMatter: String = ""
  ) throws -> PageResult {
    let page = "---\ncheck: all\n\(frontMatter)---\n" + Self.declarations + text
    return PageChecker.check(
      try Page(path: "p.md", bytes: Array(page.utf8)), .init(check: .all, macros: macros))
  }

  @Test(arguments: [
    "$$\\newcommand{\\M}{\\mathbf{A}}$$\n\n$$\\nabla_x Q = (\\M + \\M^T)x$$\n",
    "Let $\\def\\M{\\mathbf{A}}$ be.\n\n$$\\nabla_x Q = (\\M + \\M^T)x$$\n",
    "$$\\newcommand{\\M}{A} \\nabla_x Q = (\\M + \\M^T)x$$\n",
    "$$\\newcommand{\\pd}[2]{\\frac{\\partial #1}{\\partial #2}}$$\n\n$$\\pd{Q}{x} = (A + A^T)x$$\n",
    "$$\\DeclareMathOperator{\\spur}{tr}$$\n\n$$\\spur(AA^T) = \\spur A^TA$$\n",
  ])
  func macrosOfFormulasHoldBelowThem(_ text: String) throws {
    let result = try check(text)
    #expect(result.claims.map { $0.judgement.verdict.holds } == [true])
    #expect(result.equations == 1)
    #expect(result.notCovered == 0)
  }

  @Test func macrosOfThePageComeBeforeThoseOfTheSite() throws {
    let result = try check(
      "$$\\nabla_x Q = (\\M + \\M^T)\\w$$\n", macros: [#"\M"#: "x", #"\w"#: "x"],
      frontMatter: "macros: { '\\M': 'A' }\n")
    #expect(result.claims.map { $0.judgement.verdict.holds } == [true])
  }

  @Test func definitionsAreKeptForThePublishedPage() throws {
    let result = try check("$\\def\\M{A}\\M x$\n")
    let macros = PageResult.Macros(expansions: [#"\M"#: "A"], rest: #"         \M x"#)
    #expect(Array(result.macros.values) == [macros])
  }

  @Test(arguments: [
    ("$$x^TAx$$\n\n$$\\frac{\\partial L}{\\partial x} = (A + A^T)x$$\n", [true]),
    ("$$x^TAx$$\n\n$$\\frac{\\partial L}{\\partial x} = 2Ax$$\n", [false]),
    // A formula further up does not get the name, nor does one that is named.
    ("$$x^TAx$$\n\n$$Q = Q$$\n\n$$\\frac{\\partial L}{\\partial x} = 2Ax$$\n", [true]),
  ])
  func namesThatMeanNothingStandForTheFormulaAbove(_ text: String, _ holds: [Bool]) throws {
    #expect(try check(text).claims.map { $0.judgement.verdict.holds } == holds)
  }
}
