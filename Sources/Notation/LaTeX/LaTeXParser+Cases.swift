internal import Diagnostics
internal import MatrixCalculus

/// Distinctions of cases: `\begin{cases} z & z > 0 \\ 0 & \text{otherwise} \end{cases}`.
///
/// They are read entry by entry, a condition as the step function of a difference: at the edge between two
/// cases, a kink of the function, the value counts for nothing.
extension LaTeXParser {
  /// - Parameter body: what stands between `\begin{cases}` and `\end{cases}`.
  mutating func cases(_ body: [TeXAtom], _ atom: TeXAtom) throws(Diagnostic) -> Syntax {
    var branches: [(value: Syntax, holds: Syntax?)] = []
    for row in body.split(separator: .rowBreak) where !EquationParts.trimmed(row).isEmpty {
      guard let branch = try branch(row, atom) else { continue }
      branches.append(branch)
    }
    let open = branches.filter { $0.holds == nil }.count
    guard branches.count > 1, open <= 1 else {
      throw unsupported("these cases are not supported", atom.core, hint: Self.casesHint)
    }
    let conditions = branches.compactMap(\.holds)
    var terms: [Syntax] = []
    for (value, holds) in branches where !value.isZero {
      let factor = if let holds { holds } else { try otherwise(conditions, value.range) }
      terms.append(
        value.kind == .number(.one)
          ? factor : try node(.entrywiseMultiply, [factor, value], atom.core))
    }
    guard let first = terms.first else { return try node(.number(.zero), [], atom.core) }
    return terms.count == 1 ? first : try node(.add, terms, atom.core, mark: atom.core)
  }

  /// `\left\{ \begin{array}{ll} … \end{array} \right.`: a brace that is not closed; nil for any other
  /// bracket.
  mutating func openCases(
    _ opening: TeXAtom, _ delimiter: TeXDelimiter
  ) throws(Diagnostic) -> Syntax? {
    guard delimiter == .curly, let next = following,
      case .environment(let name, let body) = next.nucleus, name == "array" || name == "aligned"
    else { return nil }
    if index + 2 < atoms.count, case .delimiter(.curly, .close) = atoms[index + 2].nucleus {
      return nil
    }
    index += 2
    return try scripted(cases(body, next), next)
  }

  private static let casesHint =
    #"write each case as value & condition, as in z & z > 0 \\ 0 & \text{otherwise}"#

  /// 1 less all the conditions.
  private mutating func otherwise(
    _ conditions: [Syntax], _ range: Range<Int>
  ) throws(Diagnostic) -> Syntax {
    let one = try node(.number(.one), [], range)
    let others = conditions.map { Syntax(.negate, [$0], range: range) }
    return try node(
      .brackets, [node(.add, [one] + others, range)], range)
  }

  /// The value and the condition of a row; nil where the condition is an equality of numbers, which holds
  /// at an edge alone.
  private mutating func branch(
    _ row: [TeXAtom], _ atom: TeXAtom
  ) throws(Diagnostic) -> (value: Syntax, holds: Syntax?)? {
    let cells = row.split(separator: .align).filter { !$0.isEmpty }
    let (left, right) = cells.count > 1 ? (cells[0], Array(cells[1...].joined())) : Self.cut(row)
    let value = EquationParts.trimmed(left)
    guard !value.isEmpty else {
      throw unsupported("a case without a value is not supported", atom.core, hint: Self.casesHint)
    }
    let formula = try node(
      .brackets, [self.formula(value, at: atom.core)], value.range(or: atom.core))
    let bare = formula.children[0].isAtomic ? formula.children[0] : formula
    let condition = EquationParts.trimmed(right).flattened { _ in false }.filter {
      !Self.isFiller($0)
    }
    if condition.isEmpty {
      guard Self.saysOtherwise(right) else {
        throw unsupported(
          "the condition of a case is not understood", right.range(or: atom.core),
          hint: Self.casesHint)
      }
      return (bare, nil)
    }
    if let delta = try equality(condition, atom) { return (bare, delta) }
    if condition.contains(where: { $0.isSymbol("=") }) { return nil }
    return (bare, try inequality(condition, atom))
  }

