import MatrixCalculus
import Testing

@Suite struct NamedFormTests {
  private static let n = Dimension("n")
  private static let x = Expression.variable(Variable("x", Shape(n, .one)))
  private static let A = Expression.variable(Variable("A", Shape(n, n)))

  /// E ∘ E, again and again: a tree of 2ⁿ leaves.
  private static func doubled(_ times: Int) -> Expression {
    (0..<times).reduce(Expression.apply(.tanh, A * x)) { e, _ in .hadamard([e, e + x]) }
  }

  private static func shared(_ expression: Expression) -> NamedForm {
    NamedForm(sharing: expression) { Variable("T\($0)", $1) }
  }

  @Test(arguments: [1, 4, 26, 200])
  func sharingWritesEachPartOnce(_ times: Int) {
    let expression = Self.doubled(times)
    let form = Self.shared(expression)
    #expect(form.closed == [expression])
    let size = (form.bodies + form.definitions.map(\.value))
      .reduce(0) { $0 + $1.treeSize(limit: 1_000_000) }
    #expect(size <= 8 * (times + 2))
  }

  @Test func whatOccursOnceGetsNoName() {
    #expect(Self.shared(Self.A * Self.x + Self.x).definitions.isEmpty)
  }

  @Test func letterForALetterAndLetterUsedOnceAreWrittenOut() {
    let (a, b, c) = (
      Variable("a", Shape(Self.n, .one)), Variable("b", Shape(Self.n, .one)),
      Variable("c", Shape(Self.n, .one))
    )
    let form = NamedForm(
      [.variable(c) + .variable(b)],
      [
        Definition(a, Self.x), Definition(b, .apply(.tanh, .variable(a))),
        Definition(c, .apply(.exp, .variable(b))),
      ])
    let b1 = Expression.variable(b)
    #expect(form.bodies == [.apply(.exp, b1) + b1])
    #expect(form.definitions == [Definition(b, .apply(.tanh, Self.x))])
  }
}
