import Diagnostics
import MatrixCalculus
import Notation
import Testing

@Suite struct ShapeErrorTests {
  static let errors: [(text: String, error: String)] = [
    (
      "W*u",
      "1:2-3 shape-mismatch: product of W (k×n) and u (k×1) is undefined; inner sizes n and k differ"
        + " | transpose W, as in W'*u"
    ),
    (
      "A*X*x",
      "1:4-5 shape-mismatch: product of A*X (n×m) and x (n×1) is undefined; inner sizes m and n differ"
        + " | transpose A*X, as in (A*X)'*x"
    ),
    (
      "X*W",
      "1:2-3 shape-mismatch: product of X (n×m) and W (k×n) is undefined; inner sizes m and k differ | sizes that are the same need the same name where they are declared"
    ),
    (
      "M*Y'",
      "1:2-3 shape-mismatch: product of M (m×n) and Y' (m×n) is undefined; inner sizes n and m differ"
        + " | .* multiplies entry by entry"
    ),
    (
      "W*V",
      "1:2-3 shape-mismatch: product of W (k×n) and V (k×n) is undefined; inner sizes n and k differ"
        + " | .* multiplies entry by entry"
    ),
    (
      "x*u",
      "1:2-3 shape-mismatch: product of x (n×1) and u (k×1) is undefined; inner sizes 1 and k differ"
        + " | transpose u, as in x*u'"
    ),
    (
      "a + W*x + y",
      "1:9-10 shape-mismatch: sum of a + W*x (k×1) and y (n×1) is undefined; rows k and n differ | sizes that are the same need the same name where they are declared"
    ),
    (
      "W*x - x'",
      "1:5-6 shape-mismatch: sum of W*x (k×1) and x' (1×n) is undefined; the shapes differ | sizes that are the same need the same name where they are declared"
    ),
    (
      "x - x'",
      "1:3-4 shape-mismatch: sum of x (n×1) and x' (1×n) is undefined; the shapes differ"
        + " | transpose x', as in x"
    ),
    (
      "x .* u",
      "1:3-5 shape-mismatch: entrywise product of x (n×1) and u (k×1) is undefined;"
        + " rows n and k differ | sizes that are the same need the same name where they are declared"
    ),
    (
      "1/x",
      "1:2-3 shape-mismatch: division by x (n×1) is undefined; only a scalar divides"
        + " | write 1./x to divide entry by entry"
    ),
    (
      "a/A",
      "1:2-3 shape-mismatch: division by A (n×n) is undefined; only a scalar divides"
        + " | write a./A to divide entry by entry, inv(A) for the inverse"
    ),
    (
      "x^2",
      "1:2-3 shape-mismatch: power of x (n×1) is undefined; it needs a scalar or a square matrix"
        + " | write x.^2 for the power of every entry"
    ),
    (
      "x.^W",
      "1:2-4 unsupported: the exponent W (k×n) is not a scalar | write exp(W.*log(x))"
    ),
    (
      "tr(W)",
      "1:1-3 shape-mismatch: the trace of a k×n matrix is undefined; it needs a square one | declare it with the same size twice, as in A : (n, n)"
    ),
    (
      "I",
      "1:1-2 shape-mismatch: the size of I is not determined by what stands beside it"
        + " | write eye(n)"
    ),
    (
      "tr(eye)*x",
      "1:4-7 shape-mismatch: the size of eye is not determined by what stands beside it"
        + " | write eye(n)"
    ),
    (
      "W*I*u",
      "1:4-5 shape-mismatch: product of W*I (k×n) and u (k×1) is undefined;"
        + " inner sizes n and k differ | transpose W*I, as in (W*I)'*u"
    ),
    (
      "[A W]",
      "1:4-5 shape-mismatch: A (n×n) and W (k×n) cannot stand side by side; rows n and k differ"
    ),
    (
      "[A; M']",
      "1:1-8 shape-mismatch: blocks of different columns cannot stand one above the other: n×n, n×m"
    ),
    (
      "[A 0; 0]",
      "1:4-5 shape-mismatch: the size of 0 is not determined by what stands beside it | write zeros(m, n)"
    ),
    (
      "softmax(A, 3)",
      "1:12-13 syntax: softmax takes 1 or 2 as its second argument | softmax(X, 1) takes each column, softmax(X, 2) each row"
    ),
    (
      "reshape(M, n, n)",
      "1:1-8 shape-mismatch: a m×n matrix has not as many entries as a n×n matrix | the product of rows and columns must stay the same"
    ),
    ("commat(n)", "1:1-10 syntax: commat takes 2 arguments, not 1 | write commat(m, n)"),
    ("A(:, 0)", "1:6-7 syntax: there is no place 0 | places count from 1"),
    (
      "kl(A, W)",
      "1:1-3 shape-mismatch: the divergence of n×n and k×n matrices is undefined; it needs two of one shape"
    ),
    ("a/0", "1:2-3 syntax: division by zero | remove the quotient"),
    ("eye(0)", "1:5-6 syntax: a size of 0 is not possible | sizes begin at 1"),
    (
      "ones(n)",
      "1:1-8 syntax: ones takes the rows and the columns | a column is ones(n, 1)"
    ),
    (
      "eye(q)",
      "1:5-6 unknown-name: unknown size q | use it in a declaration above, as in X : (q, q)"
    ),
    (
      "sum(X, 3)",
      "1:8-9 syntax: sum takes 1 or 2 as its second argument"
        + " | sum(X, 1) takes each column, sum(X, 2) each row"
    ),
    (
      "tanh(x, y)",
      "1:1-11 syntax: tanh takes 1 argument, not 2 | tanh acts on every entry of its one argument"
    ),
    ("g(x)", "1:1-5 syntax: g takes 2 arguments, not 1 | separate arguments by commas"),
  ]

