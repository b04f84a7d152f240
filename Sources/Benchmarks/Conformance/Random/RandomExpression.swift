import MatrixCalculus
import Proof

/// Draws expressions over the whole language, of a shape and of about a number of nodes.
struct RandomExpression {
  private let language: RandomLanguage
  private var random: SplitMix64

  init(_ language: RandomLanguage, seed: UInt64) {
    self.language = language
    random = SplitMix64(seed: seed)
  }

  /// The next expression: a number two times of three, else a column or a matrix.
  mutating func next() -> Expression {
    let size = 2 + random.below(39)
    switch random.below(6) {
    case 0: return expression(Shape(RandomLanguage.n, .one), size)
    case 1: return expression(Shape(RandomLanguage.m, RandomLanguage.n), size)
    default: return expression(.scalar, size)
    }
  }

  /// An expression of a shape with about `size` nodes, at most.
  mutating func expression(_ shape: Shape, _ size: Int) -> Expression {
    guard size > 1 else { return leaf(shape) }
    if shape.isScalar { return scalar(size) }
    switch random.below(11) {
    case 0, 1: return .sum(parts(shape, size - 1))
    case 2: return .hadamard(parts(shape, size - 1))
    case 3, 4: return product(shape, size - 1)
    case 5: return expression(shape.transposed, size - 1).transposed
    case 6: return applied(shape, size - 1)
    case 7: return .product([expression(.scalar, size / 3), expression(shape, size / 2)])
    case 8: return raised(shape, size - 1)
    case 9: return structured(shape, size - 1)
    default: return shape.isSquare ? square(shape, size - 1) : structured(shape, size - 1)
    }
  }

  // MARK: Leaves

  private mutating func leaf(_ shape: Shape) -> Expression {
    let fitting = language.variables.filter { $0.shape == shape || $0.shape.transposed == shape }
    if !fitting.isEmpty, random.below(8) > 0 {
      let variable = fitting[random.below(fitting.count)]
      let leaf = Expression.variable(variable)
      return variable.shape == shape ? leaf : leaf.transposed
    }
    if shape.isScalar { return constant() }
    switch random.below(4) {
    case 0 where shape.isSquare: return .eye(shape.rows)
    case 1: return .zeros(shape)
    default: return .ones(shape)
    }
  }

  private mutating func constant() -> Expression {
    switch random.below(4) {
    case 0: .size(RandomLanguage.n)
    case 1: .number(Rational(1 + random.below(4), 1 + random.below(4)) ?? .one)
    case 2: .number(-1 - random.below(3))
    default: .number(random.below(4))
    }
  }

  private mutating func dimension() -> Dimension {
    RandomLanguage.sizes[random.below(RandomLanguage.sizes.count)]
  }

  // MARK: Operations

  private mutating func parts(_ shape: Shape, _ size: Int) -> [Expression] {
    let count = 2 + random.below(2)
    return (0..<count).map { _ in expression(shape, size / count) }
  }

  private mutating func product(_ shape: Shape, _ size: Int) -> Expression {
    let inner = dimension()
    let left = expression(Shape(shape.rows, inner), size / 2)
    let right = expression(Shape(inner, shape.columns), size / 2)
    guard random.below(3) == 0 else { return .product([left, right]) }
    return .product([left, right, expression(Shape(shape.columns, shape.columns), size / 3)])
  }

  /// A function of every entry, of an argument in its domain.
  private mutating func applied(_ shape: Shape, _ size: Int) -> Expression {
    let function = language.entrywise[random.below(language.entrywise.count)]
    let argument = expression(shape, size - 1)
    return .apply(function, guarded(argument, function.domain))
  }

  private func guarded(_ x: Expression, _ domain: Function.Domain) -> Expression {
    switch domain {
    case .everywhere: x
    case .positive, .nonNegative, .nonZero: atLeastOne(x)
    case .unitInterval, .nonZeroCosine: .product([.number(.half), .apply(.sin, x)])
    }
  }

  private func atLeastOne(_ x: Expression) -> Expression {
    .power(x, Rational(2)) + .ones(x.shape)
  }

