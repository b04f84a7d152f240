import Foundation
import Terminal
import Testing

@testable import docgen

/// Notebooks in the content folder, checked by the engine of the program.
@Suite struct NotebookCheckTests {
  private static let cells = #"""
    {"cells": [
      {"cell_type": "markdown", "source": ["```derive ls\n", "A : (m, n)\n", "x : (n)\n", "b : (m)\n",
        "F = norm2(A*x - b)^2\n", "```\n"]},
      {"cell_type": "code", "source": "F = 1"},
      {"cell_type": "markdown", "source": ["so that\n", "\n", "$$\\nabla_x F = 2A(Ax - b)$$\n"]}
    ]}
    """#

  private func run(_ line: String, _ files: [String: String]) throws -> (Outcome, String) {
    let project = try Project(files)
    let streams = Recording()
    let console = Console(write: { streams.results += $0 }, writeLog: { streams.log += $0 })
    let words = line.split(separator: " ").map(String.init) + ["--root", project.root]
    let outcome = Docgen(console: console, engine: .standard).run(words)
    return (outcome, streams.results.replacing(project.root + "/", with: ""))
  }

  @Test func claimsOfMarkdownCellsAreCheckedAtTheirPlaceInTheFile() throws {
    let (outcome, results) = try run(
      "check", ["content/index.md": "# Home\n", "content/ls.ipynb": Self.cells])
    #expect(outcome == .failed)
    #expect(results.contains("--> content/ls.ipynb:5:77"))
    #expect(results.contains(#"cause:   A where A^T belongs"#))
    #expect(!results.contains("docgen fix"))
    #expect(results.hasSuffix("1 claim on 2 pages: 1 refuted; 1 equation, 0 not covered\n"))
  }

  @Test(arguments: ["{\"cells\": []}", "no notebook at all"])
  func notebooksWithoutDeclarationsAreLeftAlone(_ text: String) throws {
    let (outcome, results) = try run(
      "check", ["content/index.md": "# Home\n", "content/other.ipynb": text])
    #expect(outcome == .clean)
    #expect(results == "0 claims on 1 page; 0 equations, 0 not covered\n")
  }
}
