import Diagnostics
import MatrixCalculus
import Testing

@testable import Notation

/// LaTeX and text notation of one formula have one meaning.
@Suite struct LaTeXMeaningTests {
  private static func scope() throws -> Scope {
    var scope = Scope()
    let shapes: [(String, String, String)] = [
      ("W", "k", "n"), ("x", "n", "m"), ("A", "n", "n"), ("V", "g", "k"), ("s", "k", "m"),
      ("y", "n", "1"), ("W1", "k", "n"), ("b1", "k", "1"), ("gamma", "1", "1"),
      ("epsilon", "1", "1"),
    ]
    for (name, rows, columns) in shapes {
      try scope.declare(
        Scope.Declaration(Variable(name, Shape(size(rows), size(columns))))
      )
    }
    let ones = SourceText(path: "page.md", text: "ones(m, 1)")
    try scope.define(Scope.Symbol(#"\mathbf{u}"#, TextReader.read(ones), in: ones))
    let sigmoid = SourceText(path: "page.md", text: "sigmoid")
    try scope.define(Scope.Symbol("f", TextReader.read(sigmoid), in: sigmoid))
    return scope
  }

  private static func size(_ text: String) -> MatrixCalculus.Dimension {
    Int(text).map { .init($0) } ?? .init(text)
  }

  @Test(arguments: [
    (#"\lVert W^TWx - x \rVert_2^2"#, "norm2(W'*W*x - x)^2"),
    (#"2W(W^TWx - x)x^T + 2(Wx)(W^TWx - x)^T"#, "2*W*(W'*W*x - x)*x' + 2*(W*x)*(W'*W*x - x)'"),
    (#"\sum{ \sqrt{V(s \bullet s) + \epsilon} }"#, "sum(sqrt(V*(s.*s) + epsilon))"),
    (
      #"V^T\frac{1}{2}(V(s \bullet s) + \epsilon)^{\circ -\frac12} \bullet 2s"#,
      "(V'*(V*(s.*s) + epsilon).^(-1/2)) .* s"
    ),
    (#"\frac{1}{m}\sum x \odot x"#, "sum(x.*x)/m"),
    (#"\sigma(W_1x + b_1\mathbf{u}^\top)"#, "sigmoid(W1*x + b1*ones(1, m))"),
    (#"f'(W^{(1)}x)"#, "sigmoid(W1*x).*(1 - sigmoid(W1*x))"),
    (#"e^{y} + y^2"#, "exp(y) + y.^2"),
    (#"\frac{y}{1 + \exp(-y)}"#, "y./(1 + exp(-y))"),
    (#"\operatorname{tr}(A^{-T}A) - \log\det A + |A|"#, "tr(inv(A)'*A) - logdet(A) + det(A)"),
    (#"|Wx| + \gamma W_1 x"#, "abs(W*x) + gamma*W1*x"),
    (#"(A - \gamma I)^2 + yy^\top\operatorname{diag}(y)"#, "(A - gamma*eye(n))^2 + y*y'*diag(y)"),
  ])
  func latexMeansWhatTextMeans(_ tex: String, _ text: String) throws {
    let scope = try Self.scope()
    let source = SourceText(path: "page.md", text: tex)
    let reading = EquationReader.read(source, names: scope.latexNames)
    let formula = try #require(reading.equations.first?.leftFormula)
    let expected = try Elaborator.expression(SourceText(path: "page.md", text: text), in: scope)
    let read = try Elaborator(scope, source, dialect: .tex)
      .elaborate(formula, expecting: expected.shape).expression
    var normalForm = NormalForm()
    #expect(read.shape == expected.shape)
    #expect(normalForm.equal(read, expected) == true)
  }
}
