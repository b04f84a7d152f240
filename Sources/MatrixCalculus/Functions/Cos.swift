extension Function {
  /// The cosine of z radians.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, §4.20, 4.20.2.
  package static let cos: Function = Function(
    name: "cos", tex: #"\cos"#,
    meaning: .primitive(.cos),
    derivative: -sin(z),
    samples: [-2, 0, 0.5, 3])
}
