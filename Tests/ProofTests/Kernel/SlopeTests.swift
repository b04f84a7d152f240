import MatrixCalculus
import Testing

@testable import Proof

/// Derivatives of the kernel against limits of difference quotients.
@Suite struct SlopeTests {
  /// d/dt f(x + t) by the kernel, in double precision.
  private func series(_ f: Function, at x: Rational, order: Int) throws -> [Ball] {
    let z = Variable("z", .scalar)
    let program = try Program([.apply(f, .variable(z))], variables: [z])
    let plan = try Plan(program, sizes: [:], budget: 1_000)
    let numbers = BallArithmetic(precision: 256)
    let argument = SeriesMatrix(rows: 1, columns: 1, [try numbers.number(x), numbers.one])
    let result = try Evaluation(plan, numbers, order: order).run([argument])[0]
    return (0...order).flatMap { result.plane($0, or: numbers.zero) }
  }

  /// f(x + h), f(x − h) differ from the series of order 2 by a remainder of order h³: halving h
  /// divides it by eight, up to the next order.
  @Test(arguments: Function.all)
  func seriesOfEveryFunctionIsItsTaylorSeries(_ f: Function) throws {
    let numbers = BallArithmetic(precision: 256)
    for sample in f.samples {
      let x = try #require(Rational(Int(sample * 10), 10))
      let c = try series(f, at: x, order: 2)
      let remainders = try [30, 31].map { bits in
        let h = try #require(Rational(1, 1 << bits))
        let shifted = try series(f, at: try #require(x.adding(h)), order: 0)[0]
        let step = try numbers.number(h)
        let model = numbers.add(
          c[0], numbers.multiply(step, numbers.add(c[1], numbers.multiply(step, c[2]))))
        return numbers.logarithmOfBound(numbers.subtract(shifted, model))
      }
      // Functions whose third derivative vanishes at the point have a smaller remainder still.
      #expect(remainders[0] < -80, "\(f.name) at \(sample)")
      #expect(remainders[1] < remainders[0] - 2.9 || remainders[0] < -110, "\(f.name) at \(sample)")
    }
  }

  /// Central quotients (F(X + hV) − F(X − hV)) / 2h in exact fractions; where they are not the
  /// derivative itself their error is of second order.
  @Test(arguments: RationalCase.all)
  func directionalDerivativeIsTheLimitOfQuotients(_ c: RationalCase) throws {
    let numbers = FractionArithmetic()
    var generator = SplitMix64(seed: 7)
    let question = try Question(
      .gradient(of: c.function, wrt: Letters.A, claimed: Letters.A.e), Budget())
    let sized = try SizedQuestion(question, sizes: ["n": 3, "m": 2], Budget())
    let point = try Prover().realPoint(
      sized, .between(Rational(1), Rational(3)), using: &generator)
    let plan = try #require(sized.function)
    func value(_ t: Rational, order: Int) throws -> SeriesMatrix<Fraction> {
      let algebra = SeriesAlgebra(numbers: numbers, order: 1)
      var inputs = point.values
      let direction = point.directions[0].first
      let shift = algebra.scaled(direction, by: algebra.constant(try numbers.number(t)))
      inputs[0] = algebra.sum([inputs[0], shift])
      if order > 0 { inputs[0].coefficients += direction.coefficients }
      return try Evaluation(plan, numbers, order: order).run(inputs)[0]
    }
    func quotient(_ h: Rational) throws -> Fraction {
      let twice = try #require(h.reciprocal?.multiplied(by: .half))
      let change = numbers.subtract(
        try value(h, order: 0).coefficients[0], try value(h.negated, order: 0).coefficients[0])
      return numbers.multiply(change, try numbers.number(twice))
    }
    let derivative = try value(.zero, order: 1).coefficients[1]
    let errors = try [30, 31, 32].map { bits in
      let h = try #require(Rational(1, 1 << bits))
      let error = numbers.subtract(try quotient(h), derivative)
      let ball = BallArithmetic(precision: 256)
      return ball.logarithmOfBound(ball.number(error))
    }
    // Each halving of h gains two bits.
    #expect(errors[2] == -.infinity || errors[2] < -40)
    if errors[2].isFinite {
      #expect(abs(errors[0] - errors[1] - 2) < 0.05)
      #expect(abs(errors[1] - errors[2] - 2) < 0.05)
    }
  }
}

/// Scalar functions of A that have exact values at fractions.
struct RationalCase: CustomTestStringConvertible, Sendable {
  let name: String
  let function: Expression

  var testDescription: String { name }

  static let all: [RationalCase] = {
    let (a, c) = (Letters.A.e, Letters.c.e)
    return [
      RationalCase(name: "c'*A*c", function: .product([c.T, a, c])),
      RationalCase(name: "tr(A*A*A')", function: Expression.product([a, a, a.T]).traced),
      RationalCase(name: "det(A)", function: MatrixFunction.det(a)),
      RationalCase(name: "sum(inv(A))", function: a.inverse.summed),
      RationalCase(name: "tr(A^3)", function: Expression.matrixPower(a, .number(3)).traced),
      RationalCase(name: "tr(A^-2)", function: Expression.matrixPower(a, .number(-2)).traced),
      RationalCase(name: "sum(A.^5)", function: Expression.power(a, Rational(5)).summed),
      RationalCase(name: "sum(A.^-3)", function: Expression.power(a, Rational(-3)).summed),
      RationalCase(name: "norm2(A)^2", function: .power(a.norm, Rational(2))),
      RationalCase(
        name: "sum(A.*A') / sum(diag(A))",
        function: .product([
          Expression.hadamard([a, a.T]).summed,
          .power(MatrixFunction.diag(a).summed, .minusOne),
        ])),
      RationalCase(
        name: "colsums(A)*rowsums(A)",
        function: .product([MatrixFunction.columnSums(a), MatrixFunction.rowSums(a)])),
    ]
  }()
}
