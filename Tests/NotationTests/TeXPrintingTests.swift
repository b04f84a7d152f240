import MatrixCalculus
import Notation
import Testing

@Suite struct TeXPrintingTests {
  static let printed: [(text: String, tex: String)] = [
    ("2*W'*(W*x - u)*x'", "2 W^T (W x - u) x^T"),
    ("x .* y", #"x \bullet y"#),
    ("A*x .* (x + y)", #"(A x) \bullet (x + y)"#),
    ("norm2(W*x - u)^2", #"\lVert W x - u \rVert_2^2"#),
    ("norm1(x)", #"\lVert x \rVert_1"#),
    ("sum((W*x).^2)", #"\lVert W x \rVert_2^2"#),
    ("sqrt(gamma + epsilon)", #"\sqrt{\gamma + \epsilon}"#),
    ("A/2", #"\frac{A}{2}"#),
    ("a/b", #"\frac{a}{b}"#),
    ("(a/b + 1)*x", #"\left( \frac{a}{b} + 1 \right) x"#),
    ("inv(A)*x", "A^{-1} x"),
    ("x.^2", #"x^{\circ 2}"#),
    ("(A*x + 1).^(-1/2)", #"(A x + 1)^{-\frac{1}{2}}"#),
    ("A - eye(n)", "A - I"),
    ("x*ones(1, m)", #"x \mathbf{1}^T"#),
    ("ones(n, m)*v", #"\mathbf{1} \mathbf{1}^T v"#),
    ("sum(M, 2)", #"M \mathbf{1}"#),
    ("sum(M + N, 1)", #"\mathbf{1}^T (M + N)"#),
    ("sum(x)*a*y", #"\left( \sum x \right) a y"#),
    ("9/4*A/(n - 1)", #"\frac{9 A}{4 (n - 1)}"#),
    ("a*sum(x)", #"a \sum x"#),
    ("abs(A)", #"\operatorname{abs}(A)"#),
    ("abs(M)", #"\left\lvert M \right\rvert"#),
    ("logdet(A)^2", #"(\log\det(A))^2"#),
    ("M.^a", #"M^{\circ a}"#),
    ("(pinv(M)').^2", #"((M^+)^T)^{\circ 2}"#), ("W1'*x", "(W^{(1)})^T x"),
    ("inv(W1)*x", "(W^{(1)})^{-1} x"), ("W1^2", "(W^{(1)})^2"),
    ("sum(x.*y)", #"\sum (x \bullet y)"#),
    ("tr(A)", #"\operatorname{tr}(A)"#),
    ("exp(-x)", #"\exp(-x)"#),
    ("f'(A*x)", "f'(A x)"),
    ("W1*x - x1", "W^{(1)} x - x_{1}"),
    ("xhat + deltas", #"\hat{x} + \mathrm{deltas}"#),
  ]

  @Test(arguments: printed)
  func expressionsArePrintedAsInATextbook(_ c: (text: String, tex: String)) throws {
    let more = "\nW1 : (n, n) as W^{(1)}\nx1 : (n)\nxhat : (n)\ndeltas : (n)"
    let scope = try scope(sampleNames + more)
    let read = try expression(c.text, in: scope)
    #expect(read.tex(TeXStyle(names: scope.texNames)) == c.tex)
  }

  @Test func styleChoosesTheProductSign() throws {
    var style = TeXStyle()
    style.hadamard = #"\odot"#
    style.transposition = .mark(#"^{\top}"#)
    let read = try expression("x' .* y'", in: scope(sampleNames))
    #expect(read.tex(style) == #"x^{\top} \odot y^{\top}"#)
  }
}
