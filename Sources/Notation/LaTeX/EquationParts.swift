/// A statement taken apart at its equality signs.
struct EquationParts {
  struct Side {
    var relation: Equation.Relation
    var sign: Range<Int>
    var atoms: [TeXAtom] = []
    /// How the letters of places have to stand for it to hold: `i \neq j`.
    var condition: [TeXAtom]?
  }

  private(set) var left: [TeXAtom] = []
  private(set) var sides: [Side] = []
  /// A condition on the values that it is said to hold under.
  private(set) var sideCondition: [TeXAtom]?
  /// A relation that is no equality.
  private(set) var refusal: (what: String, range: Range<Int>)?

  init(_ statement: [TeXAtom]) {
    var level = 0
    var position = 0
    while position < statement.count {
      let atom = statement[position]
      level = max(0, level + Self.step(atom))
      if level == 0, !sides.isEmpty,
        atom.isCommand("forall") || Self.isShape(at: position, in: statement)
      {
        break
      }
      if level == 0, let relation = Self.relation(at: position, in: statement) {
        let last = statement[position + relation.width - 1]
        let sign = atom.core.lowerBound..<last.core.upperBound
        sides.append(Side(relation: relation.kind, sign: sign))
        position += relation.width
        continue
      }
      if case .environment(IndexCondition.mark, let condition) = atom.nucleus {
        if !sides.isEmpty { sides[sides.count - 1].condition = condition }
        position += 1
        continue
      }
      if case .environment(let name, let condition) = atom.nucleus,
        name == SideCondition.mark || name == SideCondition.domain
      {
        if name == SideCondition.mark { sideCondition = condition }
        position += 1
        continue
      }
      if level == 0, refusal == nil, let what = Self.otherRelation(atom) {
        refusal = (what, atom.core)
      }
      add(atom)
      position += 1
    }
    left = Self.trimmed(left)
    for index in sides.indices { sides[index].atoms = Self.trimmed(sides[index].atoms) }
  }

  private mutating func add(_ atom: TeXAtom) {
    if sides.isEmpty { left.append(atom) } else { sides[sides.count - 1].atoms.append(atom) }
  }

  /// Whether the rest only says where a value lies: `\in \mathbb{R}^{m \times n}`.
  private static func isShape(at position: Int, in atoms: [TeXAtom]) -> Bool {
    guard atoms[position].isCommand("in"), position + 2 == atoms.count else { return false }
    let set = atoms[position + 1]
    return set.font == .blackboard && set.nucleus == .letter("R")
  }

  /// How much deeper inside of brackets the next atom stands.
  static func step(_ atom: TeXAtom) -> Int {
    guard case .delimiter(let delimiter, let side) = atom.nucleus, delimiter != .bar,
      delimiter != .doubleBar
    else { return 0 }
    return side == .open ? 1 : -1
  }

  /// How many brackets are left open behind the atoms, with so many open before them.
  static func depth(_ atoms: [TeXAtom], from level: Int) -> Int {
    atoms.reduce(level) { max(0, $0 + step($1)) }
  }

  static func hasRelation(_ atoms: [TeXAtom]) -> Bool {
    var level = 0
    return atoms.contains { atom in
      level = max(0, level + step(atom))
      return level == 0 && (relation(atom) != nil || atom.isSymbol(":"))
    }
  }

  /// The equality an atom stands for.
  static func relation(_ atom: TeXAtom) -> Equation.Relation? {
    switch atom.nucleus {
    case .symbol("="), .command("equiv"): .equal
    case .command(let name) where TeXCommands.equalities.contains(name): .definition
    case .group(let inner) where inner.count == 1 && !atom.hasScripts: relation(inner[0])
    default: nil
    }
  }

  /// An equality of one or two atoms: `=`, `:=`, `=:`.
  private static func relation(
    at position: Int, in atoms: [TeXAtom]
  ) -> (kind: Equation.Relation, width: Int)? {
    let next = position + 1 < atoms.count ? atoms[position + 1] : nil
    if atoms[position].isSymbol(":"), next?.isSymbol("=") == true { return (.definition, 2) }
    guard let kind = relation(atoms[position]) else { return nil }
    return next?.isSymbol(":") == true ? (.definition, 2) : (kind, 1)
  }

  static func otherRelation(_ atom: TeXAtom) -> String? {
    switch atom.nucleus {
    case .symbol("<"), .symbol(">"), .command("lt"), .command("gt"): "an inequality"
    case .command(let name): TeXCommands.otherRelations[name]
    default: nil
    }
  }

  /// The atoms without prose, spaces and the punctuation at the end.
  static func trimmed(_ atoms: [TeXAtom]) -> [TeXAtom] {
    var result = atoms.filter {
      switch $0.nucleus {
      case .remark, .wideSpace, .align, .rowBreak: false
      case .group(let inner): !inner.isEmpty || $0.hasScripts
      default: true
      }
    }
    while let last = result.last, isPunctuation(last) || result.count > 1 && isForeignProse(last) {
      result.removeLast()
    }
    while result.count > 1, let first = result.first, isForeignProse(first) { result.removeFirst() }
    return result
  }

  /// A word in Chinese, Japanese or Korean beside a formula.
  private static func isForeignProse(_ atom: TeXAtom) -> Bool {
    guard case .word(let word) = atom.nucleus, !atom.hasScripts else { return false }
    return word.unicodeScalars.contains { (0x3000...0x9FFF).contains($0.value) }
      || word.unicodeScalars.contains { (0xAC00...0xD7AF).contains($0.value) }
  }

  private static func isPunctuation(_ atom: TeXAtom) -> Bool {
    guard case .symbol(let text) = atom.nucleus else { return false }
    return [".", ",", ";", ":", "。", "，", "；"].contains(text)
  }
}
