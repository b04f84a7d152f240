/// What the three array libraries of Python have in common.
extension CodeSpelling {
  /// - Parameters:
  ///   - module: `np`, `jnp` or `torch`.
  ///   - axis: what the library calls an axis: `axis` or `dim`.
  ///   - type: what is added to constants so that they have the type of the operands.
  static func python(
    title: String, imports: String, module: String, axis: String = "axis",
    keeping: String = "keepdims", type: String = ""
  ) -> CodeSpelling {
    CodeSpelling(
      title: title, prelude: imports, reserved: pythonWords.union([module]),
      product: " @ ", scaling: " * ", hadamard: " * ", broadcastSum: (" + ", " - "),
      quotient: " / ", transpose: ".T", power: "#1 ** #2", scalarPower: "#1 ** #2",
      matrixPower: "\(module).linalg.matrix_power(#1, #2)",
      eye: "\(module).eye(@rows\(type))", ones: "\(module).ones((@rows, @columns)\(type))",
      zeros: "\(module).zeros((@rows, @columns)\(type))",
      only: "#1[0, 0]", lifted: "\(module).reshape(#1, (1, 1))",
      rows: "#1.shape[0]", columns: "#1.shape[1]",
      columnRange: "#1[:, #2:#3]", rowRange: "#1[#2:#3, :]", countsFromZero: true,
      entrywise: [
        "exp": "\(module).exp(#1)", "log": "\(module).log(#1)", "sin": "\(module).sin(#1)",
        "cos": "\(module).cos(#1)", "tan": "\(module).tan(#1)", "sinh": "\(module).sinh(#1)",
        "cosh": "\(module).cosh(#1)", "tanh": "\(module).tanh(#1)", "abs": "\(module).abs(#1)",
        "sign": "\(module).sign(#1)", "arctan": "\(module).arctan(#1)",
        "arcsin": "\(module).arcsin(#1)", "arccos": "\(module).arccos(#1)",
        "sqrt": "\(module).sqrt(#1)", "square": "\(module).square(#1)",
        "relu": "\(module).maximum(#1, 0)",
      ],
      root: "\(module).sqrt(#1)",
      whole: [
        "pi": "\(module).pi", "sum": "\(module).sum(#1)", "prod": "\(module).prod(#1)",
        "sum 1": "\(module).sum(#1, \(axis)=0, \(keeping)=True)",
        "sum 2": "\(module).sum(#1, \(axis)=1, \(keeping)=True)",
        "tr": "\(module).trace(#1)", "inv": "\(module).linalg.inv(#1)",
        "det": "\(module).linalg.det(#1)", "logdet": "\(module).linalg.slogdet(#1)[1]",
        "pinv": "\(module).linalg.pinv(#1)", "kron": "\(module).kron(#1, #2)",
        "max": "\(module).max(#1)", "min": "\(module).min(#1)",
        "max 1": "\(module).max(#1, \(axis)=0, \(keeping)=True)",
        "max 2": "\(module).max(#1, \(axis)=1, \(keeping)=True)",
        "min 1": "\(module).min(#1, \(axis)=0, \(keeping)=True)",
        "min 2": "\(module).min(#1, \(axis)=1, \(keeping)=True)",
        "tril": "\(module).tril(#1)", "triu": "\(module).triu(#1)",
        "maximum": "\(module).maximum(#1, #2)", "minimum": "\(module).minimum(#1, #2)",
        "diag of column": "\(module).diag(#1[:, 0])", "diag": "\(module).diag(#1)[:, None]",
      ],
      blocks: ("\(module).block([", "])", ("[", "]"), ", ", ", "),
      head: "def #1(#2):", assignment: "#1 = #2", result: "return #1",
      remark: ("\"\"\"", "", "\"\"\""), end: "")
  }

  private static let pythonWords: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
    "with", "yield", "slice", "range",
  ]
}
