package import Diagnostics

/// One line of a `derive` block with what came of it, in the order of the block.
package struct StatementResult: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// A declaration, an assumption, a notation: shown as a formula.
    case declaration(Shown)
    /// A definition of a function or a name.
    case definition(Shown)
    /// A claim, by its index in the page's claims, with its own left and right side in TeX.
    case claim(index: Int, statement: Shown)
    case network([NetworkFigure])
    case deltas([DeltaFigure])
    /// A requested result that is not claimed.
    case derivative(DerivativeFigure)
    /// A derivation step by step, each step a claim.
    case steps(StepsFigure)
    case plot(PlotFigure)
    /// The line could not be read; the diagnostic is in the page's diagnostics too.
    case trouble(Diagnostic)
  }

  /// The author's text of the statement.
  package var source: String
  package var location: SourceLocation
  package var content: Content
  /// What the statement defines or derives as a program, to be copied; nil where there is none.
  package var program: Program?
  /// Whether it was brought in from another page.
  package var isBrought: Bool

  package init(
    source: String, location: SourceLocation, content: Content, program: Program? = nil,
    isBrought: Bool = false
  ) {
    self.source = source
    self.location = location
    self.content = content
    self.program = program
    self.isBrought = isBrought
  }
}

/// All that checking one page brought.
package struct PageResult: Hashable, Sendable {
  package var path: String
  /// By location.
  package var claims: [CheckedClaim]
  /// The results of each `derive` block, by the index of its piece in the page.
  package var blocks: [Int: [StatementResult]]
  /// The claims of each display formula or table, by the index of its piece in the page.
  package var claimsOfPiece: [Int: [Int]]
  /// The claim of each table cell: by piece, then row (from 0, without the header) and column.
  package var claimsOfCell: [Int: [Cell: Int]]
  /// Which layers the rows of each checked table are about, by its piece.
  package var layersOfTable: [Int: TableLayers] = [:]
  /// The checked results that replace code spans such as `= gradient F wrt W`, by piece.
  package var inserted: [Int: Shown]
  /// What display formulas say in other notations, by piece.
  package var transcripts: [Int: Transcript] = [:]
  /// Which stretches of display formulas, in UTF-8 offsets of their TeX, are quantities of layers, by piece.
  package var marksOfPiece: [Int: [Range<Int>: String]] = [:]
  /// What formulas define for those below them, by piece.
  package var macros: [Int: Macros]
  package var diagnostics: [Diagnostic]
  /// Conditions of claims and results with their formulas, by their text.
  package var wordings: [String: Wording] = [:]
  /// How formulas spell the names that witnesses give values to.
  package var spellings: [String: String] = [:]
  /// The definitions of the page, in order, each with those it is made of.
  package var definitions: [Dependency] = []
  /// Display equations seen, and those that no claim speaks of.
  package var equations: Int
  package var notCovered: Int
  /// Why each of the latter is none, by place.
  package var uncovered: [Uncovered] = []

  /// A display equation that no claim speaks of.
  package struct Uncovered: Hashable, Sendable {
    package var location: SourceLocation
    package var reason: String
  }

  /// A display formula in other notations, to be copied.
  package struct Transcript: Hashable, Sendable {
    /// As a `derive` block would have it: without a left side where it is by one place of a variable.
    package var text: String
    /// Its right side as programs; nil where there is nothing to compute.
    package var program: Program?
  }

  /// A cell of a table.
  package struct Cell: Hashable, Sendable {
    package var row: Int
    package var column: Int

    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// What the rows of a table of layers or deltas are about.
  package struct TableLayers: Hashable, Sendable {
    /// The function's name.
    package var function: String
    /// Which of its terms, from 1, where they are several.
    package var term: Int?
    /// The number of the layer by row, from 0, without the header.
    package var rows: [Int: Int] = [:]
    /// The delta at the numbers of the example by row.
    package var numbers: [Int: Shown] = [:]
  }

  /// The macros a formula defines.
  package struct Macros: Hashable, Sendable {
    /// Expansions by macro name, such as `\R`.
    package var expansions: [String: String]
    /// The formula with blanks where the definitions stood.
    package var rest: String

    package init(expansions: [String: String], rest: String) {
      self.expansions = expansions
      self.rest = rest
    }
  }

  package init(path: String) {
    self.path = path
    claims = []
    blocks = [:]
    claimsOfPiece = [:]
    claimsOfCell = [:]
    inserted = [:]
    macros = [:]
    diagnostics = []
    equations = 0
    notCovered = 0
  }
}

extension PageResult {
  /// The same with the folder that holds `content/` noted on each claim.
  package func rooted(in folder: String) -> PageResult {
    var result = self
    result.claims = claims.map { $0.rooted(in: folder) }
    return result
  }
}
