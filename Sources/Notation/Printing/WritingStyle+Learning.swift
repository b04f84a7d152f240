package import Diagnostics

extension WritingStyle {
  /// Counts how a formula is written.
  ///
  /// - Parameters:
  ///   - source: the TeX between the dollars. What cannot be taken apart teaches nothing.
  ///   - macros: those in force.
  /// - Complexity: linear in the length of the formula.
  package mutating func learn(from source: SourceText, macros: TeXMacros) {
    let all = 0..<source.text.utf8.count
    guard let atoms = try? TeXTree.atoms(of: source, in: all, macros: macros) else { return }
    self.macros = macros
    var scan = FormulaScan(source: source, macros: macros, style: self)
    scan.visit(atoms)
    for occurrence in TeXSymbols(of: source, macros: macros).occurrences {
      scan.name(occurrence.symbol)
    }
    self = scan.style
  }
}

/// One formula, looked through for what its author chose.
private struct FormulaScan {
  let source: SourceText
  let macros: TeXMacros
  var style: WritingStyle
  /// Whether the bars of a norm are open.
  private var isInNorm = false

  init(source: SourceText, macros: TeXMacros, style: WritingStyle) {
    self.source = source
    self.macros = macros
    self.style = style
  }

  mutating func name(_ symbol: TeXSymbols.Symbol) {
    guard let name = symbol.name else { return }
    style.add(symbol.tex, for: .name(name))
    // An arrow is no part of the name, unless the page declares it so.
    if symbol.base.hasSuffix("vec") {
      style.add(symbol.tex, for: .name(String(symbol.base.dropLast(3)) + symbol.script))
    }
  }

  mutating func visit(_ atoms: [TeXAtom]) {
    for (index, atom) in atoms.enumerated() {
      let next = index + 1 < atoms.count ? atoms[index + 1] : nil
      look(at: atom, next)
      if let next, isFactor(atom), isFactor(next), isMatrix(atom) || isMatrix(next) {
        style.add(" ", for: .product)
      }
      if let next, index > 0, let sign = productSign(atom),
        isMatrix(atoms[index - 1]) || isMatrix(next)
      {
        style.add(" \(sign) ", for: .product)
      }
      enter(atom)
    }
  }

  private mutating func enter(_ atom: TeXAtom) {
    switch atom.nucleus {
    case .group(let inner), .environment(_, let inner), .accent(_, let inner): visit(inner)
    case .fraction(let top, let bottom):
      visit(top)
      visit(bottom)
    case .root(_, let radicand): visit(radicand)
    default: break
    }
    if let upper = atom.upper, !upper.contains(where: { $0.isCommand("circ") }) { visit(upper) }
  }

  private mutating func look(at atom: TeXAtom, _ next: TeXAtom?) {
    takeTransposition(atom, next)
    switch atom.nucleus {
    case .command(let name) where TeXCommands.entrywise.contains(name) && name != "otimes":
      style.add(source.slice(atom.core), for: .hadamard)
    case .command(let name): takeFunction(TeXCommands.functions[name], atom)
    case .word(let name): takeFunction(TeXCommands.functions[name], atom)
    case .fraction(let top, let bottom): takeFraction(top + bottom, atom)
    case .number("1") where atom.font != .plain && !atom.hasScripts:
      style.add(source.slice(atom.range), for: .ones)
    case .delimiter(.doubleBar, let side): takeBars(atom, side)
    default: break
    }
  }

  private mutating func takeFunction(_ name: String?, _ atom: TeXAtom) {
    if let name, !atom.hasScripts { style.add(source.slice(atom.range), for: .function(name)) }
  }

  private mutating func takeFraction(_ parts: [TeXAtom], _ atom: TeXAtom) {
    let command = source.slice(atom.core).prefix { $0 == "\\" || $0.isLetter }
    guard [#"\frac"#, #"\tfrac"#, #"\dfrac"#].contains(command) else { return }
    let isNumber = parts.allSatisfy { if case .number = $0.nucleus { true } else { false } }
    style.add(String(command), for: isNumber ? .numberFraction : .fraction)
  }

  // MARK: Transposes

  /// `^T`, `^{\top}`, `'`; a macro with an argument by its name.
  private mutating func takeTransposition(_ atom: TeXAtom, _ next: TeXAtom?) {
    if atom.primes == 1, !isOpening(next) { style.add("'", for: .transposition) }
    guard let upper = atom.upper, upper.count == 1, isTransposing(upper[0]) else { return }
    let range = upper[0].range
    if let macro = macro(at: range) { return style.add(macro, for: .transposition) }
    let isBraced = source.slice(range.lowerBound - 1..<range.lowerBound) == "{"
    let spelled = source.slice(range)
    style.add(isBraced ? "^{\(spelled)}" : "^\(spelled)", for: .transposition)
  }

  private func isTransposing(_ atom: TeXAtom) -> Bool {
    switch atom.nucleus {
    case .command("top"), .command("intercal"), .letter("T"), .letter("t"), .letter("H"),
      .word("T"):
      !atom.hasScripts
    case .group(let inner): inner.count == 1 && isTransposing(inner[0])
    default: false
    }
  }

  /// The name of the macro with arguments that a stretch is.
  private func macro(at range: Range<Int>) -> String? {
    let text = source.slice(range)
    let name = text.prefix { $0 == "\\" || $0.isLetter }
    guard name.count > 1, text.dropFirst(name.count).first == "{",
      macros[String(name.dropFirst())]?.parameters == 1
    else { return nil }
    return String(name)
  }

  // MARK: Norms

  private mutating func takeBars(_ atom: TeXAtom, _ side: TeXDelimiter.Side) {
    let isOpening = side == .either ? !isInNorm : side == .open
    isInNorm = isOpening
    if let macro = macro(at: atom.core) {
      style.add(macro, for: .bars)
    } else if isOpening {
      let start = SizedBracket.start(of: atom.core.lowerBound, in: Array(source.text.utf8))
      let spelled = source.slice(start..<atom.core.upperBound).filter { !$0.isWhitespace }
      if WritingStyle.closing[spelled] != nil { style.add(spelled, for: .bars) }
    }
    guard !isOpening else { return }
    guard let lower = atom.lower else { return style.add("", for: .normIndex) }
    let text = LaTeXParser.plainText(lower)
    if let text, text == "2" || text == "F" { style.add(text, for: .normIndex) }
  }

  // MARK: Products

  private func productSign(_ atom: TeXAtom) -> String? {
    atom.isCommand("cdot") || atom.isCommand("times") ? source.slice(atom.core) : nil
  }

  private func isFactor(_ atom: TeXAtom) -> Bool {
    switch atom.nucleus {
    case .letter, .accent: true
    case .command(let name): TeXCommands.names[name] != nil
    default: false
    }
  }

  /// Whether a symbol looks like a matrix: a capital, a bold letter, something transposed.
  private func isMatrix(_ atom: TeXAtom) -> Bool {
    if atom.font == .bold { return true }
    if let upper = atom.upper, upper.count == 1, isTransposing(upper[0]) { return true }
    guard case .letter(let letter) = atom.nucleus else { return false }
    return letter.first?.isUppercase == true
  }

  private func isOpening(_ atom: TeXAtom?) -> Bool {
    if case .delimiter(_, .open) = atom?.nucleus { true } else { false }
  }
}
