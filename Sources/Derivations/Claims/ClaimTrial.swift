package import Diagnostics
package import MatrixCalculus
package import Notation
package import Proof

/// A claim of a page, to be judged again with other formulas on its claimed side.
///
/// What it is judged against, and the names in force, are those of the page at that place.
package struct ClaimTrial {
  /// What the page's check found.
  package let claim: CheckedClaim
  /// The claimed side as its author wrote it.
  package let formula: Syntax
  package let dialect: Dialect
  private let side: ClaimedSide
  private let target: Target
  private let session: PageSession

  init(_ claim: CheckedClaim, _ side: ClaimedSide, _ target: Target, _ session: PageSession) {
    self.claim = claim
    self.side = side
    self.target = target
    var session = session
    session.trials = nil
    self.session = session
    formula = side.formula
    dialect = side.dialect
  }

  /// The text that the ranges of `formula` count in.
  package var source: SourceText { side.source }

  /// The claimed side, in UTF-8 offsets into `source`.
  package var range: Range<Int> { side.range }

  /// The names in force.
  package var scope: Scope { session.scope }

  /// Decides as the page's check does.
  package var prover: Prover { session.prover }

  /// The claim with another claimed side.
  package func claim(_ expression: Expression) -> Claim { target.claim(expression) }

  /// The meaning of the author's formula.
  package var expression: Expression? { try? session.elaborate(side, expecting: target.shape) }

  /// The derivatives of activations, the shares of places of the variable, and the answers to other
  /// questions that a mistake may be about.
  package var suspects:
    (
      slopes: [Expression], shares: [(name: String, contribution: Expression)],
      others: [(phrase: String, value: Expression)]
    )
  {
    let suspects = target.suspects()
    return (suspects.slopes, suspects.instances, suspects.others)
  }

  /// A text in place of the author's formula.
  ///
  /// - Returns: nil where it cannot be read.
  package func replacing(_ text: String) -> Replacement? {
    let source = SourceText(path: side.source.path, text: text)
    guard let formula = read(source) else { return nil }
    let side = ClaimedSide(
      formula: formula, source: source, dialect: dialect, range: 0..<text.utf8.count)
    return Replacement(side: side, target: target, session: session)
  }

  private func read(_ source: SourceText) -> Syntax? {
    guard dialect == .tex else { return try? TextReader.read(source) }
    let names = session.scope.latexNames
    let reading = EquationReader.read(source, names: names)
    if reading.diagnostics.isEmpty, reading.equations.count == 1,
      reading.equations[0].sides.isEmpty, let formula = reading.equations[0].leftFormula
    {
      return formula
    }
    return try? CellReader.read(source, names: names).formula
  }

  /// The claim with another text.
  package struct Replacement {
    let side: ClaimedSide
    let target: Target
    let session: PageSession

    /// What the text means; nil where its shapes do not fit or a name is unknown.
    package var expression: Expression? { try? session.elaborate(side, expecting: target.shape) }

    /// The verdict, without a cause.
    package var judgement: Judgement {
      do throws(Diagnostic) {
        let expression = try session.elaborate(side, expecting: target.shape)
        return session.prover.decide(target.claim(expression))
      } catch {
        return error.code == .shapeMismatch
          ? session.refutation(of: side, error) : Judgement(.unreadable)
      }
    }

    /// The likely mistake.
    package var finding: CauseSearch.Finding? { session.finding(of: side, target) }
  }
}
