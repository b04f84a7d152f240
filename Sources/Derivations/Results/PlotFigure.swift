/// Curves in one frame.
package struct PlotFigure: Hashable, Sendable {
  package struct Curve: Hashable, Sendable {
    package var name: Shown
    /// From left to right.
    package var points: [Point]

    package init(name: Shown, points: [Point]) {
      self.name = name
      self.points = points
    }
  }

  package struct Point: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// What is shown, as a sentence without a full stop; its formulas in TeX.
  package var caption: String
  package var horizontal: String
  package var vertical: String
  /// Whether both axes are those of powers of ten.
  package var isLogarithmic: Bool
  package var curves: [Curve]

  package init(
    caption: String, horizontal: String, vertical: String, isLogarithmic: Bool, curves: [Curve]
  ) {
    self.caption = caption
    self.horizontal = horizontal
    self.vertical = vertical
    self.isLogarithmic = isLogarithmic
    self.curves = curves
  }
}
