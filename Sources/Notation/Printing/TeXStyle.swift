/// How an author writes what TeX leaves open.
package struct TeXStyle: Hashable, Sendable {
  /// The product entry by entry.
  package var hadamard = #"\bullet"#
  /// What stands in the exponent of a transpose.
  package var transpose = "T"
  /// Names as the page spells them in TeX, by their name in text notation.
  package var names: [String: String] = [:]

  package init(names: [String: String] = [:]) { self.names = names }

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
    return digits.isEmpty ? letters + marks : "\(letters)_{\(digits)}\(marks)"
  }

  private func upright(_ stem: String) -> String {
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
