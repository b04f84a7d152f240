import Diagnostics
import MatrixCalculus
import Notation
import Proof

extension PageSession {
  /// Keeps what a display says, in text notation and as programs, to be copied: the last side of its last
  /// equation, where all its claims hold and there is a name for what stands on the left.
  ///
  /// - Parameters:
  ///   - first: the number of claims before the display.
  ///   - index: the piece.
  mutating func transcribe(
    _ target: Target, _ value: Expression, claimsFrom first: Int, at index: Int
  ) {
    guard result.claims[first...].allSatisfy({ $0.judgement.verdict.holds }), target.axes.isEmpty,
      let names = Self.names(of: target)
    else { return }
    let shown = show(value)
    result.transcripts[index] = PageResult.Transcript(
      text: (names.text.map { "\($0) = " } ?? "") + shown.text,
      program: value.operands.isEmpty || offers(names.program)
        ? nil : Program(names.program, value.simplified, .written(shown.tex)))
  }

  /// Whether the page has a program of this name already.
  private func offers(_ name: String) -> Bool {
    result.blocks.values.joined().contains { $0.program?.name == name }
      || result.transcripts.values.contains { $0.program?.name == name }
  }

  /// How the left side is written in a `derive` block, where it can be, and what a program is called.
  private static func names(of target: Target) -> (text: String?, program: String)? {
    guard isName(target.of) else { return nil }
    if target.kind == .gradient, let place = target.place {
      return (nil, "gradient_\(target.of)_\(place)")
    }
    switch (target.kind, target.wrt) {
    case (.identity, nil): return (target.of, target.of)
    case (.gradient, let variable?) where isName(variable):
      return ("gradient \(target.of) wrt \(variable)", "gradient_\(target.of)_\(variable)")
    default: return nil
    }
  }

  private static func isName(_ text: String) -> Bool {
    text.wholeMatch(of: #/[A-Za-z][A-Za-z0-9_]*/#) != nil
  }
}
