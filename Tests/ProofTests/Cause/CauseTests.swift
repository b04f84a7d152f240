import Diagnostics
import Notation
import MatrixCalculus
import Testing

@testable import Proof

@Suite struct CauseTests {
  static let reconstruction = "W k m, x m N"
  static let code = "A m n, s n N, x m N, gamma pos"
  static let topographic = "V g n, s n N, epsilon pos, x n N"

  @Test func transposedWeightIsLocatedAndMended() throws {
    let page = try CausePage(Self.reconstruction)
    let cause = try page.gradientSearch(
      "norm2(W'*W*x - x)^2", "W", "W'*(2*(W'*W*x - x))*x' + 2*(W*x)*(W'*W*x - x)'"
    ).cause()
    #expect(
      cause
        == Cause(
          text: "W' where W belongs; with W the claim is proved",
          location: SourceLocation(
            path: "page.md", line: 7, column: 20, endLine: 7, endColumn: 22),
          corrected: "W*(2*(W'*W*x - x))*x' + 2*(W*x)*(W'*W*x - x)'"))
  }

  @Test func gradientOfAnotherVariableIsSaid() throws {
    let page = try CausePage(Self.code)
    let cause = try page.gradientSearch(
      "norm2(A*s - x)^2", "A", "A'*2*(A*s - x)",
      others: [("it is the gradient with respect to s", "2*A'*(A*s - x)")]
    ).cause()
    #expect(cause?.text == "it is the gradient with respect to s")
    #expect(cause?.corrected == nil)
  }

  @Test(arguments: [
    ("B + B' - diag(diag(B))", "where an entry of S moves with its mirror image"),
    ("(B + B')/2", "where S moves along symmetric matrices"),
  ])
  func otherConventionForSymmetricMatricesIsSaid(_ claimed: String, _ words: String) throws {
    let page = try CausePage("S n n sym, B n n")
    let cause = try page.gradientSearch("tr(S*B)", "S", claimed).cause()
    #expect(
      cause?.text
        == "it is right under another convention, \(words); here all entries of S are free")
  }

  @Test func matrixProductForSquareOfEntriesIsMendedInAnIdentity() throws {
    let page = try CausePage(Self.topographic)
    let cause = try page.identitySearch("V*(s.*s) + epsilon", "V*(s*s') + epsilon").cause()
    #expect(cause?.text == "s*s' where s.*s belongs; with s.*s the claim is proved")
    #expect(cause?.corrected == "V*(s.*s) + epsilon")
    #expect(cause?.location?.column == 23)
  }

  @Test func matrixProductForSquareOfEntriesIsMendedInAGradient() throws {
    let page = try CausePage(Self.topographic)
    let cause = try page.gradientSearch(
      "sum(sqrt(V*(s.*s) + epsilon))", "s", "(V'*(V*(s*s') + epsilon).^(-1/2)) .* s"
    ).cause()
    #expect(cause?.text == "s*s' where s.*s belongs; with s.*s the claim is proved")
    #expect(cause?.corrected == "(V'*(V*(s.*s) + epsilon).^(-1/2)) .* s")
  }

  @Test func missingActivationDerivativeIsNamed() throws {
    let page = try CausePage("W k n, V m k, x n N, y m N")
    let cause = try page.gradientSearch(
      "norm2(V*tanh(W*x) - y)^2", "W", "2*(V'*(V*tanh(W*x) - y))*x'", slopes: ["1 - tanh(W*x).^2"]
    ).cause()
    #expect(
      cause?.text
        == "the activation derivative 1 - tanh(W*x).^2 is missing; with it the claim is proved")
    #expect(cause?.corrected == "2*((V'*(V*tanh(W*x) - y)).*(1 - tanh(W*x).^2))*x'")
  }

  @Test func tiedWeightCountedOnceNamesTheLayer() throws {
    let page = try CausePage(Self.reconstruction)
    let cause = try page.gradientSearch(
      "norm2(W'*W*x - x)^2", "W", "2*W*(W'*W*x - x)*x'",
      shares: [("layer 2", "2*W*x*(W'*W*x - x)'"), ("layer 1", "2*W*(W'*W*x - x)*x'")]
    ).cause()
    #expect(
      cause?.text
        == "W occurs 2 times, counted once: the share of layer 2 is missing; with it the claim is proved"
    )
    #expect(cause?.corrected == "2*W*(W'*W*x - x)*x' + 2*W*x*(W'*W*x - x)'")
  }

  @Test func tiedWeightCountedTwiceAlikeIsSaid() throws {
    let page = try CausePage(Self.reconstruction)
    let cause = try page.gradientSearch(
      "norm2(W'*W*x - x)^2", "W", "4*W*(W'*W*x - x)*x'",
      shares: [("layer 2", "2*W*x*(W'*W*x - x)'"), ("layer 1", "2*W*(W'*W*x - x)*x'")]
    ).cause()
    #expect(
      cause?.text
        == "W occurs 2 times with different shares: that of layer 1 is counted 2 times")
  }

  @Test(arguments: [
    ("W k n, x n, b k", "sum((W*x + b).^2)", "x", "exp(W*x)", "no formula of the right shape"),
    ("A n n, x n", "x'*A*x", "x", "sin(A)*cos(x)", "a formula that has nothing to do with it"),
  ])
  func noCauseIsGivenWhereNoneIsFound(
    _ row: (page: String, function: String, variable: String, claimed: String, what: String)
  ) throws {
    let page = try CausePage(row.page)
    let search = try page.gradientSearch(row.function, row.variable, row.claimed)
    #expect(search.cause() == nil, "\(row.what)")
  }

  @Test(arguments: CauseCase.text)
  func mistakeIsNamedAndMended(_ row: CauseCase) throws {
    let page = try CausePage(row.page)
    let cause = try page.gradientSearch(row.function, row.variable, row.claimed).cause()
    #expect(cause?.text == row.text)
    #expect(cause?.corrected == row.corrected)
  }

  @Test(arguments: CauseCase.tex)
  func mistakeIsMendedInLaTeX(_ row: CauseCase) throws {
    let page = try CausePage(row.page)
    let cause = try page.gradientSearch(row.function, row.variable, row.claimed, dialect: .tex)
      .cause()
    #expect(cause?.text == row.text)
    #expect(cause?.corrected == row.corrected)
  }

  @Test func sameClaimGivesTheSameCause() throws {
    let page = try CausePage(Self.code)
    let causes = try (0..<3).map { _ in
      try page.gradientSearch("norm2(A*s - x)^2", "s", "2*A*(A*s + x)").cause()
    }
    #expect(Set(causes).count == 1)
    #expect(causes[0]?.corrected != nil)
  }

  @Test func twoMistakesAreBothNamed() throws {
    let page = try CausePage(Self.code)
    let cause = try page.gradientSearch("norm2(A*s - x)^2", "s", "2*A*(A*s + x)").cause()
    #expect(
      cause?.text
        == "A where A' belongs, and the sign of the second term is wrong; "
        + "with both mended the claim is proved")
    #expect(cause?.corrected == "2*A'*(A*s - x)")
  }

  @Test func deepFormulasAreLeftAlone() throws {
    let page = try CausePage("x n")
    let claimed = String(repeating: "(", count: 400) + "x" + String(repeating: ")", count: 400)
    #expect(try page.gradientSearch("norm2(x)^2", "x", claimed).cause() == nil)
  }

  @Test func placesOfAVariableShareTheGradient() throws {
    let page = try CausePage("B m n, C m p, D p n, x n")
    let function = try page.expression("(B*x)'*C*(D*x)")
    let variable = try #require(page.scope.variable("x"))
    let shares = CauseSearch.shares(of: function, wrt: variable)
    #expect(shares.map(\.name) == ["its first place", "its second place"])
    #expect(shares.map(\.contribution.text) == ["B'*C*D*x", "D'*C'*B*x"])
  }

  @Test func hugeFormulasAreLeftAlone() throws {
    let page = try CausePage("x n")
    let claimed = Array(repeating: "x", count: 2_000).joined(separator: "+")
    #expect(try page.gradientSearch("norm2(x)^2", "x", claimed).cause() == nil)
  }
}

/// A claimed gradient with one mistake, and what is to be said of it.
struct CauseCase: CustomTestStringConvertible {
  let page: String
  let function: String
  let variable: String
  let claimed: String
  let text: String
  let corrected: String?

  init(
    _ page: String, _ function: String, _ variable: String, _ claimed: String, _ text: String,
    _ corrected: String?
  ) {
    self.page = page
    self.function = function
    self.variable = variable
    self.claimed = claimed
    self.text = text
    self.corrected = corrected
  }

  var testDescription: String { claimed }
}
