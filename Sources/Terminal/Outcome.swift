package import Diagnostics

/// How a run ended, as the shell sees it.
package enum Outcome: Int32, CaseIterable, Hashable, Sendable {
  case clean = 0
  case failed = 1
  case unusable = 2
  case internalError = 3
  case interrupted = 130

  /// What it means, as one phrase.
  package var meaning: String {
    switch self {
    case .clean: "every claim and every check stands"
    case .failed: "a claim or a check failed"
    case .unusable: "the command line, the configuration or the input cannot be used"
    case .internalError: "an error of docgen itself"
    case .interrupted: "interrupted"
    }
  }
}

extension Outcome: Comparable {
  package static func < (a: Outcome, b: Outcome) -> Bool { a.rawValue < b.rawValue }
}

extension Code {
  /// The status of a run in which an error of this code is the worst.
  package var outcome: Outcome {
    switch self {
    case .internalError: .internalError
    case .notUTF8, .frontMatter, .yaml, .unknownKey, .missingFile, .outsideContent, .usage,
      .configuration, .notASite, .fileExists, .writeFailed, .missingLibrary:
      .unusable
    default: .failed
    }
  }
}
