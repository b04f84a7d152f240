extension Function {
  /// The hyperbolic cosine (eᶻ + e⁻ᶻ)/2.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, §4.34.
  package static let cosh: Function = Function(
    name: "cosh", tex: #"\cosh"#,
    meaning: .formula((exp(z) + exp(-z)) / 2),
    derivative: sinh(z),
    samples: [-2, -0.5, 0, 1.5])
}
