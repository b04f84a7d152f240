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
        let meaning = try spelled(atom, upper: upper)
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

  /// The stated meaning of a symbol. In a sum over entries it would stand there without its indices.
  func spelled(_ atom: TeXAtom, upper: [TeXAtom]?) throws(Diagnostic) -> Syntax? {
    guard let meaning = names.symbol(atom, lower: atom.lower, upper: upper) else { return nil }
    if case .summed(let indices) = entries { throw unindexed(indices, atom) }
    return meaning
  }

  private func hasSuperscript(_ atom: TeXAtom) -> Bool { atom.upper != nil }

  /// A declared name or a function spelled with several plain letters, as in `reg` or `tr AB`.
  private func letterRun() -> (word: String, atom: TeXAtom, count: Int)? {
    var word = ""
    var best: (String, TeXAtom, Int)?
    var position = index
    while position < min(atoms.count, index + 12),
      case .letter(let letter) = atoms[position].nucleus
    {
      let atom = atoms[position]
      if position > index, !isJoined(atom, to: atoms[position - 1]) { break }
      word += letter
      position += 1
      if position > index + 1, isWord(word) {
        var whole = atom
        whole.core = atoms[index].core.lowerBound..<atom.core.upperBound
        whole.range = whole.core.lowerBound..<atom.range.upperBound
        best = (word, whole, position - index)
      }
      if atom.hasScripts { break }
    }
    return best
  }

  /// Whether two letters stand side by side, in the formula or in one macro.
  private func isJoined(_ letter: TeXAtom, to before: TeXAtom) -> Bool {
    letter.range.lowerBound == before.range.upperBound || letter.range == before.range
  }

  private func isWord(_ word: String) -> Bool {
    if names.meaning(word) != nil, TeXCommands.names[word] == nil { return true }
    return TeXCommands.functions[word] != nil
      && word.contains { names.meaning(String($0)) == nil }
  }

  /// `dX`, `e^X`, `I`, unless the page declares these letters.
  private mutating func special(_ atom: TeXAtom) throws(Diagnostic) -> Syntax? {
    guard case .letter(let letter) = atom.nucleus else { return nil }
    let isFree = names.meaning(letter) == nil
    switch letter {
    case "d" where isDifferential(atom):
      if let derivative = try slashed(atom) { return derivative }
      return try differential(atom)
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
    if resolution.kind == .transpose {
      let name = try node(.name(base), [], atom.core)
      let transposed = try node(.transpose, [name], atom.core)
      return try scripted(transposed, primes: atom.primes, upper: resolution.rest, atom.range)
    }
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
    if case .summed(let indices) = entries,
      let kind = try summed(base, script, indices, atom)
    {
      return Resolution(kind: kind, rest: atom.upper)
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
