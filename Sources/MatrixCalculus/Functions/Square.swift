extension Function {
  /// The square z² of every entry. Abbreviates the power 2.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, §4.2(iv).
  package static let square: Function = Function(
    name: "square", tex: #"\operatorname{square}"#,
    meaning: .formula(.power(z, Rational(2))),
    derivative: 2 * z,
    isTransparent: true,
    samples: [-2, -0.5, 0, 3])
}
