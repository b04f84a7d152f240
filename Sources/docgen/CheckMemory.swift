import Derivations
import Diagnostics
import Pages
import Site
import Synchronization

/// The results of pages as they were checked last, so that only what has changed is checked again.
final class CheckMemory: Sendable {
  private struct Entry: Sendable {
    var page: Page
    var configuration: Configuration
    /// The pages that could be brought in; nil where the page brings in none.
    var library: Library?
    var result: PageResult
  }

  /// By the path of the page.
  private let entries = Mutex<[String: Entry]>([:])

  /// What checking a page brings, from memory where everything it depends on is as it was.
  func result(
    _ page: Page, _ configuration: Configuration, _ library: Library,
    check: (Page, Configuration, Library) -> PageResult
  ) -> PageResult {
    let imported = Self.mayImport(page) ? library : nil
    let known = entries.withLock { $0[page.path] }
    if let known, known.page == page, known.configuration == configuration,
      known.library == imported
    {
      return known.result
    }
    let result = check(page, configuration, library)
    let entry = Entry(
      page: page, configuration: configuration, library: imported, result: result)
    entries.withLock { $0[page.path] = entry }
    return result
  }

  /// Whether a block of the page has the word that brings in statements of other pages.
  private static func mayImport(_ page: Page) -> Bool {
    page.pieces.contains { piece in
      if case .fence(let fence) = piece.kind { fence.text.text.contains("use") } else { false }
    }
  }
}

extension Stages {
  /// These stages with a memory of what they have checked.
  var remembering: Stages {
    let memory = CheckMemory()
    var stages = self
    stages.check = { page, configuration, library in
      memory.result(page, configuration, library, check: check)
    }
    return stages
  }
}
