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
  /// The ends of the range as they are written, with their brackets.
  private var ends: (low: String?, high: String?)

  /// The same as it is written, with its brackets; nil where a sign says it.
  var interval: String? {
    let isSign = ends.high == nil && ["(0", "[0"].contains(ends.low)
    guard range != nil, !isSign else { return nil }
    return "\(ends.low ?? "(-inf"), \(ends.high ?? "inf)")"
  }

  private var next = 0

  init(source: SourceText, tokens: [Token]) {
    self.source = source
    self.tokens = tokens
  }

  mutating func read() throws(Diagnostic) {
    while next < tokens.count {
      switch tokens[next].kind {
      case .comma: next += 1
      case .symbol(">"), .symbol(">="), .symbol("<"), .symbol("<="): try bound()
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

  /// `> 0`, `>= 0`, `> 1`, `<= -1/2`.
  private mutating func bound() throws(Diagnostic) {
    let sign = source.slice(tokens[next].range)
    let place = tokens[next].range
    next += 1
    let start = next
    guard let value = number() else {
      throw Diagnostic(
        .syntax, "no number after \(sign)", at: source.location(place),
        hint: "write a number, as in \(sign) 0, or a range, as in in (2, 10)")
    }
    let isOpen = sign == ">" || sign == "<"
    let written = source.slice(tokens[start].range.lowerBound..<tokens[next - 1].range.upperBound)
    if sign.hasPrefix(">") { ends.low = (isOpen ? "(" : "[") + written }
    if sign.hasPrefix("<") { ends.high = written + (isOpen ? ")" : "]") }
    if sign.hasPrefix(">") {
      try narrow(from: value, isOpen: isOpen, to: nil, isOpen: true, at: place)
    } else {
      try narrow(from: nil, isOpen: true, to: value, isOpen: isOpen, at: place)
    }
  }

  // MARK: Ranges

  /// `in (0, 1)`, `in [0.1, 0.9]`.
  private mutating func readInterval() throws(Diagnostic) {
    let start = tokens[next].range
    next += 1
    guard let open = take(), open.kind == .open("(") || open.kind == .open("["),
      let low = end(), take()?.kind == .comma, let high = end(),
      let close = take(), close.kind == .close(")") || close.kind == .close("]")
    else {
      throw Diagnostic(
        .syntax, "in is followed by no range", at: source.location(start),
        hint: "write two numbers, as in in (0, 1), or inf for no bound")
    }
    let place = open.range.lowerBound..<close.range.upperBound
    try narrow(
      from: low.value, isOpen: open.kind == .open("("), to: high.value,
      isOpen: close.kind == .close(")"), at: place)
    if properties.contains(.positive) { properties.insert(.nonNegative) }
    let written = source.slice(place).split(separator: ",", maxSplits: 1)
    ends = (String(written[0]), written[1].drop { $0 == " " }.description)
  }

  /// Takes the part of the range so far that lies between two numbers; nil where there is no bound.
  private mutating func narrow(
    from low: Rational?, isOpen isLowOpen: Bool, to high: Rational?, isOpen isHighOpen: Bool,
    at place: Range<Int>
  ) throws(Diagnostic) {
    if let low, low >= .zero {
      properties.insert(low > .zero || isLowOpen ? .positive : .nonNegative)
    }
    // For zero the sign says it already.
    if low == .zero, high == nil, range == nil { return }
    let hasSign = !properties.isDisjoint(with: [.positive, .nonNegative])
    let lowest = hasSign ? 0 : -Double.infinity
    let first = low.map { isLowOpen && $0 != .zero ? double($0).nextUp : double($0) } ?? lowest
    let last = high.map { isHighOpen ? double($0).nextDown : double($0) } ?? .infinity
    let (least, most) = (
      max(first, range?.lowerBound ?? first), min(last, range?.upperBound ?? last)
    )
    guard least <= most else {
      let ends = [low, high].map { $0.map { "\($0)" } ?? "inf" }
      throw Diagnostic(
        .syntax,
        low != nil && high != nil && range == nil
          ? "the range from \(ends[0]) to \(ends[1]) is empty"
          : "the ranges have no number in common",
        at: source.location(place), hint: "write the smaller number first")
    }
    range = least...most
  }

  private func double(_ value: Rational) -> Double {
    Double(value.numerator) / Double(value.denominator)
  }

  private mutating func take() -> Token? {
    guard next < tokens.count else { return nil }
    next += 1
    return tokens[next - 1]
  }

  /// An end of a range: a number, or `inf` or `-inf` for none.
  private mutating func end() -> (value: Rational?, Void)? {
    let sign = next < tokens.count && tokens[next].kind == .infix("-") ? 1 : 0
    if next + sign < tokens.count, tokens[next + sign].kind == .name("inf") {
      next += sign + 1
      return (nil, ())
    }
    return number().map { ($0, ()) }
  }

  /// `2`, `-1/2`.
  private mutating func number() -> Rational? {
    var isNegative = false
    if next < tokens.count, tokens[next].kind == .infix("-") {
      isNegative = true
      next += 1
    }
    guard case .number(let above) = take()?.kind else { return nil }
    var value = above
    if next + 1 < tokens.count, tokens[next].kind == .infix("/"),
      case .number(let below) = tokens[next + 1].kind
    {
      guard let quotient = below.reciprocal.flatMap({ $0.multiplied(by: above) }) else {
        return nil
      }
      value = quotient
      next += 2
    }
    return isNegative ? value.negated : value
  }
}
