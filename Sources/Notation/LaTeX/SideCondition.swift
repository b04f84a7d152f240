/// What stands behind an equation and says where it holds: `x \in \mathbb{R}^n`, `t > 0`, `i = 1, \dots, n`.
///
/// It is no part of the equation. Where it leaves out more than single points, the equation is said to hold
/// under it, so that a counterexample elsewhere is none.
enum SideCondition {
  /// The environment that a condition is kept in until its equation is read.
  static let mark = "side condition"
  /// The same where it restricts no more than single points.
  static let domain = "domain"

  /// A row with each condition behind an equation in an environment of its own.
  static func marked(_ row: [TeXAtom]) -> [TeXAtom] {
    var result: [TeXAtom] = []
    var position = 0
    var level = 0
    while position < row.count {
      level = max(0, level + EquationParts.step(row[position]))
      guard level == 0, isSeparator(row[position]), EquationParts.hasRelation(result),
        let found = clause(behind: position, in: row)
      else {
        result.append(row[position])
        position += 1
        continue
      }
      let range = found.atoms.range(or: row[position].range)
      let name = restricts(found.atoms) ? mark : domain
      result.append(TeXAtom(.environment(name, found.atoms), range: range))
      position = found.end
    }
    return result
  }

  /// The condition that follows the separators at a place, and where it ends; nil where none does.
  private static func clause(
    behind start: Int, in row: [TeXAtom]
  ) -> (atoms: [TeXAtom], end: Int)? {
    var position = start
    while position < row.count, isSeparator(row[position]) { position += 1 }
    var level = 0
    let first = position
    while position < row.count {
      level = max(0, level + EquationParts.step(row[position]))
      if level == 0, isEnd(row[position]) { break }
      position += 1
    }
    let atoms = unbracketed(EquationParts.trimmed(Array(row[first..<position])))
    return isCondition(atoms) ? (atoms, position) : nil
  }

  /// Whether a list is an order, a membership or a list of places, and no equation.
  private static func isCondition(_ atoms: [TeXAtom]) -> Bool {
    guard atoms.count > 2 || atoms.first?.isCommand("forall") == true else { return false }
    if isEnumeration(atoms) { return true }
    return !EquationParts.hasRelation(atoms) && relations(atoms).isEmpty == false
  }

  /// `i = 1, \dots, n`.
  private static func isEnumeration(_ atoms: [TeXAtom]) -> Bool {
    guard atoms.count > 4, LaTeXParser.letter(atoms[0]) != nil, atoms[1].isSymbol("=") else {
      return false
    }
    return atoms.contains { $0.isCommand("dots") || $0.isCommand("ldots") || $0.isCommand("cdots") }
  }

  private static func relations(_ atoms: [TeXAtom]) -> [(place: Int, atom: TeXAtom)] {
    var level = 0
    return atoms.enumerated().compactMap { place, atom in
      level = max(0, level + EquationParts.step(atom))
      return level == 0 && EquationParts.otherRelation(atom) != nil ? (place, atom) : nil
    }
  }

  /// Whether it is more than that something is a number, a matrix of numbers, a place, or no single point.
  private static func restricts(_ atoms: [TeXAtom]) -> Bool {
    if isEnumeration(atoms) { return false }
    return relations(atoms).contains { place, atom in
      if atom.isCommand("neq") || atom.isCommand("ne") || atom.isCommand("forall") { return false }
      guard atom.isCommand("in"), place + 1 < atoms.count else { return true }
      let set = atoms[place + 1]
      if case .delimiter(.curly, _) = set.nucleus { return false }
      return set.font != .blackboard || set.lower != nil || set.nucleus == .letter("S")
    }
  }

  private static func unbracketed(_ atoms: [TeXAtom]) -> [TeXAtom] {
    guard atoms.count > 2, atoms[0].nucleus == .delimiter(.round, .open),
      atoms[atoms.count - 1].nucleus == .delimiter(.round, .close)
    else { return atoms }
    return Array(atoms.dropFirst().dropLast())
  }

  private static func isSeparator(_ atom: TeXAtom) -> Bool {
    atom.nucleus == .wideSpace || atom.isSymbol(",") || atom.isSymbol(";")
  }

  private static func isEnd(_ atom: TeXAtom) -> Bool {
    switch atom.nucleus {
    case .wideSpace, .rowBreak, .remark, .environment: true
    case .command(let name): TeXCommands.implications.contains(name)
    default: false
    }
  }
}
