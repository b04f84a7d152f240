import Diagnostics
import Foundation
import Pages
import Proof
import Testing

@testable import Derivations

/// What is proposed for pages in the style of lecture notes.
@Suite struct AdoptionTests {
  private static func adopt(_ text: String) throws -> Adoption {
    Adopter.adopt(try Page.withRawFormulas(path: "p.md", bytes: Array(text.utf8)))
  }

  @Test(arguments: [
    "linreg", "logreg", "softmax", "pca", "autoencoder", "kalman", "lstm", "attention", "gaussian",
    "ica", "messy",
  ])
  func proposalIsTheRecordedOne(_ name: String) throws {
    let file = goldens.appendingPathComponent("adopt-\(name).md")
    let adoption = try Self.adopt(String(contentsOf: file, encoding: .utf8))
    try expectGolden(adoption.dump, "adopt-\(name).txt")
  }

  @Test(arguments: [
    // By the letter.
    (#"$$y = W x$$"#, "W : (n, m) | x : (m)"),
    (#"$$c = \lambda x^T y$$"#, "lambda : scalar | x, y : (n)"),
    (
      #"$$\mathbf{y} = \mathbf{A}\mathbf{x} + \alpha\mathbf{b}$$"#,
      #"A : (n, m) as \mathbf{A} | x : (m) as \mathbf{x} | alpha : scalar | b : (n) as \mathbf{b} | notation \mathbf{y} = y"#
    ),
    // By what the page says.
    (#"$W \in \mathbb{R}^{h \times 3}$ $$q = W x$$"#, "W : (h, 3) | x : (3)"),
    (#"$a, b \in \mathbb{R}$ $$q = a x + b y$$"#, "a : scalar | x : (n) | b : scalar | y : (n)"),
    // By the equations.
    (#"$$f = x^T M x$$"#, "x : (n) | M : (n, n)"),
    (#"$$f = \operatorname{tr}(B C)$$"#, "B : (n, m) | C : (m, n)"),
    (#"$$f = A^{-1} b$$"#, "A : (n, n), invertible | b : (n)"),
    (#"$$f = \Sigma^{-1} b$$"#, "Sigma : (n, n), positive definite | b : (n)"),
    (#"$$f = \log u$$"#, "u : (n) > 0"),
    (#"$$f = \frac{1}{2\pi} x$$"#, "pi : scalar > 0 | x : (n)"),
    (#"$$f = X w - y$$"#, "X : (n, m) | w : (m) | y : (n)"),
    (#"$$f = X(w - y)$$"#, "X : (n, m) | w, y : (m)"),
    (#"$$f = W^{(2)} x_t$$"#, #"W2 : (n, m) as W^{(2)} | xt : (m) as x_t"#),
    // By how far sums over their entries go; a number of terms alone is a number.
    (
      #"$$L = \frac{1}{m} \sum_{i=1}^m (y_i - z_i)^2$$ $$\nabla_z L = \frac{2}{m}(z - y)$$"#,
      "z, y : (m)"
    ),
    (
      #"$$F = \sum_{i=1}^N \sum_{j=1}^d X_{ij} v_j u_i$$ $$\nabla_v F = X^T u$$"#,
      "X : (N, d) | v : (d) | u : (N)"
    ),
    (#"$$q = \frac{1}{m} \sum_{i=1}^m A^{(i)}$$ $$s = m x$$"#, "m : scalar > 0 | x : (n)"),
    // What is not declared: functions, definitions, entries, what is only differentiated.
    (#"$$f = g(x)$$"#, "x : (n)"),
    (#"$$z = W x$$ $$q = z^T z$$"#, "W : (n, m) | x : (m)"),
    (#"$$s = \sum_i x_i y_i$$"#, ""),
    (#"$$\nabla_x L = x$$"#, "x : (n)"),
    (#"$$q = 1$$"#, ""),
  ])
  func shapesFollowFromThePageAndItsLetters(_ text: String, _ lines: String) throws {
    let adoption = try Self.adopt(text)
    #expect(adoption.lines.map(\.statement).joined(separator: " | ") == lines)
  }

  @Test func solutionInTheTextIsNoDefinition() throws {
    let adoption = try Self.adopt(
      #"$$J(w) = \lVert Xw - y \rVert^2$$ is least at $w = (X^TX)^{-1}X^Ty$."#)
    #expect(adoption.lines.map(\.statement) == ["X : (n, m)", "w : (m)", "y : (n)"])
  }

  @Test func undefinedFunctionIsNeverTakenForAConstant() throws {
    // Declared as a variable, L would have the gradient zero.
    let adoption = try Self.adopt(#"$$\nabla_W L = \delta x^T$$"#)
    #expect(adoption.lines.map(\.statement) == ["W : (n, m)", "delta : (n)", "x : (m)"])
    #expect(adoption.displays.map(\.outcome) == [.defines])
  }

  @Test func equationThatFitsNoShapesIsSaidWithBothPlaces() throws {
    let adoption = try Self.adopt(
      #"""
      For $A \in \mathbb{R}^{3 \times 4}$ and $x \in \mathbb{R}^3$,

      $$f = A^T x$$

      $$g = A x$$
      """#)
    #expect(
      adoption.misfits.map(written) == [
        "5:9: shape-mismatch: the product does not fit the shapes that other equations ask for; "
          + "hint: one of the two places is wrong, or a name stands for two things; "
          + "other place: p.md:3:3"
      ])
  }

  @Test func namesThatThePageDeclaresStayAsTheyAre() throws {
    let adoption = try Self.adopt(derive("W : (k, n)") + "\n$$f = W x$$")
    #expect(adoption.lines.map(\.statement) == ["x : (n)"])
  }

  @Test func pageWithoutDisplaysNeedsNothing() throws {
    let adoption = try Self.adopt("# Nothing\n\nonly $x$ in the text")
    #expect(adoption.lines == [])
    #expect(adoption.displays == [])
  }
}

extension Adoption {
  /// The block, and a line for each display and each claim that fails.
  fileprivate var dump: String {
    let told = displays.map { display in
      let reason = display.reason.map { ": " + $0.message } ?? ""
      return "\(display.location.line): \(display.outcome.rawValue)\(reason)"
        + display.claims.map { "\n  " + written(result.claims[$0]) }.joined()
    }
    return block + "above line \(place)\n" + told.joined(separator: "\n") + "\n"
      + misfits.map { "misfit " + written($0) + "\n" }.joined()
  }
}
