import Diagnostics
import MatrixCalculus
import Notation

/// The claimed formula as its author wrote it, and what changed versions of it mean.
struct AuthorText {
  let source: SourceText
  let formula: Syntax
  let dialect: Dialect
  let scope: Scope
  let quantity: Elaborator.Quantity
  let names: LaTeXNames
  let bytes: [UInt8]
  /// The letters of a statement about single entries.
  let axes: [IndexAxis]
  /// How the author writes: as in this formula, and as elsewhere on the page.
  let style: TeXStyle
  /// A cell of a table, where a subscript stands for all entries.
  private var isCell = false

  init(
    _ formula: Syntax, _ source: SourceText, _ dialect: Dialect, _ scope: Scope,
    _ names: LaTeXNames, _ writing: WritingStyle, _ quantity: @escaping Elaborator.Quantity,
    _ axes: [IndexAxis] = []
  ) {
    self.axes = axes
    self.formula = formula
    self.source = source
    self.dialect = dialect
    self.scope = scope
    self.names = names
    self.quantity = quantity
    bytes = Array(source.text.utf8)
    style = Self.style(source, dialect, scope, writing)
    guard dialect == .tex, !isTooDeep else { return }
    isCell = (try? readDisplay(text(whole))) == nil
  }

  /// Deeper formulas are not looked into: edits walk them by recursion.
  var isTooDeep: Bool { formula.depth > 200 }

  /// All of the formula.
  var whole: Range<Int> { extent(formula) }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// On one line, for a message.
  func excerpt(_ node: Syntax) -> String { source.excerpt(extent(node)) }

  /// The stretch of a node with all that belongs to it: the scripts of a name, the `\left` of a bracket.
  func extent(_ node: Syntax) -> Range<Int> {
    guard dialect == .tex else { return node.range }
    switch node.kind {
    case .name, .layer:
      let core = core(node)
      let end = TeXScripts(bytes, after: core.upperBound).nameEnd
      return core.lowerBound..<max(end, core.upperBound)
    default:
      let inner = node.children.map(extent).reduce(node.range) { whole, part in
        min(whole.lowerBound, part.lowerBound)..<max(whole.upperBound, part.upperBound)
      }
      return SizedBracket.start(of: inner.lowerBound, in: bytes)..<inner.upperBound
    }
  }

  /// What scripts stand on: a name with its font, as in `\mathbf{W}`.
  func core(_ node: Syntax) -> Range<Int> {
    let range = node.range
    guard dialect == .tex, range.lowerBound > 0, range.upperBound < bytes.count,
      bytes[range.lowerBound - 1] == UInt8(ascii: "{"),
      bytes[range.upperBound] == UInt8(ascii: "}")
    else { return range }
    let before = bytes[..<(range.lowerBound - 1)]
    for font in Self.fonts where before.suffix(font.count).elementsEqual(font) {
      return range.lowerBound - 1 - font.count..<range.upperBound + 1
    }
    return range
  }

  private static let fonts = [
    #"\mathbf"#, #"\boldsymbol"#, #"\bm"#, #"\mathrm"#, #"\mathit"#, #"\mathsf"#, #"\mathcal"#,
    #"\mathbb"#, #"\symbf"#, #"\pmb"#,
  ].map { Array($0.utf8) }

  /// The whole formula with changes made; nil where two of them overlap.
  func applying(_ changes: [Edit.Change]) -> String? { applying(changes, within: whole) }

  /// A stretch of it with changes made.
  func applying(_ changes: [Edit.Change], within stretch: Range<Int>) -> String? {
    var result: [UInt8] = []
    var position = stretch.lowerBound
    for change in changes {
      guard change.range.lowerBound >= position, change.range.upperBound <= stretch.upperBound
      else { return nil }
      result += bytes[position..<change.range.lowerBound]
      result += change.text.utf8
      position = change.range.upperBound
    }
    result += bytes[position..<stretch.upperBound]
    return String(decoding: result, as: UTF8.self)
  }

