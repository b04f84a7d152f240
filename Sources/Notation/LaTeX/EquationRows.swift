/// Cuts a display into statements: rows of environments, implication arrows, wide spaces and commas.
struct EquationRows {
  private var rows: [Row] = [Row()]
  /// The mark of alignment just before.
  private var follows: TeXAtom?

  private struct Row {
    var atoms: [TeXAtom] = []
    /// Whether the row starts with `&`.
    var isAligned = false
  }

  private static let environments: Set<String> = [
    "align", "align*", "aligned", "split", "gather", "gather*", "gathered", "eqnarray",
    "eqnarray*", "equation", "equation*", "multline", "multline*", "alignat", "alignat*",
    "alignedat", "flalign", "flalign*", "displaymath", "math",
  ]

  init(_ atoms: [TeXAtom]) {
    add(atoms)
  }

  private mutating func add(_ atoms: [TeXAtom]) {
    for atom in atoms {
      switch atom.nucleus {
      case .environment(let name, let body) where Self.environments.contains(name):
        add(Self.columns(of: body, in: name) ?? body)
      case .environment("array", let body) where body.contains(where: Self.isEquality): add(body)
      // `\boxed{a = b}`: braces around a statement change nothing.
      case .group(let inner) where !atom.hasScripts && EquationParts.hasRelation(inner): add(inner)
      case .rowBreak: rows.append(Row())
      case .align: align(atom)
      default:
        follows = nil
        rows[rows.count - 1].atoms.append(atom)
      }
    }
  }

  /// A mark of alignment; two in a row are a wide space.
  private mutating func align(_ mark: TeXAtom) {
    if rows[rows.count - 1].atoms.isEmpty {
      rows[rows.count - 1].isAligned = true
    } else if follows != nil {
      rows[rows.count - 1].atoms.append(TeXAtom(.wideSpace, range: mark.range))
    }
    follows = mark
  }

  private static func isEquality(_ atom: TeXAtom) -> Bool { atom.isSymbol("=") }

  /// The rows of an environment with several equations side by side, `a &= b & c &= d`, column after column;
  /// nil where it has one column.
  private static func columns(of body: [TeXAtom], in name: String) -> [TeXAtom]? {
    guard name.hasPrefix("align") || name.hasPrefix("flalign") else { return nil }
    let rows = body.split(separator: .rowBreak).map { row in
      let cells = row.split(separator: .align)
      return stride(from: 0, to: cells.count, by: 2).map {
        Array(cells[$0..<min($0 + 2, cells.count)])
      }
    }
    guard rows.contains(where: { $0.count > 1 && $0.allSatisfy(isEquation) }) else { return nil }
    var result: [TeXAtom] = []
    for column in 0..<(rows.map(\.count).max() ?? 0) {
      for row in rows where column < row.count && row[column].contains(where: says) {
        let range = row[column].joined().map { $0 }.range(or: 0..<0)
        if !result.isEmpty { result.append(TeXAtom(.rowBreak, range: range)) }
        let marks = [TeXAtom(.align, range: range)]
        result += Array(row[column].joined(separator: marks))
      }
    }
    return result
  }

  /// Whether a pair of cells is an equation with its sign at the mark between them.
  private static func isEquation(_ cells: [[TeXAtom]]) -> Bool {
    guard cells.count == 2, let sign = EquationParts.trimmed(cells[1]).first else { return false }
    return EquationParts.relation(sign) != nil && EquationParts.trimmed(cells[1]).count > 1
  }

  /// The statements, each with the rows that continue it.
  mutating func statements() -> [[TeXAtom]] {
    var statements: [[TeXAtom]] = []
    var level = 0
    for row in rows {
      let marked = SideCondition.marked(IndexCondition.marked(row.atoms))
      for (position, piece) in Self.pieces(of: marked).enumerated() where Self.says(piece) {
        let continues =
          position == 0 && !statements.isEmpty
          && ((level > 0 && Self.staysInside(piece)) || Self.continues(piece, row.isAligned))
        level = EquationParts.depth(piece, from: continues ? level : 0)
        if continues {
          statements[statements.count - 1] += piece
        } else {
          statements.append(piece)
        }
      }
    }
    return statements
  }

  /// Whether there is anything besides prose and spaces.
  private static func says(_ piece: [TeXAtom]) -> Bool {
    !EquationParts.trimmed(piece).isEmpty
  }

  /// Whether a row behind an open bracket belongs inside of it: it closes the bracket, or states nothing.
  private static func staysInside(_ piece: [TeXAtom]) -> Bool {
    var level = 0
    for atom in piece {
      level += EquationParts.step(atom)
      if level < 0 { return true }
    }
    return !EquationParts.hasRelation(piece)
  }

