/// A function of whole matrices: a sum, a trace, an inverse.
///
/// To add one: a file beside `Trace.swift` and a word in `MatrixFunction.all`.
package struct MatrixFunction: Sendable {
  /// What the trusted kernel computes for the function; see `Function.Meaning`.
  package enum Meaning: Sendable {
    case primitive(Primitive)
    case formula(@Sendable ([Expression]) -> Expression)
  }

  /// The functions of matrices the kernel knows by themselves.
  package enum Primitive: Hashable, Sendable, CaseIterable {
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
  }

  package let name: String
  package let aliases: [String]
  /// How TeX writes it before its argument in brackets.
  package let tex: String
  package let arity: ClosedRange<Int>
  /// The shape of the result.
  package let shape: @Sendable ([Expression]) throws(ShapeError) -> Shape
  /// The kernel's meaning of it.
  package let meaning: Meaning
  /// Whether it only abbreviates its formula: the simplifier writes it out.
  package let isTransparent: Bool
  /// Pulls a cotangent of the result's shape back to each argument.
  ///
  /// Gets the cotangent, the arguments and the result, so that nothing is computed twice.
  package let pullback: @Sendable (Expression, [Expression], Expression) -> [Expression]

  package init(
    name: String, aliases: [String] = [], tex: String, arity: ClosedRange<Int> = 1...1,
    shape: @escaping @Sendable ([Expression]) throws(ShapeError) -> Shape,
    meaning: Meaning, isTransparent: Bool = false,
    pullback: @escaping @Sendable (Expression, [Expression], Expression) -> [Expression]
  ) {
    self.name = name
    self.aliases = aliases
    self.tex = tex
    self.arity = arity
    self.shape = shape
    self.meaning = meaning
    self.isTransparent = isTransparent
    self.pullback = pullback
  }

  /// The function of one matrix whose shape is known to fit.
  package func callAsFunction(_ argument: Expression) -> Expression {
    Expression(.call(self), [argument], (try? shape([argument])) ?? argument.shape)
  }
}

extension MatrixFunction: Hashable {
  package static func == (a: MatrixFunction, b: MatrixFunction) -> Bool { a.name == b.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension MatrixFunction {
  /// Every function of whole matrices in the language.
  package static let all: [MatrixFunction] = [
    columnSums, det, diag, inv, logdet, norm1, norm2, rowSums, sum, trace,
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
        throw ShapeError("\(name) of a \(shape) matrix is undefined; it needs a square one")
      }
      return result(shape)
    }
  }
}
