import Foundation
import Pages
import Testing

@testable import Derivations

/// Whole pages with all that checking them brings, each beside the other in `Goldens/`.
@Suite struct GoldenPageTests {
  @Test(arguments: [
    "chains", "coverage", "definitions", "directives", "errors", "statements", "tables-in-tex",
    "tables-in-text", "tables-as-published", "tables-reordered", "tables-misshapen", "tied-weights",
  ])
  func pageBringsWhatIsRecorded(_ name: String) throws {
    let file = goldens.appendingPathComponent(name + ".md")
    let page = try Page(path: name + ".md", bytes: Array(Data(contentsOf: file)))
    let result = PageChecker.check(page)
    try expectGolden(result.dump, name + ".txt")
  }
}
