internal import Diagnostics

extension LaTeXParser {
  /// `\sum` and `\prod` without index: all entries of the group, or of the term that follows, added up or
  /// multiplied. With an index a sum or a product over it.
  mutating func total(_ atom: TeXAtom, isProduct: Bool) throws(Diagnostic) -> Syntax {
    if atom.lower != nil || atom.upper != nil { return try counted(atom, isProduct: isProduct) }
    index += 1
    let operand = try summand(atom)
    if let own = try overOwn(operand, atom, isProduct: isProduct) { return own }
    return try call(
      isProduct ? "prod" : "sum", [operand], hull(atom.core, operand.range), mark: atom.core)
  }

  /// `\sum w_i x_i`: a sum over the letters that the term repeats, or over its only one, and likewise a product;
  /// nil of a term without such letters.
  private func overOwn(
    _ term: Syntax, _ sign: TeXAtom, isProduct: Bool
  ) throws(Diagnostic) -> Syntax? {
    let free = term.freeLetters.filter { !counters.contains($0) && names.meaning($0) == nil }
    let repeated = free.filter { term.uses(of: $0) > 1 }
    let letters = repeated.isEmpty && free.count == 1 ? free : repeated
    guard !letters.isEmpty else { return nil }
    let own = letters.map { Syntax.Counter($0) }
    return try node(
      .indexed(isProduct ? .product(own) : .sum(own)), [term],
      hull(sign.core, term.range), mark: sign.core)
  }

  private mutating func summand(_ sign: TeXAtom) throws(Diagnostic) -> Syntax {
    guard let next = current, startsFactor(next) else {
      throw failure("\(text(sign.core)) has nothing to \(verb(sign))", sign.core)
    }
    if case .group = next.nucleus, sign.lower == nil { return try factor() }
    return try term()
  }

  private func verb(_ sign: TeXAtom) -> String { sign.isCommand("prod") ? "multiply" : "add up" }

  /// `\sum_{i=1}^n x_i`, `\prod_j`: the term that follows for every value of the letters, with the terms
  /// behind it that speak of them.
  mutating func counted(_ atom: TeXAtom, isProduct: Bool) throws(Diagnostic) -> Syntax {
    let counters = try readCounters(atom)
    let letters = Set(counters.map(\.letter))
    let outer = self.counters
    self.counters.formUnion(letters)
    defer { self.counters = outer }
    index += 1
    let start = index
    var body = try summand(atom)
    if let unrolled = try unrolled(counters, body, atom, start..<index, isProduct) {
      return unrolled
    }
    while let next = current, continues(letters, behind: next) {
      index += 1
      var term = try signed { (parser) throws(Diagnostic) in try parser.term() }
      if !next.isSymbol("+") {
        term = try node(.negate, [term], hull(next.core, term.range), mark: next.core)
      }
      body = try joined(.add, body, term, mark: next.core)
    }
    return try node(
      .indexed(isProduct ? .product(counters) : .sum(counters)), [body],
      hull(atom.core, body.range), mark: atom.core)
  }

  /// Whether the term behind a sign still speaks of the letters of a sum before it.
  private func continues(_ letters: Set<String>, behind sign: TeXAtom) -> Bool {
    guard sign.isSymbol("+") || sign.isSymbol("-") || sign.isSymbol("−") else { return false }
    var level = 0
    for atom in atoms[(index + 1)...] {
      level += EquationParts.step(atom)
      if level < 0 { return false }
      if level == 0, case .symbol(let text) = atom.nucleus, "+-−=,;".contains(text) { return false }
      if atom.isCommand("sum") || atom.isCommand("prod"), atom.lower?.mentions(letters) == true {
        return false
      }
      if atom.mentions(letters) { return true }
    }
    return false
  }

  /// The letter an atom is, without scripts.
  static func letter(_ atom: TeXAtom) -> String? {
    guard !atom.hasScripts else { return nil }
    switch atom.nucleus {
    case .letter(let letter): return letter
    case .command(let name): return TeXCommands.names[name]
    default: return nil
    }
  }
}

extension TeXAtom {
  /// Whether the scripts of the atom, or of what it holds, have one of the letters.
  fileprivate func mentions(_ letters: Set<String>) -> Bool {
    if [lower, upper].contains(where: { $0?.mentions(letters) == true }) { return true }
    switch nucleus {
    case .group(let inner), .accent(_, let inner), .environment(_, let inner):
      return inner.contains { $0.mentions(letters) }
    case .fraction(let top, let bottom):
      return (top + bottom).contains { $0.mentions(letters) }
    case .root(_, let radicand): return radicand.contains { $0.mentions(letters) }
    default: return false
    }
  }
}

extension [TeXAtom] {
  /// Whether a script has one of the letters.
  fileprivate func mentions(_ letters: Set<String>) -> Bool {
    contains { atom in
      LaTeXParser.letter(atom.bare).map(letters.contains) == true || atom.mentions(letters)
    }
  }
}

extension Syntax {
  /// How many places a letter names.
  fileprivate func uses(of letter: String) -> Int {
    let own: Int
    if case .indexed(.entry(let places, _)) = kind {
      own = places.filter { $0.letter == letter }.count
    } else {
      own = 0
    }
    return children.reduce(own) { $0 + $1.uses(of: letter) }
  }
}
