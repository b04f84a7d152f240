import Backprop
import Diagnostics
import MatrixCalculus
import Notation
import Pages
import Proof

/// One page while it is checked: what its statements have said so far, and what was found.
struct PageSession {
  let page: Page
  let checksAll: Bool
  /// By which headings the columns of tables are recognised.
  let headings: TableHeadings
  let budget: Budget
  /// Whether every display counts as marked for checking.
  var judgesAll = false
  var scope = Scope()
  var result: PageResult
  let cache = LayerCache()
  /// The function whose layers δ, z and a speak of: the last one whose network was shown.
  var layered: Function?
  /// The layer by which a request differentiates, while it is answered.
  var held: HeldLayer?
  /// Functions of every entry that the page differentiates and never defines.
  let smooth: Set<String>
  /// The names that equations of the page define.
  var displayed: Set<String> = []
  /// The names that equations of the page define by what could not be read.
  var undefined: Set<String> = []
  /// The formula that the display above shows without a name: what a name of a function may stand for.
  var unnamed: Function?
  /// What `f` in layer statements and derivations is called, with its definition.
  struct Function {
    var name: String
    var expression: Expression
    var location: SourceLocation?
  }
  /// The numbers that `example` lines give to variables.
  var example = Example()
  /// The names of statements that could not be taken.
  var broken: Set<String> = []
  /// The blocks of other pages that were brought in, by place, with the lines that did so.
  var brought: [SourceLocation: SourceLocation] = [:]
  /// Whether something that other pages state could not be brought in: what is unknown may be of it.
  var missesImport = false
  /// How matrices of derivatives are laid out from here on.
  var layout: Statement.Layout
  /// Which entries of a structured variable move from here on.
  var structure: Statement.Structure
  /// What the page says to be zero and is not so identically, such as a gradient at an optimum, and the
  /// gradients it shows.
  var conditions: [Stationary] = []
  /// How single rows and columns of matrices have been read.
  var items: [ItemKey: ItemReading] = [:]
  /// Derivatives of functions that nothing defines, as the page gives them.
  var given: [GivenDerivative] = []
  /// The name of the block that is read.
  var block: String?
  let library: Library
  /// How the formulas of the page are written.
  let writing: WritingStyle
  private let styles = StyleCache()
  /// The claims so far, to be judged again; nil where nobody asks for them.
  var trials: [ClaimTrial]?

  init(_ page: Page, _ settings: PageChecker.Settings, _ library: Library) {
    self.page = page
    self.library = library
    headings = settings.headings
    budget = settings.budget
    checksAll = (page.frontMatter.check ?? settings.check) == .all
    layout = Statement.Layout(page.frontMatter.layout ?? settings.layout)
    structure = Statement.Structure(page.frontMatter.structure ?? settings.structure)
    result = PageResult(path: page.path)
    scope.macros.add(settings.macros)
    scope.macros.add(page.frontMatter.macros)
    writing = Self.writing(of: page, scope.macros)
    smooth = Self.smoothFunctions(of: page, scope.macros)
    missesImport = !page.faults.isEmpty
    scope.primesName = writing.leavesPrimesFree
  }

  mutating func check(piece index: Int) {
    let piece = page.pieces[index]
    switch piece.kind {
    case .fence(let fence) where fence.word == "derive": check(fence, at: index)
    case .formula(let formula) where formula.isDisplay: check(formula, at: index)
    case .formula(let formula): take(macros: formula, at: index)
    case .table(let table): check(table, at: index)
    case .code(let code) where code.text.hasPrefix("= ") && mayInsert(code): insert(code, at: index)
    case .heading, .fence, .comment, .code, .link, .image, .reference, .citation, .callout: break
    }
  }

  /// Keeps the macros a formula defines for the formulas below it.
  @discardableResult
  mutating func take(macros formula: Formula, at index: Int) -> TeXMacros.Taken {
    let taken = scope.macros.take(from: formula.tex.sourceText)
    if !taken.expansions.isEmpty {
      result.macros[index] = PageResult.Macros(expansions: taken.expansions, rest: taken.rest)
    }
    return taken
  }

  /// The directive above a piece; one that cannot be read is reported.
  mutating func directive(above index: Int) -> Directive? {
    guard let above = page.pieces[index].precedingComment,
      case .comment(let comment) = page.pieces[above].kind
    else { return nil }
    guard !comment.text.hasPrefix("label:") else { return directive(above: above) }
    do throws(Diagnostic) {
      return try Directive(comment)
    } catch {
      result.diagnostics.append(error)
      return nil
    }
  }

  /// The result with everything sorted by place, and the indices that refer to claims adapted.
  func finished() -> PageResult {
    var sorted = result
    sorted.definitions = dependencies
    let order = result.claims.indices.sorted {
      (result.claims[$0].location, $0) < (result.claims[$1].location, $1)
    }
    sorted.claims = order.map { result.claims[$0] }
    var place: [Int: Int] = [:]
    for (new, old) in order.enumerated() { place[old] = new }
    func moved(_ index: Int) -> Int { place[index] ?? index }
    sorted.claimsOfPiece = result.claimsOfPiece.mapValues { $0.map(moved) }
    sorted.claimsOfCell = result.claimsOfCell.mapValues { $0.mapValues(moved) }
    sorted.blocks = result.blocks.mapValues { statements in
      statements.map { statement in
        var statement = statement
        switch statement.content {
        case .claim(let index, let shown):
          statement.content = .claim(index: moved(index), statement: shown)
        case .steps(var figure):
          for index in figure.steps.indices {
            figure.steps[index].claim = moved(figure.steps[index].claim)
          }
          statement.content = .steps(figure)
        case .declaration, .definition, .network, .deltas, .derivative, .plot, .trouble: break
        }
        return statement
      }
    }
    sorted.diagnostics.sort()
    let writer = ConditionWording(style: show.style)
    for phrase in sorted.phrases where sorted.wordings[phrase] == nil {
      sorted.wordings[phrase] = writer.wording(phrase)
    }
    for value in sorted.claims.compactMap(\.judgement.witness).flatMap(\.values) {
      sorted.spellings[value.name] = writer.style.name(value.name)
    }
    let rules = RuleWording(style: show.style)
    for phrase in sorted.rulePhrases { sorted.wordings[phrase] = rules.wording(phrase) }
    return sorted
  }

  var show: Showing { Showing(scope, style: styles.style(of: writing, in: scope)) }

  /// The prover with what the page says of sizes.
  var prover: Prover {
    Prover(
      orders: scope.assumptions.map { SizeOrder($0.smaller, atMost: $0.larger) }, budget: budget)
  }
}
