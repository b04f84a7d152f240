import Diagnostics
import MatrixCalculus

/// Sums and products over named indices: `sum(i in 1..m, X(i,j)*y(j))`.
extension FormulaParser {
  /// Whether an index with its bounds begins at a word: `i in`.
  func isCounter(_ place: Int) -> Bool {
    guard place + 1 < tokens.count, case .name = tokens[place].kind else { return false }
    return tokens[place + 1].kind == .name("in")
  }

  /// Reads the indices up to the formula that is summed.
  mutating func openCounted(isProduct: Bool, _ name: Range<Int>) throws(Diagnostic) {
    let bracket = index
    var counters: [Syntax.Counter] = []
    var next = index + 1
    while isCounter(next) {
      let end = try endOfCounter(next)
      let counter = try counter(next, end)
      guard !counters.contains(where: { $0.letter == counter.letter }) else {
        throw Diagnostic(
          .syntax, "the index \(counter.letter) is named twice",
          at: source.location(tokens[next].range), hint: "give each index a letter of its own")
      }
      counters.append(counter)
      next = end + 1
    }
    while let condition = condition(next) {
      try take(condition, into: &counters, tokens[next].range)
      next += 4
    }
    index = next - 1
    try open(.counted(counters, isProduct: isProduct, name: name), tokens[bracket])
  }

  /// `i < j` with a comma behind it.
  private func condition(
    _ place: Int
  ) -> (letter: String, order: Syntax.Counter.Condition.Order, other: String)? {
    guard place + 3 < tokens.count, case .name(let letter) = tokens[place].kind,
      case .symbol(let sign) = tokens[place + 1].kind, let order = Self.orders[sign],
      case .name(let other) = tokens[place + 2].kind, tokens[place + 3].kind == .comma
    else { return nil }
    return (letter, order, other)
  }

  private static let orders: [String: Syntax.Counter.Condition.Order] = [
    "!=": .unequal, "<": .less, "<=": .atMost, ">": .greater, ">=": .atLeast,
  ]

  /// Notes a condition on one of its letters that has none yet.
  private func take(
    _ condition: (letter: String, order: Syntax.Counter.Condition.Order, other: String),
    into counters: inout [Syntax.Counter], _ range: Range<Int>
  ) throws(Diagnostic) {
    let sides = [
      (condition.letter, condition.order, condition.other),
      (condition.other, condition.order.reversed, condition.letter),
    ]
    for (letter, order, other) in sides {
      guard let place = counters.firstIndex(where: { $0.letter == letter }),
        counters[place].condition == nil
      else { continue }
      counters[place].condition = Syntax.Counter.Condition(order, other)
      return
    }
    throw Diagnostic(
      .unsupported,
      "a condition on \(condition.letter) and \(condition.other) is not supported here",
      at: source.location(range), hint: "give each index one condition")
  }

  /// The comma behind an index that begins at a word.
  private func endOfCounter(_ start: Int) throws(Diagnostic) -> Int {
    var level = 0
    for place in start..<tokens.count {
      switch tokens[place].kind {
      case .open: level += 1
      case .close: level -= 1
      case .comma where level == 0: return place
      default: break
      }
      if level < 0 { break }
    }
    throw badCounter(tokens[start].range)
  }

  /// `i in 1..m`, up to a comma.
  private func counter(_ start: Int, _ end: Int) throws(Diagnostic) -> Syntax.Counter {
    guard case .name(let letter) = tokens[start].kind,
      let middle = (start..<end).first(where: {
        tokens[$0].kind == .symbol("..") || tokens[$0].kind == .symbol(":")
      })
    else { throw badCounter(tokens[start].range) }
    return Syntax.Counter(
      letter, bounds: [try bound(start + 2..<middle), try bound(middle + 1..<end)])
  }

