extension Function {
  /// log(1 + eᶻ), a smooth form of the positive part.
  ///
  /// Source: C. Dugas et al., "Incorporating Second-Order Functional Knowledge" (2001).
  package static let softplus: Function = Function(
    name: "softplus", tex: #"\operatorname{softplus}"#,
    meaning: .formula(log(1 + exp(z))),
    derivative: sigmoid(z),
    samples: [-2, -0.5, 0, 3])
}
