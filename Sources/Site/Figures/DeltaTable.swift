internal import Derivations
internal import Diagnostics

extension FigureWriter {
  /// The delta table of a function, last layer first, each delta as stated and then simplified.
  ///
  /// - Parameter term: its number among the terms of a function of several.
  func deltas(_ figure: DeltaFigure, term: Int? = nil, at location: SourceLocation) -> HTML {
    .element(
      "figure",
      ["class": "deltas", "data-of": figure.function, "data-term": term.map { String($0) }],
      table(
        class: "layers", caption: nil,
        head: [
          said("Layer"), .fragment([said("Derivative"), " ", .element("i", [:], "f′")]),
          said("Delta"),
          .fragment([said("Input"), " ", .element("i", [:], "z"), " ", said("to this layer")]),
        ],
        rows: figure.rows.map { row($0, at: location) }),
      .element(
        "figcaption", [:], said("The deltas of"), " ",
        formulas.shown(figure.title, at: location), ", ", said("last layer first"),
        allNumbers(figure.rows.compactMap(\.number))))
  }

  private func row(_ row: DeltaFigure.Row, at location: SourceLocation) -> HTML {
    .element(
      "tr", ["data-layer": String(row.layer)],
      .element("th", ["scope": "row"], .text(String(row.layer))),
      .element("td", [:], formulas.shown(row.derivative, at: location)),
      .element(
        "td", [:], delta(row, at: location), numbers(row.number.map { [$0] } ?? [], at: location)),
      .element("td", [:], formulas.shown(row.input, at: location)))
  }

  private func delta(_ row: DeltaFigure.Row, at location: SourceLocation) -> HTML {
    let forms = row.forms
    let stated = formulas.shown(forms[0], at: location)
    guard forms.count > 1 else { return stated }
    let simplified = Shown(text: "= " + row.simplified.text, tex: "{} = " + row.simplified.tex)
    return .fragment([
      .element("div", [:], stated),
      .element("div", ["class": "simplified"], formulas.shown(simplified, at: location)),
    ])
  }
}
