import MatrixCalculus
import Notation

/// The forms that conditions see through.
extension Expression {
  /// Without numbers in front, and without a sign: it vanishes where they do.
  var withoutSign: Expression {
    let a = isBrief ? simplified : self
    guard let factor = a.leadingNumber else { return a.isNegativeSum ? a.negated.simplified : a }
    return factor.rest.withoutSign
  }

  /// The same or its opposite, whichever is written without a sign.
  var withoutLeadingSign: Expression {
    let a = isBrief ? simplified : self
    return a.isNegativeSum || a.leadingNumber?.number.isNegative ?? false ? a.negated.simplified : a
  }

  /// Without positive numbers in front: it has the sign that they have.
  var signNormalized: Expression {
    let a = isBrief ? simplified : self
    guard let factor = a.leadingNumber, let size = factor.number.magnitude.reciprocal else {
      return a
    }
    return Expression.product([.number(size), a]).simplified
  }

  var leadingNumber: (number: Rational, rest: Expression)? {
    guard operation == .product, let number = operands[0].rational, operands.count > 1 else {
      return nil
    }
    let rest = Array(operands.dropFirst())
    return (number, rest.count == 1 ? rest[0] : .product(rest))
  }

  private var isNegativeSum: Bool {
    operation == .sum
      && operands.allSatisfy {
        $0.rational?.isNegative ?? $0.leadingNumber?.number.isNegative ?? false
      }
  }

  /// Whether it is a function of every entry that has the sign of its argument.
  var isOddFunction: Bool {
    guard case .apply(let function) = operation else { return false }
    return [.arcsin, .arctan, .erf, .sign, .sinh, .tanh].contains(function)
  }

  /// Whether it is never negative, and zero where its argument is and nowhere else.
  var isMagnitude: Bool {
    [.apply(.abs), .apply(.sqrt), .apply(.square)].contains(operation) || operation == .power
  }

  /// Whether it is a function of every entry that is zero where its argument is, and nowhere else.
  var vanishesWithArgument: Bool {
    guard case .apply(let function) = operation else { return false }
    let others: [Function] = [.abs, .elu, .gelu, .leakyRelu, .silu, .sqrt, .square]
    return isOddFunction || others.contains(function)
  }

  /// u where it is f(u), u′ or a power of u, zero where u is and nowhere else.
  var zeroArgument: Expression? {
    if operation == .power, let exponent = operands[1].rational {
      return exponent > .zero ? operands[0] : nil
    }
    return operation == .transpose || vanishesWithArgument ? operands[0] : nil
  }

  /// u where it is a positive multiple of 1 − u², entry by entry.
  var complementOfSquare: Expression? {
    guard isBrief else { return nil }
    let a = simplified
    guard a.operation == .sum, a.operands.count == 2,
      let place = a.operands.firstIndex(where: { $0.commonNumber != nil }),
      let whole = a.operands[place].commonNumber, whole > .zero,
      let square = a.operands[1 - place].leadingNumber, square.number.isNegative,
      square.rest.operation == .power, square.rest.operands[1].rational == Rational(2),
      let ratio = whole.reciprocal?.multiplied(by: square.number.magnitude)
    else { return nil }
    let scale = Expression.power(.number(ratio), .half).simplified
    guard scale.rational != nil else { return nil }
    return Expression.product([scale, square.rest.operands[0]]).simplified
  }

  /// The number that every entry is.
  private var commonNumber: Rational? {
    if operation == .ones { return .one }
    guard let factor = leadingNumber, factor.rest.operation == .ones else { return rational }
    return factor.number
  }

  /// The least whole number it can be, where it is made of sizes and whole numbers by sums and products.
  var leastWhole: Int? {
    switch operation {
    case .number(let value): return value.isInteger ? value.numerator : nil
    case .size(let size): return size.count ?? (size.name == nil ? nil : 1)
    case .sum:
      return operands.reduce(Int?.some(0)) { sum, term in
        sum.flatMap { s in term.leastWhole.flatMap { s.sum(with: $0) } }
      }
    case .product:
      let least = operands.map(\.leastWhole)
      guard least.allSatisfy({ ($0 ?? -1) >= 0 }) else { return nil }
      return least.reduce(Int?.some(1)) { product, factor in
        product.flatMap { p in factor.flatMap { p.product(with: $0) } }
      }
    default: return nil
    }
  }

  /// Whether its kink at zero vanishes in a power that is differentiated so often: ‖X‖² is a polynomial, |x|ᵏ
  /// and (x₊)ᵏ have k − 1 derivatives at zero by any formula.
  func isSmoothed(by exponent: Rational, _ order: Int) -> Bool {
    guard exponent > .one else { return false }
    let isEven = exponent.isInteger && exponent.numerator.isMultiple(of: 2)
    switch operation {
    case .apply(.leakyRelu): return exponent.isInteger && exponent > Rational(order)
    case .apply(let function) where [.abs, .relu].contains(function):
      return exponent > Rational(order)
    case .call(let function) where function.name == MatrixFunction.norm2.name:
      return exponent > Rational(order) || isEven
    case .power:
      return operands[1].rational == .half && operands[0].isSumOfSquares
        && (exponent > Rational(order) || isEven)
    default: return false
    }
  }

