package import Diagnostics
package import MatrixCalculus

/// Gives a formula its meaning: names become variables, operators become operations on shapes that
/// fit, and constants written without a size (`I`, `ones`) take the size that fits.
///
/// Products group from the left. A column is spread over the columns of a matrix it is added to or
/// multiplied with entry by entry, a row over the rows, a `1×1` result counts as a scalar.
package struct Elaborator {
  /// A formula with its meaning.
  package struct Result: Hashable, Sendable {
    package var expression: Expression
    /// The shape of every part, by its stretch of the author's text (UTF-8 offsets).
    package let shapes: [Range<Int>: Shape]
    /// What its rows, its columns and the rest run over, where it is about single entries.
    package let axes: [IndexAxis]
    /// Which of several readings was taken, in words.
    package var readings: [String] = []
    /// How single rows and columns of matrices were read.
    package var items: [ItemKey: ItemReading] = [:]
  }

  /// What stands for a quantity the language itself does not know: a derivative, a layer's delta.
  /// Gives nil for what it does not know either.
  package typealias Quantity = (Syntax) throws(Diagnostic) -> Expression?
  /// The gradient of a `1×1` expression by the variable or definition that a formula names; nil where it
  /// names none.
  package typealias Slope = (Expression, Syntax) throws(Diagnostic) -> Expression?

  /// How deep the graph of an expression may get, definitions and functions written out.
  package static let maximalDepth = 4000
  /// How many parts may be elaborated for one formula, functions written out.
  static let maximalParts = 200_000
  /// How many calls of the page's own functions may be nested.
  static let maximalCalls = 32

  let scope: Scope
  let source: SourceText
  let dialect: Dialect
  let quantity: Quantity
  let slope: Slope
  /// How single rows and columns were read above on the page: what settles a formula that leaves it open.
  let items: [ItemKey: ItemReading]

  /// - Parameters:
  ///   - scope: what names mean.
  ///   - source: the text the formulas were read from, for places and for quoting.
  ///   - dialect: the notation it is in.
  ///   - quantity: what derivatives and quantities of layers stand for.
  ///   - slope: how derivatives by single entries are taken.
  ///   - items: how single rows and columns were read above.
  package init(
    _ scope: Scope, _ source: SourceText, dialect: Dialect = .text,
    quantity: @escaping Quantity = { (_) throws(Diagnostic) in nil },
    slope: @escaping Slope = { (_, _) throws(Diagnostic) in nil },
    items: [ItemKey: ItemReading] = [:]
  ) {
    self.scope = scope
    self.source = source
    self.dialect = dialect
    self.quantity = quantity
    self.slope = slope
    self.items = items
  }

  /// The meaning of a formula.
  ///
  /// - Parameter expected: the shape it should have, used only to settle the size of constants written
  ///   without one; a formula of another shape is given as it is.
  /// - Throws: `unknown-name`, `unknown-function`, `shape-mismatch` or `unsupported` at the first part
  ///   that has no meaning; `too-deep` or `too-large` at the bounds.
  /// - Complexity: O(n) for n parts of the formula, those of called functions counted at each call with
  ///   new arguments.
  package func elaborate(
    _ syntax: Syntax, expecting expected: Shape? = nil
  ) throws(Diagnostic) -> Result {
    try reading(of: syntax) { (pass) throws(Diagnostic) in
      var operand = try pass.run(syntax)
      if let expected { _ = pass.unknowns.unify(operand.shape, expected) }
      pass.settle(&operand)
      if operand.isPending { throw pass.undetermined(operand.expression) }
      return Result(expression: operand.expression, shapes: pass.settledShapes, axes: [])
    } fits: {
      expected == nil || $0.expression.shape == expected
    }
  }

  /// The meaning of a text in a scope, in one go.
  package static func expression(
    _ source: SourceText, in scope: Scope
  ) throws(Diagnostic) -> Expression {
    try Elaborator(scope, source).elaborate(TextReader.read(source)).expression
  }

  /// Looks at a function at its definition, so that a mistake in it is reported there and not at its
  /// first call. What only its arguments can settle, such as shapes, is left to the calls.
  package static func check(
    _ function: Scope.UserFunction, in scope: Scope
  ) throws(Diagnostic) {
    var pass = Elaboration(Elaborator(scope, function.source, dialect: function.dialect))
    do throws(Diagnostic) {
      _ = try pass.entrywise(function)
    } catch {
      if error.code != .shapeMismatch { throw error }
    }
  }
}

