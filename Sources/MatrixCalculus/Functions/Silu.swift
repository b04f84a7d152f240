extension Function {
  /// The sigmoid linear unit z σ(z), also called swish; the derivative reuses the result:
  /// y + σ(z) (1 − y).
  ///
  /// Source: S. Elfwing, E. Uchibe, K. Doya, "Sigmoid-Weighted Linear Units for Neural Network Function
  /// Approximation in Reinforcement Learning" (2018), (2).
  package static let silu: Function = Function(
    name: "silu", aliases: ["swish"], tex: #"\operatorname{silu}"#,
    meaning: .formula(z / (1 + exp(-z))),
    derivative: y + sigmoid(z) * (1 - y),
    samples: [-2, -0.5, 0, 3])
}
