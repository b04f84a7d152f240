import Proof
import Testing

@testable import Derivations

/// Derivations of other derivatives than gradients, and of large functions.
@Suite struct StepTests {
  private static let declarations = """
    A : (m, n)
    C, Y, Z : (n, n)
    S : (n, n) symmetric
    K : (n, n) skew
    P : (n, n) positive definite
    X : (n, p) > 0
    x : (n) > 0
    b : (m)
    t : scalar > 0
    F = norm2(A*x - b)^2
    """

  private func steps(_ request: String) throws -> [StepsFigure.Step] {
    let result = try check(derive(Self.declarations + "\n" + request))
    #expect(result.diagnostics.isEmpty, "\(request): \(result.diagnostics.map(written))")
    #expect(result.claims.allSatisfy { $0.kind == .step && $0.judgement.verdict.holds })
    let figures = result.blocks.values.joined().compactMap { statement -> StepsFigure? in
      if case .steps(let figure) = statement.content { figure } else { nil }
    }
    return figures.flatMap(\.steps)
  }

  static let ends: [(request: String, ends: [String])] = [
    (
      "steps jacobian tanh(C*x).*x wrt x",
      [
        "dT1 = C*dx", "dT2 = (1 - T2.^2) .* dT1", "d(tanh(C*x).*x) = x.*dT2 + T2.*dx",
        "jacobian tanh(C*x).*x wrt x = v -> C*v .* x .* (1 - tanh(C*x).^2) + v.*tanh(C*x)",
        "jacobian tanh(C*x).*x wrt x = diag(x .* (1 - tanh(C*x).^2))*C + diag(tanh(C*x))",
      ]
    ),
    (
      "steps C*inv(Y) wrt Y",
      [
        "dT1 = -T1*dY*T1", "d(C*inv(Y)) = C*dT1",
        "jacobian C*inv(Y) wrt Y = V -> -C*inv(Y)*V*inv(Y)",
        "jacobian vec(C*inv(Y)) wrt vec(Y) = -kron(inv(Y)', C*inv(Y))",
      ]
    ),
    (
      "layout denominator\nsteps jacobian C*x wrt x",
      [
        "d(C*x) = C*dx", "jacobian C*x wrt x = v -> C*v", "jacobian C*x wrt x = C",
        "jacobian C*x wrt x = C'",
      ]
    ),
    (
      "steps hessian F wrt x",
      [
        "dF/dx = 2*A'*T5 with T4 = A*x, T5 = T4 - b", "dT4 = A*dx", "dT5 = dT4",
        "d(dF/dx) = 2*A'*dT5", "hessian F wrt x = v -> 2*A'*A*v", "hessian F wrt x = 2*A'*A",
      ]
    ),
    (
      "steps hessian F wrt x along u",
      ["d(dF/dx) = 2*A'*dT5", "hessian F wrt x along u = 2*A'*A*u"]
    ),
    (
      "steps hessian F wrt x, b",
      [
        "dT4 = -db", "dT5 = dT4", "d(dF/db) = -2*dT5", "hessian F wrt b = v -> 2*v",
        "hessian F wrt b = 2*eye(m)",
      ]
    ),
    (
      "steps F wrt z2",
      [
        "F = norm2(z2 - b)^2 with z2 = A*x",
        "F = sum(T2) with T1 = z2 - b, T2 = T1.^2", "dF/dT2 = ones(m, 1)", "dF/dT1 = 2*T1",
        "dF/dz2 = 2*T1", "dF/dz2 = 2*(z2 - b)",
      ]
    ),
    ("steps hessian F wrt z2 along u", ["hessian F wrt z2 along u = 2*u"]),
    ("steps jacobian C*x wrt x along u", ["derivative C*x wrt x along u = C*u"]),
    (
      "steps derivative F wrt x, x along u, v",
      ["derivative F wrt x, x along u, v = 2*u'*A'*A*v"]
    ),
    (
      "steps hessian sum(C*x) wrt x",
      [
        "d(dsum(C*x)/dx) = zeros(n, 1)", "hessian sum(C*x) wrt x = v -> zeros(n, 1)",
        "hessian sum(C*x) wrt x = zeros(n, n)",
      ]
    ),
    ("steps hessian t^3 wrt t", ["d(dt^3/dt) = 3*dT1", "hessian t^3 wrt t = 6*t"]),
    (
      "steps derivative logdet(Y) wrt Y along V",
      ["d(logdet(Y)) = tr(inv(Y)*dY)", "derivative logdet(Y) wrt Y along V = tr(inv(Y)*V)"]
    ),
    (
      "structure projected\nsteps tr(C*S) wrt S",
      ["dtr(C*S)/dS = C'", "gradient tr(C*S) wrt S = (C' + C)/2"]
    ),
    (
      "structure entries\nlayout numerator\nsteps tr(C*K) wrt K",
      ["gradient tr(C*K) wrt K = C' - C", "gradient tr(C*K) wrt K = C - C'"]
    ),
    (
      "layout numerator\nsteps F wrt x",
      ["dF/dx = 2*A'*(A*x - b)", "gradient F wrt x = 2*(A*x - b)'*A"]
    ),
  ]

