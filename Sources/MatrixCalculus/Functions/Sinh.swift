extension Function {
  /// The hyperbolic sine (eᶻ − e⁻ᶻ)/2.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, §4.34.
  package static let sinh: Function = Function(
    name: "sinh", tex: #"\sinh"#,
    meaning: .formula((exp(z) - exp(-z)) / 2),
    derivative: cosh(z),
    samples: [-2, -0.5, 0, 1.5])
}
