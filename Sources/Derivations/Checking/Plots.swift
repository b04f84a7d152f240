import Diagnostics
import func Foundation.pow
import MatrixCalculus
import Notation
import Proof

extension PageSession {
  /// A function of every entry and its derivative over a range.
  ///
  /// - Throws: `unknown-function`, and `unsupported` where it has no values in the range.
  func plot(
    _ name: Statement.Name, _ range: ClosedRange<Double>?, in source: SourceText
  ) throws(Diagnostic) -> PlotFigure {
    let location = source.location(name.range)
    guard let value = entrywise(name, in: source) else {
      throw Diagnostic(
        .unknownFunction, "there is no function of every entry called \(name.text)", at: location,
        hint: nearest(name.text, in: MatrixCalculus.Function.names).map { "did you mean \($0)?" }
          ?? "define it, as in \(name.text)(z) = z^2")
    }
    let entry = Self.entry
    let curves = Curves(range ?? -4...4, entry)
    let slope = try? Gradient.gradients(of: value, wrt: [entry])[0].simplified
    let shown = show.name(name.text)
    let points = curves.points(value) ?? []
    // A formula of the slope may have values where the function has none.
    let domain = Set(points.map(\.x))
    let slopes = (slope.flatMap(curves.points) ?? []).filter { domain.contains($0.x) }
    let drawn = [
      PlotFigure.Curve(
        name: Shown(text: "\(shown.text)(z)", tex: "\(shown.tex)(z)"), points: points),
      PlotFigure.Curve(
        name: Shown(text: "\(shown.text)'(z)", tex: "\(shown.tex)'(z)"), points: slopes),
    ].filter { !$0.points.isEmpty }
    guard !points.isEmpty else {
      throw Diagnostic(
        .unsupported, "\(name.text) has no values in the range", at: location,
        hint: "say a range where it is defined, as in plot \(name.text) from 0.1 to 4")
    }
    return PlotFigure(
      caption: drawn.count > 1 ? "\(shown.text) and its derivative" : shown.text,
      horizontal: "z", vertical: "", isLogarithmic: false, curves: drawn)
  }

  /// Stands for an entry; no name an author can write.
  private static var entry: Variable { Variable("⟨x⟩", .scalar) }

  /// The function of that name, of the page or of the language, of one entry.
  private func entrywise(_ name: Statement.Name, in source: SourceText) -> Expression? {
    let entry = Self.entry
    let call = Syntax(
      .call(name.text, primes: 0), [Syntax(.name(entry.name), range: name.range)],
      range: name.range)
    var scope = scope
    guard (try? scope.declare(Scope.Declaration(entry))) != nil,
      let value = try? Elaborator(scope, source).elaborate(call).expression, value.shape.isScalar
    else { return nil }
    return value
  }

  /// How far central differences of F are from its derived gradient, for steps of falling size.
  ///
  /// - Throws: `unknown-name` where the example gives no numbers to a variable.
  mutating func gradientPlot(
    _ formula: Syntax, _ name: Statement.Name, in source: SourceText, at location: SourceLocation
  ) throws(Diagnostic) -> PlotFigure {
    let function = try function(side(formula, in: source))
    let syntax = Syntax(.name(name.text), range: name.range)
    let variable = try variable(syntax, in: source).variable
    let gradient = try gradient(of: function, wrt: variable, at: location)
    if let missing = function.expression.variables.first(where: { example[$0] == nil }) {
      throw Diagnostic(
        .unknownName, "no example gives numbers to \(missing.name)",
        at: source.location(name.range),
        hint: "give numbers to all variables, as in example \(missing.name) = [1 0; 2 1]")
    }
    let check = DifferenceCheck(function.expression, gradient, variable, example)
    guard let points = check?.points, points.count > 1 else {
      throw Diagnostic(
        .unsupported, "\(function.name) has no value at the numbers of the example", at: location,
        hint: "give numbers of agreeing shapes, inside the domain")
    }
    let shown = (shown(function), show.name(variable.name))
    return PlotFigure(
      caption: "The error of central differences of \(shown.0.text) along a direction of "
        + "\(shown.1.text), relative to the derived gradient, against the step",
      horizontal: "step", vertical: "relative error", isLogarithmic: true,
      curves: [
        PlotFigure.Curve(
          name: Shown(text: "error", tex: #"\text{error}"#), points: points)
      ])
  }
}

/// Values of a formula of one number at evenly spaced points.
struct Curves {
  /// How many points a curve has.
  private static let count = 161

  private let places: [Double]
  private let entry: Variable

  init(_ range: ClosedRange<Double>, _ entry: Variable) {
    let step = (range.upperBound - range.lowerBound) / Double(Self.count - 1)
    places = (0..<Self.count).map { range.lowerBound + Double($0) * step }
    self.entry = entry
  }

  /// The points at which the formula has a value; nil where it has too few.
  func points(_ value: Expression) -> [PlotFigure.Point]? {
    let found = places.compactMap { place in
      NumericPoint([entry: [[place]]])?.value(value)?.first?.first
        .map { PlotFigure.Point(x: place, y: $0) }
    }
    return found.count > 1 ? found : nil
  }
}

/// Central differences against a derived gradient, along one direction.
///
/// The error falls with the square of the step until rounding takes over.
///
/// Source: W. Press, S. Teukolsky, W. Vetterling, B. Flannery, "Numerical Recipes" (2007), §5.7.
struct DifferenceCheck {
  private let function: Expression
  private let variable: Variable
  private let example: Example
  private let rows: [[Double]]
  private let direction: [[Double]]
  private let slope: Double

  init?(
    _ function: Expression, _ gradient: Expression, _ variable: Variable, _ example: Example
  ) {
    guard let rows = example[variable],
      let value = (example.point(for: gradient) ?? example.point(for: function))?.value(gradient)
    else { return nil }
    (self.function, self.variable, self.example, self.rows) = (function, variable, example, rows)
    var random = SplitMix64(seed: 5)
    direction = rows.map { $0.map { _ in Double(random.below(2001)) / 1000 - 1 } }
    var slope = 0.0
    for (entries, along) in zip(value, direction) {
      for (entry, step) in zip(entries, along) { slope += entry * step }
    }
    self.slope = slope
  }

  /// Steps from 1 down to 10⁻¹², a third of a power of ten apart.
  var points: [PlotFigure.Point] {
    (0...36).compactMap { place in
      let step = pow(10, -Double(place) / 3)
      guard let after = value(step), let before = value(-step), slope != 0 else { return nil }
      let error = abs((after - before) / (2 * step) - slope) / abs(slope)
      // An error of zero has no place on an axis of powers.
      return PlotFigure.Point(x: step, y: max(error, 1e-17))
    }
  }

  private func value(_ step: Double) -> Double? {
    let moved = zip(rows, direction).map { row, along in zip(row, along).map { $0 + step * $1 } }
    return example.with(variable, moved).point(for: function)?.value(function)?.first?.first
  }
}
