import MatrixCalculus
import Notation

/// One thing that must hold of a part of an expression.
enum Condition: Hashable {
  /// Every entry is > 0.
  case positive(Expression)
  /// Every entry is ≥ 0.
  case nonNegative(Expression)
  /// No entry is 0.
  case nonZero(Expression)
  /// Not all entries are 0.
  case some(Expression)
  /// Every entry lies between −1 and 1.
  case unit(Expression)
  case invertible(Expression)
  /// No eigenvalue is real and ≤ 0.
  case offNegativeAxis(Expression)
  /// In words.
  case other(String)

  /// - Parameter letters: what parts are called in what is shown.
  func text(_ letters: [Expression: Variable] = [:]) -> String {
    func name(_ part: Expression) -> String {
      Self.name(letters[part].map { .variable($0) } ?? part)
    }
    return switch self {
    case .positive(let a): "\(name(a)) > 0"
    case .nonNegative(let a): "\(name(a)) >= 0"
    case .nonZero(let a) where !a.shape.isScalar: "no entry of \(name(a)) is 0"
    case .nonZero(let a), .some(let a): "\(name(a)) != 0"
    case .unit(let a): "-1 < \(name(a)) < 1"
    case .invertible(let a): "\(name(a)) invertible"
    case .offNegativeAxis(let a): "no eigenvalue of \(name(a)) real and <= 0"
    case .other(let words): words
    }
  }

  /// A part as its text, where that can be read: the conditions of a deep function stay linear in its depth.
  private static func name(_ part: Expression) -> String {
    part.isBrief ? part.simplified.text : "a part of shape \(part.shape)"
  }
}

extension Condition {
  /// Whether it follows from others: by the signs and bounds they give, or because a product of square
  /// matrices has an inverse only where each of them has.
  func follows(from others: [Condition]) -> Bool {
    let bounds = Dictionary(others.flatMap(\.bounds)) { $0.intersection($1) }
    // Of the many conditions of a deep function each is compared with all others.
    var reader = SignReader(assuming: bounds, seeksInequalities: others.count < 12)
    switch self {
    case .positive(let a):
      return reader.sign(of: a) == .positive || others.contains { $0.makesPositive(a) }
    case .nonNegative(let a): return reader.sign(of: a) >= .nonNegative
    case .nonZero(let a):
      if let matrix = a.triangularDiagonal, others.contains(.invertible(matrix)) { return true }
      return reader.isNonZero(a) || a.isBrief && others.contains(.nonZero(a.negated.simplified))
    case .some(let a):
      let opposite = a.isBrief ? a.negated.simplified : a
      return others.contains(.nonZero(a)) || others.contains(.some(opposite)) && opposite != a
        || others.contains { $0.isOfImage(of: a) } || reader.isNonZero(a)
    case .unit(let a): return a.bounds(assuming: bounds).isWithinUnit
    case .invertible(let a): return others.contains { $0.inverts(a) }
    case .offNegativeAxis, .other: return false
    }
  }

  /// Whether the form excludes it everywhere.
  var isMetNowhere: Bool {
    var reader = SignReader()
    switch self {
    case .positive(let a):
      return a.isBrief && reader.sign(of: a.negated.simplified) >= .nonNegative
    case .nonNegative(let a): return a.isBrief && reader.sign(of: a.negated.simplified) == .positive
    case .nonZero(let a), .some(let a): return a.isZero
    case .unit(let a): return a.bounds().isOutsideUnit
    case .invertible(let a): return a.isKnown(.invertible) == false || a.isOddSkew
    case .offNegativeAxis, .other: return false
    }
  }

  fileprivate var speaksOfEntries: Bool {
    if case .nonZero(let a) = self { !a.shape.isScalar } else { false }
  }

