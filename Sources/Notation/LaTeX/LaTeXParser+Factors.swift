internal import Diagnostics
internal import MatrixCalculus

extension LaTeXParser {
  /// A symbol, a bracket, a function with its argument: everything with its scripts.
  mutating func factor() throws(Diagnostic) -> Syntax {
    guard let atom = current else { throw missingOperand("a factor") }
    return try nested(at: atom.range) { (parser) throws(Diagnostic) in try parser.primary(atom) }
  }

  private mutating func primary(_ atom: TeXAtom) throws(Diagnostic) -> Syntax {
    if let divergence = try divergence(atom) { return divergence }
    try refuseRandom(atom)
    switch atom.nucleus {
    case .number(let digits): return try number(digits, atom)
    case .letter, .accent: return try named(atom)
    case .word(let word): return try self.word(word, atom)
    case .command(let name): return try command(name, atom)
    case .group(let inner): return try group(inner, atom)
    case .fraction(let top, let bottom): return try fraction(top, bottom, atom)
    case .root(let degree, let radicand): return try root(degree, radicand, atom)
    case .delimiter: return try bracketed(atom)
    case .environment(let name, let body): return try matrix(name, body, atom)
    case .symbol, .align, .rowBreak, .wideSpace, .remark: throw missingOperand("a factor")
    }
  }

  private mutating func number(_ digits: String, _ atom: TeXAtom) throws(Diagnostic) -> Syntax {
    if let meaning = spelled(atom, upper: nil) {
      index += 1
      return try scripted(meaning.placed(at: atom.core), atom)
    }
    if digits == "1", atom.font != .plain { return try ones(atom) }
    if digits == "1", !atom.hasScripts, let condition = try plainIndicator(atom) {
      return condition
    }
    index += 1
    guard let value = Self.rational(digits) else {
      throw failure("the number \(digits) has too many digits", atom.core, code: .tooLarge)
    }
    if digits == "0", atom.lower != nil { return try zeros(atom) }
    if atom.lower != nil {
      throw failure("a number has no subscript", atom.range)
    }
    return try scripted(node(.number(value), [], atom.core), atom)
  }

  /// The exact value of `12.50`.
  private static func rational(_ digits: String) -> Rational? {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    guard decimals.utf8.count <= 18, let numerator = Int(String(parts[0]) + decimals) else {
      return nil
    }
    return Rational(numerator, decimals.reduce(1) { power, _ in power * 10 })
  }

  /// `\mathbf 1`: the matrix of ones that fits, or with brackets the indicator of a condition.
  mutating func ones(_ atom: TeXAtom) throws(Diagnostic) -> Syntax {
    index += 1
    if let condition = try conditionAhead(atom) { return condition }
    var size = try sizes(atom)
    if size.count == 1 { size.append(try node(.number(.one), [], atom.core)) }
    return try scripted(
      node(.call("ones", primes: 0), size, atom.core, mark: atom.core), atom)
  }

  /// The indicator of the condition that a sign of it stands before, or has below itself; nil where there is none.
  mutating func conditionAhead(_ atom: TeXAtom) throws(Diagnostic) -> Syntax? {
    if let open = current, isOpening(open), atom.upper == nil, atom.primes == 0,
      let condition = try indicator(atom, open)
    {
      return condition
    }
    return try indexCondition(atom).map { (condition) throws(Diagnostic) in
      try scripted(condition, atom)
    }
  }

  /// `0_{m \times n}`, `0_n`.
  private mutating func zeros(_ atom: TeXAtom) throws(Diagnostic) -> Syntax {
    var size = try sizes(atom)
    if size.count == 1 { size.append(try node(.number(.one), [], atom.core)) }
    return try scripted(
      node(.call("zeros", primes: 0), size, atom.core, mark: atom.core), atom)
  }

  /// The sizes in the subscript of `I_n`, `\mathbf 1_{m \times n}`.
  mutating func sizes(_ atom: TeXAtom) throws(Diagnostic) -> [Syntax] {
    guard let lower = atom.lower else { return [] }
    var sizes: [Syntax] = []
    for part in lower.flattened(after: { _ in false })
      .split(whereSeparator: { $0.isCommand("times") || $0.isSymbol(",") })
    {
      sizes.append(try formula(Array(part), at: atom.range))
    }
    return sizes
  }

  private mutating func group(
    _ inner: [TeXAtom], _ atom: TeXAtom
  ) throws(Diagnostic) -> Syntax {
    index += 1
    if inner.isEmpty, let transposed = try transposedAhead(atom) { return transposed }
    if inner.isEmpty { throw failure("a script has nothing to stand on", atom.range) }
    let content = try formula(inner, at: atom.core)
    return try closed(content, atom, atom.core)
  }

