package import Diagnostics
internal import MatrixCalculus

/// Reads a display into its statements.
///
/// A row that starts with an equality sign, or with an operator behind `&`, continues the statement
/// before it. A side that cannot be read is left out with a diagnostic: the sides around it still
/// equal each other.
package struct EquationReader {
  private let source: SourceText
  private var names: LaTeXNames
  private let entries: LaTeXParser.Entries
  private var reading = EquationReading()
  /// The letters that the statement speaks of at every place.
  private var letters: Set<String> = []

  private init(_ source: SourceText, _ names: LaTeXNames, _ entries: LaTeXParser.Entries) {
    self.source = source
    self.names = names
    self.entries = entries
  }

  /// What a display says.
  ///
  /// - Parameters:
  ///   - source: the TeX between the dollars.
  ///   - names: the names of the page. Names the display defines with arguments are added.
  /// - Complexity: linear in the length of the text.
  package static func read(_ source: SourceText, names: LaTeXNames) -> EquationReading {
    read(source, in: 0..<source.text.utf8.count, names: names, entries: .single)
  }

  static func read(
    _ source: SourceText, in range: Range<Int>, names: LaTeXNames, entries: LaTeXParser.Entries
  ) -> EquationReading {
    var reader = EquationReader(source, names, entries)
    do throws(Diagnostic) {
      let atoms = try TeXTree.atoms(of: source, in: range, macros: names.macros)
      var rows = EquationRows(atoms)
      for statement in rows.statements() { reader.read(statement) }
    } catch {
      reader.reading.diagnostics.append(error)
    }
    return reader.reading
  }

  private mutating func read(_ statement: [TeXAtom]) {
    let parts = EquationParts(statement)
    let outer = names.arguments
    defer { names.arguments = outer }
    noteDifferentials(parts)
    if let name = calledSize(parts), !parts.sides.isEmpty { names.introduced.insert(name) }
    do throws(Diagnostic) {
      if let refusal = parts.refusal {
        throw Diagnostic(
          .unsupported, "\(refusal.what) is not checked", at: source.location(refusal.range))
      }
      var leftFormula = parts.left.isEmpty ? nil : try formula(parts.left)
      var left = leftFormula.map { Equation.Left($0, names: names) } ?? .continuation
      if let primed = primedName(parts.left) ?? squaredName(parts.left), !parts.sides.isEmpty {
        left = .application(Equation.Application(primed))
        names.primed.insert(primed)
      }
      let argument = parts.sides.isEmpty ? nil : leftFormula?.ownArgument(names)
      if let argument {
        names.arguments.insert(argument)
        leftFormula = try formula(parts.left)
        left = leftFormula.map { Equation.Left($0, names: names) } ?? left
      }
      if case .application(var application) = left {
        application.entry = entry(parts.left)
        left = .application(application)
      } else if let entry = entry(parts.left), leftFormula?.isItem == true,
        let whole = leftFormula?.children[0].plainName,
        parts.sides.contains(where: { (try? formula($0.atoms))?.hasEntry(of: whole) == true })
      {
        // `m_l = \sum_p M_{pl}` defines m: it is no column of M.
        var application = Equation.Application(entry.base + entry.letters.joined())
        application.entry = entry
        left = .application(application)
      }
      note(left)
      // `f = \\ = g`: the sign is written at both ends of a break.
      let written = parts.sides.enumerated().filter { place, side in
        !side.atoms.isEmpty || place + 1 == parts.sides.count
      }
      var sides = written.compactMap { side($0.element) }
      bindPairs(&left, &leftFormula, &sides)
      if let formula = leftFormula, let turned = Self.turned(formula, sides, names) {
        (left, leftFormula, sides) = (turned.left, turned.formula, turned.sides)
      }
      let range = statement.range(or: 0..<0)
      if let leftFormula, let first = written.firstIndex(where: { $0.element.condition != nil }) {
        readConditional(leftFormula, written[first...].map(\.element), range)
        sides = written[..<first].compactMap { side($0.element) }
        if sides.isEmpty { return }
      }
      if parts.sides.isEmpty || !sides.isEmpty {
        var equation = Equation(left, leftFormula, sides, range: range)
        equation.argument = argument
        equation.sideCondition = parts.sideCondition.map(restriction)
        reading.equations.append(equation)
      } else if case .application(let application) = left {
        reading.unread.insert(application.name)
      } else if let name = leftFormula?.calledByHabit {
        reading.unread.insert(name)
      }
    } catch {
      reading.diagnostics.append(error)
    }
  }

  /// Sides that hold under a condition on the letters of places, each an equation of its own: both sides
  /// times the indicator of the condition.
  private mutating func readConditional(
    _ left: Syntax, _ parts: [EquationParts.Side], _ range: Range<Int>
  ) {
    for part in parts {
      guard var side = side(part), let condition = part.condition ?? parts[0].condition else {
        continue
      }
      do throws(Diagnostic) {
        var parser = LaTeXParser(source, names: names, entries: entries)
        let place = condition.range(or: range)
        guard
          let indicator = try parser.equality(condition, TeXAtom(.group(condition), range: place))
        else {
          throw Diagnostic(
            .unsupported, "this condition is not checked", at: source.location(place))
        }
        let held = Syntax(.entrywiseMultiply, [indicator, left], range: left.range)
        side.formula = Syntax(
          .entrywiseMultiply, [indicator, side.formula], range: side.formula.range)
        reading.equations.append(Equation(.formula(held), held, [side], range: range))
      } catch {
        reading.diagnostics.append(error)
      }
    }
  }

  /// Lets both letters of `\sum_{i < j}` run in a statement that names neither outside of such sums.
  private mutating func bindPairs(
    _ left: inout Equation.Left, _ formula: inout Syntax?, _ sides: inout [Equation.Side]
  ) {
    if left != .continuation { letters = [] }
    if case .application(let application) = left, let entry = application.entry {
      letters.formUnion(entry.letters)
    }
    let all = [formula].compactMap { $0 } + sides.map(\.formula)
    guard all.contains(where: \.isIndexed) else { return }
    for formula in all { letters.formUnion(formula.bindingPairs(outside: []).freeLetters) }
    let bound = formula?.bindingPairs(outside: letters)
    if bound != formula, let bound { left = Equation.Left(bound, names: names) }
    formula = bound
    for index in sides.indices {
      sides[index].formula = sides[index].formula.bindingPairs(outside: letters)
    }
  }

  private mutating func side(_ part: EquationParts.Side) -> Equation.Side? {
    do throws(Diagnostic) {
      guard !part.atoms.isEmpty else {
        throw Diagnostic(
          .unreadable, "nothing stands after the equality sign", at: source.location(part.sign))
      }
      return Equation.Side(
        part.relation, try formula(part.atoms), range: part.atoms.range(or: part.sign),
        relationRange: part.sign)
    } catch {
      reading.diagnostics.append(error)
      return nil
    }
  }

  private func formula(_ atoms: [TeXAtom]) throws(Diagnostic) -> Syntax {
    var parser = LaTeXParser(source, names: names, entries: entries)
    return try parser.formula(atoms, at: atoms.range(or: 0..<0))
  }

  /// The new name and the letters of an entry on the left side: `z_{ij}`.
  private func entry(_ atoms: [TeXAtom]) -> Equation.Application.Entry? {
    let parser = LaTeXParser(source, names: names, entries: entries)
    let atoms = atoms.flattened { _ in false }.map(parser.withScriptOutside)
    let number = atoms.first.flatMap { Self.number($0.upper) }
    guard atoms.count == 1, atoms[0].upper == nil || number != nil, let lower = atoms[0].lower,
      let places = LaTeXParser.places(lower),
      let base = parser.baseName(atoms[0]).map({ $0 + (number ?? "") }),
      [nil, .size].contains(names.meaning(base))
    else { return nil }
    let letters = places.compactMap(\.letter)
    return letters.count == places.count && Set(letters).count == letters.count
      ? Equation.Application.Entry(base: base, letters: letters) : nil
  }

  /// `h(x)` alone on the left, where h is a size, and `d(x)` without differentials: a function of its own.
  private func calledSize(_ parts: EquationParts) -> String? {
    let atoms = parts.left
    guard atoms.count > 3, !atoms[0].hasScripts, case .delimiter(.round, .open) = atoms[1].nucleus,
      case .delimiter(.round, .close) = atoms[atoms.count - 1].nucleus
    else { return nil }
    let parser = LaTeXParser(source, names: names, entries: entries)
    let inner = atoms[2..<(atoms.count - 1)].split { $0.isSymbol(",") || $0.isSymbol(";") }
    let arguments = inner.map { $0.count == 1 ? $0.first.flatMap(parser.baseName) : nil }
    guard let name = parser.baseName(atoms[0]), !arguments.contains(nil),
      arguments.compactMap({ $0 }).contains(where: { names.meaning($0) != .size })
    else { return nil }
    if name == "d" {
      let isDistance = arguments.count > 1 || Self.definesDistance(parts)
      return isFree(name) && isDistance ? name : nil
    }
    return names.meaning(name) == .size ? name : nil
  }

  /// `t > 0`, `X \succ 0`; any other condition by its place alone.
  private func restriction(_ atoms: [TeXAtom]) -> Equation.Restriction {
    var result = Equation.Restriction(range: atoms.range(or: 0..<0))
    guard atoms.count == 3, atoms[2].nucleus == .number("0"),
      let name = LaTeXParser(source, names: names, entries: entries).baseName(atoms[0])
    else { return result }
    let isStrict = [">", "gt", "succ"].contains { atoms[1].isSymbol($0) || atoms[1].isCommand($0) }
    let isWeak = ["ge", "geq", "geqslant", "succeq"].contains { atoms[1].isCommand($0) }
    guard isStrict || isWeak else { return result }
    result.name = name
    result.isStrict = isStrict
    result.isOfMatrix = atoms[1].isCommand("succ") || atoms[1].isCommand("succeq")
    return result
  }

  private func isFree(_ name: String) -> Bool {
    names.meaning(name) == nil || names.meaning(name) == .size
  }

  /// Whether a function called d is defined, as a distance is: no differential stands on the right, nor zero.
  private static func definesDistance(_ parts: EquationParts) -> Bool {
    parts.sides.allSatisfy { side in
      Differentials.letters(side.atoms) == 0
        && !(side.atoms.count == 1 && side.atoms[0].nucleus == .number("0"))
    }
  }

  /// What a zero or an identity in front equals, so that they get its shape: `I = A A^{-1}` says `A A^{-1} = I`.
  private static func turned(
    _ left: Syntax, _ sides: [Equation.Side], _ names: LaTeXNames
  ) -> (left: Equation.Left, formula: Syntax, sides: [Equation.Side])? {
    guard left.takesAnyShape, let first = sides.first, !first.formula.takesAnyShape else {
      return nil
    }
    var turned = Equation.Left(first.formula, names: names)
    if case .application = turned { turned = .formula(first.formula) }
    let own = Equation.Side(
      first.relation, left, range: left.range, relationRange: first.relationRange)
    return (turned, first.formula, [own] + sides.dropFirst())
  }

  /// Notes the signs of differentials in a statement: whether it is about them though d is a size, which it
  /// is where both sides have one, or the left side is one of a name of the page alone.
  private mutating func noteDifferentials(_ parts: EquationParts) {
    let sides = [parts.left] + parts.sides.map(\.atoms)
    names.differentials = sides.reduce(0) { $0 + Differentials.letters($1) }
    guard names.meaning("d") == .size, !parts.left.isEmpty else {
      if names.meaning("d") != .size { names.statesDifferentials = false }
      return
    }
    let signs = Differentials(LaTeXParser(source, names: names, entries: entries))
    names.statesDifferentials =
      signs.stand(in: parts.left)
      && (parts.sides.contains { signs.stand(in: $0.atoms) } || signs.isName(parts.left))
  }

  /// `P'` alone, where nothing is called P: a name of its own.
  private func primedName(_ atoms: [TeXAtom]) -> String? {
    let atoms = atoms.flattened { _ in false }
    guard atoms.count == 1, atoms[0].primes == 1, atoms[0].upper == nil,
      let script = atoms[0].lower.map(LaTeXParser.plainText) ?? "",
      case let parser = LaTeXParser(source, names: names, entries: entries),
      parser.spelled(atoms[0], upper: nil)?.isName ?? true, let base = parser.baseName(atoms[0]),
      isNameable(base), isNameable(base + script), names.meaning(base + script + "'") == nil
    else { return nil }
    return base + script + "'"
  }

  /// `\sigma^2` or `z^1` alone, where nothing is called so without its number: a name of its own.
  private func squaredName(_ atoms: [TeXAtom]) -> String? {
    let atoms = atoms.flattened { _ in false }
    guard atoms.count == 1, atoms[0].primes == 0,
      let number = Self.number(atoms[0].upper),
      let script = atoms[0].lower.map(LaTeXParser.plainText) ?? "",
      let base = LaTeXParser(source, names: names, entries: entries).baseName(atoms[0]),
      names.meaning(base) == nil, names.meaning(base + script) == nil,
      names.meaning(base + script + number) == nil, !["e", "I"].contains(base),
      script.isEmpty || names.meaning(base + number) == nil
    else { return nil }
    return base + script + number
  }

  /// The digit that a superscript consists of.
  private static func number(_ upper: [TeXAtom]?) -> String? {
    guard let upper, upper.count == 1, case .number(let digits) = upper[0].nucleus,
      digits.count == 1, !upper[0].hasScripts
    else { return nil }
    return digits
  }

  private func isNameable(_ base: String) -> Bool {
    names.meaning(base) == nil || names.primesName && names.meaning(base) == .variable
  }

  /// Remembers a name the display introduces with arguments.
  private mutating func note(_ left: Equation.Left) {
    guard case .application(let application) = left, !application.arguments.isEmpty,
      application.primes == 0, names.meaning(application.name) == nil
    else { return }
    names.introduced.insert(application.name)
  }
}

extension Syntax {
  /// Whether it is a zero, an identity or a matrix of ones whose size its surroundings settle.
  fileprivate var takesAnyShape: Bool {
    switch kind {
    case .number(.zero): true
    case .call(let name, primes: 0): ["eye", "ones", "zeros"].contains(name) && children.isEmpty
    default: false
    }
  }
}
