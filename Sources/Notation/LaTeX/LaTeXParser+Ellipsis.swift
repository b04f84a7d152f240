internal import Diagnostics
internal import MatrixCalculus

/// Sums and matrices of which only the ends are written: `x_1 + \cdots + x_n`.
///
/// The first and the last member have to differ in places alone, 1 in the first and one and the same size
/// in the last; members between them have to fit.
extension LaTeXParser {
  static func isEllipsis(_ atom: TeXAtom) -> Bool {
    guard !atom.hasScripts, case .command(let name) = atom.nucleus else { return false }
    return ["dots", "ldots", "cdots", "vdots", "ddots", "dotsc", "dotsb", "dotsm", "hdots"]
      .contains(name)
  }

  /// The sum of members up to the last, given those before the ellipsis.
  func progression(
    _ before: [Syntax], _ last: Syntax, _ ellipsis: TeXAtom
  ) throws(Diagnostic) -> [Syntax] {
    for start in before.indices {
      guard let found = Progression(before[start], last, letter: "⟨r⟩"),
        before[start...].enumerated().allSatisfy({ found.holds(at: $0 + 1, $1) })
      else { continue }
      let sum = try node(
        .indexed(.sum([found.counter])), [found.member], hull(before[start].range, last.range),
        mark: ellipsis.core)
      return before[..<start] + [sum]
    }
    throw unclear(ellipsis)
  }

  private func unclear(_ ellipsis: TeXAtom) -> Diagnostic {
    unsupported(
      "what the ellipsis leaves out is not plain", ellipsis.core,
      hint: #"write the sum with \sum, or the first and last entry alike, as in x_1 and x_n"#)
  }

  /// A matrix with ellipses; nil among its entries where one stands.
  func progression(
    _ rows: [[Syntax?]], _ ellipsis: TeXAtom, _ range: Range<Int>
  ) throws(Diagnostic) -> Syntax {
    let rows = rows.filter { $0.contains { $0 != nil } }
    let ends = rows.map { row in row.compactMap { $0 } }
    guard let top = ends.first, let bottom = ends.last, let first = top.first,
      let last = bottom.last,
      let right = top.last, let left = bottom.first
    else { throw unclear(ellipsis) }
    let isTall = ends.count > 1
    let isWide = ends.allSatisfy { $0.count > 1 }
    var member = first
    var counters: (rows: Syntax.Counter?, columns: Syntax.Counter?)
    if isTall {
      guard let down = Progression(first, left, letter: "⟨r⟩") else { throw unclear(ellipsis) }
      (member, counters.rows) = (down.member, down.counter)
    }
    if isWide {
      let other = isTall ? Progression(right, last, letter: "⟨r⟩")?.member : right
      guard let other, let along = Progression(member, other, letter: "⟨c⟩") else {
        throw unclear(ellipsis)
      }
      (member, counters.columns) = (along.member, along.counter)
    }
    guard isTall || isWide else { throw unclear(ellipsis) }
    return try node(
      .indexed(.array(rows: counters.rows, columns: counters.columns)), [member], range)
  }
}

/// Members that differ in places: the member at every place, and how far the places go.
private struct Progression {
  var member: Syntax
  var counter: Syntax.Counter
  private let letter: String

  init?(_ first: Syntax, _ last: Syntax, letter: String) {
    self.letter = letter
    var end: Syntax.Place?
    guard let member = Self.joined(first, last, letter, &end), let end else { return nil }
    self.member = member
    switch end {
    case .letter(let name): counter = Syntax.Counter(letter, bounds: [Self.size(.name(name), last)])
    case .number(let number):
      counter = Syntax.Counter(letter, bounds: [Self.size(.number(.init(number)), last)])
    case .all, .shifted: return nil
    }
  }

  private static func size(_ kind: Syntax.Kind, _ last: Syntax) -> Syntax {
    Syntax(kind, range: last.range)
  }

  private static func joined(
    _ a: Syntax, _ b: Syntax, _ letter: String, _ end: inout Syntax.Place?
  ) -> Syntax? {
    guard a.children.count == b.children.count else { return nil }
    var children: [Syntax] = []
    for (x, y) in zip(a.children, b.children) {
      guard let child = joined(x, y, letter, &end) else { return nil }
      children.append(child)
    }
    if a.kind == b.kind { return Syntax(a.kind, children, range: a.range, marks: a.marks) }
    guard case .indexed(.entry(let p, let isItem)) = a.kind,
      case .indexed(.entry(let q, isItem)) = b.kind
    else { return nil }
    let (first, last) = (split(p, like: q), split(q, like: p))
    guard first.count == last.count else { return nil }
    var places: [Syntax.Place] = []
    for (x, y) in zip(first, last) {
      if x == y {
        places.append(x)
      } else {
        guard x == .number(1), end == nil || end == y else { return nil }
        end = y
        places.append(.letter(letter))
      }
    }
    return Syntax(
      .indexed(.entry(places, isItem: isItem)), children, range: a.range, marks: a.marks)
  }

  /// `11` beside two places is 1, 1.
  private static func split(_ places: [Syntax.Place], like other: [Syntax.Place]) -> [Syntax.Place]
  {
    guard places.count == 1, other.count == 2, case .number(let number) = places[0], number > 10
    else { return places }
    return [.number(number / 10), .number(number % 10)]
  }

  /// Whether a formula is the member at a place.
  func holds(at place: Int, _ formula: Syntax) -> Bool {
    var end: Syntax.Place?
    guard place > 1 else { return true }
    let first = member.putting(1, for: letter)
    let here = member.putting(place, for: letter)
    return Self.joined(first, formula, letter, &end) != nil && end == .number(place)
      && Self.joined(first, here, letter, &end) != nil
  }
}
