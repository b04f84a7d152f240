extension Function {
  /// Hyperbolic tangent of every entry; accepts all reals and saturates to ±1. The derivative reuses
  /// the result.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, §4.34.
  package static let tanh: Function = Function(
    name: "tanh", tex: #"\tanh"#,
    meaning: .formula(1 - 2 / (1 + exp(2 * z))),
    derivative: 1 - y * y,
    samples: [-2, -0.5, 0, 3])
}