  @Test(arguments: ends)
  func stepsEndWithWhatWasAsked(_ c: (request: String, ends: [String])) throws {
    let found = try steps(c.request).map(\.statement.text).suffix(c.ends.count)
    #expect(Array(found) == c.ends)
  }

  /// What has to hold is said in the letters of the steps.
  @Test func conditionsOfStepsAreInTheirLetters() throws {
    let request = "steps norm2(C*relu(Z*x) - x)^2 wrt Z"
    let result = try check(derive(Self.declarations + "\n" + request))
    let conditions = Set(result.claims.flatMap(\.judgement.conditions))
    #expect(conditions.contains("no entry of T1 is 0") && !conditions.contains { $0.contains("⟨") })
    let wording = try #require(result.wordings["no entry of T1 is 0"]?.parts)
    #expect(wording.contains(.formula(Shown(text: "T1", tex: "T_{1}"))))
  }

  static let differentiated = [
    "softmax(C*x) wrt x", "logsumexp(X)'*t wrt X", "expm(Y) wrt Y", "Y^3 wrt Y",
    "pinv(A)*A wrt A", "adj(Y) wrt Y", "kron(x, C*x) wrt x", "max(X, 1) wrt X",
    "maximum(X, 2*X.^2) wrt X", "[Y, C; C, Y] wrt Y", "tril(Y*C) wrt Y", "X(:, 1) wrt X",
    "vec(X)*sum(X) wrt X", "sqrtm(P) wrt P", "diag(x)*C wrt x", "norm2(X, 1) wrt X",
    "logsoftmax(x) wrt x", "prod(x)*x wrt x", "cov(Y) wrt Y", "x.^t wrt t", "x.^t wrt x",
    "solve(Y, C) wrt Y", "reshape(X, p, n)*C wrt X", "det(Y)*Y wrt Y", "sum(X, 2)/mean(X) wrt X",
  ]

  @Test(arguments: differentiated)
  func differentialsHaveStepsOverTheWholeLanguage(_ function: String) throws {
    let steps = try steps("steps jacobian \(function)")
    #expect(steps.count > 1 && steps.allSatisfy { !$0.rules.isEmpty })
  }

  /// Claims and characters of the steps of a network of so many layers with biases.
  private func size(layers: Int) throws -> (claims: Int, characters: Int) {
    let numbers = 1...layers
    let names = numbers.map { "W\($0) : (h, h)\nb\($0) : (h)" }.joined(separator: "\n")
    let output = numbers.reduce("x") { "tanh(W\($1)*\($0) + b\($1))" }
    let result = try check(derive("\(names)\nx : (h)\nF = sum(\(output))\nsteps F wrt W1"))
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(written))")
    #expect(result.claims.allSatisfy { $0.judgement.verdict.holds })
    return (result.claims.count, result.claims.reduce(0) { $0 + $1.claimed.count })
  }

  @Test func stepsOfDeepNetworksAreAsLongAsTheNetwork() throws {
    let (ten, forty) = (try size(layers: 10), try size(layers: 40))
    #expect(forty.claims <= 4 * ten.claims)
    #expect(forty.characters < 5 * ten.characters)
  }

  /// A part that is used beside what is made of it.
  static let tied: [(layer: String, start: String)] = [
    ("exp(-(@)^2) + t*sin(@)", "t"), ("(@*@' + P)", "Y"), ("x.*tanh(C*(@)) + @", "x"),
    ("log(x + exp(C*(@)))", "x"), ("(Y*(@)*C + @)", "Y"),
  ]

  @Test(arguments: tied)
  func stepsOfRepeatedPartsHold(_ c: (layer: String, start: String)) throws {
    let function = (0..<6).reduce(c.start) { inner, _ in c.layer.replacing("@", with: inner) }
    let steps = try steps("steps sum(\(function)) wrt \(c.start)")
    #expect(steps.contains { $0.statement.text.hasPrefix("G") })
  }

  static let rules: [(request: String, phrase: String)] = [
    ("sum(softmax(C*x).*x) wrt x", "(diag(s) - s*s')"), ("max(x) wrt x", "attains the maximum"),
    ("tr(expm(Y)*C) wrt Y", "upper right block of expm([X' C; 0 X'])"),
    ("-tr(Y)/(n - 1) wrt Y", "a constant factor stays"),
    ("sum(x.^t) wrt t", "by an exponent"), ("norm2(t*x - C*x) wrt t", "by a number s"),
    ("tr(Y)*det(Y) wrt Y", "the product rule for numbers"),
    ("tr(tril(Y)*C) wrt Y", "keeps its lower triangle"),
    ("sum(X(:, 1)) wrt X", "in the columns that were taken"),
  ]

  @Test(arguments: rules)
  func rulesSayWhatBecomesOfTheDerivative(_ c: (request: String, phrase: String)) throws {
    let phrases = try steps("steps \(c.request)").flatMap(\.rules).map(\.phrase)
    #expect(phrases.contains { $0.contains(c.phrase) }, "\(phrases)")
    #expect(!phrases.contains { $0.contains("what pairs with") })
  }
}
