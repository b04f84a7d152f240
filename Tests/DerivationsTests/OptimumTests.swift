import Diagnostics
import Proof
import Testing

@testable import Derivations

/// What follows from a gradient's being zero, below the gradient.
@Suite struct OptimumTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let equation: String
    let verdict: Verdict
    /// Whether it holds where the gradient is zero only.
    let isAtOptimum: Bool
    var testDescription: String { equation }

    init(_ equation: String, _ verdict: Verdict, atOptimum: Bool = false) {
      self.equation = equation
      self.verdict = verdict
      isAtOptimum = atOptimum
    }
  }

  static let cases: [Case] = [
    Case(#"X^T X w = X^T y"#, .proved, atOptimum: true),
    Case(#"X^T X w - X^T y = 0"#, .proved, atOptimum: true),
    Case(#"X^T y = X^T X w"#, .proved, atOptimum: true),
    Case(#"w = (X^T X)^{-1} X^T y"#, .verified, atOptimum: true),
    Case(#"2 X^T X w = X^T y"#, .refuted),
    Case(#"X^T X w = - X^T y"#, .refuted),
    // A factor that is wrong is none less for the gradient's being zero somewhere.
    Case(#"X^T (X w - y) = 2 X^T (X w - y)"#, .refuted),
    Case(#"\frac12 \nabla_w F = 2 X^T (X w - y)"#, .refuted),
    Case(#"(X w - y)^T (X w - y) = F"#, .proved),
  ]

  @Test(arguments: cases)
  func whatFollowsFromAGradientIsJudgedWhereItIsZero(_ c: Case) throws {
    let page =
      derive("X : (m, n)\ny : (m)\nw : (n)\nF = norm2(X*w - y)^2")
      + "\n$$\\nabla_w F = 2 X^T (X w - y)$$\n\n$$\(c.equation)$$\n"
    let claims = try check(page).claims.dropFirst()
    #expect(claims.map(\.judgement.verdict) == [c.verdict])
    let words = "the gradient of F with respect to w is zero"
    #expect(claims.allSatisfy { $0.judgement.conditions.contains(words) == c.isAtOptimum })
  }
}
