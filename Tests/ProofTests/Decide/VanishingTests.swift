import Diagnostics
import MatrixCalculus
import Notation
import Proof
import Testing

@Suite struct VanishingTests {
  private static let n = Dimension("n")
  private static let k = Dimension("k")
  private static let a = Expression.variable(Variable("A", Shape(n, k)))
  private static let b = Expression.variable(Variable("b", Shape(n, .one)))
  private static let prover = Prover(orders: [SizeOrder(k, atMost: n)])

  /// r = b − A (A′ A)⁻¹ A′ b, which A′ maps to zero.
  private static var residual: Expression {
    let gram = MatrixFunction.inv(.product([a.transposed, a]))
    return b - .product([a, gram, a.transposed, b])
  }

  @Test func termOrthogonalToTheResidualIsLeftOut() {
    let gram = MatrixFunction.inv(.product([Self.a.transposed, Self.a]))
    let zero = Expression.product([Self.a, gram, Self.a.transposed, Self.residual])
    let sum = (Self.residual + zero + Self.b).simplified
    let expected = (Self.residual + Self.b).simplified
    // The residual is taken apart by the sum, so that three terms are left of four.
    #expect(Self.prover.withoutVanishingTerms(.sum([Self.b, zero])) == Self.b)
    #expect(Self.prover.confirm(.identity(sum, expected)) == .confirmed)
  }

  /// Zero by laws of functions, of kinks and of ranks, and what is left of sums that hold such terms.
  @Test(arguments: [
    ("sum(relu(t).*relu(-t))", "zeros(n, 1)"), ("sum(sigmoid(t) + sigmoid(-t))", "zeros(n, 1)"),
    ("sum(tanh(t) - 2*sigmoid(2*t) + 1)", "zeros(n, 1)"),
    ("sum(cosh(t).^2 - sinh(t).^2) + norm2(t)^2", "2*t"),
    ("sum(arcsin(t) + arccos(t))", "zeros(n, 1)"),
    ("sum(exp(c + t) - exp(c).*exp(t)) + c'*t", "c"),
    ("sum(relu(t).^2)", "2*relu(t)"), ("sum(relu(t - 100))", "step(t - 100)"),
  ])
  func whatVanishesIsLeftOutOfGradients(_ function: String, _ expected: String) throws {
    let source = SourceText(path: "page.md", text: "c, t : (n)")
    var scope = Scope()
    for line in StatementReader.read(source) { try scope.take(line.content.get(), in: source) }
    let f = try Elaborator.expression(SourceText(path: "page.md", text: function), in: scope)
    let t = try #require(scope.variable("t"))
    let gradient = Self.prover.withoutVanishingTerms(try Gradient.gradients(of: f, wrt: [t])[0])
    #expect(gradient.text == expected)
  }

  /// A deep column, so long written out that it is looked at sum by sum.
  private static func column(depth: Int) -> Expression {
    (1...depth).reduce(b) { z, _ in .apply(.tanh, z + b) }
  }

  @Test func termsVanishInLongResultsWhateverTheyAreMadeOf() {
    let z = Self.column(depth: 300)
    let squares =
      Expression.power(.apply(.sin, z), Rational(2))
      + .power(.apply(.cos, z), Rational(2)) - .ones(z.shape)
    let long = Expression.apply(.exp, .sum([z] + squares.operands))
    #expect(Self.prover.withoutVanishingTerms(long) == .apply(.exp, z.simplified))
  }

  /// The nodes that are visited in the gradients of a network by all its weights.
  private static func work(layers: Int) throws -> Int {
    let weights = (1...layers).map { Variable("W\($0)", Shape(n, n)) }
    let z = weights.reduce(b) { z, weight in .apply(.tanh, .variable(weight) * z + b) }
    let gradients = try Gradient.gradients(
      of: MatrixFunction.sum(.power(z, Rational(2))), wrt: weights)
    var search = VanishingSearch(prover)
    _ = search.reduced(gradients)
    return search.work
  }

  @Test func workOnLongResultsIsLinearInTheirDepth() throws {
    #expect(try Self.work(layers: 160) <= 5 * Self.work(layers: 40))
  }

  @Test func termsThatAreNotZeroStay() {
    let inverse = MatrixFunction.inv(.product([Self.a.transposed, Self.a]))
    let projection = Expression.product([Self.a, inverse, Self.a.transposed, Self.b])
    let sum = Expression.sum([Self.b, projection])
    #expect(Self.prover.withoutVanishingTerms(sum) == sum)
  }

  @Test func sumOfVanishingTermsIsZero() {
    let inverse = MatrixFunction.inv(.product([Self.a.transposed, Self.a]))
    let zero = Expression.product([inverse, Self.a.transposed, Self.residual])
    #expect(
      Self.prover.withoutVanishingTerms(.sum([zero, zero])) == .zeros(Shape(Self.k, .one)))
  }
}
