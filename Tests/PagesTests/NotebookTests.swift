import Diagnostics
import Testing

@testable import Pages

/// The Markdown of notebooks.
@Suite struct NotebookTests {
  private func read(_ json: String) throws(Diagnostic) -> Notebook {
    try Notebook(path: "n.ipynb", bytes: Array(json.utf8))
  }

  @Test(arguments: [
    (#"{"cells": [{"cell_type": "markdown", "source": ["a\n", "b"]}]}"#, "a\nb\n\n"),
    (#"{"cells": [{"source": "$\\alpha$", "cell_type": "markdown"}]}"#, "$\\alpha$\n\n"),
    (
      #"{"cells": [{"cell_type": "code", "source": ["x"]}, {"cell_type": "markdown", "source": "y"}]}"#,
      "y\n\n"
    ),
    (#"{"nbformat": 4, "cells": []}"#, ""),
    (
      #"{"cells": [{"cell_type": "markdown", "source": "\u00e9\ud83d\ude00\t\"\/"}]}"#,
      "é😀\t\"/\n\n"
    ),
    (
      #"{"cells": [{"cell_type": "markdown"}, {"cell_type": "markdown", "source": null}]}"#,
      "\n\n\n\n"
    ),
  ])
  func markdownCellsFollowEachOther(_ json: String, _ text: String) throws {
    #expect(try read(json).text == text)
  }

  @Test func placesAreThoseOfTheFile() throws {
    let notebook = try read(
      "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": [\n\"a\\n\",\n\"\\\\beta x\"]}]}")
    #expect(notebook.text == "a\n\\beta x\n\n")
    let place = SourceLocation(path: "n.ipynb", line: 2, column: 7, endLine: 2, endColumn: 8)
    #expect(notebook.location(place).description == "n.ipynb:3:9")
  }

  @Test(arguments: [
    "", "[]", "{", "{\"cells\": 3}", "{\"cells\": [", "{\"cells\": [\"\\u12\"]}", "{\"cells\" []}",
    String(repeating: "[", count: 5_000), "{\"cells\": [\"\\",
  ])
  func otherFilesAreRefused(_ json: String) {
    let error = #expect(throws: Diagnostic.self) { try read(json) }
    #expect(error?.message == "the file is no Jupyter notebook")
  }
}
