import MatrixCalculus
import Testing

@Suite struct SimplifierTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let input: Expression
    let expected: String
    var testDescription: String { expected }
  }

  static let cases: [Case] = {
    typealias L = Letters
    return [
      Case(input: L.X + L.X, expected: "(* 2 X)"),
      Case(input: L.X - L.X, expected: "0[n×m]"),
      Case(input: L.X - (L.Y - L.X), expected: "(+ (* 2 X) (* -1 Y))"),
      Case(input: L.Y.negated + L.X, expected: "(+ X (* -1 Y))"),
      Case(input: (L.W * L.X)′, expected: "(* X' W')"),
      Case(input: (L.X′)′, expected: "X"),
      Case(input: L.S′, expected: "S"),
      Case(input: (L.W′ * L.W * L.x - L.x)′, expected: "(+ (* W' W x) (* -1 x))'"),
      Case(input: (L.A′ + L.B′)′, expected: "(+ A B)"),
      Case(input: L.W * (number(2) * (L.X * number(3))), expected: "(* 6 W X)"),
      Case(input: .eye(L.n) * L.X, expected: "X"),
      Case(input: L.X .* .ones(L.X.shape), expected: "X"),
      Case(input: L.X .* L.X, expected: "(.^ X 2)"),
      Case(input: square(norm2(L.x)), expected: "(sum (.^ x 2))"),
      Case(
        input: .product([norm2(L.x), .power(norm2(L.x), .minusOne), L.x]), expected: "x"),
      Case(input: .apply(.sqrt, L.X), expected: "(.^ X 1/2)"),
      Case(input: .apply(.tanh, L.X′), expected: "(tanh X)'"),
      Case(input: MatrixFunction.inv(L.A) * L.A * L.x, expected: "x"),
      Case(input: L.X * MatrixFunction.inv(L.X′ * L.X) * L.X′ * L.X, expected: "X"),
      Case(input: L.X * MatrixFunction.pinv(L.X) * L.X, expected: "X"),
      Case(
        input: .power(.apply(.sign, L.x), Rational(2)) .* .power(.apply(.abs, L.x), .half),
        expected: "(.^ (abs x) 1/2)"),
      Case(input: L.Q′ * L.Q * L.x, expected: "x"),
      Case(input: total(L.P * L.x), expected: "(sum x)"),
      Case(input: total(.apply(.abs, L.P * L.X)), expected: "(sum (abs X))"),
      Case(input: norm2(L.Q * L.X), expected: "(.^ (sum (.^ X 2)) 1/2)"),
      Case(input: norm2(L.Q * L.x - L.Q * L.u), expected: "(.^ (sum (.^ (+ x (* -1 u)) 2)) 1/2)"),
      Case(input: MatrixFunction.max()(L.P * L.x), expected: "(max x)"),
      Case(input: MatrixFunction.normInf(L.P * L.X), expected: "(max (rowsums (abs X)))"),
      Case(input: .apply(.abs, MatrixFunction.det(L.Q * L.A)), expected: "(abs (det A))"),
      Case(input: MatrixFunction.logdet(L.Q * L.A * L.Q′), expected: "(logdet A)"),
      Case(input: MatrixFunction.logSumExp()(L.P * L.x), expected: "(logsumexp x)"),
      Case(input: total(L.M * L.x), expected: "(sum x)"),
      Case(input: L.M′ * .ones(L.x.shape), expected: "1[n×1]"),
      Case(input: tr(L.P * L.A * L.P′), expected: "(tr A)"),
      Case(input: tr(L.A * L.x * L.u′), expected: "(* u' A x)"),
      Case(input: MatrixFunction.expm(L.K)′ * MatrixFunction.expm(L.K) * L.x, expected: "x"),
      Case(input: MatrixFunction.lowerPart(inv(L.L)′), expected: "(diag (.^ (diag L) -1))"),
      Case(input: MatrixFunction.diag(MatrixFunction.diag(inv(L.D))), expected: "(inv D)"),
      Case(input: MatrixFunction.diag(L.K), expected: "0[n×1]"),
      Case(
        input: MatrixFunction.diag(L.A * MatrixFunction.diag(L.x) * L.B),
        expected: "(* (.* A B') x)"),
      Case(input: MatrixFunction.diag(L.D * L.x * L.u′), expected: "(.* (diag D) x u)"),
      Case(input: MatrixFunction.diag(L.A + L.A′), expected: "(* 2 (diag A))"),
      Case(
        input: MatrixFunction.kron([.ones(Shape(L.m, .one)), .eye(L.n)]) * L.X,
        expected: "(kron 1[m×1] X)"),
      Case(input: (L.A + L.A′)′, expected: "(+ A A')"),
      Case(input: L.x .* .apply(.sign, L.x), expected: "(abs x)"),
      Case(input: .apply(.abs, L.x) .* .apply(.sign, L.x), expected: "x"),
      Case(input: .apply(.relu, L.x) .* .apply(.step, L.x), expected: "(relu x)"),
      Case(
        input: .apply(.sign, L.x) .* .power(.apply(.abs, L.x), .minusOne), expected: "(.^ x -1)"),
      Case(input: .apply(.sign, L.x) .* .apply(.step, L.x), expected: "(step x)"),
      Case(
        input: MatrixFunction.kron([.ones(L.x.shape), L.u]) * .ones(Shape(.one, L.m)),
        expected: "(kron 1[n×m] u)"),
      Case(input: square(.apply(.abs, L.x)), expected: "(.^ x 2)"),
      Case(input: .apply(.relu, L.x) + .apply(.relu, L.x.negated), expected: "(abs x)"),
      Case(input: .apply(.softplus, L.x) - .apply(.softplus, L.x.negated), expected: "x"),
      Case(input: MatrixFunction.columnSums(.ones(L.X.shape)), expected: "(* #n 1[1×m])"),
      Case(input: inv(L.A)′ * L.A′ * L.x, expected: "x"),
      Case(input: L.A * inv(L.B * L.A), expected: "(inv B)"),
      Case(input: inv(L.A * L.B)′ * L.B′, expected: "(inv A)'"),
      Case(input: inv(number(3) * L.A), expected: "(* 1/3 (inv A))"),
      Case(input: total(inv(L.A)′ .* L.A), expected: "#n"),
      Case(input: .apply(.log, .apply(.exp, L.X)), expected: "X"),
      Case(input: .apply(.exp, .apply(.log, L.X)), expected: "X"),
      Case(
        input: number(2) * (L.A - L.A′) - number(2) * (L.A′ - L.A),
        expected: "(* 4 (+ A (* -1 A')))"),
      Case(
        input: .product([
          .power(number(2), .number(.half)), .power(number(2), .number(.half)), L.X,
        ]), expected: "(* 2 X)"),
      Case(input: total(number(3) * L.X′), expected: "(* 3 (sum X))"),
      Case(input: tr(.eye(L.n)), expected: "#n"),
      Case(input: .matrixPower(L.A, number(2)), expected: "(* A A)"),
      Case(input: MatrixFunction.diag(MatrixFunction.diag(L.x)), expected: "x"),
      Case(input: .product([number(0), L.X]), expected: "0[n×m]"),
      Case(
        input: .product([L.x′ * L.u, L.u′ * L.x, L.X]), expected: "(* (.^ (* x' u) 2) X)"),
      Case(
        input: .power(.number(Rational(2)) * (L.x′ * L.x), .minusOne),
        expected: "(* 1/2 (.^ (* x' x) -1))"),
      Case(
        input: .power(
          number(-3) * .variable(Variable("t", .scalar, .positive)), .number(.half)),
        expected: "(* (.^ t 1/2) (.^ -3 1/2))"),
      Case(
        input: (.variable(Variable("t", .scalar)) * L.W * L.X) .* .ones(Shape(L.k, L.m)),
        expected: "(* t W X)"),
      Case(
        input: .number(Rational(Int.max)) * L.X + .number(Rational(Int.max)) * L.X,
        expected: "(+ (* \(Int.max) X) (* \(Int.max) X))"),
    ]
  }()

  @Test(arguments: cases)
  func textbookFormIsReached(_ c: Case) {
    #expect(dump(c.input.simplified) == c.expected)
  }

  @Test(arguments: cases)
  func simplifyingTwiceChangesNothing(_ c: Case) {
    #expect(c.input.simplified.simplified == c.input.simplified)
  }

  @Test(arguments: cases)
  func shapeIsKept(_ c: Case) {
    #expect(c.input.simplified.shape == c.input.shape)
  }
}
