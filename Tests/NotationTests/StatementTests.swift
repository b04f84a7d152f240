import Diagnostics
import MatrixCalculus
import Notation
import Testing

@Suite struct StatementTests {
  /// A line and what it is read as.
  static let lines: [(text: String, meaning: String)] = [
    ("W : (k, n)", "W: k×n"),
    ("A, B : (m, n)", "A, B: m×n"),
    ("A B : (m)", "A, B: m×1"),
    ("γ : scalar > 0", "gamma: 1×1 positive nonnegative"),
    ("b : (2*n, m + 1)", "b: 2*n×m + 1"),
    ("b : (n^2)", "b: n*n×1"),
    (
      "S : (n, n) symmetric, positive-definite", "S: n×n symmetric definite semidefinite invertible"
    ),
    ("S : (n, n) invertible orthogonal", "S: n×n invertible orthogonal"),
    ("P : (n, m) columns sum to 1, >= 0", "P: n×m nonnegative columns"),
    ("L : (n, n) lower triangular constant", "L: n×n lower constant"),
    ("r : (n) in (0,1)", "r: n×1 positive nonnegative 0.0...0.9999999999999999"),
    ("r : (n) in [0.1, 0.9]", "r: n×1 positive nonnegative 0.1...0.9"),
    ("r : scalar in [-1/2, 1]", "r: 1×1 -0.5...1.0"),
    ("r : scalar > 1", "r: 1×1 positive nonnegative 1.0000000000000002...inf"),
    ("r : (n) < 0", "r: n×1 -inf...-5e-324"), ("r : (n) <= -1/2", "r: n×1 -inf...-0.5"),
    ("r : scalar in (1, inf)", "r: 1×1 positive nonnegative 1.0000000000000002...inf"),
    ("r : scalar in (-inf, 2]", "r: 1×1 -inf...2.0"),
    ("r : scalar > 0, <= 1", "r: 1×1 positive nonnegative 0.0...1.0"),
    ("r : scalar in 1", "error"),
    ("r : scalar in [-1, 1]", "r: 1×1 -1.0...1.0"),
    ("W1 : (h, n) as W^{(1)}", #"W1: h×n as "W^{(1)}""#),
    (
      "W1 : (n, n) as W^{(1)}, symmetric  # tied",
      #"W1: n×n symmetric as "W^{(1)}""#
    ),
    ("example : (n)", "example: n×1"),
    ("assume k <= n", "assume k <= n"),
    ("assume n >= 2*k", "assume 2*k <= n"),
    ("assume k < n", "assume k + 1 <= n"),
    ("assume k ≤ n", "assume k <= n"),
    (#"notation \mathbf{1} = ones(n, 1)"#, #"notation "\mathbf{1}" = (call ones n 1)"#),
    (#"notation x_{i=1} = y"#, #"notation "x_{i=1}" = y"#),
    ("f(z) = 1/(1 + exp(-z))", "f(z) = (/ 1 (+ 1 (call exp (neg z))))"),
    ("g(x, y) = x*y", "g(x, y) = (* x y)"),
    ("F = norm2(W*x)^2", "F = (^ (call norm2 (* W x)) 2)"),
    ("use = 2", "use = 2"),
    ("gradients = 2", "gradients = 2"),
    ("network F", "network F"),
    ("deltas norm2(W*x)^2", "deltas (^ (call norm2 (* W x)) 2)"),
    ("gradient F wrt W", "gradient F wrt W"),
    ("gradient F wrt W, b", "gradient F wrt W b"),
    ("gradient F wrt W = 2*W", "gradient F wrt W = (* 2 W)"),
    ("gradient (F + G) wrt W == 2*W", "gradient (+ F G) wrt W = (* 2 W)"),
    ("jacobian A*x wrt x = A", "jacobian (* A x) wrt x = A"),
    ("hessian F wrt x", "hessian F wrt x"),
    ("jacobian F wrt X = V -> A*V", "jacobian F wrt X V -> = (* A V)"),
    ("hessian F wrt X = V ↦ A*V", "hessian F wrt X V -> = (* A V)"),
    ("derivative F wrt X along V", "differential F wrt X along V"),
    (
      "derivative F wrt X, Y along U, V = tr(U*V)",
      "differential F wrt X Y along U along V = (call tr (* U V))"
    ),
    ("steps F wrt W, b", "steps gradient F wrt W b"),
    ("steps gradient F wrt W", "steps gradient F wrt W"),
    ("steps hessian F wrt x", "steps hessian F wrt x"),
    ("steps jacobian A*x wrt x", "steps jacobian (* A x) wrt x"),
    ("steps derivative F wrt X along V", "steps differential F wrt X along V"),
    ("steps hessian wrt x", "steps gradient hessian wrt x"),
    ("steps jacobian*x wrt x", "steps gradient (* jacobian x) wrt x"),
    ("layout numerator", "layout numerator"),
    ("structure projected", "structure projected"),
    ("structure : (n, n)", "structure: n×n"),
    ("A == B'", "A == (' B)"),
    (
      "norm2(W*x)^2 == tr(x'*W'*W*x)", "(^ (call norm2 (* W x)) 2) == (call tr (* (' x) (' W) W x))"
    ),
    (
      "refuted A == B because \"the order matters, # and all\"",
      "refuted A == B because the order matters, # and all"
    ),
    ("refuted gradient F wrt W = 2", "refuted gradient F wrt W = 2"),
    ("example W = [1 0; 2 1], x = [1; -1/2]", "example W = [[1, 0], [2, 1]], x = [[1], [-1/2]]"),
    ("example a = 1e-3", "example a = [[1/1000]]"),
    ("use \"other-page#name\"", "use other-page name"),
    ("use \"other\"", "use other -"),
    ("F = a + \\\n  b", "F = (+ a b)"),
    ("F = (a +  # first\n  b)", "F = (+ a b)"),
  ]

  @Test(arguments: lines)
  func lineIsReadAsStatement(_ c: (text: String, meaning: String)) throws {
    let read = StatementReader.read(SourceText(path: "page.md", text: c.text))
    #expect(read.count == 1)
    let meanings = read.map { (try? $0.content.get().meaning) ?? "error" }
    #expect(meanings == [c.meaning])
  }

  static let errors: [(text: String, error: String)] = [
    (
      "gradeint F wrt W", "1:1-9 syntax: unknown statement gradeint | did you mean `gradient`?"
    ),
    (
      "W*x",
      "1:1-4 syntax: the line states nothing | a definition is written F = …, an identity a == b, a"
        + " request gradient F wrt W"
    ),
    ("W : ", "1:4-4 syntax: a shape is missing | write (m, n), (n) for a column, or scalar"),
    ("W : k", "1:5-6 syntax: a shape is missing | write (m, n), (n) for a column, or scalar"),
    (
      "W : (k, n, m)",
      "1:6-13 syntax: a shape of 3 sizes | write (m, n), (n) for a column, or scalar"
    ),
    ("W : (0)", "1:6-7 syntax: a size of 0 is not possible | sizes begin at 1"),
    (
      "W : (1/2)",
      "1:6-9 syntax: 1/2 is no size | a size is a name, a whole number, or made of them by +, - and *"
    ),
    (
      "W : (n, n) symetric", "1:12-20 syntax: unknown property symetric | did you mean `symmetric`?"
    ),
    (
      "W : (n, n) where positive definite",
      "1:12-17 syntax: unknown property where | leave out where: properties stand behind the shape"
    ),
    (
      "W : (n, m) symmetric",
      "1:1-2 shape-mismatch: W (n×m) is not square, but what is declared of it needs it to be"
        + " | declare a shape such as (n, n)"
    ),
    (
      "a : scalar > x",
      "1:12-13 syntax: no number after > | write a number, as in > 0, or a range, as in in (2, 10)"
    ),
    (
      "a : scalar in (1, 0)",
      "1:15-21 syntax: the range from 1 to 0 is empty | write the smaller number first"
    ),
    (
      "a : scalar in 2",
      "1:12-14 syntax: in is followed by no range | write two numbers, as in in (0, 1), or inf for no bound"
    ),
    (
      "a : scalar > 2, < 1",
      "1:17-18 syntax: the ranges have no number in common | write the smaller number first"
    ),
    (
      "A, B : (n) as A",
      "1:15-16 syntax: one TeX spelling for 2 names | declare each name on a line of its own"
    ),
    (
      "2 : (n)", "1:1-2 syntax: \"2\" in the names of a declaration | names are separated by commas"
    ),
    (
      "assume k",
      "1:1-9 syntax: assume compares no sizes | write assume k <= n; for equal sizes use"
        + " one name"
    ),
    (
      "notation x",
      "1:1-11 syntax: notation gives a TeX symbol no meaning"
        + #" | write notation \mathbf{1} = ones(n, 1)"#
    ),
    (
      "derivative F wrt X, Y along V",
      "1:12-30 syntax: 2 variables, but 1 directions"
        + " | give each variable its direction, as in derivative F wrt X, Y along U, V"
    ),
    (
      "jacobian F wrt X, Y along V",
      "1:10-28 syntax: 2 variables, but 1 directions"
        + " | give each variable its direction, as in derivative F wrt X, Y along U, V"
    ),
    (
      "steps F wrt W = 2",
      "1:7-18 syntax: steps are derived, not claimed"
        + " | write steps F wrt W, and claim gradient F wrt W = …"
    ),
    (
      "steps F wrt X along V",
      "1:7-22 syntax: a direction belongs to derivative, or to the Hessian by one variable"
        + " | write steps derivative F wrt X along V"
    ),
    ("layout nominator", "1:8-17 syntax: unknown layout nominator | did you mean denominator?"),
    (
      "structure",
      "1:10-10 syntax: unknown structure without a word | the words are free, projected, entries"
    ),
    ("network", "1:8-8 syntax: a formula is missing after network | write one there"),
    (
      "gradient F",
      "1:11-11 syntax: wrt is missing | say by what to differentiate, as in gradient F"
        + " wrt W"
    ),
    (
      "gradient wrt W",
      "1:10-10 syntax: a function is missing before wrt"
        + " | write one, as in gradient F wrt W"
    ),
    ("gradient F wrt", "1:15-15 syntax: wrt without a name | write one, as in W : (k, n)"),
    ("F = ", "1:4-4 syntax: a formula is missing after = | write one there"),
    (" == b", "1:2-2 syntax: a formula is missing before == | write one there"),
    (
      "a + b = c", "1:1-6 syntax: a + b cannot be defined | an identity is written with =="
    ),
    ("f(x, x) = 1", "1:6-7 duplicate-name: the parameter x occurs twice | choose another name"),
    (
      "refuted A == B because wrong",
      "1:24-29 syntax: the reason after because is not in quotes | write because \"…\""
    ),
    (
      "refuted F = 2",
      "1:9-14 syntax: refuted is followed by no claim | write refuted A == B because \"…\""
    ),
    (
      "example W = [1 2; 3]",
      "1:19-20 shape-mismatch: rows of 2 and 1 entries | give every row the same number of entries"
    ),
    ("example W = x", "1:13-14 syntax: x is no number | write numbers such as 2, -0.5 or 1/3"),
    ("use other", "1:5-10 syntax: use names no page | write use \"other-page#name\""),
  ]

  @Test(arguments: errors)
  func mistakesInStatementsAreNamedAndLocated(_ c: (text: String, error: String)) {
    let read = StatementReader.read(SourceText(path: "page.md", text: c.text))
    #expect(read.map { line in trouble { _ = try line.content.get() } } == [c.error])
  }

  @Test func badLineDoesNotStopTheOthers() throws {
    let block = """
      # all of it
      W : (k, n)

      x : (n
      F = norm2(W)^2   # the function
      gradient F wrt W
      """
    let read = StatementReader.read(SourceText(path: "page.md", text: block))
    #expect(
      read.map { (try? $0.content.get().meaning) ?? "error" } == [
        "W: k×n", "error", "F = (^ (call norm2 W) 2)", "gradient F wrt W",
      ])
    #expect(
      trouble { _ = try read[1].content.get() }
        == "4:5-6 syntax: \"(\" is not closed | add \")\"")
  }

  @Test func openBracketContinuesAnUnendingBlockInLinearTime() {
    let block = String(repeating: "a = (b\n", count: 20_000)
    let read = StatementReader.read(SourceText(path: "page.md", text: block))
    #expect(read.count == 20_000)
  }

  static let scopeErrors: [(text: String, error: String)] = [
    (
      "x : (n)\nx : (m)",
      "2:1-2 duplicate-name: x means something already | choose another name [first: page.md:1:1]"
    ),
    (
      "x : (n)\nn : scalar",
      "2:1-2 duplicate-name: n means something already | choose another name [first: page.md:1:1]"
    ),
    (
      "x : (n)\nf(z) = z + q",
      "2:12-13 unknown-name: unknown name q | declare it above, as in q : (m, n)"
    ),
    (
      "x : (n)\nF = 2*y", "2:7-8 unknown-name: unknown name y | declare it above, as in y : (m, n)"
    ),
  ]

  @Test(arguments: scopeErrors)
  func scopeRefusesWhatContradicts(_ c: (text: String, error: String)) {
    #expect(trouble { _ = try scope(c.text) } == c.error)
  }

  @Test func scopeHidesBuiltInNames() throws {
    let scope = try scope("I : (k, n)\ne : scalar\ntanh(z) = 2*z\nx : (n)")
    #expect(try expression("I*x", in: scope).text == "I*x")
    #expect(try expression("e^2", in: scope).text == "e^2")
    #expect(try expression("tanh(x)", in: scope).simplified.text == "tanh(x)")
    #expect(try expression("tanh'(x)", in: scope).shape == Shape(Dimension("n"), .one))
  }

  @Test func functionOfVariablesIsADefinition() throws {
    let scope = try scope("W : (k, n)\nx : (n)\nJ(W) = norm2(W*x)^2")
    #expect(scope.definition(of: "J")?.arguments == ["W"])
    #expect(try expression("2*J(W)", in: scope).text == "2*norm2(W*x)^2")
  }

  @Test func heldDefinitionIsAVariable() throws {
    let scope = try scope("W : (k, n)\nx : (n)\nh = W*x")
    let held = try #require(scope.holding("h"))
    #expect(try expression("2*h", in: scope).text == "2*(W*x)")
    #expect(try expression("2*h", in: held).text == "2*h")
    #expect(scope.holding("x") == nil)
  }

  @Test func sizesAreKnownInTheirOrder() throws {
    let scope = try scope("W : (k, 2*n)\nx : (n)\nassume m <= k")
    #expect(scope.sizes == ["k", "n", "m"])
    #expect(scope.assumptions.map { "\($0.smaller) <= \($0.larger)" } == ["m <= k"])
  }
}

extension Statement {
  /// What it says, on one line.
  fileprivate var meaning: String {
    let refuted = refutation == nil ? "" : "refuted "
    let reason = refutation?.reason.map { " because \($0)" } ?? ""
    return refuted + kindMeaning + reason
  }

