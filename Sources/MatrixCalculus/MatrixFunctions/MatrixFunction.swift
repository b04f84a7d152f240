/// A function of whole matrices: a sum, a trace, an inverse.
///
/// One that takes sizes beside matrices, such as `reshape(X, m, n)`, is a value of a family with those
/// sizes as its parameters.
///
/// To add one: a file beside `Trace.swift` and a word in `MatrixFunction.all`, or in
/// `MatrixFunctionFamily.all`.
package final class MatrixFunction: Sendable {
  /// What the trusted kernel computes for the function; see `Function.Meaning`.
  package enum Meaning: Sendable {
    case primitive(Primitive)
    case formula(@Sendable ([Expression]) -> Expression)
  }

  /// The functions of matrices the kernel knows by themselves.
  package enum Primitive: Hashable, Sendable {
    /// All entries added up: `m×n` to `1×1`.
    case sum
    /// The sum of each column, as a row.
    case columnSums
    /// The sum of each row, as a column.
    case rowSums
    case trace
    /// A column put on the diagonal of a square matrix, or the diagonal of a square matrix as a column.
    case diagonal
    case inverse
    case determinant
    /// The transposed cofactors of a square matrix, singular ones included.
    case adjugate
    /// The Moore–Penrose inverse; it has derivatives where the rank is full.
    case pseudoinverse
    /// The Kronecker product of two matrices.
    case kronecker
    /// The entries, column after column, in a matrix of the node's shape.
    case reshape
    /// Columns of the identity, the first of them after `skipped` others, in the node's shape.
    case selection(skipped: Dimension)
    /// The matrix K with K vec(X) = vec(X′) for X with so many rows, in the node's shape.
    case commutation(rows: Dimension)
    /// One at the first largest entry of each column, zero elsewhere.
    case largest
    /// The entries on and below the diagonal, zeros above it.
    case lowerTriangle
    /// The matrix exponential, sine and cosine by their power series.
    case exponential
    case sine
    case cosine
    /// The principal logarithm and square root of a matrix without eigenvalues on the closed negative
    /// real axis.
    case logarithm
    case squareRoot
  }

  /// Pulls a cotangent back; see `pullback`.
  package typealias Pullback =
    @Sendable (Expression, [Expression], Expression) throws(NotDifferentiable) -> [Expression]

  package let name: String
  package let aliases: [String]
  /// How TeX writes it before its argument in brackets.
  package let tex: String
  /// How many matrices it takes.
  package let arity: ClosedRange<Int>
  /// The sizes it takes after its matrices: m and n in `reshape(X, m, n)`, the axis in `mean(X, 2)`.
  package let parameters: [Dimension]
  /// The shape of the result.
  package let shape: @Sendable ([Expression]) throws(ShapeError) -> Shape
  /// The kernel's meaning of it.
  package let meaning: Meaning
  /// What the kernel computes instead of a formula that divides where the function has a value all the same.
  package let everywhere: Primitive?
  /// Whether it only abbreviates its formula: the simplifier writes it out.
  package let isTransparent: Bool
  /// Pulls a cotangent of the result's shape back to each argument.
  ///
  /// Gets the cotangent, the arguments and the result, so that nothing is computed twice.
  ///
  /// - Throws: `NotDifferentiable` where there is no closed form in the language.
  package let pullback: Pullback

  package init(
    name: String, aliases: [String] = [], tex: String, arity: ClosedRange<Int> = 1...1,
    parameters: [Dimension] = [],
    shape: @escaping @Sendable ([Expression]) throws(ShapeError) -> Shape,
    meaning: Meaning, everywhere: Primitive? = nil, isTransparent: Bool = false,
    pullback: @escaping Pullback
  ) {
    self.name = name
    self.aliases = aliases
    self.tex = tex
    self.arity = arity
    self.parameters = parameters
    self.shape = shape
    self.meaning = meaning
    self.everywhere = everywhere
    self.isTransparent = isTransparent
    self.pullback = pullback
  }

  /// The function of one matrix whose shape is known to fit.
  package func callAsFunction(_ argument: Expression) -> Expression {
    self([argument])
  }

  /// The function of matrices whose shapes are known to fit.
  package func callAsFunction(_ arguments: [Expression]) -> Expression {
    Expression(.call(self), arguments, (try? shape(arguments)) ?? arguments.first?.shape ?? .scalar)
  }

  /// The same with sizes put for names in its parameters.
  package func substituting(_ sizes: [String: Dimension]) -> MatrixFunction {
    guard !parameters.isEmpty, let family = MatrixFunctionFamily.named(name) else { return self }
    return family.make(parameters.map { $0.substituting(sizes) }) ?? self
  }
}

extension MatrixFunction: Hashable {
  package static func == (a: MatrixFunction, b: MatrixFunction) -> Bool {
    a === b || (a.name == b.name && a.parameters == b.parameters)
  }
  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(parameters)
  }
}

extension MatrixFunction {
  /// Every function of whole matrices in the language that takes no sizes.
  package static let all: [MatrixFunction] = [
    above, adj, bernoulliDivergence, beside, columnSums, cosm, cov, crossEntropy, det, diag,
    divergence, expm, hardmax, inner, inv, kron, logSoftmax(), logSumExp(), logdet, logm, lowerPart,
    max(), maximum, mean(), min(), minimum, norm1, norm2, normInf, pinv, prod,
    rowSums, sinm, softmax(),
    solve,
    sqrtm, sum, trace, upperPart, vec,
  ]

  private static let byName = Dictionary(
    uniqueKeysWithValues: all.flatMap { function in
      ([function.name] + function.aliases).map { ($0, function) }
    })

  /// The function of that name or alias.
  package static func named(_ name: String) -> MatrixFunction? { byName[name] }

  /// All names and aliases, sorted.
  package static var names: [String] { byName.keys.sorted() }

  /// The shape rule of functions that need a square matrix.
  static func square(
    _ name: String, _ result: @escaping @Sendable (Shape) -> Shape
  ) -> @Sendable ([Expression]) throws(ShapeError) -> Shape {
    { (arguments: [Expression]) throws(ShapeError) -> Shape in
      let shape = arguments[0].shape
      guard shape.isSquare else {
        throw ShapeError(
          "\(name) of a \(shape) matrix is undefined; it needs a square one",
          hint: "declare it with the same size twice, as in A : (n, n)")
      }
      return result(shape)
    }
  }
}
