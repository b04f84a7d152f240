internal import Diagnostics
internal import MatrixCalculus

extension LaTeXParser {
  /// The formula with the primes and the superscript of the atom applied.
  mutating func scripted(_ base: Syntax, _ atom: TeXAtom) throws(Diagnostic) -> Syntax {
    try scripted(base, primes: atom.primes, upper: atom.upper, atom.range)
  }

  mutating func scripted(
    _ base: Syntax, primes: Int, upper: [TeXAtom]?, _ range: Range<Int>
  ) throws(Diagnostic) -> Syntax {
    var result = base
    let place = base.range.upperBound..<max(base.range.upperBound, range.upperBound)
    for _ in 0..<primes {
      result = try node(.transpose, [result], hull(base.range, range), mark: place)
    }
    guard let upper else { return result }
    return try raised(result, upper.flattened { _ in false }, place)
  }

  /// The base with a superscript: transposes, an inverse, a pseudoinverse, an exponent.
  private mutating func raised(
    _ base: Syntax, _ script: [TeXAtom], _ place: Range<Int>
  ) throws(Diagnostic) -> Syntax {
    guard let first = script.first else { return base }
    let range = hull(base.range, place)
    if isTranspose(first) {
      let transposed = try node(.transpose, [base], range, mark: place)
      return try raised(transposed, Array(script.dropFirst()), place)
    }
    if script.count == 1, first.isSymbol("+") {
      return try call("pinv", [base], range, mark: place)
    }
    if first.isCommand("circ") || first.isCommand("odot") {
      let exponent = try formula(Array(script.dropFirst()), at: place)
      return try node(.entrywisePower, [base, exponent], range, mark: place)
    }
    return try power(base, script, place)
  }

  private mutating func power(
    _ base: Syntax, _ script: [TeXAtom], _ place: Range<Int>
  ) throws(Diagnostic) -> Syntax {
    let range = hull(base.range, place)
    if let last = script.last, script.count > 1, isTranspose(last), !last.hasScripts {
      let number = Array(script.dropLast())
      if number.count == 1, number[0].isSymbol("-") {
        let one = try node(.negate, [node(.number(.one), [], place)], place)
        let inverse = try node(.power, [base, one], range, mark: place)
        return try node(.transpose, [inverse], range, mark: place)
      }
      if number.allSatisfy(Self.isNumeric) {
        let inverse = try power(base, number, place)
        return try node(.transpose, [inverse], range, mark: place)
      }
    }
    if let refusal = refusal(script, range) { throw refusal }
    return try node(.power, [base, formula(script, at: place)], range, mark: place)
  }

  private static func isNumeric(_ atom: TeXAtom) -> Bool {
    if case .number = atom.nucleus { return !atom.hasScripts }
    return atom.isSymbol("-")
  }

  /// Superscripts that are neither exponents nor transposes.
  private func refusal(_ script: [TeXAtom], _ range: Range<Int>) -> Diagnostic? {
    guard script.count == 1 else { return nil }
    switch script[0].nucleus {
    case .symbol("*"), .command("star"), .command("ast"), .command("dagger"):
      return unsupported(
        "the superscript \(text(script[0].core)) has no fixed meaning", range,
        hint: "say what the symbol stands for: notation \(text(range)) = "
          + (script[0].isCommand("dagger") ? "pinv(…), or …' for a transpose" : "…"))
    case .word, .remark:
      return unsupported(
        "\(text(range)) is no declared name", range,
        hint: "declare it with its spelling: W : (m, n) as \(text(range))")
    default: return nil
    }
  }

  /// `T` in any font, `\top`, `\intercal`; `t` and `H` where they are no names of the page.
  func isTranspose(_ atom: TeXAtom) -> Bool {
    switch atom.nucleus {
    case .command(let name): name == "top" || name == "intercal" || name == "transp"
    case .letter("T"), .word("T"), .word("tr"): true
    case .letter("t"): !atom.hasScripts && names.meaning("t") == nil
    case .letter("H"): !atom.hasScripts && names.meaning("H") == nil
    default: false
    }
  }
}
