/// What is said behind an equation of the letters of its places: `\text{if } i \neq j`, `(i = j)`.
enum IndexCondition {
  /// The environment that a condition is kept in until its equation is read.
  static let mark = "condition"

  /// A row with every condition on letters that the row has below its symbols kept in an environment of its
  /// own; the words and spaces before it go.
  static func marked(_ row: [TeXAtom]) -> [TeXAtom] {
    let letters = Set(row.flatMap(lettersBelow))
    guard letters.count > 1 else { return row }
    var result: [TeXAtom] = []
    var position = 0
    while position < row.count {
      guard let found = condition(at: position, in: row, letters) else {
        result.append(row[position])
        position += 1
        continue
      }
      let range = found.atoms.range(or: row[position].range)
      result.append(TeXAtom(.environment(mark, found.atoms), range: range))
      position += found.width
    }
    return result
  }

  /// The condition that begins with the separators at a place, and how many atoms it takes.
  private static func condition(
    at start: Int, in row: [TeXAtom], _ letters: Set<String>
  ) -> (atoms: [TeXAtom], width: Int)? {
    var position = start
    while position < row.count, isSeparator(row[position]) { position += 1 }
    guard position > start, position < row.count else { return nil }
    var isBracketed = false
    if case .delimiter(.round, .open) = row[position].nucleus { isBracketed = true }
    if isBracketed { position += 1 }
    guard position + 2 < row.count else { return nil }
    let atoms = Array(row[position..<(position + 3)])
    guard isRelation(atoms[1]),
      [atoms[0], atoms[2]].allSatisfy({ LaTeXParser.letter($0).map(letters.contains) ?? false })
    else { return nil }
    position += 3
    if isBracketed {
      guard position < row.count, case .delimiter(.round, .close) = row[position].nucleus else {
        return nil
      }
      position += 1
    }
    guard position == row.count || isSeparator(row[position]) || isStop(row[position]) else {
      return nil
    }
    return (atoms, position - start)
  }

  private static func isRelation(_ atom: TeXAtom) -> Bool {
    atom.isSymbol("=") || atom.isCommand("neq") || atom.isCommand("ne")
  }

  /// Spaces, commas and the words that begin a condition.
  private static func isSeparator(_ atom: TeXAtom) -> Bool {
    switch atom.nucleus {
    case .wideSpace: true
    case .remark(let text), .word(let text):
      text.lowercased().split { !$0.isLetter }.allSatisfy {
        ["if", "for", "when", "where", "with", "all", "and"].contains($0)
      }
    default: atom.isSymbol(",") || atom.isSymbol(";")
    }
  }

  private static func isStop(_ atom: TeXAtom) -> Bool {
    atom.isSymbol(".") || atom.nucleus == .rowBreak || atom.nucleus == .align
  }

  /// The letters in the scripts of an atom and of all that it holds.
  private static func lettersBelow(_ atom: TeXAtom) -> [String] {
    let below = (atom.lower ?? []).flattened { _ in false }.compactMap(LaTeXParser.letter)
    let inner: [TeXAtom] =
      switch atom.nucleus {
      case .group(let list), .accent(_, let list), .environment(_, let list): list
      case .fraction(let top, let bottom): top + bottom
      case .root(let degree, let radicand): (degree ?? []) + radicand
      default: []
      }
    return below + inner.flatMap(lettersBelow)
  }
}
