/// What is known of the derivative of a function of whole matrices, in words: Y = f(X), C the derivative by Y.
struct FunctionRule {
  /// What the derivative by the argument is.
  let pullback: String
  /// What the differential of the result is.
  let differential: String
  let source: String

  private init(_ pullback: String, _ differential: String, _ source: String) {
    self.pullback = pullback
    self.differential = differential
    self.source = source
  }

  /// A function of that name, of these arguments.
  init(_ function: MatrixFunction, _ arguments: [Expression]) {
    let name = function.name
    let isOfColumn = arguments.first?.shape.isColumn ?? false
    self =
      Self.linear(name, isOfColumn) ?? Self.ofMatrix(name) ?? Self.ofDistribution(name)
      ?? Self.ofLargest(name) ?? Self.abbreviation(name)
      ?? Self(
        "through Y = \(name)(X) the derivative by X is what pairs with dX as that by Y does with dY",
        "the differential of \(name)(X)", Book.giles + ", §2.1")
  }

  /// Functions whose differential is the function itself.
  private static func linear(_ name: String, _ isOfColumn: Bool) -> FunctionRule? {
    let found: (pullback: String, source: String)? =
      switch name {
      case "sum", "rowsums", "colsums":
        ("every summed entry gets the derivative by its sum", Book.cookbook + ", (35)")
      case "tr":
        ("the derivative by a trace stands on the diagonal", Book.cookbook + ", (36)")
      case "vec", "reshape":
        ("the derivative gets back the shape of the matrix", Book.magnus + ", §2.4")
      case "diag":
        (
          isOfColumn
            ? "the derivative by a diagonal is the diagonal of that by the matrix"
            : "the derivative by a diagonal stands on the diagonal, with zeros elsewhere",
          Book.giles + ", §2.1"
        )
      case "tril":
        ("the derivative keeps its lower triangle, with zeros elsewhere", Book.giles + ", §2.1")
      case "triu":
        ("the derivative keeps its upper triangle, with zeros elsewhere", Book.giles + ", §2.1")
      case "horzcat", "vertcat":
        ("each block gets its own part of the derivative", Book.giles + ", §2.1")
      case "cols", "rows":
        (
          "the derivative stands in the \(name == "cols" ? "columns" : "rows") that were taken, "
            + "with zeros elsewhere", Book.giles + ", §2.1"
        )
      default: nil
      }
    return found.map { FunctionRule($0.pullback, moved(name), $0.source) }
  }

  /// What the differential of a linear function is.
  private static func moved(_ name: String) -> String {
    switch name {
    case "sum", "rowsums", "colsums": "the differential of a sum is the sum of the differentials"
    case "horzcat", "vertcat": "each block has its own differential, zero where it does not move"
    case "cols": "the differential of some columns is that of the matrix in those columns"
    case "rows": "the differential of some rows is that of the matrix in those rows"
    default: "d \(name)(X) = \(name)(dX), for \(name) is linear"
    }
  }

  private static func ofMatrix(_ name: String) -> FunctionRule? {
    switch name {
    case "inv":
      FunctionRule(
        "through Y = inv(X) the derivative by X is -Y' times that by Y times Y'",
        "d inv(X) = -inv(X)*dX*inv(X)", Book.cookbook + ", (40); " + Book.giles + ", §2.2.3")
    case "det":
      FunctionRule(
        "the derivative of det(X) is det(X)*inv(X)'", "d det(X) = det(X)*tr(inv(X)*dX)",
        Book.cookbook + ", (42)")
    case "logdet":
      FunctionRule(
        "the derivative of logdet(X) is inv(X)'", "d logdet(X) = tr(inv(X)*dX)",
        Book.cookbook + ", (43)")
    case "adj":
      FunctionRule(
        "through Y = adj(X), with C the derivative by Y and V = inv(X)', that by X is "
          + "tr(C'*Y)*V - V*C*Y'",
        "d adj(X) = tr(inv(X)*dX)*adj(X) - inv(X)*dX*adj(X)", Book.magnus + ", §8.6")
    case "pinv":
      FunctionRule(
        "through P = pinv(X), with C the derivative by P, that by X is "
          + "-P'*C*P' + (I - X*P)*C'*P*P' + P'*P*C'*(I - P*X)",
        "dP = -P*dX*P + P*P'*dX'*(I - X*P) + (I - P*X)*dX'*P'*P for P = pinv(X)", Book.golub)
    case "kron":
      FunctionRule(
        "the product rule for Kronecker products: the derivative by a factor sums that by the "
          + "product times the other factor", "d kron(A, B) = kron(dA, B) + kron(A, dB)",
        Book.cookbook + ", (39)")
    case "expm", "logm", "sqrtm", "sinm", "cosm": ofSeries(name)
    default: nil
    }
  }

