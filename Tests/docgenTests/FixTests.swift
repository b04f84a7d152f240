import Derivations
import Diagnostics
import Foundation
import Proof
import Terminal
import Testing

@testable import docgen

/// A page with a wrong claim on line 5, a true one on 6, and one that is meant to be wrong on 7.
private let page = """
  ```derive
  W : (k, n)
  x : (n, m)
  F = norm2(W*x)^2
  gradient F wrt x = 2*W*W*x
  gradient F wrt W = 2*W*x*x'
  refuted gradient F wrt x = 2*W*W*x because "a transpose is missing"
  gradient F wrt W = 7*x*W + x
  refuted gradient F wrt W = 2*W*x*x'
  ```

  """

extension Project {
  /// Runs a command line with the program's own stages; paths are within the project.
  func runProgram(_ words: [String], environment: [String: String] = [:]) -> Run {
    let streams = Recording()
    let console = Console(write: { streams.results += $0 }, writeLog: { streams.log += $0 })
    let docgen = Docgen(console: console, engine: .standard, environment: environment)
    let outcome = docgen.run(words.map { $0.replacing("ROOT", with: root) })
    let local = { (text: String) in text.replacing(self.root + "/", with: "") }
    return Run(outcome: outcome, results: local(streams.results), log: local(streams.log))
  }

  struct Run: Equatable {
    var outcome: Outcome
    var results = ""
    var log = ""
  }

  /// `docgen fix` at a place within the project.
  func fix(_ place: String, _ words: String..., environment: [String: String] = [:]) -> Run {
    runProgram(["fix", "ROOT/\(place)", "--root", "ROOT"] + words, environment: environment)
  }
}

/// What `docgen fix` shows for line 5.
private let change = """
  --- a/content/a.md
  +++ b/content/a.md
  @@ -2,7 +2,7 @@
   W : (k, n)
   x : (n, m)
   F = norm2(W*x)^2
  -gradient F wrt x = 2*W*W*x
  +gradient F wrt x = 2*W'*W*x
   gradient F wrt W = 2*W*x*x'
   refuted gradient F wrt x = 2*W*W*x because "a transpose is missing"
   gradient F wrt W = 7*x*W + x

  """

