import Diagnostics
import MatrixCalculus
import Notation

/// A function to derive, as every system of the comparison gets it.
struct SpeedCase: Sendable {
  /// The key under which the peers measure it.
  let name: String
  let declarations: String
  let function: String
  let variables: [String]

  /// The function and what it is differentiated by.
  func read() throws -> (function: Expression, variables: [Variable]) {
    let source = SourceText(path: name, text: declarations)
    var scope = Scope()
    for line in StatementReader.read(source) { try scope.take(line.content.get(), in: source) }
    let expression = try Elaborator.expression(
      SourceText(path: name, text: function), in: scope)
    return (expression, variables.compactMap { scope.variable($0) })
  }

  /// A page that asks for all: network, deltas, each gradient, and a claim about each.
  func page() throws -> String {
    let (function, variables) = try read()
    let gradients = try Gradient.gradients(of: function, wrt: variables)
    let claims = zip(variables, gradients).map { "gradient F wrt \($0.name) = \($1.text)" }
    let asked = variables.map { "gradient F wrt \($0.name)" }
    let lines =
      [declarations, "F = \(self.function)", "network F", "deltas F"] + asked + claims
    return "```derive speed\n\(lines.joined(separator: "\n"))\n```\n"
  }
}

extension SpeedCase {
  /// The functions of the comparison.
  static let all: [SpeedCase] = [
    SpeedCase(
      name: "sparse A", declarations: "A : (m, k)\ns : (k)\nx : (m)\ngamma : scalar > 0",
      function: "norm2(A*s - x)^2 + gamma*norm2(A)^2", variables: ["A"]),
    SpeedCase(
      name: "sparse s", declarations: "A : (m, k)\ns : (k)\nx : (m)\ngamma : scalar > 0",
      function: "norm2(A*s - x)^2 + gamma*norm2(A)^2", variables: ["s"]),
    SpeedCase(
      name: "topographic", declarations: "V : (g, k)\ns : (k, m)\nepsilon : scalar > 0",
      function: "sum(sqrt(V*(s.*s) + epsilon))", variables: ["s"]),
    SpeedCase(
      name: "tied ICA", declarations: "W : (k, n)\nx : (n, m)",
      function: "norm2(W'*W*x - x)^2", variables: ["W"]),
    SpeedCase(
      name: "sparse autoencoder",
      declarations: """
        X : (n, m)
        W1 : (h, n)
        b1 : (h)
        W2 : (n, h)
        b2 : (n)
        r : scalar in (0, 1)
        beta, lambda : scalar > 0
        a1 = sigmoid(W1*X + b1)
        p = mean(a1, 2)
        """,
      function: """
        norm2(sigmoid(W2*a1 + b2) - X)^2/(2*m) + lambda*(norm2(W1)^2 + norm2(W2)^2)/2 \
        + beta*klbernoulli(r, p)
        """,
      variables: ["W1", "W2", "b1", "b2"]),
    SpeedCase(
      name: "softmax cross entropy", declarations: "W : (c, n)\nX : (n, m)\nY : (c, m)",
      function: "-sum(Y.*logsoftmax(W*X))/m", variables: ["W"]),
    SpeedCase(
      name: "logdet", declarations: "X : (n, n) invertible", function: "logdet(X)",
      variables: ["X"]),
    SpeedCase(
      name: "tr AXBX'", declarations: "A : (m, m)\nX : (m, n)\nB : (n, n)",
      function: "tr(A*X*B*X')", variables: ["X"]),
    SpeedCase(
      name: "x'Ax", declarations: "x : (n)\nA : (n, n)", function: "x'*A*x", variables: ["x"]),
    SpeedCase(
      name: "tied autoencoder",
      declarations: "W : (h, n)\nb : (h)\nc : (n)\nx : (n, m)",
      function: "norm2(sigmoid(W'*sigmoid(W*x + b) + c) - x)^2", variables: ["W", "b", "c"]),
  ]

  /// A chain of so many layers with biases, differentiated by all of its parameters.
  static func network(depth: Int) -> (function: Expression, variables: [Variable]) {
    let (n, m) = (Dimension("n"), Dimension("m"))
    let row = Expression.ones(Shape(.one, m))
    var value = Expression.variable(Variable("x", Shape(n, m)))
    var variables: [Variable] = []
    for layer in 1...depth {
      let weight = Variable("W\(layer)", Shape(n, n))
      let bias = Variable("b\(layer)", Shape(n, .one))
      variables += [weight, bias]
      let shifted = Expression.variable(bias) * row
      value = .apply(.tanh, .sum([.variable(weight) * value, shifted]))
    }
    return (MatrixFunction.sum(.power(value, Rational(2))), variables)
  }

  /// A sum of so many terms of one form, differentiated by what they share.
  static func sum(width: Int) -> (function: Expression, variables: [Variable]) {
    let n = Dimension("n")
    let x = Variable("x", Shape(n, .one))
    let terms = (1...width).map { index in
      let a = Expression.variable(Variable("A\(index)", Shape(n, n)))
      return MatrixFunction.sum(.apply(.tanh, a * .variable(x)))
    }
    return (.sum(terms), [x])
  }
}
