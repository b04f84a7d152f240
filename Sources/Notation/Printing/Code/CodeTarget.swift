package import MatrixCalculus

/// A language that formulas can be printed in, to be copied into a program.
///
/// Every matrix is an array of two dimensions: a column is `n×1`, and a `1×1` value is a number.
package enum CodeTarget: String, CaseIterable, Hashable, Sendable {
  case numpy, jax, pytorch, julia, matlab, swift, latex

  /// The name people know it by.
  package var title: String {
    switch self {
    case .numpy: "NumPy"
    case .jax: "JAX"
    case .pytorch: "PyTorch"
    case .julia: "Julia"
    case .matlab: "MATLAB"
    case .swift: "Swift"
    case .latex: "LaTeX"
    }
  }

  /// Its spelling of operations; nil for LaTeX, which `Expression.tex` writes.
  var spelling: CodeSpelling? {
    switch self {
    case .numpy: .numpy
    case .jax: .jax
    case .pytorch: .pytorch
    case .julia: .julia
    case .matlab: .matlab
    case .swift: .swift
    case .latex: nil
    }
  }

  /// What a program needs once beside the functions: imports, and types of ours; empty for none.
  package var prelude: String { spelling?.prelude ?? "" }

  /// The part of the prelude that a text needs: of imports those whose names it has.
  package func prelude(for text: String) -> String {
    let lines = prelude.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.filter { line in
      guard line.hasPrefix("import "), self != .swift, let name = line.split(separator: " ").last
      else { return true }
      return text.contains("\(name).")
    }.joined(separator: "\n")
  }

  /// What stands above a function that is copied alone: the imports it needs. The rest of a prelude is a file of
  /// its own.
  package func opening(for text: String) -> String {
    self == .swift ? "import Foundation" : prelude(for: text)
  }

  /// Whether a text needs more of the prelude than imports.
  package func needsTypes(_ text: String) -> Bool {
    self == .swift && (text.contains("Matrix") || text.contains("map("))
  }

  /// A function of the formula's variables that computes it.
  ///
  /// Parts that occur more than once are computed once.
  ///
  /// - Parameters:
  ///   - name: what the function is to be called; characters that no name may have become `_`.
  ///   - expression: what it computes.
  /// - Throws: what the language cannot say.
  /// - Complexity: linear in the distinct parts of the expression.
  package func function(_ name: String, _ expression: Expression) throws(CodeGap) -> String {
    try function(name, [CodeOutput(name, expression)])
  }

  /// A function that computes several expressions, what they share once.
  ///
  /// - Parameters:
  ///   - outputs: what it returns, in this order.
  ///   - arguments: what it is called with before all other variables, though it may not need them: a
  ///     function and its derivatives are called alike.
  package func function(
    _ name: String, _ outputs: [CodeOutput], of arguments: [Variable] = []
  ) throws(CodeGap) -> String {
    guard let spelling else { return outputs.map { $0.value.tex() }.joined(separator: "\n") }
    var writer = CodeWriter(spelling, outputs, arguments)
    return try writer.function(name)
  }
}

/// One of the values a printed function returns.
package struct CodeOutput: Hashable, Sendable {
  package let name: String
  package let value: Expression

  package init(_ name: String, _ value: Expression) {
    self.name = name
    self.value = value
  }
}

/// What a language cannot say.
package struct CodeGap: Error, Hashable, Sendable {
  /// One phrase: `PyTorch has no matrix logarithm`.
  package var message: String
}