  /// The meaning of a changed formula; nil where it cannot be read or has none.
  func meaning(_ text: String, expecting shape: Shape) -> Expression? {
    do throws(Diagnostic) {
      let syntax = dialect == .text ? try readText(text) : try readTeX(text)
      let changed = SourceText(path: source.path, text: text)
      let elaborator = Elaborator(scope, changed, dialect: dialect, quantity: quantity)
      return axes.isEmpty
        ? try elaborator.elaborate(syntax, expecting: shape).expression
        : try elaborator.elaborate(syntax, along: axes, expecting: shape).expression
    } catch { return nil }
  }

  /// The meaning of a part of the author's own formula; nil where it has none by itself.
  func meaning(of node: Syntax) -> Expression? {
    try? Elaborator(scope, source, dialect: dialect, quantity: quantity).elaborate(node).expression
  }

  private func readText(_ text: String) throws(Diagnostic) -> Syntax {
    try TextReader.read(SourceText(path: source.path, text: text))
  }

  private func readTeX(_ text: String) throws(Diagnostic) -> Syntax {
    guard isCell else { return try readDisplay(text) }
    let cell = try CellReader.read(SourceText(path: source.path, text: text), names: names)
    guard cell.left == nil, let formula = cell.formula else { throw AuthorText.noFormula }
    return formula
  }

  private func readDisplay(_ text: String) throws(Diagnostic) -> Syntax {
    let reading = EquationReader.read(SourceText(path: source.path, text: text), names: names)
    if let first = reading.diagnostics.first { throw first }
    guard reading.equations.count == 1, reading.equations[0].sides.isEmpty,
      let formula = reading.equations[0].leftFormula
    else { throw AuthorText.noFormula }
    return formula
  }

  private static let noFormula = Diagnostic(.unreadable, "this is not one formula")
}

/// How the author's notation spells what an edit puts in.
extension AuthorText {
  var isText: Bool { dialect == .text }

  /// Between the factors of a matrix product.
  var times: String { isText ? "*" : style.product }

  /// Between the factors of an entrywise product: the author's own sign.
  var entrywiseTimes: String {
    if isText { return ".*" }
    return " \(style.hadamard) "
  }

  private static func style(
    _ source: SourceText, _ dialect: Dialect, _ scope: Scope, _ writing: WritingStyle
  ) -> TeXStyle {
    var style = TeXStyle()
    style.hadamard = #"\odot"#
    guard dialect == .tex else { return style }
    var own = WritingStyle()
    own.learn(from: source, macros: scope.macros)
    return own.style(in: scope, otherwise: writing.style(in: scope, otherwise: style))
  }

  func name(_ name: String) -> String { isText ? name : style.name(name) }

  func written(_ expression: Expression) -> String {
    isText ? expression.text : expression.tex(style)
  }

  func number(_ value: Rational) -> String {
    guard !value.isInteger else { return "\(value)" }
    return isText
      ? "\(value)" : "\(style.numberFraction){\(value.numerator)}{\(value.denominator)}"
  }

  /// A number where it must hold together.
  func closedNumber(_ value: Rational) -> String {
    isText && (!value.isInteger || value.isNegative) ? "(\(value))" : number(value)
  }

  /// `W'` of a name.
  func transposedName(_ name: String) -> String {
    guard !isText else { return name + "'" }
    let spelled = self.name(name)
    return style.transposed(spelled.contains("^") ? "{\(spelled)}" : spelled)
  }

  func function(_ name: String) -> String {
    guard !isText else { return name }
    return style.functions[name] ?? Function.named(name)?.tex ?? MatrixFunction.named(name)?.tex
      ?? name
  }

  func call(_ name: String, _ argument: String) -> String {
    if !isText, name == "inv" { return "(\(argument))^{-1}" }
    if !isText, name == "sum" { return #"\sum (\#(argument))"# }
    return "\(function(name))(\(argument))"
  }
}
