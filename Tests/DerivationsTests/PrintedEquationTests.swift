import Derivations
import Diagnostics
import Pages
import Proof
import Testing

/// Equations restated from what tutorials print, under one set of declarations.
@Suite struct PrintedEquationTests {
  private static let declarations = """
    A : (n, n)
    B : (n, n)
    S : (n, n) symmetric invertible
    M : (n, n) invertible
    X : (m, n)
    Y : (m, k)
    Theta : (n, k)
    W : (k, m)
    w : (n)
    beta : (n)
    y : (m)
    u : (n)
    v : (n)
    b : (k)
    lambda : scalar > 0
    s : scalar
    rho : (n) in [0.1, 0.9]
    W1 : (h, n)
    W2 : (k, h)
    x : (n)
    J = (X*w - y)'*(X*w - y)
    R = (X*beta - y)'*(X*beta - y)/2 + lambda*beta'*beta/2
    Q = x'*A*x
    C = sum((W*(X*x) + b).^2)/2
    N = sum((W2*tanh(W1*x)).^2)
    network N
    """

  /// What checking a display under the declarations brings.
  private func check(_ tex: String) throws -> PageResult {
    let text = """
      ---
      check: all
      ---
      ```derive
      \(Self.declarations)
      ```

      <!-- check -->

      $$
      \(tex)
      $$

      """
    return PageChecker.check(try Page(path: "p.md", bytes: Array(text.utf8)))
  }

