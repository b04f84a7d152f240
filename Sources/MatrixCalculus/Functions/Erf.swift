extension Function {
  /// The error function (2/√π) ∫₀ᶻ exp(−t²) dt.
  ///
  /// Its derivative is 2 exp(−z²)/√π.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, §7.2.1.
  package static let erf: Function = Function(
    name: "erf", tex: #"\operatorname{erf}"#,
    meaning: .primitive(.erf),
    derivative: 2 * .power(.constant(MatrixFunction.pi([])), Rational.minusHalf) * exp(-(z * z)),
    samples: [-1.5, -0.5, 0, 0.7])
}
