internal import MatrixCalculus

extension Syntax {
  /// The letter that a left side is about though it means nothing on the page: t of `\sigma'(t)`, of
  /// `\frac{d}{dt}\frac{1}{1 + e^{-t}}` and of `\tanh(t)`. There stand functions of that letter and nothing
  /// else, so that it can only be a number; so it is where its value is given behind the derivative.
  func ownArgument(_ names: LaTeXNames) -> String? {
    switch kind {
    case .call(_, let primes) where primes > 0 && children.count == 1:
      guard let letter = children[0].plainName, isOwn(letter, names), callsKnown(names) else {
        return nil
      }
      return letter
    case .derivative(.gradient), .derivative(.hessian):
      guard children.count == 2, let letter = children[1].plainName, isOwn(letter, names),
        children[0].names == [letter], children[0].callsKnown(names)
      else { return nil }
      return letter
    case .evaluation:
      // `\frac{d}{dt} f(A + tV) |_{t=0}`
      guard case .derivative(let kind) = children[0].kind, kind == .gradient || kind == .hessian,
        children[0].children.count == 2, let letter = children[0].children[1].plainName,
        isOwn(letter, names), children.dropFirst().contains(where: { $0.plainName == letter })
      else { return nil }
      return letter
    case .call:
      // `\tanh(t) = 2\sigma(2t) - 1`; a function that the page does not know is defined so.
      guard callsKnown(names), let letter = self.names.first, self.names.count == 1,
        isOwn(letter, names)
      else { return nil }
      return letter
    default: return nil
    }
  }

  private func isOwn(_ letter: String, _ names: LaTeXNames) -> Bool {
    letter.count == 1 && names.meaning(letter) == nil
  }

  /// The names that stand for values.
  private var names: Set<String> {
    var found = children.reduce(into: Set<String>()) { $0.formUnion($1.names) }
    if let name = plainName { found.insert(name) }
    return found
  }

  /// Whether all that is called are functions of single entries, of the page or of the language, and
  /// nothing else than arithmetic is done.
  private func callsKnown(_ names: LaTeXNames) -> Bool {
    switch kind {
    case .call(let name, _):
      guard
        names.meaning(name) == .function || names.meaning(name) == nil && Self.isEntrywise(name)
      else { return false }
    case .number, .name, .brackets, .add, .subtract, .negate, .multiply, .juxtapose, .divide,
      .power:
      break
    default: return false
    }
    return children.allSatisfy { $0.callsKnown(names) }
  }

  private static func isEntrywise(_ name: String) -> Bool {
    Function.named(name) != nil || name == "exponential" || name == "bars"
  }
}

extension Syntax {
  /// Whether the formula speaks of something by that name.
  package func mentions(_ name: String) -> Bool {
    if plainName == name { return true }
    if case .call(name, _) = kind { return true }
    return children.contains { $0.mentions(name) }
  }
}

extension Syntax {
  /// The function of the language that a left side calls, perhaps an entry of it, whose name is no fixed word:
  /// a page may mean another function by \sigma, or take softmax of rows.
  package var calledByHabit: String? {
    if case .indexed(.entry) = kind { return children[0].calledByHabit }
    guard case .call(let name, primes: 0) = kind, ["sigmoid", "softmax"].contains(name),
      children.allSatisfy({ $0.plainName != nil })
    else {
      return nil
    }
    return name
  }
}

extension Syntax {
  /// Whether it is a row or column of a matrix by its number.
  var isItem: Bool {
    if case .indexed(.entry(let places, isItem: true)) = kind { places.count == 1 } else { false }
  }

  /// Whether a single entry of a matrix occurs, with both its places.
  func hasEntry(of matrix: String) -> Bool {
    if case .indexed(.entry(let places, _)) = kind, places.count == 2,
      children[0].plainName == matrix
    {
      return true
    }
    return children.contains { $0.hasEntry(of: matrix) }
  }
}
