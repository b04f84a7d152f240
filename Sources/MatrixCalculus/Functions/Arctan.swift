extension Function {
  /// The angle in (−π/2, π/2), in radians, whose tangent is z.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, §4.24(ii), 4.24.9.
  package static let arctan: Function = Function(
    name: "arctan", aliases: ["atan"], tex: #"\arctan"#,
    meaning: .primitive(.arctan),
    derivative: 1 / (1 + z * z),
    samples: [-3, -0.5, 0, 2])
}
