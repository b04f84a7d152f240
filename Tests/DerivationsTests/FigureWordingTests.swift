import Notation
import Testing

@testable import Derivations

/// What tables of layers and evidence show.
@Suite struct FigureWordingTests {
  private func figures(_ statements: String) throws -> [StatementResult.Content] {
    try check(derive(statements)).blocks.values.flatMap { $0 }.map(\.content)
  }

  private static let own = """
    W : (k, n)
    x : (n)
    t : (k)
    Y : (k)
    g(z) = tanh(z)
    """

  @Test(arguments: [
    ("sum(g(W*x))", "f(z) = g(z) = tanh(z)", "f'(z) = g'(z) = 1 - tanh(z)^2", "tanh(z)"),
    ("-sum(Y.*(W*x))", "f(z) = Y.*z", "f'(z) = Y", "Y.*z"),
  ])
  func activationsShowTheirFormula(
    _ function: String, _ activation: String, _ derivative: String, _ name: String
  ) throws {
    let content = try figures(Self.own + "\nF = \(function)\nnetwork F\ndeltas F")
    for figure in content {
      if case .network(let networks) = figure {
        #expect(networks[0].layers.last?.activation.text == activation)
        #expect(networks[0].layers.last?.activationName == name)
      }
      if case .deltas(let deltas) = figure {
        #expect(deltas[0].rows.first?.derivative.text == derivative)
      }
    }
  }

  @Test func minusOneIsASign() throws {
    for case .network(let networks) in try figures(Self.own + "\nF = -sum(Y.*(W*x))\nnetwork F") {
      #expect(networks[0].objective.tex == #"F = -\sum_k f(z^{(2)}_k)"#)
    }
  }

  @Test func minusOneTimesANegativeSlopeHasBrackets() throws {
    let content = try figures(Self.own + "\nF = -sum(cos(W*x))\ndeltas F")
    for case .deltas(let deltas) in content {
      #expect(deltas[0].rows.first?.delta.text == "-(-sin(W*x))")
    }
  }

  @Test func formsThatDifferInBracketsAreSaidOnce() {
    let forms = ["(a + b) + c", #"\left( a + b \right) + c"#, "a + b + c", "c + a + b"]
    let kept = forms.map { Shown(text: $0, tex: $0) }.withoutEchoes
    #expect(kept.map(\.tex) == ["a + b + c", "c + a + b"])
  }

  @Test(arguments: [
    ("W' where W belongs; with W the claim is proved", ["W^T", "W", "W"]),
    ("the factor 2*x' is missing in the second term", ["2 x^T"]),
    ("a minus where a product belongs; with .* the claim is proved", [#"\bullet"#]),
    ("the second term does not belong; without it the claim is proved", []),
    ("tanh(W*x) where its derivative belongs", [#"\tanh(W x)"#]),
    ("a where b belongs; with b the claim is proved", ["a", "b", "b"]),
    ("it is only true for symmetric A and B", ["A", "B"]),
    ("the product W*(W*x - t) has shapes (2×3)·(2×1)", ["W (W x - t)"]),
  ])
  func formulasOfCausesAreSet(_ phrase: String, _ formulas: [String]) {
    let wording = CauseWording(style: TeXStyle(), dialect: .text).wording(phrase)
    let parts = wording?.parts ?? []
    let found = parts.compactMap { if case .formula(let shown) = $0 { shown.tex } else { nil } }
    #expect(found == formulas)
    let texts = parts.map { part in
      switch part {
      case .words(let words): words
      case .formula(let shown): shown.text
      }
    }
    #expect(parts.isEmpty || texts.joined() == phrase)
  }
}
