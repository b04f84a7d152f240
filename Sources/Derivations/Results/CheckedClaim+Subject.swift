extension CheckedClaim {
  /// What the claim is about: `gradient of F with respect to W`, `weight of layer 2 of F`.
  package var subject: String {
    if let label { return "\(label) of \(of)" }
    let start =
      switch kind {
      case .gradient, .jacobian, .hessian, .delta, .value: "\(kind.rawValue) of \(of)"
      // What is differentiated along a direction is claimed as an identity.
      case .identity: wrt == nil ? "identity for \(of)" : of
      case .step: "step in the derivation of \(of)"
      case .layer: "layer of \(of)"
      case .input: "layer input of \(of)"
      }
    return start + (wrt.map { " with respect to \($0)" } ?? "")
  }
}
