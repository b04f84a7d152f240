import Diagnostics
import MatrixCalculus
import Notation
import Testing

@testable import Proof

@Suite struct ConditionsTests {
  @Test(arguments: ConditionCase.all)
  func conditionsAreWhatTheFormAsks(_ c: ConditionCase) {
    #expect(Conditions.of(c.expression, isDifferentiated: false) == c.defined)
    #expect(Conditions.of(c.expression, isDifferentiated: true) == c.differentiable)
  }

  /// Of the gradient by x of a function, with what follows from others left out.
  @Test(arguments: [
    ("norm2(abs(A*x))", ["A*x != 0"]), ("sum(abs(x).^(3/2))", []), ("sum(relu(x).*relu(-x))", []),
    ("sum(sign(x).*abs(x).^(3/2))", []), ("sum(sign(x).*sqrt(abs(x)))", ["no entry of x is 0"]),
    ("norm2(pinv(x*y'))", ["x != 0", "y != 0"]), ("tr(pinv(x*y')*A)", ["x != 0", "y != 0"]),
    ("norm2(kron(x, y))", ["kron(x, y) != 0"]), ("sum(arctan(y./x))", ["no entry of x is 0"]),
    ("norm2(x.*y)", ["x.*y != 0"]), ("log(sum(x)^2 - 2*sum(x) + 3)", []),
    ("sqrt(sum(x)^2 - 2*sum(x) + 1)", ["sum(x)^2 - 2*sum(x) + 1 > 0"]),
  ])
  func conditionsOfGradientsAreFew(_ function: String, _ expected: [String]) throws {
    let scope = try AssumptionTests.scope("constant")
    let f = try Elaborator.expression(SourceText(path: "f", text: function), in: scope)
    let x = try #require(scope.variable("x"))
    let gradient = try Gradient.gradients(of: f, wrt: [x])[0].simplified
    #expect(Conditions.of(derived: gradient, from: f, wrt: [x]) == expected)
  }

  @Test func claimNamesEachConditionOnce() {
    let c = Letters.c.e
    let claim = Claim.gradient(
      of: c.norm, wrt: Letters.c, claimed: .product([.power(c.norm, .minusOne), c]))
    #expect(claim.conditions == ["c != 0"])
    #expect(Prover().decide(claim).conditions == claim.conditions)
  }
}

