/// What the commands of TeX mathematics mean to the reader: tables only.
enum TeXCommands {
  /// Sizes of delimiters, with the side they put the delimiter on.
  static let sizes: [String: TeXDelimiter.Side] = {
    var sizes: [String: TeXDelimiter.Side] = ["left": .open, "right": .close, "middle": .either]
    for size in ["big", "Big", "bigg", "Bigg"] {
      sizes[size] = .either
      sizes[size + "l"] = .open
      sizes[size + "r"] = .close
      sizes[size + "m"] = .either
    }
    return sizes
  }()

  static let delimiters: [String: (TeXDelimiter, TeXDelimiter.Side)] = [
    "lvert": (.bar, .open), "rvert": (.bar, .close), "vert": (.bar, .either),
    "lVert": (.doubleBar, .open), "rVert": (.doubleBar, .close), "Vert": (.doubleBar, .either),
    "lbrace": (.curly, .open), "rbrace": (.curly, .close),
    "lbrack": (.square, .open), "rbrack": (.square, .close),
    "langle": (.angle, .open), "rangle": (.angle, .close),
    "lparen": (.round, .open), "rparen": (.round, .close),
  ]

  /// Commands that change looks only. Where they take an argument, its braces remain as a group.
  static let ignored: Set<String> = [
    "displaystyle", "textstyle", "scriptstyle", "limits", "nolimits", "nonumber", "notag", "hline",
    "thinspace", "medspace", "thickspace", "negthinspace", "enspace", "hfill", "allowbreak",
    "therefore", "mathstrut", "strut", "relax", "mathop", "mathrel", "mathbin", "mathord",
    "mathopen", "mathclose", "mathinner", "ensuremath", "boxed", "fbox", "cancel", "bcancel",
    "xcancel", "smash", "bf", "rm", "it", "sf", "boldmath", "noindent",
  ]

  /// Commands dropped together with so many arguments.
  static let dropped: [String: Int] = [
    "tag": 1, "label": 1, "vspace": 1, "phantom": 1, "hphantom": 1, "vphantom": 1,
    "color": 1, "textcolor": 1, "colorbox": 1, "eqref": 1, "ref": 1, "cite": 1, "footnote": 1,
    "intertext": 1, "shortintertext": 1, "htmlClass": 1, "class": 1,
  ]

  static let fonts: [String: TeXAtom.Font] = [
    "mathbf": .bold, "boldsymbol": .bold, "bm": .bold, "pmb": .bold, "symbf": .bold,
    "mathbfit": .bold, "mathrm": .roman, "mathup": .roman, "mathsf": .sans, "mathtt": .sans,
    "mathcal": .script, "mathscr": .script, "mathfrak": .script, "mathbb": .blackboard,
    "mathbbm": .blackboard, "mathds": .blackboard, "mathit": .plain, "mathnormal": .plain,
  ]

  static let texts: Set<String> = [
    "text", "textrm", "textbf", "textit", "textsf", "texttt", "textnormal", "mbox", "hbox",
    "operatorname",
  ]

  /// Accents and the ending they give a name: `\hat{x}` is `xhat`.
  static let accents: [String: String] = [
    "hat": "hat", "widehat": "hat", "tilde": "tilde", "widetilde": "tilde", "bar": "bar",
    "overline": "bar", "vec": "vec", "overrightarrow": "vec", "dot": "dot", "ddot": "ddot",
    "check": "check", "breve": "breve", "underline": "under", "acute": "acute", "grave": "grave",
    "mathring": "ring",
  ]

  /// Symbols that are names, with the name in text notation.
  static let names: [String: String] = {
    let greek = """
      alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau \
      upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell \
      Alpha Beta
      """
    var names = Dictionary(
      uniqueKeysWithValues: greek.split(separator: " ").map { (String($0), String($0)) })
    for variant in ["epsilon", "theta", "phi", "rho", "sigma", "pi", "kappa"] {
      names["var" + variant] = variant
    }
    names["imath"] = "i"
    names["jmath"] = "j"
    return names
  }()

