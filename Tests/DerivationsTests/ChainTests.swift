import Derivations
import Pages
import Proof
import Testing

/// Every side of a chain is judged against its neighbour and against the start.
@Suite struct ChainTests {
  private func verdicts(_ sides: String...) throws -> [Judgement] {
    let text = """
      ```derive
      A : (m, n)
      x : (n)
      y : (m)
      F = norm2(A*x - y)^2
      ```

      <!-- check -->

      $$
      \\begin{align}
      \\nabla_x F \(sides.map { "&= \($0)" }.joined(separator: " \\\\\n"))
      \\end{align}
      $$
      """
    let page = try Page(path: "page.md", bytes: Array(text.utf8))
    return PageChecker.check(page).claims.map(\.judgement)
  }

  private let right = "2A^T(Ax - y)"
  private let same = "2A^TAx - 2A^Ty"
  private let wrong = "2A(Ax - y)"
  private let false1 = "A^T(Ax - y)"
  private let false2 = "A^TAx - A^Ty"

  @Test func aWrongMiddleLineFailsAlone() throws {
    #expect(
      try verdicts(right, false1, same).map(\.verdict) == [.proved, .refuted, .proved])
    #expect(
      try verdicts(same, wrong, right).map(\.verdict) == [.proved, .refuted, .proved])
  }

  @Test func whatFollowsRightlyFromAWrongLineIsNoNewMistake() throws {
    let judgements = try verdicts(right, false1, false2)
    #expect(judgements.map(\.verdict) == [.proved, .refuted, .proved])
    #expect(judgements[2].conditions == ["the side before it is right"])
  }

  @Test func twoWrongLinesFailTwice() throws {
    #expect(
      try verdicts(right, false1, wrong, same).map(\.verdict)
        == [.proved, .refuted, .refuted, .proved])
  }
}
