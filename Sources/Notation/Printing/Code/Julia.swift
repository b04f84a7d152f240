extension CodeSpelling {
  /// Julia, with its standard library LinearAlgebra.
  ///
  /// Source: The Julia Language manual, "Linear Algebra", "Multi-dimensional Arrays".
  static let julia = CodeSpelling(
    title: "Julia", prelude: "using LinearAlgebra",
    reserved: [
      "baremodule", "begin", "break", "catch", "const", "continue", "do", "else", "elseif", "end",
      "export", "false", "finally", "for", "function", "global", "if", "import", "let", "local",
      "macro", "module", "quote", "return", "struct", "true", "try", "using", "while", "I", "pi",
    ],
    product: " * ", scaling: " * ", hadamard: " .* ", broadcastSum: (" .+ ", " .- "),
    quotient: " / ", transpose: "'", power: "#1 .^ #2", scalarPower: "#1 ^ #2",
    matrixPower: "#1 ^ #2",
    eye: "Matrix{Float64}(I, @rows, @rows)", ones: "ones(@rows, @columns)",
    zeros: "zeros(@rows, @columns)", only: "only(#1)", lifted: "fill(#1, 1, 1)",
    rows: "size(#1, 1)", columns: "size(#1, 2)", columnRange: "#1[:, #2:#3]",
    rowRange: "#1[#2:#3, :]", countsFromZero: false,
    entrywise: [
      "exp": "exp.(#1)", "log": "log.(#1)", "sin": "sin.(#1)", "cos": "cos.(#1)",
      "tan": "tan.(#1)", "sinh": "sinh.(#1)", "cosh": "cosh.(#1)", "tanh": "tanh.(#1)",
      "abs": "abs.(#1)", "sign": "sign.(#1)", "arctan": "atan.(#1)", "arcsin": "asin.(#1)",
      "arccos": "acos.(#1)", "sqrt": "sqrt.(#1)", "step": "Float64.(#1 .> 0)",
      "relu": "max.(#1, 0)",
    ],
    root: "sqrt.(#1)",
    whole: [
      "pi": "pi", "prod": "prod(#1)", "sum": "sum(#1)", "sum 1": "sum(#1, dims=1)",
      "sum 2": "sum(#1, dims=2)", "tr": "tr(#1)",
      "inv": "inv(#1)", "det": "det(#1)", "logdet": "logabsdet(#1)[1]", "pinv": "pinv(#1)",
      "kron": "kron(#1, #2)", "max": "maximum(#1)", "min": "minimum(#1)",
      "max 1": "maximum(#1, dims=1)", "max 2": "maximum(#1, dims=2)",
      "min 1": "minimum(#1, dims=1)", "min 2": "minimum(#1, dims=2)",
      "maximum": "max.(#1, #2)", "minimum": "min.(#1, #2)",
      "diag of column": "diagm(vec(#1))", "diag": "reshape(diag(#1), :, 1)",
      "vec": "reshape(#1, :, 1)", "reshape": "reshape(#1, @rows, @columns)",
      "commat":
        "Matrix{Float64}(I, @1 * (@2), @1 * (@2))[vec(reshape(1:@1 * (@2), @1, @2)'), :]",
      "selection": "Matrix{Float64}(I, @2, @2)[:, @1 + 1:@1 + @3]",
      "e": "Matrix{Float64}(I, @2, @2)[:, @1:@1]",
      "hardmax": "Float64.((1:size(#1, 1)) .== getindex.(argmax(#1, dims=1), 1))",
      "tril": "tril(#1)", "triu": "triu(#1)",
      "expm": "exp(#1)", "logm": "log(#1)", "sqrtm": "sqrt(#1)", "sinm": "sin(#1)",
      "cosm": "cos(#1)",
    ],
    blocks: ("[", "]", ("", ""), "; ", " "),
    head: "function #1(#2)", assignment: "#1 = #2", result: "return #1",
    remark: ("", "# ", ""), end: "end")
}
