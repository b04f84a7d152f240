internal import Diagnostics

/// The notations of probability: divergences are formulas, everything random is refused by its name.
extension LaTeXParser {
  /// `\mathrm{KL}(p\,\|\,q)`, `D_{\mathrm{KL}}(p \| q)`: the divergence of two distributions; nil where
  /// no such brackets follow.
  ///
  /// - Parameter sign: the letters before the brackets.
  mutating func divergence(_ sign: TeXAtom) throws(Diagnostic) -> Syntax? {
    guard isDivergence(sign), let opening = following, isOpening(opening),
      let close = closing(from: index + 1), let bars = dividingBars(index + 2..<close)
    else { return nil }
    let first = try formula(Array(atoms[(index + 2)..<bars.lowerBound]), at: opening.core)
    let second = try formula(Array(atoms[bars.upperBound..<close]), at: opening.core)
    let closing = atoms[close]
    index = close + 1
    return try scripted(
      call("kl", [first, second], hull(sign.core, closing.core), mark: sign.core), closing)
  }

  func isDivergence(_ sign: TeXAtom) -> Bool {
    guard sign.upper == nil, sign.primes == 0 else { return false }
    switch sign.nucleus {
    case .word("KL"): return sign.lower == nil && names.meaning("KL") == nil
    case .word("D"), .letter("D"):
      return names.meaning("D") == nil && sign.lower.flatMap(Self.plainText) == "KL"
    default: return false
    }
  }

  /// Where the bracket that opens at a place closes.
  private func closing(from start: Int) -> Int? {
    var level = 0
    for place in start..<atoms.count {
      level += EquationParts.step(atoms[place])
      if level == 0 { return place }
    }
    return nil
  }

  /// The double bar, or the two bars side by side, between the parts; a comma divides them too.
  private func dividingBars(_ range: Range<Int>) -> Range<Int>? {
    var level = 0
    for place in range {
      level += EquationParts.step(atoms[place])
      guard level == 0 else { continue }
      if atoms[place].isSymbol(",") || isBar(place, .doubleBar) {
        return place > range.lowerBound && place + 1 < range.upperBound ? place..<place + 1 : nil
      }
      if isBar(place, .bar), place + 1 < range.upperBound, isBar(place + 1, .bar) {
        return place > range.lowerBound && place + 2 < range.upperBound ? place..<place + 2 : nil
      }
    }
    return nil
  }

  private func isBar(_ place: Int, _ delimiter: TeXDelimiter) -> Bool {
    if case .delimiter(delimiter, _) = atoms[place].nucleus { true } else { false }
  }

  /// That a symbol speaks of something random, where the page gives it no other meaning: an expectation, a
  /// probability, a density.
  func refuseRandom(_ atom: TeXAtom) throws(Diagnostic) {
    guard let what = random(atom), spelled(atom, upper: nil) == nil, let next = following,
      isOpening(next) || atom.lower != nil
    else { return }
    throw unsupported("\(what) is not checked", atom.range)
  }

  private func random(_ atom: TeXAtom) -> String? {
    switch atom.nucleus {
    case .letter("E") where atom.font == .blackboard: return "an expectation"
    case .letter("N") where atom.font == .script && names.meaning("N") == nil: return "a density"
    case .letter("P") where atom.font == .blackboard && names.meaning("P") == nil:
      return "a probability"
    case .word(let word) where names.meaning(word) == nil: return Self.randomWords[word]
    case .command("Pr"): return "a probability"
    default: return nil
    }
  }

  private static let randomWords: [String: String] = [
    "Var": "a variance", "Cov": "a covariance", "Pr": "a probability", "Prob": "a probability",
    "Corr": "a correlation", "E": "an expectation",
  ]
}