@Suite struct FixTests {
  @Test(arguments: ["content/a.md:5", "content/a.md:5:20", "./content/../content/a.md:5:26"])
  func wrongClaimIsShownMended(_ place: String) throws {
    let project = try Project(["content/a.md": page])
    let run = project.fix(place)
    #expect(
      run
        == .init(
          outcome: .clean, results: change,
          log: "nothing is written yet: --write makes this change\n"))
    #expect(project.text(of: "content/a.md") == page)
  }

  @Test func writtenFileHoldsTheMendedClaimAndKeepsItsPermissions() throws {
    let project = try Project(["content/a.md": page])
    let file = project.root + "/content/a.md"
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    let run = project.fix("content/a.md:5", "--write")
    #expect(run == .init(outcome: .clean, results: change, log: "wrote content/a.md\n"))
    let mended = page.replacing("F wrt x = 2*W*W*x\n", with: "F wrt x = 2*W'*W*x\n")
    #expect(project.text(of: "content/a.md") == mended)
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    let names = try FileManager.default.contentsOfDirectory(atPath: project.root + "/content")
    #expect(names == ["a.md"])
    #expect(
      project.fix("content/a.md:5").log
        == "content/a.md:5:20: the gradient of F with respect to x is proved; there is nothing to mend\n"
    )
  }

  /// In what a page includes a claim is mended as in the page itself.
  @Test func includedFileIsMended() throws {
    let part = "```derive\nF = norm2(W*x)^2\ngradient F wrt x = 2*W*W*x\n```\n"
    let head = "```derive\nW : (k, n)\nx : (n, m)\n```\n\n<!-- include: _parts/a.md -->\n"
    let project = try Project(["content/a.md": head, "content/_parts/a.md": part])
    let run = project.fix("content/_parts/a.md:3", "--write")
    #expect(run.log == "wrote content/_parts/a.md\n")
    #expect(project.text(of: "content/_parts/a.md") == part.replacing("2*W*W", with: "2*W'*W"))
    #expect(project.fix("content/_parts/b.md:3").log.contains("no page includes a claim of"))
  }

  @Test func linkedPageStaysALink() throws {
    let project = try Project(["content/_parts/a.md": page])
    let link = project.root + "/content/b.md"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "_parts/a.md")
    #expect(project.fix("content/b.md:5", "--write").outcome == .clean)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "_parts/a.md")
    #expect(project.text(of: "content/_parts/a.md")?.contains("2*W'*W*x\n") == true)
  }

  @Test func lineEndsAndByteOrderMarkStay() throws {
    let bytes = "\u{FEFF}" + page.replacing("\n", with: "\r\n")
    let project = try Project(["content/a.md": bytes])
    #expect(project.fix("content/a.md:5", "--write").outcome == .clean)
    let expected = bytes.replacing("F wrt x = 2*W*W*x\r\n", with: "F wrt x = 2*W'*W*x\r\n")
    let data = try Data(contentsOf: URL(filePath: project.root + "/content/a.md"))
    #expect(data == Data(expected.utf8))
  }

  @Test func nothingIsWrittenInContinuousIntegration() throws {
    let project = try Project(["content/a.md": page])
    let run = project.fix("content/a.md:5", "--write", environment: ["CI": "true"])
    #expect(
      run
        == .init(
          outcome: .unusable,
          log: """
            error[usage]: docgen fix --write writes sources, which is not done where CI=true
              = hint: run it on your own machine and commit what it changes

            """))
    #expect(project.text(of: "content/a.md") == page)
    #expect(project.fix("content/a.md:5", environment: ["CI": "true"]).outcome == .clean)
  }

  @Test func mistakeOnPurposeIsLeftAlone() throws {
    let project = try Project(["content/a.md": page])
    #expect(
      project.fix("content/a.md:7")
        == .init(
          outcome: .clean,
          log: "content/a.md:7:28: the gradient of F with respect to x is refuted as expected; "
            + "there is nothing to mend\n"))
  }

  @Test(arguments: [(8, "error[refuted]"), (9, "error[unexpectedly-true]")])
  func claimWithoutAFixIsShownAndFails(_ line: Int, _ head: String) throws {
    let project = try Project(["content/a.md": page])
    let run = project.fix("content/a.md:\(line)", "--write")
    #expect(run.outcome == .failed)
    #expect(run.results == "")
    #expect(run.log.hasPrefix(head))
    #expect(run.log.contains(" --> content/a.md:\(line):"))
    #expect(run.log.hasSuffix("\nno mended text is known for this\n"))
    #expect(project.text(of: "content/a.md") == page)
  }

  @Test(arguments: [
    (
      "content/a.md:3", "there is no claim at content/a.md:3",
      "the nearest claim is at content/a.md:5"
    ),
    (
      "content/a.md:6:3", "there is no claim at content/a.md:6:3",
      "the nearest claim is at content/a.md:6:20"
    ),
    ("content/b.md:1", "there is no claim at content/b.md:1", "the page makes no claims"),
  ])
  func placeWithoutAClaimNamesTheNearest(
    _ place: String, _ message: String, _ hint: String
  ) throws {
    let project = try Project(["content/a.md": page, "content/b.md": "# No claims\n"])
    let run = project.fix(place)
    #expect(run == .init(outcome: .unusable, log: "error[usage]: \(message)\n  = hint: \(hint)\n"))
  }

  @Test func unknownPageSuggestsTheNearest() throws {
    let project = try Project(["content/ica.md": page])
    #expect(
      project.fix("content/ics.md:5")
        == .init(
          outcome: .unusable,
          log: """
            error[missing-file]: there is no page content/ics.md
              = hint: did you mean content/ica.md?

            """))
  }

  @Test func withoutALineWhatCanBeMendedIsListed() throws {
    let project = try Project(["content/a.md": page, "content/b.md": "# No claims\n"])
    let list = """
      no claim is merely reworded: nothing is rewritten unless its line is named
      wrong, with a fix to look at:
        docgen fix --root \(project.root) content/a.md:5
      2 failing without a fix, which docgen check shows

      """
    #expect(project.fix("content/a.md") == .init(outcome: .failed, results: list))
    #expect(
      project.runProgram(["fix", "--root", "ROOT", "--write"])
        == .init(outcome: .failed, results: list))
    #expect(
      project.fix("content/b.md")
        == .init(
          outcome: .clean,
          results: "no claim is merely reworded: nothing is rewritten unless its line is named\n"))
  }

  @Test func claimOverLinesOfAQuoteIsRefused() throws {
    let quoted = page.replacing("2*W*W*x\ngradient", with: "2*( \\\n W*W*x)\ngradient")
      .split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)\n" }.joined()
    let project = try Project(["content/a.md": quoted])
    let run = project.fix("content/a.md:5", "--write")
    #expect(run.outcome == .failed)
    #expect(
      run.log.hasPrefix(
        """
        error[unsupported]: the claim cannot be replaced, because marks of a list, a quote or a \
        table stand within it
         --> content/a.md:5:22
        5 | > gradient F wrt x = 2*( \\
          |                      ^^^^^
          = hint: write it yourself: 2*(
        """))
    #expect(project.text(of: "content/a.md") == quoted)
  }

  @Test func claimOnOneLineOfAQuoteIsMended() throws {
    let quoted = page.split(separator: "\n").map { "> \($0)\n" }.joined()
    let project = try Project(["content/a.md": quoted])
    #expect(project.fix("content/a.md:5", "--write").outcome == .clean)
    #expect(project.text(of: "content/a.md")?.contains("\n> gradient F wrt x = 2*W'*W*x\n") == true)
  }

  @Test func displayEquationIsMendedInItsOwnNotation() throws {
    let text = """
      ```derive
      W : (k, n)
      x : (n, m)
      F = norm2(W*x)^2
      ```

      <!-- check -->
      $$\\nabla_x F = 2 W W x$$

      """
    let project = try Project(["content/a.md": text])
    #expect(project.fix("content/a.md:8", "--write").outcome == .clean)
    let mended = try #require(project.text(of: "content/a.md"))
    #expect(mended == text.replacing("2 W W x", with: "2 W^T W x"))
  }

  @Test func unreadablePageIsTheErrorThatIsShown() throws {
    let project = try Project(["content/a.md": "---\ntitle: [\n---\n" + page])
    let run = project.fix("content/a.md:8")
    #expect(run.outcome == .unusable)
    #expect(run.log.hasPrefix("error[yaml]: "))
    #expect(project.fix("content/a.md").outcome == .unusable)
  }
}

