import Foundation
import MatrixCalculus
import Notation
import Proof

/// The numbers that a page gives to its variables, and what formulas are at them.
struct Example {
  private var entries: [Variable: [[Double]]] = [:]

  /// The largest matrix of numbers that is shown, in entries.
  private static let largest = 60

  mutating func set(_ variable: Variable, _ rows: [[Rational]]) {
    entries[variable] = rows.map { $0.map { Double($0.numerator) / Double($0.denominator) } }
  }

  /// A point with numbers for all the variables of a formula; nil where one has none, or where the sizes
  /// of the example contradict each other.
  func point(for expression: MatrixCalculus.Expression) -> NumericPoint? {
    let variables = expression.variables
    guard !variables.isEmpty, NumericPoint(entries) != nil,
      variables.allSatisfy({ entries[$0] != nil })
    else { return nil }
    return NumericPoint(entries.filter { variables.contains($0.key) })
  }

  /// The numbers of one variable.
  subscript(variable: Variable) -> [[Double]]? { entries[variable] }

  /// The same with other numbers for one variable.
  func with(_ variable: Variable, _ rows: [[Double]]) -> Example {
    var copy = self
    copy.entries[variable] = rows
    return copy
  }

  /// `name = [numbers]`; nil where the formula has no value here, or a large one.
  func shown(_ name: Shown, _ expression: MatrixCalculus.Expression) -> Shown? {
    guard let rows = point(for: expression)?.value(expression),
      rows.count * (rows.first?.count ?? 0) <= Self.largest
    else { return nil }
    let texts = rows.map { $0.map(Self.text) }
    guard texts.count > 1 || texts[0].count > 1 else {
      return .equation(name, Shown(text: texts[0][0], tex: Self.tex(texts[0][0])))
    }
    let text = texts.map { $0.joined(separator: " ") }.joined(separator: "; ")
    let tex = texts.map { $0.map(Self.tex).joined(separator: " & ") }.joined(separator: #" \\ "#)
    return .equation(
      name, Shown(text: "[\(text)]", tex: #"\begin{bmatrix} \#(tex) \end{bmatrix}"#))
  }

  /// Four significant digits; whole numbers whole.
  private static func text(_ value: Double) -> String {
    let rounded = value.rounded()
    guard value != rounded || abs(value) >= 1e7 else { return String(Int(rounded)) }
    return String(format: "%.4g", value)
  }

  /// With a power of ten for an exponent.
  private static func tex(_ number: String) -> String {
    guard let mark = number.firstIndex(of: "e"), let power = Int(number[mark...].dropFirst()) else {
      return number
    }
    return #"\#(number[..<mark]) \cdot 10^{\#(power)}"#
  }
}
