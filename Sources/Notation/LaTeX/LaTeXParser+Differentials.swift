internal import Diagnostics

/// Signs of differentials: `dX`, `\partial X`, and the quotients of them that are derivatives.
extension LaTeXParser {
  /// Whether a `d` is the sign of a differential: not a name of the page, and something follows.
  func isDifferential(_ atom: TeXAtom) -> Bool {
    guard !atom.hasScripts, isFreeSign(atom), let next = following else { return false }
    let isSign = atom.font == .plain || atom.isUpright || isOpening(next)
    return (isSign || atom.font == next.font) && startsFactor(next)
  }

  /// Whether a `d` may be a sign: a size of that name gives way in a statement about differentials.
  private func isFreeSign(_ atom: TeXAtom) -> Bool {
    switch names.meaning("d") {
    case nil: true
    case .size: atom.isUpright || names.statesDifferentials
    case .variable, .definition, .functional, .function: atom.isUpright
    }
  }

  /// `dX`, `d\operatorname{vec}F`, `d(XY)`.
  mutating func differential(_ sign: TeXAtom) throws(Diagnostic) -> Syntax {
    index += 1
    guard let next = current else { throw missingOperand("a factor") }
    let named = try functionName(next)?.formula
    let operand = if let named { named } else { try factor() }
    let differential = try node(
      .derivative(.differential), [operand], hull(sign.core, operand.range), mark: sign.core)
    return try along(differential, isSole: names.differentials == 1) ?? differential
  }

  /// The differential of f(x) along the direction behind it, `df(x)[h]`, `df(x) \cdot h`; nil where none
  /// stands there.
  ///
  /// - Parameter isSole: whether nothing else of the statement is a differential, so that a factor behind
  ///   `\cdot` is no factor of a product rule.
  mutating func along(_ differential: Syntax, isSole: Bool) throws(Diagnostic) -> Syntax? {
    guard let argument = differential.children[0].soleArgument, let next = current else {
      return nil
    }
    let start = index
    var direction: Syntax?
    if case .delimiter(.square, .open) = next.nucleus {
      let (content, closing) = try enclosed(next, .square)
      if content.count == 1, !closing.hasScripts { direction = content[0] }
    } else if isSole, next.isCommand("cdot"), let name = following.flatMap(baseName),
      names.meaning(name) == .variable
    {
      index += 1
      direction = try factor()
    }
    guard let direction else {
      index = start
      return nil
    }
    let range = hull(differential.range, direction.range)
    let step = try node(.derivative(.differential), [argument], argument.range)
    return try node(.evaluation, [differential, step, direction], range)
  }
}

extension LaTeXParser {
  /// Whether a fraction is a derivative.
  func isDerivative(_ top: [TeXAtom], _ bottom: [TeXAtom]) -> Bool {
    guard let first = top.first, let second = bottom.first, bottom.count > 1 else { return false }
    if first.isCommand("delta"), second.isCommand("delta") { return top.count > 1 }
    return isSign(first) && isSign(second) && isDifferentiated(by: bottom[1], second)
      && (top.count == 1 || !isSize(first) || startsFactor(top[1]))
  }

  /// Whether what stands behind the sign below a line can be differentiated by: behind a `d` that is a size
  /// too, a name that is none.
  private func isDifferentiated(by atom: TeXAtom, _ sign: TeXAtom) -> Bool {
    guard isSize(sign) else { return true }
    guard let name = baseName(atom) else { return false }
    return names.meaning(name) != .size
  }

  /// `\partial F/\partial X`, `dF/dx`: a derivative on one line; nil where no quotient of signs follows.
  mutating func slashed(_ sign: TeXAtom) throws(Diagnostic) -> Syntax? {
    guard isSign(sign), let slash = slash(), slash + 2 < atoms.count, isSign(atoms[slash + 1]),
      isDifferentiated(by: atoms[slash + 2], sign)
    else { return nil }
    var stop = slash + 3
    while stop + 1 < atoms.count, isSign(atoms[stop]), isDifferentiated(by: atoms[stop + 1], sign) {
      stop += 2
    }
    let top = Array(atoms[index..<slash])
    let bottom = Array(atoms[(slash + 1)..<stop])
    let range = hull(sign.range, atoms[stop - 1].range)
    index = stop
    return try quotient(top, bottom, TeXAtom(.fraction(top, bottom), range: range))
  }

  /// Where the slash stands behind the term that begins here.
  private func slash() -> Int? {
    var level = 0
    for position in index..<atoms.count {
      level += EquationParts.step(atoms[position])
      if level < 0 { return nil }
      guard level == 0, case .symbol(let text) = atoms[position].nucleus else { continue }
      if text == "/" { return position }
      if ["+", "-", "−", ",", ";"].contains(text) { return nil }
    }
    return nil
  }

  /// `\partial` or the `d` of a derivative.
  func isSign(_ atom: TeXAtom) -> Bool {
    guard atom.lower == nil, atom.primes == 0 else { return false }
    if atom.isCommand("partial") { return true }
    guard atom.nucleus == .letter("d") else { return false }
    let meaning = names.meaning("d")
    return meaning == nil || meaning == .size || atom.isUpright
  }

  /// Whether a sign is a letter that is a size of the page too.
  private func isSize(_ sign: TeXAtom) -> Bool {
    sign.nucleus == .letter("d") && !sign.isUpright && names.meaning("d") == .size
  }

  /// A derivative with its point behind it, `\frac{\partial f}{\partial x}(a)`, where f was defined as a
  /// function; behind any other name brackets hold a factor.
  mutating func atPoint(_ derivative: Syntax) throws(Diagnostic) -> Syntax {
    guard case .derivative = derivative.kind, derivative.children.count == 2,
      derivative.children[1].isName, isFunction(derivative.children[0]),
      index + 2 < atoms.count, case .delimiter(.round, .open) = atoms[index].nucleus,
      case .delimiter(.round, .close) = atoms[index + 2].nucleus,
      let name = baseName(atoms[index + 1]), names.meaning(name) == .variable
    else { return derivative }
    let (content, closing) = try enclosed(atoms[index], .round)
    let range = hull(derivative.range, closing.core)
    if content[0].kind == derivative.children[1].kind { return try scripted(derivative, closing) }
    let value = try node(.evaluation, [derivative, derivative.children[1], content[0]], range)
    return try scripted(value, closing)
  }

  private func isFunction(_ formula: Syntax) -> Bool {
    switch formula.kind {
    case .name(let name): names.meaning(name) == .functional && formula.children.isEmpty
    case .call(let name, primes: 0): names.meaning(name) == .function
    default: false
    }
  }
}

extension TeXAtom {
  /// Whether it stands in a font that authors set the sign of a differential in.
  fileprivate var isUpright: Bool { font == .roman || font == .sans }
}

extension Syntax {
  /// The name that a function alone is applied to: x of f(x).
  fileprivate var soleArgument: Syntax? {
    switch kind {
    case .name, .call: children.count == 1 && children[0].isName ? children[0] : nil
    default: nil
    }
  }
}
