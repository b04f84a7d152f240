import Diagnostics
import Testing

@testable import Notation

@Suite struct LaTeXEquationTests {
  @Test(arguments: [
    // Derivatives in every spelling.
    (#"\nabla_W F = x"#, "gradient of F by W = x"),
    (#"\nabla_{W^T} F = x"#, "gradient of F by (' W) = x"),
    (#"\nabla_A F(A) = A"#, "gradient of F by A = A"),
    (#"\nabla f(x) = x"#, "gradient of f(x) = x"),
    (#"\nabla g(x) = x"#, "gradient of g by x = x"),
    (#"\nabla_A\, x^\top Ay = B"#, "gradient of ((' x) A y) by A = B"),
    (#"\nabla_s \sum{\sqrt{s}} = s"#, "gradient of sum(sqrt(s)) by s = s"),
    (#"\frac{\partial F}{\partial W} = x"#, "gradient of F by W = x"),
    (#"\frac{\partial}{\partial X}\operatorname{tr}(X) = I"#, "gradient of tr(X) by X = eye()"),
    (#"\frac{\partial}{\partial x} E x = A"#, "gradient of (E x) by x = A"),
    (#"\frac{\partial}{\partial x} J(x) + y = A"#, "formula (+ {gradient J x} y) = A"),
    (#"\frac{d F}{d x} = x"#, "gradient of F by x = x"),
    (#"\frac{\mathrm{d}F}{\mathrm{d}x} = x"#, "gradient of F by x = x"),
    (#"\frac{\delta F}{\delta\theta} = x"#, "gradient of F by theta = x"),
    (
      #"\frac{\partial\|X-A\|_F^2}{\partial X} = X"#,
      "gradient of (^ norm2((+ X (- A))) 2) by X = X"
    ),
    (#"\nabla^2_x F = A"#, "hessian of F by x = A"),
    (#"\nabla_x^2 F = A"#, "hessian of F by x = A"),
    (#"\frac{\partial^2 F}{\partial x\,\partial x^T} = A"#, "hessian of F by x = A"),
    (#"\frac{\partial^2 F}{\partial x^2} = A"#, "hessian of F by x = A"),
    (#"\mathrm{H}\phi(X) = 2I"#, "hessian of phi by X = (2 eye())"),
    (
      #"\frac{\partial\operatorname{vec}F}{\partial(\operatorname{vec}X)^T} = B^T \otimes A"#,
      "jacobian of F by X = kron((' B), A)"
    ),
    ("dF = dX", "differential of F = {differential X}"),
    (#"\mathrm{d}F = 2"#, "differential of F = 2"),
    (#"\mathbf{dX} = 2"#, "differential of X = 2"),
    (#"d\,\operatorname{tr}(X) = 2"#, "differential of tr(X) = 2"),
    // Names, definitions and identities.
    ("J(W) = x", "J(W) = x"),
    ("F(A; s) = x", "F(A, s) = x"),
    ("F(A; s) = x, F(A) = y", "F(A, s) = x; F(A) = y"),
    (#"a^{(2)} = Wx"#, "activation 2 = (W x)"),
    (#"\delta^{(l)} := x"#, "delta l := x"),
    (#"W^{(1)} = x"#, "W1 = x"),
    (#"f(z) = z^2"#, "f(z) = (^ z 2)"),
    (#"f'(z) = 2z"#, "f'(z) = (2 z)"),
    (#"\operatorname{tr}(AB) = \operatorname{tr}(BA)"#, "formula tr((A B)) = tr((B A))"),
    ("(AB)^T = B^TA^T", "formula (' [(A B)]) = ((' B) (' A))"),
    (#"\lVert x\rVert"#, "formula norm2(x)"),
    // Chains and rows.
    ("E = x = y", "E = x = y"),
    (#"\begin{align} E &= x \\ &= y \end{align}"#, "E = x = y"),
    (#"\begin{eqnarray*} E &=& x \\ &=& y, \\ F &=& s \end{eqnarray*}"#, "E = x = y; F = s"),
    (
      #"\begin{equation}\begin{aligned} E = {}& x \\[2pt] & + y \\ & - s \\ = {}& A \end{aligned}\end{equation}"#,
      "E = (+ x y (- s)) = A"
    ),
    (
      #"\begin{split} E &= \left( x \right. \\ &\left. {} + y \right) \end{split}"#, "E = [(+ x y)]"
    ),
    (#"E \\ = x"#, "E = x"),
    ("= x", "… = x"),
    (#"E = x \quad\Rightarrow\quad F = y"#, "E = x; F = y"),
    (#"E = x, \qquad F = y, \text{ where } s = A"#, "E = x; F = y; s = A"),
    (#"\text{Hence } E = x. \qquad (24)"#, "E = x"),
    (#"E \stackrel{\text{def}}{=} x \overset{(1)}{=} y"#, "E = x = y"),
    (#"E \coloneqq x \equiv y"#, "E := x = y"),
  ])
  func displaysAreTakenApart(_ tex: String, _ dump: String) {
    #expect(LaTeXFixture.dump(tex) == dump)
  }

  @Test func sidesKnowTheirPlaces() throws {
    let text = "\\begin{align}\nE &= 2x \\\\\n  &= y.\n\\end{align}"
    let source = SourceText(path: "page.md", text: text, line: 10)
    let reading = EquationReader.read(source, names: LaTeXFixture.names)
    let sides = try #require(reading.equations.first?.sides)
    #expect(
      sides.map { source.location($0.range).description } == ["page.md:11:6", "page.md:12:6"])
    #expect(
      sides.map { source.location($0.relationRange).description } == [
        "page.md:11:4", "page.md:12:4",
      ])
    #expect(source.location(sides[0].range).endColumn == 8)
  }

  @Test func unreadableSideSparesItsNeighbours() {
    #expect(
      LaTeXFixture.dump(
        #"\begin{align} E &= \foo \\ &= x \\ F &= \\ s &= \int x \\ A &= B \end{align}"#)
          == #"""
          E = x; A = B; \#
          unreadable 1:20-24 \foo is not understood | say what it stands for: notation \foo = …; \#
          unreadable 1:39-40 nothing stands after the equality sign; \#
          unsupported 1:49-53 an integral is not supported
          """#)
  }

  @Test func unclosedBracketSparesTheNextRow() {
    #expect(
      LaTeXFixture.dump(#"\begin{align} E &= (x \\ F &= y \end{align}"#)
        == "F = y; unreadable 1:20-21 ( is not closed")
  }

  @Test func spellingsOfThePageComeFirst() throws {
    var names = LaTeXFixture.names
    for (tex, name) in [
      (#"\hat\rho"#, "r"), ("K_{nn}", "K"), (#"W^{(1)}"#, "U"), ("w_1", "a"), ("I", "one"),
      (#"\mathbf{1}"#, "e"), (#"\phi"#, "f"),
    ] {
      try names.define(
        SourceText(path: "page.md", text: tex), as: Syntax(.name(name), range: 0..<0))
    }
    #expect(
      LaTeXFixture.dump(
        #"\hat{\rho}K_{n n}^T W^{(1)T}w_1^2\mathbf I^T\mathbf 1 + 1 + \phi(x) + K"#, names)
        == "formula (+ (r (' K) (' U) (^ a 2) (' one) e) 1 f(x) K)")
  }

  @Test func spellingOfSeveralSymbolsIsRefused() {
    var names = LaTeXFixture.names
    let error = #expect(throws: Diagnostic.self) {
      try names.define(
        SourceText(path: "page.md", text: "a + b"), as: Syntax(.name("x"), range: 0..<0))
    }
    #expect(
      error?.line
        == #"unreadable 1:1-6 a + b is not one symbol | write one letter or command with its scripts, as in \hat{W}_1"#
    )
  }
}
