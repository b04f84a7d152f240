import Diagnostics
import Foundation
import Site
import Terminal
import Testing

@testable import docgen

@Suite struct InitTests {
  @Test func startedProjectBuildsAndPasses() throws {
    let project = try Project(["README.md": "Mine\n"])
    let run = project.runProgram(["init", "ROOT"])
    #expect(run.outcome == .clean)
    #expect(
      run.results == """
        made content/docgen.yml
        made content/index.md
        made content/guide/index.md
        made content/guide/least-squares.md
        made content/_schema/settings.json
        made .github/workflows/docs.yml
        .gitignore leaves out /site/

        """)
    #expect(project.text(of: ".gitignore") == "/site/\n")
    #expect(
      project.runProgram(["build", "--root", "ROOT"]).results
        == "1 claim on 3 pages: 1 proved; 0 equations, 0 not covered\n")
    #expect(project.runProgram(["build", "--check", "--root", "ROOT"]).outcome == .clean)
    #expect(project.text(of: "site/guide/least-squares.html")?.contains("mark-proved") == true)
    #expect(project.text(of: "content/_schema/settings.json") == Schema.settings.text)
  }

  @Test func workflowReadsOnlyAndNamesItsSources() throws {
    let project = try Project(["README.md": ""])
    let run = project.runProgram(["init", "ROOT", "--docgen", "someone/docgen@v1.2"])
    #expect(run.outcome == .clean)
    #expect(!run.log.contains("DOCGEN_REPOSITORY"))
    let workflow = try #require(project.text(of: ".github/workflows/docs.yml"))
    #expect(workflow.contains("\n  pull_request:\npermissions:\n  contents: read\nenv:\n"))
    #expect(!workflow.contains("pull_request_target"))
    #expect(!workflow.contains("secrets."))
    #expect(workflow.contains("  DOCGEN_REPOSITORY: \"someone/docgen\"\n"))
    #expect(workflow.contains("  DOCGEN_REVISION: \"v1.2\"\n"))
    #expect(workflow.contains("docgen build --format github"))
    // What may write runs nothing of the repository, and only after a push.
    let publish = try #require(workflow.firstRange(of: "\n  publish:\n")).upperBound
    #expect(workflow[publish...].contains("if: github.event_name == 'push'"))
    #expect(!workflow[publish...].contains("run:"))
    #expect(!workflow[publish...].contains("checkout"))
    #expect(!workflow[..<publish].contains("write"))
  }

  @Test(arguments: [
    ("content/a.md", "content"),
    (".github/workflows/docs.yml", ".github/workflows/docs.yml"),
    ("content/index.md", "content, content/index.md"),
  ])
  func nothingIsOverwritten(_ file: String, _ named: String) throws {
    let project = try Project([file: "mine\n"])
    let run = project.runProgram(["init", "ROOT"])
    #expect(
      run
        == .init(
          outcome: .unusable,
          log: """
            error[file-exists]: nothing is made, because there is \(named)
              = hint: start in another folder, or move away what is in the way

            """))
    #expect(project.text(of: file) == "mine\n")
    #expect(project.text(of: "content/docgen.yml") == nil)
    #expect(project.text(of: ".gitignore") == nil)
  }

  @Test(arguments: [
    ("", "/site/\n"), ("*.swp", "*.swp\n/site/\n"), ("*.swp\n", "*.swp\n/site/\n"),
    ("site/\n", "site/\n"), ("/site\n", "/site\n"),
  ])
  func ignoredFilesGainOneLine(_ before: String, _ after: String) throws {
    let project = try Project([".gitignore": before])
    #expect(project.runProgram(["init", "ROOT"]).outcome == .clean)
    #expect(project.text(of: ".gitignore") == after)
  }

  @Test func folderIsMadeWhereItIsMissing() throws {
    let project = try Project(["README.md": ""])
    #expect(project.runProgram(["init", "ROOT/docs/manual"]).outcome == .clean)
    #expect(project.text(of: "docs/manual/content/index.md") != nil)
  }

  @Test func nothingIsMadeInContinuousIntegration() throws {
    let project = try Project(["README.md": ""])
    let run = project.runProgram(["init", "ROOT"], environment: ["CI": "1"])
    #expect(run.outcome == .unusable)
    #expect(
      run.log == """
        error[usage]: docgen init writes sources, which is not done where CI=1
          = hint: run it on your own machine and commit what it changes

        """)
    #expect(project.text(of: "content/docgen.yml") == nil)
  }

  @Test func repositoryHasAnOwnerAndAName() throws {
    let project = try Project(["README.md": ""])
    let run = project.runProgram(["init", "ROOT", "--docgen", "a/b\"; rm"])
    #expect(run.outcome == .unusable)
    #expect(
      run.log == """
        error[usage]: 'a/b"; rm' is no repository on GitHub
          = hint: write --docgen OWNER/NAME, or OWNER/NAME@REVISION

        """)
    #expect(project.text(of: "content/docgen.yml") == nil)
  }
}

