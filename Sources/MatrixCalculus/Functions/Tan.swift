extension Function {
  /// The tangent of z radians, where the cosine is not zero.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, §4.20, 4.20.3.
  package static let tan: Function = Function(
    name: "tan", tex: #"\tan"#,
    meaning: .formula(sin(z) / cos(z)),
    derivative: 1 + y * y,
    domain: .nonZeroCosine,
    samples: [-1, -0.5, 0, 1.2])
}
