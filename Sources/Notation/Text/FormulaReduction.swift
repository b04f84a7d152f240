import Diagnostics
import MatrixCalculus

extension FormulaParser {
  /// Completes operators above a height of the stack that bind at least as strongly as given.
  mutating func reduce(to height: Int, stronger strength: Int) throws(Diagnostic) {
    while operators.count > height, let last = operators.last, last.strength >= strength {
      operators.removeLast()
      switch last.kind {
      case .infix(let sign): try completeInfix(sign, last.mark)
      case .prefix(let kind): try completePrefix(kind, last.mark)
      }
    }
  }

  private mutating func completePrefix(
    _ kind: Pending.Prefix, _ mark: Range<Int>
  ) throws(Diagnostic) {
    let operand = operands.removeLast()
    let range = mark.lowerBound..<operand.range.upperBound
    let node =
      switch kind {
      case .plus: operand
      case .minus: Syntax(.negate, [operand], range: range, mark: mark)
      case .root: Syntax(.call("sqrt", primes: 0), [operand], range: range, mark: mark)
      case .sum: Syntax(.call("sum", primes: 0), [operand], range: range, mark: mark)
      }
    operands.append(try checked(node))
  }

  private mutating func completeInfix(_ sign: String, _ mark: Range<Int>) throws(Diagnostic) {
    var right = operands.removeLast()
    var left = operands.removeLast()
    if sign == "-" {
      let range = mark.lowerBound..<right.range.upperBound
      right = try checked(Syntax(.negate, [right], range: range, mark: mark))
    }
    FormulaParser.join(&left, right, sign, mark)
    operands.append(try checked(left))
  }

  /// Makes one node for an operator, or gives the chain it continues one more child.
  private static func join(
    _ left: inout Syntax, _ right: Syntax, _ sign: String, _ mark: Range<Int>
  ) {
    let kind: Syntax.Kind =
      switch sign {
      case "+", "-": .add
      case "*": .multiply
      case "/": .divide
      case ".*": .entrywiseMultiply
      case "./": .entrywiseDivide
      case "^": .power
      case "\\": .call("solve", primes: 0)
      case ":": .call(":", primes: 0)
      default: .entrywisePower
      }
    let isChain = kind == .add || kind == .multiply || kind == .entrywiseMultiply
    if isChain, left.kind == kind {
      left.append(right, mark: mark)
    } else {
      let range = left.range.lowerBound..<right.range.upperBound
      left = Syntax(kind, [left, right], range: range, mark: mark)
    }
  }

  func checked(_ node: Syntax) throws(Diagnostic) -> Syntax {
    if node.depth > Syntax.maximalDepth { throw tooDeep(node.mark ?? node.range) }
    return node
  }

  // MARK: Brackets

  /// Ends the innermost bracket.
  mutating func close(_ token: Token) throws(Diagnostic) {
    guard let frame = frames.last, frame.closes(with: token.kind) else {
      throw unopened(token)
    }
    if !isOpen { try endItem() }
    let closed = frames.removeLast()
    let range = closed.start..<token.range.upperBound
    operands.append(try checked(closed.node(range)))
    isOpen = false
    index += 1
    if case .norm = closed.kind { try normIndex() }
  }

  /// Takes the complete formula off the stack into the innermost bracket.
  private mutating func endItem() throws(Diagnostic) {
    let last = frames.count - 1
    try reduce(to: frames[last].operators, stronger: 0)
    frames[last].items.append(operands.removeLast())
  }

  mutating func comma(_ token: Token) throws(Diagnostic) {
    guard let frame = frames.last, frame.isList else { throw misplaced(token) }
    try endItem()
    isOpen = true
    index += 1
  }

  mutating func endRow(_ token: Token) throws(Diagnostic) {
    if !isOpen { try endItem() }
    let last = frames.count - 1
    frames[last].endRow()
    isOpen = true
    index += 1
  }

  /// Within `[…]` blanks and line ends separate entries and rows; gives whether they did.
  mutating func separate(_ token: Token) throws(Diagnostic) -> Bool {
    let last = frames.count - 1
    if token.isOnNewLine, !token.kind.endsMatrix {
      try endItem()
      frames[last].endRow()
      isOpen = true
      return true
    }
    guard token.isSpaced, startsEntry(token) else { return false }
    try endItem()
    isOpen = true
    return true
  }

