internal import Diagnostics

/// Single entries: `X_{ij}`, `x^{(i)}`, `(Ax)_i`.
extension LaTeXParser {
  /// The places a subscript names: `ij`, `i,j`, `12`, `i,:`, `(i,:)`, `i\cdot`. Nil where it names none.
  ///
  /// - Parameter counters: the letters that sums run over, which alone can be shifted: `i+1`.
  static func places(
    _ script: [TeXAtom], counters: Set<String> = []
  ) -> [Syntax.Place]? {
    var script = script.flattened { _ in false }
    if case .delimiter(_, .open) = script.first?.nucleus,
      case .delimiter(_, .close) = script.last?.nucleus
    {
      script = Array(script.dropFirst().dropLast())
    }
    var places: [Syntax.Place] = []
    var rest = script[...]
    while let atom = rest.popFirst() {
      if atom.isSymbol(",") { continue }
      if let place = shifted(atom, &rest, counters) {
        places.append(place)
        continue
      }
      guard let place = place(atom) else { return nil }
      places.append(place)
    }
    return (1...2).contains(places.count) ? places : nil
  }

  /// `i+1`, `i-1`: takes what follows the letter as well.
  private static func shifted(
    _ atom: TeXAtom, _ rest: inout ArraySlice<TeXAtom>, _ counters: Set<String>
  ) -> Syntax.Place? {
    guard let letter = letter(atom), counters.contains(letter), let sign = rest.first,
      sign.isSymbol("+") || sign.isSymbol("-"), let amount = rest.dropFirst().first,
      !amount.hasScripts, case .number(let digits) = amount.nucleus, let count = Int(digits)
    else { return nil }
    rest = rest.dropFirst(2)
    return .shifted(letter, by: sign.isSymbol("+") ? count : -count)
  }

  private static func place(_ atom: TeXAtom) -> Syntax.Place? {
    if let letter = letter(atom) { return .letter(letter) }
    guard !atom.hasScripts else { return nil }
    switch atom.nucleus {
    case .number(let digits): return Int(digits).map { .number($0) }
    case .symbol(":"), .symbol("*"), .command("cdot"), .command("bullet"), .command("ast"):
      return .all
    default: return nil
    }
  }

  /// The entry that the subscript of a closing bracket takes of a formula.
  mutating func entry(
    of formula: Syntax, _ closing: TeXAtom, _ range: Range<Int>
  ) throws(Diagnostic) -> Syntax {
    guard let lower = closing.lower else { return formula }
    if Self.isPositivePart(lower) {
      return try call("relu", [formula], hull(range, closing.range), mark: closing.range)
    }
    guard let places = Self.places(lower, counters: counters),
      places.contains(where: { $0 != .all })
    else {
      throw unsupported("\(text(hull(range, closing.range))) is no entry", range)
    }
    return try node(.indexed(.entry(places, isItem: false)), [formula], hull(range, closing.range))
  }

  /// A formula with the scripts of the bracket behind it: `(AB)^T_{ij}` is an entry of the transpose.
  mutating func closed(
    _ formula: Syntax, _ closing: TeXAtom, _ range: Range<Int>
  ) throws(Diagnostic) -> Syntax {
    guard closing.primes == 0, let upper = closing.upper, let first = upper.first,
      isTranspose(first), !first.hasScripts,
      closing.lower.flatMap({ Self.places($0, counters: counters) })?.count == 2
    else { return try scripted(entry(of: formula, closing, range), closing) }
    let transposed = try node(.transpose, [formula], hull(range, closing.range))
    var rest = closing
    rest.upper = upper.count > 1 ? Array(upper.dropFirst()) : nil
    return try scripted(entry(of: transposed, closing, range), rest)
  }

  /// Whether a subscript is the plus sign of a positive part: `(1 - t)_+`.
  static func isPositivePart(_ lower: [TeXAtom]) -> Bool {
    lower.count == 1 && lower[0].isSymbol("+") && !lower[0].hasScripts
  }

  /// `x_+`, the positive part of what has a value; nil for any other symbol.
  mutating func positivePart(_ base: String, _ atom: TeXAtom) throws(Diagnostic) -> Syntax? {
    guard let lower = atom.lower, Self.isPositivePart(lower), isValue(base), atom.primes == 0
    else { return nil }
    index += 1
    let value = try node(.name(base), [], atom.core)
    return try scripted(
      call("relu", [value], atom.core.lowerBound..<atom.range.upperBound, mark: atom.core), atom)
  }

  /// A symbol whose scripts name an entry or an item: `X_{ij}`, `x^{(i)}`, `x^{(i)}_j`; nil where they do
  /// not.
  ///
  /// - Parameter base: the symbol without its scripts, as a name.
  mutating func entry(_ base: String, _ atom: TeXAtom) throws(Diagnostic) -> Syntax? {
    let layer = atom.upper.flatMap(TeXLayer.init)
    let item = layer?.text.flatMap { isItem($0, base) ? $0 : nil }
    let places = atom.lower.flatMap { Self.places($0, counters: counters) }
    if let layer, item == nil {
      guard let text = layer.text, let places, isValue(base + text) else { return nil }
      index += 1
      let whole = try node(.name(base + text), [], atom.core)
      return try scripted(
        node(.indexed(.entry(places, isItem: false)), [whole], atom.range), primes: atom.primes,
        upper: layer.rest, atom.range)
    }
    if atom.lower != nil, places == nil { return nil }
    guard let whole = whole(base, places, item, atom) else { return nil }
    index += 1
    var result = try node(.name(whole.name), [], atom.core)
    var rest = item == nil ? atom.upper : layer?.rest
    if let item {
      let place = Int(item).map { Syntax.Place.number($0) } ?? .letter(item)
      result = try node(.indexed(.entry([place], isItem: true)), [result], atom.range)
    }
    if let places {
      if places.count == 2, !places.contains(.all), let first = rest?.first, isTranspose(first),
        rest?.count == 1
      {
        result = try node(.transpose, [result], atom.core)
        rest = nil
      }
      result = try node(
        .indexed(.entry(places, isItem: whole.isItem && places.count == 1)), [result], atom.range)
    }
    return try scripted(result, primes: atom.primes, upper: rest, atom.range)
  }

  /// The value that a symbol takes an entry of, and whether single ones of it are columns.
  private func whole(
    _ base: String, _ places: [Syntax.Place]?, _ item: String?, _ atom: TeXAtom
  ) -> (name: String, isItem: Bool)? {
    guard places != nil || item != nil else { return nil }
    let isLower = base.first?.isLowercase == true
    if isValue(base) { return (base, isLower) }
    let capital = base.prefix(1).uppercased() + base.dropFirst()
    guard isLower, isValue(capital), item != nil || places?.allSatisfy(isLikelyIndex) == true
    else { return nil }
    return (capital, true)
  }

  func isValue(_ name: String) -> Bool {
    switch names.meaning(name) {
    case .variable, .definition, .functional: true
    case .function, .size, nil: false
    }
  }

  /// Letters that number what a data set holds.
  private func isLikelyIndex(_ place: Syntax.Place) -> Bool {
    guard let letter = place.letter else { return false }
    return counters.contains(letter) || letter.count == 1 && letter.first?.isLowercase == true
  }

  /// Whether a superscript in brackets numbers an item rather than a layer.
  func isItem(_ text: String, _ base: String) -> Bool {
    if counters.contains(text) { return true }
    return ["i", "j", "m", "n"].contains(text) && names.meaning(base + text) == nil
      && Self.quantities[base] == nil
  }
}