struct ConditionCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let expression: Expression
  let defined: [String]
  let differentiable: [String]

  init(
    _ name: String, _ expression: Expression, defined: [String], differentiable: [String]? = nil
  ) {
    testDescription = name
    self.expression = expression
    self.defined = defined
    self.differentiable = differentiable ?? defined
  }

  private static let (A, c, t) = (Letters.A.e, Letters.c.e, Letters.t.e)
  private static let positive = Letters.matrix("p", Letters.n, .one, .positive).e
  private static let invertible = Letters.matrix("N", Letters.n, Letters.n, .invertible).e

  private static let turn = Letters.matrix("Q", Letters.n, Letters.n, .orthogonal).e
  private static let moved = Letters.matrix("P", Letters.n, Letters.n, .permutation).e
  private static let triangle = Letters.matrix("L", Letters.n, Letters.n, .lowerTriangular).e
  private static let skew = Letters.matrix("K", Letters.n, Letters.n, .skew).e
  private static let largest = MatrixFunction.max()(c)
  private static let clipped = MatrixFunction.minimum([
    MatrixFunction.maximum([c, -.ones(c.shape)]), .ones(c.shape),
  ])
  private static let row = Expression.ones(Shape(.one, Letters.n))
  private static let above = Expression.variable(
    Variable("s", .scalar, range: (1.0).nextUp ... .infinity))
  private static let below = Expression.variable(
    Variable("s", .scalar, range: -.infinity...(0.0).nextDown))

  static let all: [ConditionCase] = [
    ConditionCase("polynomial", .product([A, A, c]), defined: []),
    ConditionCase("log", .apply(.log, c), defined: ["c > 0"]),
    ConditionCase("log of a positive variable", .apply(.log, positive), defined: []),
    ConditionCase("log of an exponential", .apply(.log, .apply(.exp, c)), defined: []),
    ConditionCase(
      "log of one plus squares", .apply(.log, .number(1) + t.squared), defined: []),
    ConditionCase(
      "square root", .power(t, .half), defined: ["t >= 0"], differentiable: ["t > 0"]),
    ConditionCase(
      "absolute value", .apply(.abs, A * c), defined: [], differentiable: ["no entry of A*c is 0"]),
    ConditionCase(
      "rectifier", .apply(.relu, c), defined: [], differentiable: ["no entry of c is 0"]),
    ConditionCase("x |x|", .hadamard([c, .apply(.abs, c)]), defined: []),
    ConditionCase(
      "x step x", .hadamard([c, .apply(.step, c)]), defined: [],
      differentiable: ["no entry of c is 0"]),
    ConditionCase("x² step x", .hadamard([c.squared, .apply(.step, c)]), defined: []),
    ConditionCase(
      "x₊ − (−x)₊", .apply(.relu, c) - .apply(.relu, -c), defined: []),
    ConditionCase("exponential linear unit", .apply(.elu, c), defined: []),
    ConditionCase(
      "norm of a turned column", (turn * c).norm, defined: [], differentiable: ["c != 0"]),
    ConditionCase(
      "sizes of permuted entries", .apply(.abs, moved * c), defined: [],
      differentiable: ["no entry of c is 0"]),
    ConditionCase(
      "sizes of all differences", .apply(.abs, c * row - (c * row).transposed), defined: [],
      differentiable: ["no two entries of c equal"]),
    ConditionCase(
      "largest entries of columns", MatrixFunction.max(.columns)(A), defined: [],
      differentiable: ["no two largest entries of a column of A equal"]),
    ConditionCase(
      "largest entries of rows", MatrixFunction.max(.rows)(A), defined: [],
      differentiable: ["no two largest entries of a row of A equal"]),
    ConditionCase(
      "largest entry", MatrixFunction.max()(A), defined: [],
      differentiable: ["no two largest entries of A equal"]),
    ConditionCase(
      "smallest entries of rows", MatrixFunction.min(.rows)(A), defined: [],
      differentiable: ["no two smallest entries of a row of A equal"]),
    ConditionCase(
      "diagonal of an invertible triangle",
      .product([triangle.inverse, .power(MatrixFunction.diag(triangle), .minusOne)]),
      defined: ["L invertible"]),
    ConditionCase(
      "largest size", MatrixFunction.normInf(c), defined: [],
      differentiable: ["c != 0", "no two largest entries of abs(c) equal"]),
    ConditionCase(
      "log of a mean", .apply(.log, MatrixFunction.mean()(c)), defined: ["sum(c) > 0"]),
    ConditionCase(
      "log of a mean of logistic values",
      .apply(.log, .number(1) - MatrixFunction.mean()(.apply(.sigmoid, c))), defined: []),
    ConditionCase("root above one", .power(above - .number(1), .half), defined: []),
    ConditionCase("log of the opposite of what is below zero", .apply(.log, -below), defined: []),
    ConditionCase("root of two factors below zero", .power(below * below, .half), defined: []),
    ConditionCase("norm", c.norm, defined: [], differentiable: ["c != 0"]),
    ConditionCase("squared norm", .power(c.norm, Rational(2)), defined: []),
    ConditionCase("inverse", A.inverse, defined: ["A invertible"]),
    ConditionCase("inverse of an invertible matrix", invertible.inverse, defined: []),
    ConditionCase("log det", MatrixFunction.logdet(A), defined: ["A invertible"]),
    ConditionCase("negative matrix power", .matrixPower(A, .number(-2)), defined: ["A invertible"]),
    ConditionCase("reciprocal", .power(t, .minusOne), defined: ["t != 0"]),
    ConditionCase("arcsine", .apply(.arcsin, t), defined: ["-1 < t < 1"]),
    ConditionCase("adjugate", MatrixFunction.adj(A), defined: []),
    ConditionCase(
      "pseudoinverse", MatrixFunction.pinv(A), defined: ["A invertible"],
      differentiable: ["A invertible"]),
    ConditionCase(
      "a norm by another", .product([.power(MatrixFunction.norm1(c), .minusOne), (A * c).norm]),
      defined: ["c != 0"], differentiable: ["no entry of c is 0", "A*c != 0"]),
    ConditionCase(
      "inverse of the identity with a skew matrix", (.eye(Letters.n) + skew).inverse, defined: []),
    ConditionCase(
      "clipped entries", clipped, defined: [],
      differentiable: ["no entry of 1 + c is 0", "no entry of c - 1 is 0"]),
    ConditionCase(
      "log-sum-exp that is shifted",
      MatrixFunction.logSumExp()(c - largest * .ones(c.shape)) + largest, defined: []),
    ConditionCase(
      "root of a square that is written out",
      .power(t.squared + .number(1) - .product([.number(2), t]), .half),
      defined: [], differentiable: ["t^2 + 1 - 2*t > 0"]),
    ConditionCase("sigmoid", .apply(.log, .apply(.sigmoid, c)), defined: []),
  ]
}
