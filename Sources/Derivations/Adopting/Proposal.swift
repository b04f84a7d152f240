import Diagnostics
import MatrixCalculus
import Notation
import Pages

/// The declarations and definitions that are proposed for a page.
struct Proposal {
  private(set) var declarations: [ProposedDeclaration] = []
  private var definitions: [Adoption.Line] = []
  /// What displays define under a spelling that is no plain name.
  private let notations: [Adoption.Line]
  private let solution: ShapeInference.Solution
  private let facts: [(fact: ShapeInference.Fact, formula: AdoptedFormula)]

  init(_ reading: AdoptedReading) {
    facts = reading.equations.map { equation, formula in
      let defines = equation.definedName.map(reading.uses.defined.contains) ?? false
      let fact = ShapeInference.Fact(
        sides: equation.factSides, defines: defines, source: formula.source)
      return (fact, formula)
    }
    notations = reading.notations
    solution = ShapeInference(
      facts.map(\.fact), Self.unknowns(reading), sizes: Set(reading.bounds)
    ).solve()
    declarations = declared(reading)
    definitions = defined(reading)
  }

  private static func unknowns(_ reading: AdoptedReading) -> [ShapeInference.Unknown] {
    reading.stated.declared
      + reading.variables.map { name in
        let known = reading.names.name(name)
        return ShapeInference.Unknown(
          name: name, stem: known?.stem ?? name, isBold: known?.isBold ?? false,
          given: reading.names.given[name])
      }
  }

  /// The lines of the block.
  var lines: [Adoption.Line] { ProposedDeclaration.lines(declarations) + notations + definitions }

  /// Tries whether declaring a square matrix symmetric, or that a column sums to one where the page has a
  /// softmax, makes more of the page true.
  ///
  /// - Parameter helps: whether the lines serve better than the best so far.
  mutating func addProperties(_ helps: (Proposal) -> Bool) {
    let hasSoftmax = facts.contains { $0.fact.source.text.contains("softmax") }
    for index in declarations.indices {
      let declaration = declarations[index]
      var property: String?
      if declaration.isSquare,
        declaration.properties.isEmpty || declaration.properties == ["invertible"]
      {
        property = "symmetric"
      } else if hasSoftmax, declaration.columns == "1", declaration.rows != "1",
        declaration.properties.isEmpty
      {
        property = "columns sum to 1"
      }
      guard let property else { continue }
      var trial = self
      trial.declarations[index].properties.append(property)
      trial.declarations[index].remarks.append("equations of the page need it")
      if helps(trial) { self = trial }
    }
  }

  // MARK: Declarations

  private func declared(_ reading: AdoptedReading) -> [ProposedDeclaration] {
    let taken = Set(reading.names.names.flatMap { [$0.text, $0.stem] })
      .union(reading.names.given.values.flatMap { $0 }).union(reading.names.indices)
      .union(reading.bounds)
    var letters = SizeLetters(solution.system, avoiding: taken)
    let declared = reading.variables.compactMap { name -> ProposedDeclaration? in
      guard let known = reading.names.name(name), let shape = solution.shapes[name] else {
        return nil
      }
      var declaration = ProposedDeclaration(
        name: name, rows: letters.name(shape.rows), columns: letters.name(shape.columns))
      if !known.isPlain { declaration.tex = known.tex }
      declaration.properties = properties(of: name, declaration, stem: known.stem)
      if reading.names.given[name] == nil, !solution.settled.contains(name), declaration.rows != "1"
      {
        declaration.remarks.append("by habit: no equation settles its shape")
      }
      if declaration.properties == ["positive definite"] {
        declaration.remarks.append("by habit: its inverse is taken")
      }
      return declaration
    }
    let sizes = Set(declared.flatMap { [$0.rows, $0.columns] })
    return declared + numbers(reading.numbers.filter { !sizes.contains($0) })
  }

  /// What only counts terms of sums is a number of its own.
  private func numbers(_ names: [String]) -> [ProposedDeclaration] {
    names.map { name in
      var declaration = ProposedDeclaration(name: name, rows: "1", columns: "1")
      declaration.properties = ["> 0"]
      return declaration
    }
  }

  private func properties(
    of name: String, _ declaration: ProposedDeclaration, stem: String
  ) -> [String] {
    if solution.invertible.contains(name), declaration.isSquare {
      return Self.covariances.contains(stem) ? ["positive definite"] : ["invertible"]
    }
    let isPositive =
      declaration.columns == "1" && solution.positive.contains(name) || name == "pi"
    return isPositive ? ["> 0"] : []
  }

  /// Letters of matrices that are covariances, precisions or kernels wherever their inverse is taken.
  private static let covariances: Set<String> = ["Sigma", "Lambda", "Omega", "K"]

  // MARK: Definitions

  /// What the text defines in passing, written out where it uses what displays define.
  private func defined(_ reading: AdoptedReading) -> [Adoption.Line] {
    var scope = reading.stated
    scope.take((ProposedDeclaration.lines(declarations) + notations).map(\.statement))
    var waiting = reading.equations.filter { equation, formula in
      equation.definedName.map(reading.uses.defined.contains) ?? false
    }
    var lines: [Adoption.Line] = []
    var count = -1
    while count != waiting.count {
      count = waiting.count
      waiting.removeAll { equation, formula in
        guard let name = equation.definedName, !scope.knows(name), let side = equation.sides.first
        else { return true }
        let elaborator = Elaborator(scope, formula.source, dialect: .tex)
        guard let value = try? elaborator.elaborate(side.formula).expression,
          (try? scope.define(Scope.Definition(name, value))) != nil
        else { return false }
        if reading.uses.definedInPassing.contains(name) {
          let line = formula.source.location(equation.range).line
          lines.append(
            Adoption.Line("\(name) = \(value.text)", remark: "from the text, line \(line)"))
        }
        return true
      }
    }
    return lines
  }

