import Diagnostics
import MatrixCalculus
import Notation

/// The names random expressions are made of.
struct RandomLanguage: Sendable {
  let scope: Scope
  /// By shape, in the order of declaration.
  let variables: [Variable]
  /// Functions of every entry, with one that a page defines.
  let entrywise: [Function]

  static let declarations = """
    A, B : (m, n)
    P : (m, n) > 0
    C, E : (n, n)
    X : (n, n) invertible
    S : (n, n) symmetric
    Q : (n, n) positive definite
    D : (n, n) diagonal
    O : (n, n) orthogonal
    L : (n, n) lower triangular
    K : (n, n) skew
    M : (n, n) column stochastic
    N : (n, n) doubly stochastic
    x, y : (n)
    u, v : (m)
    p : (n) > 0
    a, b : scalar
    g : scalar > 0
    f(z) = z^2/(1 + z^2)
    """

  init() throws {
    let source = SourceText(path: "language", text: Self.declarations)
    var scope = Scope()
    for line in StatementReader.read(source) { try scope.take(line.content.get(), in: source) }
    self.scope = scope
    variables = scope.declarations.map(\.variable)
    let own = try FactTable.read("f(x)", in: scope)
    let defined: [Function] =
      if case .apply(let function) = own.operation { [function] } else { [] }
    entrywise = Function.all + defined
  }

  static let m = Dimension("m")
  static let n = Dimension("n")
  static let sizes = [m, n, .one]
}
