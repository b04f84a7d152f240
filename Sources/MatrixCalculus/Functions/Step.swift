extension Function {
  /// 1 for z > 0 and 0 otherwise; constant away from 0.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, §1.16(iv), with the value 0 at 0.
  package static let step: Function = Function(
    name: "step", aliases: ["heaviside"], tex: #"\operatorname{step}"#,
    meaning: .primitive(.step),
    derivative: 0,
    kinks: [0],
    samples: [-2, -0.5, 0.5, 3])
}
