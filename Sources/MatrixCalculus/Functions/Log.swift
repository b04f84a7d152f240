extension Function {
  /// The natural logarithm, for z > 0.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, §4.2(i).
  package static let log: Function = Function(
    name: "log", aliases: ["ln"], tex: #"\log"#,
    meaning: .primitive(.log),
    derivative: 1 / z,
    domain: .positive,
    samples: [0.2, 0.5, 1, 3])
}