  @Test(arguments: [
    #"\nabla_w J = 2X^T(Xw - y)"#,
    #"\frac{\partial J}{\partial w} = 2 X^\top X w - 2 X^\top y"#,
    #"\frac{\partial}{\partial x} x^TAx = (A + A^T)x"#,
    #"\frac{d Q}{d x} = A x + A^{\mathrm T} x"#,
    #"\nabla Q(x) = (A + A^{\intercal})x"#,
    #"\partial Q/\partial x = (A + A^T) x"#,
    #"\frac{\delta Q}{\delta x} = Ax + A^Tx"#,
    #"\frac{\partial N}{\partial W_1} = \delta^{(2)} x^T"#,
    #"\frac{\partial N}{\partial W^{(2)}} = \delta^{(3)} (a^{(2)})^T"#,
    #"\nabla_{W^{(l)}} N = \delta^{(l+1)} (a^{(l)})^T, \\"#,
    #"\delta^{(2)} = \left( (W^{(2)})^T\delta^{(3)}\right) \bullet f'(z^{(2)})"#,
    #"\delta^{(l)} = \left((W^{(l)})^T \delta^{(l+1)}\right) \odot f'(z^{(l)})"#,
    #"a^l = f(z^l)"#,
    #"z^{(l+1)} = W^{(l)} a^{(l)}"#,
    #"a^{(l)} = f(z^{(l)})"#,
    #"\sigma'(x) = \sigma(x) \odot (1 - \sigma(x))"#,
    #"\tanh'(x) = 1 - \tanh^2(x)"#,
    #"\frac{\partial}{\partial x} \log(\mathbf{1}^T e^{x}) = \frac{e^{x}}{\mathbf{1}^T e^{x}}"#,
    #"\mathbf{X^TXw} = \mathbf{X}^T\mathbf{Xw}"#,
    #"\boldsymbol{A}\bm{x} + \mathrm{x} = (\mathbf{A} + I)\mathbf{x}"#,
    #"\begin{aligned} \nabla_w J &= 2 X^\top (X w - y) \\ &= 2 X^\top X w - 2 X^\top y \end{aligned}"#,
    #"\begin{eqnarray} \nabla_w J &=& 2 X^\top (X w - y) \\ &=& 2X^TXw - 2 X^\top y \end{eqnarray}"#,
    #"\begin{split} \nabla_x Q & = \left(A + A^T\right) x \\[1.6em] & = Ax + A^Tx \,. \end{split}"#,
    #"(A B)^T = B^T A^T"#,
    #"(M^{-1})^T = M^{-T}"#,
    #"(AB)' = B'A'"#,
    #"\frac{\partial R}{\partial \beta} = - X^\top\left( y - X \beta \right) + \lambda I'\beta"#,
    #"\tilde{\mathbf{v}} = \mathbf{v} + \mathbf{u} = u + v"#,
    #"\left(M S\right)^{-1} = S^{-1} M^{-1}"#,
    #"(S^{-1})^{\top} = S^{-1}"#,
    #"\frac{1}{\sqrt{\rho}} = \rho^{-1/2}"#,
    #"\|Xw - y\|_2^2 = (Xw-y)^T(Xw-y)"#,
    #"\Vert X \Vert_F = \sqrt{\text{trace}(X^T X)}"#,
    #"\langle u, v\rangle = u^\top v = v^\top u"#,
    #"\mathbf{u}\cdot\mathbf{v} = \mathbf{u}^\top\mathbf{v} = \mathbf{v}^\top\mathbf{u},"#,
    #"\frac{\delta \left\Vert Y-X\Theta \right\Vert^2}{\delta \Theta} = -2X^T (Y - X\Theta)"#,
    #"W^{(1)T} W^{(1)} = {W^{(1)}}^T W_1"#,
    #"\sum (x \odot x) = x^Tx"#,
    #"\sum_{ij} A_{ij} B_{ij} = \operatorname{tr}(A^TB)"#,
    #"A:B = \operatorname{tr}(A^TB)"#,
    #"\frac{d}{ds} e^{sA} = A e^{sA}"#,
    #"\frac{\partial}{\partial s} e^{2s} = 2e^{2s}"#,
    #"d(A:B) = B:dA"#,
    #"2 A A : B = \operatorname{tr}(2(AA)^TB)"#,
    #"\frac{d}{ds} (M + sA)^{-1}\Big|_{s=0} = -M^{-1}AM^{-1}"#,
    #"\frac{d}{ds} s\,(Q + s)\big|_{s=0} = Q"#,
    #"(\nabla_x (x^TAx))_i = \sum_j (A_{ij} + A_{ji}) x_j"#,
    #"\nabla_\boldsymbol{x} \boldsymbol{x}^\top A \boldsymbol{x} = (A + A^\top) x"#,
    #"\sum_{i=1}^{n-1} (x_{i+1} - x_i) = x_n - x_1"#,
    #"\sum_{i=1}^{n-1} (x_{i+1} - x_i)^2 = \sum_{i=2}^{n} (x_i - x_{i-1})^2"#,
    #"\sum_{i=1}^{n} i = \frac{n(n+1)}{2}"#,
    #"\sum_{i=1}^{n} i\,x_i = \sum_{i=1}^{n} \sum_{j=i}^{n} x_j"#,
    #"\frac{\partial}{\partial x_k} \sum_{i=1}^n i\,x_i^2 = 2 k x_k"#,
    #"\sum_{k=0}^{3} s^k = 1 + s + s^2 + s^3"#,
    #"\prod_{i=2}^{n} \frac{\rho_i}{\rho_{i-1}} = \frac{\rho_n}{\rho_1}"#,
    #"\sum_{t=2}^{n} \|A_{:,t} - B A_{:,t-1}\|^2 = \sum_{t=1}^{n-1} \|A_{:,t+1} - B A_{:,t}\|^2"#,
    #"\operatorname{tr}(AB) = \mathrm{Tr}\,BA"#,
    #"\nabla_A \operatorname{tr}(AB) = B^T"#,
    #"\nabla_S \log|S| = S^{-1}"#,
    #"\det (MS) = \det M \det S"#,
    #"\frac{\partial \log\det M}{\partial M} = M^{-T}"#,
    #"\frac{\partial^2 Q}{\partial x\,\partial x^T} = A + A^T"#,
    #"\nabla^2_x Q = A + A^T"#,
    #"\nabla^2_w J = 2X^\top X"#,
    #"d Q = dx^T A x + x^T A\, dx"#,
    #"\mathrm{d}J = 2 (Xw-y)^T X\,\mathrm{d}w"#,
    #"\underbrace{A x}_{n\times 1} - \underbrace{x - 2x}_{\text{twice}} = Ax - x - 2x"#,
    #"\color{purple}{A} \color{green}{x} = Ax \tag{6}"#,
    #"\boxed{\nabla_x Q = (A+A^T)x}"#,
    #"\cancel{(\det M)}\,\cancel{(\det M)^{-1}} \operatorname{tr} A = \operatorname{tr} A"#,
    #"A x + B u = \begin{pmatrix} A & B \end{pmatrix} \begin{pmatrix} x \\ u \end{pmatrix}"#,
    #"x \odot u = u \odot x"#,
    #"u \circ v = v \circ u"#,
    #"X^T X \odot (S + S) = 2 S \circ X^T X"#,
    #"\nabla_x Q := (A + A^T)x"#,
    #"\nabla_x Q \equiv (A + A^T) x \Rightarrow \nabla^2_x Q = A + A^T"#,
    #"\nabla_x Q \stackrel{!}{=} A x + A^T x \quad\text{where } A \text{ is square}"#,
    #"\nabla_b C = WXx + b \hspace{2em} (24)"#,
    #"∂Q/∂x = A x + Aᵀ x，"#,
    #"∇ₓQ = (A + Aᵀ)·x"#,
    #"\nabla_w J &amp;= 2X^T(Xw - y)。"#,
    #"\mathbb{1}^T x = \sum x"#,
    #"e^{x} = \exp(x)"#,
    #"\frac{\partial C}{\partial x} = X^TW^T(WXx + b)"#,
    #"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}^T = \begin{bmatrix} 1 & 3 \\ 2 & 4 \end{bmatrix}"#,
    #"(A \otimes B)^T = A^T \otimes B^T"#,
    #"\mathrm{vec}(A B) = (I_n \otimes A)\,\mathrm{vec}(B)"#,
    #"\operatorname{diag}(u)\,v = u \odot v"#,
    #"\frac{\partial N}{\partial W^{(l)}} = \delta^{(l+1)} \left(a^{(l)}\right)^{\mathsf T}"#,
    #"z^{[l+1]} = W^{[l]} a^{[l]}"#,
    #"\partial C/\partial b = W X x + b = \nabla_b C"#,
    #"x^\top \left[ A \right] x = x^T\{A^T\}x"#,
    #"\frac12 \|u\|^2 + \tfrac{1}{2}\|v\|^2 = \dfrac{\|u\|_2^2 + \|v\|_2^2}{2}"#,
    #"u^{T}v \, u = u u^T v"#,
    #"\mathbf{1}^\top u = \sum u"#,
  ])
  func equationsThatHoldAreConfirmed(_ tex: String) throws {
    let result = try check(tex)
    #expect(result.diagnostics == [])
    #expect(!result.claims.isEmpty)
    for claim in result.claims {
      #expect(claim.judgement.verdict.holds, "\(claim.claimed): \(claim.trouble?.message ?? "")")
    }
  }

