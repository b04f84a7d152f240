import Diagnostics
import MatrixCalculus

extension StatementReader {
  /// `gradient F wrt W, b = claim`, after its first word; the claim may be `V -> A*V`.
  func request(
    _ derivative: Syntax.Derivative, _ rest: Range<Int>
  ) throws(Diagnostic) -> Statement.Request {
    let arrow = arrow(in: rest)
    let front = rest.lowerBound..<(arrow?.name.range.lowerBound ?? rest.upperBound)
    let tokens = try Lexer.tokens(source, in: front)
    guard let wrt = StatementReader.top(tokens, where: { $0.kind == .name("wrt") }) else {
      throw Diagnostic(
        .syntax, "wrt is missing", at: source.location(front.upperBound..<front.upperBound),
        hint: "say by what to differentiate, as in gradient F wrt W")
    }
    let after = tokens.filter { $0.range.lowerBound >= wrt.range.upperBound }
    let sign = StatementReader.top(after) { $0.kind == .symbol("=") || $0.kind == .symbol("==") }
    let end = sign?.range.lowerBound ?? front.upperBound
    let along = StatementReader.top(after) {
      $0.kind == .name("along") && $0.range.upperBound <= end
    }
    let request = Statement.Request(
      derivative: derivative,
      function: try function(rest.lowerBound..<wrt.range.lowerBound),
      variables: try names(wrt.range.upperBound..<(along?.range.lowerBound ?? end), of: "wrt"),
      directions: try along.map { along throws(Diagnostic) in
        try names(along.range.upperBound..<end, of: "along")
      } ?? [],
      argument: arrow?.name,
      claim: try sign.map { sign throws(Diagnostic) in
        try formula(
          (arrow?.end ?? sign.range.upperBound)..<rest.upperBound, after: arrow == nil ? "=" : "->")
      })
    try requireDirections(of: request, rest)
    return request
  }

  /// A derivative along directions has one for each variable.
  private func requireDirections(
    of request: Statement.Request, _ rest: Range<Int>
  ) throws(Diagnostic) {
    let isAlong = !request.directions.isEmpty || request.derivative == .differential
    guard isAlong, request.derivative != .hessian,
      request.directions.count != request.variables.count
    else { return }
    throw Diagnostic(
      .syntax,
      "\(request.variables.count) variables, but \(request.directions.count) directions",
      at: source.location(rest),
      hint: "give each variable its direction, as in derivative F wrt X, Y along U, V")
  }

  /// `V ->` or `V ↦` behind an equality sign: the name and where the arrow ends.
  private func arrow(in part: Range<Int>) -> (name: Statement.Name, end: Int)? {
    let bytes = Array(source.slice(part).utf8)
    for sign in ["->", "↦"].map({ Array($0.utf8) }) {
      guard bytes.count >= sign.count,
        let place = (0...bytes.count - sign.count).first(where: {
          Array(bytes[$0..<$0 + sign.count]) == sign
        }),
        let equals = bytes[..<place].lastIndex(of: UInt8(ascii: "="))
      else { continue }
      let name = trimmed(part.lowerBound + equals + 1..<part.lowerBound + place)
      guard !name.isEmpty else { continue }
      return (
        Statement.Name(String(source.slice(name)), range: name),
        part.lowerBound + place + sign.count
      )
    }
    return nil
  }

  /// `steps F wrt W` or `steps hessian F wrt x`, after its first word.
  func steps(_ rest: Range<Int>) throws(Diagnostic) -> Statement.Request {
    let (word, after) = firstWord(in: rest)
    let kind = namesFunction(after) ? nil : Self.derivatives[word]
    let part = kind == nil ? rest : after
    let request = try request(kind ?? .gradient, part)
    guard request.claim == nil else {
      throw Diagnostic(
        .syntax, "steps are derived, not claimed", at: source.location(rest),
        hint: "write steps F wrt W, and claim gradient F wrt W = …")
    }
    let isAlongOne = request.variables.count == 1 && request.directions.count == 1
    guard
      request.directions.isEmpty || request.derivative == .differential
        || request.derivative == .jacobian || request.derivative == .hessian && isAlongOne
    else {
      throw Diagnostic(
        .syntax, "a direction belongs to derivative, or to the Hessian by one variable",
        at: source.location(rest), hint: "write steps derivative F wrt X along V")
    }
    return request
  }

  /// What may follow `steps`.
  private static let derivatives: [String: Syntax.Derivative] = [
    "gradient": .gradient, "jacobian": .jacobian, "hessian": .hessian,
    "derivative": .differential,
  ]

  /// Whether the word before is the name of a function or a part of its formula.
  private func namesFunction(_ after: Range<Int>) -> Bool {
    let text = source.slice(after)
    return ["wrt", "*", "+", ".", "/", "'", "^"].contains { text.hasPrefix($0) }
  }

