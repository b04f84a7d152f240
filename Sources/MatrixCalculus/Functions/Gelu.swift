extension Function {
  /// The Gaussian error linear unit z Φ(z), with Φ the distribution function of the normal
  /// distribution: z (1 + erf(z/√2))/2. Its derivative is Φ(z) + z exp(−z²/2)/√(2π).
  ///
  /// Source: D. Hendrycks, K. Gimpel, "Gaussian Error Linear Units" (2016), §2.
  package static let gelu: Function = Function(
    name: "gelu", tex: #"\operatorname{gelu}"#,
    meaning: .formula(z * normalDistribution),
    derivative: normalDistribution + z * normalDensity,
    samples: [-2, -0.5, 0, 3])

  private static var normalDistribution: Entrywise {
    .number(.half) * (1 + erf(z * .power(2, .minusHalf)))
  }

  private static var normalDensity: Entrywise {
    .power(2 * .constant(MatrixFunction.pi([])), .minusHalf) * exp(.number(.half) * -(z * z))
  }
}
