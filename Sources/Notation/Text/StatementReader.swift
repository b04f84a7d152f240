package import Diagnostics
import MatrixCalculus

/// Reads the statements of a `derive` block.
package struct StatementReader {
  /// The longest block that is read, in bytes.
  package static let maximalLength = 1_000_000

  /// The words that begin statements.
  package static let keywords = [
    "assume", "deltas", "derivative", "example", "gradient", "hessian", "jacobian", "layout",
    "network", "notation", "plot", "refuted", "steps", "structure", "use",
  ]

  let source: SourceText
  /// The statement's stretch of the block.
  let range: Range<Int>

  init(_ source: SourceText, _ range: Range<Int>) {
    self.source = source
    self.range = range
  }

  /// All statements of a block. One that cannot be read gives its own diagnostic, and reading goes on with
  /// the next line.
  package static func read(_ source: SourceText) -> [StatementLine] {
    guard source.text.utf8.count <= maximalLength else {
      let whole = 0..<source.text.utf8.count
      let trouble = Diagnostic(
        .tooLarge, "the block is longer than \(maximalLength / 1_000_000) MB",
        at: source.location(0..<0), hint: "split it")
      return [StatementLine(range: whole, content: .failure(trouble))]
    }
    return StatementLines(source.text).ranges.map { range in
      do throws(Diagnostic) {
        let statement = try StatementReader(source, range).statement()
        return StatementLine(range: range, content: .success(statement))
      } catch {
        return StatementLine(range: range, content: .failure(error))
      }
    }
  }

  /// A text that is one statement.
  package static func statement(_ source: SourceText) throws(Diagnostic) -> Statement {
    let range = 0..<source.text.utf8.count
    return try StatementReader(source, range).statement()
  }

  func statement() throws(Diagnostic) -> Statement {
    let (word, rest) = firstWord(in: range)
    if word == "refuted", isKeyword(followedBy: rest) { return try refutation(rest) }
    return Statement(kind: try kind(word, rest), refutation: nil, range: range)
  }

  private func kind(_ word: String, _ rest: Range<Int>) throws(Diagnostic) -> Statement.Kind {
    guard isKeyword(followedBy: rest) else { return try unnamed() }
    switch word {
    case "assume": return try assumption(rest)
    case "notation": return try notation(rest)
    case "network": return .network(try formula(rest, after: word))
    case "deltas": return .deltas(try formula(rest, after: word))
    case "gradient": return .derivative(try request(.gradient, rest))
    case "jacobian": return .derivative(try request(.jacobian, rest))
    case "hessian": return .derivative(try request(.hessian, rest))
    case "derivative": return .derivative(try request(.differential, rest))
    case "steps": return .steps(try steps(rest))
    case "layout": return .layout(try self.word(rest, of: "layout", Statement.Layout.allCases))
    case "structure":
      return .structure(try self.word(rest, of: "structure", Statement.Structure.allCases))
    case "example": return try example(rest)
    case "plot": return try plot(rest)
    case "use": return try use(rest)
    default: return try unnamed()
    }
  }

  /// Whether a word that is a keyword is meant as one: not as a name that is declared or defined.
  private func isKeyword(followedBy rest: Range<Int>) -> Bool {
    let text = source.slice(rest)
    return !text.hasPrefix(":") && (!text.hasPrefix("=") || text.hasPrefix("=="))
  }

  /// A statement without a keyword: a declaration, a definition or an identity.
  private func unnamed() throws(Diagnostic) -> Statement.Kind {
    if let colon = firstColon() { return try declaration(colon) }
    let tokens = try Lexer.tokens(source, in: range)
    if let sign = StatementReader.top(tokens, where: { $0.kind == .symbol("==") }) {
      let left = range.lowerBound..<sign.range.lowerBound
      let right = sign.range.upperBound..<range.upperBound
      return .identity(
        try formula(left, after: nil), try formula(right, after: "=="))
    }
    if let sign = StatementReader.top(tokens, where: { $0.kind == .symbol("=") }) {
      return try definition(tokens.filter { $0.range.upperBound <= sign.range.lowerBound }, sign)
    }
    throw nothingStated()
  }

  // MARK: Parts

  /// A word that stands in no bracket.
  static func top(_ tokens: [Token], where matches: (Token) -> Bool) -> Token? {
    var depth = 0
    for token in tokens {
      if case .open = token.kind { depth += 1 }
      if case .close = token.kind { depth -= 1 }
      if depth == 0, matches(token) { return token }
    }
    return nil
  }

  /// A formula that must be there.
  func formula(_ part: Range<Int>, after sign: String?) throws(Diagnostic) -> Syntax {
    guard !trimmed(part).isEmpty else {
      throw Diagnostic(
        .syntax,
        sign.map { "a formula is missing after \($0)" } ?? "a formula is missing before ==",
        at: source.location(part.upperBound..<part.upperBound), hint: "write one there")
    }
    return try TextReader.read(source, in: part)
  }

  /// The letters at the start of a stretch, and what follows them and blanks.
  func firstWord(in part: Range<Int>) -> (String, rest: Range<Int>) {
    let part = trimmed(part)
    let letters = source.slice(part).utf8.prefix { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
    let after = part.lowerBound + letters.count
    let next = source.slice(after..<part.upperBound).utf8.first
    // `gradients` and `use2` are names.
    let isWord = next.map { !StatementReader.continuesName($0) } ?? true
    let word = isWord ? String(decoding: Array(letters), as: UTF8.self) : ""
    return (word, trimmed(after..<part.upperBound))
  }

  private static func continuesName(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_")
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// A stretch without blanks at its ends.
  func trimmed(_ part: Range<Int>) -> Range<Int> {
    let bytes = Array(source.slice(part).utf8)
    guard let first = bytes.firstIndex(where: { !StatementLines.Scan.isBlank($0) }),
      let last = bytes.lastIndex(where: { !StatementLines.Scan.isBlank($0) })
    else { return part.upperBound..<part.upperBound }
    return part.lowerBound + first..<part.lowerBound + last + 1
  }

  /// The name that a shape or a property follows without a colon: `x scalar`, `A (m, n)`.
  private func declaredName() -> String? {
    let words = source.slice(range).split(separator: " ", omittingEmptySubsequences: true)
    guard words.count > 1, words[0].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }),
      words[1].hasPrefix("(") || words[1] == "scalar"
    else { return nil }
    return String(words[0])
  }

  private func nothingStated() -> Diagnostic {
    let (word, rest) = firstWord(in: range)
    if !rest.isEmpty, let keyword = nearest(word, in: Self.keywords), word.count > 2 {
      return Diagnostic(
        .syntax, "unknown statement \(word)",
        at: source.location(range.lowerBound..<range.lowerBound + word.utf8.count),
        hint: "did you mean `\(keyword)`?")
    }
    if let name = declaredName() {
      return Diagnostic(
        .syntax, "the line states nothing", at: source.location(range),
        hint:
          "a declaration is written with a colon: \(name) : scalar, \(name) : (n), \(name) : (m, n)"
      )
    }
    return Diagnostic(
      .syntax, "the line states nothing", at: source.location(range),
      hint: "a definition is written F = …, an identity a == b, a request gradient F wrt W")
  }
}
