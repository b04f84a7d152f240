import MatrixCalculus
import Testing

@Suite struct NormalFormTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    let left: Expression
    let right: Expression
    var testDescription: String { "\(dump(left)) and \(dump(right))" }
  }

  static let equal: [Pair] = {
    typealias L = Letters
    let ones = Expression.ones(Shape(L.m, .one))
    return [
      Pair(left: (L.W * L.X)′, right: L.X′ * L.W′),
      Pair(left: tr(L.A * L.B), right: tr(L.B * L.A)),
      Pair(left: tr(L.A′ * L.B), right: total(L.A .* L.B)),
      Pair(
        left: square(norm2(L.X - L.Y)),
        right: square(norm2(L.X)) - number(2) * tr(L.X′ * L.Y) + square(norm2(L.Y))),
      Pair(left: MatrixFunction.diag(L.x) * L.u, right: L.x .* L.u),
      Pair(left: MatrixFunction.diag(L.x) * L.X, right: (L.x * ones′) .* L.X),
      Pair(left: MatrixFunction.diag(L.A * L.B′), right: (L.A .* L.B) * .ones(Shape(L.n, .one))),
      Pair(
        left: L.x′ * (L.A .* L.B) * L.u,
        right: tr(MatrixFunction.diag(L.x) * L.A * MatrixFunction.diag(L.u) * L.B′)),
      Pair(left: L.S * L.x, right: L.S′ * L.x),
      Pair(left: tr(L.S * L.A), right: tr(L.S * L.A′)),
      Pair(left: L.Q′ * L.A * L.Q * L.Q′, right: L.Q′ * L.A),
      Pair(left: square(norm2(L.Q * L.X)), right: square(norm2(L.X))),
      Pair(left: L.D * L.D .* L.A, right: square(L.D) .* L.A),
      Pair(left: .apply(.exp, L.X′), right: .apply(.exp, L.X)′),
      Pair(
        left: .apply(.exp, L.W′ * L.W * L.x - L.x),
        right: .apply(.exp, L.x.negated + L.W′ * (L.W * L.x))),
      Pair(left: .apply(.exp, L.x * ones′), right: .apply(.exp, L.x) * ones′),
      Pair(
        left: .power(square(norm2(L.x)), Rational(3, 2)!) * .power(norm2(L.x), .minusOne),
        right: L.x′ * L.x),
      Pair(left: square(norm2(L.x - L.u)), right: (L.x - L.u)′ * (L.x - L.u)),
      Pair(left: norm2(L.x - L.u) * norm2(L.u - L.x), right: square(norm2(L.x - L.u))),
      Pair(left: tr(.eye(L.n)) * L.c, right: L.c * .size(L.n)),
      Pair(left: total(.ones(L.X.shape)), right: .size(L.n * L.m)),
      Pair(left: .matrixPower(L.A, number(3)), right: L.A * L.A * L.A),
      Pair(left: square(tr(L.A′ * L.A)) * tr(L.B), right: tr(L.B′) * square(total(L.A .* L.A))),
      Pair(
        left: .hadamard([L.A, .eye(L.n)]), right: MatrixFunction.diag(MatrixFunction.diag(L.A))),
      Pair(left: .power(L.p * L.X, .half), right: .power(L.p, .half) * .power(L.X, .half)),
    ]
  }()

  static let different: [Pair] = {
    typealias L = Letters
    return [
      Pair(left: L.A * L.B, right: L.B * L.A),
      Pair(left: L.A′, right: L.A),
      Pair(left: L.A * L.A, right: square(L.A)),
      Pair(left: tr(L.A * L.A), right: tr(L.A′ * L.A)),
      Pair(left: .apply(.exp, L.A), right: .apply(.exp, L.A′)),
      Pair(left: .apply(.exp, L.A), right: .apply(.tanh, L.A)),
      Pair(left: .power(square(L.X), .half), right: L.X),
      Pair(left: (L.A - L.A′) * (L.B - L.B′), right: (L.B - L.B′) * (L.A - L.A′)),
      Pair(left: tr(L.A * L.B * L.A′ * L.B′), right: tr(L.A * L.B * L.B′ * L.A′)),
    ]
  }()

  @Test(arguments: equal)
  func equalExpressionsShareTheForm(_ pair: Pair) {
    var form = NormalForm()
    #expect(form.equal(pair.left, pair.right) == true)
  }

  @Test(arguments: equal)
  func simplifyingKeepsTheForm(_ pair: Pair) {
    var form = NormalForm()
    #expect(form.equal(pair.left, pair.left.simplified) == true)
    #expect(form.equal(pair.right, pair.right.simplified) == true)
  }

  @Test(arguments: different)
  func differentExpressionsDifferInForm(_ pair: Pair) {
    var form = NormalForm()
    #expect(form.equal(pair.left, pair.right) == false)
  }

  @Test func longChainsAreComparedQuickly() {
    let chain = (0..<200).map { Letters.matrix("W\($0)", Letters.n, Letters.n) }
    let left = chain.dropFirst().reduce(chain[0]) { $0 * $1 }
    let right = Expression.product(chain.reversed().map(\.transposed)).transposed
    var form = NormalForm()
    #expect(form.equal(left, right) == true)
  }

  @Test func explosionIsRefusedNotAttempted() {
    let sums = (0..<40).map { _ in Letters.A + Letters.B }
    var form = NormalForm()
    #expect(form.equal(.product(sums), .product(sums.dropLast() + [Letters.A])) == nil)
  }
}
