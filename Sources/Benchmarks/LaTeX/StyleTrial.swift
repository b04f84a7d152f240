import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// A random expression printed in the style of an author and read back.
struct StyleTrial {
  /// What is not as it was; nil where the formula is read back to what was printed.
  static func fault(
    _ expression: Expression, _ style: AuthorStyle, _ names: ReadingNames
  ) -> String? {
    let tex = style.print(expression)
    let read: Expression
    do throws(Diagnostic) {
      read = try names.expression(tex, expecting: expression.shape)
    } catch {
      return "\(style): \(tex): \(error.message)"
    }
    if read == expression { return nil }
    let verdict = Prover().decide(.identity(read, expression)).verdict
    return verdict == .refuted || read.shape != expression.shape
      ? "\(style): \(tex): read as \(read.text)" : nil
  }
}

/// A scope with its reader of LaTeX.
struct ReadingNames: Sendable {
  let scope: Scope
  let names: LaTeXNames

  init(_ scope: Scope) {
    self.scope = scope
    names = scope.latexNames
  }

  /// The meaning of a formula.
  func expression(_ tex: String, expecting shape: Shape? = nil) throws(Diagnostic) -> Expression {
    let source = SourceText(path: "formula", text: tex)
    let reading = EquationReader.read(source, names: names)
    if let trouble = reading.diagnostics.first { throw trouble }
    guard reading.equations.count == 1, reading.equations[0].sides.isEmpty,
      let formula = reading.equations[0].leftFormula
    else { throw Diagnostic(.unreadable, "it is not one formula", at: nil) }
    return try Elaborator(scope, source, dialect: .tex).elaborate(formula, expecting: shape)
      .expression
  }
}
