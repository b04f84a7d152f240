import Testing

@testable import Notation

@Suite struct LaTeXFormulaTests {
  @Test(arguments: [
    // Products: juxtaposition binds tighter than entrywise products, these tighter than sums.
    ("Wx", "(W x)"),
    ("W^TWx - x", "(+ ((' W) W x) (- x))"),
    (#"2(W^TWx - x)(Wx)^T"#, "(2 [(+ ((' W) W x) (- x))] (' [(W x)]))"),
    (#"A B \odot X y"#, "(.* (A B) (X y))"),
    (#"A \circ B \bullet C"#, "(.* A B C)"),
    (#"A \odot B + C"#, "(+ (.* A B) C)"),
    (#"-A \odot B"#, "(- (.* A B))"),
    (#"A \otimes B"#, "kron(A, B)"),
    (#"x \oslash y"#, "(./ x y)"),
    (#"A \cdot B \times C"#, "(* A B C)"),
    (#"A \cdot -x"#, "(* A (- x))"),
    ("x/s y", "((/ x s) y)"),
    ("- - x", "(- (- x))"),
    (#"A .* B"#, "(.* A B)"),
    // Fractions and roots.
    (#"\frac12 x"#, "((/ 1 2) x)"),
    (#"\tfrac{1}{m}\sqrt{x}"#, "((/ 1 m) sqrt(x))"),
    (#"\sqrt[3]{x}"#, "(.^ x (/ 1 3))"),
    ("0.25x", "(1/4 x)"),
    (#"\prod x"#, "prod(x)"),
    (#"\lVert A \rVert_{2,\text{rows}}"#, "norm2(A, 2)"),
    (#"\|A\|_{1,\text{columns}}"#, "norm1(A, 1)"),
    // Scripts.
    (#"W^\top"#, "(' W)"),
    (#"W^{\mathsf T}"#, "(' W)"),
    (#"W^{\mathrm{T}}x^\intercal"#, "((' W) (' x))"),
    ("x^t", "(' x)"),
    ("A'x", "((' A) x)"),
    (#"A^{\prime}"#, "(' A)"),
    ("(W^T)^T", "(' [(' W)])"),
    ("{(W x)}^T", "(' [(W x)])"),
    ("A^{-1}", "(^ A (- 1))"),
    ("A^{-T}", "(' (^ A (- 1)))"),
    (#"A^{-1\top}"#, "(' (^ A (- 1)))"),
    ("A^{+}", "pinv(A)"),
    (#"(Vss^T + \epsilon)^{-\frac{1}{2}}"#, "(^ [(+ (V s (' s)) epsilon)] (- (/ 1 2)))"),
    (#"s^{\circ 2}"#, "(.^ s 2)"),
    (#"x^{n-1}"#, "(^ x (+ n (- 1)))"),
    // Names.
    (#"W^{(1)} W_1 W_{2}"#, "(W1 W1 W2)"),
    ("W^{(1)T}W_2^Tx", "((' W1) (' W2) x)"),
    ("{W^{[1]}}^T", "(' W1)"),
    (#"W^{(1)^T}"#, "(' W1)"),
    (#"\varepsilon \mathbf{X}\boldsymbol{\theta}"#, "(epsilon X theta)"),
    (#"\mathbf{X y}"#, "(X y)"),
    (#"\hat{x} + \hat x"#, "(+ xhat xhat)"),
    (#"\vec{y}"#, "y"),
    (#"\text{reg}\,x"#, "(reg x)"),
    ("reg x", "(reg x)"),
    ("εσ", "(epsilon sigma)"),
    // Constants of the size that fits.
    ("I_n - I", "(+ eye(n) (- eye()))"),
    (#"\mathbf{1}^\top x"#, "((' ones()) x)"),
    (#"x\mathbf{1}_n^\top"#, "(x (' ones(n, 1)))"),
    (#"\mathbf{1}[x > 0]"#, "step(x)"),
    (#"\mathbb{1}\{x < y\}"#, "step((- y x))"),
    // Functions.
    (#"\exp(-x)"#, "exp((- x))"),
    (#"\log x y + b"#, "(+ log((x y)) b)"),
    (#"y \odot \log x"#, "(.* y log(x))"),
    (#"\sin x\cos y"#, "(sin(x) cos(y))"),
    (#"\log\sigma(x) y"#, "(log(sigmoid(x)) y)"),
    (#"\log\det A"#, "logdet(A)"),
    (#"\log(\det(A))"#, "logdet(A)"),
    (#"\operatorname{tr} A^TB"#, "tr(((' A) B))"),
    (#"\mathrm{tr}AB"#, "tr((A B))"),
    (#"tr(AB) + diag(x)"#, "(+ tr((A B)) diag(x))"),
    (#"n\operatorname{tr}(A)\operatorname{tr}(B)"#, "(n tr(A) tr(B))"),
    (#"\mathrm{Tr}\left[A\right]B"#, "(tr(A) B)"),
    (#"\operatorname{diag}(w)^2A"#, "((^ diag(w) 2) A)"),
    (#"\sin^2 x"#, "(^ sin(x) 2)"),
    (#"\sin^{-1}(x)"#, "arcsin(x)"),
    (#"\max(0, Wx)^T"#, "(' relu((W x)))"),
    (#"\text{softmax}(Wx)"#, "softmax((W x))"),
    (#"\operatorname{softmax}_{\text{rows}}(Wx)^T"#, "(' softmax((W x), 2))"),
    (#"\max_{\text{columns}} W"#, "max(W, 1)"),
    ("e^{-x}", "exponential((- x))"),
    ("f(x)", "f(x)"),
    ("f'(Wx)", "f'((W x))"),
    (#"\sigma'(x)"#, "sigmoid'(x)"),
    ("A(B + C)", "(A [(+ B C)])"),
    ("J(W) x", "(J(W) x)"),
    // Norms, bars and sums.
    (#"\lVert W^TWx-x\rVert_2^2"#, "(^ norm2((+ ((' W) W x) (- x))) 2)"),
    (#"\left\| A \right\|_F"#, "norm2(A)"),
    ("||A||^2 + 1", "(+ (^ norm2(A) 2) 1)"),
    (#"\|x\|\,\|y\|_1"#, "(norm2(x) norm1(y))"),
    (#"\lambda|Wx|x^T"#, "(lambda bars((W x)) (' x))"),
    ("|A||B|", "(bars(A) bars(B))"),
    (#"\langle x, y\rangle"#, "sum((.* x y))"),
    (#"\sum{ \sqrt{Vss^T + \epsilon} } + 1"#, "(+ sum(sqrt((+ (V s (' s)) epsilon))) 1)"),
    (#"w\sum x \odot y - 1"#, "(+ (w sum((.* x y))) (- 1))"),
    (#"\sum_{ij} A_{ij}\log B_{ij} + 1"#, "(+ (sum ij (A[i,j] log(B[i,j]))) 1)"),
    (#"\sum_i\sum_j A_{ij}B_{ji}^2"#, "(sum i (sum j (A[i,j] (^ B[j,i] 2))))"),
    (#"\sum_{i,j} |X_{ij}|"#, "(sum ij bars(X[i,j]))"),
    ("WᵀW²", "((' W) (^ W 2))"),
    ("A⁻¹", "(^ A (- 1))"),
    (#"\begin{bmatrix} 1 & x \\ 0 & y \end{bmatrix}"#, "<<1 x> <0 y>>"),
    // Derivatives inside of formulas, quantities of layers.
    (#"1 + (\nabla_{W^T} J)^T"#, "(+ 1 (' [{gradient J (' W)}]))"),
    (#"1 + \frac{\partial J}{\partial W}x"#, "(+ 1 ({gradient J W} x))"),
    ("A\\,dX\\,B", "(A {differential X} B)"),
    (#"\delta^{(3)} a^{(2)T}"#, "(<delta 3> (' <activation 2>))"),
    (
      #"((W^{(l)})^T\delta^{(l+1)}) \bullet f'(z^{(l)})"#,
      "(.* [((' [<weight l>]) <delta l+1>)] f'(<input l>))"
    ),
    ("a^L", "<activation L>"),
  ])
  func formulasAreReadAsAuthorsMeanThem(_ tex: String, _ tree: String) {
    #expect(LaTeXFixture.formula(tex) == tree)
  }

  @Test(arguments: [
    #"W ^ T W x"#, #"{W}^{T}{W}{x}"#, #"W^T\,W\;x"#, #"W^\top W x % a remark"#,
    #"\left. W^{T} \right. \mathbf{W}\bm x"#, "\\displaystyle W^T\n W x\\tag{3}",
    #"\underbrace{W^T W}_{\text{symmetric}} x"#, #"\color{red}{W^T} \textcolor{blue}{W x}"#,
    #"W' W x\quad\text{where x is a column}."#, #"\boxed{W^T W} x,"#,
  ])
  func looksDoNotChangeTheMeaning(_ tex: String) {
    #expect(LaTeXFixture.formula(tex) == "((' W) W x)")
  }

  @Test func everyNodeKnowsItsStretch() throws {
    let text = #"\frac{1}{2}\lVert W^{T}x \rVert_2^2"#
    let formula = try #require(LaTeXFixture.equations(text).equations.first?.leftFormula)
    func slice(_ syntax: Syntax) -> String {
      String(decoding: Array(text.utf8)[syntax.range], as: UTF8.self)
    }
    let power = formula.children[1]
    #expect(slice(formula) == text)
    #expect(slice(power) == #"\lVert W^{T}x \rVert_2^2"#)
    #expect(slice(power.children[0].children[0]) == "W^{T}x")
    #expect(slice(power.children[0].children[0].children[0]) == "W^{T}")
  }
}
