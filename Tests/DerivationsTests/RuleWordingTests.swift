import Notation
import Testing

@testable import Derivations

/// What of the phrase of a rule is set as a formula.
@Suite struct RuleWordingTests {
  /// The words stand as they are, whatever is set in between.
  @Test(arguments: [
    "through Y = A X B the derivative by X is A' times that by Y times B'",
    "constant factors stay: d(A*X*B) = A*dX*B", "d kron(A, B) = kron(dA, B) + kron(A, dB)",
  ])
  func phrasesKeepTheirWords(_ phrase: String) {
    let parts = RuleWording(style: TeXStyle()).wording(phrase)?.parts ?? []
    let texts = parts.map { part in
      switch part {
      case .words(let words): words
      case .formula(let shown): shown.text
      }
    }
    #expect(texts.joined() == phrase)
  }

  @Test(arguments: [
    ("a sum hands the derivative on to each of its terms", []),
    (
      "through Y = A X B the derivative by X is A' times that by Y times B'",
      ["Y = A X B", "X", "A^T", "Y", "B^T"]
    ),
    (
      "constant factors stay: d(A*X*B) = A*dX*B",
      [#"\mathrm{d}\, (A X B) = A \, \mathrm{d} X \, B"#]
    ),
    (
      "with c the derivative by y, that by x is c - sum(c)*softmax(x)",
      ["c", "y", "x", #"c - \left( \sum c \right) \operatorname{softmax}(x)"#]
    ),
    (
      "the Jacobian is the matrix M with vec(dF) = M*vec(dX): it stands",
      ["M", #"\operatorname{vec}(\mathrm{d} F) = M \operatorname{vec}(\mathrm{d} X)"#]
    ),
  ])
  func formulasAreSet(_ phrase: String, _ formulas: [String]) {
    let wording = RuleWording(style: TeXStyle()).wording(phrase)
    let found = (wording?.parts ?? []).compactMap { part in
      if case .formula(let shown) = part { shown.tex } else { nil }
    }
    #expect(found == formulas)
  }
}
