import Diagnostics
import MatrixCalculus
import Notation
import Testing

/// Formulas of a page, and how an expression is printed in the style they teach.
@Suite struct WritingStyleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let formulas: [String]
    let expression: String
    let printed: String
    var testDescription: String { "\(formulas) \(expression)" }

    init(_ formulas: [String], _ expression: String, _ printed: String) {
      self.formulas = formulas
      self.expression = expression
      self.printed = printed
    }
  }

  static let cases: [Case] = [
    // Transposes.
    Case([#"W^\top u = 0"#], "W'*u", #"W^\top u"#),
    Case([#"W^{\top} u = 0"#], "W'*u", #"W^{\top} u"#),
    Case([#"W^{\mathsf T} u"#], "W'*u", #"W^{\mathsf T} u"#),
    Case([#"W^{\mathrm{T}} u"#], "W'*u", #"W^{\mathrm{T}} u"#),
    Case([#"W^\intercal u"#], "W'*u", #"W^\intercal u"#),
    Case(["W' u"], "W'*u", "W' u"),
    Case(["W^t u"], "W'*u", "W^t u"),
    Case(["W^T u", #"W^\top u"#, #"A^\top"#], "W'*u", #"W^\top u"#),
    // Where both are as frequent, the one met first.
    Case(["W^T u", #"W^\top u"#], "W'*u", "W^T u"),
    Case(["x^2"], "W'*u", "W^T u"),
    // The sign of a derivative is no transpose.
    Case(["f'(z) = 1"], "W'*u", "W^T u"),
    // Products.
    Case([#"x \odot y"#], "x.*y", #"x \odot y"#),
    Case([#"x \circ y"#, "x^{\\circ 2}"], "x.*y", #"x \circ y"#),
    Case([#"A \cdot B \cdot x"#], "A*B*y", #"A \cdot B \cdot y"#),
    Case([#"\gamma \cdot x"#, "A B x"], "gamma*A*x", #"\gamma A x"#),
    // Norms.
    Case([#"\|x\|^2"#], "norm2(x)^2", #"\| x \|^2"#),
    Case([#"\|x\|_2^2 + \|W\|_F"#], "norm2(x)^2 + norm2(W)", #"\| x \|_2^2 + \| W \|_F"#),
    Case([#"\left\| x \right\|_2"#], "norm2(x)", #"\left\| x \right\|_2"#),
    Case([#"||x||"#], "norm2(y)", "|| y ||"),
    // Names with their fonts.
    Case(
      [#"\mathbf{W} \mathbf{x} = \mathbf u"#], "W*x - u", #"\mathbf{W} \mathbf{x} - \mathbf u"#),
    Case([#"\boldsymbol{x}^\top y"#], "x'*y", #"\boldsymbol{x}^\top y"#),
    Case([#"\varepsilon x"#], "epsilon*y", #"\varepsilon y"#),
    Case([#"\vec{x} + \vec y"#], "x + y", #"\vec{x} + \vec y"#),
    // Functions, fractions, constants.
    Case([#"\mathrm{tr}(A) + \text{diag}(x)"#], "tr(B)", #"\mathrm{tr}(B)"#),
    Case(
      [#"\tfrac12 x"#, #"\frac{\partial F}{\partial x}"#], "1/2 + gamma/a",
      #"\tfrac{1}{2} + \frac{\gamma}{a}"#),
    Case([#"A - \mathbf{I}"#], "A + eye(n)", #"A + \mathbf{I}"#),
    Case([#"\mathbb{1} \mathbb{1}^\top"#], "x'*ones(n, 1)", #"x^\top \mathbb{1}"#),
  ]

  @Test(arguments: cases)
  func whatIsPrintedIsSpelledAsTheFormulasOfThePage(_ c: Case) throws {
    let scope = try scope(sampleNames)
    var writing = WritingStyle()
    for formula in c.formulas {
      writing.learn(from: SourceText(path: "page.md", text: formula), macros: scope.macros)
    }
    #expect(try expression(c.expression, in: scope).tex(writing.style(in: scope)) == c.printed)
  }

  @Test func macrosAreWrittenWhereTheyAreInForce() throws {
    var scope = try scope(sampleNames)
    let macros = TeXMacros([
      #"\bx"#: #"\mathbf{x}"#, #"\tran"#: #"#1^{\top}"#, #"\norm"#: #"\lVert #1 \rVert"#,
      #"\had"#: #"\odot"#,
    ])
    var writing = WritingStyle()
    let page = SourceText(path: "page.md", text: #"\norm{x} + \bx \had y + \tran{A} \bx"#)
    writing.learn(from: page, macros: macros)
    let formula = try expression("norm2(A'*x .* y)", in: scope)
    #expect(formula.tex(writing.style(in: scope)) == #"\lVert (A^T x) \bullet y \rVert_2"#)
    scope.macros = macros
    #expect(formula.tex(writing.style(in: scope)) == #"\norm{(\tran{A} \bx) \had y}"#)
  }

  @Test func indicesStandInBracesAsTheyDoOnThePage() throws {
    let scope = try scope("W1 : (k, n)\nx : (n)\nb1 : (k)")
    var writing = WritingStyle()
    writing.learn(from: SourceText(path: "page.md", text: "W_1 x"), macros: scope.macros)
    let formula = try expression("W1*x + b1", in: scope)
    #expect(formula.tex(writing.style(in: scope)) == "W_1 x + b_1")
    #expect(formula.tex(WritingStyle().style(in: scope)) == "W_{1} x + b_{1}")
  }

  @Test func aSpellingThatDeclarationsStateComesFirst() throws {
    let scope = try scope(#"W : (k, n) as \mathcal{W}"#)
    var writing = WritingStyle()
    writing.learn(from: SourceText(path: "page.md", text: #"\mathbf{W}"#), macros: scope.macros)
    #expect(try expression("W", in: scope).tex(writing.style(in: scope)) == #"\mathcal{W}"#)
  }

  @Test func anEntryTeachesNoSpellingOfAGreekLetter() throws {
    let scope = try scope("x : (n)\nxi : scalar")
    var writing = WritingStyle()
    writing.learn(from: SourceText(path: "page.md", text: "x_i + x_i + x_i"), macros: scope.macros)
    #expect(try expression("xi", in: scope).tex(writing.style(in: scope)) == #"\xi"#)
  }
}
