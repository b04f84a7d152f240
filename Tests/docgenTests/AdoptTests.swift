import Diagnostics
import Foundation
import Terminal
import Testing

@testable import docgen

/// `docgen adopt`, as it is typed.
@Suite struct AdoptTests {
  private static let page = #"""
    # Ridge regression

    The loss of $w$ is

    \[ J(w) = \lVert Xw - y \rVert^2 + \lambda w^\top w \]

    and its gradient

    $$\nabla_w J = 2X^\top(Xw - y) + 2\lambda w$$

    """#

  /// A folder with a page; gives what a run in it says, and the page afterwards.
  private func run(
    _ text: String, name: String = "notes.md", _ options: [String] = [],
    environment: [String: String] = [:]
  ) throws -> (outcome: Outcome, output: String, log: String, page: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    let recording = Recording()
    let console = Console(
      write: { recording.results += $0 }, writeLog: { recording.log += $0 })
    var docgen = Docgen(console: console, engine: .standard)
    docgen.environment = environment
    let outcome = docgen.run(["adopt", file.path, "--root", folder.path] + options)
    let output = recording.results.replacing(file.path, with: name)
    let log = recording.log.replacing(file.path, with: name)
    return (outcome, output, log, try String(contentsOf: file, encoding: .utf8))
  }

  @Test func proposalIsPrintedAndNothingWritten() throws {
    let run = try run(Self.page)
    #expect(run.outcome == .clean)
    #expect(run.page == Self.page)
    #expect(
      run.output == """
        notes.md: 2 display equations: 1 holds, 1 defines a name

        ```derive
        X : (n, m)
        w : (m)
        y : (n)
        lambda : scalar
        ```

        nothing is written yet: --write puts the block above line 5, puts displays in TeX's delimiters \
        between dollars

        """)
  }

  @Test func writtenPageNeedsNothingMore() throws {
    let first = try run(Self.page, ["--write"])
    #expect(first.log == "wrote notes.md\n")
    #expect(first.page.contains("```derive\nX : (n, m)\n"))
    #expect(first.page.contains(#"$$ J(w) = \lVert Xw - y \rVert^2 + \lambda w^\top w $$"#))
    let second = try run(first.page, ["--write"])
    #expect(second.page == first.page)
    #expect(second.output == "notes.md: 2 display equations: 1 holds, 1 defines a name\n")
  }

  @Test func frontMatterAndLineEndsAreKept() throws {
    let text = "---\r\ntitle: T\r\ncheck: marked\r\n---\r\n\r\n$$y = W x$$\r\n"
    let run = try run(text, ["--write"])
    #expect(
      run.page
        == "---\r\ntitle: T\r\ncheck: all\r\n---\r\n\r\n```derive\r\nW : (n, m)\r\nx : (m)\r\n```\r\n\r\n"
        + "$$y = W x$$\r\n")
  }

  @Test func nothingIsWrittenInContinuousIntegration() throws {
    let run = try run(Self.page, ["--write"], environment: ["CI": "true"])
    #expect(run.outcome == .unusable)
    #expect(run.page == Self.page)
    #expect(run.log.hasPrefix("error[usage]: docgen adopt --write writes sources"))
  }

  @Test func notebookIsOnlyRead() throws {
    let text = #"""
      {"cells": [{"cell_type": "markdown", "source": [
        "$$f = x^T x$$\n\n",
        "$$\\nabla_x f = x$$"]}]}
      """#
    let read = try run(text, name: "n.ipynb")
    #expect(read.output.contains("--> n.ipynb:3:20"))
    #expect(read.output.hasSuffix("copy the block and the cells into a page to check them\n"))
    let written = try run(text, name: "n.ipynb", ["--write"])
    #expect(written.outcome == .unusable)
    #expect(written.log.hasPrefix("error[usage]: a notebook is only read\n"))
    #expect(written.page == text)
  }

  @Test func jsonHoldsTheBlockAndEveryDisplay() throws {
    let run = try run(Self.page, ["--format", "json"])
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(
      Set(json.keys) == [
        "version", "docgen", "path", "block", "line", "statements", "displays", "misfits",
      ])
    let displays = try #require(json["displays"] as? [[String: Any]])
    #expect(displays.map { $0["outcome"] as? String } == ["defines", "holds"])
  }

  @Test func pageWithoutEquationsSaysSo() throws {
    #expect(try run("# Nothing\n").output == "notes.md: no display equation found\n")
  }
}
