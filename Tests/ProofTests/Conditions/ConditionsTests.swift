import MatrixCalculus
import Testing

@testable import Proof

@Suite struct ConditionsTests {
  @Test(arguments: ConditionCase.all)
  func conditionsAreWhatTheFormAsks(_ c: ConditionCase) {
    #expect(Conditions.of(c.expression, isDifferentiated: false) == c.defined)
    #expect(Conditions.of(c.expression, isDifferentiated: true) == c.differentiable)
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
    ConditionCase("norm", c.norm, defined: [], differentiable: ["c != 0"]),
    ConditionCase("squared norm", .power(c.norm, Rational(2)), defined: []),
    ConditionCase("inverse", A.inverse, defined: ["A invertible"]),
    ConditionCase("inverse of an invertible matrix", invertible.inverse, defined: []),
    ConditionCase("log det", MatrixFunction.logdet(A), defined: ["A invertible"]),
    ConditionCase("negative matrix power", .matrixPower(A, .number(-2)), defined: ["A invertible"]),
    ConditionCase("reciprocal", .power(t, .minusOne), defined: ["t != 0"]),
    ConditionCase("arcsine", .apply(.arcsin, t), defined: ["-1 < t < 1"]),
    ConditionCase("sigmoid", .apply(.log, .apply(.sigmoid, c)), defined: []),
  ]
}
