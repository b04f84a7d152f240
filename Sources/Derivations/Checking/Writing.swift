import MatrixCalculus
import Notation
import Pages

/// How a page writes its formulas.
extension PageSession {
  /// What all formulas of a page teach, those further down included, with the macros they define.
  static func writing(of page: Page, _ macros: TeXMacros) -> WritingStyle {
    var writing = WritingStyle()
    var macros = macros
    for piece in page.pieces {
      guard case .formula(let formula) = piece.kind else { continue }
      let taken = macros.take(from: formula.tex.sourceText)
      if !taken.isAll { writing.learn(from: formula.tex.sourceText, macros: macros) }
    }
    return writing
  }
}

/// The style a page is written in, made anew only where names or macros have been added.
final class StyleCache {
  private struct Key: Hashable {
    var names: Set<String>
    var spelled: [String: String]
    var macros: TeXMacros
  }

  private var known: (key: Key, style: TeXStyle)?

  func style(of writing: WritingStyle, in scope: Scope) -> TeXStyle {
    let key = Key(names: scope.valueNames, spelled: scope.texNames, macros: scope.macros)
    if let known, known.key == key { return known.style }
    let style = writing.style(in: scope)
    known = (key, style)
    return style
  }
}
