/// The rules of the last steps: reading a result off, laying it out, going to a structure.
extension Rule {
  /// What does not depend on the variable.
  package static let constant = Rule(
    "what does not depend on the variable has the differential zero", Book.cookbook + ", (33)")

  /// Putting the direction for the differential of the variable.
  package static let direction = Rule(
    "the differential of the variable is the direction, letters are replaced by what they stand "
      + "for, and like terms are collected", Book.magnus + ", ch. 5")

  /// Reading a derivative as a matrix off a differential.
  package static let identification = Rule(
    "the Jacobian is the matrix M with vec(dF) = M*vec(dX): vec(A*dX*B) = kron(B', A)*vec(dX)",
    Book.magnus + ", ch. 9 and §2.4")

  /// Reading a Hessian off the differential of the gradient.
  package static let hessian = Rule(
    "the Hessian is the matrix M with vec(dG) = M*vec(dX) for the gradient G",
    Book.magnus + ", ch. 10")

  /// Laying a derivative out the other way.
  package static let layout = Rule(
    "the layout that is asked for transposes it", Book.magnus + ", ch. 9")

  /// Going from free entries to those of a structure.
  package static func structure(_ kind: MatrixStructure, isProjected: Bool) -> Rule {
    let formula =
      switch kind {
      case .symmetric: isProjected ? "(G + G')/2" : "G + G' - diag(diag(G))"
      case .skew: isProjected ? "(G - G')/2" : "G - G'"
      case .diagonal: "diag(diag(G))"
      case .lowerTriangular: "tril(G)"
      case .upperTriangular: "triu(G)"
      }
    let how =
      isProjected ? "is projected onto \(kind.words) matrices" : "counts each free entry once"
    return Rule(
      "the gradient G of free entries \(how): \(formula)",
      Book.cookbook + ", §2.8; S. Srinivasan, N. Panda, \"What is the gradient of a scalar "
        + "function of a symmetric matrix?\" (2022)")
  }
}
