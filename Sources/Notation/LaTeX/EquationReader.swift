package import Diagnostics

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
      }
      note(left)
      // `f = \\ = g`: the sign is written at both ends of a break.
      let written = parts.sides.enumerated().filter { place, side in
        !side.atoms.isEmpty || place + 1 == parts.sides.count
      }
      var sides = written.compactMap { side($0.element) }
      bindPairs(&left, &leftFormula, &sides)
      let range = statement.range(or: 0..<0)
      if parts.sides.isEmpty || !sides.isEmpty {
        var equation = Equation(left, leftFormula, sides, range: range)
        equation.argument = argument
        reading.equations.append(equation)
      } else if case .application(let application) = left {
        reading.unread.insert(application.name)
      }
    } catch {
      reading.diagnostics.append(error)
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
    let atoms = atoms.flattened { _ in false }
    guard atoms.count == 1, atoms[0].upper == nil, let lower = atoms[0].lower,
      let places = LaTeXParser.places(lower),
      let base = LaTeXParser(source, names: names, entries: entries).baseName(atoms[0]),
      names.meaning(base) == nil
    else { return nil }
    let letters = places.compactMap(\.letter)
    return letters.count == places.count && Set(letters).count == letters.count
      ? Equation.Application.Entry(base: base, letters: letters) : nil
  }

  /// `P'` alone, where nothing is called P: a name of its own.
  private func primedName(_ atoms: [TeXAtom]) -> String? {
    let atoms = atoms.flattened { _ in false }
    guard atoms.count == 1, atoms[0].primes == 1, atoms[0].upper == nil,
      let script = atoms[0].lower.map(LaTeXParser.plainText) ?? "",
      let base = LaTeXParser(source, names: names, entries: entries).baseName(atoms[0]),
      isNameable(base), isNameable(base + script), names.meaning(base + script + "'") == nil
    else { return nil }
    return base + script + "'"
  }

  /// `\sigma^2` alone, where nothing is called \sigma: a name of its own.
  private func squaredName(_ atoms: [TeXAtom]) -> String? {
    let atoms = atoms.flattened { _ in false }
    guard atoms.count == 1, atoms[0].primes == 0,
      atoms[0].upper?.map(\.nucleus) == [.number("2")],
      let script = atoms[0].lower.map(LaTeXParser.plainText) ?? "",
      let base = LaTeXParser(source, names: names, entries: entries).baseName(atoms[0]),
      names.meaning(base) == nil, names.meaning(base + script) == nil,
      names.meaning(base + script + "2") == nil
    else { return nil }
    return base + script + "2"
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
