import Diagnostics
import MatrixCalculus

/// Builds a formula from its words by operator precedence, with stacks of its own.
///
/// Source: E. Dijkstra, "Algol 60 translation" (1961), the shunting yard.
struct FormulaParser {
  /// An operator whose right side is not complete.
  struct Pending {
    enum Kind { case infix(String), prefix(Prefix) }
    enum Prefix { case minus, plus, root, sum }

    var kind: Kind
    var strength: Int
    var mark: Range<Int>
  }

  /// A bracket that is not closed.
  struct Frame {
    enum Kind {
      case round, norm, bar
      case call(String, primes: Int, name: Range<Int>)
      case matrix
      /// `sum(i in 1..m, …)` and `prod(i in 1..m, …)` behind their counters.
      case counted([Syntax.Counter], isProduct: Bool, name: Range<Int>)
    }

    var kind: Kind
    var mark: Range<Int>
    /// How many operators and operands stood before it.
    var operators: Int
    var operands: Int
    /// Arguments of a call; entries of a matrix's row.
    var items: [Syntax] = []
    var rows: [Syntax] = []
  }

  /// How strongly operators bind.
  enum Strength {
    static let range = 0
    static let sum = 1
    static let summation = 2
    static let product = 3
    static let minus = 4
    static let power = 5
    /// A sign in an exponent, a root.
    static let tight = 6
  }

  let source: SourceText
  let tokens: [Token]
  let end: Int
  var index = 0
  var operators: [Pending] = []
  var operands: [Syntax] = []
  var frames: [Frame] = []
  /// Whether an operand must come next.
  var isOpen = true

  init(_ source: SourceText, _ tokens: [Token], end: Int) {
    self.source = source
    self.tokens = tokens
    self.end = end
  }

  /// All words as one formula.
  mutating func formula() throws(Diagnostic) -> Syntax {
    guard !tokens.isEmpty else {
      throw Diagnostic(
        .syntax, "a formula is missing", at: source.location(end..<end), hint: "write one here")
    }
    while index < tokens.count {
      if isOpen { try operand(tokens[index]) } else { try afterOperand(tokens[index]) }
    }
    if let frame = frames.last { throw unclosed(frame) }
    if isOpen { throw incomplete() }
    try reduce(to: 0, stronger: 0)
    return operands[0]
  }

  // MARK: Where an operand must come

  private mutating func operand(_ token: Token) throws(Diagnostic) {
    switch token.kind {
    case .number(let value): try push(Syntax(.number(value), range: token.range))
    case .name(let name): try self.name(name, token)
    case .open("("): try open(.round, token)
    case .open("["): try open(.matrix, token)
    case .norm: try open(.norm, token)
    case .bar: try open(.bar, token)
    case .infix("-"): prefix(.minus, token)
    case .infix("+"): prefix(.plus, token)
    case .root: prefix(.root, token)
    case .summation: prefix(.sum, token)
    case .symbol(":") where isWholeRange: try push(Syntax(.name(":"), range: token.range))
    case .close(")") where isEmptyCall: try close(token)
    case .close("]") where isAfterRow, .semicolon where isAfterRow: try afterOperand(token)
    default: throw misplaced(token)
    }
  }

  private mutating func name(_ name: String, _ token: Token) throws(Diagnostic) {
    var after = index + 1
    while after < tokens.count, tokens[after].kind == .transpose, !tokens[after].isSpaced {
      after += 1
    }
    let primes = after - index - 1
    guard after < tokens.count, tokens[after].kind == .open("("), isCall(tokens[after], primes)
    else { return try push(Syntax(.name(name), range: token.range)) }
    let mark = token.range.lowerBound..<tokens[after - 1].range.upperBound
    index = after
    if primes == 0, name == "sum" || name == "prod", isCounter(after + 1) {
      return try openCounted(isProduct: name == "prod", mark)
    }
    try open(.call(name, primes: primes, name: mark), tokens[after])
  }

  /// Whether the bracket after a name opens its arguments.
  private func isCall(_ bracket: Token, _ primes: Int) -> Bool {
    !bracket.isSpaced || primes == 0 && !isInMatrix
  }

  private mutating func prefix(_ kind: Pending.Prefix, _ token: Token) {
    let isTight = operators.last.map { $0.strength >= Strength.power } ?? false
    let isInExponent = isTight && operators.count > (frames.last?.operators ?? 0)
    let strength =
      switch kind {
      case .minus, .plus: isInExponent ? Strength.tight : Strength.minus
      case .root: Strength.tight
      case .sum: Strength.summation
      }
    operators.append(Pending(kind: .prefix(kind), strength: strength, mark: token.range))
    index += 1
  }

  private mutating func push(_ node: Syntax) throws(Diagnostic) {
    operands.append(try checked(node))
    isOpen = false
    index += 1
  }

  mutating func open(_ kind: Frame.Kind, _ token: Token) throws(Diagnostic) {
    guard frames.count < Syntax.maximalDepth else { throw tooDeep(token.range) }
    frames.append(
      Frame(
        kind: kind, mark: token.range, operators: operators.count, operands: operands.count))
    isOpen = true
    index += 1
  }

  // MARK: Where an operand has ended

  private mutating func afterOperand(_ token: Token) throws(Diagnostic) {
    if isInMatrix, try separate(token) { return }
    switch token.kind {
    case .infix(let sign): try infix(sign, token.range)
    case .transpose: try postfix(.transpose, [], token)
    case .superscript(let power):
      try postfix(
        .power, [Syntax(.number(Rational(power)), range: token.range)], token)
    case .close: try close(token)
    case .norm where isInside(.norm), .bar where isInside(.bar): try close(token)
    case .comma: try comma(token)
    case .semicolon where isInMatrix: try endRow(token)
    case .name, .open("("): try implicitProduct(token)
    case .symbol("\\"): try infix("\\", token.range)
    case .symbol(":") where isInCall: try infix(":", token.range)
    case .number, .open, .norm, .bar, .root, .summation: throw missingOperator(token)
    default: throw misplaced(token)
    }
  }

  private mutating func infix(_ sign: String, _ mark: Range<Int>) throws(Diagnostic) {
    let strength =
      switch sign {
      case ":": Strength.range
      case "+", "-": Strength.sum
      case "^", ".^": Strength.power
      default: Strength.product
      }
    try reduce(to: frames.last?.operators ?? 0, stronger: strength)
    operators.append(Pending(kind: .infix(sign), strength: strength, mark: mark))
    isOpen = true
    index += 1
  }

  private mutating func postfix(
    _ kind: Syntax.Kind, _ more: [Syntax], _ token: Token
  ) throws(Diagnostic) {
    try reduce(to: frames.last?.operators ?? 0, stronger: Strength.power)
    let operand = operands.removeLast()
    let range = operand.range.lowerBound..<token.range.upperBound
    operands.append(try checked(Syntax(kind, [operand] + more, range: range, mark: token.range)))
    index += 1
  }

  /// `2z` and `2(z)`.
  private mutating func implicitProduct(_ token: Token) throws(Diagnostic) {
    let before = tokens[index - 1]
    guard case .number = before.kind else { throw missingOperator(token) }
    if operators.count > (frames.last?.operators ?? 0), let last = operators.last,
      case .infix(let sign) = last.kind, ["/", "./", "^", ".^"].contains(sign)
    {
      throw ambiguous(sign, before, token)
    }
    try infix("*", token.range.lowerBound..<token.range.lowerBound)
    index -= 1
  }
}
