extension Function {
  /// The positive part max(z, 0); not differentiable at 0.
  ///
  /// Source: V. Nair, G. Hinton, "Rectified Linear Units" (2010).
  package static let relu: Function = Function(
    name: "relu", tex: #"\operatorname{relu}"#,
    meaning: .formula(z * step(z)),
    derivative: step(z),
    kinks: [0],
    samples: [-2, -0.5, 0.5, 3])
}