  /// Whether a word after blanks begins an entry: `[1 -2]` has two, `[1 - 2]` one.
  private func startsEntry(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .name, .open, .root, .summation: return true
    case .infix("-"), .infix("+"): return index + 1 < tokens.count && !tokens[index + 1].isSpaced
    default: return false
    }
  }

  /// `‖x‖₁`, `‖x‖₂`, `‖x‖_F`.
  private mutating func normIndex() throws(Diagnostic) {
    guard index < tokens.count, case .subscripted(let which) = tokens[index].kind else { return }
    let token = tokens[index]
    guard ["1", "2", "F"].contains(which) else {
      throw Diagnostic(
        .unsupported, "the norm with index \(which) is not supported",
        at: source.location(token.range), hint: "write ‖x‖₂ or ‖x‖₁")
    }
    var norm = operands.removeLast()
    norm.kind = .call(which == "1" ? "norm1" : "norm2", primes: 0)
    norm.range = norm.range.lowerBound..<token.range.upperBound
    operands.append(norm)
    index += 1
  }

  // MARK: Where we are

  var isInMatrix: Bool { if case .matrix = frames.last?.kind { true } else { false } }

  /// Whether a call has no argument so far and nothing begun.
  var isEmptyCall: Bool {
    guard let frame = frames.last, case .call = frame.kind else { return false }
    return frame.items.isEmpty && operators.count == frame.operators
  }

  /// Whether a matrix may end here, after a `;`.
  var isAfterRow: Bool {
    guard let frame = frames.last, case .matrix = frame.kind else { return false }
    return !frame.rows.isEmpty && frame.items.isEmpty && operators.count == frame.operators
  }

  /// Whether arguments of a call are read, where a colon makes ranges.
  var isInCall: Bool {
    if case .call = frames.last?.kind { true } else { false }
  }

  /// Whether a colon stands by itself for all places: in `A(:, j)`.
  var isWholeRange: Bool {
    guard isInCall, index + 1 < tokens.count, operators.count == frames.last?.operators else {
      return false
    }
    return tokens[index + 1].kind == .comma || tokens[index + 1].kind == .close(")")
  }

  func isInside(_ kind: Token.Kind) -> Bool { frames.last?.closes(with: kind) ?? false }
}

extension FormulaParser.Frame {
  func closes(with token: Token.Kind) -> Bool {
    switch (kind, token) {
    case (.round, .close(")")), (.call, .close(")")), (.counted, .close(")")),
      (.matrix, .close("]")), (.norm, .norm),
      (.bar, .bar):
      true
    default: false
    }
  }

  /// Whether commas separate what is inside.
  var isList: Bool {
    switch kind {
    case .call, .matrix: true
    case .round, .norm, .bar, .counted: false
    }
  }

  /// Where the node begins: at the name of a called function.
  var start: Int {
    switch kind {
    case .call(_, _, let name), .counted(_, _, let name): name.lowerBound
    case .round, .norm, .bar, .matrix: mark.lowerBound
    }
  }

  mutating func endRow() {
    guard let first = items.first, let last = items.last else { return }
    let range = first.range.lowerBound..<last.range.upperBound
    rows.append(Syntax(.row, items, range: range))
    items = []
  }

  /// The node of the closed bracket.
  func node(_ range: Range<Int>) -> Syntax {
    switch kind {
    case .round: return Syntax(.brackets, items, range: range)
    case .norm: return Syntax(.call("norm2", primes: 0), items, range: range, mark: mark)
    case .bar: return Syntax(.call("abs", primes: 0), items, range: range, mark: mark)
    case .call(let name, let primes, let nameRange):
      return Syntax(.call(name, primes: primes), items, range: range, mark: nameRange)
    case .counted(let counters, let isProduct, let nameRange):
      let letters = Set(counters.map(\.letter))
      let counters = counters.map { $0.conditioned(by: letters) }
      return Syntax(
        .indexed(isProduct ? .product(counters) : .sum(counters)),
        items.map { $0.withEntries(of: letters) }, range: range, mark: nameRange)
    case .matrix:
      var whole = self
      whole.endRow()
      return Syntax(.matrix, whole.rows, range: range)
    }
  }
}

extension Token.Kind {
  /// Whether a line end before it does not begin a row of a matrix.
  var endsMatrix: Bool { self == .close("]") || self == .semicolon || self == .comma }
}