  private var kindMeaning: String {
    switch kind {
    case .declaration(let declaration): return declaration.meaning
    case .assumption(let smaller, let larger): return "assume \(smaller) <= \(larger)"
    case .notation(let tex, let meaning): return "notation \"\(tex.text)\" = \(meaning.bracketed)"
    case .function(let name, let parameters, let body):
      let list = parameters.map(\.text).joined(separator: ", ")
      return "\(name.text)(\(list)) = \(body.bracketed)"
    case .definition(let name, let body): return "\(name.text) = \(body.bracketed)"
    case .network(let formula): return "network \(formula.bracketed)"
    case .deltas(let formula): return "deltas \(formula.bracketed)"
    case .derivative(let request):
      let names = request.variables.map(\.text).joined(separator: " ")
      let claim = request.claim.map { " = \($0.bracketed)" } ?? ""
      let along = request.directions.map { " along \($0.text)" }.joined()
      let arrow = request.argument.map { " \($0.text) ->" } ?? ""
      return
        "\(request.derivative) \(request.function.bracketed) wrt \(names)\(along)\(arrow)\(claim)"
    case .steps(let request):
      let names = request.variables.map(\.text).joined(separator: " ")
      let along = request.directions.map { " along \($0.text)" }.joined()
      return "steps \(request.derivative) \(request.function.bracketed) wrt \(names)\(along)"
    case .layout(let layout): return "layout \(layout)"
    case .structure(let structure): return "structure \(structure)"
    case .identity(let left, let right): return "\(left.bracketed) == \(right.bracketed)"
    case .example(let values):
      return "example "
        + values.map { "\($0.name.text) = \($0.entries)" }.joined(separator: ", ")
    case .plot(let name, let range):
      return "plot \(name.text)"
        + (range.map { " from \($0.lowerBound) to \($0.upperBound)" } ?? "")
    case .plotGradient(let function, let variable):
      return "plot gradient \(function.bracketed) wrt \(variable.text)"
    case .use(let page, let block): return "use \(page) \(block ?? "-")"
    }
  }
}

extension Statement.Declaration {
  fileprivate var meaning: String {
    let known: [(String, Properties)] = [
      ("positive", .positive), ("nonnegative", .nonNegative), ("symmetric", .symmetric),
      ("lower", .lowerTriangular), ("definite", .positiveDefinite),
      ("semidefinite", .positiveSemidefinite), ("invertible", .invertible),
      ("orthogonal", .orthogonal), ("columns", .columnsSumToOne), ("constant", .constant),
    ]
    let all = properties.completed
    let words = known.filter { all.contains($0.1) }.map(\.0)
    return
      (["\(names.map(\.text).joined(separator: ", ")): \(shape)"] + words
      + (range.map { ["\($0)"] } ?? []) + (tex.map { ["as \"\($0.text)\""] } ?? []))
      .joined(separator: " ")
  }
}
