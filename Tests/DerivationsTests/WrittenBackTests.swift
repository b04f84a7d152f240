import Diagnostics
import Proof
import Testing

@testable import Derivations

/// What is suggested and shown is spelled as the page spells its formulas.
@Suite struct WrittenBackTests {
  struct Case: Sendable, CustomTestStringConvertible {
    /// The equations of the page above the wrong one.
    let page: [String]
    let claim: String
    let corrected: String
    var testDescription: String { claim }

    init(_ page: [String], _ claim: String, _ corrected: String) {
      self.page = page
      self.claim = claim
      self.corrected = corrected
    }
  }

  static let declarations = """
    W : (k, n)
    x : (n)
    t : (k)
    E = norm2(W*x - t)^2
    H = sum(tanh(W*x))
    """

  static let cases: [Case] = [
    Case([], #"\nabla_x E = 2 W (W x - t)"#, #"2 W^T (W x - t)"#),
    Case([#"x^\top x = \|x\|^2"#], #"\nabla_x E = 2 W (W x - t)"#, #"2 W^\top (W x - t)"#),
    // The equation's own spelling comes before that of the page.
    Case(
      [#"x^\top x = \|x\|^2"#], #"\nabla_W E = 2 W x x^T + 2 t x^T"#, #"2 W x x^T - 2 t x^T"#),
    Case(
      [#"x^\top x = \|x\|^2"#], #"\nabla_W E = 2 (W x - t) x"#, #"2 (W x - t) x^\top"#),
    Case(
      [#"\newcommand{\tran}[1]{#1^{\mathsf T}}"#, #"\tran{x} x = \|x\|^2"#],
      #"\nabla_x E = 2 W (W x - t)"#, #"2 \tran{W} (W x - t)"#),
    Case(
      [#"x \circ x = x^{\circ 2}"#], #"\nabla_W H = (1 - \tanh(Wx)\tanh(Wx)) x^T"#,
      #"(1 - \tanh(Wx) \circ \tanh(Wx)) x^T"#),
    Case(
      [#"\mathbf{x}^\top \mathbf{x} = \|\mathbf{x}\|^2"#], #"\nabla_W E = 2 (W \mathbf{x} - t)"#,
      #"2 (W \mathbf{x} - t) \mathbf{x}^\top"#),
  ]

  @Test(arguments: cases)
  func correctionsAreSpelledAsThePageSpells(_ c: Case) throws {
    let displays = (c.page + [c.claim]).map { "$$\($0)$$\n\n" }.joined()
    let result = try check(derive(Self.declarations) + "\n" + displays)
    let wrong = result.claims.filter { $0.judgement.verdict == .refuted }
    #expect(wrong.map { $0.judgement.cause?.corrected } == [c.corrected])
  }

  @Test func generatedFormulasAreSpelledAsThePageSpells() throws {
    let page = #"""

      $$E = \|\mathbf{W} \mathbf{x} - \mathbf{t}\|^2, \quad \mathbf{W}^\top \mathbf{t} \odot \mathbf{x}$$

      The gradient is `= gradient E wrt x`.
      """#
    let result = try check(derive(Self.declarations) + page)
    let shown = result.inserted.values.map(\.tex)
    #expect(shown == [#"2 \mathbf{W}^\top (\mathbf{W} \mathbf{x} - \mathbf{t})"#])
  }
}