  /// Functions by their command or word, with their name in text notation.
  static let functions: [String: String] = [
    "exp": "exp", "log": "log", "ln": "log", "sin": "sin", "cos": "cos", "tan": "tan",
    "sinh": "sinh", "cosh": "cosh", "tanh": "tanh", "arcsin": "arcsin", "arccos": "arccos",
    "arctan": "arctan", "det": "det", "tr": "tr", "Tr": "tr", "trace": "tr", "Trace": "tr",
    "diag": "diag", "Diag": "diag", "vec": "vec", "Vec": "vec", "softmax": "softmax",
    "logsumexp": "logsumexp", "LogSumExp": "logsumexp", "lse": "logsumexp", "LSE": "logsumexp",
    "sign": "sign",
    "sgn": "sign", "relu": "relu", "ReLU": "relu", "sigmoid": "sigmoid", "softplus": "softplus",
    "erf": "erf", "adj": "adj", "pinv": "pinv", "inv": "inv", "logdet": "logdet", "expm": "expm",
    "abs": "abs", "max": "max", "min": "min", "sqrt": "sqrt", "step": "step", "gelu": "gelu",
    "GELU": "gelu", "silu": "silu", "SiLU": "silu", "swish": "silu", "elu": "elu", "ELU": "elu",
    "sinm": "sinm", "cosm": "cosm", "logm": "logm", "sqrtm": "sqrtm", "mean": "mean", "cov": "cov",
    "logsoftmax": "logsoftmax", "kron": "kron", "hardmax": "hardmax",
    "reshape": "reshape", "solve": "solve", "maximum": "maximum", "minimum": "minimum",
    "crossentropy": "crossentropy", "klbernoulli": "klbernoulli", "norminf": "norminf",
    "cols": "cols", "rows": "rows", "horzcat": "horzcat", "vertcat": "vertcat",
    "leakyrelu": "leakyrelu", "inner": "inner", "heaviside": "step", "kl": "kl",
  ]

  /// Whether a word is a command that formulas are full of.
  static func isCommon(_ word: String) -> Bool {
    names[word] != nil || fonts[word] != nil || accents[word] != nil || delimiters[word] != nil
      || entrywise.contains(word) || sizes[word] != nil || common.contains(word)
  }

  private static let common: Set<String> = [
    "frac", "dfrac", "nabla", "partial", "sum", "top", "sqrt", "text", "cdot", "times", "begin",
    "end", "log", "exp", "operatorname", "quad", "prod",
  ]

  /// Products between entries and the Kronecker product: weaker than juxtaposition.
  static let entrywise: Set<String> = [
    "odot", "circ", "bullet", "otimes", "oslash", "star", "circledast",
  ]

  /// Operators as strong as juxtaposition.
  static let products: [String: Syntax.Kind] = [
    "cdot": .multiply, "times": .multiply, "ast": .multiply, "div": .divide,
  ]

  /// Unicode characters read as commands.
  static let unicode: [String: String] = [
    "∇": "nabla", "∂": "partial", "∑": "sum", "Σ": "Sigma", "√": "surd", "⊙": "odot", "∘": "circ",
    "•": "bullet", "⊗": "otimes", "⊘": "oslash", "·": "cdot", "⋅": "cdot", "×": "times",
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ϵ": "epsilon",
    "ζ": "zeta", "η": "eta", "θ": "theta", "κ": "kappa", "λ": "lambda", "μ": "mu", "µ": "mu",
    "ν": "nu", "ξ": "xi", "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau", "φ": "phi",
    "ϕ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega", "Γ": "Gamma", "Δ": "Delta",
    "Θ": "Theta", "Λ": "Lambda", "Ξ": "Xi", "Π": "Pi", "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega",
    "ℓ": "ell", "⊤": "top", "≡": "equiv", "≈": "approx", "≤": "leq", "≥": "geq", "⇒": "Rightarrow",
    "→": "to", "′": "prime", "’": "prime", "∏": "prod", "≠": "neq", "∈": "in", "∞": "infty",
    "…": "dots", "⋯": "cdots", "⋮": "vdots", "⋱": "ddots", "←": "leftarrow", "∗": "ast",
    "⋆": "star", "≜": "triangleq", "≔": "coloneqq", "≙": "triangleq", "†": "dagger", "∼": "sim",
    "∝": "propto", "≪": "ll", "≫": "gg", "∀": "forall", "∃": "exists", "⇔": "iff", "⟹": "implies",
    "⟺": "iff", "∴": "therefore", "∫": "int", "ϑ": "theta", "ϱ": "rho", "ς": "sigma",
    "ι": "iota", "υ": "upsilon",
  ]

  /// Unicode characters that enclose a formula.
  static let unicodeDelimiters: [String: (TeXDelimiter, TeXDelimiter.Side)] = [
    "‖": (.doubleBar, .either), "∥": (.doubleBar, .either), "∣": (.bar, .either),
    "⟨": (.angle, .open), "⟩": (.angle, .close), "〈": (.angle, .open), "〉": (.angle, .close),
    "（": (.round, .open), "）": (.round, .close), "【": (.square, .open), "】": (.square, .close),
  ]

