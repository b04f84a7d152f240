extension Function {
  /// The exponential linear unit: z for z > 0, else exp(z) − 1, which has slope 1 at 0 from both sides.
  ///
  /// Source: D.-A. Clevert, T. Unterthiner, S. Hochreiter, "Fast and Accurate Deep Network Learning by
  /// Exponential Linear Units (ELUs)" (2016), (15), with α = 1.
  package static let elu: Function = Function(
    name: "elu", tex: #"\operatorname{elu}"#,
    meaning: .formula(relu(z) - relu(1 - exp(z))),
    derivative: exp(-relu(-z)),
    kinks: [0], smoothness: 1,
    samples: [-2, -0.5, 0.5, 3])
}
