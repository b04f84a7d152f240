internal import Diagnostics
internal import MatrixCalculus

extension LaTeXParser {
  /// A formula in brackets of any kind, with the scripts of the closing one.
  mutating func bracketed(_ opening: TeXAtom) throws(Diagnostic) -> Syntax {
    guard case .delimiter(let delimiter, let side) = opening.nucleus, side != .close else {
      throw unexpected(opening)
    }
    if let composed = try composition(opening) { return composed }
    if let cases = try openCases(opening, delimiter) { return cases }
    if delimiter == .square, let delta = try equalityIndicator(opening) { return delta }
    switch delimiter {
    case .bar, .doubleBar:
      if case .delimiter(_, .either) = opening.nucleus, open.last?.delimiter == .round,
        !hasPartner()
      {
        throw unsupported(
          "a bar inside of brackets, as in a conditional probability, is not supported",
          opening.core)
      }
      return try delimiter == .bar ? bars(opening) : norm(opening)
    case .angle: return try innerProduct(opening)
    case .evaluation:
      let (content, closing) = try enclosed(opening, delimiter)
      guard content.count == 1, let point = closing.lower else { throw unexpected(opening) }
      return try evaluated(content[0], at: point, hull(opening.core, closing.range))
    case .round, .square, .curly:
      let (content, closing) = try enclosed(opening, delimiter)
      guard content.count == 1 else {
        throw unsupported(
          "a list of \(content.count) formulas is no factor", hull(opening.core, closing.core))
      }
      let range = hull(opening.core, closing.core)
      return try closed(node(.brackets, content, range), closing, range)
    }
  }

  func refuseEntry(_ closing: TeXAtom, _ range: Range<Int>) throws(Diagnostic) {
    guard closing.lower != nil else { return }
    throw unsupported("an entry of a formula is not supported", range)
  }

  /// The formulas between an opening delimiter and its partner, separated by commas or semicolons.
  mutating func enclosed(
    _ opening: TeXAtom, _ delimiter: TeXDelimiter
  ) throws(Diagnostic) -> (content: [Syntax], closing: TeXAtom) {
    open.append(opened(opening, delimiter))
    defer { open.removeLast() }
    index += 1
    var content = [try sum()]
    while let atom = current, atom.isSymbol(",") || atom.isSymbol(";") {
      index += 1
      content.append(try sum())
    }
    return (content, try closing(opening, delimiter))
  }

  /// What brackets hold between commas, with nil for an ellipsis, which is given as well.
  mutating func listed(
    _ opening: TeXAtom, _ delimiter: TeXDelimiter
  ) throws(Diagnostic) -> (content: [Syntax?], dots: TeXAtom?, closing: TeXAtom) {
    open.append(opened(opening, delimiter))
    defer { open.removeLast() }
    var content: [Syntax?] = []
    var dots: TeXAtom?
    repeat {
      index += 1
      if let atom = current, Self.isEllipsis(atom) {
        dots = atom
        content.append(nil)
        index += 1
      } else {
        content.append(try sum())
      }
    } while current?.isSymbol(",") == true
    return (content, dots, try closing(opening, delimiter))
  }

  private mutating func closing(
    _ opening: TeXAtom, _ delimiter: TeXDelimiter
  ) throws(Diagnostic) -> TeXAtom {
    guard let atom = current else {
      throw failure("\(text(opening.core)) is not closed", opening.core)
    }
    guard case .delimiter(let found, let side) = atom.nucleus, side != .open,
      closes(delimiter, found)
    else {
      if case .delimiter(_, .close) = atom.nucleus {
        throw failure(
          "\(text(atom.core)) closes \(text(opening.core))", atom.core,
          hint: "write \(delimiter.closing)")
      }
      throw unexpected(atom)
    }
    if found == delimiter { index += 1 } else { splitBars() }
    return found == delimiter ? atom : TeXAtom(.delimiter(.bar, side), range: firstHalf(atom.core))
  }

  private func firstHalf(_ range: Range<Int>) -> Range<Int> {
    range.lowerBound..<range.lowerBound + 1
  }

  /// Leaves the second bar of `||` where the first has closed a pair.
  private mutating func splitBars() {
    let core = atoms[index].core
    atoms[index].nucleus = .delimiter(.bar, .either)
    atoms[index].core = core.lowerBound + 1..<core.upperBound
    atoms[index].range = core.lowerBound + 1..<atoms[index].range.upperBound
  }

