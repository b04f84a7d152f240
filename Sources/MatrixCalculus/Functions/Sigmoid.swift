extension Function {
  /// The logistic function 1/(1 + e⁻ᶻ); the derivative reuses the result.
  ///
  /// Source: D. Cox, "The Regression Analysis of Binary Sequences" (1958).
  package static let sigmoid: Function = Function(
    name: "sigmoid", aliases: ["logistic"], tex: #"\sigma"#,
    meaning: .formula(1 / (1 + exp(-z))),
    derivative: y * (1 - y),
    samples: [-2, -0.5, 0, 3])
}
