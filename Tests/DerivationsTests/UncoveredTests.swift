import Pages
import Proof
import Testing

@testable import Derivations

/// Display equations that no claim speaks of, with what is said of them; and those that say something is
/// zero.
@Suite struct UncoveredTests {
  private func check(_ display: String, above: String = "") throws -> PageResult {
    let text = """
      ---
      check: all
      ---

      ```derive
      A : (n, n)
      x : (n)
      b : (n)
      F = norm2(A*x - b)^2
      ```

      \(above)
      $$\(display)$$
      """
    return PageChecker.check(try Page(path: "p.md", bytes: Array(text.utf8)))
  }

  @Test(arguments: [
    ("K x = b", "", "unknown name K"),
    ("x^T Q", "", "unknown name Q"),
    ("x = A b", "", "x is a variable: the equation says what it is, and is no identity"),
    ("x = A b", "<!-- check: skip, by choice -->", "left out: by choice"),
    ("A^T (A x - b) = 0", "", "it says nothing that can be judged"),
    (#"\nabla_x F - x = 0"#, "", "it says nothing that can be judged"),
  ])
  func reasonIsKept(display: String, above: String, reason: String) throws {
    let result = try check(display, above: above)
    #expect(result.notCovered == 1)
    #expect(result.uncovered.map(\.reason) == [reason])
    #expect(result.claims == [])
  }

  /// What holds a derivative, and a multiple of a gradient of the page, is a condition, until it is asked to be checked.
  @Test(arguments: [
    ("A - A^T = 0", "", false), ("A - A = 0", "", true),
    ("A^T (A x - b) = 0", "<!-- check -->", false),
  ])
  func formulaThatIsSaidToBeZeroIsAClaim(display: String, above: String, holds: Bool) throws {
    let result = try check(display, above: above)
    #expect(result.claims.map(\.judgement.verdict.holds) == [holds])
    #expect(result.uncovered == [])
  }
}
