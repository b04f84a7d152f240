import MatrixCalculus
import Notation
import Testing

@Suite struct PrintingTests {
  /// What is written, and what it is printed as; the second also reads back to itself.
  static let canonical: [(text: String, printed: String)] = [
    ("2*W'*((W*x)-u)", "2*W'*(W*x - u)"),
    ("W'*(W*x)", "W'*(W*x)"),
    ("W*x*x'", "W*x*x'"),
    ("x'*x*A", "(x'*x)*A"),
    ("A*x*x'*x", "A*x*x'*x"),
    ("M*y*x'*y", "M*y*x'*y"),
    ("W*X*v'*v", "(v'*v)*W*X"),
    ("A/2", "A/2"),
    ("0.5*A", "A/2"),
    ("3/2*A", "3/2*A"),
    ("1.5*A", "3/2*A"),
    ("-A", "-A"),
    ("-2*A*B", "-2*A*B"),
    ("A - -B", "A + B"),
    ("A - (B - S)", "A - (B - S)"),
    ("A-B+S", "A - B + S"),
    ("-x.^2", "-x.^2"),
    ("(-x).^2", "(-x).^2"),
    ("x.^-1", "1./x"),
    ("2^-1*A", "A/2"),
    ("a^b^2", "(a^b)^2"),
    ("A^3", "A^3"),
    ("A^-1", "inv(A)"),
    ("A'^2", "A'^2"),
    ("A^2'", "(A^2)'"),
    ("x.^2'", "(x.^2)'"),
    ("x/norm2(x)", "x/norm2(x)"),
    ("x/(a*b)", "x/(a*b)"),
    ("1/a^2", "1/a^2"),
    ("1/m", "1/m"),
    ("A/m", "A/m"),
    ("x./y", "x./y"),
    ("x/y", "x./y"),
    ("1./x", "1./x"),
    ("2./x", "2*(1./x)"),
    ("x./2", "x/2"),
    ("x.*y./x", "x.*y./x"),
    ("x .* (x + y)", "x .* (x + y)"),
    ("A*x .* y", "A*x .* y"),
    ("A*(x.*y)", "A*(x.*y)"),
    ("A + 1", "A + 1"),
    ("1 - A", "1 - A"),
    ("A*x + 1", "A*x + 1"),
    ("A*X + x", "A*X + x"),
    ("x + A*X", "x + A*X"),
    ("X' + x'", "X' + x'"),
    ("X .* x", "X .* (x*ones(1, m))"),
    ("2x", "2*x"),
    ("2(x + y)", "2*(x + y)"),
    ("A + I", "A + eye(n)"),
    ("I + A", "eye(n) + A"),
    ("inv(I + A)*x", "inv(eye(n) + A)*x"),
    ("A*(I - x*x')", "A*(eye(n) - x*x')"),
    ("a*I*x", "a*eye(n)*x"),
    ("x'*ones", "x'*ones(n, 1)"),
    ("x - ones", "x - 1"),
    ("x*vector(1)'*v", "x*ones(m, 1)'*v"),
    ("A .* matrix(2)", "A .* (2*ones(n, n))"),
    ("eye(n)*x", "eye(n)*x"),
    ("zeros(m, n)*x", "zeros(m, n)*x"),
    ("ones(2*n, m + 1)", "ones(2*n, m + 1)"),
    ("eye(n^2)", "eye(n*n)"),
    ("sum(X)", "sum(X)"),
    ("sum(X, 1)", "sum(X, 1)"),
    ("sum(X,2)", "sum(X, 2)"),
    ("norm2(x)^2", "norm2(x)^2"),
    ("norm(x)^3", "norm2(x)^3"),
    ("sum(x.^2)", "norm2(x)^2"),
    ("f(A*x)", "f(A*x)"),
    ("f'(A*x)", "f'(A*x)"),
    ("g(a, b)", "a*b + 1"),
    ("g(A, x)", "A*x + 1"),
    ("tanh'(a)", "1 - tanh(a)^2"),
    ("F + 1", "norm2(W*x - u)^2 + 1"),
    ("e^a", "exp(a)"),
    ("sqrt(a)", "sqrt(a)"),
    ("exp(-x)", "exp(-x)"),
    ("Aᵀ x".replacing(" ", with: "*"), "A'*x"),
    ("x ⊙ y", "x.*y"),
    ("x ∘ y • x", "x.*y.*x"),
    ("‖A·x − y‖₂²", "norm2(A*x - y)^2"),
    ("‖x‖₁ + ‖x‖", "norm1(x) + norm2(x)"),
    ("||x||_2^2", "norm2(x)^2"),
    ("|a|", "abs(a)"),
    ("√(γ + ε)", "sqrt(gamma + epsilon)"),
    ("√a", "sqrt(a)"),
    ("Σ x ⊙ y + a", "sum(x.*y) + a"),
    ("∑(x)", "sum(x)"),
    ("a²", "a^2"),
    ("A⁻¹", "inv(A)"),
    ("1e-6*a", "a/1000000"),
    (".5*x", "x/2"),
    ("x # a comment", "x"),
    ("x \\\n + y", "x + y"),
  ]

  @Test(arguments: canonical)
  func textIsPrintedCanonically(_ c: (text: String, printed: String)) throws {
    let scope = try scope(sampleNames)
    #expect(try expression(c.text, in: scope).text == c.printed)
  }

  @Test(arguments: canonical)
  func printedTextReadsBackToItself(_ c: (text: String, printed: String)) throws {
    let scope = try scope(sampleNames)
    let read = try expression(c.printed, in: scope)
    #expect(read.text == c.printed)
    #expect(read.shape == (try expression(c.text, in: scope)).shape)
  }
}
