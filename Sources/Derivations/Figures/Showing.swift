import MatrixCalculus
import Notation

/// Writes expressions the way the page spells its names.
struct Showing: Sendable {
  let style: TeXStyle
  /// The names of the page, which no letter may have.
  private let taken: Set<String>

  init(_ scope: Scope, style: TeXStyle) {
    self.style = style.naming(PageNames(scope))
    taken = scope.valueNames
  }

  /// How many nodes, written out as a tree, are shown in full.
  static let limit = 1_500

  /// How many nodes, written out as a tree, are read at one glance.
  static let brief = 40

  /// How many characters of text notation fit into a column of a table.
  private static let narrow = 32

  /// How many distinct nodes are shown with names for what they share.
  private static let sharedLimit = 4_000

  /// Whether an expression is short enough to be written out beside others.
  static func isBrief(_ expression: Expression) -> Bool {
    expression.treeSize(limit: brief + 1) <= brief
  }

  /// Whether it is short enough to stand among others that are written in letters.
  static func isTiny(_ expression: Expression) -> Bool { expression.treeSize(limit: 17) <= 16 }

  func callAsFunction(_ expression: Expression) -> Shown {
    if expression.treeSize(limit: Showing.limit + 1) <= Showing.limit {
      return Shown(text: expression.text, tex: expression.tex(style))
    }
    if expression.postorder.count <= Showing.sharedLimit {
      let form = NamedForm(sharing: expression) { Variable("⟨T\($0)⟩", $1) }
      return with(lettered(form.bodies[0]), form.definitions.map { definition($0) })
    }
    let shape = "\(expression.shape)"
    return Shown(
      text: "(\(shape), too long to print)",
      tex: #"\langle \text{\#(shape), too long to print} \rangle"#)
  }

  /// An expression with the parts marked that are values of layers.
  func callAsFunction(_ expression: Expression, marking marks: LayerMarks) -> Shown {
    var shown = self(expression)
    guard expression.treeSize(limit: Showing.limit + 1) <= Showing.limit else { return shown }
    var style = style
    style.marks = marks
    let marked = expression.tex(style)
    shown.marked = marked == shown.tex ? nil : marked
    return shown
  }

  /// An expression in full where it fits into a column of a table, else in letters.
  func callAsFunction(_ expression: Expression, orNarrow formula: Expression) -> Shown {
    fits(expression, in: Showing.narrow) ? self(expression) : lettered(formula)
  }

  /// Whether an expression, written out, is no wider than so many characters of text notation.
  func fits(_ expression: Expression, in width: Int) -> Bool {
    Showing.isBrief(expression) && self(expression).text.count <= width
  }

  /// `body with T1 = …, T2 = …`.
  func with(_ body: Shown, _ definitions: [Shown]) -> Shown {
    guard let first = definitions.first else { return body }
    let tex =
      definitions.count <= Showing.inOneRow
      ? body.tex + #" \quad\text{with } "# + definitions.map(\.tex).joined(separator: #",\; "#)
      : Showing.rows(
        [body.tex, #"\text{with } "# + first.tex] + definitions.dropFirst().map(\.tex))
    return Shown(
      text: "\(body.text) with \(definitions.map(\.text).joined(separator: ", "))", tex: tex)
  }

  /// How many definitions stand behind a formula; more stand below it.
  private static let inOneRow = 8

  /// Formulas below each other, all starting at the left.
  private static func rows(_ formulas: [String]) -> String {
    #"\begin{aligned}"# + formulas.map { "& \($0)" }.joined(separator: #" \\ "#)
      + #"\end{aligned}"#
  }

  /// Several equations below each other, after the definitions of what their right sides share.
  func aligned(_ values: [Expression], _ lefts: [Shown]) -> Shown {
    let form = NamedForm(sharing: values) { Variable("⟨T\($0)⟩", $1) }
    let definitions = form.definitions.map {
      (lettered(.variable($0.letter)), lettered($0.value))
    }
    let rows = definitions + zip(lefts, form.bodies).map { ($0, lettered($1)) }
    return Shown(
      text: rows.map { "\($0.text) = \($1.text)" }.joined(separator: "\n"),
      tex: #"\begin{aligned}"# + "\n"
        + rows.map { "\($0.tex) &= \($1.tex)" }.joined(separator: #" \\"# + "\n")
        + "\n" + #"\end{aligned}"#)
  }

  /// `a3 = tanh(z3)`.
  func definition(_ definition: Definition) -> Shown {
    .equation(lettered(.variable(definition.letter)), lettered(definition.value))
  }

  /// A formula in letters for inputs, activations and deltas, such as `W'*delta3`.
  ///
  /// - Parameter marks: the variables that are marked by a class.
  func lettered(_ expression: Expression, marking marks: [(Variable, String)] = []) -> Shown {
    var style = style
    var letters: [Variable: Expression] = [:]
    for variable in expression.variables {
      guard let letter = LayerLetter(variable.name, style) else { continue }
      var name = letter.text
      while taken.contains(name) { name += "_" }
      letters[variable] = .variable(Variable(name, variable.shape))
      style.names[name] = letter.tex
    }
    let renamed = expression.substituting(letters)
    var shown = Shown(text: renamed.text, tex: renamed.tex(style))
    for (variable, layer) in marks { style.marks.note(.variable(variable), layer: layer) }
    let marked = marks.isEmpty ? shown.tex : renamed.tex(style)
    shown.marked = marked == shown.tex ? nil : marked
    return shown
  }

  /// A condition on letters, as it is shown, and with its formulas where they can be told from its words.
  func lettered(condition: String) -> (text: String, wording: Wording?) {
    var style = style
    let text = condition.replacing(#/⟨[^⟩]*⟩/#) { match in
      let letter = LayerLetter(String(match.0), style)
      var name = letter?.text ?? String(match.0.dropFirst().dropLast())
      while taken.contains(name) { name += "_" }
      style.names[name] = letter?.tex
      return name
    }
    return (text, ConditionWording(style: style).wording(text))
  }

  func name(_ name: String) -> Shown { Shown(text: name, tex: style.name(name)) }
}

extension Shown {
  /// Both forms changed.
  func map(text: (String) -> String, tex: (String) -> String) -> Shown {
    Shown(text: text(self.text), tex: tex(self.tex))
  }

  /// `left = right`.
  static func equation(_ left: Shown, _ right: Shown) -> Shown {
    Shown(
      text: "\(left.text) = \(right.text)", tex: "\(left.tex) = \(right.tex)",
      marked: right.marked.map { "\(left.tex) = \($0)" })
  }
}

/// A letter as the engine makes it, `⟨δ3⟩`, or `⟨δ3.2⟩` for layer 3 of the network of the second term; `⟨dX⟩`
/// is the differential of X.
private struct LayerLetter {
  let text: String
  let tex: String

  init?(_ name: String, _ style: TeXStyle) {
    guard name.hasPrefix("⟨"), name.hasSuffix("⟩") else { return nil }
    let inner = name.dropFirst().dropLast()
    if inner.hasPrefix("d") {
      let moved = String(inner.dropFirst())
      let letter = LayerLetter(moved, style)
      text = "d" + (letter?.text ?? moved)
      tex = #"\mathrm{d} "# + (letter?.tex ?? style.name(moved))
      return
    }
    let parts = inner.dropFirst().split(separator: ".").map(String.init)
    guard let sign = inner.first, let number = parts.first else { return nil }
    let isDelta = sign == "δ"
    let term = parts.dropFirst().first
    text = (isDelta ? "delta" : String(sign)) + number + (term.map { "_\($0)" } ?? "")
    let letter = isDelta ? #"\delta"# : String(sign)
    tex =
      sign == "T" || sign == "G"
      ? "\(sign)_{\(number)}" : letter + (term.map { "_{\($0)}" } ?? "") + "^{(\(number))}"
  }
}
