import Diagnostics
import MatrixCalculus
import Notation

/// Reads off a formula which shapes have to be equal, for names whose shapes are not known.
struct ShapeReader {
  typealias Shape = ShapeSystem.Shape

  /// What does not fit, and where.
  struct Misfit: Error {
    var what: String
    var range: Range<Int>
  }

  var system: ShapeSystem
  /// The names that say how far sums go.
  private let sizes: Set<String>
  /// How far the letters of the sums around go, where a name says so.
  private var letters: [String: ShapeSystem.Size] = [:]
  /// The shapes of the names, as far as they are settled.
  var shapes: [String: Shape]
  /// Sides of a product that is no product of numbers, sums and the like: what the page says of names.
  private(set) var isSettled: Set<String> = []
  /// Names of numbers that are added to columns or matrices.
  private(set) var spread: Set<String> = []
  /// Names of matrices that have to be square by what is done to them.
  private(set) var squared: Set<String> = []
  /// Names that must be positive, and square ones that must have an inverse.
  private(set) var positive: Set<String> = []
  private(set) var invertible: Set<String> = []

  init(_ system: ShapeSystem, _ shapes: [String: Shape], sizes: Set<String>) {
    self.sizes = sizes
    self.system = system
    self.shapes = shapes
  }

  /// The shape of a formula.
  mutating func shape(_ node: Syntax) throws(Misfit) -> Shape {
    let parts = node.children
    switch node.kind {
    case .number: return .scalar
    case .name(let name): return shape(of: name)
    case .negate, .brackets: return try shape(parts[0])
    case .transpose: return try shape(parts[0]).transposed
    case .add, .subtract, .entrywiseMultiply, .entrywiseDivide: return try alike(parts, node)
    case .multiply, .juxtapose: return try product(parts, node)
    case .divide: return try quotient(parts[0], parts[1], node)
    case .power: return try power(parts[0], parts[1], node)
    case .entrywisePower:
      _ = try shape(parts[1])
      return try shape(parts[0])
    case .call(let name, _): return try call(name, parts, node)
    case .derivative(let kind): return try derivative(kind, parts)
    case .indexed(.sum(let counters)), .indexed(.product(let counters)):
      return try counted(counters, parts[0])
    case .indexed(.entry(let places, _)): return try entry(places, of: parts[0], node)
    case .indexed(.kronecker): return .scalar
    default:
      for part in parts { _ = try shape(part) }
      return anything()
    }
  }

  /// Makes two formulas have one shape.
  mutating func equate(_ left: Syntax, _ right: Syntax) throws(Misfit) {
    let shape = try shape(left)
    try equate(shape, right)
  }

  mutating func equate(_ shape: Shape, _ right: Syntax) throws(Misfit) {
    let other = try self.shape(right)
    note(right)
    if system.unify(shape, other) { return }
    // A number stands for a matrix full of it, as in `= 0`.
    if case .number = right.kind { return }
    throw Misfit(what: "both sides", range: right.range)
  }

  mutating func anything() -> Shape { Shape(rows: system.open(), columns: system.open()) }

  private mutating func shape(of name: String) -> Shape {
    if let shape = shapes[name] { return shape }
    let shape = anything()
    shapes[name] = shape
    return shape
  }

  /// Remembers that an equation speaks of these names.
  private mutating func note(_ node: Syntax) {
    if case .name(let name) = node.kind { isSettled.insert(name) }
    for part in node.children { note(part) }
  }

  // MARK: Entries

  private mutating func counted(
    _ counters: [Syntax.Counter], _ body: Syntax
  ) throws(Misfit) -> Shape {
    let outer = letters
    defer { letters = outer }
    for counter in counters {
      letters[counter.letter] = counter.bounds.last?.plainName.flatMap { name in
        sizes.contains(name) ? system.large(name) : nil
      }
    }
    return try shape(body)
  }

  /// An entry has the places that the letters of sums run over; one letter alone may name a row or a column of
  /// a matrix.
  private mutating func entry(
    _ places: [Syntax.Place], of base: Syntax, _ node: Syntax
  ) throws(Misfit) -> Shape {
    let whole = try shape(base)
    if places.count == 1, !system.isOne(whole.columns) { return anything() }
    for (place, size) in zip(places, [whole.rows, whole.columns]) {
      guard case .letter(let letter) = place, let end = letters[letter] else { continue }
      guard system.unify(size, end) else { throw Misfit(what: "the entry", range: node.range) }
      note(base)
    }
    return places.contains(.all) ? anything() : .scalar
  }

  // MARK: Operations

  /// Terms and entrywise factors have one shape; numbers, and columns beside matrices, are spread.
  private mutating func alike(_ parts: [Syntax], _ node: Syntax) throws(Misfit) -> Shape {
    var result: Shape?
    for part in parts {
      let next = try shape(part)
      guard let known = result else {
        result = next
        continue
      }
      if system.isScalar(next), system.isScalar(known) { continue }
      if system.isScalar(next) || system.isScalar(known) {
        if node.kind == .add || node.kind == .subtract {
          spread.formUnion(parts.compactMap(\.termName))
        }
        if system.isScalar(known) { result = next }
        continue
      } else if !system.unify(known, next) {
        result = try spread(known, next, part)
      }
      note(part)
    }
    return result ?? .scalar
  }

