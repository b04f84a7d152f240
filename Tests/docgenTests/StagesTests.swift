import Derivations
import Diagnostics
import Foundation
import Pages
import Site
import Terminal
import Testing

@testable import docgen

/// A project on the disk that is removed at the end.
final class Project {
  let root: String

  init(_ files: [String: String]) throws {
    root = FileManager.default.temporaryDirectory.path + "/docgen-" + UUID().uuidString
    for (path, text) in files { try write(Array(text.utf8), to: path) }
  }

  func write(_ bytes: [UInt8], to path: String) throws {
    let url = URL(filePath: root).appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func text(of path: String) -> String? {
    try? String(contentsOf: URL(filePath: root).appending(path: path), encoding: .utf8)
  }

  /// Runs a command line on the project, with stages that count lines and list pages.
  func run(_ line: String) -> (outcome: Outcome, results: String, log: String) {
    let streams = Recording()
    let console = Console(write: { streams.results += $0 }, writeLog: { streams.log += $0 })
    let stages = Stages(
      check: { page, _, _ in
        var result = PageResult(path: page.path)
        result.equations = page.source.count { $0 == "\n" }
        return result
      },
      render: { site in
        let list = site.pages.map { "\($0.file.path) \($0.result.equations)\n" }
        let text = site.configuration.title + "\n" + list.joined()
        return SiteBuilder.Site(
          files: [OutputFile(path: "index.html", text: text)], diagnostics: [])
      })
    let words = line.split(separator: " ").map { String($0) } + ["--root", root]
    let outcome = Docgen(console: console, engine: Engine(stages)).run(words)
    let local = { (text: String) in text.replacing(self.root + "/", with: "") }
    return (outcome, local(streams.results), local(streams.log))
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }
}

@Suite struct StagesTests {
  @Test func pagesAreReadCheckedAndPublished() throws {
    let project = try Project([
      "content/b.md": "one\n", "content/a/c.md": "one\ntwo\n", "content/picture.svg": "<svg/>",
      "content/docgen.yml": "title: Manual\n",
    ])
    let run = project.run("build --jobs 2")
    #expect(run.outcome == .clean)
    #expect(run.results == "0 claims on 2 pages; 3 equations, 0 not covered\n")
    #expect(run.log == "published 1 files into site\n")
    #expect(project.text(of: "site/index.html") == "Manual\na/c.md 2\nb.md 1\n")
  }

  @Test func staleSiteDiffers() throws {
    let project = try Project(["content/a.md": "one\n"])
    #expect(project.run("build").outcome == .clean)
    #expect(project.run("build --check").outcome == .clean)
    try project.write(Array("one\ntwo\n".utf8), to: "content/a.md")
    let run = project.run("build --check --quiet")
    #expect(run.outcome == .failed)
    #expect(
      run.results == """
        error[site-differs]: site/index.html differs at line 2
          = hint: run docgen build and commit what it changes

        """)
    #expect(project.text(of: "site/index.html") == "Documentation\na.md 1\n")
  }

  @Test func unreadablePagesAreReportedTogetherAndNothingIsPublished() throws {
    let project = try Project([
      "content/a.md": "---\ntitle: [\n---\n", "content/b.md": "one\n", "site/index.html": "old",
    ])
    try project.write([0x6F, 0x6B, 0x0A, 0x63, 0xE9, 0x0A], to: "content/c.md")
    let run = project.run("build --draft")
    #expect(run.outcome == .unusable)
    #expect(run.results.contains("error[yaml]: "))
    #expect(run.results.contains(" --> content/a.md:"))
    #expect(run.results.contains("error[not-utf8]: "))
    #expect(run.results.contains(" --> content/c.md:2:2"))
    #expect(
      run.results.hasSuffix("0 claims on 3 pages; 1 equation, 0 not covered; 2 other errors\n"))
    #expect(project.text(of: "site/index.html") == "old")
  }

  @Test func missingContentFolderIsOneError() throws {
    let project = try Project(["README.md": ""])
    let run = project.run("check")
    #expect(run.outcome == .unusable)
    #expect(
      run.log == """
        error[missing-file]: there is no folder content
          = hint: docgen reads the pages in content/; docgen init makes one

        """)
    #expect(run.results == "")
  }

  @Test func onlyTheWantedPagesAreChecked() throws {
    let project = try Project(["content/a.md": "one\n", "content/b/a.md": "one\ntwo\n"])
    let run = project.run("check --only b/**")
    #expect(run.results == "0 claims on 1 page; 2 equations, 0 not covered\n")
  }

  @Test(arguments: [
    ("content", ".", "content"), ("content", "", "content"), ("content", "a", "a/content"),
    ("content", "a/", "a/content"), ("content", "/", "/content"), ("content", "..", "../content"),
  ])
  func pathsAreAsTheReaderWouldTypeThem(_ name: String, _ folder: String, _ expected: String) {
    #expect(path(name, in: folder) == expected)
  }
}
