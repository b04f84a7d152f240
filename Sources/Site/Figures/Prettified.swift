internal import Foundation

/// An expression in text notation as a reader would write it without TeX: `W'*x^2` as `Wᵀx²`.
///
/// For places that hold plain characters only, such as the nodes of a diagram.
func prettified(_ notation: String) -> String {
  let words = wordsAsLetters(notation)
  return replacements.reduce(words) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    .replacing(#/\^(-?\d+)/#) { power in superscript(power.1) }
    .replacing(#/√\(([\w₀-₉]+)\)/#) { root in "√\(root.1)" }
}

private let replacements = [
  (".*", " • "), (".^", "^"), ("./", " ⊘ "), ("'", "ᵀ"), ("*", " "), ("-", "−"), ("^−", "^-"),
  ("  ", " "),
]

/// Names of Greek letters and functions as characters, digits at the end of a name as subscripts.
private func wordsAsLetters(_ notation: String) -> String {
  notation.replacing(#/([A-Za-z]+)(\d*)/#) { match in
    (letters[String(match.1)] ?? String(match.1)) + subscripted(match.2)
  }
}

private func superscript(_ number: Substring) -> String {
  String(number.map { digits[$0]?.above ?? $0 })
}

private func subscripted(_ number: Substring) -> String {
  String(number.map { digits[$0]?.below ?? $0 })
}

private let digits: [Character: (above: Character, below: Character)] = [
  "0": ("⁰", "₀"), "1": ("¹", "₁"), "2": ("²", "₂"), "3": ("³", "₃"), "4": ("⁴", "₄"),
  "5": ("⁵", "₅"), "6": ("⁶", "₆"), "7": ("⁷", "₇"), "8": ("⁸", "₈"), "9": ("⁹", "₉"),
  "-": ("⁻", "₋"),
]

private let letters = [
  "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "eps": "ε", "epsilon": "ε", "zeta": "ζ",
  "eta": "η", "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
  "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "chi": "χ", "psi": "ψ",
  "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π",
  "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "sqrt": "√",
]