  /// `(f \circ g)(a)` is f(g(a)); with a prime its derivative by a.
  private mutating func composition(_ opening: TeXAtom) throws(Diagnostic) -> Syntax? {
    guard isOpening(opening), let end = atoms[index...].firstIndex(where: { isClosing($0) }),
      end + 1 < atoms.count, isOpening(atoms[end + 1]), atoms[end].primes <= 1, end > index + 2
    else { return nil }
    var names: [(String, TeXAtom)] = []
    for (place, atom) in atoms[(index + 1)..<end].enumerated() {
      if place % 2 == 1 {
        guard atom.isCommand("circ") else { return nil }
      } else {
        guard let name = baseName(atom), self.names.meaning(name) == .function, !atom.hasScripts
        else { return nil }
        names.append((name, atom))
      }
    }
    guard names.count > 1 else { return nil }
    let primes = atoms[end].primes
    index = end + 1
    let (arguments, closing) = try enclosed(atoms[end + 1], .round)
    guard arguments.count == 1, primes == 0 || arguments[0].isName else { return nil }
    let range = hull(opening.core, closing.core)
    var result = arguments[0]
    for (name, atom) in names.reversed() {
      result = try call(name, [result], range, mark: atom.core)
    }
    if primes == 1 {
      result = try node(.derivative(.gradient), [result, arguments[0]], range, mark: opening.core)
    }
    return try scripted(result, closing)
  }

  private func isClosing(_ atom: TeXAtom) -> Bool {
    if case .delimiter(.round, .close) = atom.nucleus { true } else { false }
  }

  /// A bracket with what can end it.
  private func opened(_ opening: TeXAtom, _ delimiter: TeXDelimiter) -> Opened {
    guard case .delimiter(_, .open) = opening.nucleus,
      delimiter == .bar || delimiter == .doubleBar
    else { return Opened(delimiter: delimiter, endsSided: false) }
    var level = 1
    for atom in atoms[(index + 1)...] {
      if atom.nucleus == .delimiter(delimiter, .open) { level += 1 }
      if atom.nucleus == .delimiter(delimiter, .close) { level -= 1 }
      if level == 0 { return Opened(delimiter: delimiter, endsSided: true) }
    }
    return Opened(delimiter: delimiter, endsSided: false)
  }

  /// Whether another bar stands behind this one before the brackets around it close.
  private func hasPartner() -> Bool {
    var level = 0
    for atom in atoms[(index + 1)...] {
      guard case .delimiter(let delimiter, _) = atom.nucleus else { continue }
      level += EquationParts.step(atom)
      if level < 0 { return false }
      if delimiter == .bar || delimiter == .doubleBar { return true }
    }
    return false
  }

  /// `|X|`: a determinant or absolute values, as the shape decides.
  private mutating func bars(_ opening: TeXAtom) throws(Diagnostic) -> Syntax {
    let (content, closing) = try enclosed(opening, .bar)
    let range = hull(opening.core, closing.core)
    guard content.count == 1 else { throw unsupported("bars around a list", range) }
    // `\left|\left|x\right|\right|` draws the bars of a norm one by one.
    if case .call("bars", 0) = content[0].kind,
      text(opening.core.upperBound..<content[0].range.lowerBound).allSatisfy({
        !$0.isLetter || "left".contains($0)
      })
    {
      return try scripted(norm(content[0].children, closing, range), closing)
    }
    if closing.lower != nil {
      throw unsupported("bars with an index are not supported", range)
    }
    return try scripted(call("bars", content, range), closing)
  }

  /// `\|X\|_F`: the subscript picks the norm, Euclid's or Frobenius' without one.
  private mutating func norm(_ opening: TeXAtom) throws(Diagnostic) -> Syntax {
    let (content, closing) = try enclosed(opening, .doubleBar)
    let range = hull(opening.core, closing.core)
    guard content.count == 1 else { throw unsupported("a norm of a list", range) }
    if let weighted = try weightedNorm(content[0], closing, range) { return weighted }
    return try scripted(norm(content, closing, range), closing)
  }

  /// `\|x\|_S`, the root of xᵀSx, where the index is a matrix of the page; nil for any other norm.
  private mutating func weightedNorm(
    _ argument: Syntax, _ closing: TeXAtom, _ range: Range<Int>
  ) throws(Diagnostic) -> Syntax? {
    guard let index = closing.lower, index.flattened(after: { _ in false }).contains(where: isValue)
    else { return nil }
    let weight = try formula(index, at: closing.range)
    let row = try node(.transpose, [argument], argument.range)
    let form = try node(.juxtapose, [row, weight, argument], range)
    if let upper = closing.upper, upper.count == 1, upper[0].nucleus == .number("2") { return form }
    return try scripted(call("sqrt", [form], range), closing)
  }

  /// Whether an atom is a variable or a definition of the page.
  private func isValue(_ atom: TeXAtom) -> Bool {
    guard let base = baseName(atom) else { return false }
    switch names.meaning(base) {
    case .variable, .definition: return true
    default: return false
    }
  }

  /// The norm that the index behind its bars says.
  private mutating func norm(
    _ content: [Syntax], _ closing: TeXAtom, _ range: Range<Int>
  ) throws(Diagnostic) -> Syntax {
    let (name, axis) = try normName(closing, range)
    guard let axis else { return try call(name, content, range) }
    let place = try node(.number(Rational(axis.rawValue)), [], closing.core)
    return try call(name, content + [place], range)
  }

