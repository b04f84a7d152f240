package import Derivations
package import Diagnostics

/// All that a run found: the one value every form of report is made from.
package struct Report: Hashable, Sendable {
  /// By path.
  package var pages: [PageResult]
  /// Of all pages: by location.
  package var claims: [CheckedClaim]
  /// Of the run and of all pages, without the claims that fail: by location, each once.
  package var diagnostics: [Diagnostic]
  /// The text of each source file by its path, for the lines that a report shows.
  package var sources: [String: String]

  /// A report about pages.
  ///
  /// - Parameters:
  ///   - pages: what checking each page brought, in any order.
  ///   - diagnostics: what went wrong outside pages.
  ///   - sources: the text of each source file by its path; a file that is missing is shown without
  ///     its lines.
  ///   - isStrict: whether warnings are errors.
  package init(
    pages: [PageResult], diagnostics: [Diagnostic] = [], sources: [String: String] = [:],
    isStrict: Bool = false
  ) {
    self.pages = pages.sorted { $0.path < $1.path }
    self.sources = sources
    claims = pages.flatMap(\.claims).sorted { $0.location < $1.location }
    let all = Set(
      diagnostics + pages.flatMap(\.diagnostics) + pages.flatMap(\.claims).compactMap(\.trouble))
    self.diagnostics = all.map { isStrict ? $0.asError : $0 }.sorted()
  }

  /// Every failing claim and every diagnostic, by location; a diagnostic that says why a claim is
  /// unreadable is shown as that claim.
  package var findings: [Finding] {
    let failing = claims.filter { !$0.stands }
    let told = Set(failing.compactMap(\.trouble))
    let others = diagnostics.filter { !told.contains($0) && !told.contains($0.asWarning) }
    return (failing.map(Finding.init(claim:)) + others.map(Finding.init(diagnostic:)))
      .sorted { $0.diagnostic < $1.diagnostic }
  }

  /// How the run ended: the worst of all errors; warnings do not count.
  package var outcome: Outcome {
    let claims: Outcome = claims.allSatisfy(\.stands) ? .clean : .failed
    let errors = findings.filter { $0.diagnostic.severity == .error && $0.claim == nil }
    return errors.map(\.diagnostic.code.outcome).reduce(claims, max)
  }
}

extension Diagnostic {
  fileprivate var asError: Diagnostic { with(.error) }
  fileprivate var asWarning: Diagnostic { with(.warning) }

  private func with(_ severity: Severity) -> Diagnostic {
    var copy = self
    copy.severity = severity
    return copy
  }
}
