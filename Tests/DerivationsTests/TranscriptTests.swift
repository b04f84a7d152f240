import Testing

@testable import Derivations

/// What displays can be copied as.
@Suite struct TranscriptTests {
  private static let declared = """
    ---
    check: all
    ---
    ```derive
    W : (k, n)
    x : (n)
    F = norm2(W*x)^2
    ```

    """

  private func transcripts(_ text: String) throws -> [String] {
    try check(Self.declared + text + "\n").transcripts.sorted { $0.key < $1.key }.map {
      $0.value.text + ($0.value.program.map { "  \($0.name)" } ?? "")
    }
  }

  @Test(arguments: [
    (#"$$\nabla_W F = 2Wxx^T$$"#, ["gradient F wrt W = 2*W*x*x'  gradient_F_W"]),
    (
      #"$$\begin{align} \nabla_W F &= 2(Wx)x^T \\ &= 2W(xx^T) \end{align}$$"#,
      ["gradient F wrt W = 2*W*(x*x')  gradient_F_W"]
    ),
    (#"$$J(x) = \lVert Wx \rVert_2$$"#, ["J = norm2(W*x)  J"]),
    (#"$$y = x$$"#, ["y = x"]),
    // What is wrong, unreadable, or stands under no name is not offered.
    (#"$$\nabla_W F = 3Wxx^T$$"#, []), (#"$$\nabla_W F = \clubsuit$$"#, []),
    (#"$$x^T W^T W x = \lVert Wx \rVert_2^2$$"#, []),
  ])
  func displayThatHoldsCanBeCopied(_ display: String, _ copied: [String]) throws {
    #expect(try transcripts(display) == copied)
  }

  /// By one place of a tied weight no `derive` block derives: the formula is offered alone, under a name of its own.
  @Test(arguments: [
    (#"\nabla_{W^T} R = 2(W^TWx - x)(Wx)^T"#, "2*(W'*W*x - x)*(W*x)'  gradient_R_W_transposed"),
    (#"\nabla_{W^{(2)}} R = 2(W^TWx - x)(Wx)^T"#, "2*(W'*W*x - x)*(W*x)'  gradient_R_layer_2"),
    (
      #"\nabla_W R = 2W(W^TWx - x)x^T + 2(Wx)(W^TWx - x)^T"#,
      "gradient R wrt W = 2*W*(W'*W*x - x)*x' + 2*(W*x)*(W'*W*x - x)'  gradient_R_W"
    ),
  ])
  func gradientByOnePlaceIsOffered(_ display: String, _ copied: String) throws {
    let block = "```derive\nR = norm2(W'*W*x - x)^2\nnetwork R\n```\n\n"
    #expect(try transcripts(block + "$$\(display)$$") == [copied])
  }

  @Test func programThatThePageHasIsNotOfferedAgain() throws {
    let display = #"$$\nabla_W F = 2Wxx^T$$"#
    let block = "```derive\ngradient F wrt W\n```\n\n"
    #expect(try transcripts(block + display) == ["gradient F wrt W = 2*W*x*x'"])
    #expect(
      try transcripts(display + "\n\n" + display) == [
        "gradient F wrt W = 2*W*x*x'  gradient_F_W", "gradient F wrt W = 2*W*x*x'",
      ])
  }
}