/// A part of a formula that has its meaning.
struct Operand {
  var expression: Expression
  /// The part's stretch of the author's text.
  var range: Range<Int>
  /// Whether it holds constants whose size is not settled.
  var isPending: Bool
  /// How many sizes had been settled when it was last brought up to date.
  var age: Int

  var shape: Shape { expression.shape }
}

/// One run of the elaborator.
struct Elaboration {
  let elaborator: Elaborator
  /// The arguments of the function whose body is elaborated, by parameter.
  let parameters: [String: Operand]
  /// How many calls of the page's functions this run stands in.
  let level: Int
  var shared = Shared()
  private var shapes: [Range<Int>: Shape] = [:]

  /// What a run has in common with the runs over the bodies of functions it calls.
  struct Shared {
    var unknowns = Unknowns()
    /// How many parts were elaborated.
    var parts = 0
    var calls: [CallKey: Operand] = [:]
    /// The page's functions that act on every entry, by name; nil for those that do not.
    var entrywise: [String: Function?] = [:]
    /// The sizes of the axes of formulas about single entries.
    var axes: [Dimension] = []
    /// The first place of an axis of which a letter runs over a part, or stands for its number.
    var starts: [Int: Dimension] = [:]
    /// What a sign of multiplication between matrices of one shape means where they have no product.
    var dot = DotReading.product
    /// Whether there is such a sign.
    var hasOpenDot = false
    /// Whether `\otimes` between columns makes the matrix of their products, and whether there is one.
    var takesOuterProducts = false
    var hasColumnsToMultiply = false
    /// How single rows and columns of matrices are read.
    var items: [ItemKey: ItemReading] = [:]
  }

  var unknowns: Unknowns {
    get { shared.unknowns }
    _modify { yield &shared.unknowns }
  }
  var scope: Scope { elaborator.scope }
  var source: SourceText { elaborator.source }

  init(_ elaborator: Elaborator, parameters: [String: Operand] = [:], level: Int = 0) {
    self.elaborator = elaborator
    self.parameters = parameters
    self.level = level
  }

  /// Elaborates operands before what uses them, with a stack of its own.
  mutating func run(_ root: Syntax) throws(Diagnostic) -> Operand {
    var stack: [(node: Syntax, parts: [Syntax], next: Int)] = [(root, partsToElaborate(root), 0)]
    var done: [Operand] = []
    while let (node, parts, next) = stack.last {
      if next < parts.count {
        stack[stack.count - 1].next += 1
        stack.append((parts[next], partsToElaborate(parts[next]), 0))
      } else {
        stack.removeLast()
        let operands = Array(done.suffix(parts.count))
        done.removeLast(parts.count)
        done.append(try part(node, operands))
      }
    }
    return done[0]
  }

  /// The children that have a value of their own: not the sizes in `eye(n)`, not the axis in `sum(X, 1)`.
  private func partsToElaborate(_ node: Syntax) -> [Syntax] {
    switch node.kind {
    case .number, .name, .derivative, .layer, .indexed: []
    case .matrix: node.children.flatMap(\.children)
    case .call(let name, _): callParts(name, node)
    case .evaluation:
      [node.children[0]] + stride(from: 2, to: node.children.count, by: 2).map { node.children[$0] }
    case .power where isEuler(node.children[0]): [node.children[1]]
    default: node.children
    }
  }

  /// Whether a part is Euler's number, as the base of a power.
  func isEuler(_ node: Syntax) -> Bool {
    node.kind == .name("e") && parameters["e"] == nil && !scope.knows("e")
  }

  private mutating func part(_ node: Syntax, _ operands: [Operand]) throws(Diagnostic) -> Operand {
    shared.parts += 1
    if shared.parts > Elaborator.maximalParts {
      throw Diagnostic(
        .tooLarge, "the formula is too large with its functions written out", at: place(node.range),
        hint: "split it by definitions")
    }
    var current = operands
    for index in current.indices { settle(&current[index]) }
    var operand = try meaning(node, current)
    operand.range = node.range
    if operand.expression.depth > Elaborator.maximalDepth {
      throw Diagnostic(
        .tooDeep, "the formula is nested too deeply with its definitions written out",
        at: place(node.range), hint: "declare a variable for an inner part")
    }
    if level == 0 { shapes[node.range] = operand.shape }
    return operand
  }

