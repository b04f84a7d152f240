import MatrixCalculus
import Proof
import Testing

/// Derivatives along a direction, and their matrices.
@Suite struct LinearMapTests {
  private static let (m, n, p) = (Dimension("m"), Dimension("n"), Dimension("p"))
  private static func matrix(_ name: String, _ rows: Dimension, _ columns: Dimension) -> Expression
  {
    .variable(Variable(name, Shape(rows, columns)))
  }
  private static let (A, B, X, C) = (
    matrix("A", m, n), matrix("B", p, m), matrix("X", n, p), matrix("C", n, n)
  )
  private static let (x, b) = (matrix("x", n, .one), matrix("b", m, .one))

  /// Linear in V, and V.
  static let maps: [(name: String, map: @Sendable (Expression) -> Expression, like: Expression)] = [
    ("V", { $0 }, X), ("V'", { $0.transposed }, X), ("A V", { A * $0 }, X),
    ("V B", { $0 * B }, X), ("A V B", { .product([A, $0, B]) }, X),
    ("2 A v", { .product([.number(2), A, $0]) }, x), ("v' C", { $0.transposed * C }, x),
    ("v v₀'", { $0 * x.transposed }, x),
    ("(b' A v) b", { .product([.product([b.transposed, A, $0]), b]) }, x),
    ("C ∘ (v x')", { .hadamard([C, $0 * x.transposed]) }, x),
    ("x ∘ v", { .hadamard([x, $0]) }, x), ("Σ v", { MatrixFunction.sum($0) }, x),
    ("Σ A V", { MatrixFunction.sum(A * $0) }, X),
    ("Σ X ∘ V", { MatrixFunction.sum(.hadamard([X, $0])) }, X),
    ("tr V B A", { MatrixFunction.trace(.product([$0, B, A])) }, X),
    ("row sums", { MatrixFunction.rowSums($0) }, X),
    ("column sums", { MatrixFunction.columnSums($0) }, X), ("vec V", { MatrixFunction.vec($0) }, X),
    ("diag(v) x", { MatrixFunction.diag($0) * x }, x),
    ("C diag(v)", { C * MatrixFunction.diag($0) }, x),
    ("diagonal of C V", { MatrixFunction.diag(C * $0) }, C),
    ("tril(C V)", { MatrixFunction.lowerPart(C * $0) }, C),
    ("triu(V')", { MatrixFunction.upperPart($0.transposed) }, C),
    ("[V, C V]", { MatrixFunction.beside([$0, C * $0]) }, X),
    ("[C v; v]", { MatrixFunction.above([C * $0, $0]) }, x),
    ("[V, 0]", { MatrixFunction.beside([$0, .zeros(X.shape)]) }, X),
    ("x ⊗ v", { MatrixFunction.kron([x, $0]) }, x), ("v ⊗ b", { MatrixFunction.kron([$0, b]) }, x),
    ("(I ⊗ b) v", { MatrixFunction.kron([.eye(n), b]) * $0 }, x),
    ("[0; v]", { MatrixFunction.above([.zeros(x.shape), $0]) }, x),
    ("C ⊗ V", { MatrixFunction.kron([C, $0]) }, X), ("V ⊗ C", { MatrixFunction.kron([$0, C]) }, X),
    ("diag(diag(V)) x", { MatrixFunction.diag(MatrixFunction.diag($0)) * x }, C),
    ("diagonal of C diag(v) C", { MatrixFunction.diag(C * MatrixFunction.diag($0) * C) }, x),
    ("diag(x ∘ diag(V))", { MatrixFunction.diag(.hadamard([x, MatrixFunction.diag($0)])) }, C),
    ("V + C V", { $0 + C * $0 }, C),
    ("A V + A X V' X", { A * $0 + .product([A, X, $0.transposed, X]) }, X),
  ]

  @Test(arguments: maps.indices)
  func matrixTimesTheStackedDirectionIsTheStackedValue(_ index: Int) throws {
    let (name, map, like) = Self.maps[index]
    let direction = Variable("V", like.shape)
    let value = map(.variable(direction)).simplified
    let matrix = try #require(LinearMap.matrix(of: value, in: direction), "\(name)")
    let stacked = matrix * MatrixFunction.vec(.variable(direction))
    let verdict = Prover().decide(.identity(stacked, MatrixFunction.vec(value))).verdict
    #expect(verdict.holds, "\(name)")
    #expect(
      matrix.shape == Shape(value.shape.rows * value.shape.columns, stacked.operands[1].shape.rows))
  }

  @Test func whatTheLanguageHasNoMatrixForIsLeftAsAMap() {
    let direction = Variable("v", Self.x.shape)
    let affine = MatrixFunction.above([Self.x, .variable(direction)])
    #expect(LinearMap.matrix(of: affine, in: direction) == nil)
  }

  static let functions: [(name: String, function: Expression)] = [
    ("x' C x", .product([x.transposed, C, x])), ("tanh(A x + b)", .apply(.tanh, A * x + b)),
    ("C x x'", .product([C, x, x.transposed])), ("C⁻¹ x", MatrixFunction.inv(C) * x),
  ]

  /// D F(x)[v] is what stands before t in F(x + t v), as the gradient by t has it.
  @Test(arguments: functions.indices)
  func derivativeAlongADirectionIsThatByTheTimeOfMotion(_ index: Int) throws {
    let function = Self.functions[index].function
    let (variable, direction) = (Self.x.variables[0], Variable("v", Self.x.shape))
    let time = Variable("t", .scalar)
    let derived = try Differential.of(function, wrt: variable, along: .variable(direction))
    let weight = Variable("w", function.shape)
    let moved = function.substituting([
      variable: Self.x + .product([.variable(time), .variable(direction)])
    ])
    let slope = try Gradient.gradients(
      of: MatrixFunction.sum(.hadamard([.variable(weight), moved])), wrt: [time])[0]
    var form = NormalForm()
    let paired = MatrixFunction.sum(.hadamard([.variable(weight), derived]))
    #expect(form.equal(slope.substituting([time: .number(0)]), paired) == true)
  }
}
