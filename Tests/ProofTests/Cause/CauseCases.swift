extension CauseCase {
  private static let leastSquares = "X m n, w n, y m, lambda pos"

  static let text: [CauseCase] = [
    CauseCase(
      leastSquares, "norm2(X*w - y)^2 + lambda*norm2(w)^2", "w", "2*X'*(X*w - y) + lambda*w",
      "the factor 2 is missing in the second term; with 2 the claim is proved",
      "2*X'*(X*w - y) + 2*lambda*w"),
    CauseCase(
      leastSquares, "norm2(X*w - y)^2", "w", "2*X'*(X*w + y)",
      "the sign of the second term is wrong; with - the claim is proved", "2*X'*(X*w - y)"),
    CauseCase(
      leastSquares, "norm2(X*w - y)^2", "w", "-2*X'*(X*w - y)",
      "the sign is wrong; with + the claim is proved", "2*X'*(X*w - y)"),
    CauseCase(
      leastSquares, "0.5*norm2(X*w - y)^2", "w", "2*X'*(X*w - y)",
      "the factor 2 is one too many; without it the claim is proved", "X'*(X*w - y)"),
    CauseCase(
      leastSquares, "0.5*norm2(X*w - y)^2", "w", "X*w - y",
      "the factor X' is missing; with X' the claim is proved", "X'*(X*w - y)"),
    CauseCase(
      leastSquares, "norm2(X*w - y)^2/m", "w", "2*X'*(X*w - y)",
      "the factor 1/m is missing; with 1/m the claim is proved", "2*X'*(X*w - y)/m"),
    CauseCase(
      leastSquares, "norm2(X*w)^2", "w", "2*X*X'*w",
      "X and X' stand in the wrong order; with both exchanged the claim is proved", "2*X'*X*w"),
    CauseCase(
      "x n", "sum(sin(x))", "x", "sin(x)", "sin where cos belongs; with cos the claim is proved",
      "cos(x)"),
    CauseCase(
      "x n", "sum(x.^3)", "x", "3*x", "the square of x is missing; with x.^2 the claim is proved",
      "3*x.^2"),
    CauseCase(
      "x n, v n", "sum(v.*(x - x.^2/2))", "x", "v.*x",
      "x where (1 - x) belongs; with (1 - x) the claim is proved", "v.*(1 - x)"),
    CauseCase(
      "x n, y n, v n", "sum(v.*x.*y)", "x", "v - y",
      "a minus where a product belongs; with .* the claim is proved", "v .* y"),
    CauseCase(
      "A n n inv", "logdet(A)", "A", "inv(A)",
      "inv(A) where inv(A)' belongs; with inv(A)' the claim is proved; as it stands it is only true for "
        + "symmetric A", "inv(A)'"),
    CauseCase(
      "A m n, x n, c", "c*sum(tanh(A*x))", "x", "c*A'*tanh(A*x)",
      "tanh(A*x) where its derivative belongs; with (1 - tanh(A*x).^2) the claim is proved",
      "c*A'*(1 - tanh(A*x).^2)"),
    CauseCase(
      "x n pos, c", "sum(x.^c)", "x", "c*x.^c",
      "the power c where c - 1 belongs; with c - 1 the claim is proved", "c*x.^(c - 1)"),
    CauseCase(
      "A n n, B n n, X n n", "tr(A*X*B)", "X", "B*A",
      "it is transposed, true in the other layout; with the transpose the claim is proved",
      "(B*A)'"),
    CauseCase(
      "D n n, x n", "x'*D*x", "x", "2*D*x",
      "it is only true for symmetric D; with D declared so the claim is proved", nil),
    CauseCase(
      "W c d, X d m, Y c m", "-sum(Y.*logsoftmax(W*X))", "W", "(softmax(W*X) - Y)*X'",
      "it is only true where the columns of Y sum to 1; with columns sum to 1 declared of Y the "
        + "claim is proved", nil),
    CauseCase(
      "p n, x n", "sum(p)*norm2(x)^2", "x", "2*x",
      "the factor sum(p) is missing; with sum(p) the claim is proved", "sum(p)*2*x"),
    CauseCase(
      leastSquares, "norm2(X*w - y)^2", "w", "2*X'*X*w - y",
      "brackets are missing around X*w - y; with (X*w - y) the claim is proved",
      "2*X'*(X*w - y)"),
    CauseCase(
      "W k n, x n, b k, v k", "v'*tanh(W*x + b)", "v", "W*x + b",
      "tanh is missing around the whole; with tanh the claim is proved", "tanh(W*x + b)"),
    CauseCase(
      "W k n, x n, b k, v k", "v'*tanh(W*x + b)", "v", "tanh(W*x)",
      "the term b is missing behind W*x; with + b the claim is proved", "tanh(W*x + b)"),
    CauseCase(
      "x n, y n pos, v n", "sum(v.*x.*y)", "x", "v./y",
      "a quotient by y where a product belongs; with a product the claim is proved", "v.*y"),
    CauseCase(
      "x n pos", "sum(sqrt(x))", "x", "0.5*x",
      "the reciprocal root of x is missing; with x.^(-1/2) the claim is proved",
      "0.5*x.^(-1/2)"),
  ]

  static let tex: [CauseCase] = [
    CauseCase(
      CauseTests.reconstruction, "norm2(W'*W*x - x)^2", "W",
      #"W^T (2 (W^T W x - x)) x^T + 2 (W x)(W^T W x - x)^T"#,
      "W^T where W belongs; with W the claim is proved",
      #"W (2 (W^T W x - x)) x^T + 2 (W x)(W^T W x - x)^T"#),
    CauseCase(
      CauseTests.code, "norm2(A*s - x)^2", "s", #"2 A (As - x)"#,
      "A where A^T belongs; with A^T the claim is proved", #"2 A^T (As - x)"#),
    CauseCase(
      CauseTests.code, "norm2(A*s - x)^2", "s", #"2 A^\top (As + x)"#,
      "the sign of the second term is wrong; with - the claim is proved", #"2 A^\top (As - x)"#),
    CauseCase(
      "V g n, s n N, epsilon pos", "sum(sqrt(V*(s.*s) + epsilon))", "s",
      #"\left( V^T (V(s s^T) + \epsilon)^{-\frac12} \right) \bullet s"#,
      #"s s^T where s \bullet s belongs; with s \bullet s the claim is proved"#,
      #"\left( V^T (V((s \bullet s)) + \epsilon)^{-\frac12} \right) \bullet s"#),
    CauseCase(
      "W1 k n, W2 m k, x n, y m", "0.5*norm2(W2*W1*x - y)^2", "W1",
      #"(W^{(2)})^T (W^{(2)} W^{(1)} x + y) x^T"#,
      "the sign of the second term is wrong; with - the claim is proved",
      #"(W^{(2)})^T (W^{(2)} W^{(1)} x - y) x^T"#),
    CauseCase(
      "W1 k n, W2 m k, x n, y m", "0.5*norm2(W2*W1*x - y)^2", "W1",
      #"W_2 (W_2 W_1 x - y) x^T"#, "W_2 where W_2^T belongs; with W_2^T the claim is proved",
      #"W_2^T (W_2 W_1 x - y) x^T"#),
    CauseCase(
      "X m n, w n, y m", "0.5*norm2(X*w - y)^2", "w", #"\frac12 X^T(Xw - y)"#,
      #"the factor \frac12 is one too many; without it the claim is proved"#, #"X^T(Xw - y)"#),
    CauseCase(
      "x n", "sum(cos(x))", "x", #"-\cos(x)"#,
      #"\cos where \sin belongs; with \sin the claim is proved"#,
      #"-\sin(x)"#),
    CauseCase(
      "W k n, x n N, y k N", "norm2(W*x - y)^2", "W",
      #"2 \left(\mathbf{W} \mathbf{x} - \mathbf{y}\right) \mathbf{x}"#,
      #"\mathbf{x} where \mathbf{x}^T belongs; with \mathbf{x}^T the claim is proved"#,
      #"2 \left(\mathbf{W} \mathbf{x} - \mathbf{y}\right) \mathbf{x}^T"#),
    CauseCase(
      "x n", "sum(sigmoid(x))", "x", #"\sigma(x) - (1 - \sigma(x))"#,
      #"a minus where a product belongs; with \odot the claim is proved"#,
      #"\sigma(x) \odot (1 - \sigma(x))"#),
    CauseCase(
      "x n, y n", "sum(exp(x).*y)", "x", "e^x",
      "the entrywise factor y is missing; with y the claim is proved", #"(y \odot (e^x))"#),
  ]
}
