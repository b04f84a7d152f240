extension Function {
  /// The absolute value |z| of every entry; not differentiable at 0.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, §1.2(iii).
  package static let abs: Function = Function(
    name: "abs", tex: #"\lvert\cdot\rvert"#,
    meaning: .primitive(.abs),
    derivative: sign(z),
    kinks: [0],
    samples: [-2, -0.5, 0.5, 3])
}
