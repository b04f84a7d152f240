import Diagnostics

extension FormulaParser {
  func tooDeep(_ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .tooDeep, "the formula is nested more than \(Syntax.maximalDepth) deep",
      at: source.location(range), hint: "name inner parts by definitions")
  }

  func unclosed(_ frame: Frame) -> Diagnostic {
    let sign = source.slice(frame.mark)
    let closing = ["(": ")", "[": "]"][sign] ?? sign
    return Diagnostic(
      .syntax, "\"\(sign)\" is not closed", at: source.location(frame.mark),
      hint: "add \"\(closing)\"")
  }

  /// A closing bracket without its opening one.
  func unopened(_ token: Token) -> Diagnostic {
    guard let frame = frames.last else {
      return Diagnostic(
        .syntax, "\"\(text(token))\" closes no bracket", at: source.location(token.range),
        hint: "remove it, or open one before")
    }
    return Diagnostic(
      .syntax, "\"\(text(token))\" does not close \"\(source.slice(frame.mark))\"",
      at: source.location(token.range),
      notes: [Diagnostic.Note("opened", source.location(frame.mark).description)])
  }

  /// The end of the text after an operator.
  func incomplete() -> Diagnostic {
    let mark = operators.last?.mark ?? end..<end
    return Diagnostic(
      .syntax, "\"\(source.slice(mark))\" lacks its right side", at: source.location(mark),
      hint: "write a formula after it")
  }

  func missingOperator(_ token: Token) -> Diagnostic {
    let before = tokens[index - 1]
    let product = "\(text(before))*\(text(token))"
    return Diagnostic(
      .syntax, "an operator is missing between \(text(before)) and \(text(token))",
      at: source.location(token.range), hint: "a product is written \(product)")
  }

  /// `1/2x`.
  func ambiguous(_ sign: String, _ before: Token, _ token: Token) -> Diagnostic {
    let (a, b) = (text(before), text(token))
    return Diagnostic(
      .syntax, "\(sign)\(a)\(b) can be read in two ways",
      at: source.location(before.range.lowerBound..<token.range.upperBound),
      hint: "write \(sign)(\(a)*\(b)) or \(sign)\(a)*\(b)")
  }

  /// A word that cannot stand where it does.
  func misplaced(_ token: Token) -> Diagnostic {
    let sign = text(token)
    let location = source.location(token.range)
    guard isOpen else {
      return Diagnostic(
        .syntax, "unexpected \"\(sign)\"", at: location, hint: "the formula should end before it")
    }
    if index > 0, case .infix = tokens[index - 1].kind {
      let before = text(tokens[index - 1])
      if case .infix = token.kind {
        return Diagnostic(
          .syntax, "two operators in a row: \"\(before)\" and \"\(sign)\"", at: location,
          hint: "remove one of them")
      }
      return Diagnostic(
        .syntax, "\"\(before)\" lacks its right side", at: source.location(tokens[index - 1].range),
        hint: "write a formula after it")
    }
    if case .infix = token.kind {
      return Diagnostic(
        .syntax, "\"\(sign)\" lacks its left side", at: location,
        hint: "write a formula before it")
    }
    if case .close = token.kind, frames.isEmpty { return unopened(token) }
    return Diagnostic(
      .syntax, "a formula is missing before \"\(sign)\"", at: location, hint: "write one there")
  }

  private func text(_ token: Token) -> String { source.slice(token.range) }
}
