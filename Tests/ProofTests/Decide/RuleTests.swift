import MatrixCalculus
import Testing

@testable import Proof

/// Every derivative rule of the language against the kernel, which does not know them.
@Suite struct RuleTests {
  /// Σ R ⊙ f(X) with a random R, so that every entry's slope counts.
  @Test(arguments: Function.all)
  func derivativeOfEveryFunctionIsConfirmed(_ f: Function) {
    let (x, r) = (
      Letters.matrix("X", Letters.m, Letters.n), Letters.matrix("R", Letters.m, Letters.n)
    )
    let y = Expression.apply(f, x.e)
    let claimed = Expression.hadamard([r.e, f.derivative.lifted(z: x.e, y: y)])
    let claim = Claim.gradient(
      of: Expression.hadamard([r.e, y]).summed, wrt: x, claimed: claimed)
    #expect(Prover().confirm(claim) == .confirmed)
    let judgement = Prover().decide(claim)
    #expect(judgement.verdict == .verified, "\(judgement)")
  }

  /// The functions without sizes, and those along columns and along rows.
  private static let functions =
    MatrixFunction.all
    + MatrixFunctionFamily.all.filter { $0.parameters == .axis }
    .flatMap { family in [1, 2].compactMap { family.make([Dimension($0)]) } }

  /// ⟨R, f(A)⟩ with a random R of the result's shape pulls R back to the argument.
  @Test(arguments: functions.filter { $0.arity.contains(1) }, [Letters.A, Letters.x, Letters.c])
  func pullbackOfEveryMatrixFunctionIsConfirmed(_ f: MatrixFunction, _ x: Variable) throws {
    guard let y = try? Expression.call(f, [x.e]) else {
      // Only functions of square matrices refuse a shape.
      #expect(!x.shape.isSquare)
      return
    }
    let r = Variable("R", y.shape)
    let claimed = try f.pullback(r.e, [x.e], y)[0]
    let claim = Claim.gradient(
      of: Expression.hadamard([r.e, y]).summed, wrt: x, claimed: claimed)
    // A variable that may be any has no logarithm and no root at most points.
    #expect(Prover().confirm(claim) != .mistaken)
  }

  /// The same for both arguments of functions of two; entries lie where logarithms are defined.
  @Test(arguments: functions.filter { $0.arity.contains(2) }, [Letters.n, .one])
  func pullbackToBothArgumentsIsConfirmed(_ f: MatrixFunction, _ n: Dimension) throws {
    let x = [("X", n), ("Y", Letters.n)].map { name, size in
      Letters.matrix(name, size, size, range: 0.1...0.9)
    }
    guard let y = try? Expression.call(f, x.map(\.e)) else {
      #expect(n == .one)
      return
    }
    let r = Variable("R", y.shape)
    let claimed = try f.pullback(r.e, x.map(\.e), y)
    for (variable, gradient) in zip(x, claimed) {
      let claim = Claim.gradient(
        of: Expression.hadamard([r.e, y]).summed, wrt: variable, claimed: gradient)
      #expect(Prover().confirm(claim) == .confirmed)
    }
  }

  @Test(arguments: Function.all)
  func wrongSlopeIsRefuted(_ f: Function) {
    let x = Variable("x", .scalar)
    let y = Expression.apply(f, x.e)
    let wrong = f.derivative.lifted(z: x.e, y: y) + .product([Self.thousandth, x.e])
    let claim = Claim.gradient(of: y, wrt: x, claimed: wrong)
    #expect(Prover().confirm(claim) == .mistaken)
    let judgement = Prover().decide(claim)
    #expect(judgement.verdict == .refuted)
    #expect(judgement.witness?.differing != nil)
  }

  private static let thousandth = Expression.number(Rational(1, 1_000) ?? .half)
}