  private static func ofSeries(_ name: String) -> FunctionRule {
    let slope =
      switch name {
      case "expm": "expm(X')"
      case "logm": "inv(X')"
      case "sqrtm": "inv(sqrtm(X'))/2"
      case "sinm": "cosm(X')"
      default: "-sinm(X')"
      }
    return FunctionRule(
      "through Y = \(name)(X), with C the derivative by Y, that by X is \(slope)*C where C commutes "
        + "with X', as within a trace, else the upper right block of \(name)([X' C; 0 X'])",
      "d \(name)(X) is the upper right block of \(name)([X dX; 0 X])",
      Book.higham + ", theorem 3.6")
  }

  private static func ofDistribution(_ name: String) -> FunctionRule? {
    switch name {
    case "softmax":
      FunctionRule(
        "through s = softmax(x) the derivative by x is (diag(s) - s*s') times that by s",
        "ds = (diag(s) - s*s')*dx for s = softmax(x)", Book.bishop + ", (4.106)")
    case "logsoftmax":
      FunctionRule(
        "through y = logsoftmax(x), with c the derivative by y, that by x is c - sum(c)*softmax(x)",
        "d logsoftmax(x) = dx - (softmax(x)'*dx)*1", Book.bishop + ", (4.106)")
    case "logsumexp":
      FunctionRule(
        "the derivative of logsumexp(x) is softmax(x)", "d logsumexp(x) = softmax(x)'*dx",
        Book.boyd + ", §3.1.5")
    case "prod":
      FunctionRule(
        "the derivative of prod(X) by an entry is the product of the others, prod(X)./X",
        "d prod(X) = prod(X)*sum(dX./X)", Book.calculus)
    default: nil
    }
  }

  private static func ofLargest(_ name: String) -> FunctionRule? {
    switch name {
    case "max", "min":
      FunctionRule(
        "the derivative goes to the place that attains the \(name == "max" ? "maximum" : "minimum"), "
          + "with zeros elsewhere", "d \(name)(x) is the differential at the place that attains it",
        Book.danskin)
    case "maximum", "minimum":
      FunctionRule(
        "at every entry the derivative goes to the \(name == "maximum" ? "larger" : "smaller") of both",
        "at every entry the differential is that of the "
          + "\(name == "maximum" ? "larger" : "smaller") of both", Book.danskin)
    case "hardmax":
      FunctionRule(
        "hardmax does not change while the same entries are the largest: its derivative is zero",
        "hardmax does not change while the same entries are the largest", Book.danskin)
    case "norminf":
      FunctionRule(
        "the derivative goes to the row of the largest sum, with the signs of its entries",
        "d norminf(X) is the sum of the differentials of the row of the largest sum, with their signs",
        Book.danskin)
    default: nil
    }
  }

  /// Functions that stand for a formula.
  private static func abbreviation(_ name: String) -> FunctionRule? {
    switch name {
    case "norm2":
      FunctionRule(
        "the derivative of norm2(X) is X/norm2(X)", "d norm2(X) = inner(X, dX)/norm2(X)",
        Book.cookbook + ", (129)")
    case "norm1":
      FunctionRule(
        "the derivative of norm1(X) is sign(X)", "d norm1(X) = inner(sign(X), dX)", Book.calculus)
    case "mean":
      FunctionRule(
        "every entry gets the derivative by its mean, divided by the number of entries",
        "the differential of a mean is the mean of the differentials", Book.cookbook + ", (35)")
    case "inner":
      FunctionRule(
        "the derivative of inner(A, B) by A is B, and by B it is A",
        "d inner(A, B) = inner(dA, B) + inner(A, dB)", Book.cookbook + ", (38)")
    case "kl", "klbernoulli", "crossentropy":
      FunctionRule(
        "every entry gets the slope of its own term of \(name)",
        "the sum of the differentials of the terms of \(name)", Book.calculus)
    case "cov":
      FunctionRule(
        "the derivative by X of cov(X) = X'*H*X/(n - 1) is H*X*(C + C')/(n - 1)",
        "d cov(X) = (dX'*H*X + X'*H*dX)/(n - 1)", Book.cookbook + ", (37)")
    case "solve":
      FunctionRule(
        "through Y = inv(A)*B the derivative by B is inv(A)' times that by Y, and by A that times -Y'",
        "d solve(A, B) = solve(A, dB - dA*solve(A, B))", Book.giles + ", §2.3.1")
    default: nil
    }
  }
}
