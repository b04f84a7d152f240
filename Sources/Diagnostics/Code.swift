/// The stable names of all diagnostics, as they stand in brackets: `error[shape-mismatch]`.
///
/// A name is never reused for something else; each has a paragraph in the reference.
package enum Code: String, CaseIterable, Hashable, Sendable {
  // Claims.
  case refuted
  case undecided
  case unreadable
  case unexpectedlyTrue = "unexpectedly-true"
  // Notation.
  case syntax
  case unknownName = "unknown-name"
  case unknownFunction = "unknown-function"
  case duplicateName = "duplicate-name"
  case shapeMismatch = "shape-mismatch"
  case notDifferentiable = "not-differentiable"
  case unsupported
  case tooDeep = "too-deep"
  case tooLarge = "too-large"
  // Pages.
  case notUTF8 = "not-utf8"
  case frontMatter = "front-matter"
  case yaml
  case unknownKey = "unknown-key"
  case missingFile = "missing-file"
  case outsideContent = "outside-content"
  case citation
  case brokenLink = "broken-link"
  case unknownLabel = "unknown-label"
  case duplicateLabel = "duplicate-label"
  case duplicatePage = "duplicate-page"
  case rawHTML = "raw-html"
  case tableForm = "table-form"
  case formula
  // Site and command line.
  case usage
  case configuration
  case siteDiffers = "site-differs"
  case notASite = "not-a-site"
  case fileExists = "file-exists"
  case writeFailed = "write-failed"
  case missingLibrary = "missing-library"
  case internalError = "internal-error"
}
