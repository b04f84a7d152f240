import Diagnostics
import MatrixCalculus

/// Gradients that are right where not all entries of the variable are free.
extension Trial {
  /// The claim follows another convention for derivatives by symmetric or diagonal matrices.
  ///
  /// With G the gradient where all entries are free: G + Gᵀ − I ∘ G where an entry moves with its
  /// mirror image, (G + Gᵀ)/2 where the direction is symmetric, I ∘ G where only the diagonal moves.
  ///
  /// Source: K. Petersen, M. Pedersen, "The Matrix Cookbook" (2012), §2.8.
  mutating func otherConvention(_ own: Expression, _ value: PointValues.Matrix) -> Cause? {
    guard case .gradient(let function, let variable) = search.claim(own).kind,
      variable.properties.contains(.symmetric), !variable.shape.isScalar,
      own.shape == variable.shape, function.shape.isScalar,
      let gradient = try? Gradient.gradients(of: function, wrt: [variable])[0]
    else { return nil }
    for (other, words) in Self.conventions(gradient, variable) {
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
    _ gradient: Expression, _ variable: Variable
  ) -> [(Expression, String)] {
    let diagonal = MatrixFunction.diag(MatrixFunction.diag(gradient))
    if variable.properties.contains(.diagonal) {
      return [(diagonal, "where only the diagonal moves")]
    }
    let both = gradient + gradient.transposed
    return [
      (both - diagonal, "where an entry moves with its mirror image"),
      (.number(.half) * both, "where \(variable.name) moves along symmetric matrices"),
    ]
  }
}
