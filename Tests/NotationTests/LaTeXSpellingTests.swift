import Diagnostics
import Testing

@testable import Notation

/// Spellings met on pages that change nothing in what a formula says.
@Suite struct LaTeXSpellingTests {
  @Test(arguments: [
    // Derivatives on one line.
    (#"\partial E/\partial x = b"#, "gradient of E by x = b"),
    ("∂E/∂x = b", "gradient of E by x = b"),
    ("dE/dx = b", "gradient of E by x = b"),
    (#"\partial^2 E/\partial x\partial x^T = A"#, "hessian of E by x = A"),
    (#"\partial^2 E/\partial x^2 = A"#, "hessian of E by x = A"),
    (#"2\,\partial E/\partial x \odot y = b"#, "formula (.* (2 {gradient E x}) y) = b"),
    (#"\partial (x^T A x)/\partial x = b"#, "gradient of [((' x) A x)] by x = b"),
    // Unicode and HTML.
    ("∇ₓE = W₁", "gradient of E by x = W1"),
    (#"A x &amp;= b \\ &amp;= y"#, "formula (A x) = b = y"),
    (#"A x&nbsp;= b"#, "formula (A x) = b"),
    (#"\mathbf{1}[x &gt; 0] = y"#, "formula step(x) = y"),
    // Numbers of equations and boxes.
    (#"A x = b \hspace{2em} (24)"#, "formula (A x) = b"),
    (#"A x = b \hspace*{2em} A y = x"#, "formula (A x) = b; formula (A y) = x"),
    (#"\boxed{A x = b}"#, "formula (A x) = b"),
    (#"\boxed{A x} = b"#, "formula (A x) = b"),
    // Values at a point.
    (
      #"\left.\frac{\partial E}{\partial x}\right|_{x=y} = b"#,
      "formula (evaluation {gradient E x} x y) = b"
    ),
    (#"E \bigg|_{x=y} = b"#, "formula (evaluation E x y) = b"),
    (#"A x + E |_{x=0, y=b} = b"#, "formula (+ (A x) (evaluation E x 0 y b)) = b"),
    (#"\partial (A x) = A \partial x"#, "differential of [(A x)] = (A {differential x})"),
  ])
  func spellingsAreRead(_ tex: String, _ expected: String) {
    #expect(LaTeXFixture.dump(tex) == expected)
  }
}
