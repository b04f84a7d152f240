import Derivations
import Diagnostics
import Foundation
import Proof
import Terminal

@testable import docgen

/// What a run wrote and did, as its console and its engine saw it.
final class Recording: @unchecked Sendable {
  var results = ""
  var log = ""
  /// The folders a site was published into.
  var published: [String] = []
  var order: Order?

  /// Runs a command line on content that is made up.
  ///
  /// - Parameters:
  ///   - failure: what reading the content throws.
  ///   - publishing: what publishing throws.
  ///   - differences: how the published site differs.
  func run(
    _ line: String, claims: [CheckedClaim] = [], diagnostics: [Diagnostic] = [],
    failure: Diagnostic? = nil, publishing: Diagnostic? = nil, differences: [Diagnostic] = []
  ) -> Outcome {
    let console = Console(write: { self.results += $0 }, writeLog: { self.log += $0 })
    let engine = Engine { (order) throws(Diagnostic) in
      self.order = order
      if let failure { throw failure }
      var page = PageResult(path: "content/a.md")
      page.claims = claims
      page.diagnostics = diagnostics
      return CheckedContent(
        results: order.includes("a.md") ? [page] : [], diagnostics: [],
        sources: ["content/a.md": "x == y\n"],
        publish: { folder throws(Diagnostic) in
          if let publishing { throw publishing }
          self.published.append(folder)
          return 7
        },
        differences: { _ in differences })
    }
    let words = line.split(separator: " ").map { String($0) }
    return Docgen(console: console, engine: engine, environment: [:]).run(words)
  }
}

extension CheckedClaim {
  /// A claim on the only line of the page.
  static func identity(_ verdict: Verdict) -> CheckedClaim {
    CheckedClaim(
      location: SourceLocation(path: "content/a.md", line: 1, column: 1, endColumn: 7),
      kind: .identity, of: "x", claimed: "y", judgement: Judgement(verdict))
  }
}