  private mutating func raised(_ shape: Shape, _ size: Int) -> Expression {
    let base = expression(shape, size - 1)
    switch random.below(5) {
    case 0: return .power(base, Rational(2))
    case 1: return .power(base, Rational(3))
    case 2: return .power(atLeastOne(base), .minusOne)
    case 3: return .power(atLeastOne(base), [.half, .minusHalf][random.below(2)])
    default: return .power(atLeastOne(base), expression(.scalar, 1))
    }
  }

  // MARK: Numbers

  private mutating func scalar(_ size: Int) -> Expression {
    switch random.below(8) {
    case 0: return .sum(parts(.scalar, size - 1))
    case 1: return .product(parts(.scalar, size - 1))
    case 2: return applied(.scalar, size - 1)
    case 3: return raised(.scalar, size - 1)
    default: return reduced(size - 1)
    }
  }

  private mutating func reduced(_ size: Int) -> Expression {
    let shape = Shape(dimension(), dimension())
    let n = RandomLanguage.n
    switch random.below(17) {
    case 13: return MatrixFunction.prod(atLeastOne(expression(shape, 1)))
    case 14: return divergence(shape)
    case 15:
      let column = MatrixFunction.vec(expression(Shape(n, n), size / 3))
      let pair = [expression(Shape(n, n), size / 3), expression(Shape(n, n), size / 3)]
      return MatrixFunction.sum(.product([MatrixFunction.kron(pair), column]))
    case 0, 1: return MatrixFunction.sum(expression(shape, size))
    case 2: return MatrixFunction.trace(expression(Shape(n, n), size))
    case 3: return MatrixFunction.det(regular(size))
    case 4: return MatrixFunction.logdet(regular(size))
    case 5: return .power(MatrixFunction.norm2(expression(shape, size)), Rational(2))
    case 6: return MatrixFunction.norm1(expression(shape, size))
    case 7: return MatrixFunction.inner([expression(shape, size / 2), expression(shape, size / 2)])
    case 8: return MatrixFunction.logSumExp()(expression(Shape(n, .one), size))
    case 9:
      return [MatrixFunction.max(), .min(), .mean(), .normInf][random.below(4)](
        expression(shape, size))
    case 10:
      let pair = [expression(Shape(n, n), size / 2), expression(Shape(n, n), size / 2)]
      return MatrixFunction.trace(MatrixFunction.kron(pair))
    case 11:
      let column = MatrixFunction.vec(expression(shape, size / 2))
      return .product([column.transposed, MatrixFunction.vec(expression(shape, size / 2))])
    case 12: return MatrixFunction.trace(function(of: expression(Shape(n, n), size)))
    default:
      let inner = dimension()
      return .product([
        expression(Shape(.one, inner), size / 2), expression(Shape(inner, .one), size / 2),
      ])
    }
  }

  /// A divergence of two matrices of probabilities.
  private mutating func divergence(_ shape: Shape) -> Expression {
    let pair = [
      Expression.apply(.sigmoid, expression(shape, 1)), .apply(.sigmoid, expression(shape, 1)),
    ]
    let functions: [MatrixFunction] = [.divergence, .bernoulliDivergence, .crossEntropy]
    return functions[random.below(functions.count)](pair)
  }

  /// A matrix function given by a power series, of an argument where it is defined.
  private mutating func function(of x: Expression) -> Expression {
    let positive = x.transposed * x + .eye(x.shape.rows)
    switch random.below(6) {
    case 0: return MatrixFunction.expm(x)
    case 1: return MatrixFunction.sinm(x)
    case 2: return MatrixFunction.cosm(x)
    case 3: return MatrixFunction.logm(positive)
    case 4: return MatrixFunction.sqrtm(positive)
    default: return .matrixPower(x, .number(2 + random.below(4)))
    }
  }

  /// A square matrix that is invertible almost everywhere.
  private mutating func regular(_ size: Int) -> Expression {
    let n = RandomLanguage.n
    let x = expression(Shape(n, n), size - 2)
    return random.below(2) == 0 ? x + .variable(invertible) : x.transposed * x + .eye(n)
  }

  private var invertible: Variable {
    language.variables.first { $0.properties.contains(.invertible) } ?? language.variables[0]
  }

  // MARK: Matrices

