internal import Diagnostics

/// A definition of a macro, read from tokens: `\newcommand{\X}[1]{…}`, `\def\X#1{…}`,
/// `\DeclareMathOperator{\X}{…}`, `\let\X\Y`.
struct TeXMacroDefinition {
  var name: String
  var macro: TeXMacro
  /// The index behind its last token.
  var end: Int

  /// The definition that starts with the first token; nil where none does.
  static func read(_ tokens: ArraySlice<TeXToken>, _ bytes: [UInt8]) -> TeXMacroDefinition? {
    guard case .command(let definer)? = tokens.first?.kind, TeXMacros.isDefiner(definer) else {
      return nil
    }
    var reader = Reader(tokens: tokens.dropFirst(), bytes: bytes)
    let isStarred = reader.skip(.symbol("*"))
    guard let name = reader.name() else { return nil }
    let macro: TeXMacro? =
      switch definer {
      case "let": reader.alias()
      case "DeclareMathOperator": reader.operatorName(isStarred)
      case "newcommand", "renewcommand", "providecommand": reader.command()
      default: reader.primitive()
      }
    return macro.map { TeXMacroDefinition(name: name, macro: $0, end: reader.tokens.startIndex) }
  }
}

/// Reads the parts of a definition one after another.
private struct Reader {
  var tokens: ArraySlice<TeXToken>
  let bytes: [UInt8]

  @discardableResult
  mutating func skip(_ kind: TeXToken.Kind) -> Bool {
    guard tokens.first?.kind == kind else { return false }
    tokens.removeFirst()
    return true
  }

  /// `\X` or `{\X}`.
  mutating func name() -> String? {
    let isBraced = skip(.openBrace)
    guard case .command(let name)? = tokens.first?.kind else { return nil }
    tokens.removeFirst()
    return !isBraced || skip(.closeBrace) ? name : nil
  }

  /// `[2][x]{…}`.
  mutating func command() -> TeXMacro? {
    var count = 0
    if let number = bracketed() {
      guard case .digit(let digit)? = number.first?.kind, number.count == 1 else { return nil }
      count = Int(digit) - 48
    }
    let preset = bracketed()
    return group().map {
      TeXMacro(body: $0.body, text: $0.text, preset: preset.map(spelled), count: count)
    }
  }

  /// `#1#2{…}`: arguments with nothing between them.
  mutating func primitive() -> TeXMacro? {
    var count = 0
    while skip(.symbol("#")) {
      count += 1
      guard skip(.digit(UInt8(48 + min(count, 9)))) else { return nil }
    }
    return group().map { TeXMacro(body: $0.body, text: $0.text, count: count) }
  }

  /// `{…}` as the name of an operator.
  mutating func operatorName(_ isStarred: Bool) -> TeXMacro? {
    guard let content = group() else { return nil }
    let text = #"\operatorname\#(isStarred ? "*" : ""){\#(content.text)}"#
    let wrapped = SourceText(path: "", text: text)
    let body = TeXLexer.tokens(of: wrapped, in: 0..<text.utf8.count)
    return TeXMacro(body: body.map { $0.spelled(in: Array(text.utf8)) }, text: text, count: 0)
  }

  /// `=\Y` or `\Y`.
  mutating func alias() -> TeXMacro? {
    skip(.symbol("="))
    guard let token = tokens.popFirst()?.spelled(in: bytes), let text = token.spelling else {
      return nil
    }
    return TeXMacro(body: [token], text: text, count: 0)
  }

  /// What stands in square brackets, if they follow.
  private mutating func bracketed() -> ArraySlice<TeXToken>? {
    guard tokens.first?.kind == .delimiter(.square, .open),
      let close = tokens.firstIndex(where: { $0.kind == .delimiter(.square, .close) })
    else { return nil }
    defer { tokens = tokens[(close + 1)...] }
    return tokens[(tokens.startIndex + 1)..<close]
  }

  /// What stands in braces.
  private mutating func group() -> (body: [TeXToken], text: String)? {
    guard let open = tokens.first, open.kind == .openBrace else { return nil }
    var level = 0
    for index in tokens.indices {
      if tokens[index].kind == .openBrace { level += 1 }
      if tokens[index].kind == .closeBrace { level -= 1 }
      guard level == 0 else { continue }
      let body = tokens[(tokens.startIndex + 1)..<index]
      let text = bytes[open.range.upperBound..<tokens[index].range.lowerBound]
      tokens = tokens[(index + 1)...]
      return (spelled(body), String(decoding: text, as: UTF8.self))
    }
    return nil
  }

  private func spelled(_ tokens: ArraySlice<TeXToken>) -> [TeXToken] {
    tokens.map { $0.spelled(in: bytes) }
  }
}
