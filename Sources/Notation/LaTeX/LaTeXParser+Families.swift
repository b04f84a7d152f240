internal import Diagnostics
internal import MatrixCalculus

/// Sums and products over variables that are numbered, `\prod_{i=1}^3 W_i`: written out.
extension LaTeXParser {
  /// How many terms are written out.
  private static let maximalTerms = 20

  /// The terms of a sum or product between whole numbers whose body speaks of numbered variables, joined;
  /// nil for any other. A product goes from the lower bound to the upper one, also downwards.
  ///
  /// - Parameters:
  ///   - body: what was read of the stretch `place`.
  mutating func unrolled(
    _ counters: [Syntax.Counter], _ body: Syntax, _ sign: TeXAtom, _ place: Range<Int>,
    _ isProduct: Bool
  ) throws(Diagnostic) -> Syntax? {
    guard counters.count == 1, let numbers = Self.numbers(counters[0]),
      body.holdsMember(counters[0].letter, numbers[0], names),
      !body.freeLetters.contains(counters[0].letter)
    else { return nil }
    let end = index
    var terms: [Syntax] = []
    for number in numbers {
      let list = atoms[place].map { $0.replacing(counters[0].letter, by: String(number)) }
      let term = try formula(list, at: sign.range)
      terms.append(try node(.brackets, [term], body.range))
    }
    index = end
    let range = hull(sign.core, body.range)
    guard terms.count > 1 else { return terms[0] }
    let joined = try node(isProduct ? .multiply : .add, terms, range, mark: sign.core)
    return try node(.brackets, [joined], range)
  }

  private static func numbers(_ counter: Syntax.Counter) -> [Int]? {
    guard counter.condition == nil, counter.bounds.count == 2,
      let first = counter.bounds[0].whole, let last = counter.bounds[1].whole,
      abs(last - first) < maximalTerms
    else { return nil }
    return first <= last ? Array(first...last) : (last...first).reversed()
  }
}

extension Syntax {
  /// The whole number the formula is.
  fileprivate var whole: Int? {
    if case .number(let value) = kind, value.denominator == 1 { value.numerator } else { nil }
  }

  /// Whether a name without a meaning ends with the letter, and has one with the number in its place.
  fileprivate func holdsMember(_ letter: String, _ number: Int, _ names: LaTeXNames) -> Bool {
    if let name = plainName, name.hasSuffix(letter), name.count > letter.count,
      names.meaning(name) == nil,
      names.meaning(name.dropLast(letter.count) + String(number)) != nil
    {
      return true
    }
    return children.contains { $0.holdsMember(letter, number, names) }
  }
}

extension TeXAtom {
  /// The atom with a number for a letter in its scripts and in all that it holds.
  fileprivate func replacing(_ letter: String, by number: String) -> TeXAtom {
    var atom = self
    if LaTeXParser.letter(bare) == letter { atom.nucleus = .number(number) }
    atom.lower = lower.map { Self.counted($0.map { $0.replacing(letter, by: number) }) }
    atom.upper = upper.map { Self.counted($0.map { $0.replacing(letter, by: number) }) }
    func replaced(_ list: [TeXAtom]) -> [TeXAtom] { list.map { $0.replacing(letter, by: number) } }
    switch nucleus {
    case .group(let inner): atom.nucleus = .group(replaced(inner))
    case .accent(let ending, let inner): atom.nucleus = .accent(ending, replaced(inner))
    case .environment(let name, let inner): atom.nucleus = .environment(name, replaced(inner))
    case .fraction(let top, let bottom): atom.nucleus = .fraction(replaced(top), replaced(bottom))
    case .root(let degree, let radicand):
      atom.nucleus = .root(degree.map(replaced), replaced(radicand))
    default: break
    }
    return atom
  }

  /// `2-1` in a script as the number of a name, 1.
  private static func counted(_ list: [TeXAtom]) -> [TeXAtom] {
    let list = list.flattened { _ in false }
    guard list.count == 3, case .number(let first) = list[0].nucleus,
      case .number(let second) = list[2].nucleus, let a = Int(first), let b = Int(second),
      a < 1_000, b < 1_000, list[1].isSymbol("+") || list[1].isSymbol("-")
    else { return list }
    let value = list[1].isSymbol("+") ? a + b : a - b
    guard value >= 0 else { return list }
    return [TeXAtom(.number(String(value)), range: list.range(or: list[0].range))]
  }
}
