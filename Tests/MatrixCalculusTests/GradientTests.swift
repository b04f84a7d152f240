import MatrixCalculus
import Testing

@Suite struct GradientTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let function: Expression
    let variable: Expression
    let expected: String
    var testDescription: String { "\(dump(function)) by \(dump(variable))" }
  }

  static let cases: [Case] = {
    typealias L = Letters
    let residual = L.W′ * L.W * L.x - L.x
    return [
      Case(
        function: square(norm2(residual)), variable: L.W,
        expected: "(+ (* 2 W (+ (* W' W x) (* -1 x)) x') (* 2 W x (+ (* W' W x) (* -1 x))'))"),
      Case(
        function: square(norm2(residual)), variable: L.x,
        expected: "(+ (* 2 W' W (+ (* W' W x) (* -1 x))) (* -2 (+ (* W' W x) (* -1 x))))"),
      Case(function: norm2(L.x), variable: L.x, expected: "(* (.^ (sum (.^ x 2)) -1/2) x)"),
      Case(function: tr(L.A * L.B), variable: L.A, expected: "B'"),
      Case(function: tr(L.A * L.A), variable: L.A, expected: "(* 2 A')"),
      Case(
        function: L.x′ * L.A * L.x, variable: L.x, expected: "(* (+ A' A) x)"),
      Case(function: L.x′ * L.S * L.x, variable: L.x, expected: "(* 2 S x)"),
      Case(
        function: MatrixFunction.logdet(L.A), variable: L.A, expected: "(inv A)'"),
      Case(
        function: total(.apply(.sigmoid, L.W * L.X)), variable: L.W,
        expected:
          "(* (.* (sigmoid (* W X)) (+ 1[k×m] (* -1 (sigmoid (* W X))))) X')"),
      Case(
        function: total(.power(L.X, L.c)), variable: L.c, expected: "(sum (.* (.^ X c) (log X)))"),
      Case(function: total(L.X), variable: L.A, expected: "0[n×n]"),
      Case(
        function: logistic(L.X′ * L.x, L.matrix("t", L.m, .one)), variable: L.x,
        expected: "(* X (+ (sigmoid (* X' x)) (* -1 t)))"),
    ]
  }()

  /// −Σ t log p + (1 − t) log(1 − p) with p = σ(z).
  private static func logistic(_ z: Expression, _ t: Expression) -> Expression {
    let p = Expression.apply(.sigmoid, z)
    let ones = Expression.ones(z.shape)
    return -total(t .* .apply(.log, p) + (ones - t) .* .apply(.log, ones - p))
  }

  @Test(arguments: cases)
  func gradientHasTheClosedFormOfATextbook(_ c: Case) throws {
    let gradient = try Gradient.gradients(of: c.function, wrt: [Letters.variable(c.variable)])[0]
    #expect(dump(gradient) == c.expected)
    #expect(gradient.shape == c.variable.shape)
  }
}
