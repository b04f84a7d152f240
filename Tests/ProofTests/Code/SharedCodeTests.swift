import MatrixCalculus
import Notation
import Testing

@testable import Proof

/// A number with its gradients by all of its variables, with the kernel's values of them.
struct SharedCase: CustomTestStringConvertible, Sendable {
  let name: String
  let variables: [Variable]
  let gradients: [CodeCase]

  var testDescription: String { name }
  var sizes: [String: Int] { gradients[0].sizes }
  var outputs: [CodeOutput] {
    zip(variables, gradients).map { CodeOutput("gradient_\($0.name)", $1.expression) }
  }
  var value: [Double] { gradients.flatMap { $0.value.rowsFirst } }

  /// In the order of a printed function's parameters.
  var inputs: [(variable: Variable, value: SeriesMatrix<Double>)] {
    var seen: Set<String> = []
    return gradients.flatMap(\.inputs).filter { seen.insert($0.variable.name).inserted }
      .sorted { $0.variable.name < $1.variable.name }
  }

  init?(_ name: String) {
    guard let x = CodeCase(name)?.expression else { return nil }
    let variables = x.variables.sorted { $0.name < $1.name }
    guard let gradients = try? Gradient.gradients(of: x, wrt: variables) else { return nil }
    (self.name, self.variables) = (name, variables)
    self.gradients = gradients.compactMap { CodeCase(name, $0) }
  }

  static let all = [
    "norm2(tanh(A*sigmoid(B*x + y)) - y)^2", "sum(softmax(X*Z).*softmax(Y*Z))",
    "logsumexp(X*x) + s*norm1(X)", "s*tr(inv(P)*A*B) + lambda*logdet(P)", "max(X) + sum(max(Y, 1))",
    "s^lambda*norm2(X*x - b)", "sum(maximum(X, Y)) - min(X)", "tr(A^3*B) + prod(x)*s",
    "sum(gelu(A*x) + elu(B*y))", "tr(tril(A)*B) + det(A)*s", "tr(expm(A)*B)",
    "x'*cov(X)*y + mean(Y)", "sum(kron(A, x).*kron(B, y))", "tr(pinv(X)*Y)",
    "norminf(X)*inner(X, Y)", "sum(logsoftmax(A*B, 2).*A)", "kl(x, y) + crossentropy(X, Y)",
    "sum([A x; y' s].^2)", "x(2)*A(1, 2)^2*sum(B(:, 2:3))", "sum(reshape(X, n, m)*Y) + 1/n*sum(x)",
  ].compactMap { SharedCase($0) }
}

/// Programs that return several values, run and compared with the kernel.
@Suite struct SharedCodeTests {
  @Test(arguments: [CodeTarget.numpy, .jax, .pytorch, .julia, .matlab, .swift])
  func severalGradientsAreThoseOfTheKernel(_ target: CodeTarget) throws {
    #expect(SharedCase.all.count == 20)
    guard let runner = CodeRunner(target) else { return }
    let dialect = CodeDialect(target)
    let printed = SharedCase.all.enumerated().compactMap { index, example in
      (try? target.function("f\(index)", example.outputs)).map { (index, $0, example) }
    }
    if target == .numpy { #expect(printed.count == SharedCase.all.count) }
    let values = try runner.values(
      printed.map { $0.1 }, printed.map { dialect.call($0.0, "f\($0.0)", $0.1, $0.2) })
    for (index, code, example) in printed {
      let (found, expected) = (values[index] ?? [], example.value)
      let scale = expected.reduce(1) { max($0, abs($1)) }
      let isNear =
        found.count == expected.count
        && zip(found, expected).allSatisfy { abs($0 - $1) <= 1e-8 * scale }
      #expect(isNear, "\(target) \(example.name): \(found) for \(expected) from\n\(code)")
    }
  }

  @Test(arguments: [
    (
      CodeTarget.numpy,
      """
      def f(A, x, y):
          \"""A: (n, n), x: (n, 1), y: (n, 1); gives (n, n), (n, 1)\"""
          t1 = A @ x - y
          gradient_A = 2 * (t1 @ x.T)
          gradient_x = 2 * (A.T @ t1)
          return gradient_A, gradient_x
      """
    ),
    (
      .matlab,
      """
      function [gradient_A, gradient_x] = f(A, x, y)
          % A: (n, n), x: (n, 1), y: (n, 1); gives (n, n), (n, 1)
          t1 = A * x - y;
          gradient_A = 2 * t1 * x';
          gradient_x = 2 * A' * t1;
      end
      """
    ),
    (
      .swift,
      """
      func f(_ A: Matrix, _ x: Matrix, _ y: Matrix) -> (Matrix, Matrix) {
          // A: (n, n), x: (n, 1), y: (n, 1); gives (n, n), (n, 1)
          let t1 = A * x - y
          let gradient_A = 2.0 * t1 * x.transposed
          let gradient_x = 2.0 * A.transposed * t1
          return (gradient_A, gradient_x)
      }
      """
    ),
  ])
  func sharedPartsAreComputedOnce(target: CodeTarget, code: String) throws {
    let example = try #require(SharedCase("norm2(A*x - y)^2"))
    let found = try target.function("f", Array(example.outputs.prefix(2)))
    #expect(found == code)
  }

  /// The lines of the program of all gradients of a network of so many layers.
  private static func lines(layers: Int) throws -> Int {
    let column = Shape(Dimension("n"), .one)
    let weights = (1...layers).map { Variable("W\($0)", Shape(Dimension("n"), Dimension("n"))) }
    let biases = (1...layers).map { Variable("b\($0)", column) }
    let output = zip(weights, biases).reduce(Expression.variable(Variable("x", column))) {
      .apply(.tanh, .variable($1.0) * $0 + .variable($1.1))
    }
    let variables = weights + biases
    let gradients = try Gradient.gradients(of: MatrixFunction.sum(output), wrt: variables)
    let outputs = zip(variables, gradients).map { CodeOutput("gradient_\($0.name)", $1) }
    return try CodeTarget.numpy.function("f", outputs).split(separator: "\n").count
  }

  @Test func programOfAllGradientsGrowsWithTheDepth() throws {
    let (ten, hundred) = (try Self.lines(layers: 10), try Self.lines(layers: 100))
    #expect(hundred <= 10 * ten)
  }
}
