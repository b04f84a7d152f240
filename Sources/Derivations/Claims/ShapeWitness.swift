import Diagnostics
import Notation
import Proof

/// Numbers for the sizes of a formula whose shapes do not fit, so that the clash can be seen.
struct ShapeWitness {
  private let scope: Scope
  private let prover: Prover

  init(_ scope: Scope, _ prover: Prover) {
    self.scope = scope
    self.prover = prover
  }

  /// Small pairwise distinct sizes for the names in the message, and the message with them.
  func witness(for trouble: Diagnostic) -> Witness {
    let names = scope.sizes.filter { mentions(trouble.message, $0) }
    let sizes = names.enumerated().map { Witness.Size(name: $1, count: $0 + 2) }
    return Witness(
      shapes: sizes, values: [], left: [["undefined"]], right: [], remark: trouble.message)
  }

  private func mentions(_ message: String, _ name: String) -> Bool {
    message.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains { $0 == name }
  }
}
