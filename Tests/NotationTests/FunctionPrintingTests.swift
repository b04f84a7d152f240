import MatrixCalculus
import Notation
import Testing

/// Functions with a form of their own in print.
@Suite struct FunctionPrintingTests {
  static let cases: [(formula: String, text: String, tex: String)] = [
    ("kron(A,B)*vec(A)", "kron(A, B)*vec(A)", #"(A \otimes B) \operatorname{vec}(A)"#),
    ("commat(m,n)", "commat(m, n)", "K_{m, n}"),
    ("pinv(M)", "pinv(M)", "M^+"),
    ("expm(A + B)", "expm(A + B)", "e^{A + B}"),
    ("softmax(M,2)", "softmax(M, 2)", #"\operatorname{softmax}_{\text{rows}}(M)"#),
    ("max(M',2)", "max(M', 2)", #"\max_{\text{rows}}(M^T)"#),
    ("[A,M';M,eye(m)]", "[A, M'; M, eye(m)]", #"\begin{bmatrix} A & M^T \\ M & I \end{bmatrix}"#),
    (
      "[A 0; 0 B]", "[A, zeros(n, n); zeros(n, n), B]",
      #"\begin{bmatrix} A & 0 \\ 0 & B \end{bmatrix}"#
    ),
    ("A(:,2)", "A(:, 2)", "A_{:,2}"),
    ("A(1:2,:)", "A(1:2, :)", #"\operatorname{rows}(A, 1, 2)"#),
    ("A(1,2)", "A(1, 2)", "A_{1,2}"),
    ("A*e(2,n)", "A*e(2, n)", "A e_{2}"),
    ("A\\B", "solve(A, B)", "A^{-1} B"),
    ("norminf(M)", "norminf(M)", #"\lVert M \rVert_\infty"#),
    ("norm2(M,2)", "norm2(M, 2)", #"\lVert M \rVert_{2,\text{rows}}"#),
    ("prod(M)", "prod(M)", #"\prod M"#),
    ("inner(M,N)", "inner(M, N)", #"\langle M, N \rangle"#),
    ("max(M,N)", "maximum(M, N)", #"\max(M, N)"#),
    ("max(M,1)", "max(M, 1)", #"\max_{\text{columns}}(M)"#),
    ("reshape(M,n,m)", "reshape(M, n, m)", #"\operatorname{reshape}(M, n, m)"#),
  ]

  @Test(arguments: cases)
  func functionIsPrintedAsItIsWritten(_ c: (formula: String, text: String, tex: String)) throws {
    let scope = try scope(sampleNames)
    let read = try expression(c.formula, in: scope)
    #expect(read.text == c.text)
    #expect(read.tex() == c.tex)
    #expect(try expression(read.text, in: scope) == read)
  }
}
