extension Function {
  /// The angle in [0, π], in radians, whose cosine is z.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, §4.24(ii), 4.24.8.
  package static let arccos: Function = Function(
    name: "arccos", aliases: ["acos"], tex: #"\arccos"#,
    meaning: .primitive(.arccos),
    derivative: -(.power(1 - z * z, Rational.minusHalf)),
    domain: .unitInterval,
    samples: [-0.8, -0.5, 0, 0.6])
}
