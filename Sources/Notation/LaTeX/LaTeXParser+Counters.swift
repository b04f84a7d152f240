internal import Diagnostics
internal import MatrixCalculus

/// What stands below a sum sign.
extension LaTeXParser {
  /// The letters under a sum sign with their bounds: `i`, `ij`, `i,j`, `i=1`, `j \neq i`, `i < j`,
  /// `1 \leq i \leq n`, `i \in [n]`.
  mutating func readCounters(_ sign: TeXAtom) throws(Diagnostic) -> [Syntax.Counter] {
    let last = try sign.upper.map { (list) throws(Diagnostic) in
      try formula(list, at: sign.range)
    }
    var counters: [Syntax.Counter] = []
    let lower = (sign.lower ?? []).flattened { _ in false }
    if let set = try members(lower, sign) { return [set] }
    for piece in lower.split(whereSeparator: { $0.isSymbol(",") || $0.isSymbol(";") }) {
      counters += try counter(Array(piece), last, sign)
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
    _ piece: [TeXAtom], _ last: Syntax?, _ sign: TeXAtom
  ) throws(Diagnostic) -> [Syntax.Counter] {
    let own = [last].compactMap { $0 }
    guard piece.contains(where: { Self.letter($0) == nil }) else {
      return piece.compactMap(Self.letter).map { Syntax.Counter($0, bounds: own) }
    }
    if piece.count > 2, let letter = Self.letter(piece[0]), piece[1].isSymbol("="), let last {
      let first = try formula(Array(piece[2...]), at: sign.range)
      return [try bounded(letter, first, last, sign)]
    }
    return try compared(piece, own, sign)
  }

  /// `i=1` with its end; an end that is a letter of a sum around this one is a condition: `\sum_{i=1}^{j}`,
  /// `\sum_{i=1}^{j-1}`, `\sum_{j=i+1}^n`.
  private func bounded(
    _ letter: String, _ first: Syntax, _ last: Syntax, _ sign: TeXAtom
  ) throws(Diagnostic) -> Syntax.Counter {
    let counter = Syntax.Counter(letter, bounds: [first, last]).conditioned(by: counters)
    if counter.condition == nil, [first, last].contains(where: { $0.names(oneOf: counters) }) {
      throw refusedIndex(sign)
    }
    return counter
  }

  /// `j \neq i`, `i < j`, `1 \leq i < j \leq n`.
  private mutating func compared(
    _ piece: [TeXAtom], _ own: [Syntax], _ sign: TeXAtom
  ) throws(Diagnostic) -> [Syntax.Counter] {
    let orders = piece.compactMap(Self.order)
    let parts = piece.split(
      maxSplits: .max, omittingEmptySubsequences: false, whereSeparator: { Self.order($0) != nil }
    ).map(Array.init)
    let letters = parts.map { $0.count == 1 ? Self.letter($0[0]) : nil }
    switch parts.count {
    case 2:
      guard let letter = letters[0], let other = letters[1] else { throw refusedIndex(sign) }
      return [Syntax.Counter(letter, bounds: own, condition: .init(orders[0], other))]
    case 3 where orders == [.atMost, .atMost]:
      guard let letter = letters[1] else { throw refusedIndex(sign) }
      return [Syntax.Counter(letter, bounds: try bounds(parts[0], parts[2], sign))]
    case 4 where orders[0] == .atMost && orders[2] == .atMost:
      guard let letter = letters[1], let other = letters[2] else { throw refusedIndex(sign) }
      let both = try bounds(parts[0], parts[3], sign)
      return [
        Syntax.Counter(letter, bounds: both, condition: .init(orders[1], other)),
        Syntax.Counter(other, bounds: both),
      ]
    default: throw refusedIndex(sign)
    }
  }

  private mutating func bounds(
    _ first: [TeXAtom], _ last: [TeXAtom], _ sign: TeXAtom
  ) throws(Diagnostic) -> [Syntax] {
    [try formula(first, at: sign.range), try formula(last, at: sign.range)]
  }

  /// `i \in [n]`, `i \in \{1, \dots, n\}`; nil where no membership stands there.
  private mutating func members(
    _ lower: [TeXAtom], _ sign: TeXAtom
  ) throws(Diagnostic) -> Syntax.Counter? {
    guard lower.count > 3, lower[1].isCommand("in"), let letter = Self.letter(lower[0]),
      case .delimiter(let bracket, .open) = lower[2].nucleus,
      case .delimiter(bracket, .close) = lower[lower.count - 1].nucleus
    else { return nil }
    let inner = Array(lower[3..<(lower.count - 1)])
    let parts = inner.split { $0.isSymbol(",") }.map(Array.init)
    let one = try node(.number(.one), [], sign.range)
    if bracket == .square, parts.count == 1 {
      return Syntax.Counter(letter, bounds: [one, try formula(parts[0], at: sign.range)])
    }
    guard bracket == .curly, parts.count >= 3, parts[parts.count - 2].count == 1,
      Self.isEllipsis(parts[parts.count - 2][0]), parts[0].count == 1
    else { return nil }
    return Syntax.Counter(letter, bounds: try bounds(parts[0], parts[parts.count - 1], sign))
  }

  /// The order relation an atom is.
  private static func order(_ atom: TeXAtom) -> Syntax.Counter.Condition.Order? {
    switch atom.nucleus {
    case .symbol("<"), .command("lt"): .less
    case .symbol(">"), .command("gt"): .greater
    case .command("leq"), .command("le"), .command("leqslant"): .atMost
    case .command("geq"), .command("ge"), .command("geqslant"): .atLeast
    case .command("neq"), .command("ne"): .unequal
    default: nil
    }
  }

  private func refusedIndex(_ sign: TeXAtom) -> Diagnostic {
    unsupported(
      "\(text(sign.range)) is not supported", sign.range,
      hint: #"the forms are \sum_i, \sum_{i,j}, \sum_{i=1}^n, \sum_{j \neq i} and \sum_{i < j}"#)
  }
}

extension Syntax {
  /// Whether one of the letters stands in it as a name.
  fileprivate func names(oneOf letters: Set<String>) -> Bool {
    plainName.map(letters.contains) ?? children.contains { $0.names(oneOf: letters) }
  }
}

extension [TeXAtom] {
  fileprivate func split(whereSeparator isSeparator: (TeXAtom) -> Bool) -> [ArraySlice<TeXAtom>] {
    split(maxSplits: .max, omittingEmptySubsequences: true, whereSeparator: isSeparator)
  }
}
