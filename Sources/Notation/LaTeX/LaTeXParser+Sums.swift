internal import Diagnostics
internal import MatrixCalculus

extension LaTeXParser {
  /// `\sum` without index: all entries of the group, or of the term that follows, added up.
  mutating func entrySum(_ atom: TeXAtom) throws(Diagnostic) -> Syntax {
    if atom.lower != nil || atom.upper != nil { return try sumOverEntries(atom) }
    index += 1
    let operand = try summand(atom)
    return try call("sum", [operand], hull(atom.core, operand.range), mark: atom.core)
  }

  private mutating func summand(_ sign: TeXAtom) throws(Diagnostic) -> Syntax {
    guard let next = current, startsFactor(next) else {
      throw failure(#"\sum has nothing to add up"#, sign.core)
    }
    if case .group = next.nucleus { return try factor() }
    return try term()
  }

  /// `\sum_{ij} A_{ij}\log B_{ij}`, also as `\sum_i\sum_j`: the sum of all entries of A∘log B.
  ///
  /// Every name in it must carry both indices (exchanged, it is transposed); other sums over an index
  /// are not supported.
  private mutating func sumOverEntries(_ atom: TeXAtom) throws(Diagnostic) -> Syntax {
    guard entries == .refused, let indices = leadingIndices() else {
      throw unsupported(
        "a sum over an index is not supported", atom.range,
        hint: #"write it with products of matrices, or with \sum for the sum of all entries"#)
    }
    entries = .summed(indices)
    defer { entries = .refused }
    let operand = try entrywise(summand(atom))
    return try call("sum", [operand], hull(atom.core, operand.range), mark: atom.core)
  }

  /// The two indices of the sums that follow each other; the sums are passed over.
  private mutating func leadingIndices() -> String? {
    var indices = ""
    var position = index
    while indices.count < 2, position < atoms.count, atoms[position].isCommand("sum"),
      atoms[position].upper == nil, let script = atoms[position].lower,
      let text = Self.plainText(script)
    {
      indices += text
      position += 1
    }
    guard indices.count == 2, indices.first != indices.last,
      indices.allSatisfy({ names.meaning(String($0)) == nil })
    else { return nil }
    index = position
    return indices
  }

  /// A name in a sum over all entries: with both indices, in either order, the whole matrix.
  func summed(
    _ base: String, _ script: String, _ indices: String, _ atom: TeXAtom
  ) throws(Diagnostic) -> Syntax.Kind? {
    if script.isEmpty, names.meaning(base) == .size || names.meaning(base) == .function {
      return nil
    }
    if script == indices { return .name(base) }
    if script == String(indices.reversed()) { return .transpose }
    throw unindexed(indices, atom)
  }

  func unindexed(_ indices: String, _ atom: TeXAtom) -> Diagnostic {
    unsupported(
      "\(text(atom.core)) without the indices \(indices) of the sum is not supported", atom.range,
      hint: #"write the sum with products of matrices, or with \sum for the sum of all entries"#)
  }

  /// The formula of an entry as the formula of all entries: products and powers entry by entry.
  private func entrywise(_ formula: Syntax) throws(Diagnostic) -> Syntax {
    var children: [Syntax] = []
    for child in formula.children { children.append(try entrywise(child)) }
    let kind = try entrywiseKind(formula)
    return Syntax(kind, children, range: formula.range, marks: formula.marks)
  }

  private func entrywiseKind(_ formula: Syntax) throws(Diagnostic) -> Syntax.Kind {
    switch formula.kind {
    case .number, .name, .negate, .add, .subtract, .brackets, .entrywiseMultiply,
      .entrywiseDivide, .entrywisePower:
      return formula.kind
    case .multiply, .juxtapose: return .entrywiseMultiply
    case .divide: return .entrywiseDivide
    case .power: return .entrywisePower
    case .transpose where formula.children[0].isName: return .transpose
    case .call("bars", primes: 0): return .call("abs", primes: 0)
    case .call("exponential", primes: 0): return .call("exp", primes: 0)
    case .call(let name, _)
    where Function.named(name) != nil || names.meaning(name) == .function:
      return formula.kind
    case .call, .transpose, .matrix, .row, .derivative, .layer:
      throw unsupported(
        "\(text(formula.range)) in a sum over entries is not supported", formula.range)
    }
  }
}
