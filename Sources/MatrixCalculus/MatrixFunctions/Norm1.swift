extension MatrixFunction {
  /// The sum of the absolute values of all entries, `1×1`. Abbreviates it.
  package static let norm1: MatrixFunction = MatrixFunction(
    name: "norm1", tex: #"\operatorname{norm}_1"#,
    shape: { _ in .scalar },
    meaning: .formula { sum(.apply(.abs, $0[0])) }, isTransparent: true,
    pullback: { cotangent, x, _ in [.product([cotangent, .apply(.sign, x[0])])] })
}
