internal import Diagnostics

/// Puts TeX tokens together to atoms: arguments, groups, scripts, environments.
///
/// Linear in the number of tokens. Groups nest at most `depthLimit` deep, so that no formula
/// exhausts the stack.
struct TeXTree {
  /// How deep braces, brackets and functions may nest.
  static let depthLimit = 100
  /// The longest formula that is read, in bytes.
  static let sizeLimit = 100_000

  let source: SourceText
  let tokens: [TeXToken]
  var index = 0
  private var depth = 0

  private init(
    _ source: SourceText, _ range: Range<Int>, _ macros: TeXMacros
  ) throws(Diagnostic) {
    self.source = source
    tokens = try TeXExpander.expanded(source, in: range, macros)
  }

  /// The atoms of the bytes in `range`.
  ///
  /// - Parameter macros: what is expanded, besides the macros the text defines itself.
  /// - Throws: `tooLarge`, `tooDeep`, or `unreadable` at unbalanced braces, missing arguments and
  ///   environments that are not closed.
  static func atoms(
    of source: SourceText, in range: Range<Int>, macros: TeXMacros = TeXMacros()
  ) throws(Diagnostic) -> [TeXAtom] {
    guard range.count <= sizeLimit else {
      throw Diagnostic(
        .tooLarge, "the formula has \(range.count) bytes; \(sizeLimit) is the most",
        at: source.location(range))
    }
    var tree = try TeXTree(source, range, macros)
    let atoms = try tree.list(until: .end)
    return atoms
  }

  enum Stop { case end, brace, bracket, environment }

  var current: TeXToken? { index < tokens.count ? tokens[index] : nil }

  func failure(
    _ message: String, _ range: Range<Int>, hint: String? = nil, code: Code = .unreadable
  ) -> Diagnostic {
    Diagnostic(code, message, at: source.location(range), hint: hint)
  }

  private func tooDeep(_ place: Range<Int>) -> Diagnostic {
    failure(
      "the formula is nested too deeply", place,
      hint: "define an inner part by a name of its own", code: .tooDeep)
  }

  /// The atoms up to a closing brace, bracket, `\end` or the end; the closing token is consumed,
  /// except `\end`.
  mutating func list(
    until stop: Stop, opened: Range<Int> = 0..<0
  ) throws(Diagnostic) -> [TeXAtom] {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw tooDeep(opened)
    }
    var atoms: [TeXAtom] = []
    while let token = current {
      switch token.kind {
      case .closeBrace:
        guard stop == .brace else { throw failure("this } closes nothing", token.range) }
        index += 1
        return atoms
      case .delimiter(.square, .close) where stop == .bracket:
        index += 1
        return atoms
      case .command("end"):
        guard stop == .environment else {
          throw failure(#"this \end closes nothing"#, token.range)
        }
        return atoms
      case .command("over"), .command("atop"):
        index += 1
        let below = try list(until: stop, opened: opened)
        let range =
          atoms.range(or: token.range).lowerBound..<below.range(or: token.range).upperBound
        return [TeXAtom(.fraction(atoms, below), range: range)]
      default:
        if let atom = try atom() { atoms.append(atom) }
      }
    }
    guard stop == .end else {
      throw failure("what opens here is not closed", opened)
    }
    return atoms
  }
}

extension TeXTree {
  /// The next symbol with its scripts; nothing where a command leaves no trace.
  private mutating func atom() throws(Diagnostic) -> TeXAtom? {
    guard let token = current else { return nil }
    switch token.kind {
    case .superscript, .subscript, .prime:
      var empty = TeXAtom(.group([]), range: token.range.lowerBound..<token.range.lowerBound)
      try readScripts(&empty)
      return empty
    case .digit: return try scripted(number())
    default:
      guard let nucleus = try nucleus() else { return nil }
      return try scripted(nucleus)
    }
  }

  private mutating func scripted(_ atom: TeXAtom) throws(Diagnostic) -> TeXAtom {
    let only = Self.unwrapped(atom)
    // In `{A^+}^T` the second script stands over the whole group.
    let keepsGroup = only.upper != nil && atom.upper == nil && current?.kind == .superscript
    var atom = keepsGroup ? atom : only
    try readScripts(&atom)
    return atom
  }

  /// A group of one symbol is that symbol: `{W}_1`, `\mathbf{W}_1`.
  private static func unwrapped(_ atom: TeXAtom) -> TeXAtom {
    guard case .group(let inner) = atom.nucleus, inner.count == 1, !atom.hasScripts else {
      return atom
    }
    switch inner[0].nucleus {
    case .letter, .number, .command, .word, .accent:
      var only = inner[0]
      only.range = atom.range
      return only
    default: return atom
    }
  }

