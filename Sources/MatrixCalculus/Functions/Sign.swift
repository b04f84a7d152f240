extension Function {
  /// −1, 0 or 1 as z is negative, zero or positive; constant away from 0.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, front matter, common notations.
  package static let sign: Function = Function(
    name: "sign", tex: #"\operatorname{sign}"#,
    meaning: .primitive(.sign),
    derivative: 0,
    kinks: [0],
    samples: [-2, -0.5, 0.5, 3])
}
