/// The triangles of a square matrix, with zeros elsewhere.
///
/// Each is a projection: a cotangent passes through the same triangle.
extension MatrixFunction {
  /// The entries on and below the diagonal; text notation writes `tril(A)`.
  package static let lowerPart: MatrixFunction = MatrixFunction(
    name: "tril", tex: #"\operatorname{tril}"#, shape: square("the lower triangle") { $0 },
    meaning: .primitive(.lowerTriangle),
    pullback: { cotangent, _, _ in [lowerPart(cotangent)] })

  /// The entries on and above the diagonal; text notation writes `triu(A)`.
  package static let upperPart: MatrixFunction = MatrixFunction(
    name: "triu", tex: #"\operatorname{triu}"#, shape: square("the upper triangle") { $0 },
    meaning: .formula { x in lowerPart(x[0].transposed).transposed },
    pullback: { cotangent, _, _ in [upperPart(cotangent)] })
}
