import Testing

@testable import docgen

/// What is wrong is told of all pages and of the settings in one run.
@Suite struct AllFaultsTests {
  private func told(_ files: [String: String]) throws -> [Substring] {
    let run = try Project(files).runProgram(["check", "--root", "ROOT"])
    return run.results.split(separator: "\n").filter { $0.hasPrefix("error") }
  }

  @Test func faultOfOnePageHidesNothingOnOthers() throws {
    let told = try told([
      "content/a.md": "---\ndraft: maybe\n---\n# A\n\n[x](gone.md)\n",
      "content/b.md": "# B\n\n[x](gone.md) @eq-none\n\n<!-- include: nope.md -->\n",
    ])
    #expect(
      told == [
        "error[yaml]: draft must be `true` or `false`, found `maybe`",
        "error[broken-link]: the link to gone.md leads nowhere",
        "error[broken-link]: the link to gone.md leads nowhere",
        "error[unknown-label]: no page has the label eq-none",
        "error[missing-file]: there is no file content/nope.md",
      ])
  }

  @Test func wrongSettingsAreToldWithTheirLines() throws {
    let settings = """
      nav: [a.md, gone.md, a.md]
      bibliography: no.bib
      image: no.png
      """
    let project = try Project([
      "content/docgen.yml": settings,
      "content/a.md": "---\naliases: [index.html, ../x]\n---\n# A\n\n[x](gone.md)\n",
      "content/index.md": "# B\n",
    ])
    let run = project.runProgram(["check", "--root", "ROOT"])
    #expect(run.results.split(separator: "\n").filter { $0.hasPrefix("error") }.count == 7)
    #expect(run.results.contains("2 | bibliography: no.bib\n  |               ^^^^^^\n"))
    #expect(project.runProgram(["build", "--root", "ROOT"]).log.contains("is left as it was"))
  }

  @Test func commandThatMendsNamesTheFolderOfTheProject() throws {
    let page = "```derive\nW : (k, n)\ngradient norm2(W)^2 wrt W = W\n```\n"
    let project = try Project(["content/a.md": page])
    let fix = "docgen fix --root \(project.root) content/a.md:3"
    #expect(project.runProgram(["check", "--root", "ROOT"]).results.contains("fix:     \(fix)\n"))
    let words = fix.split(separator: " ").dropFirst().map { String($0) }
    #expect(
      project.runProgram(words.dropLast() + ["ROOT/content/a.md:3"]).results.contains(
        "+gradient norm2(W)^2 wrt W = 2*W"))
  }

  @Test func missingIncludeHidesNothingOfItsPage() throws {
    let told = try told([
      "content/a.md": """
      # A

      <!-- include: nope.md -->

      [x](gone.md) and $\\frac{1}$

      ```derive
      W : (k, n
      V*2 == V
      B : (n, n)
      B == 2*B
      ```
      """
    ])
    #expect(
      told == [
        "error[missing-file]: there is no file content/nope.md",
        "error[broken-link]: the link to gone.md leads nowhere",
        "error[formula]: formula cannot be read: unexpected end of input in a macro argument, "
          + "expected '}'",
        "error[syntax]: \"(\" is not closed",
        "error[refuted]: the claimed identity for 2*B is wrong",
      ])
  }

  @Test func wrongTemplatesHideNothing() throws {
    let told = try told([
      "content/a.md": "# A\n\n[x](gone.md) and $\\foo$\n",
      "content/_theme/page.hbs": "{{#each entries}}\n", "content/_theme/foter.hbs": "",
    ])
    #expect(told.count == 4, "\(told)")
  }
}
