internal import Diagnostics
internal import MatrixCalculus

extension LaTeXParser {
  /// A symbol resolved to what it names, and the superscript that is not part of the name.
  struct Resolution {
    var kind: Syntax.Kind
    var rest: [TeXAtom]?
  }

  /// A letter or a symbol under an accent, with what belongs to it.
  mutating func named(_ atom: TeXAtom) throws(Diagnostic) -> Syntax {
    if let symbol = try symbol(atom) { return symbol }
    if let run = letterRun() { return try word(run.word, run.atom, count: run.count) }
    if let special = try special(atom) { return special }
    guard let base = baseName(atom) else {
      throw failure("\(text(atom.core)) is no name", atom.core)
    }
    return try reference(base, atom)
  }

  /// A symbol that a declaration or `notation` made to stand for something.
  private mutating func symbol(_ atom: TeXAtom) throws(Diagnostic) -> Syntax? {
    let layer = atom.upper.flatMap(TeXLayer.init)
    let attempts: [(upper: [TeXAtom]?, rest: [TeXAtom]?)] = [
      (atom.upper, nil), (layer?.written, layer?.rest), (nil, atom.upper),
    ]
    for (upper, rest) in attempts
    where upper != nil || rest != nil || !hasSuperscript(atom) {
      guard
        let meaning = names.symbol(atom, lower: atom.lower, upper: upper)
      else { continue }
      index += 1
      if case .name(let name) = meaning.kind {
        return try applied(Resolution(kind: .name(name), rest: rest), name, atom)
      }
      return try scripted(
        meaning.placed(at: atom.core), primes: atom.primes, upper: rest, atom.range)
    }
    return nil
  }

  private func hasSuperscript(_ atom: TeXAtom) -> Bool { atom.upper != nil }

  /// A declared name or a function spelled with several plain letters, as in `reg` or `tr AB`.
  private func letterRun() -> (word: String, atom: TeXAtom, count: Int)? {
    var letters: [String] = []
    var best: (String, TeXAtom, Int)?
    for atom in atoms[index...].prefix(12) {
      guard case .letter(let letter) = atom.nucleus,
        letters.isEmpty
          || atom.range.lowerBound == atoms[index + letters.count - 1].range.upperBound
      else { break }
      letters.append(letter)
      if letters.count > 1, isWord(letters) {
        var whole = atom
        whole.core = atoms[index].core.lowerBound..<atom.core.upperBound
        whole.range = whole.core.lowerBound..<atom.range.upperBound
        best = (letters.joined(), whole, letters.count)
      }
      if atom.hasScripts { break }
    }
    return best
  }

  private func isWord(_ letters: [String]) -> Bool {
    let word = letters.joined()
    if names.meaning(word) != nil, TeXCommands.names[word] == nil { return true }
    return TeXCommands.functions[word] != nil && letters.contains { names.meaning($0) == nil }
  }

  /// `dX`, `e^X`, `I`, unless the page declares these letters.
  private mutating func special(_ atom: TeXAtom) throws(Diagnostic) -> Syntax? {
    guard case .letter(let letter) = atom.nucleus else { return nil }
    let isFree = names.meaning(letter) == nil
    switch letter {
    case "d" where isDifferential(atom): return try differential(atom)
    case "e" where isFree: return try exponential(atom)
    case "I" where isFree && atom.upper.flatMap(TeXLayer.init) == nil:
      return try identity(atom)
    case "H" where isFree && atom.font == .roman && !atom.hasScripts:
      return try operatorLetter(.hessian, atom)
    case "D" where isFree && atom.font == .roman && !atom.hasScripts:
      return try operatorLetter(.jacobian, atom)
    default: return nil
    }
  }

  private mutating func exponential(_ atom: TeXAtom) throws(Diagnostic) -> Syntax? {
    guard let exponent = atom.upper, atom.lower == nil, atom.primes == 0,
      !(exponent.count == 1 && isTranspose(exponent[0]))
    else { return nil }
    index += 1
    return try call(
      "exponential", [formula(exponent, at: atom.range)], atom.range, mark: atom.core)
  }

  private mutating func identity(_ atom: TeXAtom) throws(Diagnostic) -> Syntax {
    if atom.font == .blackboard { return try ones(atom) }
    index += 1
    return try scripted(
      call("eye", sizes(atom), atom.core.lowerBound..<atom.core.upperBound, mark: atom.core), atom)
  }

  /// The name in text notation of a symbol without its scripts: `\hat{x}` is `xhat`.
  func baseName(_ atom: TeXAtom) -> String? {
    switch atom.nucleus {
    case .letter(let letter): letter
    case .word(let word): word
    case .command(let name): TeXCommands.names[name]
    case .accent(let ending, let inner): accented(ending, inner)
    default: nil
    }
  }

  private func accented(_ ending: String, _ inner: [TeXAtom]) -> String? {
    let inner = inner.flattened { _ in false }
    guard inner.count == 1, inner[0].upper == nil, inner[0].primes == 0,
      let base = baseName(inner[0])
    else { return nil }
    let script = inner[0].lower.map(Self.plainText) ?? ""
    guard let script else { return nil }
    let name = base + ending + script
    let isArrow = ending == "vec" && names.meaning(name) == nil
    return isArrow ? base + script : name
  }

  /// The letters and digits of a script, if it holds nothing else.
  static func plainText(_ atoms: [TeXAtom]) -> String? {
    var result = ""
    for atom in atoms.flattened(after: { _ in false }) {
      guard !atom.hasScripts else { return nil }
      switch atom.nucleus {
      case .letter(let text), .number(let text), .word(let text): result += text
      case .command(let name):
        guard let name = TeXCommands.names[name] else { return nil }
        result += name
      case .symbol(","): continue
      default: return nil
      }
    }
    return result
  }
}

