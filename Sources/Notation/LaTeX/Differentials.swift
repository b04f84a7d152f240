/// The letters `d` in a statement of a page on which d is a size: which of them are signs of differentials.
struct Differentials {
  private let parser: LaTeXParser

  init(_ parser: LaTeXParser) {
    self.parser = parser
  }

  /// How many letters `d` without scripts stand in a list, fractions aside.
  static func letters(_ list: [TeXAtom]) -> Int {
    list.reduce(0) { count, atom in
      if case .group(let inner) = atom.nucleus { return count + letters(inner) }
      return count + (isLetter(atom) ? 1 : 0)
    }
  }

  /// Whether a `d` stands before something of the page that may change: `dX`, `d(AX)`, `d\log\det X`.
  func stand(in list: [TeXAtom]) -> Bool {
    let list = list.flattened { _ in false }
    return list.indices.contains { place in
      if case .group(let inner) = list[place].nucleus, stand(in: inner) { return true }
      guard Self.isLetter(list[place]), place + 1 < list.count else { return false }
      return isOperand(at: place + 1, in: list)
    }
  }

  /// Whether a side is the differential of one name alone.
  func isName(_ list: [TeXAtom]) -> Bool {
    let list = list.flattened { _ in false }
    return list.count == 2 && Self.isLetter(list[0]) && isValue(list[1])
  }

  private static func isLetter(_ atom: TeXAtom) -> Bool {
    atom.nucleus == .letter("d") && !atom.hasScripts
  }

  private func isOperand(at place: Int, in list: [TeXAtom]) -> Bool {
    if isValue(list[place]) { return true }
    guard parser.isOpening(list[place]) || parser.startsCall(list[place]) else { return false }
    return list[place...].contains(where: isValue)
  }

  private func isValue(_ atom: TeXAtom) -> Bool {
    guard let base = parser.baseName(atom) else { return false }
    let script = atom.lower.map(LaTeXParser.plainText) ?? ""
    return [base, base + (script ?? "")].contains { name in
      switch parser.names.meaning(name) {
      case .variable, .definition, .functional: true
      case .function, .size, nil: false
      }
    }
  }
}
