import Diagnostics
import MatrixCalculus

/// Reads what a declaration says beside the shape: `symmetric, positive definite`, `> 0`, `in (0, 1)`.
struct PropertyReader {
  /// The phrases of the language, longest first where one begins with another.
  static let phrases: [(words: [String], property: Properties)] = [
    (["columns", "sum", "to", "1"], .columnsSumToOne),
    (["rows", "sum", "to", "1"], .rowsSumToOne),
    (["column", "stochastic"], [.columnsSumToOne, .nonNegative]),
    (["row", "stochastic"], [.rowsSumToOne, .nonNegative]),
    (["doubly", "stochastic"], [.columnsSumToOne, .rowsSumToOne, .nonNegative]),
    (["stochastic"], [.rowsSumToOne, .nonNegative]),
    (["positive", "definite"], .positiveDefinite),
    (["positive", "semidefinite"], .positiveSemidefinite),
    (["positive", "semi", "definite"], .positiveSemidefinite),
    (["positive"], .positive),
    (["nonnegative"], .nonNegative),
    (["non", "negative"], .nonNegative),
    (["symmetric"], .symmetric),
    (["skew", "symmetric"], .skew),
    (["skew"], .skew),
    (["diagonal"], .diagonal),
    (["lower", "triangular"], .lowerTriangular),
    (["upper", "triangular"], .upperTriangular),
    (["invertible"], .invertible),
    (["orthogonal"], .orthogonal),
    (["permutation"], .permutation),
    (["constant"], .constant),
  ]

  let source: SourceText
  let tokens: [Token]
  private(set) var properties: Properties = []
  private(set) var range: ClosedRange<Double>?
  /// The same as it is written, with its brackets.
  private(set) var interval: String?
  private var next = 0

  init(source: SourceText, tokens: [Token]) {
    self.source = source
    self.tokens = tokens
  }

  mutating func read() throws(Diagnostic) {
    while next < tokens.count {
      switch tokens[next].kind {
      case .comma: next += 1
      case .symbol(">"): try bound(.positive)
      case .symbol(">="): try bound(.nonNegative)
      case .name("in"): try readInterval()
      default: try phrase()
      }
    }
  }

  /// Refuses what makes sense only for square matrices where the shape is not square.
  func check(_ shape: Shape, at name: Statement.Name) throws(Diagnostic) {
    guard properties.needsSquare, !shape.isSquare else { return }
    throw Diagnostic(
      .shapeMismatch,
      "\(name.text) (\(shape)) is not square, but what is declared of it needs it to be",
      at: source.location(name.range), hint: "declare a shape such as (n, n)")
  }

  private mutating func phrase() throws(Diagnostic) {
    for (words, property) in Self.phrases {
      if let end = match(words) {
        properties.formUnion(property)
        next = end
        return
      }
    }
    throw unknown()
  }

  /// Where the phrase ends if it begins here; a hyphen may join its words.
  private func match(_ words: [String]) -> Int? {
    var index = next
    for (place, word) in words.enumerated() {
      if place > 0, index < tokens.count, tokens[index].kind == .infix("-") { index += 1 }
      guard index < tokens.count, source.slice(tokens[index].range) == word else { return nil }
      index += 1
    }
    return index
  }

  private func unknown() -> Diagnostic {
    let token = tokens[next]
    let word = source.slice(token.range)
    let known = Set(Self.phrases.map { $0.words.joined(separator: " ") })
    let first = nearest(word, in: known) ?? nearest(word, in: Set(Self.phrases.map { $0.words[0] }))
    return Diagnostic(
      .syntax, "unknown property \(word)", at: source.location(token.range),
      hint: isFollowedByProperty
        ? "leave out \(word): properties stand behind the shape"
        : first.map { "did you mean `\($0)`?" }
          ?? "properties are \(known.sorted().joined(separator: ", "))")
  }

  /// Whether the word that is not known leads to a property, as the first does in `where symmetric`.
  private var isFollowedByProperty: Bool {
    var rest = self
    rest.next += 1
    return Self.phrases.contains { rest.match($0.words) != nil }
  }

  /// `> 0`, `>= 0`.
  private mutating func bound(_ property: Properties) throws(Diagnostic) {
    let sign = tokens[next]
    guard next + 1 < tokens.count, tokens[next + 1].kind == .number(.zero) else {
      throw Diagnostic(
        .syntax, "a bound other than 0 after \(source.slice(sign.range))",
        at: source.location(sign.range), hint: "write a range, as in in (2, 10)")
    }
    properties.insert(property)
    next += 2
  }

  // MARK: Ranges

  /// `in (0, 1)`, `in [0.1, 0.9]`.
  private mutating func readInterval() throws(Diagnostic) {
    let start = tokens[next].range
    next += 1
    guard let open = take(), open.kind == .open("(") || open.kind == .open("["),
      let low = number(), take()?.kind == .comma, let high = number(),
      let close = take(), close.kind == .close(")") || close.kind == .close("]")
    else {
      throw Diagnostic(
        .syntax, "in is followed by no range", at: source.location(start),
        hint: "write two numbers, as in in (0, 1)")
    }
    guard low < high else {
      throw Diagnostic(
        .syntax, "the range from \(low) to \(high) is empty",
        at: source.location(open.range.lowerBound..<close.range.upperBound),
        hint: "write the smaller number first")
    }
    interval = String(source.slice(open.range.lowerBound..<close.range.upperBound))
    range = closed(low, isOpen: open.kind == .open("("), high, isOpen: close.kind == .close(")"))
    if low >= .zero { properties.insert(.nonNegative) }
    if low > .zero || low == .zero && open.kind == .open("(") { properties.insert(.positive) }
  }

  /// The range with the next number inside for an end that does not belong to it; for zero the sign says
  /// it already.
  private func closed(
    _ low: Rational, isOpen isLowOpen: Bool, _ high: Rational, isOpen isHighOpen: Bool
  ) -> ClosedRange<Double> {
    let first = isLowOpen && low != .zero ? double(low).nextUp : double(low)
    return first...max(first, isHighOpen ? double(high).nextDown : double(high))
  }

  private func double(_ value: Rational) -> Double {
    Double(value.numerator) / Double(value.denominator)
  }

  private mutating func take() -> Token? {
    guard next < tokens.count else { return nil }
    next += 1
    return tokens[next - 1]
  }

  private mutating func number() -> Rational? {
    var isNegative = false
    if next < tokens.count, tokens[next].kind == .infix("-") {
      isNegative = true
      next += 1
    }
    guard case .number(let value) = take()?.kind else { return nil }
    return isNegative ? value.negated : value
  }
}