  private func bound(_ places: Range<Int>) throws(Diagnostic) -> Syntax {
    var inner = FormulaParser(
      source, Array(tokens[places]), end: tokens[places.upperBound].range.lowerBound)
    return try inner.formula()
  }

  private func badCounter(_ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .syntax, "nothing says from where to where the index \(source.slice(range)) runs",
      at: source.location(range), hint: "write sum(i in 1..m, …)")
  }
}

extension Syntax {
  /// The formula with single entries for what looks like calls with one of the letters: `X(i, j)`, `x(i)`,
  /// `X(i, :)`.
  func withEntries(of letters: Set<String>) -> Syntax {
    var result = self
    result.children = children.map { $0.withEntries(of: letters) }
    switch kind {
    case .indexed(.sum(let counters)):
      result.kind = .indexed(.sum(counters.map { $0.conditioned(by: letters) }))
      return result
    case .indexed(.product(let counters)):
      result.kind = .indexed(.product(counters.map { $0.conditioned(by: letters) }))
      return result
    default: break
    }
    guard case .call(let name, let primes) = kind, (1...2).contains(children.count) else {
      return result
    }
    let places = children.compactMap(\.place)
    guard places.count == children.count,
      places.contains(where: { $0.letter.map(letters.contains) ?? false })
    else { return result }
    var base = Syntax(.name(name), range: mark ?? range)
    for _ in 0..<primes { base = Syntax(.transpose, [base], range: base.range) }
    return Syntax(.indexed(.entry(places, isItem: false)), [base], range: range, marks: marks)
  }

  /// A place as an argument of `X(i, j)`.
  fileprivate var place: Syntax.Place? {
    switch kind {
    case .name(":"): .all
    case .name(let letter): .letter(letter)
    case .number(let value) where value.isInteger: .number(value.numerator)
    case .add, .subtract: shiftedPlace
    case .brackets: children[0].place
    default: nil
    }
  }

  /// `i + 1`, `i - 1`, `1 + i`.
  private var shiftedPlace: Syntax.Place? {
    guard children.count == 2 else { return nil }
    let isNegative = children[1].kind == .negate
    let last = isNegative ? children[1].children[0] : children[1]
    switch (children[0].kind, last.kind) {
    case (.name(let letter), .number(let value)) where value.isInteger:
      let isAdded = isNegative != (kind == .add)
      return .shifted(letter, by: isAdded ? value.numerator : -value.numerator)
    case (.number(let value), .name(let letter))
    where value.isInteger && kind == .add && !isNegative:
      return .shifted(letter, by: value.numerator)
    default: return nil
    }
  }
}

extension Syntax.Counter.Condition.Order {
  /// The same with its sides exchanged.
  fileprivate var reversed: Self {
    switch self {
    case .unequal: .unequal
    case .less: .greater
    case .atMost: .atLeast
    case .greater: .less
    case .atLeast: .atMost
    }
  }
}

extension Syntax.Counter {
  /// With a condition for a bound that is another letter: `j in i+1..n` is every j > i.
  func conditioned(by letters: Set<String>) -> Syntax.Counter {
    guard condition == nil, bounds.count == 2 else { return self }
    var result = self
    if let (letter, shift) = bounds[0].shifted(letters), (0...1).contains(shift) {
      result.condition = Condition(shift == 0 ? .atLeast : .greater, letter)
      result.bounds = [Syntax(.number(.one), range: bounds[0].range), bounds[1]]
    } else if let (letter, shift) = bounds[1].shifted(letters), (-1...0).contains(shift),
      bounds[0].kind == Syntax.Kind.number(.one)
    {
      result.condition = Condition(shift == 0 ? .atMost : .less, letter)
      result.bounds = []
    }
    return result
  }
}

extension Syntax {
  /// One of the letters, with what is added to it.
  fileprivate func shifted(_ letters: Set<String>) -> (letter: String, shift: Int)? {
    guard let place, let letter = place.letter, letters.contains(letter) else { return nil }
    return (letter, place.shift)
  }
}
