import Diagnostics
import MatrixCalculus
import Notation
import Pages

extension PageSession {
  /// Replaces a code span such as `= gradient F wrt W` by the checked result.
  mutating func insert(_ code: Excerpt, at index: Int) {
    do throws(Diagnostic) {
      result.inserted[index] = show(try value(code))
    } catch {
      result.diagnostics.append(error.located(at: page.pieces[index].location))
    }
  }

  /// Whether a code span that begins with an equality sign asks for a result. On a page that declares nothing it
  /// is code, unless it asks for a derivative.
  func mayInsert(_ code: Excerpt) -> Bool {
    !(scope.declarations.isEmpty && scope.definitions.isEmpty) || code.text.hasPrefix("= gradient ")
  }

  private func value(_ code: Excerpt) throws(Diagnostic) -> Expression {
    let whole = code.sourceText
    // The text keeps its offsets: blanks stand where the equality sign stood.
    let source = SourceText(
      path: whole.path, text: "  " + whole.text.dropFirst(2), runs: whole.runs)
    if let request = try? StatementReader.statement(source),
      case .derivative(let asked) = request.kind,
      asked.claim == nil, asked.derivative == .gradient, asked.variables.count == 1
    {
      let function = try function(side(asked.function, in: source))
      let name = asked.variables[0]
      let syntax = Syntax(.name(name.text), range: name.range)
      let variable = try variable(syntax, in: source).variable
      return try gradient(of: function, wrt: variable, at: source.location(request.range))
    }
    return try elaborate(side(try TextReader.read(source), in: source)).simplified
  }
}
