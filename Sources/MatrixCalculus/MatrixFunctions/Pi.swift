extension MatrixFunction {
  /// The number π, four times the arctangent of one. A page may declare a variable of that name instead.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, §3.12.
  package static let pi: MatrixFunction = MatrixFunction(
    name: "pi", tex: #"\pi"#, arity: 0...0,
    shape: { _ throws(ShapeError) in .scalar },
    meaning: .formula { _ in .product([.number(4), .apply(.arctan, .number(1))]) },
    pullback: { _, _, _ in [] })
}