  private mutating func square(_ shape: Shape, _ size: Int) -> Expression {
    let n = RandomLanguage.n
    guard shape.rows == n else { return structured(shape, size) }
    switch random.below(10) {
    case 8: return [MatrixFunction.lowerPart, .upperPart][random.below(2)](expression(shape, size))
    case 9: return blocks(shape, size)
    case 0: return MatrixFunction.inv(regular(size))
    case 1: return MatrixFunction.adj(expression(shape, size))
    case 2: return MatrixFunction.solve([regular(size / 2), expression(shape, size / 2)])
    case 3: return MatrixFunction.diag(expression(Shape(shape.rows, .one), size))
    case 4: return MatrixFunction.cov(expression(Shape(RandomLanguage.m, shape.rows), size))
    case 5: return function(of: expression(Shape(n, n), 1))
    case 6: return combined(expression(shape, size - 1))
    default: return .matrixPower(expression(shape, size), .number(2 + random.below(3)))
    }
  }

  /// A product of matrices of blocks, [A B] [C; D].
  private mutating func blocks(_ shape: Shape, _ size: Int) -> Expression {
    let (m, n) = (RandomLanguage.m, shape.rows)
    let left = MatrixFunction.beside([
      expression(shape, size / 4), expression(Shape(n, m), size / 4),
    ])
    let right = MatrixFunction.above([
      expression(shape, size / 4), expression(Shape(m, n), size / 4),
    ])
    return .product([left, right])
  }

  /// A matrix with its transpose, which is often symmetric or skew.
  private mutating func combined(_ x: Expression) -> Expression {
    switch random.below(4) {
    case 0: x + x.transposed
    case 1: x - x.transposed
    case 2: x.transposed * x
    default: .product([x.transposed, .variable(invertible), x])
    }
  }

  private mutating func structured(_ shape: Shape, _ size: Int) -> Expression {
    let axis: Axis = random.below(2) == 0 ? .columns : .rows
    switch random.below(9) {
    case 0: return MatrixFunction.softmax(axis)(expression(shape, size))
    case 1: return MatrixFunction.logSoftmax(axis)(expression(shape, size))
    case 2: return paired([.maximum, .minimum], shape, size)
    case 3: return totals(shape, size) ?? expression(shape, size)
    case 4:
      return MatrixFunction.reshape(to: shape)(expression(shape.transposed, size))
    case 5: return sliced(shape, size)
    case 6 where shape.isColumn && shape.rows == RandomLanguage.n:
      return MatrixFunction.diag(expression(Shape(shape.rows, shape.rows), size))
    case 7 where !shape.isSquare && shape.rows != .one && shape.columns != .one:
      return MatrixFunction.pinv(expression(shape.transposed, 1))
    default: return MatrixFunction.hardmax(expression(shape, size))
    }
  }

  private mutating func paired(
    _ functions: [MatrixFunction], _ shape: Shape, _ size: Int
  ) -> Expression {
    let other: Shape = random.below(3) == 0 ? .scalar : shape
    return functions[random.below(functions.count)]([
      expression(shape, size / 2), expression(other, size / 2),
    ])
  }

  /// One value for each column or row, where the shape is a row or a column.
  private mutating func totals(_ shape: Shape, _ size: Int) -> Expression? {
    let axis: Axis = shape.isRow ? .columns : .rows
    guard shape.isRow || shape.isColumn else { return nil }
    let other = dimension()
    let whole = shape.isRow ? Shape(other, shape.columns) : Shape(shape.rows, other)
    let sums: MatrixFunction = axis == .columns ? .columnSums : .rowSums
    let functions: [MatrixFunction] = [
      sums, .mean(axis), .max(axis), .min(axis), .norm1Along(axis), .norm2Along(axis),
      .logSumExp(axis),
    ]
    return functions[random.below(functions.count)](expression(whole, size))
  }

  /// A part of two matrices put together.
  private mutating func sliced(_ shape: Shape, _ size: Int) -> Expression {
    let parts = [expression(shape, size / 2), expression(shape, size / 2)]
    if random.below(2) == 0 {
      let width = shape.columns
      return MatrixFunction.columns(from: width + .one, to: width + width)(
        MatrixFunction.beside(parts))
    }
    return MatrixFunction.rows(from: .one, to: shape.rows)(MatrixFunction.above(parts))
  }
}
