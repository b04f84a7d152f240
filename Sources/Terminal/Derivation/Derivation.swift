package import Derivations

/// What was derived for one function that stands on no page.
package struct Derivation: Hashable, Sendable {
  /// The function with its name: `F = norm2(A*s - x)^2`.
  package var function: Shown
  /// Declarations of names that nothing was said of, as they were taken: `x : (n)`.
  package var taken: [String]
  /// A figure for each term.
  package var networks: [NetworkFigure]
  package var deltas: [DeltaFigure]
  /// Why there are no layers, where there are none.
  package var remark: String?
  package var derivatives: [DerivativeFigure]
  package var steps: [StepsFigure]
  package var claims: [CheckedClaim]
  /// The texts that locations speak of, by what stands for their path.
  package var sources: [String: String]

  package init(
    function: Shown, taken: [String] = [], networks: [NetworkFigure], deltas: [DeltaFigure],
    remark: String? = nil,
    derivatives: [DerivativeFigure], steps: [StepsFigure] = [], claims: [CheckedClaim],
    sources: [String: String]
  ) {
    self.function = function
    self.taken = taken
    self.networks = networks
    self.deltas = deltas
    self.remark = remark
    self.derivatives = derivatives
    self.steps = steps
    self.claims = claims
    self.sources = sources
  }

  /// What the letters in the derivatives stand for, each once and after what it needs.
  package var definitions: [Shown] {
    var seen: Set<Shown> = []
    return derivatives.flatMap(\.definitions).filter { seen.insert($0).inserted }
  }

  /// The derivation in one of the forms of a report; those for continuous integration speak of the
  /// claims alone.
  package func rendered(as format: Format, style: TextStyle = TextStyle()) -> String {
    switch format {
    case .text: text(style)
    case .json: json
    case .github, .sarif, .junit: report.rendered(as: format)
    }
  }

  /// The claims as a report.
  package var report: Report {
    var page = PageResult(path: "")
    page.claims = claims
    return Report(pages: claims.isEmpty ? [] : [page], sources: sources)
  }
}