  mutating func readScripts(_ atom: inout TeXAtom) throws(Diagnostic) {
    while let token = current {
      switch token.kind {
      case .prime:
        index += 1
        atom.primes += 1
      case .superscript:
        index += 1
        let script = try argument(of: "^", at: token.range)
        let primes = script.prefix { $0.isCommand("prime") && !$0.hasScripts }.count
        atom.primes += primes
        if script.count > primes { atom.upper = (atom.upper ?? []) + script[primes...] }
      case .subscript:
        index += 1
        atom.lower = try (atom.lower ?? []) + argument(of: "_", at: token.range)
      default: return
      }
      atom.range = atom.range.lowerBound..<tokens[index - 1].range.upperBound
    }
  }

  /// Digits side by side, with a decimal point between them.
  private mutating func number() -> TeXAtom {
    let start = index
    var text = ""
    var hasPoint = false
    while let token = current {
      guard index == start || token.isJoined else { break }
      if case .digit(let digit) = token.kind {
        text.unicodeScalars.append(Unicode.Scalar(digit))
      } else if token.kind == .symbol("."), !hasPoint, isDigit(at: index + 1) {
        hasPoint = true
        text += "."
      } else {
        break
      }
      index += 1
    }
    return TeXAtom(.number(text), range: range(from: start))
  }

  private func isDigit(at position: Int) -> Bool {
    guard position < tokens.count, case .digit = tokens[position].kind else { return false }
    return tokens[position].isJoined
  }

  func range(from start: Int) -> Range<Int> {
    tokens[start].range.lowerBound..<tokens[index - 1].range.upperBound
  }

  /// A symbol without scripts.
  private mutating func nucleus() throws(Diagnostic) -> TeXAtom? {
    let start = index
    let token = tokens[start]
    index += 1
    switch token.kind {
    case .letter(let text): return TeXAtom(.letter(text), range: token.range)
    case .digit(let digit):
      return TeXAtom(.number(String(Unicode.Scalar(digit))), range: token.range)
    case .symbol(let text): return TeXAtom(.symbol(text), range: token.range)
    case .delimiter(let delimiter, let side):
      return TeXAtom(.delimiter(delimiter, side), range: token.range)
    case .align: return TeXAtom(.align, range: token.range)
    case .rowBreak: return TeXAtom(.rowBreak, range: token.range)
    case .openBrace:
      let inner = try list(until: .brace, opened: token.range)
      return TeXAtom(.group(inner), range: range(from: start))
    case .command(let name): return try command(name, from: start)
    case .closeBrace, .superscript, .subscript, .prime:
      throw failure("an argument is missing here", token.range)
    }
  }

  /// The argument of a command or a script: a group's atoms, or one symbol.
  mutating func argument(
    of command: String, at place: Range<Int>
  ) throws(Diagnostic) -> [TeXAtom] {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw tooDeep(place)
    }
    guard let token = current else { throw failure("\(command) has no argument", place) }
    if case .openBrace = token.kind {
      index += 1
      return try list(until: .brace, opened: token.range)
    }
    guard let atom = try nucleus() else { return [] }
    return [atom]
  }

  /// What stands in the braces of a textual argument, as it was typed.
  mutating func rawArgument(
    of command: String, at place: Range<Int>
  ) throws(Diagnostic) -> String {
    guard let open = current, case .openBrace = open.kind else {
      let atom = try argument(of: command, at: place)
      return text(atom.range(or: place))
    }
    let start = index
    var level = 0
    while let token = current {
      index += 1
      if token.kind == .openBrace { level += 1 }
      if token.kind == .closeBrace { level -= 1 }
      if level == 0 { return typed(tokens[start + 1..<index - 1], from: open, to: token) }
    }
    throw failure("what opens here is not closed", open.range)
  }

  /// What was typed between two braces: in the formula, or in the definition of a macro.
  private func typed(_ inner: ArraySlice<TeXToken>, from open: TeXToken, to close: TeXToken)
    -> String
  {
    let isAuthored = open.spelling == nil && close.spelling == nil
    if isAuthored, inner.allSatisfy({ $0.spelling == nil }) {
      return text(open.range.upperBound..<close.range.lowerBound)
    }
    return inner.reduce(into: "") { typed, token in
      if !typed.isEmpty, !token.isJoined { typed += " " }
      typed += token.spelling ?? text(token.range)
    }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: Array(source.text.utf8)[range], as: UTF8.self)
  }
}
