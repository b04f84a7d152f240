/// How an author writes what TeX leaves open.
package struct TeXStyle: Hashable, Sendable {
  /// The product entry by entry.
  package var hadamard = #"\bullet"#
  package var transposition = Transposition.mark("^T")
  /// What stands between the factors of a matrix product; a blank where they stand side by side.
  package var product = " "
  package var norm = Norm()
  /// The commands of fractions of formulas and of numbers.
  package var fraction = #"\frac"#
  package var numberFraction = #"\frac"#
  /// The column of ones, and the identity matrix.
  package var ones = #"\mathbf{1}"#
  package var identity = "I"
  /// Whether constants carry their sizes, as in `I_{n}`, where what stands beside them does not show them.
  package var showsSizes = false
  /// Names as the page spells them in TeX, by their name in text notation.
  package var names: [String: String] = [:]
  /// Functions that the page spells otherwise than the language, by their name in text notation.
  package var functions: [String: String] = [:]

  /// Whether an index of one digit stands in braces, as in `W_{1}`.
  package var bracesIndices = true
  /// What the page calls by a name of its own.
  package var own = PageNames()

  /// Which factors say of which layer they are, by the macro `\docgenlayer`.
  package var marks = LayerMarks()

  package init(names: [String: String] = [:]) { self.names = names }

  package enum Transposition: Hashable, Sendable {
    /// What stands behind a matrix: `^T`, `^{\top}`, `'`.
    case mark(String)
    /// A macro around it: `\tran` in `\tran{X}`.
    case macro(String)
  }

  /// The bars of a norm, and the index that says which one it is.
  package struct Norm: Hashable, Sendable {
    package var bars = Bars.pair(#"\lVert"#, #"\rVert"#)
    /// Behind the norm of Euclid of a column, and of Frobenius of a matrix; empty where none is written.
    package var column = "2"
    package var matrix = "2"

    package enum Bars: Hashable, Sendable {
      case pair(String, String)
      /// `\norm` in `\norm{x}`.
      case macro(String)
    }
  }
}

extension TeXStyle {
  /// The same on a page with these names.
  package func naming(_ own: PageNames) -> TeXStyle {
    var style = self
    style.own = own
    return style
  }

  /// The transpose of a formula that holds together; in brackets where it carries a superscript.
  package func transposed(_ text: String) -> String {
    let held = text.isRaised ? "(\(text))" : text
    return switch transposition {
    case .mark(let mark): held + mark
    case .macro(let name): "\(name){\(held)}"
    }
  }

  /// A norm without its index.
  func normed(_ inner: String, isTall: Bool) -> String {
    switch norm.bars {
    case .macro(let name): return "\(name){\(inner)}"
    case .pair(let open, let close):
      guard isTall, !open.hasPrefix(#"\left"#) else { return "\(open) \(inner) \(close)" }
      let named = open == #"\lVert"#
      return #"\left\#(named ? open : #"\|"#) \#(inner) \right\#(named ? close : #"\|"#)"#
    }
  }

  /// The TeX of a name: as the page spells it, else Greek letters as commands, digits at the end as a
  /// subscript, several letters upright.
  package func name(_ name: String) -> String {
    if let spelled = names[name] { return spelled }
    let primes = name.reversed().prefix { $0 == "'" }.count
    let plain = String(name.dropLast(primes))
    let digits = String(plain.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    let stem = String(plain.dropLast(digits.count))
    let letters = TeXStyle.greek.contains(stem) ? "\\" + stem : upright(stem)
    let marks = String(repeating: "'", count: primes)
    guard !digits.isEmpty else { return letters + marks }
    return letters + (digits.count == 1 && !bracesIndices ? "_\(digits)" : "_{\(digits)}") + marks
  }

  private func upright(_ stem: String) -> String {
    if stem.hasPrefix("Delta"), stem.count > 5 {
      return #"\Delta "# + name(String(stem.dropFirst(5)))
    }
    if stem.hasSuffix("star"), stem.count > 4 {
      return #"\#(name(String(stem.dropLast(4))))^{\star}"#
    }
    if let accent = ["hat", "bar", "tilde", "dot"].first(where: { stem.hasSuffix($0) }) {
      let letter = String(stem.dropLast(accent.count))
      if letter.count == 1 || TeXStyle.greek.contains(letter) {
        return "\\\(accent){\(name(letter))}"
      }
    }
    let escaped = stem.replacing("_", with: #"\_"#)
    return stem.count == 1 ? stem : #"\mathrm{"# + escaped + "}"
  }

  static let greek: Set<String> = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi",
    "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi",
    "Omega", "varepsilon", "vartheta", "varphi", "varrho", "varsigma", "ell",
  ]
}
