package import Diagnostics

/// The macros of a page: what `\newcommand`, `\renewcommand`, `\def`, `\let` and
/// `\DeclareMathOperator` define, and what a site settles for its pages.
package struct TeXMacros: Hashable, Sendable {
  private var macros: [String: TeXMacro] = [:]

  package init() {}

  /// Macros by name, such as `\R` for `\mathbb{R}`; `#1` in an expansion is the first argument.
  package init(_ expansions: [String: String]) {
    add(expansions)
  }

  package var isEmpty: Bool { macros.isEmpty }

  /// Without backslashes.
  var names: Set<String> { Set(macros.keys) }

  /// The names of the commands in a formula.
  static func commands(in tex: String) -> Set<String> {
    let source = SourceText(path: "", text: tex)
    let tokens = TeXLexer.tokens(of: source, in: 0..<tex.utf8.count)
    return Set(tokens.compactMap { if case .command(let name) = $0.kind { name } else { nil } })
  }

  subscript(name: String) -> TeXMacro? { macros[name] }

  /// Adds macros by name, as the initialiser does.
  package mutating func add(_ expansions: [String: String]) {
    for (name, expansion) in expansions where name.hasPrefix("\\") {
      let source = SourceText(path: "", text: expansion)
      let body = TeXLexer.tokens(of: source, in: 0..<expansion.utf8.count)
      macros[String(name.dropFirst())] = TeXMacro(
        body: body.map { $0.spelled(in: Array(expansion.utf8)) }, text: expansion)
    }
  }

  mutating func define(_ name: String, _ macro: TeXMacro) { macros[name] = macro }

  /// A formula without the definitions in it.
  package struct Taken: Hashable, Sendable {
    /// What the formula defines, by name.
    package var expansions: [String: String]
    /// The formula with blanks where the definitions stood: offsets stay.
    package var rest: String

    /// Whether the formula holds definitions and nothing else.
    package var isAll: Bool {
      !expansions.isEmpty && rest.allSatisfy(\.isWhitespace)
    }
  }

  /// Adds what a formula defines. A definition that cannot be read is left alone.
  ///
  /// - Complexity: linear in the length of the formula.
  package mutating func take(from source: SourceText) -> Taken {
    let bytes = Array(source.text.utf8)
    var rest = bytes
    let tokens = TeXLexer.tokens(of: source, in: 0..<rest.count, macros: self)
    var expansions: [String: String] = [:]
    var index = 0
    while index < tokens.count {
      guard let found = TeXMacroDefinition.read(tokens[index...], bytes) else {
        index += 1
        continue
      }
      macros[found.name] = found.macro
      expansions["\\" + found.name] = found.macro.text
      let range = tokens[index].range.lowerBound..<tokens[found.end - 1].range.upperBound
      for offset in range where rest[offset] != UInt8(ascii: "\n") {
        rest[offset] = UInt8(ascii: " ")
      }
      index = found.end
    }
    return Taken(expansions: expansions, rest: String(decoding: rest, as: UTF8.self))
  }

  static func isDefiner(_ name: String) -> Bool { definers.contains(name) }

  private static let definers: Set<String> = [
    "newcommand", "renewcommand", "providecommand", "def", "gdef", "edef", "xdef", "let",
    "DeclareMathOperator",
  ]
}

/// One macro: how many arguments it takes and what it stands for.
struct TeXMacro: Hashable, Sendable {
  /// The tokens it stands for; `#1` is two of them.
  var body: [TeXToken]
  /// The same as TeX.
  var text: String
  /// The first argument where none is written in square brackets.
  var preset: [TeXToken]?
  private var count: Int

  /// - Parameter count: how many arguments are taken; where it is not said, as many as the body uses.
  init(body: [TeXToken], text: String, preset: [TeXToken]? = nil, count: Int? = nil) {
    self.body = body
    self.text = text
    self.preset = preset
    self.count = count ?? Self.arguments(in: body)
  }

  var parameters: Int { count }

  private static func arguments(in body: [TeXToken]) -> Int {
    zip(body, body.dropFirst()).reduce(0) { most, pair in
      guard pair.0.kind == .symbol("#"), case .digit(let digit) = pair.1.kind else { return most }
      return max(most, Int(digit) - 48)
    }
  }
}

extension TeXToken {
  /// The token with its spelling, so that it can stand elsewhere.
  func spelled(in bytes: [UInt8]) -> TeXToken {
    var token = self
    token.spelling = spelling ?? String(decoding: bytes[range], as: UTF8.self)
    return token
  }
}
