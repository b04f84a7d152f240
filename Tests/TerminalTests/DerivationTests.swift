import Derivations
import Foundation
import Proof
import Terminal
import Testing

@Suite struct DerivationTests {
  private func shown(_ text: String) -> Shown { Shown(text: text, tex: "\\mathrm{\(text)}") }

  /// `sum(W*x)` by W, with one claim.
  private func derivation(_ claims: [CheckedClaim] = [], remark: String? = nil) -> Derivation {
    let network = NetworkFigure(
      title: shown("F"),
      layers: [
        .init(
          number: 1, input: shown("x"), shape: shown("(n)"), activation: shown("f(z) = z"),
          activationName: "", weight: shown("W"), weightVariable: "W"),
        .init(
          number: 2, input: shown("W*x"), shape: shown("(m)"), activation: shown("f(z) = z"),
          activationName: ""),
      ], objective: shown("F = sum(a2)"))
    let deltas = DeltaFigure(
      title: shown("F"),
      rows: [
        .init(
          layer: 2, derivative: shown("f'(z) = 1"), delta: shown("1"),
          simplified: shown("ones(m, 1)"), input: shown("W*x"))
      ])
    let gradient = DerivativeFigure(
      steps: [
        .init(
          left: shown("gradient F wrt W"), right: [shown("delta2*a1'"), shown("ones(m, 1)*x'")],
          origin: Origin(words: "the weight of layer {layer}", layer: 1))
      ], conditions: ["x != 0"])
    return Derivation(
      function: shown("F = sum(W*x)"), networks: remark == nil ? [network] : [],
      deltas: remark == nil ? [deltas] : [], remark: remark, derivatives: [gradient],
      claims: claims, sources: [icaPath: icaSource])
  }

  @Test func textHasTablesAndTheGradient() {
    #expect(
      derivation().text(TextStyle()) == """
        F = sum(W*x)

        Layers of F
          Layer  Weight  Activation  Shape of z  Input z
          1      W       f(z) = z    (n)         x
          2      -       f(z) = z    (m)         W*x
          F = sum(a2)

        Deltas of F, last layer first
          Layer  Derivative  Delta  Simplified  Input z
          2      f'(z) = 1   1      ones(m, 1)  W*x

        gradient F wrt W  (the weight of layer 1)
          = delta2*a1'
          = ones(m, 1)*x'
        where x != 0

        """)
  }

  @Test func networkThatIsNoChainShowsWhatFeedsWhat() {
    let layer = { (number: Int, input: String, feed: String?) in
      NetworkFigure.Layer(
        number: number, input: shown(input), shape: shown("(n)"), activation: shown("f(z) = z"),
        activationName: "", sources: feed == nil ? [] : [1], feed: feed.map(shown))
    }
    var graph = derivation()
    graph.networks = [
      NetworkFigure(
        title: shown("F"), layers: [layer(1, "x", nil), layer(2, "W*x + x", "W*a1 + a1")],
        objective: shown("F = sum(a2)"), isChain: false)
    ]
    #expect(
      graph.text(TextStyle()).contains(
        """

        Layers of F
          Layer  Fed by     Activation  Shape of z  Input z
          1      -          f(z) = z    (n)         x
          2      W*a1 + a1  f(z) = z    (n)         W*x + x
          F = sum(a2)

        """))
  }

  @Test func claimsStandBelowTheGradient() {
    let text = derivation([.verifiedIdentity, .unreadable], remark: "no layers: it branches")
      .text(TextStyle())
    #expect(
      text == """
        F = sum(W*x)

        no layers: it branches

        gradient F wrt W  (the weight of layer 1)
          = delta2*a1'
          = ones(m, 1)*x'
        where x != 0

        content/ica.md:7:1: verified: identity for norm2(W*x)^2 (exact; 2^-50)

        error[unreadable]: the claimed gradient of F with respect to y cannot be read: the bracket is not closed
         --> content/ica.md:9:22
        9 | gradient F wrt y = 2*(W*
          |                      ^ claimed
          = hint: add ')' at the end

        """)
  }

  @Test func outcomeIsThatOfTheClaims() {
    #expect(derivation().report.outcome == .clean)
    #expect(derivation([.refutedGradient]).report.outcome == .failed)
  }

  @Test func jsonHasEveryKey() throws {
    let object = try JSONSerialization.jsonObject(with: Data(derivation().json.utf8))
    let members = try #require(object as? [String: Any])
    #expect(
      Set(members.keys) == [
        "version", "docgen", "function", "taken", "layers", "deltas", "remark", "derivatives",
        "conditions",
        "claims",
        "diagnostics", "definitions", "derivations",
      ])
    let derivatives = try #require(members["derivatives"] as? [[String: Any]])
    let result = try #require(derivatives.first?["result"] as? [String: String])
    #expect(result == ["text": "ones(m, 1)*x'", "tex": "\\mathrm{ones(m, 1)*x'}"])
    let layers = try #require(members["layers"] as? [[String: Any]])
    #expect(Set(layers[0].keys) == ["of", "objective", "isChain", "layers"])
    #expect(members["remark"] is NSNull)
  }

  @Test func otherFormsSpeakOfTheClaims() {
    #expect(
      derivation([.verifiedIdentity]).rendered(as: .github)
        == "1 claim on 1 page: 1 verified; 0 equations, 0 not covered\n")
    #expect(derivation().rendered(as: .json) == derivation().json)
  }
}
