import Diagnostics
import MatrixCalculus

extension Scope {
  /// What the LaTeX reader has to know of the names. A spelling that is not one symbol spells nothing:
  /// `checkSpelling` has refused it where it was declared.
  package var latexNames: LaTeXNames {
    var names = LaTeXNames(macros: macros) { name in meaning(of: name) }
    names.primesName = primesName
    for symbol in symbols {
      try? names.define(Scope.source(symbol.tex, symbol.location), as: symbol.meaning)
    }
    for declaration in declarations {
      define(declaration.tex, declaration.variable.name, declaration.location, in: &names)
    }
    for definition in definitions {
      define(definition.tex, definition.name, definition.location, in: &names)
    }
    return names
  }

  /// Refuses what the LaTeX reader could not find again as one symbol.
  ///
  /// - Throws: `unreadable` at the spelling.
  func checkSpelling(_ tex: String, at location: SourceLocation?) throws(Diagnostic) {
    var names = LaTeXNames(macros: macros) { _ in nil }
    try names.define(Scope.source(tex, location), as: Syntax(.name(""), range: 0..<0))
  }

  private func meaning(of name: String) -> LaTeXNames.Meaning? {
    if declaration(of: name) != nil { return .variable }
    if let definition = definition(of: name) {
      return definition.arguments.isEmpty
        ? .definition(on: definition.dependencies) : .functional
    }
    if function(name) != nil { return .function }
    return isSize(name) ? .size : nil
  }

  private func define(
    _ tex: String?, _ name: String, _ location: SourceLocation?, in names: inout LaTeXNames
  ) {
    guard let tex else { return }
    try? names.define(Scope.source(tex, location), as: Syntax(.name(name), range: 0..<0))
  }

  private static func source(_ tex: String, _ location: SourceLocation?) -> SourceText {
    SourceText(
      path: location?.path ?? "", text: tex, line: location?.line ?? 1,
      column: location?.column ?? 1)
  }
}
