import Diagnostics
import MatrixCalculus
import Notation
import Testing

@testable import Proof

/// Programs printed from formulas, run and compared with the kernel.
@Suite struct CodeTests {
  /// The programs of a language for all cases it can say.
  private static func programs(
    _ target: CodeTarget
  ) -> [(index: Int, code: String, name: String, example: CodeCase)] {
    CodeCase.all.enumerated().compactMap { index, example in
      // Compiling every variant takes longer than all other tests together.
      guard target != .swift || CodeCase.texts.contains(example.name) else { return nil }
      guard let code = try? target.function("f\(index)", example.expression) else { return nil }
      return (index, code, "f\(index)", example)
    }
  }

  private static func expectKernelValues(_ target: CodeTarget, _ runner: CodeRunner) throws {
    let programs = programs(target)
    let values = try runner.values(programs)
    for (index, code, _, example) in programs {
      let found = values[index] ?? []
      let expected = example.value.rowsFirst
      let scale = expected.reduce(1) { max($0, abs($1)) }
      let isNear =
        found.count == expected.count
        && zip(found, expected).allSatisfy { abs($0 - $1) <= 1e-8 * scale }
      #expect(isNear, "\(target) \(example): \(found) for \(expected) from\n\(code)")
    }
  }

  @Test func everyFormulaHasAValue() {
    let found = Set(CodeCase.all.map(\.name))
    #expect(CodeCase.texts.filter { !found.contains($0) } == [])
  }

  @Test func numpyGivesWhatTheKernelGives() throws {
    let runner = try #require(CodeRunner(.numpy), "run .ci/setup, which installs NumPy and SciPy")
    #expect(Self.programs(.numpy).count == CodeCase.all.count)
    try Self.expectKernelValues(.numpy, runner)
  }

  @Test(arguments: [CodeTarget.jax, .pytorch, .julia, .matlab, .swift])
  func otherLanguagesGiveItWhereTheyRun(_ target: CodeTarget) throws {
    guard let runner = CodeRunner(target) else { return }
    try Self.expectKernelValues(target, runner)
  }

  private static let gaps: [(CodeTarget, Set<String>)] = [
    (.numpy, []),
    (.jax, ["matrix logarithm", "matrix sine", "matrix cosine"]),
    (.pytorch, ["matrix logarithm", "matrix square root", "matrix sine", "matrix cosine"]),
    (.julia, ["error function"]), (.matlab, []),
    (
      .swift,
      [
        "matrix logarithm", "matrix square root", "matrix sine", "matrix cosine",
        "matrix exponential", "pseudoinverse",
      ]
    ), (.latex, []),
  ]

  /// What each language cannot say, and nothing else.
  @Test(arguments: gaps)
  func whatCannotBeSaidIsSaid(target: CodeTarget, gaps: Set<String>) {
    var found: Set<String> = []
    for example in CodeCase.all {
      do throws(CodeGap) {
        _ = try target.function("f", example.expression)
      } catch {
        found.insert(String(error.message.split(separator: " has no ")[1]))
      }
    }
    #expect(found == gaps)
  }

  @Test(arguments: [
    (
      CodeTarget.numpy, "lambda*sum((A*x - y).^2)",
      """
      def f(A, lambda_, x, y):
          \"""A: (n, n), lambda_: a number, x: (n, 1), y: (n, 1); gives a number\"""
          return lambda_ * np.sum((A @ x - y) ** 2)
      """
    ),
    (
      .numpy, "2*A'*(A*x - y) + (A*x - y)",
      """
      def f(A, x, y):
          \"""A: (n, n), x: (n, 1), y: (n, 1); gives (n, 1)\"""
          t1 = A @ x - y
          return 2 * (A.T @ t1) + t1
      """
    ),
    (
      .pytorch, "s*ones(m, n) + X*eye(n)/m",
      """
      def f(X, s):
          \"""X: (m, n), s: a number; gives (m, n)\"""
          m = X.shape[0]
          n = X.shape[1]
          return s + (X @ torch.eye(n, dtype=X.dtype)) / m
      """
    ),
    (
      .julia, "tanh(A*x).*y + s",
      """
      function f(A, s, x, y)
          # A: (n, n), s: a number, x: (n, 1), y: (n, 1); gives (n, 1)
          return tanh.(A * x) .* y .+ s
      end
      """
    ),
    (
      .matlab, "x'*A*x",
      """
      function result = f(A, x)
          % A: (n, n), x: (n, 1); gives a number
          result = x' * A * x;
      end
      """
    ),
    (
      .swift, "2*A*x",
      """
      func f(_ A: Matrix, _ x: Matrix) -> Matrix {
          // A: (n, n), x: (n, 1); gives (n, 1)
          return 2.0 * A * x
      }
      """
    ),
    (.latex, "A*x", "A x"),
  ])
  func functionsReadWell(target: CodeTarget, text: String, code: String) throws {
    let example = try #require(CodeCase(text))
    let found = try target.function("f", example.expression)
    #expect(found == code)
  }

  @Test func deepSharedFormulaIsPrintedInLinearSpace() throws {
    let a = Expression.variable(Variable("A", Shape(Dimension("n"), Dimension("n"))))
    let deep = (0..<200).reduce(a) { x, _ in .hadamard([x, x]) }
    let code = try CodeTarget.numpy.function("f", deep)
    #expect(code.split(separator: "\n").count < 210)
  }
}

extension CodeCase {
  /// A formula of the suite's variables.
  init?(_ text: String) {
    guard
      let x = try? Elaborator.expression(
        SourceText(path: "p.md", text: text), in: Self.scope)
    else { return nil }
    self.init(text, x)
  }
}
