import MatrixCalculus

/// A word of text notation.
struct Token: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case number(Rational)
    /// With Greek letters spelled out and subscript digits as digits.
    case name(String)
    /// `+ - * / ^ .* ./ .^` in their ASCII spelling.
    case infix(String)
    /// `'`, `.'`, `ᵀ`.
    case transpose
    /// `²`, `⁻¹`.
    case superscript(Int)
    /// `₂` after a norm.
    case subscripted(String)
    /// `√`.
    case root
    /// `Σ`, `∑` before what is summed.
    case summation
    /// `‖`, `||`.
    case norm
    /// `|`.
    case bar
    /// `(`, `[`, `{`.
    case open(Character)
    case close(Character)
    case comma
    case semicolon
    /// `=`, `==`, `:`, `..`, `<`, `<=`, `>`, `>=`, `\`.
    case symbol(String)
  }

  var kind: Kind
  /// UTF-8 offsets.
  var range: Range<Int>
  /// Whether blanks or a line end stand before it.
  var isSpaced: Bool
  /// Whether a line end stands before it.
  var isOnNewLine: Bool
}

/// The letters and signs of text notation beyond ASCII.
enum Alphabet {
  /// The names of Greek letters, as text notation spells them.
  static let greek: [Unicode.Scalar: String] = [
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ϵ": "epsilon",
    "ζ": "zeta", "η": "eta", "θ": "theta", "ϑ": "theta", "ι": "iota", "κ": "kappa",
    "λ": "lambda", "μ": "mu", "\u{B5}": "mu", "ν": "nu", "ξ": "xi", "ο": "omicron", "π": "pi",
    "ρ": "rho", "ϱ": "rho", "σ": "sigma", "ς": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi",
    "ϕ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega", "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta",
    "Λ": "Lambda", "Ξ": "Xi", "Π": "Pi", "Σ": "Sigma", "Υ": "Upsilon", "Φ": "Phi", "Ψ": "Psi",
    "Ω": "Omega",
  ]

  /// Signs that mean an ASCII operator.
  static let infix: [Unicode.Scalar: String] = [
    "−": "-", "·": "*", "⋅": "*", "×": "*", "∗": "*", "⊙": ".*", "∘": ".*", "•": ".*", "∙": ".*",
  ]

  static let transposes: Set<Unicode.Scalar> = ["ᵀ", "⊤", "′", "’"]

  static let superscripts: [Unicode.Scalar: Int] = [
    "⁰": 0, "¹": 1, "²": 2, "³": 3, "⁴": 4, "⁵": 5, "⁶": 6, "⁷": 7, "⁸": 8, "⁹": 9,
  ]

  static let subscripts: [Unicode.Scalar: Int] = [
    "₀": 0, "₁": 1, "₂": 2, "₃": 3, "₄": 4, "₅": 5, "₆": 6, "₇": 7, "₈": 8, "₉": 9,
  ]

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
      : scalar.properties.isAlphabetic && !transposes.contains(scalar) && scalar != "∑"
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
