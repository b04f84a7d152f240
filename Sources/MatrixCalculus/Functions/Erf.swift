extension Function {
  /// The error function (2/√π) ∫₀ᶻ exp(−t²) dt.
  ///
  /// The derivative needs π, which is four times the arctangent of one.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, §7.2.1.
  package static let erf: Function = Function(
    name: "erf", tex: #"\operatorname{erf}"#,
    meaning: .primitive(.erf),
    derivative: exp(-(z * z)) * .power(arctan(1), Rational.minusHalf),
    samples: [-1.5, -0.5, 0, 0.7])
}
