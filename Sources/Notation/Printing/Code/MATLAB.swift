extension CodeSpelling {
  /// MATLAB and Octave, which spread columns and rows over matrices by themselves.
  ///
  /// Source: MATLAB reference, "Matrices and Arrays", "Linear Algebra".
  static let matlab = CodeSpelling(
    title: "MATLAB",
    reserved: [
      "break", "case", "catch", "classdef", "continue", "else", "elseif", "end", "for", "function",
      "global", "if", "otherwise", "parfor", "persistent", "return", "spmd", "switch", "try",
      "while", "result", "sum", "size", "eye", "ones", "zeros", "e", "pi",
    ],
    product: " * ", scaling: " * ", hadamard: " .* ", broadcastSum: (" + ", " - "),
    quotient: " / ", transpose: "'", power: "#1 .^ #2", scalarPower: "#1 ^ #2",
    matrixPower: "#1 ^ #2", eye: "eye(@rows)", ones: "ones(@rows, @columns)",
    zeros: "zeros(@rows, @columns)", only: "#1", lifted: "#1", rows: "size(#1, 1)",
    columns: "size(#1, 2)", columnRange: "#1(:, #2:#3)", rowRange: "#1(#2:#3, :)",
    countsFromZero: false, indexesNamesOnly: true,
    entrywise: [
      "exp": "exp(#1)", "log": "log(#1)", "sin": "sin(#1)", "cos": "cos(#1)", "tan": "tan(#1)",
      "sinh": "sinh(#1)", "cosh": "cosh(#1)", "tanh": "tanh(#1)", "abs": "abs(#1)",
      "sign": "sign(#1)", "arctan": "atan(#1)", "arcsin": "asin(#1)", "arccos": "acos(#1)",
      "sqrt": "sqrt(#1)", "erf": "erf(#1)", "step": "double((#1) > 0)", "relu": "max(#1, 0)",
    ],
    root: "sqrt(#1)",
    whole: [
      "pi": "pi", "prod": "prod(prod(#1))", "sum": "sum(sum(#1))", "sum 1": "sum(#1, 1)",
      "sum 2": "sum(#1, 2)", "tr": "trace(#1)",
      "inv": "inv(#1)", "det": "det(#1)", "pinv": "pinv(#1)", "kron": "kron(#1, #2)",
      "max": "max(max(#1))", "min": "min(min(#1))", "max 1": "max(#1, [], 1)",
      "max 2": "max(#1, [], 2)", "min 1": "min(#1, [], 1)", "min 2": "min(#1, [], 2)",
      "maximum": "max(#1, #2)", "minimum": "min(#1, #2)", "diag of column": "diag(#1)",
      "diag": "diag(#1)", "vec": "reshape(#1, [], 1)", "reshape": "reshape(#1, @rows, @columns)",
      "commat": "reshape(permute(reshape(eye(@1 * (@2)), @1, @2, []), [2 1 3]), @1 * (@2), [])",
      "selection": "double((1:@2)' == (@1 + 1:@1 + @3))", "e": "double((1:@2)' == @1)",
      "hardmax":
        "double((#1 == max(#1, [], 1)) & (cumsum(#1 == max(#1, [], 1), 1) == 1))",
      "tril": "tril(#1)", "triu": "triu(#1)",
      "expm": "expm(#1)", "logm": "logm(#1)", "sqrtm": "sqrtm(#1)", "sinm": "imag(expm(1i * (#1)))",
      "cosm": "real(expm(1i * (#1)))",
    ],
    blocks: ("[", "]", ("", ""), "; ", ", "),
    head: "function @names = #1(#2)", assignment: "#1 = #2;", result: "result = #1;",
    remark: ("", "% ", ""), end: "end")
}
