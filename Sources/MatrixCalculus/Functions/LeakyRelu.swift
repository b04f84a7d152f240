extension Function {
  /// z for z > 0, else z/100; not differentiable at 0.
  ///
  /// Source: A. Maas, A. Hannun, A. Ng, "Rectifier Nonlinearities Improve Neural Network Acoustic
  /// Models" (2013), §2.
  package static let leakyRelu: Function = Function(
    name: "leakyrelu", tex: #"\operatorname{leakyrelu}"#,
    meaning: .formula(relu(z) - relu(-z) / 100),
    derivative: step(z) + step(-z) / 100,
    kinks: [0],
    samples: [-2, -0.5, 0.5, 3])
}
