internal import Diagnostics

/// Splits TeX mathematics into tokens.
///
/// Blanks, comments, spacing commands and the sizes of brackets (`\left`, `\big`) leave no token.
/// Total: every byte sequence has tokens. Linear in the length of the text.
struct TeXLexer {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int
  private var tokens: [TeXToken] = []
  private let macros: TeXMacros
  /// Whether every backslash is written twice, for an engine that takes one away.
  private let isDoubled: Bool
  /// Where bars stand that close `\left.`.
  private var evaluationBars: Set<Int> = []

  private init(_ source: SourceText, _ range: Range<Int>, _ macros: TeXMacros) {
    self.macros = macros
    bytes = Array(source.text.utf8)
    position = max(0, range.lowerBound)
    end = min(bytes.count, range.upperBound)
    isDoubled = Self.isDoubled(bytes[min(position, end)..<end])
  }

  /// The tokens of the bytes in `range`. Names of macros stay, whatever TeX means by them.
  static func tokens(
    of source: SourceText, in range: Range<Int>, macros: TeXMacros = TeXMacros()
  ) -> [TeXToken] {
    var lexer = TeXLexer(source, range, macros)
    while lexer.position < lexer.end { lexer.readToken() }
    return lexer.tokens
  }

  /// Whether some command stands behind two backslashes and none behind one: `\\\\frac`.
  private static func isDoubled(_ bytes: ArraySlice<UInt8>) -> Bool {
    var hasDoubled = false
    var place = bytes.startIndex
    while let slash = bytes[place...].firstIndex(of: UInt8(ascii: "\\")) {
      let letters = bytes[slash...].drop { $0 == UInt8(ascii: "\\") }
      let count = letters.startIndex - slash
      let name = letters.prefix(while: isLetter)
      place = max(letters.startIndex, slash + 1)
      guard name.count > 2, TeXCommands.isCommon(String(decoding: name, as: UTF8.self)) else {
        continue
      }
      if count % 2 == 1 { return false }
      hasDoubled = hasDoubled || count == 2
    }
    return hasDoubled
  }

  private func byte(at offset: Int) -> UInt8? { offset < end ? bytes[offset] : nil }

  private mutating func emit(_ kind: TeXToken.Kind, _ length: Int = 1) {
    let isJoined = tokens.last?.range.upperBound == position
    tokens.append(TeXToken(kind: kind, range: position..<position + length, isJoined: isJoined))
    position += length
  }

  private mutating func readToken() {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"),
      UInt8(ascii: "~"):
      position += 1
    case UInt8(ascii: "%"): skipComment()
    case UInt8(ascii: "\\"): readCommand()
    case UInt8(ascii: "{"): emit(.openBrace)
    case UInt8(ascii: "}"): emit(.closeBrace)
    case UInt8(ascii: "^"): emit(.superscript)
    case UInt8(ascii: "_"): emit(.subscript)
    case UInt8(ascii: "'"): emit(.prime)
    case UInt8(ascii: "&"): readAmpersand()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): emit(.digit(byte))
    case UInt8(ascii: "|"): emitBar(.either)
    default: readCharacter(byte)
    }
  }

  /// `&`, or a character as HTML spells it: `&amp;`, `&lt;`.
  private mutating func readAmpersand() {
    for (entity, kind) in TeXCommands.entities
    where bytes[position..<end].starts(with: entity.utf8) {
      guard let kind else {
        position += entity.utf8.count
        return
      }
      return emit(kind, entity.utf8.count)
    }
    emit(.align)
  }

  private mutating func skipComment() {
    while let byte = byte(at: position), byte != UInt8(ascii: "\n") { position += 1 }
  }

  private mutating func emitBar(_ side: TeXDelimiter.Side) {
    let isDouble = byte(at: position + 1) == UInt8(ascii: "|")
    emit(.delimiter(isDouble ? .doubleBar : .bar, side), isDouble ? 2 : 1)
  }

  private mutating func readCharacter(_ byte: UInt8) {
    if let (delimiter, side) = Self.brackets[byte] { return emit(.delimiter(delimiter, side)) }
    if bytes[position..<end].starts(with: "...".utf8) { return emit(.command("dots"), 3) }
    let length = min(Self.sequenceLength(byte), end - position)
    var text = String(decoding: bytes[position..<position + length], as: UTF8.self)
    if let (delimiter, side) = TeXCommands.unicodeDelimiters[text] {
      return emit(.delimiter(delimiter, side), length)
    }
    if let fraction = TeXCommands.fractions[text] { return emit(fraction, length) }
    if length > 1, let plain = TeXCommands.plain(text) {
      text = plain
      if let digit = plain.utf8.first, (48..<58).contains(digit) {
        return emit(.digit(digit), length)
      }
    }
    if let known = TeXCommands.unicode[text] { return emit(.command(known), length) }
    if let raised = TeXCommands.superscripts[text] {
      return emit(.superscript, holding: raised, length)
    }
    if let lowered = TeXCommands.subscripts[text] {
      return emit(.subscript, holding: lowered, length)
    }
    emit(text.first?.isLetter == true ? .letter(text) : .symbol(text), length)
  }

  /// `½` is `\frac12`.
  private mutating func emit(_ fraction: (UInt8, UInt8), _ length: Int) {
    let start = position
    emit(.command("frac"), length)
    for number in [fraction.0, fraction.1] {
      tokens.append(TeXToken(kind: .digit(48 + number), range: start..<position))
    }
  }

  /// `²` is `^2`, `₂` is `_2`.
  private mutating func emit(
    _ script: TeXToken.Kind, holding content: TeXToken.Kind, _ length: Int
  ) {
    let start = position
    emit(script, length)
    tokens.append(TeXToken(kind: content, range: start..<position))
  }

  private static let brackets: [UInt8: (TeXDelimiter, TeXDelimiter.Side)] = [
    UInt8(ascii: "("): (.round, .open), UInt8(ascii: ")"): (.round, .close),
    UInt8(ascii: "["): (.square, .open), UInt8(ascii: "]"): (.square, .close),
  ]

  /// How many bytes the UTF-8 sequence that starts with `byte` has.
  private static func sequenceLength(_ byte: UInt8) -> Int {
    switch byte {
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0...: 4
    default: 1
    }
  }
}