  /// Whether a row begins like the continuation of the statement before it.
  private static func continues(_ piece: [TeXAtom], _ isAligned: Bool) -> Bool {
    guard let first = EquationParts.trimmed(piece).first else { return false }
    if EquationParts.relation(first) != nil { return true }
    guard isOperator(first) else { return false }
    return isAligned || first.isSymbol("+") || !EquationParts.hasRelation(piece)
  }

  private static func isOperator(_ atom: TeXAtom) -> Bool {
    switch atom.nucleus {
    case .symbol("+"), .symbol("-"), .symbol("*"), .symbol("/"): true
    case .command(let name):
      TeXCommands.entrywise.contains(name) || TeXCommands.products[name] != nil
    default: false
    }
  }

  /// The statements on one row. A piece without an equality sign of its own belongs to the piece
  /// before it, unless prose or an equation number; behind prose, unless it is a condition.
  private static func pieces(of row: [TeXAtom]) -> [[TeXAtom]] {
    var pieces: [[TeXAtom]] = [[]]
    var level = 0
    var separator: TeXAtom?
    var pending: [TeXAtom] = []
    // Behind a remark in words, up to the next statement, nothing belongs to the equation.
    var isAside = false
    var followsSpace = false
    func flush() {
      defer { pending = [] }
      guard let mark = separator else {
        pieces[pieces.count - 1] += pending
        return
      }
      defer {
        followsSpace = mark.nucleus == .wideSpace && EquationParts.trimmed(pending).isEmpty
      }
      if isImplication(mark) || startsStatement(pending, after: pieces[pieces.count - 1]) {
        pieces.append(pending)
        isAside = false
      } else if case .remark(let prose) = mark.nucleus {
        isAside = isAside || (isCondition(prose) || followsSpace) && !continues(pending)
        if isAside { return }
        if multiplies(pieces[pieces.count - 1], pending) {
          pieces[pieces.count - 1].append(TeXAtom(.symbol(prose), range: mark.range))
        }
        pieces[pieces.count - 1] += pending
      } else if !isAside, !isRemark(pending, after: mark) {
        let isSpace = mark.nucleus == .wideSpace
        pieces[pieces.count - 1] += (isSpace ? [] : [mark]) + pending
      }
    }
    for atom in row {
      level = max(0, level + EquationParts.step(atom))
      if level == 0, isSeparator(atom) {
        flush()
        separator = atom
      } else {
        pending.append(atom)
      }
    }
    flush()
    return pieces
  }

  private static func isSeparator(_ atom: TeXAtom) -> Bool {
    if case .remark(let text) = atom.nucleus { return text.contains { !$0.isWhitespace } }
    return atom.nucleus == .wideSpace || atom.isSymbol(",") || atom.isSymbol(";")
      || isImplication(atom)
  }

  /// Whether prose says when an equation holds, or of what: what follows it is no part of the equation.
  private static func isCondition(_ prose: String) -> Bool {
    let words = prose.lowercased().split { !$0.isLetter }
    return words.contains { conditions.contains(String($0)) }
  }

  private static let conditions: Set<String> = [
    "for", "where", "if", "when", "with", "as", "since", "given", "using", "by", "over", "all",
    "every", "each", "any", "because", "wrt", "from", "see", "in", "für", "wenn", "pour", "si",
  ]

  /// Whether a stretch goes on with a relation or an operator.
  private static func continues(_ piece: [TeXAtom]) -> Bool {
    guard let first = EquationParts.trimmed(piece).first else { return false }
    return isOperator(first) || EquationParts.relation(first) != nil
  }

  /// Whether two stretches side by side would be read as a product.
  private static func multiplies(_ left: [TeXAtom], _ right: [TeXAtom]) -> Bool {
    guard let last = EquationParts.trimmed(left).last,
      let first = EquationParts.trimmed(right).first
    else { return false }
    return [last, first].allSatisfy { !isOperator($0) && EquationParts.relation($0) == nil }
  }

  private static func isImplication(_ atom: TeXAtom) -> Bool {
    if case .command(let name) = atom.nucleus {
      TeXCommands.implications.contains(name)
    } else {
      false
    }
  }

  private static func startsStatement(_ piece: [TeXAtom], after previous: [TeXAtom]) -> Bool {
    let piece = EquationParts.trimmed(piece)
    guard let first = piece.first, EquationParts.relation(first) == nil else { return false }
    return EquationParts.hasRelation(piece)
      && (EquationParts.hasRelation(previous) || EquationParts.trimmed(previous).isEmpty)
  }

  /// Prose, nothing, or an equation number such as `(24)`.
  private static func isRemark(_ piece: [TeXAtom], after mark: TeXAtom) -> Bool {
    if case .remark = piece.first?.nucleus { return true }
    let content = EquationParts.trimmed(piece)
    if content.isEmpty { return true }
    guard mark.nucleus == .wideSpace, content.count == 3, case .number = content[1].nucleus else {
      return false
    }
    return content[0].nucleus == .delimiter(.round, .open)
  }
}