  // MARK: What does not fit

  /// An error for each equation that fits no shapes, at its place, with where the shapes came from.
  ///
  /// - Parameter isRefuted: whether the display of a piece is reported as wrong anyway.
  func misfits(isRefuted: (Int) -> Bool) -> [Diagnostic] {
    solution.misfits.compactMap { index, misfit in
      let (fact, formula) = facts[index]
      guard formula.isDisplay, !isRefuted(formula.piece) else { return nil }
      let names = fact.sides.flatMap(\.nameTexts)
      let others = facts.indices.filter { other in
        other != index && !solution.misfits.contains { $0.fact == other }
          && facts[other].fact.sides.flatMap(\.nameTexts).contains { names.contains($0) }
      }
      let place = others.first.map { other in
        let range = facts[other].fact.sides.first?.range ?? 0..<0
        return facts[other].fact.source.location(range)
      }
      return Diagnostic(
        .shapeMismatch, "\(misfit.what) does not fit the shapes that other equations ask for",
        at: fact.source.location(misfit.range),
        hint: "one of the two places is wrong, or a name stands for two things",
        notes: place.map { [Diagnostic.Note("other place", $0.description)] } ?? [])
    }
  }
}

extension Equation {
  /// The name on the left.
  fileprivate var definedName: String? {
    if case .application(let application) = left, application.primes == 0 {
      application.name
    } else {
      nil
    }
  }

  /// The sides whose shapes are equal; what is differentiated as the left side is one of them.
  fileprivate var factSides: [Syntax] {
    switch left {
    case .application(let application)
    where application.arguments.isEmpty && application.primes == 0:
      [Syntax(.name(application.name), range: leftFormula?.range ?? range)] + sides.map(\.formula)
    case .application, .continuation: sides.map(\.formula)
    case .derivative, .layer, .formula: allSides
    }
  }
}

extension Scope {
  /// The variables with their shapes.
  var declared: [ShapeInference.Unknown] {
    declarations.map { declaration in
      let shape = declaration.variable.shape
      return ShapeInference.Unknown(
        name: declaration.variable.name, stem: declaration.variable.name, isBold: false,
        given: shape.isScalar ? [] : [shape.rows.description, shape.columns.description])
    }
  }

  /// Takes statements that can be read, in order.
  mutating func take(_ statements: [String]) {
    let source = SourceText(path: "", text: statements.joined(separator: "\n"))
    for line in StatementReader.read(source) {
      guard let statement = try? line.content.get() else { continue }
      try? take(statement, in: source)
    }
  }
}

/// A line that declares one name.
struct ProposedDeclaration {
  var name: String
  var rows: String
  var columns: String
  var tex: String?
  var properties: [String] = []
  var remarks: [String] = []

  init(name: String, rows: String, columns: String) {
    self.name = name
    self.rows = rows
    self.columns = columns
  }

  var isSquare: Bool { rows == columns && rows != "1" }

  private var shape: String {
    columns != "1" ? "(\(rows), \(columns))" : rows != "1" ? "(\(rows))" : "scalar"
  }

  /// What follows the names.
  private var ending: String {
    let words = properties.map { $0.hasPrefix(">") ? " \($0)" : ", \($0)" }.joined()
    return "\(shape)\(words)" + (tex.map { " as \($0)" } ?? "")
  }

  /// The lines of a block: names of one shape that stand together share a line.
  static func lines(_ declarations: [ProposedDeclaration]) -> [Adoption.Line] {
    var lines: [(names: [String], ending: String, remarks: [String])] = []
    for declaration in declarations {
      let ending = declaration.ending
      if let last = lines.last, last.ending == ending, declaration.tex == nil,
        last.remarks == declaration.remarks
      {
        lines[lines.count - 1].names.append(declaration.name)
      } else {
        lines.append(([declaration.name], ending, declaration.remarks))
      }
    }
    return lines.map { names, ending, remarks in
      Adoption.Line(
        "\(names.joined(separator: ", ")) : \(ending)",
        remark: remarks.isEmpty ? nil : remarks.joined(separator: "; "))
    }
  }
}

/// Gives sizes letters that mean nothing else on the page.
struct SizeLetters {
  private let system: ShapeSystem
  private var given: [ShapeSystem.Size: String] = [:]
  private var free: [String]

  init(_ system: ShapeSystem, avoiding taken: Set<String>) {
    self.system = system
    // No d, which is the sign of differentials.
    let letters = ["n", "m", "k", "p", "q", "r", "h", "l", "g", "u", "v"]
    let more = (1...99).map { "n\($0)" }
    free = (letters + more).filter { !taken.contains($0) }.reversed()
  }

  mutating func name(_ size: ShapeSystem.Size) -> String {
    if let name = system.name(of: size) { return name }
    let size = system.find(size)
    if let name = given[size] { return name }
    let name = free.popLast() ?? "n"
    given[size] = name
    return name
  }
}