  private var bounds: [(Expression, Bounds)] {
    switch self {
    case .positive(let a): [(a, .positive)]
    case .nonNegative(let a): [(a, .nonNegative)]
    case .unit(let a): [(a, .unit)]
    case .nonZero(let a):
      [.power(a, Rational(2)), .apply(.square, a), .apply(.abs, a)].map { ($0, .positive) }
    default: []
    }
  }

  /// Whether it says that a product of which a matrix is a factor, or a power or function of it that vanishes with
  /// it, is not zero.
  private func isOfImage(of a: Expression) -> Bool {
    guard case .some(let b) = self, b != a,
      [.product, .hadamard, .call(.kron)].contains(b.operation)
    else { return false }
    return b.operands.contains { $0 == a || $0.zeroArgument == a }
  }

  /// Whether it says that the same written otherwise is positive, or that what it is the sum of squares of is not zero.
  private func makesPositive(_ a: Expression) -> Bool {
    let same: Expression
    switch self {
    case .positive(let b): same = b
    case .some(let b): same = MatrixFunction.sum(.power(b, Rational(2)))
    default: return false
    }
    guard a.shape == same.shape, a.isBrief, same.isBrief else { return false }
    var form = NormalForm()
    return form.equal(a, same) == true
  }

  /// Whether what it says leaves no matrix without an inverse in that place.
  private func inverts(_ a: Expression) -> Bool {
    switch self {
    case .offNegativeAxis(let x): x == a
    case .positive(let x), .nonZero(let x): x.operation == .call(.det) && x.operands[0] == a
    case .invertible(let product):
      product != a && product.operation == .product
        && product.operands.allSatisfy { $0.shape == product.shape || $0.shape.isScalar }
        && product.operands.contains { $0 == a || $0.transposed.simplified == a }
    default: false
    }
  }
}

extension [Condition] {
  /// How much they exclude: one more than others do each that no entry be zero, rather than not all of them.
  var burden: Int { 2 * count + self.count { $0.speaksOfEntries } }

  /// Without those that follow from the others, in their order; the last is given up first.
  var withoutImplied: [Condition] { withoutImplied(by: []) }

  /// Without those that follow from others of these and from what is known.
  func withoutImplied(by known: [Condition]) -> [Condition] {
    var kept = self
    for place in indices.reversed() {
      let others = kept.filter { $0 != self[place] }
      if self[place].follows(from: known + others) { kept = others }
    }
    return kept
  }
}

extension SignReader {
  /// Whether the form says that no entry is zero.
  fileprivate mutating func isNonZero(_ a: Expression) -> Bool {
    sign(of: a) == .positive || a.isBrief && sign(of: a.negated.simplified) == .positive
      || isNonZeroByParts(a)
  }

  /// Of the determinant of what has an inverse, and of products and powers of what is not zero.
  private mutating func isNonZeroByParts(_ a: Expression) -> Bool {
    guard a.isBrief, a.shape.isScalar else { return false }
    switch a.operation {
    case .call(.det): return a.operands[0].isKnown(.invertible) == true
    case .product:
      return a.operands.allSatisfy { $0.shape.isScalar }
        && a.operands.allSatisfy { isNonZero($0) }
    case .power: return isNonZero(a.operands[0])
    default: return false
    }
  }
}

extension Expression {
  /// The triangular matrix of which it is the diagonal.
  fileprivate var triangularDiagonal: Expression? {
    guard operation == .call(.diag), !shape.isScalar, shape.isColumn else { return nil }
    let matrix = operands[0]
    let isTriangular =
      matrix.isKnown(.lowerTriangular) == true || matrix.isKnown(.upperTriangular) == true
    return isTriangular ? matrix : nil
  }

  /// Whether it is skew and of odd order.
  fileprivate var isOddSkew: Bool {
    isKnown(.skew) == true && !(shape.rows.count ?? 2).isMultiple(of: 2)
  }

  /// Whether its text can be read.
  var isBrief: Bool { treeSize(limit: 64) < 64 }

  /// Simplified, where it is short enough.
  var inShortForm: Expression { isBrief ? simplified : self }
}
