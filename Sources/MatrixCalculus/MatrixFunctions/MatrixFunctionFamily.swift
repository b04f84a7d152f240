/// Functions that differ by sizes they take beside matrices: `reshape(X, m, n)`, `mean(X, 1)`.
package struct MatrixFunctionFamily: Sendable {
  /// What the sizes are.
  package enum Parameters: Hashable, Sendable {
    /// 1 takes the columns one by one, 2 the rows.
    case axis
    /// So many sizes; `example` shows a call.
    case sizes(Int, example: String)

    package var count: Int {
      switch self {
      case .axis: 1
      case .sizes(let count, _): count
      }
    }
  }

  package let name: String
  /// How many matrices come first.
  package let operands: Int
  package let parameters: Parameters
  /// The function with these parameters; nil where they have no meaning.
  package let make: @Sendable ([Dimension]) -> MatrixFunction?
}

extension MatrixFunctionFamily {
  /// Every family of the language.
  package static let all: [MatrixFunctionFamily] =
    [
      along("sum") { $0 == .columns ? .columnSums : .rowSums },
      along("mean") { .mean($0) },
      along("max") { .max($0) },
      along("min") { .min($0) },
      along("norm1") { .norm1Along($0) },
      along("norm2") { .norm2Along($0) },
      along("softmax") { .softmax($0) },
      along("logsumexp") { .logSumExp($0) },
      along("logsoftmax") { .logSoftmax($0) },
    ] + [
      MatrixFunctionFamily(
        name: "reshape", operands: 1, parameters: .sizes(2, example: "reshape(X, m, n)")
      ) { .reshape(to: Shape($0[0], $0[1])) },
      MatrixFunctionFamily(
        name: "commat", operands: 0, parameters: .sizes(2, example: "commat(m, n)")
      ) { .commutation(rows: $0[0], columns: $0[1]) },
      MatrixFunctionFamily(name: "pi", operands: 0, parameters: .sizes(0, example: "pi")) { _ in
        .pi
      },
      MatrixFunctionFamily(
        name: "centering", operands: 0, parameters: .sizes(1, example: "centering(n)")
      ) { .centering($0[0]) },
      MatrixFunctionFamily(
        name: "e", operands: 0, parameters: .sizes(2, example: "e(i, n)")
      ) { .unit($0[0], of: $0[1]) },
      MatrixFunctionFamily(
        name: "cols", operands: 1, parameters: .sizes(2, example: "cols(X, first, last)")
      ) { .columns(from: $0[0], to: $0[1]) },
      MatrixFunctionFamily(
        name: "rows", operands: 1, parameters: .sizes(2, example: "rows(X, first, last)")
      ) { .rows(from: $0[0], to: $0[1]) },
    ]

  private static func along(
    _ name: String, _ make: @escaping @Sendable (Axis) -> MatrixFunction
  ) -> MatrixFunctionFamily {
    MatrixFunctionFamily(name: name, operands: 1, parameters: .axis) { parameters in
      Axis(parameters[0]).map(make)
    }
  }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The family of that name.
  package static func named(_ name: String) -> MatrixFunctionFamily? { byName[name] }

  /// All names, sorted.
  package static var names: [String] { byName.keys.sorted() }
}

/// Which entries of a matrix are taken together: those of a column, or those of a row.
package enum Axis: Int, CaseIterable, Hashable, Sendable {
  case columns = 1
  case rows = 2

  /// What is taken one by one, as TeX has it below a function: `\operatorname{softmax}_{\text{rows}}`.
  package var word: String {
    switch self {
    case .columns: "columns"
    case .rows: "rows"
    }
  }

  package init?(_ parameter: Dimension) {
    guard let axis = parameter.count.flatMap(Axis.init(rawValue:)) else { return nil }
    self = axis
  }

  var parameter: Dimension { Dimension(rawValue) }

  /// The shape of one value for each column or row.
  func totals(of shape: Shape) -> Shape {
    self == .columns ? Shape(.one, shape.columns) : Shape(shape.rows, .one)
  }

  /// How many entries are taken together.
  func count(of shape: Shape) -> Dimension { self == .columns ? shape.rows : shape.columns }

  func sums(_ x: Expression) -> Expression {
    self == .columns ? MatrixFunction.columnSums(x) : MatrixFunction.rowSums(x)
  }

  /// One value for each column or row, put at every entry of it.
  func spread(_ totals: Expression, to shape: Shape) -> Expression {
    if self == .columns {
      return shape.isRow ? totals : .product([.ones(Shape(shape.rows, .one)), totals])
    }
    return shape.isColumn ? totals : .product([totals, .ones(Shape(.one, shape.columns))])
  }
}

extension MatrixFunction {
  /// The shape of one value for each column or row, or of one for all.
  static func totals(
    _ axis: Axis?
  ) -> @Sendable ([Expression]) throws(ShapeError) -> Shape {
    { x throws(ShapeError) in axis.map { $0.totals(of: x[0].shape) } ?? .scalar }
  }

  /// The cotangent of totals, put at every entry they were taken of.
  static func spread(_ cotangent: Expression, _ axis: Axis?, to shape: Shape) -> Expression {
    axis.map { $0.spread(cotangent, to: shape) } ?? .product([cotangent, .ones(shape)])
  }

  /// The shape rule of functions of two matrices of one shape; a scalar goes with any.
  static func alike(
    _ name: String, _ result: @escaping @Sendable (Shape) -> Shape
  ) -> @Sendable ([Expression]) throws(ShapeError) -> Shape {
    { (x: [Expression]) throws(ShapeError) -> Shape in
      let (a, b) = (x[0].shape, x[1].shape)
      if a == b || b.isScalar { return result(a) }
      if a.isScalar { return result(b) }
      throw ShapeError(
        "\(name) of \(a) and \(b) matrices is undefined; it needs two of one shape")
    }
  }

  /// Two arguments brought to one shape, where one may be a scalar.
  static func aligned(_ x: [Expression]) -> (Expression, Expression) {
    let shape = x[0].shape.isScalar ? x[1].shape : x[0].shape
    return (x[0].broadcast(to: shape) ?? x[0], x[1].broadcast(to: shape) ?? x[1])
  }

  /// What is pulled back to an argument that may have been a scalar spread over the other.
  static func gathered(_ cotangent: Expression, to argument: Expression) -> Expression {
    argument.shape == cotangent.shape ? cotangent : sum(cotangent)
  }
}
