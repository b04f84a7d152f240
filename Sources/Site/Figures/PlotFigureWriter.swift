internal import Derivations
internal import Diagnostics

extension FigureWriter {
  /// Curves in a frame with a caption.
  func plot(_ figure: PlotFigure, at location: SourceLocation) -> HTML {
    let names = figure.curves.enumerated().map { index, curve in
      HTML.element(
        "span", ["class": "curve-name curve-\(index)"], formulas.shown(curve.name, at: location))
    }
    return .element(
      "figure", ["class": "plot"],
      .element("div", ["class": "diagram-scroll", "tabindex": "0"], Plot(figure).svg),
      .element(
        "figcaption", of: [:],
        figure.curves.count > 1 ? names : [.text(prettified(figure.caption))]))
  }
}