  @Test(arguments: [
    #"\nabla_w J = 2X(Xw - y)"#,
    #"\nabla_w J = X^T(Xw - y)"#,
    #"\nabla_w J = -2X^T(Xw - y)"#,
    #"\nabla_w J = 2X^T(Xw + y)"#,
    #"\frac{\partial}{\partial x} x^TAx = 2Ax"#,
    #"\nabla_x Q = (A + A^T)x + x"#,
    #"\nabla_x Q = (A - A^T) x"#,
    #"(A B)^T = A^T B^T"#,
    #"(MS)^{-1} = M^{-1}S^{-1}"#,
    #"\frac{\partial R}{\partial\beta} = X^T(y - X\beta) + \lambda\beta"#,
    #"\frac{\partial R}{\partial\beta} = -X^T(y - X\beta) + 2\lambda\beta"#,
    #"\delta^{(l)} = W^{(l)}\delta^{(l+1)} \odot f'(z^{(l)})"#,
    #"\delta^{(l)} = (W^{(l)})^T \delta^{(l+1)}"#,
    #"\nabla_{W^{(l)}} N = a^{(l)} (\delta^{(l+1)})^T"#,
    #"\nabla_{W^{(l)}} N = \delta^{(l)} (a^{(l)})^T"#,
    #"\frac{\delta \left\Vert Y-X\Theta \right\Vert^2}{\delta \Theta} = 2X^T (Y - X\Theta)"#,
    #"\nabla_A \operatorname{tr}(AB) = B"#,
    #"\nabla_M \log\det M = M^{-1}"#,
    #"\nabla^2_w J = X^TX"#,
    #"\frac{1}{\sqrt{\rho}} = \rho^{1/2}"#,
    #"\sigma'(x) = \sigma(x)\odot(1 + \sigma(x))"#,
    #"\tanh'(x) = 1 - \tanh(x)"#,
    #"d Q = x^T A\, dx"#,
    #"\|Xw - y\|_2 = (Xw-y)^T(Xw-y)"#,
    #"\mathbf{u}\cdot\mathbf{v} = 2\mathbf{u}^\top\mathbf{v}"#,
    #"A:B = \operatorname{tr}(AB)"#,
    #"\frac{d}{ds} (M + sA)^{-1}\Big|_{s=0} = -A"#,
    #"(\nabla_x (x^TAx))_i = \sum_j (A_{ij} - A_{ji}) x_j"#,
    #"\sum_{i=1}^{n-1} (x_{i+1} - x_i) = x_n + x_1"#,
    #"\frac{\partial}{\partial x_k} \sum_{i=1}^n i\,x_i^2 = 2 x_k"#,
    #"\sum_{i=2}^{n} x_i x_{i-1} = \sum_{i=1}^{n} x_i x_i"#,
  ])
  func mistakesOfTheFieldAreRefuted(_ tex: String) throws {
    #expect(try check(tex).claims.contains { $0.judgement.verdict == .refuted })
  }

  @Test(arguments: [
    (
      #"\left.Q\right|_{v} = v^TAv"#,
      "a value at a point that is not named is not supported"
    ),
    (#"\frac{\partial E}{\partial q} = \kappa"#, "there is no variable q"),
    (#"\delta^{(l)} = (W^{(k)})^T\delta^{(l+1)}"#, "a layer is named by a number here"),
    (#"\delta^{(9)} = u"#, "N has no layer 9"),
    (#"\nabla_x Q \approx (A + A^T)x"#, "an approximation is not checked"),
    (#"x \leftarrow x - \nabla_x Q"#, "an update is not checked"),
    (#"\foo x = x"#, #"\foo is not understood"#),
  ])
  func whatCannotBeJudgedIsRefusedWithItsReason(_ tex: String, _ reason: String) throws {
    let claims = try check(tex).claims
    #expect(claims.map { $0.judgement.verdict } == [.unreadable])
    #expect(claims.first?.trouble?.message == reason)
  }

  @Test func claimsAboutEveryLayerSayWhichLayerIsWrong() throws {
    let claims = try check(#"\delta^{(l)} = 2 (W^{(l)})^T\delta^{(l+1)} \odot f'(z^{(l)})"#).claims
    #expect(claims.map(\.label) == ["l = 1"])
    #expect(claims.map { $0.judgement.verdict } == [.refuted])
  }
}