extension TeXLexer {
  private mutating func readCommand() {
    var stop = position + 1
    while let byte = byte(at: stop), Self.isLetter(byte) { stop += 1 }
    if stop == position + 1 { return readControlSymbol() }
    let name = String(decoding: bytes[position + 1..<stop], as: UTF8.self)
    if isDefining || macros[name] != nil { return emit(.command(name), stop - position) }
    if let side = TeXCommands.sizes[name] {
      position = stop
      return readSizedDelimiter(side)
    }
    if TeXCommands.ignored.contains(name) {
      position = stop
    } else if let (delimiter, side) = TeXCommands.delimiters[name] {
      emit(.delimiter(delimiter, side), stop - position)
    } else {
      emit(name == "cr" ? .rowBreak : .command(name), stop - position)
    }
  }

  /// Whether the next command is the name of a macro that is being defined.
  private var isDefining: Bool {
    let last = tokens.suffix(3).last { $0.kind != .openBrace && $0.kind != .symbol("*") }
    guard case .command(let name)? = last?.kind else { return false }
    return TeXMacros.isDefiner(name)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// `\\`, `\{`, `\,` and the like.
  private mutating func readControlSymbol() {
    switch byte(at: position + 1) {
    case UInt8(ascii: "\\"):
      if isDoubled, byte(at: position + 2) != UInt8(ascii: "\\") {
        position += 1
        return readCommand()
      }
      emit(.rowBreak, isDoubled ? min(4, end - position) : 2)
      skipRowSpace()
    case UInt8(ascii: "_"): emit(.subscript, 2)
    case UInt8(ascii: "{"): emit(.delimiter(.curly, .open), 2)
    case UInt8(ascii: "}"): emit(.delimiter(.curly, .close), 2)
    case UInt8(ascii: "|"): emit(.delimiter(.doubleBar, .either), 2)
    case let byte? where byte < 0x80 && !Self.spacing.contains(byte):
      emit(.command(String(decoding: [byte], as: UTF8.self)), 2)
    default: position += min(2, end - position)
    }
  }

  private static let spacing = Set(#",;:!> \#n"/"#.utf8)

  /// The `*` or `[1.6em]` that may follow `\\` at once.
  private mutating func skipRowSpace() {
    if byte(at: position) == UInt8(ascii: "*") { position += 1 }
    guard byte(at: position) == UInt8(ascii: "["), let first = byte(at: position + 1),
      (UInt8(ascii: "-")...UInt8(ascii: "9")).contains(first)
    else { return }
    let stop = bytes[position..<min(end, position + 16)].firstIndex(of: UInt8(ascii: "]"))
    if let stop { position = stop + 1 }
  }

  /// Where the bar with a subscript stands that ends what `\left.` opens; nil where something else does.
  private func evaluationBar(behind start: Int) -> Int? {
    var level = 1
    var place = start
    while place < end {
      defer { place += 1 }
      guard bytes[place] == UInt8(ascii: "\\") else { continue }
      let rest = bytes[(place + 1)..<end]
      if rest.starts(with: "left".utf8), !rest.dropFirst(4).starts(with: "arrow".utf8) {
        level += 1
      }
      guard rest.starts(with: "right".utf8), !rest.dropFirst(5).starts(with: "arrow".utf8) else {
        continue
      }
      level -= 1
      guard level == 0 else { continue }
      var bar = place + 6
      while byte(at: bar) == UInt8(ascii: " ") { bar += 1 }
      let isVert = bytes[min(bar, end)..<end].starts(with: #"\vert"#.utf8)
      guard isVert || byte(at: bar) == UInt8(ascii: "|") else { return nil }
      var behind = bar + (isVert ? 5 : 1)
      while byte(at: behind) == UInt8(ascii: " ") { behind += 1 }
      return byte(at: behind) == UInt8(ascii: "_") ? bar : nil
    }
    return nil
  }

  /// The delimiter after `\left`, `\right` or a size; `.` stands for none.
  private mutating func readSizedDelimiter(_ side: TeXDelimiter.Side) {
    while let next = byte(at: position), next == UInt8(ascii: " ") || next == UInt8(ascii: "\n") {
      position += 1
    }
    guard let next = byte(at: position) else { return }
    if next == UInt8(ascii: ".") {
      if side == .open, let bar = evaluationBar(behind: position + 1) {
        evaluationBars.insert(bar)
        return emit(.delimiter(.evaluation, .open))
      }
      if side != .either { position += 1 }
      return
    }
    if evaluationBars.contains(position) {
      return emit(
        .delimiter(.evaluation, .close), next == UInt8(ascii: "|") ? 1 : #"\vert"#.utf8.count)
    }
    let count = tokens.count
    readToken()
    guard side != .either, tokens.count > count,
      case .delimiter(let delimiter, .either) = tokens[count].kind
    else { return }
    tokens[count].kind = .delimiter(delimiter, side)
  }
}
