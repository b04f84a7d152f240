import Diagnostics
import MatrixCalculus
import Notation
import Testing

/// Formulas in TeX as their author wrote them.
@Suite struct AuthorPrintingTests {
  private static let names = sampleNames + "\nW1 : (n, n)\nvec(z) = z^3\nh(x) = x'*x"

  static let printed: [(text: String, tex: String)] = [
    // Functions that take columns or rows one by one.
    ("sum(M, 2)", #"M \mathbf{1}"#),
    ("sum(M + N, 1)", #"\mathbf{1}^T (M + N)"#),
    ("sum(2*M, 1)*x", #"\mathbf{1}^T (2 M) x"#),
    ("sum(M.*N, 2)'", #"((M \bullet N) \mathbf{1})^T"#),
    ("v .* sum(M, 2)", #"v \bullet (M \mathbf{1})"#),
    ("norm2(M, 1).^2", #"\lVert M \rVert_{2,\text{columns}}^{\circ 2}"#),
    ("norm1(M, 2)", #"\lVert M \rVert_{1,\text{rows}}"#),
    ("mean(M, 1)", #"\operatorname{mean}_{\text{columns}}(M)"#),
    ("norm(x, 1) + norm(x, inf)", #"\lVert x \rVert_1 + \lVert x \rVert_\infty"#),
    // Ones and zeros.
    ("ones(1, m)*M*ones(n, 1)", #"\mathbf{1}^T M \mathbf{1}"#),
    ("2*ones(n, m)", #"2 \mathbf{1} \mathbf{1}^T"#),
    ("tr(x*ones(1, n))", #"\operatorname{tr}(x \mathbf{1}^T)"#),
    ("zeros(m, n)", #"0_{m \times n}"#),
    // Signs for functions.
    ("kron(A, B)'*kron(A + B, x)", #"(A \otimes B)^T ((A + B) \otimes x)"#),
    ("prod(x)^2", #"\left( \prod x \right)^2"#),
    ("inner(M, N)", #"\langle M, N \rangle"#),
    ("A\\(x + y)", "A^{-1} (x + y)"),
    ("e(1, n)", "e_{1}"),
    ("A(:, 1) + A(1:n, 2)", "A_{:,1} + A_{1:n,2}"),
    ("W1(1, :)*x(2)", "{W_{1}}_{1,:} x_{2}"),
    // Brackets that text notation needs not.
    ("sum(x)*A", #"\left( \sum x \right) A"#),
    ("sum(x)^2", #"\left( \sum x \right)^2"#),
    ("M.*N*x", #"(M \bullet N) x"#),
    ("a*-b", "a (-b)"),
    // Decimals.
    ("0.05*x - 1e-3*y", "0.05 x - 0.001 y"),
    ("x/20 + 1.50", #"\frac{x}{20} + 1.5"#),
    // What the page calls by the name of a function.
    ("vec(a)", #"\mathrm{vec}(a)"#),
    ("h(1)", "h(1)"),
  ]

  @Test(arguments: printed)
  func formulasAreRestatedAsTextbooksPrintThem(_ c: (text: String, tex: String)) throws {
    let scope = try scope(Self.names)
    let syntax = try TextReader.read(SourceText(path: "page.md", text: c.text))
    #expect(syntax.tex(TeXStyle().naming(PageNames(scope))) == c.tex)
  }
}
