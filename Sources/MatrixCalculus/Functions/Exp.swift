extension Function {
  /// The exponential eᶻ of every entry.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, §4.2(iii).
  package static let exp: Function = Function(
    name: "exp", tex: #"\exp"#,
    meaning: .primitive(.exp),
    derivative: y,
    samples: [-2, -0.5, 0, 1.5])
}
