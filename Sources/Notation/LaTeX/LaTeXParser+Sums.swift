internal import Diagnostics

extension LaTeXParser {
  /// `\sum` without index: all entries of the group, or of the term that follows, added up. With an index
  /// a sum over it.
  mutating func entrySum(_ atom: TeXAtom) throws(Diagnostic) -> Syntax {
    if atom.lower != nil || atom.upper != nil { return try counted(atom, isProduct: false) }
    index += 1
    let operand = try summand(atom)
    return try call("sum", [operand], hull(atom.core, operand.range), mark: atom.core)
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
    var body = try summand(atom)
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

  /// The letters under a sum sign with their bounds: `i`, `ij`, `i,j`, `i=1`, `j \neq i`.
  private mutating func readCounters(_ sign: TeXAtom) throws(Diagnostic) -> [Syntax.Counter] {
    let last = try sign.upper.map { (list) throws(Diagnostic) in
      try formula(list, at: sign.range)
    }
    var counters: [Syntax.Counter] = []
    let lower = (sign.lower ?? []).flattened { _ in false }
    for piece in lower.split(whereSeparator: { $0.isSymbol(",") || $0.isSymbol(";") }) {
      counters += try counter(piece, last, sign)
    }
    guard !counters.isEmpty, Set(counters.map(\.letter)).count == counters.count else {
      throw refusedIndex(sign)
    }
    let first = counters.lazy.compactMap { $0.bounds.count > 1 ? $0.bounds[0] : nil }.first
    for index in counters.indices where counters[index].bounds.count == 1 {
      if let first { counters[index].bounds.insert(first, at: 0) }
    }
    return counters
  }

  private mutating func counter(
    _ piece: ArraySlice<TeXAtom>, _ last: Syntax?, _ sign: TeXAtom
  ) throws(Diagnostic) -> [Syntax.Counter] {
    guard let relation = piece.firstIndex(where: { !Self.isLetter($0) }) else {
      return piece.compactMap(Self.letter).map {
        Syntax.Counter($0, bounds: [last].compactMap { $0 })
      }
    }
    let letters = piece[..<relation].compactMap(Self.letter)
    let rest = Array(piece[(relation + 1)...])
    guard letters.count == 1 else { throw refusedIndex(sign) }
    if piece[relation].isSymbol("="), let last, !rest.isEmpty {
      return [Syntax.Counter(letters[0], bounds: [try formula(rest, at: sign.range), last])]
    }
    let isExcept = piece[relation].isCommand("neq") || piece[relation].isCommand("ne")
    guard isExcept, rest.count == 1, let except = Self.letter(rest[0]) else {
      throw refusedIndex(sign)
    }
    return [Syntax.Counter(letters[0], except: except)]
  }

  private func refusedIndex(_ sign: TeXAtom) -> Diagnostic {
    unsupported(
      "\(text(sign.range)) is not supported", sign.range,
      hint: #"the forms are \sum_i, \sum_{i,j}, \sum_{i=1}^n and \sum_{j \neq i}"#)
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

  private static func isLetter(_ atom: TeXAtom) -> Bool { letter(atom) != nil }
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

extension ArraySlice<TeXAtom> {
  fileprivate func split(whereSeparator isSeparator: (TeXAtom) -> Bool) -> [ArraySlice<TeXAtom>] {
    split(maxSplits: .max, omittingEmptySubsequences: true, whereSeparator: isSeparator)
  }
}
