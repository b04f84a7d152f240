import Derivations
import Diagnostics
import Site

/// What the commands ask of the stages behind them.
struct Engine: Sendable {
  /// Reads the content folder of a project and checks its pages.
  ///
  /// Throws what makes the whole project unusable; what is wrong with one page is among the
  /// diagnostics of the answer.
  var check: @Sendable (Order) throws(Diagnostic) -> CheckedContent
}

/// What is to be checked.
struct Order: Sendable {
  /// The folder that holds `content/`, as the reader typed it; `.` for the current one.
  var root: String
  /// Whether to check the page at this path within `content/`.
  var includes: @Sendable (String) -> Bool
  /// How many pages are checked at once.
  var jobs: Int
  /// Whether the site is rendered as well, which finds what is wrong with its links and formulas.
  var renders = true
  /// Whether pages that say `draft: true` are in the site.
  var showsDrafts = false
}

/// What checking brought, and what can be done with it.
struct CheckedContent: Sendable {
  var results: [PageResult]
  /// What is wrong outside pages.
  var diagnostics: [Diagnostic]
  /// The text of each source file by its path, as diagnostics name it.
  var sources: [String: String]
  /// Publishes the site into a folder, all at once or not at all; gives the number of its files.
  var publish: @Sendable (_ folder: String) throws(Diagnostic) -> Int
  /// What differs between a folder and the site that would be published, a diagnostic each.
  var differences: @Sendable (_ folder: String) throws(Diagnostic) -> [Diagnostic]
  /// The addresses elsewhere that pages link to, with the places of the links.
  var links: [String: [SourceLocation]] = [:]
  /// Which of these are left alone, as patterns in which `*` stands for any characters.
  var uncheckedLinks: [String] = []
  /// The files of the site.
  var files: @Sendable () throws(Diagnostic) -> [OutputFile] = { [] }
  /// The bytes of each page by its path, as diagnostics name it.
  var pages: [String: [UInt8]] = [:]
  /// What checking a page brings once a file, itself or one that it includes, has other bytes; both by their
  /// paths as diagnostics name them.
  var recheck: @Sendable (_ page: String, _ file: String, _ bytes: [UInt8]) -> PageResult = {
    page, _, _ in PageResult(path: page)
  }
}
