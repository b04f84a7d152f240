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
