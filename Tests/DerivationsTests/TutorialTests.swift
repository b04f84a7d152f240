import Derivations
import Diagnostics
import Foundation
import Pages
import Proof
import Testing

/// The tutorial of the project's own content, as it stands and with one thing changed.
@Suite struct TutorialTests {
  /// A text of the tutorial, what to put in its place, and what the claim there is about.
  struct Change: Sendable, CustomTestStringConvertible {
    let from: String
    let to: String
    var testDescription: String { "\(from) → \(to)" }
  }

  static let changes = [
    Change(from: "gradient F wrt s = 2*A'*(A*s - x)", to: "gradient F wrt s = 2*A*(A*s - x)"),
    Change(from: "gradient F wrt s = 2*A'*(A*s - x)", to: "gradient F wrt s = 2*A'*(A*s + x)"),
    Change(from: "2*(A*s - x)*s' + 2*gamma*A", to: "2*(A*s - x)*s' + gamma*A"),
    Change(from: "&= 2(As - x) s^T", to: "&= 2(As - x) s"),
    Change(from: "| 2 | $V$ |", to: "| 2 | $V^T$ |"),
    Change(from: "$f(z) = z + \\epsilon$", to: "$f(z) = z - \\epsilon$"),
    Change(from: "( A^T \\delta^{(2)}", to: "( A \\delta^{(2)}"),
    Change(from: "$W^T W x - x$", to: "$W W^T x - x$"),
    Change(from: "(W^T)^T \\delta^{(3)}", to: "W^T \\delta^{(3)}"),
    Change(from: "&= 2(W^TWx - x)(Wx)^T", to: "&= 2(W^TWx - x)(Wx)"),
    Change(from: "&= 2 W (W^TWx - x) x^T +", to: "&= 2 W (W^TWx - x) x^T -"),
  ]

  private static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../content/tutorials/deriving-gradients.md")

  private func result(_ text: String) throws -> PageResult {
    PageChecker.check(try Page(path: "tutorial.md", bytes: Array(text.utf8)))
  }

  @Test func allItsClaimsStand() throws {
    let result = try result(String(contentsOf: Self.path, encoding: .utf8))
    #expect(result.diagnostics.isEmpty)
    #expect(result.claims.count > 30)
    #expect(result.claims.allSatisfy { $0.stands })
    #expect(result.notCovered == 0)
  }

  @Test func mistakesOfThePublishedPageAreFoundWithTheirCause() throws {
    let result = try result(String(contentsOf: Self.path, encoding: .utf8))
    let mistakes = result.claims.filter { $0.expected == .refuted }
    #expect(
      mistakes.map { $0.judgement.cause?.text } == [
        "it is the gradient with respect to s",
        "s*s' where s.*s belongs; with s.*s the claim is proved",
        "s*s' where s.*s belongs; with s.*s the claim is proved",
        "W' where W belongs; with W the claim is proved",
      ])
  }

  @Test(arguments: changes)
  func oneChangeIsRefutedAtItsLineWithAWitness(_ change: Change) throws {
    let text = try String(contentsOf: Self.path, encoding: .utf8)
    let place = try #require(text.range(of: change.from))
    let line = text[..<place.lowerBound].count { $0 == "\n" } + 1
    let result = try result(text.replacingCharacters(in: place, with: change.to))
    let failing = result.claims.filter { !$0.stands }
    #expect(!failing.isEmpty)
    #expect(failing.allSatisfy { $0.location.line == line })
    #expect(failing.allSatisfy { $0.judgement.verdict == .refuted && $0.judgement.witness != nil })
  }
}
