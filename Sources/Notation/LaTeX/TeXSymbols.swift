package import Diagnostics

/// The symbols of a formula as its author spells them, before any name is declared.
///
/// What a symbol is called in text notation follows the reader's own rules: `W^{(1)}` and `W_1` are `W1`,
/// `\hat{y}` is `yhat`. Fonts are left out of names, as the reader leaves them out.
package struct TeXSymbols: Hashable, Sendable {
  package struct Symbol: Hashable, Sendable {
    /// Its name in text notation; nil where its subscript is no plain text, as in `h_{t-1}`.
    package var name: String?
    /// The name without scripts.
    package var base: String
    /// Letters and digits of the subscript, with `m` for minus and `p` for plus.
    package var script: String
    /// How it is spelled, superscripts that are no part of it left out.
    package var tex: String
    package var isBold: Bool
    /// Whether its layer is a letter, as in `W^{(l)}`.
    package var isOfFreeLayer: Bool
    /// Whether `name` alone is spelled so where nobody says otherwise.
    package var isPlain: Bool
  }

  package struct Occurrence: Hashable, Sendable {
    package var symbol: Symbol
    /// UTF-8 offsets.
    package var range: Range<Int>
    /// Whether an opening bracket follows.
    package var isApplied: Bool
    /// Whether it stands alone, with its arguments, left of the first equality sign of a statement.
    package var isDefined: Bool
  }

  /// `W, V \in \mathbb{R}^{m \times n}`.
  package struct Membership: Hashable, Sendable {
    package var symbols: [Symbol]
    /// None for a scalar, one for a column, two for a matrix; each a name or a number.
    package var sizes: [String]
  }

  package private(set) var occurrences: [Occurrence] = []
  package private(set) var memberships: [Membership] = []
  /// The letters that sums run over.
  package private(set) var summed: Set<String> = []

  private let source: SourceText

  /// Scans a formula. One that cannot be taken apart has no symbols.
  ///
  /// - Complexity: linear in the length of the text.
  package init(of source: SourceText, macros: TeXMacros) {
    self.source = source
    let all = 0..<source.text.utf8.count
    guard let atoms = try? TeXTree.atoms(of: source, in: all, macros: macros) else { return }
    var rows = EquationRows(atoms)
    for statement in rows.statements() { read(statement) }
  }

  private mutating func read(_ statement: [TeXAtom]) {
    let start = occurrences.count
    visit(statement)
    takeMembership(statement)
    let parts = EquationParts(statement)
    guard let sign = parts.sides.first?.sign, let first = parts.left.first, first.primes == 0,
      isAlone(parts.left),
      occurrences[start...].contains(where: { $0.range.lowerBound >= sign.upperBound })
    else { return }
    for index in occurrences[start...].indices where occurrences[index].range == first.range {
      occurrences[index].isDefined = true
    }
  }

  /// A symbol with nothing behind it but brackets.
  private func isAlone(_ atoms: [TeXAtom]) -> Bool {
    guard let next = atoms.dropFirst().first else { return true }
    guard case .delimiter(_, .open) = next.nucleus else { return false }
    let closing = atoms.indices.dropFirst().first {
      EquationParts.depth(Array(atoms[1...$0]), from: 0) == 0
    }
    return closing == atoms.count - 1
  }

  private mutating func visit(_ atoms: [TeXAtom]) {
    for (index, atom) in atoms.enumerated() {
      let next = index + 1 < atoms.count ? atoms[index + 1] : nil
      visit(atom, next)
    }
  }

  private mutating func visit(_ atom: TeXAtom, _ next: TeXAtom?) {
    var upper = atom.upper ?? []
    if let base = Self.base(atom), let found = symbol(atom, base) {
      upper = found.rest
      var isApplied = false
      if case .delimiter(_, .open) = next?.nucleus { isApplied = upper.isEmpty }
      occurrences.append(
        Occurrence(
          symbol: found.symbol, range: atom.range, isApplied: isApplied, isDefined: false))
    } else {
      visit(atom.lower ?? [])
    }
    if case .command("sum") = atom.nucleus { takeIndices(atom.lower ?? []) }
    if case .command("prod") = atom.nucleus { takeIndices(atom.lower ?? []) }
    visit(upper.filter { !Self.isTransposition($0) })
    switch atom.nucleus {
    case .environment(IndexCondition.mark, _): break
    case .environment(SideCondition.mark, let inner), .environment(SideCondition.domain, let inner):
      takeMembership(inner)
    case .group(let inner), .environment(_, let inner): visit(inner)
    case .fraction(let top, let bottom):
      visit(top)
      visit(bottom)
    case .root(_, let radicand): visit(radicand)
    default: break
    }
  }

  private mutating func takeIndices(_ atoms: [TeXAtom]) {
    for atom in atoms.prefix(while: { !$0.isSymbol("=") && !$0.isCommand("in") }) {
      if case .letter(let letter) = atom.nucleus { summed.insert(letter) }
    }
  }

  // MARK: Symbols

  /// The symbol an atom is, and the superscript that is no part of it.
  private func symbol(_ atom: TeXAtom, _ base: String) -> (symbol: Symbol, rest: [TeXAtom])? {
    let layer = atom.upper.flatMap(TeXLayer.init)
    let rest = layer.map { $0.rest ?? [] } ?? atom.upper ?? []
    let lower = atom.lower.map(LaTeXParser.plainText) ?? ""
    let ending = layer.map { LaTeXParser.plainText($0.written.dropFirst().dropLast()) } ?? ""
    var isFree = false
    if case .symbol = layer?.index { isFree = true }
    let script = atom.lower.map(Self.letters) ?? ""
    let name = lower.flatMap { lower in ending.map { base + lower + $0 } }
      .flatMap { $0.allSatisfy { $0.isLetter || $0.isNumber } ? $0 : nil }
    let tex = spelling(atom, layer?.written)
    return (
      Symbol(
        name: name, base: base, script: script, tex: tex, isBold: atom.font == .bold,
        isOfFreeLayer: isFree,
        isPlain: atom.font == .plain && name.map { Self.isSame(TeXStyle().name($0), tex) } ?? false),
      rest
    )
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    let keys = [a, b].map { text in
      let source = SourceText(path: "", text: text)
      return (try? TeXTree.atoms(of: source, in: 0..<text.utf8.count)).map { TeXKey.of($0) }
    }
    return keys[0] == keys[1]
  }

  /// The author's text where that is the symbol alone, otherwise put together.
  private func spelling(_ atom: TeXAtom, _ layer: [TeXAtom]?) -> String {
    let isAll = atom.primes == 0 && (atom.upper == nil || layer?.count == atom.upper?.count)
    if isAll { return source.slice(atom.range) }
    var text = source.slice(min(atom.range.lowerBound, atom.core.lowerBound)..<atom.core.upperBound)
    let open = text.count { $0 == "{" } - text.count { $0 == "}" }
    text += String(repeating: "}", count: max(0, open))
    if let command = Self.fontCommands[atom.font], !text.hasPrefix("\\"), !text.hasPrefix("{") {
      text = "\\\(command){\(text)}"
    }
    if let lower = atom.lower { text += "_{\(source.slice(lower.range(or: 0..<0)))}" }
    if let layer { text += "^{\(source.slice(layer.range(or: 0..<0)))}" }
    return text
  }

  private static let fontCommands: [TeXAtom.Font: String] = [
    .bold: "mathbf", .roman: "mathrm", .sans: "mathsf", .script: "mathcal", .blackboard: "mathbb",
  ]

  /// The name of a symbol without scripts; nil for what is no symbol of its own.
  private static func base(_ atom: TeXAtom) -> String? {
    switch atom.nucleus {
    case .letter(let letter): atom.font == .blackboard ? nil : letter
    case .word(let word): TeXCommands.functions[word] == nil ? word : nil
    case .command(let name): TeXCommands.names[name]
    case .accent(let ending, let inner):
      inner.count == 1
        ? base(inner[0].bare).map { $0 + ending + letters(inner[0].lower ?? []) } : nil
    default: nil
    }
  }

  /// Letters and digits, with `m` for minus and `p` for plus.
  private static func letters(_ atoms: [TeXAtom]) -> String {
    atoms.reduce(into: "") { text, atom in
      switch atom.nucleus {
      case .symbol("-"): text += "m"
      case .symbol("+"): text += "p"
      case .group(let inner): text += letters(inner)
      default: text += LaTeXParser.plainText([atom.bare]) ?? ""
      }
    }
  }

  private static func isTransposition(_ atom: TeXAtom) -> Bool {
    switch atom.nucleus {
    case .letter("T"), .word("T"), .letter("t"), .letter("H"): true
    default: false
    }
  }

  // MARK: Memberships

  /// `x \in \mathbb{R}^n`.
  private mutating func takeMembership(_ statement: [TeXAtom]) {
    guard let sign = statement.firstIndex(where: { $0.isCommand("in") }),
      sign + 1 < statement.count,
      case .letter("R") = statement[sign + 1].nucleus, statement[sign + 1].font == .blackboard,
      let sizes = Self.sizes(statement[sign + 1].upper ?? [])
    else { return }
    var symbols: [Symbol] = []
    for atom in statement[..<sign] {
      if let base = Self.base(atom), let found = symbol(atom, base), found.rest.isEmpty {
        symbols.append(found.symbol)
      } else if !atom.isSymbol(",") {
        // Anything else in front, as a sum, is no list of names.
        if case .remark = atom.nucleus { continue }
        return
      }
    }
    if !symbols.isEmpty { memberships.append(Membership(symbols: symbols, sizes: sizes)) }
  }

  /// `m \times n`; nil where a size is neither a name nor a number.
  private static func sizes(_ atoms: [TeXAtom]) -> [String]? {
    let parts = atoms.flattened { _ in false }.split { $0.isCommand("times") }
    guard parts.count <= 2 else { return nil }
    var sizes: [String] = []
    for part in parts {
      guard part.count == 1, let atom = part.first, atom.upper == nil else { return nil }
      switch atom.nucleus {
      case .number(let digits) where Int(digits) != nil: sizes.append(digits)
      default:
        guard let base = base(atom) else { return nil }
        sizes.append(base + letters(atom.lower ?? []))
      }
    }
    return sizes
  }
}