extension LaTeXParser {
  /// A name with its scripts; with arguments if it is a function and brackets follow.
  mutating func reference(_ base: String, _ atom: TeXAtom) throws(Diagnostic) -> Syntax {
    let resolution = try resolve(base, atom)
    index += 1
    guard case .name(let name) = resolution.kind else {
      return try scripted(
        node(resolution.kind, [], atom.core), primes: atom.primes, upper: resolution.rest,
        atom.range)
    }
    return try applied(resolution, name, atom)
  }

  /// Which of the scripts belong to the name: `W^{(1)T}` is the transpose of `W1`.
  func resolve(_ base: String, _ atom: TeXAtom) throws(Diagnostic) -> Resolution {
    let layer = atom.upper.flatMap(TeXLayer.init)
    let rest = layer.map(\.rest) ?? atom.upper
    let script = atom.lower.map(Self.plainText) ?? ""
    guard let script else {
      throw unsupported("\(text(atom.range)) is no name", atom.range)
    }
    if let name = declared(base, script, layer?.text) {
      return Resolution(kind: .name(name), rest: rest)
    }
    if names.meaning(base) != nil, layer == nil, !script.isEmpty {
      return try entry(base, script, atom)
    }
    if let index = layer?.index ?? bareIndex(base, atom.upper),
      let quantity = Self.quantities[base], isWhole(script)
    {
      return Resolution(kind: .layer(Syntax.Layer(quantity, index)), rest: layer?.rest)
    }
    if entries == .wholeMatrix, isIndex(script) { return Resolution(kind: .name(base), rest: rest) }
    return Resolution(kind: .name(base + script + (layer?.text ?? "")), rest: rest)
  }

  /// The declared name that spells a symbol with its scripts.
  private func declared(_ base: String, _ script: String, _ layer: String?) -> String? {
    let parts = [base, script, layer ?? ""].filter { !$0.isEmpty }
    let spellings = [parts.joined(), parts.joined(separator: "_")]
    return spellings.first { names.meaning($0) != nil }
  }

  private func entry(
    _ base: String, _ script: String, _ atom: TeXAtom
  ) throws(Diagnostic) -> Resolution {
    guard entries == .wholeMatrix, isIndex(script) else {
      throw unsupported(
        "\(text(atom.range)) is an entry of \(base); formulas about single entries are not supported",
        atom.range, hint: "write the formula for the whole of \(base), or declare \(base + script)")
    }
    return Resolution(kind: .name(base), rest: atom.upper)
  }

  private func isWhole(_ script: String) -> Bool {
    script.isEmpty || (entries == .wholeMatrix && isIndex(script))
  }

  private func isIndex(_ script: String) -> Bool {
    (1...2).contains(script.count) && script.allSatisfy { "ijk".contains($0) }
  }

  /// The layer of `a^L`: a letter on top of a quantity of a network that is no name of the page.
  private func bareIndex(_ base: String, _ script: [TeXAtom]?) -> Syntax.Layer.Index? {
    guard let script, names.meaning(base) == nil, Self.quantities[base] != nil,
      case .letter = script[0].nucleus, !isTranspose(script[0])
    else { return nil }
    return TeXLayer.index(script)
  }

  private static let quantities: [String: Syntax.Layer.Quantity] = [
    "delta": .delta, "z": .input, "a": .activation, "W": .weight,
  ]
}

/// A superscript in brackets, `W^{(1)}` or `W^{[l]T}`: part of a name rather than a power.
struct TeXLayer {
  /// The superscript that belongs to the name, brackets included.
  var written: [TeXAtom]
  /// What follows the brackets.
  var rest: [TeXAtom]?
  private var content: [TeXAtom]

  init?(_ upper: [TeXAtom]) {
    let script = upper.flattened { _ in false }
    guard let first = script.first, case .delimiter(let opening, .open) = first.nucleus,
      opening == .round || opening == .square,
      let close = script.firstIndex(where: {
        if case .delimiter(opening, .close) = $0.nucleus { true } else { false }
      }), script[close].lower == nil, script[close].primes == 0
    else { return nil }
    content = Array(script[1..<close])
    guard !content.isEmpty else { return nil }
    written = script[..<close] + [script[close].bare]
    let after = (script[close].upper ?? []) + script[(close + 1)...]
    rest = after.isEmpty ? nil : after
  }

  /// The content as part of a name.
  var text: String? { LaTeXParser.plainText(content) }

  var index: Syntax.Layer.Index? { Self.index(content) }

  /// `3`, `l`, `l+1`, `L-2`.
  static func index(_ atoms: [TeXAtom]) -> Syntax.Layer.Index? {
    guard let first = atoms.first, !first.hasScripts else { return nil }
    if case .number(let digits) = first.nucleus {
      return atoms.count == 1 ? Int(digits).map { .number($0) } : nil
    }
    guard let name = LaTeXParser.plainText([first]) else { return nil }
    if atoms.count == 1 { return .symbol(name, offset: 0) }
    guard atoms.count == 3, case .number(let digits) = atoms[2].nucleus, !atoms[2].hasScripts,
      let offset = Int(digits)
    else { return nil }
    if atoms[1].isSymbol("+") { return .symbol(name, offset: offset) }
    return atoms[1].isSymbol("-") ? .symbol(name, offset: -offset) : nil
  }
}
