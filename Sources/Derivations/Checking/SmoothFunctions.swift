import Diagnostics
import MatrixCalculus
import Notation
import Pages

/// Functions of every entry that a page differentiates and never defines, such as an activation f of which it
/// says `f'`.
///
/// A claim about such a function has to hold for any smooth one. It is judged at one that has no symmetry
/// and satisfies no simple equation with its derivatives: eᶻ/3 + sin 2z + z arctan z.
extension PageSession {
  /// Gives the functions of that kind that an equation calls for the first time a meaning.
  mutating func takeSmoothFunctions(of equation: Equation) throws(Diagnostic) {
    // Beside a network f is the activation of its layers.
    guard layered == nil else { return }
    let formulas = [equation.leftFormula].compactMap { $0 } + equation.sides.map(\.formula)
    let called = formulas.reduce(into: Set<String>()) { $0.formUnion($1.calls) }
    for name in called.intersection(smooth).sorted() where scope.isFree(name) {
      let body = SourceText(path: page.path, text: "exp(z)/3 + sin(2*z) + z*arctan(z)")
      try scope.define(
        Scope.UserFunction(
          name, ["z"], TextReader.read(body), in: body))
    }
  }

  /// The functions whose derivatives the equations of a page multiply entry by entry, or put on a diagonal,
  /// and that nothing on it defines.
  static func smoothFunctions(of page: Page, _ macros: TeXMacros) -> Set<String> {
    let names = LaTeXNames(macros: macros) { _ in nil }
    var found: Set<String> = []
    var defined: Set<String> = []
    for piece in page.pieces {
      switch piece.kind {
      case .formula(let formula) where formula.isDisplay:
        for equation in EquationReader.read(formula.tex.sourceText, names: names).equations {
          // What is said of f, or of f′, alone is no property of any function.
          if case .application(let left) = equation.left { defined.insert(left.name) }
          let formulas = [equation.leftFormula].compactMap { $0 } + equation.sides.map(\.formula)
          for formula in formulas { found.formUnion(formula.entrywiseSlopes) }
        }
      case .fence(let fence) where fence.word == "derive":
        for line in StatementReader.read(fence.text.sourceText) {
          if case .success(let statement) = line.content { defined.formUnion(statement.defined) }
        }
      default: break
      }
    }
    return found.subtracting(defined)
  }
}

extension Statement {
  /// The name that it gives a meaning.
  fileprivate var defined: [String] {
    switch kind {
    case .function(let name, _, _), .definition(let name, _): [name.text]
    default: []
    }
  }
}

extension Syntax {
  /// The names of all functions called.
  fileprivate var calls: Set<String> {
    var found = children.reduce(into: Set<String>()) { $0.formUnion($1.calls) }
    if case .call(let name, _) = kind { found.insert(name) }
    return found
  }

  /// The functions whose derivative stands in an entrywise product or on a diagonal.
  fileprivate var entrywiseSlopes: Set<String> {
    var found = children.reduce(into: Set<String>()) { $0.formUnion($1.entrywiseSlopes) }
    switch kind {
    case .entrywiseMultiply, .call("diag", primes: 0):
      for part in children {
        if case .call(let name, let primes) = part.bare.kind, primes > 0,
          part.bare.children.count == 1
        {
          found.insert(name)
        }
      }
    default: break
    }
    return found
  }
}
