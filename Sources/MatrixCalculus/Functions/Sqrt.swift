extension Function {
  /// The non-negative square root, for z ≥ 0; differentiable for z > 0.
  ///
  /// Abbreviates the power ½, so that roots and powers combine.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, §4.2(iv).
  package static let sqrt: Function = Function(
    name: "sqrt", tex: #"\sqrt"#,
    meaning: .formula(.power(z, Rational.half)),
    derivative: .product(.number(Rational.half), .power(z, Rational.minusHalf)),
    domain: .nonNegative, kinks: [0], isTransparent: true,
    samples: [0.2, 0.5, 1, 3])
}
