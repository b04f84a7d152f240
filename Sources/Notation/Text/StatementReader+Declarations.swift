import Diagnostics
import MatrixCalculus

extension StatementReader {
  /// The `:` after the names of a declaration, its UTF-8 offset.
  func firstColon() -> Int? {
    for (offset, byte) in source.slice(range).utf8.enumerated() {
      switch byte {
      case UInt8(ascii: ":"): return range.lowerBound + offset
      case UInt8(ascii: "="), UInt8(ascii: "("), UInt8(ascii: "["): return nil
      default: continue
      }
    }
    return nil
  }

  /// `A, B : (m, n) symmetric as \mathbf{A}`.
  func declaration(_ colon: Int) throws(Diagnostic) -> Statement.Kind {
    let names = try names(range.lowerBound..<colon, of: "a declaration")
    let (front, tex, back) = spelling(colon + 1..<range.upperBound)
    if let tex, names.count > 1 {
      throw Diagnostic(
        .syntax, "one TeX spelling for \(names.count) names", at: source.location(tex.range),
        hint: "declare each name on a line of its own")
    }
    let tokens = try Lexer.tokens(source, in: front)
    let (shape, used) = try shape(tokens, end: front.upperBound)
    var properties = PropertyReader(
      source: source, tokens: Array(tokens[used...]) + (try Lexer.tokens(source, in: back)))
    try properties.read()
    try properties.check(shape, at: names[0])
    return .declaration(
      Statement.Declaration(
        names: names, shape: shape, properties: properties.properties, range: properties.range,
        interval: properties.interval, tex: tex))
  }

  /// Names separated by commas or blanks.
  func names(_ part: Range<Int>, of what: String) throws(Diagnostic) -> [Statement.Name] {
    var names: [Statement.Name] = []
    for token in try Lexer.tokens(source, in: part) {
      switch token.kind {
      case .name(let name): names.append(Statement.Name(name, range: token.range))
      case .comma: continue
      default:
        throw Diagnostic(
          .syntax, "\"\(source.slice(token.range))\" in the names of \(what)",
          at: source.location(token.range), hint: "names are separated by commas")
      }
    }
    guard !names.isEmpty else {
      throw Diagnostic(
        .syntax, "\(what) without a name", at: source.location(part),
        hint: "write one, as in W : (k, n)")
    }
    return names
  }

  /// What stands before `as`, the TeX after it up to a comma outside brackets, and what follows.
  private func spelling(
    _ part: Range<Int>
  ) -> (front: Range<Int>, tex: Statement.Name?, back: Range<Int>) {
    let bytes = Array(source.slice(part).utf8)
    let nothing = part.upperBound..<part.upperBound
    guard let word = StatementReader.word("as", in: bytes) else { return (part, nil, nothing) }
    var end = word + 2
    var scan = StatementLines.Scan()
    while end < bytes.count, !(scan.depth == 0 && bytes[end] == UInt8(ascii: ",")) {
      scan.take(bytes[end])
      if scan.isInComment { break }
      end += 1
    }
    let tex = trimmed(part.lowerBound + word + 2..<part.lowerBound + end)
    return (
      part.lowerBound..<part.lowerBound + word,
      Statement.Name(source.slice(tex), range: tex),
      part.lowerBound + end..<part.upperBound
    )
  }

  /// The offset of a word with blanks around it, in no bracket and no comment.
  static func word(_ word: String, in bytes: [UInt8]) -> Int? {
    let letters = Array(word.utf8)
    var scan = StatementLines.Scan()
    var wasBlank = true
    for index in bytes.indices {
      let isStart =
        wasBlank && scan.depth == 0 && !scan.isInComment
        && bytes[index...].starts(with: letters)
      let end = index + letters.count
      if isStart, end == bytes.count || StatementLines.Scan.isBlank(bytes[end]) { return index }
      if bytes[index] == UInt8(ascii: "\n") { scan.startLine() } else { scan.take(bytes[index]) }
      wasBlank = StatementLines.Scan.isBlank(bytes[index])
    }
    return nil
  }

  /// `(k, n)`, `(k)`, `scalar`, and how many words it took.
  private func shape(_ tokens: [Token], end: Int) throws(Diagnostic) -> (Shape, used: Int) {
    if tokens.first?.kind == .name("scalar") { return (.scalar, 1) }
    if let first = tokens.first, first.kind == .open("("), closing(tokens) == nil {
      throw Diagnostic(
        .syntax, "\"(\" is not closed", at: source.location(first.range), hint: "add \")\"")
    }
    guard tokens.first?.kind == .open("("), let close = closing(tokens) else {
      let place = tokens.first.map(\.range) ?? end..<end
      throw Diagnostic(
        .syntax, "a shape is missing", at: source.location(place),
        hint: "write (m, n), (n) for a column, or scalar")
    }
    let inside = tokens[0].range.upperBound..<tokens[close].range.lowerBound
    let commas = StatementReader.commas(Array(tokens[1..<close]))
    let sizes = try pieces(inside, commas)
    guard sizes.count <= 2 else {
      throw Diagnostic(
        .syntax, "a shape of \(sizes.count) sizes", at: source.location(inside),
        hint: "write (m, n), (n) for a column, or scalar")
    }
    return (Shape(sizes[0], sizes.count == 2 ? sizes[1] : .one), close + 1)
  }

  private func closing(_ tokens: [Token]) -> Int? {
    var depth = 0
    for (index, token) in tokens.enumerated() {
      if case .open = token.kind { depth += 1 }
      if case .close = token.kind { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// The commas in no bracket.
  static func commas(_ tokens: [Token]) -> [Range<Int>] {
    var depth = 0
    return tokens.compactMap { token in
      if case .open = token.kind { depth += 1 }
      if case .close = token.kind { depth -= 1 }
      return depth == 0 && token.kind == .comma ? token.range : nil
    }
  }

  private func pieces(
    _ inside: Range<Int>, _ commas: [Range<Int>]
  ) throws(Diagnostic) -> [Dimension] {
    var sizes: [Dimension] = []
    for part in StatementReader.parts(inside, between: commas) {
      sizes.append(try size(part))
    }
    return sizes
  }

  /// The stretches between separators.
  static func parts(_ whole: Range<Int>, between separators: [Range<Int>]) -> [Range<Int>] {
    let starts = [whole.lowerBound] + separators.map(\.upperBound)
    let ends = separators.map(\.lowerBound) + [whole.upperBound]
    return zip(starts, ends).map { $0..<$1 }
  }

  /// A size, at least 1.
  func size(_ part: Range<Int>) throws(Diagnostic) -> Dimension {
    let size = try SizeReader(source: source).dimension(TextReader.read(source, in: part))
    if let count = size.count, count < 1 {
      throw Diagnostic(
        .syntax, "a size of \(count) is not possible", at: source.location(trimmed(part)),
        hint: "sizes begin at 1")
    }
    return size
  }
}
