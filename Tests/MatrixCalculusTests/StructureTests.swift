import MatrixCalculus
import Testing

/// What is inferred of a matrix: what it has, what it lacks, what is open.
@Suite struct StructureTests {
  private static let n = Dimension("n")

  private static func matrix(_ name: String, _ properties: Properties = []) -> Expression {
    .variable(Variable(name, Shape(n, n), properties))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let expression: Expression
    let property: Properties
    let answer: Bool?
    var testDescription: String { "\(name): \(answer.map(String.init) ?? "open")" }
  }

  static let cases: [Case] = {
    let (a, s, t) = (matrix("A"), matrix("S", .symmetric), matrix("T", .symmetric))
    let (p, q) = (matrix("P", .positiveDefinite), matrix("Q", .orthogonal))
    let (k, d, l) = (matrix("K", .skew), matrix("D", .diagonal), matrix("L", .lowerTriangular))
    let x = matrix("X", .invertible)
    let (u, c) = (matrix("U", .permutation), matrix("C", [.columnsSumToOne, .nonNegative]))
    let zero = Expression.zeros(Shape(n, n))
    let v = Expression.variable(Variable("v", Shape(n, .one)))
    let w = Expression.variable(Variable("w", Shape(n, .one), .positive))
    let g = Expression.variable(Variable("g", .scalar, .positive))
    func row(_ name: String, _ x: Expression, _ p: Properties, _ answer: Bool?) -> Case {
      Case(name: name, expression: x, property: p, answer: answer)
    }
    return [
      row("A symmetric", a, .symmetric, nil),
      row("A + A' symmetric", a + a.transposed, .symmetric, true),
      row("A - A' skew", a - a.transposed, .skew, true),
      row("S + T symmetric", s + t, .symmetric, true),
      row("S*T symmetric", s * t, .symmetric, nil),
      row("A'*A semidefinite", a.transposed * a, .positiveSemidefinite, true),
      row("A'*A definite", a.transposed * a, .positiveDefinite, nil),
      row("X'*X definite", x.transposed * x, .positiveDefinite, true),
      row("A'*P*A semidefinite", .product([a.transposed, p, a]), .positiveSemidefinite, true),
      row("A'*K*A skew", .product([a.transposed, k, a]), .skew, true),
      row("A'*A + eye invertible", a.transposed * a + .eye(n), .invertible, true),
      row("inv(P) definite", MatrixFunction.inv(p), .positiveDefinite, true),
      row("g*P definite", g * p, .positiveDefinite, true),
      row("-P semidefinite", -p, .positiveSemidefinite, false),
      row("-P definite", -p, .positiveDefinite, false),
      row("-P invertible", -p, .invertible, true),
      row("K definite", k, .positiveDefinite, false),
      row("P skew", p, .skew, false),
      row("zeros invertible", zero, .invertible, false),
      row("zeros*A invertible", zero * a, .invertible, false),
      row("zeros skew", zero, .skew, true),
      row("Q*U orthogonal", q * u, .orthogonal, true),
      row("Q*A orthogonal", q * a, .orthogonal, nil),
      row("inv(L) lower", MatrixFunction.inv(l), .lowerTriangular, true),
      row("L' upper", l.transposed, .upperTriangular, true),
      row("L' lower", l.transposed, .lowerTriangular, nil),
      row("D*D diagonal", d * d, .diagonal, true),
      row("A.*D diagonal", .hadamard([a, d]), .diagonal, true),
      row("P.*P definite", .hadamard([p, p]), .positiveDefinite, true),
      row("K.*K symmetric", .hadamard([k, k]), .symmetric, true),
      row("K.^2 symmetric", .power(k, Rational(2)), .symmetric, true),
      row("K.^3 skew", .power(k, Rational(3)), .skew, true),
      row("S^2 semidefinite", .matrixPower(s, .number(2)), .positiveSemidefinite, true),
      row("K^3 skew", .matrixPower(k, .number(3)), .skew, true),
      row("expm(S) definite", MatrixFunction.expm(s), .positiveDefinite, true),
      row("expm(K) orthogonal", MatrixFunction.expm(k), .orthogonal, true),
      row("expm(A) invertible", MatrixFunction.expm(a), .invertible, true),
      row("sqrtm(P) definite", MatrixFunction.sqrtm(p), .positiveDefinite, true),
      row("kron(Q, U) orthogonal", MatrixFunction.kron([q, u]), .orthogonal, true),
      row("kron(S, A) symmetric", MatrixFunction.kron([s, a]), .symmetric, nil),
      row("diag(w) definite", MatrixFunction.diag(w), .positiveDefinite, true),
      row("diag(v) diagonal", MatrixFunction.diag(v), .diagonal, true),
      row("diag(v) definite", MatrixFunction.diag(v), .positiveDefinite, nil),
      row("C*C column sums", c * c, .columnsSumToOne, true),
      row("C' row sums", c.transposed, .rowsSumToOne, true),
      row("U column sums", u, .columnsSumToOne, true),
      row("softmax column sums", MatrixFunction.softmax()(a), .columnsSumToOne, true),
      row("tanh(K) skew", .apply(.tanh, k), .skew, true),
      row("exp(K) skew", .apply(.exp, k), .skew, false),
      row("r < 0 positive", .variable(Variable("r", .scalar, range: -2 ... -1)), .positive, false),
      row("r > 1 positive", .variable(Variable("r", .scalar, range: 1.5...2)), .positive, true),
      row(
        "-r positive", -(.variable(Variable("r", .scalar, range: -2 ... -1))), .positive, true),
      row("v'*P*v semidefinite", .product([v.transposed, p, v]), .positiveSemidefinite, true),
    ]
  }()

  @Test(arguments: cases)
  func inferenceIsThreeValued(_ c: Case) {
    #expect(c.expression.isKnown(c.property) == c.answer)
  }

  @Test func longExpressionsAreLeftOpen() {
    let s = Self.matrix("S", .symmetric)
    let sum = Expression.sum(Array(repeating: s, count: 500))
    #expect(sum.isKnown(.symmetric) == nil)
  }
}