  @Test(arguments: errors)
  func shapesThatDoNotFitAreNamedAndLocated(_ c: (text: String, error: String)) throws {
    let scope = try scope(sampleNames)
    #expect(trouble { _ = try expression(c.text, in: scope) } == c.error)
  }

  static let names: [(text: String, error: String)] = [
    ("gama*x", "1:1-5 unknown-name: unknown name gama | did you mean `gamma`?"),
    (
      "A*q", "1:3-4 unknown-name: unknown name q | declare it above, as in q : (m, n)"
    ),
    ("sigmiod(x)", "1:1-8 unknown-function: unknown function sigmiod | did you mean `sigmoid`?"),
    (
      "A(x)", "1:1-2 unknown-function: A is not a function | write A*(…) for a product"
    ),
    ("W^T", "1:3-4 unknown-name: unknown name T | a transpose is written W', or declare T"),
    ("tanh + 1", "1:1-5 syntax: tanh is a function and needs an argument | write tanh(…)"),
    (
      "wholly*x",
      "1:1-7 unknown-name: unknown name wholly | declare it above, as in wholly : (m, n)"
    ),
  ]

  @Test(arguments: names)
  func unknownNamesSuggestTheNearest(_ c: (text: String, error: String)) throws {
    let scope = try scope(sampleNames)
    #expect(trouble { _ = try expression(c.text, in: scope) } == c.error)
  }

  @Test func mistakeInFunctionSaysWhereItWasCalled() throws {
    let scope = try scope("x : (n)\nu : (k)\nh(p, q) = p + q")
    #expect(
      trouble { _ = try expression("2*h(x, u)", in: scope) }
        == "3:13-14 shape-mismatch: sum of p (n×1) and q (k×1) is undefined; rows n and k differ"
        + " | sizes that are the same need the same name where they are declared"
        + " [called: page.md:1:3]")
  }

  @Test func endlessRecursionIsRefused() throws {
    let source = SourceText(path: "page.md", text: "h(z - 1) + 1")
    var scope = Scope()
    try scope.define(
      Scope.UserFunction("h", ["z"], try TextReader.read(source), in: source))
    #expect(
      trouble { _ = try expression("h(2)", in: scope) }
        == "1:1-9 too-deep: h calls functions nested more than 32 deep"
        + " | define functions by fewer others [called: page.md:1:1]")
  }

  @Test func shapesOfAllPartsAreKnown() throws {
    let scope = try scope(sampleNames)
    let source = SourceText(path: "page.md", text: "W*(x + I*y)")
    let result = try Elaborator(scope, source).elaborate(TextReader.read(source))
    let shapes = result.shapes.map { "\(source.slice($0.key)): \($0.value)" }.sorted()
    #expect(
      shapes == [
        "(x + I*y): n×1", "I*y: n×1", "I: n×n", "W*(x + I*y): k×1", "W: k×n", "x + I*y: n×1",
        "x: n×1", "y: n×1",
      ])
  }

  @Test func expectedShapeSettlesAConstant() throws {
    let scope = try scope(sampleNames)
    let source = SourceText(path: "page.md", text: "2*I")
    let shape = Shape(Dimension("n"), Dimension("n"))
    let result = try Elaborator(scope, source).elaborate(TextReader.read(source), expecting: shape)
    #expect(result.expression.text == "2*eye(n)")
  }

  @Test func powerOfAColumnIsEntrywiseInTeX() throws {
    let scope = try scope(sampleNames)
    let source = SourceText(path: "page.md", text: "(A*x)^2 + 1/x")
    let result = try Elaborator(scope, source, dialect: .tex).elaborate(TextReader.read(source))
    #expect(result.expression.text == "(A*x).^2 + 1./x")
  }

  @Test func derivativesWithoutMeaningAreRefused() throws {
    let source = SourceText(path: "page.md", text: "dF")
    let node = Syntax(.derivative(.differential), [], range: 0..<2)
    #expect(
      trouble { _ = try Elaborator(Scope(), source).elaborate(node) }
        == "1:1-3 unsupported: dF has no meaning here | give the formula it stands for")
    let known = Elaborator(Scope(), source) { (_) throws(Diagnostic) in .number(2) }
    #expect(try known.elaborate(node).expression.text == "2")
  }
}
