import Notation
import Pages
import Proof
import Testing

@testable import Derivations

/// Jacobians, Hessians, directional and structured derivatives, and derivations step by step.
@Suite struct DerivativeStatementTests {
  private static let declarations = """
    A : (m, n)
    B : (p, q)
    C, D : (n, n)
    X : (n, p)
    Y : (n, n)
    S : (n, n) symmetric
    P : (n, n) symmetric, positive definite
    K : (n, n) skew
    G : (n, n) diagonal
    L : (n, n) lower triangular
    R : (n, n) upper triangular
    x : (n)
    b : (m)
    y : (m)
    z : (p)
    t : scalar
    """

  private func results(_ statements: String) throws -> PageResult {
    try check(derive(Self.declarations + "\n" + statements))
  }

  /// The last sides of all derivatives a page shows, and its notes.
  private func shown(_ statements: String) throws -> [String] {
    let result = try results(statements)
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(written))")
    return result.blocks.values.flatMap { $0 }.flatMap { statement -> [String] in
      guard case .derivative(let figure) = statement.content else { return [] }
      return figure.steps.compactMap { $0.right.last?.text }
    }
  }

  /// What a site, a page and a statement say of conventions, and what counts: the nearest.
  @Test(arguments: [
    ("", "", "gradient tr(C*S) wrt S", "C'", "denominator layout: the shape of S"),
    (
      "layout: numerator", "", "gradient y'*A*x wrt A", "x*y'",
      "numerator layout: the shape of A transposed"
    ),
    ("layout: mixed", "", "gradient y'*A*x wrt A", "y*x'", "denominator layout: the shape of A"),
    (
      "layout: mixed", "layout numerator", "gradient y'*A*x wrt A", "x*y'",
      "numerator layout: the shape of A transposed"
    ),
    (
      "structure: projected", "", "gradient tr(C*S) wrt S", "(C' + C)/2",
      "S moves along symmetric matrices"
    ),
    (
      "structure: entries", "structure free", "gradient tr(C*S) wrt S", "C'",
      "denominator layout: the shape of S"
    ),
  ])
  func nearestConventionCounts(
    page: String, statement: String, request: String, shown: String, note: String
  ) throws {
    let text = "---\n\(page)\n---\n" + derive("\(Self.declarations)\n\(statement)\n\(request)")
    let page = try Page(path: "p.md", bytes: Array(text.utf8))
    let result = PageChecker.check(page, .init())
    let figures = result.blocks.values.joined().compactMap { result in
      if case .derivative(let figure) = result.content { figure } else { nil }
    }
    #expect(figures.first?.steps.last?.right.last?.text == shown)
    #expect(figures.first?.notes.contains(note) == true, "\(figures.map(\.notes))")
  }

  @Test func siteSaysWhatPagesLeaveOpen() throws {
    let text = derive("\(Self.declarations)\njacobian C*x wrt x\ngradient tr(C*S) wrt S")
    let page = try Page(path: "p.md", bytes: Array(text.utf8))
    let result = PageChecker.check(page, .init(layout: .denominator, structure: .projected))
    let shown = result.blocks.values.joined().compactMap { result in
      if case .derivative(let figure) = result.content {
        figure.steps.last?.right.last?.text
      } else {
        nil
      }
    }
    #expect(shown == ["C'", "(C' + C)/2"])
  }

  /// The words of settings are those of statements.
  @Test func conventionsHaveTheWordsOfStatements() {
    #expect(LayoutConvention.allCases.map(\.rawValue) == Statement.Layout.allCases.map(\.rawValue))
    #expect(
      StructureConvention.allCases.map(\.rawValue) == Statement.Structure.allCases.map(\.rawValue))
  }

  static let derived: [(statement: String, shown: [String])] = [
    ("jacobian C*x wrt x", ["C"]),
    ("jacobian x'*C*x wrt x", ["x'*(C' + C)"]),
    ("jacobian tanh(A*x + b) wrt x", ["diag(1 - tanh(A*x + b).^2)*A"]),
    ("jacobian exp(x) .* x wrt x", ["diag(exp(x) .* (1 + x))"]),
    ("jacobian x/norm2(x) wrt x", ["(eye(n) - x*x'/norm2(x)^2)/norm2(x)"]),
    ("jacobian softmax(x) wrt x", ["diag(softmax(x)) - softmax(x)*softmax(x)'"]),
    ("jacobian (t*C + D)*x wrt t", ["C*x"]),
    ("jacobian A*X*B wrt X", ["V -> A*V*B", "kron(B', A)"]),
    ("gradient A*X*B wrt X", ["V -> A*V*B", "kron(B', A)"]),
    ("jacobian X' wrt X", ["V -> V'", "commat(n, p)"]),
    ("jacobian inv(Y) wrt Y", ["V -> -inv(Y)*V*inv(Y)", "-kron(inv(Y)', inv(Y))"]),
    (
      "jacobian diag(x)*C wrt x",
      ["v -> diag(v)*C", "kron(C', eye(n))*diag(vec(eye(n)))*kron(ones(n, 1), eye(n))"]
    ),
    ("jacobian logsoftmax(x) wrt x", ["eye(n) - ones(n, 1)*softmax(x)'"]),
    ("jacobian [C*x; A*x] wrt x", ["[C; A]"]),
    (
      "jacobian kron(A, B) wrt B",
      [
        "V -> kron(A, V)",
        "kron(kron(eye(n), commat(q, m)), eye(p))*kron(vec(A), eye(p*q))",
      ]
    ),
    (
      "hessian crossentropy(y, softmax(A*x)) wrt x",
      ["sum(y)*A'*(diag(softmax(A*x)) - softmax(A*x)*softmax(A*x)')*A"]
    ),
    ("hessian x'*C*x wrt x", ["C' + C"]),
    ("hessian norm2(A*x - b)^2 wrt x", ["2*A'*A"]),
    ("hessian logsumexp(x) wrt x", ["diag(softmax(x)) - softmax(x)*softmax(x)'"]),
    ("hessian sum(exp(x)) wrt x", ["diag(exp(x))"]),
    ("hessian t^3 wrt t", ["6*t"]),
    ("derivative inv(Y) wrt Y along V", ["-inv(Y)*V*inv(Y)"]),
    ("derivative x'*C*x wrt x, x along u, v", ["u'*(C' + C)*v"]),
    ("gradient logdet(P) wrt P", ["inv(P)"]),
    ("structure projected\ngradient tr(C*S) wrt S", ["(C' + C)/2"]),
    ("structure entries\ngradient tr(C*S) wrt S", ["C' + C - diag(diag(C))"]),
    ("structure entries\ngradient logdet(P) wrt P", ["2*inv(P) - diag(diag(inv(P)))"]),
    ("structure projected\ngradient tr(C*K) wrt K", ["(C' - C)/2"]),
    ("structure entries\ngradient tr(C*K) wrt K", ["C' - C"]),
    ("structure projected\ngradient tr(C*G) wrt G", ["diag(diag(C))"]),
    ("structure projected\ngradient tr(C*L) wrt L", ["tril(C')"]),
    ("structure entries\ngradient tr(C*R) wrt R", ["triu(C')"]),
    ("structure projected\ngradient tr(C*Y) wrt Y", ["C'"]),
    ("layout numerator\ngradient x'*C*x wrt x", ["x'*(C' + C)"]),
    ("layout denominator\njacobian C*x wrt x", ["C'"]),
    (
      "structure projected\njacobian S*x wrt S",
      ["V -> (V + V')*x/2", "kron(x', eye(n))*(eye(n*n) + commat(n, n))/2"]
    ),
    ("hessian x'*A'*b wrt x, b", ["zeros(n, n)", "A'", "zeros(m, m)"]),
    ("hessian norm2(X*z - x)^2 wrt z, x", ["2*X'*X", "-2*X'", "2*eye(n)"]),
    ("hessian t*x'*C*x wrt t, x", ["0", "x'*(C' + C)", "t*(C' + C)"]),
    ("hessian norm2(A*x - y)^2 wrt x along v", ["2*A'*A*v"]),
    (
      "structure projected\nhessian tr(C*S*S) wrt S along V",
      ["((V + V')*(C' + C) + (C' + C)*(V + V'))/4"]
    ),
    ("structure projected\nderivative tr(C*S) wrt S along V", ["tr(C*(V + V'))/2"]),
    (
      "structure entries\njacobian G*x wrt G",
      ["V -> diag(diag(V))*x", "kron(x', eye(n))*diag(vec(eye(n)))"]
    ),
    ("hessian logdet(diag(x) + P) wrt x", ["-inv(diag(x) + P).^2"]),
    ("hessian x'*inv(C + t*eye(n))*x wrt t", ["2*x'*inv(C + t*eye(n))^3*x"]),
    ("derivative kron(A, C) wrt C along V", ["kron(A, V)"]),
    ("hessian log(x'*C*x) wrt x", ["(C' + C)*(eye(n) - x*x'*(C' + C)/(x'*C*x))/(x'*C*x)"]),
    ("jacobian tanh(x) wrt x along v", ["(1 - tanh(x).^2) .* v"]),
    ("F = norm2(A*x - b)^2\ngradient F wrt a2", ["2*(A*x - b)"]),
    ("F = norm2(A*x - b)^2\ngradient F wrt z3", ["2*(A*x - b)"]),
    ("F = norm2(A*x - b)^2\ngradient F wrt z3, b", ["2*(A*x - b)", "-2*(A*x - b)"]),
    ("F = norm2(A*x - b)^2\njacobian F wrt z2", ["2*(z2 - b)'"]),
    (
      "F = norm2(A*x - b)^2 + norm2(x)^2\nhessian F wrt z2, b",
      ["2*eye(m)", "-2*eye(m)", "2*eye(m)"]
    ),
    ("F = sum(tanh(A*x))\nhessian F wrt z2 along u", ["-2*(tanh(z2) .* (1 - tanh(z2).^2) .* u)"]),
    ("F = norm2(A*x - b)^2\nderivative F wrt z2, z2 along u, v", ["2*u'*v"]),
  ]

  @Test(arguments: derived)
  func derivativeIsShown(_ c: (statement: String, shown: [String])) throws {
    let found = try shown(c.statement)
    #expect(found == c.shown)
  }

  @Test func longHessianIsWrittenInLettersOfLayersAndOfWhatItShares() throws {
    let figures = try results("F = norm2(A*tanh(C*x) - b)^2\nhessian F wrt x").blocks.values
      .flatMap { $0 }.compactMap { statement -> DerivativeFigure? in
        if case .derivative(let figure) = statement.content { figure } else { nil }
      }
    let figure = try #require(figures.first)
    #expect(figure.definitions.map(\.text) == ["a2 = tanh(C*x)", "T1 = 1 - a2.^2"])
    #expect(
      figure.steps.last?.right.last?.text
        == "2*C'*(diag(T1)*A'*A*diag(T1) - 2*diag(T1 .* (A'*(A*a2 - b)) .* a2))*C")
  }

  @Test(arguments: [
    "tr(logm(C'*C))", "sum(tanh(logm(C + D)))", "sum(exp(expm(C*D)))", "sum(tanh(sqrtm(C'*C)))",
    "norm2(sinm(tanh(C))*x)^2", "sum(tanh(cosm(C*D)))", "norm2(pinv(A*X))^2", "sum(exp((C*D)^n))",
    "sum(tanh((C*D)^t))", "norm2(kron(C, tanh(A)))^2", "sum(tanh(adj(C*D)))",
    "norm2(tanh(C)\\x)^2", "sum(inv(C)*logm(inv(C) + D))",
  ])
  func everyFunctionOfMatricesIsALayerWithItsDelta(_ function: String) throws {
    let result = try results("F = \(function)\nnetwork F\ndeltas F")
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(written))")
  }

  @Test(arguments: [
    ("F = sum(y)\ngradient F wrt x", "F does not depend on x"),
    ("F = sum(sign(x))\ngradient F wrt x", "the slope of F by x is zero wherever there is one"),
    ("F = b'*A*x\nhessian F wrt x", "the slope of F by x does not depend on x"),
    ("F = norm2(x)^2\nhessian F wrt b", "F does not depend on b"),
    ("F = sum(sign(x))\nhessian F wrt x", "the slope of F by x does not depend on x"),
    ("F = b\nderivative F wrt x along v", "F does not depend on x"),
    (
      "F = b'*A*x\nderivative F wrt x, x along u, v",
      "the slope of F along the first direction does not depend on x"
    ),
    ("F = sum(sign(x))\njacobian F wrt x", "the slope of F by x is zero wherever there is one"),
  ])
  func zeroGradientSaysWhy(_ statements: String, _ note: String) throws {
    #expect(try notes(statements).last == note)
  }

  /// The forms of these derivatives divide by what the function does not.
  @Test(arguments: [
    "gradient det(C) wrt C", "gradient prod(x) wrt x", "hessian det(C) wrt C",
    "hessian prod(x) wrt x", "jacobian adj(C) wrt C", "jacobian det(C)*x wrt C",
    "derivative det(C) wrt C along D", "derivative det(C) wrt C, C along D, Y",
    "derivative adj(C) wrt C along D",
    "derivative prod(x) wrt x, x along v, v",
  ])
  func formThatAsksForMoreSaysSo(_ statement: String) throws {
    let words = "has a slope everywhere; only this form asks for more"
    #expect(try notes(statement).contains { $0.hasSuffix(words) })
  }

  /// No form is blamed for what the function asks for itself.
  @Test(arguments: [
    "hessian logdet(C) wrt C", "derivative inv(C) wrt C along D", "jacobian abs(x) wrt x",
    "hessian det(C) + norm2(C) wrt C", "gradient norm2(x) wrt x", "jacobian C*x wrt x",
  ])
  func conditionOfTheFunctionIsNoMatterOfForm(_ statement: String) throws {
    #expect(try !notes(statement).contains { $0.contains("slope everywhere") })
  }

  private func notes(_ statements: String) throws -> [String] {
    try results(statements).blocks.values.flatMap { $0 }.flatMap { statement -> [String] in
      if case .derivative(let figure) = statement.content { figure.notes } else { [] }
    }
  }

  @Test(arguments: [
    ("gradient norm2(A*x)^2 wrt x", ["denominator layout: the shape of x"]),
    (
      "layout numerator\ngradient norm2(A*x)^2 wrt x",
      ["numerator layout: the shape of x transposed"]
    ),
    ("gradient t^2 wrt t", ["a number in every layout"]),
    ("jacobian A*x wrt x", ["numerator layout: a row for each entry of A*x"]),
    (
      "layout denominator\njacobian A*x wrt x",
      ["denominator layout: a column for each entry of A*x"]
    ),
    ("jacobian t*A wrt t", ["by a number: the shape of t*A"]),
    (
      "hessian norm2(A*x)^2 wrt x",
      ["a row and a column for each entry of x: symmetric, the same in every layout"]
    ),
    ("derivative A*x wrt x along u", ["the shape of A*x in every layout"]),
    (
      "structure entries\nderivative tr(C*S) wrt S along V",
      ["a number in every layout", "an entry of S moves with its mirror image"]
    ),
    (
      "structure entries\njacobian K*x wrt K",
      [
        "numerator layout: a row for each entry of K*x",
        "an entry of K moves with its mirror image",
      ]
    ),
  ])
  func conventionIsStated(_ statements: String, _ expected: [String]) throws {
    let notes = try results(statements).blocks.values.flatMap { $0 }.flatMap {
      (statement) -> [String] in
      if case .derivative(let figure) = statement.content { figure.notes } else { [] }
    }
    #expect(notes == expected)
  }

  static let claims: [(statements: String, holds: Bool)] = [
    ("jacobian A*X*B wrt X = V -> A*V*B", true),
    ("jacobian A*X*B wrt X = V ↦ A*V*B", true),
    ("jacobian A*X*B wrt X = V -> A*V*B + A*V*B", false),
    ("jacobian A*X*B wrt X = kron(B', A)", true),
    ("jacobian A*X*B wrt X = kron(A, B')", false),
    ("hessian logdet(Y) wrt Y = V -> -inv(Y)'*V'*inv(Y)'", true),
    ("hessian logdet(Y) wrt Y = V -> -inv(Y)*V*inv(Y)", false),
    ("hessian logdet(Y) wrt Y = -commat(n, n)*kron(inv(Y)', inv(Y))", true),
    ("hessian logdet(P) wrt P = V -> -inv(P)*V'*inv(P)", true),
    ("hessian logdet(P) wrt P = V -> -inv(P)*V*inv(P)", false),
    ("hessian tr(S*S) wrt S = V -> 2*V'", true),
    ("hessian tr(S*S) wrt S = V -> 2*V", false),
    (
      "jacobian expm(C) wrt C = "
        + "V -> cols(rows(expm([C, V; zeros(n, n), C]), 1, n), n + 1, 2*n)", true
    ),
    ("derivative expm(C) wrt C along V = V*expm(C)", false),
    ("gradient min(t, 1) wrt t = 1", false),
    ("gradient max(t, 1) wrt t = step(t - 1)", true),
    ("derivative det(Y) wrt Y along V = det(Y)*tr(inv(Y)*V)", true),
    ("derivative tr(Y^3) wrt Y, Y along U, V = 3*tr(U*Y*V + Y*U*V)", true),
    ("derivative tr(Y^3) wrt Y, Y, Y along U, V, W = 3*tr(U*V*W + V*U*W)", true),
    ("derivative tr(Y^3) wrt Y, Y, Y along U, V, W = 6*tr(U*V*W)", false),
    ("structure projected\ngradient tr(C*S) wrt S = (C + C')/2", true),
    ("structure projected\ngradient tr(C*S) wrt S = C'", false),
    ("structure entries\ngradient tr(C*S) wrt S = C + C' - diag(diag(C))", true),
    ("structure projected\ngradient tr(C*L) wrt L = tril(C')", true),
    ("structure projected\ngradient tr(C*L) wrt L = triu(C)'", true),
    ("gradient tr(C*L) wrt L = C'", true),
    ("structure projected\njacobian S*x wrt S = V -> (V + V')*x/2", true),
    ("structure projected\njacobian S*x wrt S = V -> V*x", false),
    ("structure entries\njacobian S*x wrt S = V -> (V + V')*x - diag(V).*x", true),
    ("structure entries\njacobian K*x wrt K = kron(x', eye(n)) - kron(eye(n), x')", true),
    ("structure entries\njacobian K*x wrt K = kron(x', eye(n))", false),
    ("structure projected\njacobian L*x wrt L = V -> tril(V)*x", true),
    ("structure projected\nhessian tr(S*S) wrt S = V -> V + V'", true),
    ("structure projected\nhessian tr(S*S) wrt S = V -> 2*V", false),
    ("structure projected\nhessian tr(S*S) wrt S = eye(n*n) + commat(n, n)", true),
    ("structure entries\nhessian tr(S*S) wrt S = V -> 4*V", false),
    ("structure entries\nhessian tr(S*S) wrt S along V = 4*(V + V') - 6*diag(diag(V))", true),
    ("structure projected\nhessian tr(G*C*G) wrt G = V -> 2*diag(diag(C).*diag(V))", true),
    ("hessian norm2(A*x - y)^2 wrt x, y = -2*A'", true),
    ("hessian norm2(A*x - y)^2 wrt x, y = -2*A", false),
    ("hessian norm2(A*x - y)^2 wrt A, x = v -> 2*A*v*x' + 2*(A*x - y)*v'", true),
    ("hessian norm2(A*x - y)^2 wrt x along v = 2*A'*A*v", true),
    ("hessian norm2(A*x - y)^2 wrt x along v = 2*A*A'*v", false),
    ("structure projected\nhessian tr(S*S*Y) wrt S, Y = V -> (V'*S + S*V' + S*V + V*S)/2", true),
    ("layout numerator\ngradient tr(C*Y) wrt Y = C", true),
    ("layout denominator\njacobian A*x wrt x = A'", true),
    ("F = norm2(A*x - b)^2\ngradient F wrt z3 = 2*(A*x - b)", true),
    ("F = norm2(A*x - b)^2\ngradient F wrt a2 = A*x - b", false),
    ("F = norm2(A*x - b)^2\njacobian F wrt z2 = 2*(A*x - b)'", true),
    ("F = norm2(A*x - b)^2\njacobian F wrt z2 = 2*(z2 - b)'", true),
    ("F = sum(tanh(A*x))\nhessian F wrt z2 = -2*diag((1 - tanh(A*x).^2).*tanh(A*x))", true),
    ("F = sum(tanh(A*x))\nhessian F wrt z2 = V -> -2*(1 - tanh(z2).^2).*tanh(A*x).*V", true),
    ("F = sum(tanh(A*x))\nhessian F wrt z2 = -2*diag(tanh(A*x))", false),
    ("F = norm2(tanh(A*x) - b)^2\nhessian F wrt a2, b = -2*eye(m)", true),
    ("F = norm2(A*x - b)^2\nderivative F wrt a2 along u = 2*(A*x - b)'*u", true),
    ("F = norm2(A*x - b)^2\nhessian F wrt z2 along u = u", false),
  ]

  @Test(arguments: claims)
  func claimIsJudged(_ c: (statements: String, holds: Bool)) throws {
    let result = try results(c.statements)
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(written))")
    let verdicts = result.claims.map(\.judgement.verdict)
    #expect(verdicts.count == 1)
    #expect(verdicts.first?.holds == c.holds)
    #expect(verdicts.first == .refuted || c.holds)
  }

  static let causes: [(statements: String, cause: String)] = [
    (
      "gradient tr(C*S) wrt S = (C + C')/2",
      "it is right under another convention, where S moves along symmetric matrices; "
        + "here all entries of S are free"
    ),
    (
      "gradient tr(C*L) wrt L = tril(C')",
      "it is right under another convention, where only the lower triangle of L moves; "
        + "here all entries of L are free"
    ),
    (
      "structure projected\ngradient tr(C*S) wrt S = C + C' - diag(diag(C))",
      "it is right under another convention, where an entry of S moves with its mirror image; "
        + "here S moves along symmetric matrices"
    ),
    (
      "structure entries\ngradient tr(C*K) wrt K = C'",
      "it is the gradient with all entries of K free; "
        + "here an entry of K moves with its mirror image"
    ),
    (
      "layout numerator\ngradient tr(C*Y) wrt Y = C'",
      "it is the gradient in the denominator layout, and the page asks for the numerator layout; "
        + "transposed, the claim holds"
    ),
    (
      "layout denominator\njacobian C*x wrt x = C",
      "it is the Jacobian in the numerator layout, and the page asks for the denominator layout; "
        + "transposed, the claim holds"
    ),
  ]

  @Test(arguments: causes)
  func otherConventionIsTheCause(_ c: (statements: String, cause: String)) throws {
    #expect(try results(c.statements).claims.map { $0.judgement.cause?.text } == [c.cause])
  }

  static let troubles: [(statements: String, trouble: String)] = [
    (
      "hessian C*x wrt x",
      "18:1: shape-mismatch: C*x is a n×1 matrix and has no Hessian; "
        + "hint: state the Hessian of a scalar function"
    ),
    (
      "derivative C*x wrt x along Y",
      "18:28: shape-mismatch: Y is n×n, but a direction of x is n×1; "
        + "hint: choose a name that means nothing yet, and it gets that shape"
    ),
    (
      "derivative x'*C*x wrt x, x along x, v",
      "18:34: unsupported: the direction x is differentiated by as well; "
        + "hint: choose another name for the direction"
    ),
    (
      "F = norm2(A*x - b)^2\ngradient F wrt z9",
      "19:16: unknown-name: F has no layer 9; hint: its layers are 1 to 3"
    ),
    (
      "F = sum(tanh(A*x))\nhessian F wrt z2, a2",
      "19:19: unsupported: z2 and a2 are no free variables of each other, so there is no "
        + "derivative by both; hint: differentiate by one layer, and by variables"
    ),
    (
      "gradient x'*C*x wrt x along v",
      "18:1: unsupported: a direction belongs to derivative, or to the Hessian by one variable; "
        + "hint: write derivative F wrt X along V"
    ),
  ]

  @Test(arguments: troubles)
  func whatCannotBeDerivedIsSaid(_ c: (statements: String, trouble: String)) throws {
    #expect(try results(c.statements).diagnostics.map { written($0) } == [c.trouble])
  }

  static let stepped = [
    "norm2(A*x - b)^2 wrt A", "norm2(A*x - b)^2 wrt x", "tr(C*inv(Y)) wrt Y", "logdet(Y) wrt Y",
    "tr(expm(C*D)) wrt C", "sum(tanh(A*x + b)) wrt b", "x'*C*x wrt x", "logsumexp(A*x) wrt A",
    "sum(log(1 + exp(x))) wrt x", "tr(S*Y*S) wrt S", "kron(x, b)'*kron(x, b) wrt x",
    "logdet(P) wrt P", "t^3 wrt t",
  ]

  @Test(arguments: stepped)
  func everyStepHolds(_ request: String) throws {
    let result = try results("steps \(request)")
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(written))")
    #expect(!result.claims.isEmpty)
    for claim in result.claims {
      #expect(claim.kind == .step)
      #expect(claim.judgement.verdict.holds, "\(claim.claimed)")
    }
    let steps = result.blocks.values.flatMap { $0 }.compactMap { statement -> StepsFigure? in
      if case .steps(let figure) = statement.content { figure } else { nil }
    }
    #expect(steps.first?.steps.map(\.claim) == Array(result.claims.indices))
    #expect(steps.first?.steps.allSatisfy { !$0.rules.isEmpty } ?? false)
    // The last step is the gradient that is derived without steps.
    let name = request.split(separator: " ").last ?? ""
    let last = try #require(steps.first?.steps.last?.statement.text)
    let whole = try shown("gradient \(request)").last ?? ""
    #expect(last.hasSuffix("/d\(name) = \(whole)"))
  }
}
