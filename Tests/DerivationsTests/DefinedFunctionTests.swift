import Derivations
import Diagnostics
import Pages
import Proof
import Testing

/// Definitions with brackets or primes behind their names.
@Suite struct DefinedFunctionTests {
  private func claims(_ tex: String) throws -> [CheckedClaim] {
    let text = """
      ```derive
      A : (n, n) symmetric
      X : (n, n) symmetric positive definite
      V : (k, n)
      x : (n)
      y : (n)
      t : scalar
      E = tr(V'*V*A)
      ```

      $$\\rho(x) = \\frac{x^\\top A x}{x^\\top x}$$

      $$g(t) = \\log\\det(X + tA)$$

      $$p(x) = \\operatorname{softmax}(x)$$

      $$b(x, y) = x^\\top A y - x^\\top x$$

      <!-- check -->

      $$
      \(tex)
      $$

      """
    return PageChecker.check(try Page(path: "p.md", bytes: Array(text.utf8))).claims
  }

  @Test(arguments: [
    #"\nabla\rho(x) = \frac{2}{x^\top x}(Ax - \rho(x)x)"#,
    #"\nabla_x \rho = \frac{2}{x^\top x}(Ax - \rho x)"#,
    #"\rho(y) = \frac{y^\top A y}{\|y\|^2}"#,
    #"\rho(3y) = \rho(y)"#,
    #"\rho(x)\rho(y) = \rho(y)\rho(x)"#,
    #"b(y, x) = y^\top A x - y^\top y"#,
    #"b(x, x) = x^\top A x - x^\top x"#,
    #"b(x, 0y) = -\|x\|^2"#,
    #"g'(t) = \operatorname{tr}((X + tA)^{-1}A)"#,
    #"g''(t) = -\operatorname{tr}((X + tA)^{-1}A(X + tA)^{-1}A)"#,
    #"g'(0) = \operatorname{tr}(X^{-1}A)"#,
    #"E(V) = \operatorname{tr}(VAV^\top)"#,
    #"\frac{\partial p}{\partial x^\top} = \operatorname{diag}(p) - pp^\top"#,
    #"\frac{\partial^2 E}{\partial\operatorname{vec}(V)\,\partial\operatorname{vec}(V)^\top} = 2A \otimes I_k"#,
    #"\frac{\partial^2 g}{\partial t^2} = g''(t)"#,
  ])
  func valueAtItsArgumentsHolds(_ tex: String) throws {
    let claims = try claims(tex)
    #expect(claims.map(\.judgement.verdict.holds) == [true])
  }

  @Test(arguments: [
    #"\nabla\rho(x) = \frac{2}{x^\top x}(Ax - x)"#, #"\rho(y) = \rho(x)"#, #"b(y, x) = b(x, y)"#,
    #"2 = \rho(V)"#, #"\rho(3y) = 3\rho(y)"#, #"g'(t) = \operatorname{tr}((X + tA)^{-1})"#,
    #"\frac{\partial^2 E}{\partial\operatorname{vec}(V)\,\partial\operatorname{vec}(V)^\top} = I_k \otimes 2A"#,
  ])
  func wrongValueIsRefuted(_ tex: String) throws {
    #expect(try claims(tex).map(\.judgement.verdict) == [.refuted])
  }

  @Test(arguments: [
    (#"g' = \operatorname{tr}(X)"#, "g is a number; a prime over it says no variable"),
    (#"x = b(x, y, t)"#, "b is a function of x, y"),
  ])
  func unclearValueIsSaid(_ tex: String, _ message: String) throws {
    let claims = try claims(tex)
    #expect(claims.map(\.judgement.verdict) == [.unreadable])
    #expect(claims.first?.trouble?.message == message)
  }
}
