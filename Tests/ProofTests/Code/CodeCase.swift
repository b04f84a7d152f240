import Diagnostics
import MatrixCalculus
import Notation
import Testing

@testable import Proof

/// A formula with numbers for its variables and the kernel's value of it: what a printed program must
/// give too.
struct CodeCase: CustomTestStringConvertible, Sendable {
  let name: String
  let expression: Expression
  let inputs: [(variable: Variable, value: SeriesMatrix<Double>)]
  let sizes: [String: Int]
  let value: SeriesMatrix<Double>

  var testDescription: String { name }

  private static let declarations = """
    X, Y : (m, n) in (0.2, 0.8)
    Z : (n, p) in (0.2, 0.8)
    A, B : (n, n) in (0.1, 0.5)
    P : (n, n) positive definite
    x, y : (n) in (0.2, 0.8)
    b : (m) in (0.2, 0.8)
    r : (1, n) in (0.2, 0.8)
    s, lambda : scalar in (0.2, 0.8)
    """
  private static let counts = ["m": 2, "n": 3, "p": 4]

  /// Formulas that use every operation, function and constant of the language.
  static let texts: [String] =
    Function.all.map { "\($0.name)(X)" } + Function.all.map { "\($0.name)(s)" }
    + [
      "A*x", "x'*A*x", "s*X - 2*Y", "X + 1", "X + b", "X - 3*s", "X + b*ones(1, n)", "1 - s/3",
      "X.*Y./(X + Y)", "X.^3", "X.^(1/3)", "X.^s", "s^2", "s^(-1/2)", "2^s", "A^3", "A^(-1)", "-X",
      "X'", "(X*Z)'", "s*(x'*y)*A", "x'*y + y'*x", "sum(X)", "sum(X, 1)", "sum(X, 2)", "mean(X)",
      "mean(X, 1)", "mean(X, 2)", "max(X)", "max(X, 1)", "max(X, 2)", "min(X)", "min(X, 1)",
      "min(X, 2)", "maximum(X, Y)", "minimum(X, Y)", "softmax(X)", "softmax(X, 2)",
      "logsoftmax(X)", "logsoftmax(X, 2)", "logsumexp(X)", "logsumexp(X, 2)", "hardmax(X)",
      "norm2(X)", "norm2(X)^2", "norm2(X, 1)", "norm2(X, 2)", "norm1(X)", "norminf(X)",
      "inner(X, Y)", "kl(X, Y)", "klbernoulli(X, Y)", "crossentropy(X, Y)", "cov(X)",
      "centering(n)*A", "tril(A)", "triu(A)", "tr(tril(A)*triu(B))", "tr(A)", "det(A)", "det(P)",
      "logdet(P)", "inv(P)", "pinv(X)", "adj(P)", "diag(x)",
      "diag(A)", "diag(diag(A))", "solve(P, x)", "expm(A)", "logm(P)", "sqrtm(P)", "sinm(A)",
      "cosm(A)", "kron(X, Z)", "vec(X)", "commat(m, n)*vec(X)", "commat(n, m)", "reshape(X, n, m)",
      "[A B]", "[A; B]", "[A x; y' s]", "[s 1; 2 s]", "A(:, 2)", "A(1:2, :)", "A(2, 3)",
      "x(2)*A(:, 1:2)", "cols(A + B, 2, 3)", "rows(A*B, 1, 2)", "e(2, n)", "eye(n)", "eye(n)*A",
      "ones(m, n)", "zeros(m, n) + X", "m*X/n", "(m + 1)*s", "s*eye(n) + A", "lambda*norm2(x)^2",
      "r*x", "r + x'", "sum(sqrt(X.*X + s))", "tr(X'*X)*X - X*(X'*X)", "inv(P + s*eye(n))*x",
      "sum(X*x)*sum(X*x)*x", "(x'*y)^2*x", "exp(x'*y)", "log(det(P))*x", "2*x*(x'*y)/(y'*y)",
      "norm2(X*x - b)*x", "inv(2*s)*x", "kron(s, A)",
    ]

  static let scope: Scope = {
    let source = SourceText(path: "p.md", text: declarations)
    var scope = Scope()
    for line in StatementReader.read(source) {
      if let statement = try? line.content.get() { try? scope.take(statement, in: source) }
    }
    return scope
  }()

  /// The formulas, and the gradients of those that are numbers and have one.
  static let all: [CodeCase] = texts.flatMap { text -> [CodeCase] in
    guard let x = try? Elaborator.expression(SourceText(path: "p.md", text: text), in: scope)
    else { return [] }
    var cases = [CodeCase(text, x)]
    if x.shape.isScalar, let first = x.variables.first,
      let gradient = try? Gradient.gradients(of: x, wrt: [first])[0].simplified
    {
      cases.append(CodeCase("gradient \(text) wrt \(first.name)", gradient))
    }
    cases.append(CodeCase("simplified \(text)", x.simplified))
    return cases.compactMap { $0 }
  }

  init?(_ name: String, _ expression: Expression) {
    var values: [Variable: SeriesMatrix<Double>] = [:]
    for variable in expression.variables {
      guard let rows = variable.shape.rows.value(Self.counts),
        let columns = variable.shape.columns.value(Self.counts)
      else { return nil }
      values[variable] = Self.numbers(variable, rows, columns)
    }
    var point = PointValues(values, sizes: Self.counts)
    guard let value = point.value(expression) else { return nil }
    (self.name, self.expression, self.value) = (name, expression, value)
    sizes = Self.counts
    inputs = expression.variables.sorted { $0.name < $1.name }.compactMap { variable in
      values[variable].map { (variable, $0) }
    }
  }

  /// Numbers between 0.2 and 0.8 that differ from place to place; those of P have a dominant diagonal.
  private static func numbers(
    _ variable: Variable, _ rows: Int, _ columns: Int
  ) -> SeriesMatrix<Double> {
    var random = SplitMix64(seed: UInt64(variable.name.utf8.reduce(7) { $0 * 31 + Int($1) }))
    var entries = (0..<rows * columns).map { _ in
      0.2 + 0.6 * Double(random.next() >> 11) / Double(1 << 53)
    }
    if variable.properties.contains(.positiveDefinite) {
      for i in 0..<rows {
        for j in 0..<i { entries[i * columns + j] = entries[j * columns + i] }
        entries[i * columns + i] += Double(rows)
      }
    }
    return SeriesMatrix(rows: rows, columns: columns, entries)
  }
}
