extension Function {
  /// The angle in [−π/2, π/2], in radians, whose sine is z.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, §4.24(ii), 4.24.7.
  package static let arcsin: Function = Function(
    name: "arcsin", aliases: ["asin"], tex: #"\arcsin"#,
    meaning: .primitive(.arcsin),
    derivative: .power(1 - z * z, Rational.minusHalf),
    domain: .unitInterval,
    samples: [-0.8, -0.5, 0, 0.6])
}
