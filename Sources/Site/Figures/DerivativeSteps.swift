internal import Derivations
internal import Diagnostics

extension FigureWriter {
  /// A derived gradient: each instance's line with where it comes from, then the sum.
  func derivative(_ figure: DerivativeFigure, at location: SourceLocation) -> HTML {
    .element(
      "figure", ["class": "derivative"],
      .element("ol", of: ["class": "steps"], figure.steps.map { step($0, at: location) }),
      definitions(figure.definitions, at: location),
      notes(figure.notes), conditions(figure.conditions))
  }

  private func notes(_ notes: [String]) -> HTML {
    .fragment(notes.map { .element("p", ["class": "note"], .text($0)) })
  }

  /// What the letters stand for, aligned at their signs.
  private func definitions(_ definitions: [Shown], at location: SourceLocation) -> HTML {
    guard !definitions.isEmpty else { return .fragment([]) }
    return .element(
      "div", ["class": "definitions"],
      .element("p", [:], "with"),
      .element(
        "ul", of: ["class": "given"],
        definitions.map { .element("li", [:], formulas.shown($0, at: location)) }))
  }

  private func step(_ step: DerivativeFigure.Step, at location: SourceLocation) -> HTML {
    .element(
      "li", ["class": step.origin == nil ? "sum" : nil],
      step.origin.map { .element("span", ["class": "origin"], .text($0)) } ?? .fragment([]),
      displayed(Self.aligned(step), at: location))
  }

  /// A chain of equal sides, aligned at its signs.
  private static func aligned(_ step: DerivativeFigure.Step) -> Shown {
    let lines = step.right.enumerated().map { index, side in
      (index == 0 ? step.left.tex : "") + " &= " + side.tex
    }
    let text = ([step.left] + step.right).map(\.text).joined(separator: " = ")
    return Shown(
      text: text,
      tex: #"\begin{aligned}"# + lines.joined(separator: #" \\ "#) + #"\end{aligned}"#)
  }

  func conditions(_ conditions: [String]) -> HTML {
    guard !conditions.isEmpty else { return .fragment([]) }
    return .element(
      "figcaption", [:],
      .text("Where " + conditions.map(prettified).joined(separator: ", ")))
  }
}
