import Diagnostics
import MatrixCalculus
import Notation
import Pages

/// The equations of a page whose names mean nothing yet, and what they show of the names.
///
/// The page is read twice: first with no name known, to see which are functions, which are defined and
/// which are differentiated; then with these known, so that `X(w - y)` is a product.
struct AdoptedReading {
  let page: Page
  let macros: TeXMacros
  let formulas: [AdoptedFormula]
  let names: AdoptedNames
  /// What the page's own blocks state.
  let stated: Scope

  /// What each name is, as far as the reader of formulas has to know.
  private(set) var meanings: [String: LaTeXNames.Meaning] = [:]
  /// Names of which sums over entries say how far they go: sizes, where something has that many rows.
  private(set) var bounds: [String] = []
  /// The names that are to be declared, in the order of the page.
  private(set) var variables: [String] = []
  /// Those of the bounds that stand as numbers somewhere.
  private(set) var numbers: [String] = []
  private(set) var uses: NameUses
  /// The equations of displays and, behind them, the definitions of the text.
  private(set) var equations: [(equation: Equation, formula: AdoptedFormula)] = []

  init(_ page: Page, _ settings: PageChecker.Settings, _ library: Library) {
    self.page = page
    var session = PageSession(page, settings, library)
    var found: [AdoptedFormula] = []
    for (index, piece) in page.pieces.enumerated() {
      switch piece.kind {
      case .fence(let fence) where fence.word == "derive": session.check(piece: index)
      case .formula(let formula):
        session.take(macros: formula, at: index)
        found.append(
          AdoptedFormula(
            source: formula.tex.sourceText, isDisplay: formula.isDisplay, piece: index))
      default: continue
      }
    }
    stated = session.scope
    macros = session.scope.macros
    formulas = found.filter(\.isDisplay) + found.filter { !$0.isDisplay }
    names = AdoptedNames(formulas, macros: macros)
    uses = NameUses(names)
  }

  /// The line of the first display.
  var firstDisplayLine: Int {
    page.pieces.first { piece in
      if case .formula(let formula) = piece.kind { formula.isDisplay } else { false }
    }?.location.line ?? 1
  }

  mutating func read() {
    meanings = statedMeanings
    for name in names.matricesOfEntries where meanings[name] == nil { meanings[name] = .variable }
    let first = equationsAsRead
    var uses = NameUses(names)
    for (equation, formula) in first where formula.isDisplay {
      uses.take(equation, at: formula.piece)
    }
    for (equation, formula) in first where !formula.isDisplay {
      uses.takeInPassing(equation, at: formula.piece)
    }
    let defined = uses.defined
    let candidates = uses.names.filter { name in
      !stated.knows(name) && !defined.contains(name) && !uses.isGeneric(name)
        && !names.isSize(name)
    }
    for name in candidates { meanings[name] = .variable }
    for name in defined where meanings[name] == nil {
      meanings[name] = uses.functionals.contains(name) ? .functional : .definition(on: [])
    }
    equations = equationsAsRead
    let spoken = Set(
      equations.filter { $0.formula.isDisplay || uses.isDefining($0.equation) }
        .flatMap { $0.equation.allSides.flatMap(\.nameTexts) })
    let ends = Set(equations.flatMap { $0.equation.allSides.flatMap(\.endsOfSums) })
    bounds = ends.filter { !stated.knows($0) && !uses.variables.contains($0) }.sorted()
    variables = candidates.filter { spoken.contains($0) && !bounds.contains($0) }
    numbers = candidates.filter { bounds.contains($0) && spoken.contains($0) }
    equations.removeAll { !$0.formula.isDisplay && !uses.isDefining($0.equation) }
    self.uses = uses
  }

  /// Names for defined symbols that a reader would not take for one name: `notation h_{t-1} = h_tm1`.
  var notations: [Adoption.Line] {
    let taken = Set(stated.symbols.map(\.tex))
    return uses.names.compactMap { name in
      guard uses.defined.contains(name), let known = names.name(name), !known.isPlain,
        !taken.contains(known.tex)
      else { return nil }
      return Adoption.Line("notation \(known.tex) = \(name)")
    }
  }

  private var statedMeanings: [String: LaTeXNames.Meaning] {
    var meanings: [String: LaTeXNames.Meaning] = [:]
    for declaration in stated.declarations { meanings[declaration.variable.name] = .variable }
    for definition in stated.definitions {
      meanings[definition.name] = .definition(on: definition.expression.variables.map(\.name))
    }
    for function in stated.functions { meanings[function.name] = .function }
    return meanings
  }

  private var equationsAsRead: [(equation: Equation, formula: AdoptedFormula)] {
    let latexNames = names.latexNames(meanings, macros: macros)
    return formulas.flatMap { formula in
      EquationReader.read(formula.source, names: latexNames).equations
        .filter { !$0.sides.isEmpty || $0.leftFormula?.isDerivative == true }
        .map { ($0, formula) }
    }
  }
}

extension AdoptedNames {
  /// Whether the page gives shapes in terms of it.
  func isSize(_ name: String) -> Bool { given.values.contains { $0.contains(name) } }
}

extension Equation {
  /// Every side, the left one first.
  var allSides: [Syntax] { [leftFormula].compactMap { $0 } + sides.map(\.formula) }

  /// The name that an equation of the text defines: not by a number alone, as in `n = 100`.
  var inlineName: String? {
    guard case .application(let application) = left, application.primes == 0,
      application.arguments.isEmpty, sides.count == 1, !sides[0].formula.nameTexts.isEmpty,
      !sides[0].formula.nameTexts.contains(application.name)
    else { return nil }
    return application.name
  }
}

extension Syntax {
  /// The names that sums over the places of entries end at: n of `\sum_{i=1}^n x_i`.
  fileprivate var endsOfSums: [String] {
    var own: [String] = []
    if case .indexed(.sum(let counters)) = kind {
      own = counters.filter { counter in children[0].freeLetters.contains(counter.letter) }
        .compactMap { $0.bounds.last?.plainName }
    }
    return own + children.flatMap(\.endsOfSums)
  }

  var isDerivative: Bool { if case .derivative = kind { true } else { false } }
}
