package import Diagnostics
import MatrixCalculus

extension Scope {
  /// What the LaTeX reader has to know of the names.
  ///
  /// - Throws: `unreadable` where a declared TeX spelling is not one symbol.
  package func latexNames() throws(Diagnostic) -> LaTeXNames {
    var names = LaTeXNames(macros: macros) { name in meaning(of: name) }
    for declaration in declarations {
      try define(declaration.tex, declaration.variable.name, declaration.location, in: &names)
    }
    for definition in definitions {
      try define(definition.tex, definition.name, definition.location, in: &names)
    }
    for symbol in symbols {
      let source = Scope.source(symbol.tex, symbol.location)
      try names.define(source, as: symbol.meaning)
    }
    return names
  }

  private func meaning(of name: String) -> LaTeXNames.Meaning? {
    if declaration(of: name) != nil { return .variable }
    if let definition = definition(of: name) {
      return definition.arguments.isEmpty ? .definition : .functional
    }
    if function(name) != nil { return .function }
    return isSize(name) ? .size : nil
  }

  private func define(
    _ tex: String?, _ name: String, _ location: SourceLocation?, in names: inout LaTeXNames
  ) throws(Diagnostic) {
    guard let tex else { return }
    try names.define(Scope.source(tex, location), as: Syntax(.name(name), range: 0..<0))
  }

  private static func source(_ tex: String, _ location: SourceLocation?) -> SourceText {
    SourceText(
      path: location?.path ?? "", text: tex, line: location?.line ?? 1,
      column: location?.column ?? 1)
  }
}
