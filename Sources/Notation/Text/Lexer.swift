import Diagnostics
import MatrixCalculus

/// Cuts text notation into words. Comments, from `#` to the end of the line, and a `\` at the end of a
/// line count as blanks.
struct Lexer {
  private let source: SourceText
  private let scalars: [Unicode.Scalar]
  /// The UTF-8 offset at which each scalar starts, and the end.
  private let offsets: [Int]
  private var next = 0
  private var isSpaced = false
  private var isOnNewLine = false

  /// The words of a stretch of the text.
  ///
  /// - Throws: `syntax` at the first sign that is not part of the notation.
  static func tokens(
    _ source: SourceText, in range: Range<Int>
  ) throws(Diagnostic) -> [Token] {
    var lexer = Lexer(source, range)
    var tokens: [Token] = []
    while let token = try lexer.token() { tokens.append(token) }
    return tokens
  }

  private init(_ source: SourceText, _ range: Range<Int>) {
    self.source = source
    scalars = Array(source.slice(range).unicodeScalars)
    var offset = max(0, min(range.lowerBound, source.text.utf8.count))
    offsets =
      scalars.map { scalar in
        defer { offset += UTF8.width(scalar) }
        return offset
      } + [offset]
  }

  private mutating func token() throws(Diagnostic) -> Token? {
    isSpaced = false
    isOnNewLine = false
    skipBlanks()
    guard next < scalars.count else { return nil }
    let start = next
    let kind = try kind()
    return Token(
      kind: kind, range: offsets[start]..<offsets[next], isSpaced: isSpaced,
      isOnNewLine: isOnNewLine)
  }

  private mutating func kind() throws(Diagnostic) -> Token.Kind {
    let scalar = scalars[next]
    if Alphabet.isDigit(scalar) || scalar == "." && peek(1).map(Alphabet.isDigit) == true {
      return .number(try number())
    }
    if isSummation(scalar) { return take(1, .summation) }
    if Alphabet.isLetter(scalar) { return .name(name()) }
    if let kind = scalar.isASCII ? ascii(scalar) : beyondASCII(scalar) { return kind }
    throw Diagnostic(
      .syntax, "\"\(scalar)\" is not part of the notation", at: source.location(place(1)),
      hint: hint(for: scalar))
  }

  // MARK: Blanks

  private mutating func skipBlanks() {
    while next < scalars.count {
      switch scalars[next] {
      case " ", "\t", "\r", "\u{A0}": next += 1
      case "\n":
        isOnNewLine = true
        next += 1
      case "#": while next < scalars.count, scalars[next] != "\n" { next += 1 }
      case "\\" where isContinuation(): skipLineEnd()
      default: return
      }
      isSpaced = true
    }
  }

  /// Whether only blanks follow up to the end of the line.
  private func isContinuation() -> Bool {
    var index = next + 1
    while index < scalars.count, [" ", "\t", "\r"].contains(scalars[index]) { index += 1 }
    return index < scalars.count && scalars[index] == "\n"
  }

  private mutating func skipLineEnd() {
    while scalars[next] != "\n" { next += 1 }
    next += 1
  }

  // MARK: Words

  /// Digits with a decimal fraction and a power of ten, exactly.
  private mutating func number() throws(Diagnostic) -> Rational {
    let start = next
    var value: Rational? = .zero
    value = digits(onto: value)
    if next < scalars.count, scalars[next] == ".", peek(1).map(Alphabet.isDigit) == true {
      next += 1
      let places = next
      value = digits(onto: value)
      value = Lexer.tenth(value, power: next - places)
    }
    if let exponent = exponent() {
      value =
        exponent < 0
        ? Lexer.tenth(value, power: -exponent)
        : Rational(10).power(exponent).flatMap { value?.multiplied(by: $0) }
    }
    guard let value else {
      let text = source.slice(offsets[start]..<offsets[next])
      let shown = text.count <= 40 ? text : "\(text.prefix(20))…"
      throw Diagnostic(
        .tooLarge, "\(shown) has too many digits",
        at: source.location(offsets[start]..<offsets[next]),
        hint: "numbers are kept exactly, with at most 18 digits")
    }
    return value
  }

  private mutating func digits(onto value: Rational?) -> Rational? {
    var value = value
    while next < scalars.count, Alphabet.isDigit(scalars[next]) {
      let digit = Int(scalars[next].value) - 48
      value = value?.multiplied(by: Rational(10))?.adding(Rational(digit))
      next += 1
    }
    return value
  }

  private static func tenth(_ value: Rational?, power: Int) -> Rational? {
    Rational(10).power(power)?.reciprocal.flatMap { value?.multiplied(by: $0) }
  }

  /// `e-6`; nil where no digits follow, as in `2e`.
  private mutating func exponent() -> Int? {
    guard next < scalars.count, scalars[next] == "e" || scalars[next] == "E" else { return nil }
    let isSigned = peek(1) == "-" || peek(1) == "+"
    let isNegative = peek(1) == "-"
    guard let first = peek(isSigned ? 2 : 1), Alphabet.isDigit(first) else { return nil }
    next += isSigned ? 2 : 1
    var exponent = 0
    while next < scalars.count, Alphabet.isDigit(scalars[next]) {
      exponent = min(10_000, exponent * 10 + Int(scalars[next].value) - 48)
      next += 1
    }
    return isNegative ? -exponent : exponent
  }