  private mutating func meaning(
    _ node: Syntax, _ operands: [Operand]
  ) throws(Diagnostic) -> Operand {
    switch node.kind {
    case .number(let value): return operand(.number(value), node)
    case .name(let name): return try named(name, node)
    case .call(let name, let primes): return try call(name, primes, node, operands)
    case .negate: return negated(operands[0])
    case .add: return try sum(operands, node)
    case .subtract: return try sum([operands[0], negated(operands[1])], node)
    case .multiply, .juxtapose: return try product(operands, node)
    case .divide:
      return try quotient(operands[0], sizeMeant(by: node.children[1]) ?? operands[1], node)
    case .entrywiseMultiply: return try entrywiseProduct(operands, node)
    case .entrywiseDivide: return try entrywiseQuotient(operands[0], operands[1], node)
    case .power:
      return isEuler(node.children[0])
        ? try exponential(operands[0], node) : try power(operands[0], operands[1], node)
    case .entrywisePower: return try entrywisePower(operands[0], operands[1], node)
    case .transpose: return try transposed(operands[0], node)
    case .brackets: return operands[0]
    case .matrix, .row: return try blocks(operands, node)
    case .derivative where node.children.last?.isEntry == true: return try closed(node)
    case .derivative, .layer: return try layerOrDerivative(node)
    case .indexed: return try closed(node)
    case .evaluation: return try evaluated(operands, node)
    }
  }

  private func layerOrDerivative(_ node: Syntax) throws(Diagnostic) -> Operand {
    if let expression = try elaborator.quantity(node) { return operand(expression, node) }
    throw Diagnostic(
      .unsupported, "\(quoted(node.range)) has no meaning here", at: place(node.range),
      hint: "give the formula it stands for")
  }

  // MARK: Shapes

  /// All shapes with what is settled by now.
  var settledShapes: [Range<Int>: Shape] {
    shapes.mapValues { unknowns.settled($0) }
  }

  /// Brings an operand up to date with what was settled since.
  mutating func settle(_ operand: inout Operand) {
    guard operand.isPending, operand.age != unknowns.age else { return }
    operand.expression = unknowns.settled(operand.expression)
    operand.isPending = Unknowns.occur(in: operand.expression)
    operand.age = unknowns.age
  }

  func operand(_ expression: Expression, _ node: Syntax) -> Operand {
    Operand(expression: expression, range: node.range, isPending: false, age: unknowns.age)
  }

  /// What is made from operands; as old as the oldest of them that still has something to settle.
  func made(_ expression: Expression, from operands: [Operand], _ range: Range<Int>) -> Operand {
    let pending = operands.filter(\.isPending)
    return Operand(
      expression: expression, range: range, isPending: !pending.isEmpty,
      age: pending.reduce(unknowns.age) { min($0, $1.age) })
  }

  // MARK: Places

  func place(_ range: Range<Int>) -> SourceLocation { source.location(range) }

  /// The author's text, shortened to what a message can hold.
  func quoted(_ range: Range<Int>) -> String { source.excerpt(range) }

  /// The error for a constant whose size nothing settles.
  func undetermined(_ expression: Expression) -> Diagnostic {
    guard let origin = unknowns.firstOrigin(in: expression) else {
      return Diagnostic(.shapeMismatch, "a size is not determined", at: nil)
    }
    return Diagnostic(
      .shapeMismatch, "the size of \(origin.text) is not determined by what stands beside it",
      at: origin.location, hint: "write \(origin.hint)")
  }
}

extension SourceText {
  /// The text of a stretch on one line, with its middle left out where it is longer than 40 characters.
  package func excerpt(_ range: Range<Int>) -> String {
    let words = slice(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count <= 40 ? words : "\(words.prefix(20)) … \(words.suffix(16))"
  }

  /// The text of a stretch, clamped to the text.
  package func slice(_ range: Range<Int>) -> String {
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: max(0, min(range.lowerBound, bytes.count)))
    let end = bytes.index(bytes.startIndex, offsetBy: max(0, min(range.upperBound, bytes.count)))
    return start <= end ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
  }
}