@Suite struct AmendmentTests {
  /// The claims of the page, and what checking it brings.
  private func checked(_ project: Project) throws -> (PageResult, CheckedContent) {
    let order = Order(root: project.root, includes: { _ in true }, jobs: 1, renders: false)
    let content = try Engine.standard.check(order)
    return (try #require(content.results.first), content)
  }

  @Test func textThatDoesNotMendTheClaimIsNotOffered() throws {
    let project = try Project(["content/a.md": page])
    let (result, content) = try checked(project)
    var wrong = try #require(result.claims.first)
    wrong.judgement.cause?.corrected = "3*W'*W*x"
    let bytes = Array(page.utf8)
    let amendment = try Amendment(result.path, bytes, mending: [wrong])
    let after = content.recheck(result.path, result.path, amendment.new)
    #expect(after.claims.count == result.claims.count)
    #expect(!amendment.holds([result.claims[0]], before: result, after: after))
    let right = try Amendment(result.path, bytes, mending: [result.claims[0]])
    let mended = content.recheck(result.path, result.path, right.new)
    #expect(right.holds([result.claims[0]], before: result, after: mended))
  }

  @Test func fileThatChangedMeanwhileIsLeftAsItIs() throws {
    let project = try Project(["content/a.md": "new\n"])
    let file = project.root + "/content/a.md"
    let error = #expect(throws: Diagnostic.self) {
      try FileReplacement(file).replace(Array("old\n".utf8), with: Array("mended\n".utf8))
    }
    #expect(
      error
        == Diagnostic(
          .writeFailed, "\(file) is left as it was: it was changed meanwhile",
          hint: "run the command again"))
    #expect(project.text(of: "content/a.md") == "new\n")
  }
}
