import MatrixCalculus
import Notation
import Testing

@testable import Proof

/// How often the search names the mistake that was made.
@Suite struct CauseMeasureTests {
  struct Row: CustomTestStringConvertible {
    let page: String
    let function: String
    let variable: String
    let gradient: String

    init(_ page: String, _ function: String, _ variable: String, _ gradient: String) {
      self.page = page
      self.function = function
      self.variable = variable
      self.gradient = gradient
    }

    var testDescription: String { gradient }
    var names: [String] {
      page.split(separator: ",").compactMap { $0.split(separator: " ").first.map(String.init) }
    }
  }

  static let rows = [
    Row("X m n, w n, y m", "norm2(X*w - y)^2", "w", "2*X'*(X*w - y)"),
    Row("A m n, s n N, x m N", "norm2(A*s - x)^2", "A", "2*(A*s - x)*s'"),
    Row(
      "A m n, s n N, x m N, gamma", "norm2(A*s - x)^2 + gamma*norm2(A)^2", "A",
      "2*(A*s - x)*s' + 2*gamma*A"),
    Row(
      "W k m, x m N", "norm2(W'*W*x - x)^2", "W",
      "2*W*(W'*W*x - x)*x' + 2*(W*x)*(W'*W*x - x)'"),
    Row("X m n, w n, y m, N", "norm2(X*w - y)^2/N", "w", "2/N*X'*(X*w - y)"),
    Row(
      "X m n, w n, y m pos", "sum(y.*log(sigmoid(X*w)) + (1-y).*log(1 - sigmoid(X*w)))", "w",
      "X'*(y - sigmoid(X*w))"),
    Row(
      "W k n, V m k, x n N, G m N", "sum(G.*(V*tanh(W*x)))", "W",
      "((V'*G).*(1 - tanh(W*x).^2))*x'"),
    Row(
      "W k n, V m k, x n N, G m N", "sum(G.*(V*relu(W*x)))", "W", "((V'*G).*step(W*x))*x'"),
    Row("x n, v n", "sum(v.*sin(x))", "x", "v.*cos(x)"),
    Row("A p m, X m n, B n p", "tr(A*X*B)", "X", "A'*B'"),
    Row("A n n, x n", "x'*A*x", "x", "A*x + A'*x"),
    Row("K n n pd, y n", "y'*inv(K)*y", "y", "2*inv(K)*y"),
    Row("x n, a n", "norm2(x - a)", "x", "(x - a)/norm2(x - a)"),
    Row("B m n, C m p, D p n, x n", "(B*x)'*C*(D*x)", "x", "B'*C*D*x + D'*C'*B*x"),
  ]

  @Test func mistakeIsNamedInNineOfTenSpoiledClaims() throws {
    let tally = try Self.tally()
    #expect(tally.all >= 150)
    #expect(tally.right * 10 >= tally.all * 9, "\(tally.missed.joined(separator: "\n"))")
  }

  struct Tally {
    var right = 0
    var all = 0
    var missed: [String] = []
  }

  /// Every seed at its first places in every row; a spoiled text that is still true does not count.
  static func tally() throws -> Tally {
    var tally = Tally()
    for row in rows {
      let page = try CausePage(row.page)
      for seed in CauseSeed.allCases {
        for text in seed.spoiled(row.gradient, names: row.names) {
          try count(text, seed, row, page, &tally)
        }
      }
    }
    return tally
  }

  private static func count(
    _ text: String, _ seed: CauseSeed, _ row: Row, _ page: CausePage, _ tally: inout Tally
  ) throws {
    guard let search = try? page.gradientSearch(row.function, row.variable, text),
      try isFalse(page, row, text)
    else { return }
    tally.all += 1
    if let finding = search.finding(), finding.mistakes.count == 1,
      seed.mistakes.contains(finding.mistakes[0]),
      try !isFalse(page, row, finding.cause.corrected ?? "")
    {
      tally.right += 1
    } else {
      tally.missed.append("\(seed): \(text): \(search.cause()?.text ?? "no cause")")
    }
  }

  private static func isFalse(_ page: CausePage, _ row: Row, _ text: String) throws -> Bool {
    guard let claimed = try? page.expression(text) else { return true }
    let variable = try #require(page.scope.variable(row.variable))
    let claim = Claim.gradient(
      of: try page.expression(row.function), wrt: variable, claimed: claimed)
    return Prover().confirm(claim) != .confirmed
  }
}
