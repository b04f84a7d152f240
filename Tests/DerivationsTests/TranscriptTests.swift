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
