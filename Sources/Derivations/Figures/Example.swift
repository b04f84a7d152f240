import Foundation
import MatrixCalculus
import Notation
import Proof

/// The numbers that a page gives to its variables, and what formulas are at them.
struct Example {
  private var entries: [Variable: [[Double]]] = [:]
  /// The variables whose numbers have been given so far, in order; figures know those below as well.
  private var stated: [Variable] = []

  /// The largest matrix of numbers that is shown, in entries.
  private static let largest = 60

  mutating func set(_ variable: Variable, _ rows: [[Rational]]) {
    entries[variable] = rows.map { $0.map { Double($0.numerator) / Double($0.denominator) } }
  }

  /// Two variables whose numbers do not agree about a size.
  struct Clash {
    let size: String
    let own: Int
    let other: String
    let count: Int
  }

  /// Notes that the numbers of a variable have been given.
  ///
  /// - Returns: the size about which they do not agree with those of a variable before it, if any. Given
  ///   anew, a variable starts another example.
  mutating func state(_ variable: Variable) -> Clash? {
    if stated.contains(variable) { stated = [] }
    defer { stated.append(variable) }
    let own = sizes(of: variable)
    for other in stated {
      for (name, count) in sizes(of: other) {
        guard let mine = own.first(where: { $0.name == name }), mine.count != count else {
          continue
        }
        return Clash(size: name, own: mine.count, other: other.name, count: count)
      }
    }
    return own.lazy.compactMap { size in
      own.first { $0.name == size.name && $0.count != size.count }.map {
        Clash(size: size.name, own: size.count, other: variable.name, count: $0.count)
      }
    }.first
  }

  /// What the numbers of a variable say about sizes that have a name of their own.
  private func sizes(of variable: Variable) -> [(name: String, count: Int)] {
    guard let rows = entries[variable] else { return [] }
    let counts = [
      (variable.shape.rows, rows.count), (variable.shape.columns, rows.first?.count ?? 0),
    ]
    return counts.compactMap { size, count in size.name.map { ($0, count) } }
  }

  /// A point with numbers for all the variables of a formula; nil where one has none, or where the sizes
  /// of the example contradict each other.
  func point(for expression: MatrixCalculus.Expression) -> NumericPoint? {
    guard !entries.isEmpty else { return nil }
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
