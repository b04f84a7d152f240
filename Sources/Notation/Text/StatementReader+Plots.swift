import Diagnostics
import MatrixCalculus

/// What a `plot` line asks for.
extension StatementReader {
  /// `plot f`, `plot f from -2 to 3`, `plot gradient F wrt W`, after the first word.
  func plot(_ rest: Range<Int>) throws(Diagnostic) -> Statement.Kind {
    let (word, after) = firstWord(in: rest)
    if word == "gradient" {
      let request = try request(.gradient, after)
      guard request.claim == nil, request.variables.count == 1,
        let variable = request.variables.first
      else { throw unreadablePlot(rest) }
      return .plotGradient(request.function, wrt: variable)
    }
    let tokens = try Lexer.tokens(source, in: rest)
    guard let first = tokens.first, case .name(let name) = first.kind else {
      throw unreadablePlot(rest)
    }
    let function = Statement.Name(name, range: first.range)
    guard tokens.count > 1 else { return .plot(function, range: nil) }
    guard let to = tokens.firstIndex(where: { $0.kind == .name("to") }), to > 2,
      tokens[1].kind == .name("from"), to + 1 < tokens.count,
      let low = number(tokens[2].range.lowerBound..<tokens[to].range.lowerBound),
      let high = number(tokens[to + 1].range.lowerBound..<rest.upperBound), low < high
    else { throw unreadablePlot(rest) }
    return .plot(function, range: low...high)
  }

  private func number(_ part: Range<Int>) -> Double? {
    guard let syntax = try? formula(trimmed(part), after: nil), syntax.depth < 100,
      let value = try? Elaborator(Scope(), source).elaborate(syntax).expression.simplified.rational
    else { return nil }
    return Double(value.numerator) / Double(value.denominator)
  }

  private func unreadablePlot(_ rest: Range<Int>) -> Diagnostic {
    Diagnostic(
      .syntax, "a plot shows a function of every entry or a gradient",
      at: source.location(trimmed(rest).isEmpty ? range : trimmed(rest)),
      hint: "write plot f, plot f from -2 to 3, or plot gradient F wrt W")
  }
}
