import Derivations
import Diagnostics
import Proof

/// Every place of a result moved to where it came from.
extension PageResult {
  func mapped(_ origin: (SourceLocation) -> SourceLocation) -> PageResult {
    var result = self
    result.claims = claims.map { $0.mapped(origin) }
    result.diagnostics = diagnostics.map { $0.mapped(origin) }
    result.blocks = blocks.mapValues { $0.map { $0.mapped(origin) } }
    return result
  }
}

extension StatementResult {
  fileprivate func mapped(_ origin: (SourceLocation) -> SourceLocation) -> StatementResult {
    var result = self
    result.location = origin(location)
    if case .trouble(let trouble) = content { result.content = .trouble(trouble.mapped(origin)) }
    return result
  }
}

extension Diagnostic {
  fileprivate func mapped(_ origin: (SourceLocation) -> SourceLocation) -> Diagnostic {
    var diagnostic = self
    diagnostic.location = location.map(origin)
    diagnostic.notes = notes.map { .init($0.label, Self.mapped($0.text, origin)) }
    return diagnostic
  }

  /// A text in which places on the page are replaced by where they came from.
  private static func mapped(
    _ text: String, _ origin: (SourceLocation) -> SourceLocation
  ) -> String {
    text.replacing(#/arguments:(\d+):(\d+)/#) { match in
      guard let line = Int(match.1), let column = Int(match.2) else { return String(match.0) }
      return origin(SourceLocation(path: ArgumentPage.path, line: line, column: column)).description
    }
  }
}

extension CheckedClaim {
  fileprivate func mapped(_ origin: (SourceLocation) -> SourceLocation) -> CheckedClaim {
    var claim = self
    claim.location = origin(location)
    claim.origin = self.origin.map(origin)
    claim.trouble = trouble?.mapped(origin)
    claim.judgement.cause?.location = judgement.cause?.location.map(origin)
    // There is no file to mend.
    claim.judgement.cause?.corrected = nil
    return claim
  }
}