  private mutating func name() -> String {
    var name = String.UnicodeScalarView()
    while next < scalars.count {
      let scalar = scalars[next]
      if let greek = Alphabet.greek[scalar] {
        name.append(contentsOf: greek.unicodeScalars)
      } else if let digit = Alphabet.subscripts[scalar] {
        name.append(contentsOf: "\(digit)".unicodeScalars)
      } else if Alphabet.isLetter(scalar) || Alphabet.isDigit(scalar) || scalar == "_" {
        name.append(scalar)
      } else {
        break
      }
      next += 1
    }
    appendLayer(to: &name)
    return String(name)
  }

  /// `W⁽¹⁾` is the name `W1`.
  private mutating func appendLayer(to name: inout String.UnicodeScalarView) {
    guard next < scalars.count, scalars[next] == "⁽" else { return }
    let digits = scalars[(next + 1)...].prefix { Alphabet.superscripts[$0] != nil }
    guard !digits.isEmpty, digits.endIndex < scalars.count, scalars[digits.endIndex] == "⁾" else {
      return
    }
    for digit in digits.compactMap({ Alphabet.superscripts[$0] }) {
      name.append(contentsOf: "\(digit)".unicodeScalars)
    }
    next = digits.endIndex + 1
  }

  /// Whether a Σ stands before what is summed, and is not itself the name Sigma.
  private func isSummation(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "∑" { return true }
    guard scalar == "Σ" else { return false }
    var index = next + 1
    while index < scalars.count, scalars[index] == " " { index += 1 }
    guard index < scalars.count else { return false }
    let after = scalars[index]
    let isName = index == next + 1 && Alphabet.isDigit(after) || Alphabet.subscripts[after] != nil
    return !isName
      && (Alphabet.isLetter(after) || Alphabet.isDigit(after)
        || "([‖|√∑".unicodeScalars.contains(after))
  }

  // MARK: Signs

  private mutating func ascii(_ scalar: Unicode.Scalar) -> Token.Kind? {
    switch scalar {
    case "+", "-", "*", "/", "^": return take(1, .infix(String(scalar)))
    case ".": return dotted()
    case "'": return take(1, .transpose)
    case "(", "[", "{": return take(1, .open(Character(scalar)))
    case ")", "]", "}": return take(1, .close(Character(scalar)))
    case ",": return take(1, .comma)
    case ";": return take(1, .semicolon)
    case "|": return peek(1) == "|" ? take(2, .norm) : take(1, .bar)
    case "=", "<", ">":
      return peek(1) == "=" ? take(2, .symbol("\(scalar)=")) : take(1, .symbol(String(scalar)))
    case "!" where peek(1) == "=": return take(2, .symbol("!="))
    case ":", "\\": return take(1, .symbol(String(scalar)))
    case "_": return underscored()
    default: return nil
    }
  }

  private mutating func dotted() -> Token.Kind? {
    switch peek(1) {
    case "*": take(2, .infix(".*"))
    case "/": take(2, .infix("./"))
    case "^": take(2, .infix(".^"))
    case "'": take(2, .transpose)
    case ".": take(2, .symbol(".."))
    default: nil
    }
  }

  /// `_2` and `_F` after a norm.
  private mutating func underscored() -> Token.Kind? {
    guard let letter = peek(1), ["1", "2", "F"].contains(letter) else { return nil }
    return take(2, .subscripted(String(letter)))
  }

  private mutating func beyondASCII(_ scalar: Unicode.Scalar) -> Token.Kind? {
    if let infix = Alphabet.infix[scalar] { return take(1, .infix(infix)) }
    if Alphabet.transposes.contains(scalar) { return take(1, .transpose) }
    if let digit = Alphabet.subscripts[scalar] { return take(1, .subscripted("\(digit)")) }
    switch scalar {
    case "√": return take(1, .root)
    case "‖", "∥": return take(1, .norm)
    case "≠": return take(1, .symbol("!="))
    case "≤": return take(1, .symbol("<="))
    case "≥": return take(1, .symbol(">="))
    default: return superscript()
    }
  }

  private mutating func superscript() -> Token.Kind? {
    let start = next
    let isNegative = scalars[next] == "⁻"
    if isNegative { next += 1 }
    var value = 0
    let digits = next
    while next < scalars.count, let digit = Alphabet.superscripts[scalars[next]] {
      value = min(1_000_000, value * 10 + digit)
      next += 1
    }
    if next > digits { return .superscript(isNegative ? -value : value) }
    next = start
    return nil
  }

  private mutating func take(_ count: Int, _ kind: Token.Kind) -> Token.Kind {
    next += count
    return kind
  }

  private func peek(_ distance: Int) -> Unicode.Scalar? {
    next + distance < scalars.count ? scalars[next + distance] : nil
  }

  private func place(_ count: Int) -> Range<Int> { offsets[next]..<offsets[next + count] }

  private func hint(for scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "$": "text notation stands without $"
    case "\"", "“", "”": "only a reason after because, and a page after use, are quoted"
    default: "remove it"
    }
  }
}
