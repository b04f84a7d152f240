import Diagnostics
import MatrixCalculus

/// Gradients that are right where not all entries of the variable are free.
extension Trial {
  /// The claim follows another convention for derivatives by symmetric, skew, diagonal or triangular
  /// matrices.
  ///
  /// With G the gradient where all entries are free: G + Gᵀ − I ∘ G where an entry moves with its
  /// mirror image, (G + Gᵀ)/2 where the direction is symmetric, I ∘ G where only the diagonal moves.
  ///
  /// Source: K. Petersen, M. Pedersen, "The Matrix Cookbook" (2012), §2.8.
  mutating func otherConvention(_ own: Expression, _ value: PointValues.Matrix) -> Cause? {
    guard case .gradient(let function, let variable) = search.claim(own).kind,
      let structure = MatrixStructure(variable),
      own.shape == variable.shape, function.shape.isScalar,
      let gradient = try? Gradient.gradients(of: function, wrt: [variable])[0]
    else { return nil }
    for (other, words) in Self.conventions(gradient, structure, variable.name) {
      guard let right = truth.values.value(other), PointValues.nearlyEqual(value, right),
        decide(.identity(own, other)) != nil
      else { continue }
      return Cause(
        text: "it is right under another convention, \(words); here all entries of "
          + "\(variable.name) are free",
        location: search.author.source.location(search.author.whole))
    }
    return nil
  }

  private static func conventions(
    _ gradient: Expression, _ structure: MatrixStructure, _ name: String
  ) -> [(Expression, String)] {
    [false, true].map { isProjected in
      (
        structure.gradient(gradient, isProjected: isProjected),
        "where \(structure.note(name, isProjected: isProjected))"
      )
    }
  }
}
