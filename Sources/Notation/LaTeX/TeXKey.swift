/// The spelling of symbols without what TeX does not show: spaces and redundant braces.
///
/// Two spellings of one symbol have equal keys: `\hat\rho` and `\hat{\rho}`, `K_{n n}` and `K_{nn}`.
enum TeXKey {
  /// The key of a symbol with those scripts.
  static func of(
    _ atom: TeXAtom, lower: [TeXAtom]?, upper: [TeXAtom]?
  ) -> String {
    var key = core(atom)
    if let lower { key += "_{" + of(lower) + "}" }
    if let upper { key += "^{" + of(upper) + "}" }
    return key
  }

  static func of(_ atoms: [TeXAtom]) -> String {
    atoms.reduce(into: "") { key, atom in
      key += of(atom, lower: atom.lower, upper: atom.upper)
      key += String(repeating: "'", count: atom.primes)
    }
  }

  private static func core(_ atom: TeXAtom) -> String {
    let text = nucleus(atom.nucleus)
    return atom.font == .plain ? text : #"\\#(atom.font.rawValue){\#(text)}"#
  }

  private static func nucleus(_ nucleus: TeXAtom.Nucleus) -> String {
    switch nucleus {
    case .letter(let text), .number(let text), .symbol(let text): text
    case .word(let text), .remark(let text): "\"" + text + "\""
    case .command(let name): "\\" + name + " "
    case .delimiter(let delimiter, let side): "<\(delimiter.rawValue) \(side)>"
    case .group(let inner): of(inner)
    case .fraction(let top, let bottom): "<frac \(of(top))|\(of(bottom))>"
    case .root(let degree, let radicand): "<root \(of(degree ?? []))|\(of(radicand))>"
    case .accent(let ending, let inner): "<\(ending) \(of(inner))>"
    case .environment(let name, let body): "<\(name) \(of(body))>"
    case .align: "&"
    case .rowBreak: #"\\"#
    case .wideSpace: ""
    }
  }
}
