import Diagnostics
import Notation
import Pages

/// The text of a cell and how it is to be read.
struct CellText {
  let source: SourceText
  let cell: CellReader.Cell
  let dialect: Dialect
  /// Whether `source` is not what the author wrote, but the TeX that stands for it.
  let isRespelt: Bool

  /// Reads a cell: what is no formula between dollars as text notation where that gives it a meaning, else
  /// as the TeX or the plain text that stands for it.
  ///
  /// - Parameters:
  ///   - isEntry: whether the formula is about one entry, so that products are those of entries.
  ///   - trouble: why a formula has no meaning on the page; nil where it has one.
  /// - Throws: what cannot be read in either notation.
  init(
    _ cell: Table.Cell, isEntry: Bool, names: LaTeXNames, trouble: (ClaimedSide) -> Diagnostic?
  ) throws(Diagnostic) {
    var source = (cell.formula ?? cell.code)?.sourceText ?? cell.plainText
    var tex = Result { () throws(Diagnostic) in try CellReader.read(source, names: names) }
    let respelt = cell.formula == nil ? source.holdingExponents : nil
    let isTeX = (try? tex.get()) != nil
    if !isTeX, let respelt, let read = try? CellReader.read(respelt, names: names),
      CellText.inTextNotation(source, names) == nil
    {
      (source, tex, isRespelt) = (respelt, .success(read), true)
    } else {
      isRespelt = false
    }
    let isFormula = cell.formula != nil || (try? tex.get())?.isEmpty == true
    let text = isFormula ? nil : CellText.inTextNotation(source, names)
    let asRead = [text.map { Candidate($0, .text) }, (try? tex.get()).map { Candidate($0, .tex) }]
      .compactMap { $0 }
    let candidates = asRead + (isEntry ? asRead.map(\.ofEntries) : [])
    let meant = candidates.first { trouble($0.side(source)) == nil }
    // Shapes that do not fit are a mistake in the formula, not in how it is read.
    let misfit = asRead.first { trouble($0.side(source))?.code == .shapeMismatch }
    if let chosen = meant ?? misfit {
      (self.cell, dialect) = (chosen.cell, chosen.dialect)
    } else {
      (self.cell, dialect) = (try tex.get(), .tex)
    }
    self.source = source
  }

  /// One way to read the cell.
  private struct Candidate {
    var cell: CellReader.Cell
    var dialect: Dialect

    init(_ cell: CellReader.Cell, _ dialect: Dialect) {
      self.cell = cell
      self.dialect = dialect
    }

    func side(_ source: SourceText) -> ClaimedSide {
      let formula = cell.formula ?? Syntax(.name(""), range: cell.range)
      return ClaimedSide(formula: formula, source: source, dialect: dialect, range: cell.range)
    }

    /// The same about one entry.
    var ofEntries: Candidate {
      var cell = cell
      cell.formula = cell.formula?.entrywise
      for index in cell.further.indices {
        cell.further[index].formula = cell.further[index].formula.entrywise
      }
      return Candidate(cell, dialect)
    }
  }

  /// `f'(z) = 2*z`, `W'*delta2`: what stands behind the equality sign, if it is a formula.
  private static func inTextNotation(_ source: SourceText, _ names: LaTeXNames) -> CellReader.Cell?
  {
    let text = source.text
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let start = parts.count == 2 ? parts[0].utf8.count + 1 : 0
    guard !text.contains("\\"),
      let formula = try? TextReader.read(source, in: start..<text.utf8.count)
    else { return nil }
    let left = parts.count == 2 ? application(parts[0]).map { Equation.Left.application($0) } : nil
    return CellReader.Cell(
      left: left, formula: formula.namingLayers { names.isFree($0) }, range: formula.range)
  }

  /// `f'(z)`.
  private static func application(_ text: Substring) -> Equation.Application? {
    guard let match = text.trimmed.wholeMatch(of: /f([′']*)\((\p{L}+)\)/) else { return nil }
    return Equation.Application("f", primes: match.1.count, arguments: [String(match.2)])
  }
}

extension Syntax {
  /// The formula of all entries, as one about a single entry says it: products and powers entry by entry.
  fileprivate var entrywise: Syntax {
    let kind: Kind =
      switch kind {
      case .multiply, .juxtapose: .entrywiseMultiply
      case .divide: .entrywiseDivide
      case .power: .entrywisePower
      default: kind
      }
    return Syntax(kind, children.map(\.entrywise), range: range, marks: marks)
  }

  /// `δ^(3)`, where δ means nothing else, as plain text writes the quantities of layers.
  fileprivate func namingLayers(_ isFree: (String) -> Bool) -> Syntax {
    if kind == .power, children[1].kind == .brackets, case .name(let name) = children[0].kind,
      case .number(let number) = children[1].children[0].kind, isFree(name),
      let layer = Layer(name: "\(name)\(number)")
    {
      return Syntax(.layer(layer), range: range, marks: marks)
    }
    return Syntax(kind, children.map { $0.namingLayers(isFree) }, range: range, marks: marks)
  }
}

extension SourceText {
  /// `δ^(2)` with braces around what is raised, as TeX wants it; nil where nothing is raised so.
  fileprivate var holdingExponents: SourceText? {
    var written: [UInt8] = []
    var places: [Int] = []
    var open: [Bool] = []
    let bytes = Array(text.utf8)
    for (offset, byte) in bytes.enumerated() {
      let isRaised =
        byte == UInt8(ascii: "(") && offset > 0 && bytes[offset - 1] == UInt8(ascii: "^")
      let closes = byte == UInt8(ascii: ")") ? open.popLast() ?? false : false
      if byte == UInt8(ascii: "(") { open.append(isRaised) }
      let new = (isRaised ? [UInt8(ascii: "{")] : []) + [byte] + (closes ? [UInt8(ascii: "}")] : [])
      written += new
      places += new.map { _ in offset }
    }
    guard written.count > bytes.count else { return nil }
    let runs = places.enumerated().map { new, old in
      let place = location(old..<old)
      return Run(offset: new, line: place.line, column: place.column)
    }
    let path = location(0..<0).path
    return SourceText(path: path, text: String(decoding: written, as: UTF8.self), runs: runs)
  }
}

extension Table.Cell {
  /// The text without markup, each byte of which knows where it stands: emphasis is left out.
  fileprivate var plainText: SourceText {
    guard source.text != text else { return source.sourceText }
    var runs: [SourceText.Run] = []
    var place = 0
    let written = Array(source.text.utf8)
    for (offset, byte) in text.utf8.enumerated() {
      // Bytes that are spelled otherwise, as by an entity, stand where the one before them stood.
      let found = written[place...].firstIndex(of: byte)
      let at = source.location(at: found ?? place)
      runs.append(SourceText.Run(offset: offset, line: at.line, column: at.column))
      place = found.map { $0 + 1 } ?? place
    }
    return SourceText(path: source.location.path, text: text, runs: runs)
  }
}