  /// A value with its condition behind a word or a comma rather than behind `&`.
  private static func cut(_ row: [TeXAtom]) -> ([TeXAtom], [TeXAtom]) {
    let place = row.firstIndex { atom in
      switch atom.nucleus {
      case .remark, .wideSpace: true
      case .word(let word): saysOtherwise(word) || word == "if"
      default: atom.isSymbol(",")
      }
    }
    guard let place else { return (row, []) }
    return (Array(row[..<place]), Array(row[place...]))
  }

  private static func isFiller(_ atom: TeXAtom) -> Bool {
    switch atom.nucleus {
    case .word(let word):
      ["if", "for", "when", "where", "若", "当"].contains(word) || saysOtherwise(word)
    default: atom.isSymbol(",")
    }
  }

  private static func saysOtherwise(_ atoms: [TeXAtom]) -> Bool {
    atoms.contains { atom in
      switch atom.nucleus {
      case .remark(let text), .word(let text): saysOtherwise(text)
      case .group(let inner): saysOtherwise(inner)
      default: false
      }
    }
  }

  private static func saysOtherwise(_ text: String) -> Bool {
    let words = ["otherwise", "else", "其他", "其它", "否则", "sonst", "sinon", "altrimenti"]
    return words.contains { text.lowercased().contains($0) }
  }

  // MARK: Conditions

  /// `\mathbf{1}_{\{z > 0\}}`, `\mathbb{1}_{i = j}`: the indicator of the condition in the index; nil where
  /// it holds none.
  mutating func indexCondition(_ atom: TeXAtom) throws(Diagnostic) -> Syntax? {
    guard var condition = atom.lower?.flattened(after: { _ in false }) else { return nil }
    if case .delimiter(_, .open) = condition.first?.nucleus,
      case .delimiter(_, .close) = condition.last?.nucleus
    {
      condition = Array(condition.dropFirst().dropLast())
    }
    if let delta = try equality(condition, atom) { return delta }
    guard condition.contains(where: { Self.direction($0) != nil }) else { return nil }
    return try inequality(condition, atom)
  }

  /// `i = j`, `i \neq j` between letters of places: Kronecker's delta.
  mutating func equality(
    _ condition: [TeXAtom], _ atom: TeXAtom
  ) throws(Diagnostic) -> Syntax? {
    guard condition.count == 3, let a = Self.letter(condition[0]),
      let b = Self.letter(condition[2]),
      names.meaning(a) == nil || names.meaning(a) == .size,
      names.meaning(b) == nil || names.meaning(b) == .size
    else { return nil }
    let range = condition.range(or: atom.core)
    let delta = try node(.indexed(.kronecker(.letter(a), .letter(b))), [], range)
    if condition[1].isSymbol("=") { return delta }
    guard condition[1].isCommand("neq") || condition[1].isCommand("ne") else { return nil }
    return try otherwise([delta], range)
  }

  /// `z > 0`, `0 \leq z < 1`: 1 where it holds, 0 elsewhere.
  private mutating func inequality(
    _ condition: [TeXAtom], _ atom: TeXAtom
  ) throws(Diagnostic) -> Syntax {
    let signs = condition.indices.filter { Self.direction(condition[$0]) != nil }
    let range = condition.range(or: atom.core)
    guard !signs.isEmpty else {
      throw unsupported(
        "the condition \(text(range)) is not understood", range, hint: Self.casesHint)
    }
    var factors: [Syntax] = []
    for (place, sign) in signs.enumerated() {
      let start = place == 0 ? 0 : signs[place - 1] + 1
      let end = place + 1 < signs.count ? signs[place + 1] : condition.count
      let left = try formula(Array(condition[start..<sign]), at: range)
      let right = try formula(Array(condition[(sign + 1)..<end]), at: range)
      factors.append(
        try step(left, right, isGreater: Self.direction(condition[sign]) == true, range))
    }
    return factors.count == 1 ? factors[0] : try node(.entrywiseMultiply, factors, range)
  }

  /// 1 where the left side is greater, or smaller, than the right one.
  mutating func step(
    _ left: Syntax, _ right: Syntax, isGreater: Bool, _ range: Range<Int>
  ) throws(Diagnostic) -> Syntax {
    let (high, low) = isGreater ? (left, right) : (right, left)
    let difference =
      low.isZero ? high : try node(.subtract, [high, low], hull(left.range, right.range))
    return try call("step", [difference], range)
  }
}

extension Syntax {
  /// Whether it holds together without brackets.
  fileprivate var isAtomic: Bool {
    switch kind {
    case .number, .name, .brackets, .call: true
    default: false
    }
  }
}