/// The head of a page that docgen made.
private let marked = #"<html><head><meta name="generator" content="docgen"></head></html>"#

@Suite struct CleanTests {
  @Test func siteIsRemovedAndNothingElse() throws {
    let project = try Project(["content/index.md": "# Home\n"])
    #expect(project.runProgram(["build", "--root", "ROOT"]).outcome == .clean)
    let run = project.runProgram(["clean", "--root", "ROOT"])
    #expect(run == .init(outcome: .clean, log: "removed site\n"))
    let names = try FileManager.default.contentsOfDirectory(atPath: project.root)
    #expect(names == ["content"])
  }

  @Test func missingSiteIsNoError() throws {
    let project = try Project(["README.md": ""])
    #expect(
      project.runProgram(["clean", "--root", "ROOT"])
        == .init(outcome: .clean, log: "there is no site to remove\n"))
  }

  @Test(
    arguments: [
      (["page.html": marked], "it has no docgen.css"),
      (["docgen.css": ""], "none of its pages names docgen as its generator"),
      (
        ["docgen.css": "", "index.html": "<html></html>"],
        "none of its pages names docgen as its generator"
      ),
      (["docgen.css": "", "index.html": marked, ".git/config": ""], "it holds .git"),
    ] as [([String: String], String)])
  func folderOfSomeoneElseIsLeftAlone(_ files: [String: String], _ flaw: String) throws {
    let project = try Project(
      Dictionary(uniqueKeysWithValues: files.map { ("public/\($0)", $1) }))
    let run = project.runProgram(["clean", "--output", "ROOT/public"])
    #expect(
      run
        == .init(
          outcome: .unusable,
          log: """
            error[not-a-site]: public is left alone: \(flaw)
              = hint: remove it yourself if nothing in it is needed

            """))
    for (path, text) in files { #expect(project.text(of: "public/\(path)") == text) }
  }

  @Test func fileAndLinkAreLeftAlone() throws {
    let project = try Project(["file": "text", "real/docgen.css": "", "real/index.html": marked])
    try FileManager.default.createSymbolicLink(
      atPath: project.root + "/link", withDestinationPath: "real")
    for name in ["file", "link"] {
      let run = project.runProgram(["clean", "-o", "ROOT/\(name)"])
      #expect(run.outcome == .unusable)
      #expect(run.log.hasPrefix("error[not-a-site]: \(name) is left alone: it is not a folder\n"))
    }
    #expect(project.text(of: "real/index.html") == marked)
  }

  @Test func folderOfSomeoneElseIsNotReplacedByASite() throws {
    let project = try Project(["content/index.md": "# Home\n", "public/thesis.md": "mine"])
    let run = project.runProgram(["build", "--root", "ROOT", "--output", "ROOT/public"])
    #expect(run.outcome == .unusable)
    #expect(
      run.results.hasPrefix(
        """
        error[not-a-site]: public is not replaced by the site: it has no docgen.css
          = hint: choose another folder by --output, or remove it yourself

        """))
    #expect(project.text(of: "public/thesis.md") == "mine")
  }

  @Test(arguments: [
    ("content/out", "lies in content"), (".", "holds content"),
    ("content/../content", "is the content folder"),
  ])
  func siteStandsBesideTheContent(_ folder: String, _ reason: String) throws {
    let project = try Project(["content/index.md": "# Home\n"])
    let run = project.runProgram(["build", "--root", "ROOT", "--output", "ROOT/\(folder)"])
    #expect(run.outcome == .unusable)
    #expect(run.log.contains("error[usage]: the site cannot be published into"))
    #expect(run.log.contains(reason))
    #expect(project.text(of: "content/index.md") == "# Home\n")
  }

  @Test func emptyFolderIsReplacedByASite() throws {
    let project = try Project(["content/index.md": "# Home\n"])
    try FileManager.default.createDirectory(
      atPath: project.root + "/public", withIntermediateDirectories: false)
    #expect(project.runProgram(["build", "--root", "ROOT", "-o", "ROOT/public"]).outcome == .clean)
    #expect(project.text(of: "public/index.html") != nil)
  }
}