  private func normName(
    _ closing: TeXAtom, _ range: Range<Int>
  ) throws(Diagnostic) -> (name: String, axis: Axis?) {
    guard let kind = closing.lower.map({ $0.flattened { _ in false } }) else {
      return ("norm2", nil)
    }
    if let axis = Self.axis(kind) {
      return (kind[0].nucleus == .number("1") ? "norm1" : "norm2", axis)
    }
    if kind.count == 1, !kind[0].hasScripts {
      switch kind[0].nucleus {
      case .number("1"): return ("norm1", nil)
      case .number("2"), .letter("F"), .word("F"), .word("Fro"), .word("fro"):
        return ("norm2", nil)
      default: if kind[0].isCommand("infty") { return ("norminf", nil) }
      }
    }
    throw unsupported(
      "this norm is not supported", hull(range, closing.range),
      hint: #"the norms with index 1, 2, F and \infty are"#)
  }

  /// The axis of `2,\text{rows}` and `1,\text{columns}` below a norm.
  private static func axis(_ index: [TeXAtom]) -> Axis? {
    guard index.count > 2, index[0].nucleus == .number("1") || index[0].nucleus == .number("2"),
      index[1].isSymbol(","), let word = plainText(Array(index.dropFirst(2)))
    else { return nil }
    return Axis.allCases.first { $0.word == word }
  }

  /// `\langle A, B\rangle`: the sum of the products of the entries.
  private mutating func innerProduct(_ opening: TeXAtom) throws(Diagnostic) -> Syntax {
    let (content, closing) = try enclosed(opening, .angle)
    let range = hull(opening.core, closing.core)
    guard content.count == 2 else {
      throw unsupported("angle brackets hold two formulas, as in \\langle a, b\\rangle", range)
    }
    let index = closing.lower.map { $0.flattened { _ in false } } ?? []
    if !["F", "2"].contains(Self.plainText(index)) { try refuseEntry(closing, range) }
    let product = try node(.entrywiseMultiply, content, range)
    return try scripted(call("sum", [product], range), closing)
  }

  /// `\mathbf 1[z > 0]`: 1 where the condition holds, 0 elsewhere; `nil` where brackets hold none.
  mutating func indicator(
    _ sign: TeXAtom, _ opening: TeXAtom
  ) throws(Diagnostic) -> Syntax? {
    guard case .delimiter(let delimiter, _) = opening.nucleus else { return nil }
    if let delta = try equalityIndicator(sign) { return delta }
    guard holdsCondition() else { return nil }
    open.append(opened(opening, delimiter))
    defer { open.removeLast() }
    index += 1
    let left = try sum()
    guard let isGreater = current.flatMap(Self.direction) else {
      throw missingOperand("an order relation")
    }
    index += 1
    let right = try sum()
    let closing = try closing(opening, delimiter)
    let range = hull(sign.core, closing.core)
    return try scripted(step(left, right, isGreater: isGreater, range), closing)
  }

  /// `1\{y = k\}`, `1\{z > 0\}`: the indicator with a plain one before a curly bracket; nil where no
  /// condition stands in it.
  mutating func plainIndicator(_ sign: TeXAtom) throws(Diagnostic) -> Syntax? {
    guard let next = following, case .delimiter(.curly, .open) = next.nucleus else { return nil }
    index += 1
    if let condition = try indicator(sign, next) { return condition }
    index -= 1
    return nil
  }

  /// The indicator of an equality of places in the bracket that opens here: `(i = j)`, `[i \neq j]`.
  mutating func equalityIndicator(_ sign: TeXAtom) throws(Diagnostic) -> Syntax? {
    guard index + 4 < atoms.count, case .delimiter(_, .close) = atoms[index + 4].nucleus,
      let delta = try equality(Array(atoms[(index + 1)..<(index + 4)]), sign)
    else { return nil }
    let closing = atoms[index + 4]
    index += 5
    return try scripted(delta, closing)
  }

  /// Whether an order relation stands before the bracket closes.
  private func holdsCondition() -> Bool {
    var level = 0
    for atom in atoms[index...] {
      if case .delimiter(_, .open) = atom.nucleus { level += 1 }
      if case .delimiter(_, .close) = atom.nucleus { level -= 1 }
      if level == 0 { return false }
      if level == 1, Self.direction(atom) != nil { return true }
    }
    return false
  }

  static func direction(_ atom: TeXAtom) -> Bool? {
    switch atom.nucleus {
    case .symbol(">"), .command("gt"), .command("ge"), .command("geq"): true
    case .symbol("<"), .command("lt"), .command("le"), .command("leq"): false
    default: nil
    }
  }
}

extension Syntax {
  package var isZero: Bool { kind == .number(.zero) }
}
