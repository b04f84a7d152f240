internal import Diagnostics

/// Puts what macros stand for in their place, token by token.
///
/// Every token of an expansion stands where the macro was used. Expansion is bounded in depth and in the
/// number of tokens, so that a macro that uses itself is an error.
struct TeXExpander {
  /// How deep macros may use each other.
  static let depthLimit = 64
  /// The most tokens a formula may expand to.
  static let tokenLimit = 100_000

  private let source: SourceText
  private let bytes: [UInt8]
  private var macros: TeXMacros
  /// The author's tokens, and which of them is next.
  private let typed: [TeXToken]
  private var index = 0
  /// What macros have put before the next of them, the first last.
  private var pushed: [Entry] = []
  private var output: [TeXToken] = []
  /// How many tokens macros have put in.
  private var made = 0

  private struct Entry {
    var token: TeXToken
    /// How many macros put it there, one inside the other.
    var depth: Int
  }

  private init(_ source: SourceText, _ tokens: [TeXToken], _ macros: TeXMacros) {
    self.source = source
    self.macros = macros
    bytes = Array(source.text.utf8)
    typed = tokens
  }

  private var next: Entry? {
    pushed.last ?? (index < typed.count ? Entry(token: typed[index], depth: 0) : nil)
  }

  private mutating func pop() -> Entry? {
    guard pushed.isEmpty else { return pushed.removeLast() }
    defer { index += 1 }
    return next
  }

  /// The tokens of a formula with its macros expanded and its definitions taken out.
  ///
  /// - Throws: `tooDeep` or `tooLarge` where a macro is used that goes beyond the bounds, `unreadable` at a
  ///   macro without its arguments and at a definition that is none.
  static func expanded(
    _ source: SourceText, in range: Range<Int>, _ macros: TeXMacros
  ) throws(Diagnostic) -> [TeXToken] {
    let tokens = TeXLexer.tokens(of: source, in: range, macros: macros)
    let isPlain = tokens.allSatisfy { token in
      guard case .command(let name) = token.kind else { return true }
      return macros[name] == nil && !TeXMacros.isDefiner(name)
    }
    if isPlain { return tokens }
    var expander = TeXExpander(source, tokens, macros)
    try expander.run()
    return expander.output
  }

  private mutating func run() throws(Diagnostic) {
    while let entry = pop() {
      if case .command(let name) = entry.token.kind {
        if TeXMacros.isDefiner(name) {
          try define(at: entry.token)
          continue
        }
        if let macro = macros[name] {
          try expand(macro, entry)
          continue
        }
      }
      output.append(entry.token)
    }
  }

  /// Passes over a definition, the first token of which has been read.
  private mutating func define(at token: TeXToken) throws(Diagnostic) {
    guard token.spelling == nil,
      let found = TeXMacroDefinition.read(typed[(index - 1)...], bytes)
    else {
      throw failure(
        "this definition of a macro cannot be read", token,
        hint: #"write it as in \newcommand{\R}{\mathbb{R}}"#)
    }
    macros.define(found.name, found.macro)
    index = found.end
  }

  private mutating func expand(_ macro: TeXMacro, _ use: Entry) throws(Diagnostic) {
    guard use.depth < Self.depthLimit else {
      throw failure(
        "the macro \(text(use.token)) uses macros more than \(Self.depthLimit) deep", use.token,
        hint: "define it without itself", code: .tooDeep)
    }
    var place = use.token.range
    let arguments = try arguments(of: macro, use, &place)
    made += macro.body.count + arguments.reduce(0) { $0 + $1.count }
    guard made <= Self.tokenLimit else {
      throw failure(
        "macros make more than \(Self.tokenLimit) symbols of this formula", use.token,
        hint: "define an inner part by a name of its own", code: .tooLarge)
    }
    push(body(macro, arguments, use, at: place), use.token, at: place)
  }

  /// The body with the arguments in place.
  private func body(
    _ macro: TeXMacro, _ arguments: [[Entry]], _ use: Entry, at place: Range<Int>
  ) -> [Entry] {
    var result: [Entry] = []
    var index = 0
    while index < macro.body.count {
      let token = macro.body[index]
      if token.kind == .symbol("#"), index + 1 < macro.body.count,
        case .digit(let digit) = macro.body[index + 1].kind,
        arguments.indices.contains(Int(digit) - 49)
      {
        var argument = arguments[Int(digit) - 49]
        if !argument.isEmpty { argument[0].token.isJoined = token.isJoined }
        result += argument
        index += 2
      } else {
        result.append(Entry(token: token, depth: use.depth + 1))
        index += 1
      }
    }
    return result
  }

  /// Makes the expansion the next input, all of it where the macro stands.
  private mutating func push(_ entries: [Entry], _ use: TeXToken, at place: Range<Int>) {
    for (index, entry) in entries.enumerated().reversed() {
      var entry = entry
      entry.token.spelling = entry.token.spelling ?? text(entry.token)
      entry.token.range = place
      if index == 0 { entry.token.isJoined = use.isJoined }
      pushed.append(entry)
    }
  }

  private func text(_ token: TeXToken) -> String {
    token.spelling ?? String(decoding: bytes[token.range], as: UTF8.self)
  }

  private func failure(
    _ message: String, _ token: TeXToken, hint: String, code: Code = .unreadable
  ) -> Diagnostic {
    Diagnostic(code, message, at: source.location(token.range), hint: hint)
  }
}

extension TeXExpander {
  /// The arguments that follow; `place` grows to hold them.
  private mutating func arguments(
    of macro: TeXMacro, _ use: Entry, _ place: inout Range<Int>
  ) throws(Diagnostic) -> [[Entry]] {
    var arguments: [[Entry]] = []
    if let preset = macro.preset, macro.parameters > 0 {
      arguments.append(bracketed(&place) ?? preset.map { Entry(token: $0, depth: use.depth + 1) })
    }
    while arguments.count < macro.parameters {
      guard let argument = argument(&place) else {
        let count = macro.parameters
        let name = text(use.token)
        throw failure(
          "the macro \(name) takes \(count) argument\(count == 1 ? "" : "s")", use.token,
          hint: "write \(name)" + String(repeating: "{…}", count: count))
      }
      arguments.append(argument)
    }
    return arguments
  }

  /// A group without its braces, or one token.
  private mutating func argument(_ place: inout Range<Int>) -> [Entry]? {
    guard let first = pop(), first.token.kind != .closeBrace else { return nil }
    grow(&place, first)
    guard first.token.kind == .openBrace else { return [first] }
    return rest(until: .closeBrace, &place)
  }

  /// What stands in square brackets, if they follow.
  private mutating func bracketed(_ place: inout Range<Int>) -> [Entry]? {
    guard let first = next, first.token.kind == .delimiter(.square, .open) else { return nil }
    _ = pop()
    grow(&place, first)
    return rest(until: .delimiter(.square, .close), &place)
  }

  /// The tokens up to a closing one outside of braces, which is taken too; nil where there is none.
  private mutating func rest(
    until closing: TeXToken.Kind, _ place: inout Range<Int>
  ) -> [Entry]? {
    var result: [Entry] = []
    var level = 0
    while let next = pop() {
      grow(&place, next)
      if level == 0, next.token.kind == closing { return result }
      if next.token.kind == .openBrace { level += 1 }
      if next.token.kind == .closeBrace { level -= 1 }
      result.append(next)
    }
    return nil
  }

  private func grow(_ place: inout Range<Int>, _ entry: Entry) {
    place = place.lowerBound..<max(place.upperBound, entry.token.range.upperBound)
  }
}
