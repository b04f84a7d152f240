import Foundation

extension CheckedClaim {
  /// What the claim is about: `gradient of F with respect to W`, `weight of layer 2 of F`.
  package var subject: String { subjectParts.map(\.text).joined() }

  /// A piece of what a claim is about.
  package enum SubjectPart: Hashable, Sendable {
    case words(String)
    /// A name or a formula in text notation.
    case formula(String)

    fileprivate var text: String {
      switch self {
      case .words(let text), .formula(let text): text
      }
    }
  }

  /// What it speaks of where that says itself what is derived of it: `derivative of F`, `dF`.
  private var whole: [SubjectPart] {
    let words = "derivative of "
    return of.hasPrefix(words)
      ? [.words(words), .formula(String(of.dropFirst(words.count)))] : [.formula(of)]
  }

  /// What the claim is about, with the formulas in it.
  package var subjectParts: [SubjectPart] {
    if let label { return [.words("\(label) of "), .formula(of)] }
    let start: [SubjectPart] =
      switch kind {
      case .gradient, .jacobian, .hessian, .delta, .value:
        [.words("\(kind.rawValue) of "), .formula(of)]
      // What is differentiated along a direction is claimed as an identity.
      case .identity: wrt == nil ? [.words("identity for "), .formula(of)] : whole
      case .step: [.words("step in the derivation of "), .formula(of)]
      case .layer: [.words("layer of "), .formula(of)]
      case .input: [.words("layer input of "), .formula(of)]
      }
    return start + list(" with respect to ", wrt) + list(" along ", along)
  }

  /// Names behind words.
  private func list(_ words: String, _ names: String?) -> [SubjectPart] {
    (names?.components(separatedBy: ", ") ?? []).enumerated().flatMap { index, name in
      [SubjectPart.words(index == 0 ? words : ", "), .formula(name)]
    }
  }
}