  /// Fractions of one character.
  static let fractions: [String: (UInt8, UInt8)] = [
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅛": (1, 8),
  ]

  /// Characters that stand for others: full-width signs, letters of the mathematical alphabets.
  static func plain(_ character: String) -> String? {
    switch character {
    case "＝": return "="
    case "＋": return "+"
    case "－", "−", "–": return "-"
    case "⁄", "∕", "／": return "/"
    default: break
    }
    guard let value = character.unicodeScalars.first?.value else { return nil }
    let plain: UInt32? =
      switch value {
      case 0x1D400...0x1D6A3:
        latin((value - 0x1D400) % 52)
      case 0x1D6A8...0x1D7C9:
        greek((value - 0x1D6A8) % 58)
      case 0x1D7CE...0x1D7FF: 0x30 + (value - 0x1D7CE) % 10
      default: nil
      }
    return plain.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }

  private static func latin(_ place: UInt32) -> UInt32 { place < 26 ? 0x41 + place : 0x47 + place }

  /// The Greek alphabets have 25 capitals, ∇ and 25 small letters, then ∂ and variants.
  private static func greek(_ place: UInt32) -> UInt32? {
    switch place {
    case 0..<25: 0x391 + place
    case 25: 0x2207
    case 26..<51: 0x3B1 + place - 26
    case 51: 0x2202
    default: nil
    }
  }

  /// Raised Unicode characters, as what stands above.
  static let superscripts: [String: TeXToken.Kind] = [
    "ᵀ": .letter("T"), "⁻": .symbol("-"), "⁺": .symbol("+"), "⁰": .digit(UInt8(ascii: "0")),
    "¹": .digit(UInt8(ascii: "1")), "²": .digit(UInt8(ascii: "2")), "³": .digit(UInt8(ascii: "3")),
    "⁴": .digit(UInt8(ascii: "4")), "ⁿ": .letter("n"), "ⁱ": .letter("i"), "ᵏ": .letter("k"),
    "ˡ": .letter("l"), "ᴸ": .letter("L"), "⁽": .delimiter(.round, .open),
    "⁾": .delimiter(.round, .close),
  ]

  /// Lowered Unicode characters, as what stands below.
  static let subscripts: [String: TeXToken.Kind] = {
    var subscripts: [String: TeXToken.Kind] = ["ₓ": .letter("x"), "ₐ": .letter("a")]
    for (digit, character) in "₀₁₂₃₄₅₆₇₈₉".enumerated() {
      subscripts[String(character)] = .digit(UInt8(48 + digit))
    }
    for (letter, character) in zip("eijklmnoprstuv", "ₑᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥ") {
      subscripts[String(character)] = .letter(String(letter))
    }
    return subscripts
  }()

  /// Characters as HTML spells them; a blank leaves no token.
  static let entities: [(String, TeXToken.Kind?)] = [
    ("&amp;", .align), ("&lt;", .symbol("<")), ("&gt;", .symbol(">")), ("&nbsp;", nil),
    ("&#39;", .prime),
  ]

  /// Equality signs.
  static let equalities: Set<String> = [
    "equiv", "triangleq", "coloneqq", "coloneq", "doteq", "eqdef",
  ]

  /// Signs between two statements.
  static let implications: Set<String> = [
    "Rightarrow", "implies", "iff", "Leftrightarrow", "Longrightarrow", "Longleftrightarrow",
    "impliedby", "land", "wedge",
  ]

  /// Relations that are no equality, in words.
  static let otherRelations: [String: String] = [
    "approx": "an approximation", "simeq": "an approximation", "sim": "a distribution",
    "propto": "a proportionality", "le": "an inequality", "leq": "an inequality",
    "ge": "an inequality", "geq": "an inequality", "ll": "an inequality", "gg": "an inequality",
    "ne": "an inequality", "neq": "an inequality", "preceq": "an inequality",
    "succeq": "an inequality", "succ": "an inequality", "prec": "an inequality",
    "leftarrow": "an update", "gets": "an update", "to": "an arrow", "rightarrow": "an arrow",
    "mapsto": "an arrow", "in": "a membership", "notin": "a membership", "subset": "a membership",
    "subseteq": "a membership", "forall": "a quantifier", "exists": "a quantifier",
  ]
}
