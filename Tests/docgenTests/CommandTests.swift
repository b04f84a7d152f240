import Diagnostics
import Proof
import Site
import Terminal
import Testing

@testable import docgen

@Suite struct CheckTests {
  @Test func cleanPagesGiveTheSummary() {
    let run = Recording()
    #expect(run.run("check", claims: [.identity(.proved)]) == .clean)
    #expect(run.results == "1 claim on 1 page: 1 proved; 0 equations, 0 not covered\n")
    #expect(run.log == "")
  }

  @Test func refutedClaimFailsTheRun() {
    let run = Recording()
    #expect(run.run("check --quiet", claims: [.identity(.refuted)]) == .failed)
    #expect(
      run.results == """
        error[refuted]: the claimed identity for x is wrong
         --> content/a.md:1:1
        1 | x == y
          | ^^^^^^ claimed

        """)
  }

  @Test func strictRunFailsAtAWarning() {
    let warning = Diagnostic(.brokenLink, "no", severity: .warning)
    #expect(Recording().run("check", diagnostics: [warning]) == .clean)
    #expect(Recording().run("check --strict", diagnostics: [warning]) == .failed)
  }

  @Test func onlyPagesThatMatchAreChecked() {
    let run = Recording()
    #expect(run.run("check --only b.md --only *.md") == .clean)
    #expect(run.order?.includes("a.md") == true)
    #expect(run.order?.includes("b/a.md") == false)
  }

  @Test func patternWithoutAPageIsAnError() {
    let run = Recording()
    #expect(run.run("check --only b.md --only c/*") == .unusable)
    #expect(
      run.log == """
        error[usage]: no page matches 'b.md' or 'c/*'
          = hint: patterns are matched with paths within content/, such as 'tutorials/*.md'

        """)
    #expect(run.results == "")
  }

  @Test func unusableProjectIsLoggedForPeopleAndReportedForPrograms() {
    let failure = Diagnostic(.missingFile, "there is no folder content")
    let text = Recording()
    #expect(text.run("check", failure: failure) == .unusable)
    #expect(text.log == "error[missing-file]: there is no folder content\n")
    #expect(text.results == "")
    let annotations = Recording()
    #expect(annotations.run("check --format github", failure: failure) == .unusable)
    #expect(
      annotations.results == """
        ::error title=missing-file::there is no folder content
        0 claims on 0 pages; 0 equations, 0 not covered; 1 other error

        """)
  }

  @Test func optionsReachTheEngine() {
    let run = Recording()
    #expect(run.run("check --root manual --jobs 3") == .clean)
    #expect(run.order?.root == "manual")
    #expect(run.order?.jobs == 3)
  }
}

@Suite struct BuildTests {
  @Test(arguments: [
    ("build", "site"), ("build --root manual", "manual/site"), ("build --root /a/b/", "/a/b/site"),
    ("build --output public", "public"), ("build --root manual -o public", "public"),
  ])
  func cleanPagesArePublished(_ line: String, _ folder: String) {
    let run = Recording()
    #expect(run.run(line, claims: [.identity(.verified)]) == .clean)
    #expect(run.published == [folder])
    #expect(run.log == "published 7 files into \(folder)\n")
  }

  @Test func failureLeavesTheSiteAsItWas() {
    let run = Recording()
    #expect(run.run("build", claims: [.identity(.refuted)]) == .failed)
    #expect(run.published == [])
    #expect(run.log == "site is left as it was, because not all is well with the pages\n")
  }

  @Test func draftIsPublishedInSpiteOfAFalseClaim() {
    let run = Recording()
    #expect(run.run("build --draft", claims: [.identity(.refuted)]) == .failed)
    #expect(run.published == ["site"])
  }

  @Test func draftIsNotPublishedFromUnreadableInput() {
    let run = Recording()
    let broken = Diagnostic(.yaml, "a colon is missing")
    #expect(run.run("build --draft", diagnostics: [broken]) == .unusable)
    #expect(run.published == [])
  }

  @Test func checkComparesAndPublishesNothing() {
    let run = Recording()
    let stale = Diagnostic(.siteDiffers, "site/index.html is out of date")
    #expect(run.run("build --check", differences: [stale]) == .failed)
    #expect(run.published == [])
    #expect(
      run.results == """
        error[site-differs]: site/index.html is out of date

        0 claims on 1 page; 0 equations, 0 not covered; 1 other error

        """)
    #expect(Recording().run("build --check") == .clean)
  }

  @Test func failureToPublishIsReportedWithTheClaims() {
    let run = Recording()
    let full = Diagnostic(.writeFailed, "site cannot be written")
    #expect(run.run("build", claims: [.identity(.proved)], publishing: full) == .unusable)
    #expect(
      run.results == """
        error[write-failed]: site cannot be written

        1 claim on 1 page: 1 proved; 0 equations, 0 not covered; 1 other error

        """)
  }
}

@Suite struct OtherCommandTests {
  /// A line of every command that leaves the project as it is.
  private static let lines = [
    "init a/b --docgen nowhere", "build", "serve --root missing", "check", "fix",
    "adopt missing.md", "derive x^2", "explain", "schema settings", "template footer.hbs",
    "doctor",
    "clean --root missing", "completions bash", "man",
  ]

  @Test func everyCommandHasALine() {
    #expect(Command.template.operands.map { $0.choices.sorted() } == [OwnTemplates.files])
    let names = Self.lines.map { String($0.prefix { $0 != " " }) }
    #expect(names + ["help"] == Command.all.map(\.name))
  }

  @Test(arguments: lines) func everyCommandIsRun(_ line: String) {
    let run = Recording()
    #expect(run.run(line) != .internalError)
    #expect(!(run.results + run.log).isEmpty)
  }

  @Test func helpAndVersionAreResults() {
    let run = Recording()
    #expect(run.run("--version") == .clean)
    #expect(run.results == "docgen \(docgenVersion)\n")
    #expect(run.run("help build") == .clean)
    #expect(run.results.hasSuffix(Command.build.helpText))
  }

  @Test func unknownCommandIsOneErrorInTheLog() {
    let run = Recording()
    #expect(run.run("biuld") == .unusable)
    #expect(run.log == "error[usage]: unknown command 'biuld'\n  = hint: did you mean 'build'?\n")
    #expect(run.results == "")
  }
}

@Suite struct LargeStackTests {
  @Test(arguments: [(0, 4), (1, 4), (7, 3), (12, 1), (5, 0)])
  func answersAreInTheOrderOfTheQuestions(_ count: Int, _ threads: Int) {
    let squares = LargeStack.map(Array(0..<count), threads: threads) { $0 * $0 }
    #expect(squares == (0..<count).map { $0 * $0 })
  }

  @Test func recursionMayBeDeep() {
    #expect(LargeStack.map([1_000_000], threads: 1) { depth($0) } == [1_000_000])
  }

  private func depth(_ n: Int) -> Int { n == 0 ? 0 : 1 + depth(n - 1) }
}