  /// `{}^tA`: the transpose written in front; nil for any other script on nothing.
  private mutating func transposedAhead(_ atom: TeXAtom) throws(Diagnostic) -> Syntax? {
    guard let upper = atom.upper, upper.count == 1, isTranspose(upper[0]), atom.lower == nil,
      atom.primes == 0, current != nil
    else { return nil }
    let operand = try factor()
    return try node(
      .transpose, [operand], hull(atom.range, operand.range), mark: atom.range)
  }

  private mutating func root(
    _ degree: [TeXAtom]?, _ radicand: [TeXAtom], _ atom: TeXAtom
  ) throws(Diagnostic) -> Syntax {
    index += 1
    let argument = try formula(radicand, at: atom.core)
    guard let degree, !degree.isEmpty else {
      return try scripted(call("sqrt", [argument], atom.core), atom)
    }
    let exponent = try formula(degree, at: atom.core)
    let one = try node(.number(.one), [], exponent.range)
    let power = try node(.divide, [one, exponent], exponent.range)
    return try scripted(node(.entrywisePower, [argument, power], atom.core), atom)
  }

  /// A call whose name is written in front of its arguments; `\log\det` is one function.
  mutating func call(
    _ name: String, primes: Int = 0, _ arguments: [Syntax], _ range: Range<Int>,
    mark: Range<Int>? = nil
  ) throws(Diagnostic) -> Syntax {
    if name == "log", primes == 0, arguments.count == 1, let inner = Self.determinant(arguments[0])
    {
      return try node(.call("logdet", primes: 0), inner, range, mark: mark)
    }
    return try node(.call(name, primes: primes), arguments, range, mark: mark)
  }

  private static func determinant(_ argument: Syntax) -> [Syntax]? {
    switch argument.kind {
    case .call("det", primes: 0): argument.children
    case .brackets: argument.children.first.flatMap(determinant)
    default: nil
    }
  }

  /// `\begin{pmatrix} a & b \\ c & d \end{pmatrix}`.
  private mutating func matrix(
    _ name: String, _ body: [TeXAtom], _ atom: TeXAtom
  ) throws(Diagnostic) -> Syntax {
    index += 1
    if Self.distinctions.contains(name) { return try scripted(cases(body, atom), atom) }
    guard Self.matrices.contains(name) else {
      throw unsupported("\\begin{\(name)} inside a formula is not supported", atom.core)
    }
    if let matrix = try abbreviated(name, body, atom) { return matrix }
    var rows: [Syntax] = []
    for row in body.split(separator: .rowBreak) where !row.isEmpty {
      var entries: [Syntax] = []
      for entry in row.split(separator: .align) {
        entries.append(try formula(entry, at: row.range(or: atom.core)))
      }
      rows.append(try node(.row, entries, row.range(or: atom.core)))
    }
    let matrix = try node(.matrix, rows, atom.core)
    if name == "vmatrix" { return try scripted(call("bars", [matrix], atom.core), atom) }
    return try scripted(matrix, atom)
  }

  /// A matrix with ellipses among its entries; nil where it has none.
  private mutating func abbreviated(
    _ name: String, _ body: [TeXAtom], _ atom: TeXAtom
  ) throws(Diagnostic) -> Syntax? {
    var dots: TeXAtom?
    var rows: [[Syntax?]] = []
    guard body.contains(where: Self.isEllipsis) else { return nil }
    for row in body.split(separator: .rowBreak) where !row.isEmpty {
      var entries: [Syntax?] = []
      for entry in row.split(separator: .align) {
        let only = EquationParts.trimmed(entry)
        if only.count == 1, Self.isEllipsis(only[0]) {
          dots = only[0]
          entries.append(nil)
        } else if !only.isEmpty {
          entries.append(try formula(only, at: row.range(or: atom.core)))
        }
      }
      rows.append(entries)
    }
    guard let dots else { return nil }
    let matrix = try progression(rows, dots, atom.core)
    return try scripted(name == "vmatrix" ? call("bars", [matrix], atom.core) : matrix, atom)
  }

  private static let distinctions: Set<String> = ["cases", "dcases", "rcases", "cases*", "dcases*"]

  private static let matrices: Set<String> = [
    "matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "smallmatrix", "array",
  ]
}

extension [TeXAtom] {
  /// The stretches between atoms with that nucleus, empty ones included.
  func split(separator: TeXAtom.Nucleus) -> [[TeXAtom]] {
    split(omittingEmptySubsequences: false) { $0.nucleus == separator }.map(Array.init)
  }
}