@Suite struct DoctorTests {
  @Test func everythingIsThere() throws {
    let project = try Project([
      "content/index.md": "# Home\n", "content/b.md": "", "content/a.svg": "",
    ])
    let run = project.runProgram(["doctor", "--root", "ROOT"])
    #expect(run.outcome == .clean)
    #expect(run.log == "")
    let lines = run.results.split(separator: "\n").map { String($0) }
    let subjects = ["KaTeX", "Handlebars", "cmark-gfm", "FLINT", "content", "site"]
    #expect(lines.count == subjects.count)
    for (line, subject) in zip(lines, subjects) {
      #expect(line.hasPrefix("ok       \(subject)"))
    }
    #expect(lines[3].contains(#/FLINT       \d+\.\d+/#))
    #expect(lines[4] == "ok       content     content holds 2 pages")
    #expect(lines[5] == "ok       site        site can be made")
  }

  @Test func whatIsMissingComesWithTheWayOut() throws {
    let project = try Project(["site/thesis.md": "mine"])
    let run = project.runProgram(["doctor", "--root", "ROOT"])
    #expect(run.outcome == .unusable)
    #expect(
      run.results.hasSuffix(
        """
        missing  content     there is no folder content
                 hint: docgen init makes one, and --root names the folder that holds it
        missing  site        site is not replaced by the site: it has no docgen.css
                 hint: choose another folder by --output, or remove it yourself

        """))
  }

  @Test func missingLibrariesAreNamed() throws {
    let examination = Examination(root: "nowhere", output: "site", libraryFolders: ["/nowhere"])
    let run = Recording()
    let console = Console(write: { run.results += $0 }, writeLog: { run.log += $0 })
    let docgen = Docgen(console: console, engine: .standard)
    let outcome = try docgen.tell(Array(examination.findings.prefix(2)))
    #expect(outcome == .unusable)
    #expect(
      run.results == """
        missing  KaTeX       katex/katex.min.js is not in /nowhere
                 hint: run .ci/setup, which installs libjs-katex
        missing  Handlebars  handlebars/handlebars.js is not in /nowhere
                 hint: run .ci/setup, which installs libjs-handlebars

        """)
  }

  @Test func settingsWithAMistakeAreShownAtTheirPlace() throws {
    let project = try Project(["content/docgen.yml": "tilte: Manual\n", "content/a.md": ""])
    let run = project.runProgram(["doctor", "--root", "ROOT"])
    #expect(run.outcome == .unusable)
    #expect(run.results.contains("missing  content     content/docgen.yml:1:1: "))
  }
}
