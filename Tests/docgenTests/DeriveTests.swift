import Diagnostics
import Foundation
import Terminal
import Testing

@testable import docgen

/// Runs `docgen derive` with these words.
private func derive(_ words: String...) -> Project.Run { DeriveTests.run(words) }

extension DeriveTests {
  static func run(_ words: [String]) -> Project.Run {
    let streams = Recording()
    let console = Console(write: { streams.results += $0 }, writeLog: { streams.log += $0 })
    let docgen = Docgen(console: console, engine: .standard, environment: [:])
    let outcome = docgen.run(["derive"] + words)
    return .init(outcome: outcome, results: streams.results, log: streams.log)
  }
}

@Suite struct DeriveTests {
  @Test func layersDeltasAndGradientArePrinted() {
    #expect(
      derive("norm2(A*s-x)^2", "--wrt", "A", "--given", "A : (m,k); s : (k)", "--given", "x : (m)")
        == .init(
          outcome: .clean,
          results: """
            F = norm2(A*s-x)^2

            Layers of F
              Layer  Weight  Activation    Shape of z  Input z
              1      A       f(z) = z      (k)         s
              2      I       f(z) = z - x  (m)         A*s
              3      -       f(z) = z^2    (m)         A*s - x
              F = sum(a3)

            Deltas of F, last layer first
              Layer  Derivative   Delta               Simplified      Input z
              3      f'(z) = 2*z  2*(A*s - x)         2*(A*s - x)     A*s - x
              2      f'(z) = 1    (I' * delta3) .* 1  2*(A*s - x)     A*s
              1      f'(z) = 1    (A' * delta2) .* 1  2*A'*(A*s - x)  s

            gradient F wrt A  (the weight of layer 1)
              = delta2*a1'
              = 2*(A*s - x)*s'
            (denominator layout: the shape of A)

            """))
  }

  /// What is added to x, and the first activation.
  @Test(arguments: [
    ("e(1)", "f(z) = z + e1"), ("e(1) - e(3, n)", "f(z) = z + e1 - e3"),
    ("e(n, n)", "f(z) = z + C1"), ("ones(n, 1)", "f(z) = z + 1"),
  ])
  func constantColumnsOfAnActivationHaveLetters(_ added: String, _ activation: String) {
    let run = derive("sum(tanh(x + \(added)))", "--wrt", "x", "--given", "x : (n)")
    #expect(run.outcome == .clean)
    #expect(run.results.contains(activation), "\(run.results)")
  }

  /// A formula, what to derive, and what its names are taken for.
  @Test(arguments: [
    ("x'*A*x", "x", "x : (n); A : (n, n)"), ("norm2(A)^p", "A", "A : (n, m); p : scalar"),
    ("norm2(X*w - y)^2 + lambda*norm2(w)^2", "w", "X : (n, m); w : (m); y : (n); lambda : scalar"),
    ("tr(A*X*B*X')", "X", "A : (n, n); X : (n, m); B : (m, m)"),
    ("sin(t)*exp(-pi*t)", "t", "t : scalar"),
  ])
  func namesOfWhichNothingIsGivenAreTakenForWhatFits(
    _ formula: String, _ variable: String, _ taken: String
  ) {
    let run = derive(formula, "--wrt", variable)
    #expect(run.outcome == .clean)
    #expect(run.results.contains("\ntaken: \(taken)  (--given says otherwise)\n"))
  }

  /// What is given, and the hint.
  @Test(arguments: [
    ("A : (m, n)", "declare it, as in --given 's : (n)'"),
    ("A : (m, n); S : (n)", "did you mean `S`, or declare it, as in --given 's : (n)'"),
  ])
  func ofGivenNamesNoneIsGuessed(_ given: String, _ hint: String) {
    let run = derive("norm2(A*s)^2", "--wrt", "A", "--given", given)
    #expect(run.outcome == .unusable)
    #expect(run.log.contains("hint: \(hint)\n"), "\(run.log)")
  }

  @Test func programIsPrintedInTheLanguageAskedFor() {
    #expect(
      derive(
        "norm2(A*s-x)^2", "--wrt", "A", "--given", "A : (m,k); s : (k); x : (m)", "--to", "julia")
        == .init(
          outcome: .clean,
          results: """
            using LinearAlgebra

            function F(A, s, x)
                # A: (m, k), s: (k, 1), x: (m, 1); gives a number
                return sum((A * s - x) .^ 2)
            end

            function gradient_F_A(A, s, x)
                # A: (m, k), s: (k, 1), x: (m, 1); gives (m, k)
                return 2 * (A * s - x) * s'
            end

            """))
  }

  /// Formulas, and the program of their gradients or Hessians: called like the function, with nothing that is
  /// not used.
  static let programs: [(formula: String, options: [String], program: String)] = [
    (
      "sum(X*w)", ["--wrt", "X"],
      """
      def F(X, w):
          \"""X: (m, n), w: (n, 1); gives a number\"""
          return np.sum(X @ w)

      def gradient_F_X(X, w):
          \"""X: (m, n), w: (n, 1); gives (m, n)\"""
          m = X.shape[0]
          return np.ones((m, 1)) @ w.T

      """
    ),
    (
      "norm2(X*w)^2", ["--wrt", "w", "--derivative", "hessian"],
      """
      def F(X, w):
          \"""X: (m, n), w: (n, 1); gives a number\"""
          return np.sum((X @ w) ** 2)

      def hessian_F_w(X, w):
          \"""X: (m, n), w: (n, 1); gives (n, n)\"""
          return 2 * (X.T @ X)

      """
    ),
    (
      "norm2(w)^2", ["--wrt", "w", "--derivative", "hessian", "--along", "a"],
      """
      def F(w):
          \"""w: (n, 1); gives a number\"""
          return np.sum(w ** 2)

      def hessian_F_w_along_a(w, a):
          \"""w: (n, 1), a: (n, 1); gives (n, 1)\"""
          return 2 * a

      """
    ),
    (
      "pi*prod(w)", ["--wrt", "w"],
      """
      def F(w):
          \"""w: (n, 1); gives a number\"""
          return np.pi * np.prod(w)

      def gradient_F_w(w):
          \"""w: (n, 1); gives (n, 1)\"""
          return np.pi * np.prod(w) * w ** (-1)

      """
    ),
    (
      "sum(gelu(w))", ["--wrt", "w"],
      """
      def F(w):
          \"""w: (n, 1); gives a number\"""
          return np.sum((w * (1 + scipy.special.erf(w / np.sqrt(2)))) / 2)

      def gradient_F_w(w):
          \"""w: (n, 1); gives (n, 1)\"""
          return (1 + scipy.special.erf(w / np.sqrt(2))) / 2 + (w * np.exp(-w ** 2 / 2)) / np.sqrt(2) / np.sqrt(np.pi)

      """
    ),
  ]

  @Test(arguments: programs)
  func programIsCalledLikeItsFunction(
    _ c: (formula: String, options: [String], program: String)
  ) {
    let given = ["--given", "X : (m, n); w : (n)", "--to", "numpy"]
    let run = Self.run([c.formula] + c.options + given)
    #expect(run.results.hasSuffix("\n" + c.program), "\(run.results)\(run.log)")
  }

  @Test func severalGradientsAreOneProgram() {
    let run = derive(
      "norm2(A*s-x)^2", "--wrt", "A", "--wrt", "s", "--given", "A : (m,k); s : (k); x : (m)",
      "--to", "matlab")
    #expect(
      run.results.hasSuffix(
        """

        function [gradient_A, gradient_s] = gradients_F(A, s, x)
            % A: (m, k), s: (k, 1), x: (m, 1); gives (m, k), (k, 1)
            t1 = A * s - x;
            gradient_A = 2 * t1 * s';
            gradient_s = 2 * A' * t1;
        end

        """), "\(run.results)\(run.log)")
  }

  @Test func severalGradientsAreDefinitionsInTeX() {
    let run = derive(
      "norm2(A*s-x)^2", "--wrt", "A", "--wrt", "s", "--given", "A : (m,k); s : (k); x : (m)",
      "--to", "latex")
    #expect(
      run.results.hasSuffix(
        #"""
        \begin{aligned}
        T_{1} &= A s - x \\
        \nabla_{A} F &= 2 T_{1} s^T \\
        \nabla_{s} F &= 2 A^T T_{1}
        \end{aligned}

        """#), "\(run.results)\(run.log)")
  }

  @Test func whatALanguageLacksIsSaid() {
    let run = derive("tr(logm(A))", "--wrt", "A", "--given", "A : (n,n)", "--to", "pytorch")
    #expect(run.outcome == .unusable)
    #expect(run.log.contains("error[unsupported]: PyTorch has no matrix logarithm"))
  }

  @Test func deltaThroughAMatrixExponentialIsABlock() {
    let run = derive(
      "tr(C*expm(A*B))", "--wrt", "A", "--given", "A, B, C : (n, n)")
    #expect(run.outcome == .clean)
    #expect(
      run.results.hasSuffix(
        """

        gradient F wrt A  (the weight of layer 1)
          = delta2*a1'
          = cols(rows(expm([B'*A', C'; zeros(n, n), B'*A']), 1, n), n + 1, 2*n)*B'
        (denominator layout: the shape of A)

        """))
  }

  @Test func longGradientIsWrittenInTheLettersOfTheLayers() {
    let run = derive(
      "norm2(tanh(W2*tanh(W1*x + b1) + b2) - y)^2", "--wrt", "W1", "--wrt", "b2", "--given",
      "W1 : (h, n); W2 : (k, h); b1 : (h); b2 : (k); x : (n); y : (k)")
    #expect(run.outcome == .clean)
    #expect(
      run.results.hasSuffix(
        """

        gradient F wrt W1  (the weight of layer 1)
          = delta2*a1'
          = (W2'*delta5 .* (1 - a3.^2))*x'

        gradient F wrt b2  (b2 in the activation of layer 4)
          = delta5
        (denominator layout: each gradient has the shape of its variable)

        with
          a3 = tanh(W1*x + b1)
          a5 = tanh(W2*a3 + b2)
          delta5 = 2*((a5 - y) .* (1 - a5.^2))

        """))
  }

  @Test func tiedWeightIsDerivedPlaceByPlaceThenSummed() {
    let run = derive("norm2(W'*W*x)^2", "--wrt=W", "--given=W : (k, n); x : (n)")
    #expect(run.outcome == .clean)
    #expect(
      run.results.hasSuffix(
        """

        gradient F wrt W'  (the weight of layer 2, to be transposed)
          = delta3*a2'
          = 2*W'*W*x*x'*W'
        gradient F wrt W  (the weight of layer 1)
          = delta2*a1'
          = 2*W*W'*W*x*x'
        gradient F wrt W
          = (delta3*a2')' + delta2*a1'
          = 2*W*W'*W*x*x' + 2*W*x*x'*W'*W
        (denominator layout: the shape of W)

        """))
  }

  /// Functions, and what their tables must say.
  @Test(arguments: [
    ("sum(tanh(-A*s))", "A", "-(1 - tanh(A*s).^2)"),
    ("logdet(B + l*eye(m))", "B", "f(z) = z + l*I"), ("sum(exp(-s))", "s", "  = -delta1\n"),
  ])
  func tablesSayWhatIsMeant(_ formula: String, _ variable: String, _ part: String) {
    let run = derive(
      formula, "--wrt", variable, "--given", "A : (m, n); s : (n); B : (m, m); l : scalar > 0")
    #expect(run.results.contains(part), "\(run.results)\(run.log)")
  }

  @Test func everyVariableHasItsGradient() {
    let run = derive("sum(A*s)", "--wrt", "A", "--wrt", "s", "--given", "A : (m, n); s : (n)")
    #expect(run.outcome == .clean)
    #expect(run.results.contains("gradient F wrt A  (the weight of layer 1)\n"))
    #expect(run.results.contains("gradient F wrt s"))
  }

  @Test func conditionsAreStatedAndTheClaimIsChecked() {
    let run = derive("log(x)", "--wrt", "x", "--given", "x : scalar > 0", "--claim", "1/x")
    #expect(run.outcome == .clean)
    #expect(run.log == "")
    #expect(
      run.results.hasSuffix(
        "\n--claim:1:1: proved: gradient of F with respect to x (normal-form)\n"))
  }

  @Test func wrongClaimIsRefutedAtItsPlaceInTheArgument() {
    let run = derive(
      "norm2(A*s-x)^2", "--wrt", "s", "--given", "A : (m,k); s : (k); x : (m)", "--claim",
      "2*A*(A*s - x)")
    #expect(run.outcome == .failed)
    #expect(
      run.results.contains(
        """
        error[refuted]: the claimed gradient of F with respect to s is wrong
         --> --claim:1:3
        1 | 2*A*(A*s - x)
          |   ^ claimed
          = derived: 2*A'*(A*s - x)        from FORMULA:1 (F)
          = cause:   A where A' belongs; with A' the claim is proved

        """))
    #expect(!run.results.contains("docgen fix"))
  }

  @Test func branchesThatJoinAreShownByWhatFeedsThem() {
    let run = derive("norm2(x)*sum(x)", "--wrt", "x", "--given", "x : (n)")
    #expect(run.outcome == .clean)
    #expect(
      run.results.contains("\n  Layer  Fed by"))
    #expect(run.results.contains("\ngradient F wrt x\n"))
    #expect(run.results.hasSuffix("\nwhere x != 0\n"))
  }

  @Test func jacobianOfAMatrixIsDerivedAndChecked() {
    let run = derive("A*s", "--wrt", "s", "--given", "A : (m, k); s : (k)", "--claim", "A")
    #expect(
      run
        == .init(
          outcome: .clean,
          results: """
            F = A*s

            no layers: F is a m×1 matrix; a network sums to a number

            jacobian F wrt s
              = A
            (numerator layout: a row for each entry of F)

            --claim:1:1: proved: jacobian of F with respect to s (normal-form)

            """))
  }

  @Test func claimIsCheckedWhereTheLanguageHasNoDerivative() {
    let run = derive(
      "expm(A)", "--wrt", "A", "--along", "V", "--given", "A : (n, n)", "--claim", "V*expm(A)")
    #expect(run.outcome == .failed)
    #expect(
      run.results.contains(
        "error[refuted]: the claimed derivative of F with respect to A along V is wrong"))
  }

  /// Options, and how the answer ends.
  static let kinds: [(options: [String], ending: String)] = [
    (
      ["--derivative", "hessian"],
      "\nhessian F wrt x\n  = A' + A\n"
        + "(a row and a column for each entry of x: symmetric, the same in every layout)\n"
    ),
    (
      ["--derivative", "hessian", "--steps"],
      "\n7. hessian F wrt x = A' + A  (proved)\n   the Hessian is the matrix M with vec(dG) = "
        + "M*vec(dX) for the gradient G  [J. Magnus, H. Neudecker, \"Matrix Differential Calculus\" "
        + "(2019), ch. 10]\n"
    ),
    (
      ["--derivative", "hessian", "--along", "u", "--steps"],
      "hessian F wrt x along u = (A' + A)*u  (proved)\n   the differential of the variable is the "
        + "direction, letters are replaced by what they stand for, and like terms are collected  "
        + "[J. Magnus, H. Neudecker, \"Matrix Differential Calculus\" (2019), ch. 5]\n"
    ),
    (
      ["--along", "u"],
      "\nderivative F wrt x along u\n  = x'*(A' + A)*u\n(a number in every layout)\n"
    ),
    (
      ["--wrt", "x", "--along", "u", "--along", "v"],
      "\nderivative F wrt x, x along u, v\n  = u'*(A' + A)*v\n(a number in every layout)\n"
    ),
    (
      ["--layout", "numerator"],
      "\ngradient F wrt x\n  = x'*(A' + A)\n"
        + "(numerator layout: the shape of x transposed)\n"
    ),
  ]

  @Test(arguments: kinds)
  func otherDerivativesAreDerived(_ c: (options: [String], ending: String)) {
    let run = Self.run(["x'*A*x", "--wrt", "x", "--given", "A : (n, n); x : (n)"] + c.options)
    #expect(run.outcome == .clean)
    #expect(run.results.hasSuffix(c.ending), "\(run.results)\(run.log)")
  }

  @Test func claimBesideAProgramIsJudgedInTheLog() {
    let arguments = ["sum(A*s)", "--wrt", "A", "--given", "A : (m, k); s : (k)", "--to", "numpy"]
    let right = Self.run(arguments + ["--claim", "ones(m, 1)*s'"])
    #expect(right.outcome == .clean)
    #expect(right.log.hasPrefix("--claim:1:1: proved"))
    let wrong = Self.run(arguments + ["--claim", "s"])
    #expect(wrong.outcome == .failed)
    #expect(wrong.log.contains("error[refuted]"))
    #expect(wrong.results == right.results)
  }

  @Test func stepsHaveTheirRulesSourcesAndVerdicts() {
    let run = derive("sum(A*s)", "--wrt", "A", "--steps", "--given", "A : (m, k); s : (k)")
    #expect(run.outcome == .clean)
    #expect(
      run.results.hasSuffix(
        """

        Steps of gradient F wrt A
        1. F = sum(T1) with T1 = A*s  (proved)
           the function is written as a composition  [nothing is differentiated yet]
        2. dF/dT1 = ones(m, 1)  (verified)
           every summed entry gets the derivative by its sum  \
        [K. Petersen, M. Pedersen, "The Matrix Cookbook" (2012), (35)]
        3. dF/dA = ones(m, 1)*s'  (verified)
           through Y = A X B the derivative by X is A' times that by Y times B'  \
        [K. Petersen, M. Pedersen, "The Matrix Cookbook" (2012), (37); \
        M. Giles, "Collected Matrix Derivative Results" (2008), §2.2.2]

        """), "\(run.results)")
  }

  @Test func functionTakesANameThatIsFree() {
    let run = derive("F^2 + J", "--wrt", "F", "--given", "F, J : scalar")
    #expect(run.results.hasPrefix("L = F^2 + J\n"))
  }

  @Test func definitionsMayBeGiven() {
    let run = derive("g^2", "--wrt", "x", "--given", "x : scalar; g = 3*x", "--claim", "18*x")
    #expect(run.outcome == .clean)
  }
}