  private mutating func spread(
    _ known: Shape, _ next: Shape, _ node: Syntax
  ) throws(Misfit) -> Shape {
    if system.isOne(next.columns), system.unify(known.rows, next.rows) { return known }
    if system.isOne(known.columns), system.unify(known.rows, next.rows) { return next }
    throw Misfit(what: "the sum", range: node.range)
  }

  private mutating func product(_ parts: [Syntax], _ node: Syntax) throws(Misfit) -> Shape {
    var result = Shape.scalar
    for part in parts {
      let next = try shape(part)
      if system.isScalar(next) { continue }
      if system.isScalar(result) {
        result = next
        continue
      }
      guard system.unify(result.columns, next.rows) else {
        throw Misfit(what: "the product", range: part.range)
      }
      note(part)
      result = Shape(rows: result.rows, columns: next.columns)
    }
    return result
  }

  /// A divisor is a number, or entry by entry of the shape of what it divides.
  private mutating func quotient(
    _ top: Syntax, _ bottom: Syntax, _ node: Syntax
  ) throws(Misfit) -> Shape {
    let above = try shape(top)
    let below = try shape(bottom)
    for factor in bottom.factors { markPositive(factor) }
    if system.isScalar(below) { return above }
    if system.isScalar(above) { return below }
    guard system.unify(above, below) else {
      throw Misfit(what: "the quotient", range: node.range)
    }
    return above
  }

  private mutating func power(
    _ base: Syntax, _ exponent: Syntax, _ node: Syntax
  ) throws(Misfit) -> Shape {
    let shape = try shape(base)
    let isInverse = exponent.isMinusOne
    if isInverse, !system.isScalar(shape) { try square(shape, base) }
    if isInverse, case .name(let name) = base.kind, !system.isScalar(shape) {
      invertible.insert(name)
    }
    if exponent.kind == .divide || exponent.kind == .negate { markPositive(base) }
    _ = try self.shape(exponent)
    return shape
  }

  private mutating func square(_ shape: Shape, _ node: Syntax) throws(Misfit) {
    guard system.unify(shape.rows, shape.columns) else {
      throw Misfit(what: "a square matrix", range: node.range)
    }
    note(node)
    squared.formUnion(node.nameTexts)
  }

  /// The matrices whose sizes have become equal.
  var squares: Set<String> {
    Set(
      shapes.filter { _, shape in
        !system.isOne(shape.rows) && system.find(shape.rows) == system.find(shape.columns)
      }.keys)
  }

  private mutating func markPositive(_ node: Syntax) {
    if case .name(let name) = node.kind { positive.insert(name) }
  }

  // MARK: Functions

  private mutating func call(
    _ name: String, _ parts: [Syntax], _ node: Syntax
  ) throws(Misfit) -> Shape {
    var inner: [Shape] = []
    for part in parts { inner.append(try shape(part)) }
    guard let first = inner.first else {
      return name == "eye" ? square() : name == "ones" ? column() : anything()
    }
    switch name {
    case "tr", "det", "logdet":
      try square(first, parts[0])
      return .scalar
    case "inv":
      try square(first, parts[0])
      return first
    case "bars": return system.isOne(first.columns) ? first : .scalar
    case "sum" where parts.count == 1: return .scalar
    case "log", "sqrt":
      markPositive(parts[0])
      return first
    case "norm", "norm1", "norm2", "norminf", "logsumexp", "mean", "max", "min", "inner",
      "crossentropy", "kl":
      return .scalar
    case "diag", "vec", "kron", "reshape", "beside", "above", "horzcat", "vertcat", "pinv", "cov":
      return anything()
    case "exponential", "softmax", "logsoftmax": return first
    default: return Function.named(name) != nil || parts.count == 1 ? first : anything()
    }
  }

  private mutating func square() -> Shape {
    let size = system.open()
    return Shape(rows: size, columns: size)
  }

  private mutating func column() -> Shape { Shape(rows: system.open(), columns: .one) }

  /// The gradient of a number has the shape of what it is taken by.
  private mutating func derivative(
    _ kind: Syntax.Derivative, _ parts: [Syntax]
  ) throws(Misfit) -> Shape {
    // What nothing defines stands for some number, as a loss that is given elsewhere.
    if kind == .gradient, parts.count == 2, case .name(let name) = parts[0].kind,
      shapes[name] == nil
    {
      note(parts[1])
      return try shape(parts[1])
    }
    let of = try shape(parts[0])
    switch kind {
    case .differential: return of
    case .gradient where parts.count == 2:
      let by = try shape(parts[1])
      note(parts[1])
      return system.isScalar(of) ? by : anything()
    case .hessian where parts.count == 2:
      let by = try shape(parts[1])
      return system.isOne(by.columns) ? Shape(rows: by.rows, columns: by.rows) : anything()
    case .gradient, .jacobian, .hessian: return anything()
    }
  }
}

extension Syntax {
  /// The name of a term that is nothing else, with or without a sign.
  fileprivate var termName: String? {
    switch kind {
    case .name(let name): name
    case .negate: children[0].termName
    default: nil
    }
  }

  /// The factors of a product, or the formula itself.
  fileprivate var factors: [Syntax] {
    switch kind {
    case .multiply, .juxtapose: children
    default: [self]
    }
  }

  fileprivate var isMinusOne: Bool {
    switch kind {
    case .negate: children[0].kind == .number(.one)
    case .number(let value): value == .minusOne
    case .brackets: children[0].isMinusOne
    default: false
    }
  }
}