  /// Whether its factors are multiplied entry by entry.
  var isEntrywiseProduct: Bool {
    operation == .hadamard
      || operation == .product && shape.isScalar
        && operands.allSatisfy(\.shape.isScalar)
  }

  /// Whether its kink or its step at zero vanishes in a product with powers of the same argument that is
  /// differentiated so often: x |x| has one derivative at zero, and so has sign(x) |x|³ᐟ².
  func isSmoothed(beside factors: [Expression], _ order: Int) -> Bool {
    guard case .apply(let function) = operation else { return false }
    let isStep = [.sign, .step].contains(function)
    guard isStep || Self.hasOneKink(function) else { return false }
    let zeros = factors.filter { $0 != self }.map { $0.zeros(at: operands[0]) }
      .reduce(isStep ? Rational.zero : .one) { $0.adding($1) ?? $0 }
    return zeros > Rational(order)
  }

  private static func hasOneKink(_ function: Function) -> Bool {
    [.abs, .relu, .leakyRelu].contains(function)
  }

  private func isEqual(upToSign other: Expression) -> Bool {
    self == other || isBrief && other.isBrief && negated.simplified == other.simplified
  }

  /// How often it is zero where an argument is, as a power of its size.
  private func zeros(at u: Expression) -> Rational {
    if self == u { return .one }
    switch operation {
    case .power:
      guard let exponent = operands[1].rational, exponent > .zero,
        exponent.isInteger || operands[0] != u
      else { return .zero }
      return exponent.multiplied(by: operands[0].zeros(at: u)) ?? .zero
    case .apply(let function) where Self.hasOneKink(function):
      return operands[0].isEqual(upToSign: u) ? .one : .zero
    default: return .zero
    }
  }

  /// Whether it is a function of whole matrices that stands for a formula.
  var isAbbreviation: Bool {
    if case .call(let function) = operation { function.isTransparent } else { false }
  }

  /// The column of which it has all differences of two entries, x 1′ − 1 x′ up to a sign.
  var differences: Expression? {
    guard operation == .sum, operands.count == 2 else { return nil }
    let columns = operands.compactMap { term -> Expression? in
      guard term.operation == .product, let ones = term.operands.last, ones.operation == .ones,
        ones.shape.isRow
      else { return nil }
      return .product(Array(term.operands.dropLast()))
    }
    guard columns.count == 1, columns[0].shape.isColumn else { return nil }
    return columns[0].withoutSign
  }

  /// A product without an outer factor that has a property.
  func without(_ property: Properties) -> Expression? {
    guard operation == .product, operands.count < 16,
      operands.allSatisfy({ !$0.shape.isScalar })
    else { return nil }
    if operands[0].isKnown(property) == true { return .product(Array(operands.dropFirst())) }
    guard operands[operands.count - 1].isKnown(property) == true else { return nil }
    return .product(Array(operands.dropLast()))
  }

  /// That its largest entries, of each column where it has several, are apart; of −X those are the smallest of X.
  var largestApart: String {
    let opposite = isBrief ? (-self).simplified : self
    let isOpposite = isBrief && opposite.treeSize(limit: 64) < simplified.treeSize(limit: 64)
    let which = isOpposite ? "smallest" : "largest"
    return "no two \(which) entries of \((isOpposite ? opposite : self).rowsOrColumns) equal"
  }

  /// What entries are compared of, each column for itself.
  private var rowsOrColumns: String {
    let whole = entriesInAnyOrder
    if whole.shape.isColumn || whole.shape.isRow || isReshapedToColumn { return whole.text }
    return whole.operation == .transpose
      ? "a row of \(whole.operands[0].text)" : "a column of \(whole.text)"
  }

  private var isReshapedToColumn: Bool {
    guard case .call(let function) = operation, case .primitive(.reshape) = function.meaning else {
      return false
    }
    return shape.isColumn
  }

  /// The matrix whose entries it has, where their order does not matter.
  private var entriesInAnyOrder: Expression {
    if isReshapedToColumn { return operands[0] }
    if operation == .call(.rowSums), operands[0].shape.isColumn { return operands[0] }
    if shape.isColumn, operation == .product, operands[0].isKnown(.permutation) == true,
      let rest = without(.permutation)
    {
      return rest.entriesInAnyOrder
    }
    return self
  }

  private var isSumOfSquares: Bool {
    guard case .call(let function) = operation,
      [MatrixFunction.sum, .columnSums, .rowSums].contains(function),
      operands[0].operation == .power
    else { return false }
    return operands[0].operands[1].rational == Rational(2)
  }
}

extension Function {
  /// Whether f(z) = z for z ≥ 0.
  var isIdentityAboveZero: Bool { [.abs, .relu, .leakyRelu, .elu].contains(self) }
}

extension Int {
  fileprivate func sum(with other: Int) -> Int? {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? nil : sum
  }

  fileprivate func product(with other: Int) -> Int? {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? nil : product
  }
}

extension [String] {
  /// Each once, in the order of the first.
  var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
