import Diagnostics
import Notation
import Pages
import Proof
import Testing

@testable import Derivations

/// What is said of mistakes in statements both sides of which are the author's, and what is offered.
@Suite struct IdentityCauseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let statement: String
    /// Nil where the claim stands.
    let cause: String?
    /// The statement as it would be mended; nil where nothing is offered.
    let mended: String?
    var testDescription: String { statement }

    init(_ statement: String, _ cause: String?, _ mended: String? = nil) {
      self.statement = statement
      self.cause = cause
      self.mended = mended
    }
  }

  private static let declarations = """
    A : (n, n)
    B : (n, n)
    C : (m, n)
    x : (n)
    y : (n)
    s : scalar
    g(z) = z^3 + 2*z
    p : (n) > 0
    H = sum(g(x))
    G = sum(p.^s)

    """

  static let cases: [Case] = [
    Case(
      "tanh(2*s) == 2*tanh(s)/(1 - tanh(s)^2)",
      "the sign of the second term is wrong; with + the claim is verified",
      "tanh(2*s) == 2*tanh(s)/(1 + tanh(s)^2)"),
    Case(
      "abs(x) == relu(x) - relu(-x)",
      "the sign of the second term is wrong; with + the claim is proved",
      "abs(x) == relu(x) + relu(-x)"),
    Case(
      "kron(A, B)' == kron(B', A')",
      "B' and A' stand in the wrong order; with both exchanged the claim is proved",
      "kron(A, B)' == kron(A', B')"),
    Case(
      "cov(C) == C'*centering(m)*C/m",
      "m where m - 1 belongs; with m - 1 the claim is proved",
      "cov(C) == C'*centering(m)*C/(m - 1)"),
    Case(
      "vec(A*B) == kron(B, eye(n))*vec(A)",
      "kron(B, eye(n)) where kron(B, eye(n))' belongs; with kron(B, eye(n))' the claim is proved; "
        + "as it stands it is only true for symmetric B",
      "vec(A*B) == kron(B, eye(n))'*vec(A)"),
    Case(
      "norm2(x + y)^2 == norm2(x)^2 + x'*y + norm2(y)^2",
      "the factor 2 is missing in the second term; with 2 the claim is proved",
      "norm2(x + y)^2 == norm2(x)^2 + 2*x'*y + norm2(y)^2"),
    Case("x'*A*x == 0", "it is only true for skew A; with A declared so the claim is proved"),
    Case(
      "A'*A == eye(n)", "it is only true for orthogonal A; with A declared so the claim is proved"),
    Case("A - A == 0", nil),
    Case("0 == A - A", nil),
    Case(
      "gradient H wrt x = g(x)",
      "g(x) where its derivative belongs; with g' the claim is proved",
      "gradient H wrt x = g'(x)"),
    Case(
      "gradient G wrt p = s*p.^s",
      "the power s where s - 1 belongs; with s - 1 the claim is proved",
      "gradient G wrt p = s*p.^(s - 1)"),
    Case(
      "gradient G wrt s = sum(p.^s)",
      "the entrywise factor log(p) is missing; with log(p) the claim is proved",
      "gradient G wrt s = sum((p.^s).*log(p))"),
  ]

  @Test(arguments: cases) func causeNamesTheMistakeInTheSideItStandsIn(_ row: Case) throws {
    let claim = try #require(Self.check(row.statement).claims.first)
    #expect(claim.judgement.verdict == (row.cause == nil ? .proved : .refuted))
    #expect(claim.judgement.cause?.text == row.cause)
    #expect(Self.mended(row.statement, claim) == row.mended)
    guard let mended = row.mended else { return }
    #expect(Self.check(mended).claims.first?.judgement.verdict.holds == true)
  }

  private static func check(_ statement: String) -> PageResult {
    let text = "```derive\n\(declarations)\(statement)\n```\n"
    guard let page = try? Page(path: "page.md", bytes: Array(text.utf8)) else {
      return PageResult(path: "page.md")
    }
    return PageChecker.check(page)
  }

  /// The statement with the corrected side in the place of the one that is wrong.
  private static func mended(_ statement: String, _ claim: CheckedClaim) -> String? {
    guard let cause = claim.judgement.cause, let corrected = cause.corrected else { return nil }
    let location = cause.replaced?.location ?? claim.location
    let old = cause.replaced?.text ?? claim.claimed
    let bytes = Array(statement.utf8)
    let start = location.column - 1
    guard Array(bytes[start...].prefix(old.utf8.count)) == Array(old.utf8) else { return nil }
    return String(
      decoding: bytes[..<start] + Array(corrected.utf8) + bytes[(start + old.utf8.count)...],
      as: UTF8.self)
  }
}
