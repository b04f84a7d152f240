import Derivations
import Diagnostics
import Pages
import Proof
import Testing

/// A bracket that `\left` sizes belongs to the claim whole, so that a correction can take its place.
@Suite struct SizedBracketTests {
  @Test(arguments: [#"\left("#, #"\left ("#, #"\bigl("#, "("])
  func commandBelongsToTheClaim(_ opening: String) throws {
    let closing = [#"\bigl("#: #"\bigr)"#, "(": ")"][opening] ?? #"\right)"#
    let claimed = "\(opening) 2 A^T \(closing) (As + x)"
    let text = """
      ```derive
      A : (m, n)
      s : (n)
      x : (m)
      F = norm2(A*s - x)^2
      ```

      <!-- check -->

      $$
      \\nabla_s F = \(claimed)
      $$
      """
    let page = try Page(path: "page.md", bytes: Array(text.utf8))
    let claim = try #require(PageChecker.check(page).claims.first)
    #expect(claim.claimed == claimed)
    #expect(claim.location.column == 14)
    #expect(claim.judgement.cause?.corrected == claimed.replacing("+", with: "-"))
  }
}