  /// One of a few words, after the first word of a statement.
  func word<Choice: RawRepresentable>(
    _ rest: Range<Int>, of what: String, _ choices: [Choice]
  ) throws(Diagnostic) -> Choice where Choice.RawValue == String {
    let said = String(source.slice(trimmed(rest)))
    if let choice = choices.first(where: { $0.rawValue == said }) { return choice }
    let words = choices.map(\.rawValue)
    throw Diagnostic(
      .syntax, "unknown \(what) \(said.isEmpty ? "without a word" : said)",
      at: source.location(rest),
      hint: nearest(said, in: words).map { "did you mean \($0)?" }
        ?? "the words are \(words.joined(separator: ", "))")
  }

  private func function(_ part: Range<Int>) throws(Diagnostic) -> Syntax {
    guard !trimmed(part).isEmpty else {
      throw Diagnostic(
        .syntax, "a function is missing before wrt",
        at: source.location(part.upperBound..<part.upperBound),
        hint: "write one, as in gradient F wrt W")
    }
    return try TextReader.read(source, in: part)
  }

  /// `refuted CLAIM because "…"`, after its first word.
  func refutation(_ rest: Range<Int>) throws(Diagnostic) -> Statement {
    let (claim, reason) = try reason(rest)
    guard !claim.isEmpty else {
      throw Diagnostic(
        .syntax, "a claim is missing after refuted", at: source.location(range),
        hint: "write refuted A == B because \"…\"")
    }
    var statement = try StatementReader(source, claim).statement()
    guard statement.isClaim, statement.refutation == nil else {
      throw Diagnostic(
        .syntax, "refuted is followed by no claim", at: source.location(claim),
        hint: "write refuted A == B because \"…\"")
    }
    statement.refutation = Statement.Refutation(reason: reason)
    statement.range = range
    return statement
  }

  /// The claim, and what stands in quotes after `because`.
  private func reason(_ rest: Range<Int>) throws(Diagnostic) -> (Range<Int>, String?) {
    let bytes = Array(source.slice(rest).utf8)
    guard let word = StatementReader.word("because", in: bytes) else { return (rest, nil) }
    let quoted = trimmed(rest.lowerBound + word + 7..<rest.upperBound)
    let text = source.slice(quoted)
    guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else {
      throw Diagnostic(
        .syntax, "the reason after because is not in quotes",
        at: source.location(quoted.isEmpty ? rest : quoted), hint: "write because \"…\"")
    }
    return (
      trimmed(rest.lowerBound..<rest.lowerBound + word), String(text.dropFirst().dropLast())
    )
  }

  // MARK: Examples

  /// `example W = [1 0; 2 1], x = [1; 2]`, after its first word.
  func example(_ rest: Range<Int>) throws(Diagnostic) -> Statement.Kind {
    let tokens = try Lexer.tokens(source, in: rest)
    var values: [Statement.Value] = []
    for part in StatementReader.parts(rest, between: StatementReader.commas(tokens)) {
      values.append(try value(part, tokens.filter { part.contains($0.range.lowerBound) }))
    }
    return .example(values)
  }

  private func value(_ part: Range<Int>, _ tokens: [Token]) throws(Diagnostic) -> Statement.Value {
    guard tokens.count >= 2, case .name(let name) = tokens[0].kind, tokens[1].kind == .symbol("=")
    else {
      throw Diagnostic(
        .syntax, "an example gives numbers to a name", at: source.location(trimmed(part)),
        hint: "write example W = [1 0; 2 1]")
    }
    let formula = try formula(tokens[1].range.upperBound..<part.upperBound, after: "=")
    return Statement.Value(
      name: Statement.Name(name, range: tokens[0].range), entries: try entries(formula))
  }

  /// The numbers of a matrix, or of a single number.
  private func entries(_ node: Syntax) throws(Diagnostic) -> [[Rational]] {
    guard node.kind == .matrix else { return [[try number(node)]] }
    var rows: [[Rational]] = []
    for row in node.children {
      var entries: [Rational] = []
      for entry in row.children { entries.append(try number(entry)) }
      if let first = rows.first, first.count != entries.count {
        throw Diagnostic(
          .shapeMismatch, "rows of \(first.count) and \(entries.count) entries",
          at: source.location(row.range), hint: "give every row the same number of entries")
      }
      rows.append(entries)
    }
    guard !rows.isEmpty else {
      throw Diagnostic(
        .syntax, "a matrix without entries", at: source.location(node.range),
        hint: "write its numbers, as in [1 0; 2 1]")
    }
    return rows
  }

  private func number(_ node: Syntax) throws(Diagnostic) -> Rational {
    let scope = Elaborator(Scope(), source)
    guard node.depth < 100,
      let value = try? scope.elaborate(node).expression.simplified.rational
    else {
      throw Diagnostic(
        .syntax, "\(source.excerpt(node.range)) is no number", at: source.location(node.range),
        hint: "write numbers such as 2, -0.5 or 1/3")
    }
    return value
  }
}
