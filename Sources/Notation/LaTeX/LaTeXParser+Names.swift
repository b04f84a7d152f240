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
    if let primed = try primedName(atom) { return primed }
    if let change = try change(atom) { return change }
    if let run = letterRun() { return try word(run.word, run.atom, count: run.count) }
    if let special = try special(atom) { return special }
    if let constant = try accentedNumber(atom) { return constant }
    if let entry = try entryOfRaised(atom) { return entry }
    let atom = withScriptOutside(atom)
    guard let base = statedName(atom) ?? baseName(atom) else {
      throw failure("\(text(atom.core)) is no name", atom.core)
    }
    return try reference(base, atom)
  }

  /// `w^2_{jk}`, an entry of what is spelled w^2, unless w_{jk} is a name; nil for any other symbol.
  private mutating func entryOfRaised(_ atom: TeXAtom) throws(Diagnostic) -> Syntax? {
    guard entries == .single, let upper = atom.upper, let lower = atom.lower,
      Self.places(lower, counters: counters) != nil,
      names.symbol(atom, lower: lower, upper: upper) == nil
    else { return nil }
    var name: String?
    if case .name(let spelled)? = names.symbol(atom, lower: nil, upper: upper)?.kind {
      name = spelled
    } else if let base = baseName(atom), names.meaning(base) == nil,
      names.meaning(base + (Self.plainText(lower) ?? "")) == nil,
      upper.count == 1, case .number(let digits) = upper[0].nucleus, isValue(base + digits)
    {
      name = base + digits
    }
    guard let name else { return nil }
    var bare = atom
    bare.upper = nil
    return try reference(name, bare)
  }

  /// `\hat{\nu_k}` as `\hat{\nu}_k`, where it is no name of the page.
  func withScriptOutside(_ atom: TeXAtom) -> TeXAtom {
    guard case .accent(let ending, let inner) = atom.nucleus, inner.count == 1,
      let script = inner[0].lower, atom.lower == nil,
      Self.places(script, counters: counters) != nil,
      baseName(atom).map({ names.meaning($0) == nil }) ?? false
    else { return atom }
    var outside = atom
    outside.nucleus = .accent(ending, [inner[0].bare])
    outside.lower = script
    return outside
  }

  /// `\Delta W`, where `\Delta` is no name of the page: one name.
  private mutating func change(_ atom: TeXAtom) throws(Diagnostic) -> Syntax? {
    guard atom.isCommand("Delta"), !atom.hasScripts, names.meaning("Delta") == nil,
      let next = following, let base = baseName(next),
      let resolution = try? resolve(base, next), case .name(let name) = resolution.kind
    else { return nil }
    index += 2
    let range = hull(atom.core, next.core)
    let whole = hull(atom.range, next.range)
    return try scripted(
      node(.name("Delta" + name), [], range), primes: next.primes, upper: resolution.rest, whole)
  }

  /// `P'` as a name of its own, where the page has one.
  private mutating func primedName(_ atom: TeXAtom) throws(Diagnostic) -> Syntax? {
    guard atom.primes > 0, let base = baseName(atom),
      let script = atom.lower.map(Self.plainText) ?? ""
    else { return nil }
    let name = base + script + String(repeating: "'", count: atom.primes)
    guard names.meaning(name) != nil else { return nil }
    index += 1
    return try scripted(node(.name(name), [], atom.core), primes: 0, upper: atom.upper, atom.range)
  }

  /// `\vec 1`, `\vec 0`: the matrix of ones, and of zeros, that fits.
  private mutating func accentedNumber(_ atom: TeXAtom) throws(Diagnostic) -> Syntax? {
    guard case .accent(_, let inner) = atom.nucleus, inner.count == 1,
      case .number(let digits) = inner[0].nucleus
    else { return nil }
    if digits == "1" { return try ones(atom) }
    guard digits == "0", atom.lower == nil else { return nil }
    index += 1
    return try scripted(node(.number(.zero), [], atom.core), atom)
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
        let meaning = spelled(atom, upper: upper)
      else { continue }
      if upper == nil, let text = layer?.text, case .name(let name) = meaning.kind,
        entries == .single, isItem(text, name)
      {
        return nil
      }
      index += 1
      if case .name(let name) = meaning.kind {
        return try applied(Resolution(kind: .name(name), rest: rest), name, atom)
      }
      return try scripted(
        meaning.placed(at: atom.core), primes: atom.primes, upper: rest, atom.range)
    }
    return nil
  }

  /// The stated meaning of a symbol.
  func spelled(_ atom: TeXAtom, upper: [TeXAtom]?) -> Syntax? {
    names.symbol(atom, lower: atom.lower, upper: upper)
  }

  /// The name whose stated spelling the symbol is without its scripts: of `\hat\beta_j` where `b` is
  /// declared `as \hat\beta`.
  private func statedName(_ atom: TeXAtom) -> String? {
    guard atom.lower != nil || atom.upper.flatMap(TeXLayer.init) != nil,
      case .name(let name)? = names.symbol(atom, lower: nil, upper: nil)?.kind
    else { return nil }
    return name
  }

  private func hasSuperscript(_ atom: TeXAtom) -> Bool { atom.upper != nil }

  /// A declared name or a function spelled with several plain letters, as in `reg` or `tr AB`.
  func letterRun() -> (word: String, atom: TeXAtom, count: Int)? {
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
    case "D" where isFree && (atom.font == .roman || atom.font == .plain) && !hasSuperscript(atom):
      return try jacobianOperator(atom)
    case "J" where isFree: return try jacobianMatrix(atom)
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

  /// `I`, `\mathbb{I}`: the identity; before a condition `\mathbb{I}` is its indicator.
  mutating func identity(_ atom: TeXAtom) throws(Diagnostic) -> Syntax {
    index += 1
    if atom.font == .blackboard, let condition = try conditionAhead(atom) { return condition }
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

  /// Marks of an optimum.
  private static let marks = ["star": "star", "ast": "star"]

  /// The letters and digits of a script with the signs between them, if it holds nothing else.
  static func plainText(_ atoms: [TeXAtom]) -> String? {
    var result = ""
    for atom in atoms.flattened(after: { _ in false }) {
      guard !atom.hasScripts else { return nil }
      switch atom.nucleus {
      case .letter(let text), .number(let text), .word(let text): result += text
      case .command(let name):
        guard let name = TeXCommands.names[name] ?? Self.marks[name] else { return nil }
        result += name
      case .symbol(","): continue
      case .symbol("*"): result += "star"
      case .symbol("+"), .symbol("-"):
        guard case .symbol(let sign) = atom.nucleus, !result.isEmpty else { return nil }
        result += sign
      default: return nil
      }
    }
    return result
  }
}

extension LaTeXParser {
  /// A name with its scripts; with arguments if it is a function and brackets follow.
  mutating func reference(_ base: String, _ atom: TeXAtom) throws(Diagnostic) -> Syntax {
    if let part = try positivePart(base, atom) { return part }
    if entries == .single, !isDeclared(base, atom) {
      if let entry = try entry(base, atom) { return entry }
      if let delta = try kronecker(base, atom) { return delta }
    }
    let resolution = try resolve(base, atom)
    index += 1
    guard case .name(let name) = resolution.kind else {
      let quantity = try node(resolution.kind, [], atom.core)
      let places =
        entries == .single ? atom.lower.flatMap({ Self.places($0, counters: counters) }) : nil
      let whole = try places.map { (places) throws(Diagnostic) in
        try node(.indexed(.entry(places, isItem: true)), [quantity], atom.range)
      }
      return try scripted(
        whole ?? quantity, primes: atom.primes, upper: resolution.rest, atom.range)
    }
    return try applied(resolution, name, atom)
  }

  /// Whether the symbol with its scripts is a name of the page. A letter with an index is not the name
  /// of a Greek letter that is spelled so: x with the index i is not \xi.
  private func isDeclared(_ base: String, _ atom: TeXAtom) -> Bool {
    guard let script = atom.lower.map(Self.plainText) ?? "",
      let name = declared(base, script, atom.upper.flatMap(TeXLayer.init)?.text)
    else { return false }
    guard !script.isEmpty, names.meaning(base) != nil else { return true }
    return TeXCommands.names[name] == nil && !counters.contains(script)
  }

  /// `\delta_{ij}`, where delta is no name of the page.
  private mutating func kronecker(_ base: String, _ atom: TeXAtom) throws(Diagnostic) -> Syntax? {
    guard base == "delta", entries == .single, names.meaning(base) == nil, atom.upper == nil,
      atom.primes == 0,
      let places = atom.lower.flatMap({ Self.places($0, counters: counters) }), places.count == 2
    else { return nil }
    index += 1
    return try node(.indexed(.kronecker(places[0], places[1])), [], atom.range)
  }

  /// Which of the scripts belong to the name: `W^{(1)T}` is the transpose of `W1`.
  func resolve(_ base: String, _ atom: TeXAtom) throws(Diagnostic) -> Resolution {
    let layer = atom.upper.flatMap(TeXLayer.init)
    let rest = layer.map(\.rest) ?? atom.upper
    let script = atom.lower.map(Self.plainText) ?? ""
    guard let script else {
      throw unsupported("\(text(atom.range)) is no name", atom.range)
    }
    if layer == nil, let name = raisedName(base, script, atom.upper, isNew: false) {
      return Resolution(kind: .name(name), rest: nil)
    }
    if let name = declared(base, script, layer?.text) {
      return Resolution(kind: .name(name), rest: rest)
    }
    if let meaning = names.meaning(base), meaning != .size, meaning != .function, layer == nil,
      !script.isEmpty
    {
      return try entry(base, script, atom)
    }
    if let index = layer?.index ?? bareIndex(base, atom.upper),
      let quantity = Self.quantities[base], isWhole(script)
    {
      return Resolution(kind: .layer(Syntax.Layer(quantity, index)), rest: layer?.rest)
    }
    if entries == .wholeMatrix, isIndex(script) { return Resolution(kind: .name(base), rest: rest) }
    if layer == nil, let name = raisedName(base, script, atom.upper, isNew: true) {
      return Resolution(kind: .name(name), rest: nil)
    }
    return Resolution(kind: .name(base + script + (layer?.text ?? "")), rest: rest)
  }

  /// The name of a symbol whose superscript is no power: an iterate `w^{k+1}`, an optimum `w^\star`.
  ///
  /// - Parameter isNew: whether a name that nothing declares is one too.
  private func raisedName(
    _ base: String, _ script: String, _ upper: [TeXAtom]?, isNew: Bool
  ) -> String? {
    guard let upper, !isTranspose(upper[0]), let text = Self.plainText(upper), !text.isEmpty
    else { return nil }
    let isNumber = text.allSatisfy(\.isNumber)
    let isKnown = names.meaning(base) != nil
    let isMark = text == "star"
    if !(isNumber && isKnown), let name = declared(base, script, text) { return name }
    if isMark { return base + script + text }
    // A number, or what the page knows, is an exponent.
    return isNew && !isKnown && !isNumber && names.meaning(text) == nil ? base + script + text : nil
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
        "\(text(atom.range)) is neither a name nor an entry of \(base)", atom.range,
        hint: "declare \(base + script) if it is a name of its own")
    }
    return Resolution(kind: .name(base), rest: atom.upper)
  }

  private func isWhole(_ script: String) -> Bool { script.isEmpty || isIndex(script) }

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

  static let quantities: [String: Syntax.Layer.Quantity] = [
    "delta": .delta, "z": .input, "a": .activation, "W": .weight,
  ]
}
