extension Function {
  /// The sine of z radians.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, §4.20, 4.20.1.
  package static let sin: Function = Function(
    name: "sin", tex: #"\sin"#,
    meaning: .primitive(.sin),
    derivative: cos(z),
    samples: [-2, -0.5, 0, 3])
}
