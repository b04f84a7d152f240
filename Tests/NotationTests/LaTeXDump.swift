import Diagnostics
import MatrixCalculus

@testable import Notation

extension Syntax {
  /// The tree on one line: `(' W)` is a transpose, `(W x)` juxtaposition, `[x]` brackets.
  var dump: String {
    let parts = children.map(\.dump).joined(separator: " ")
    switch kind {
    case .number(let value): return "\(value)"
    case .name(let name): return name
    case .call(let name, let primes):
      let arguments = children.map(\.dump).joined(separator: ", ")
      return name + String(repeating: "'", count: primes) + "(" + arguments + ")"
    case .layer(let layer): return "<\(layer.quantity) \(layer.index.dump)>"
    case .derivative(let derivative): return "{\(derivative) \(parts)}"
    case .brackets: return "[\(parts)]"
    case .juxtapose: return "(\(parts))"
    case .matrix: return "<\(parts)>"
    case .row: return "<\(parts)>"
    case .indexed(let indexed): return indexed.dump(parts)
    default: return "(\(symbol) \(parts))"
    }
  }

  private var symbol: String {
    switch kind {
    case .negate, .subtract: "-"
    case .add: "+"
    case .multiply: "*"
    case .divide: "/"
    case .entrywiseMultiply: ".*"
    case .entrywiseDivide: "./"
    case .power: "^"
    case .entrywisePower: ".^"
    case .transpose: "'"
    case .evaluation: "evaluation"
    default: "\(kind)"
    }
  }
}

extension Syntax.Indexed {
  /// `X[i,j]`, `(sum ij …)`, `δ[i,j]`.
  func dump(_ parts: String) -> String {
    switch self {
    case .entry(let places, _): "\(parts)[\(Self.dump(places))]"
    case .kronecker(let a, let b): "δ[\(Self.dump([a, b]))]"
    case .sum(let counters): "(sum \(Self.dump(counters)) \(parts))"
    case .product(let counters): "(prod \(Self.dump(counters)) \(parts))"
    case .array(let rows, let columns):
      "(array \(Self.dump([rows, columns].compactMap { $0 })) \(parts))"
    }
  }

  private static func dump(_ places: [Syntax.Place]) -> String {
    places.map { place in
      switch place {
      case .letter(let letter): letter
      case .number(let number): "\(number)"
      case .shifted(let letter, let shift): "\(letter)\(shift < 0 ? "" : "+")\(shift)"
      case .all: ":"
      }
    }.joined(separator: ",")
  }

  private static func dump(_ counters: [Syntax.Counter]) -> String {
    counters.map { counter in
      let bounds = counter.bounds.map(\.dump).joined(separator: "..")
      return counter.letter + (bounds.isEmpty ? "" : "=\(bounds)")
        + (counter.condition.map {
          "\($0.order == .unequal ? "≠" : " \($0.order.rawValue) ")\($0.letter)"
        } ?? "")
    }.joined()
  }
}

extension Syntax.Layer.Index {
  var dump: String {
    switch self {
    case .number(let number): "\(number)"
    case .symbol(let name, 0): name
    case .symbol(let name, let offset): name + (offset < 0 ? "\(offset)" : "+\(offset)")
    }
  }
}

extension Equation.Left {
  var dump: String {
    switch self {
    case .derivative(let derivative, let function, let variable):
      "\(derivative) of \(function.dump)" + (variable.map { " by \($0.dump)" } ?? "")
    case .layer(let layer): "\(layer.quantity) \(layer.index.dump)"
    case .application(let application):
      application.name + String(repeating: "'", count: application.primes)
        + (application.arguments.isEmpty
          ? "" : "(" + application.arguments.joined(separator: ", ") + ")")
    case .formula(let formula): "formula \(formula.dump)"
    case .continuation: "…"
    }
  }
}

extension Equation {
  /// `left | side | side`, a definition sign as `:=`.
  var dump: String {
    ([left.dump] + sides.map { ($0.relation == .definition ? ":= " : "= ") + $0.formula.dump })
      .joined(separator: " ")
  }
}

extension Diagnostic {
  /// Everything a reader sees of it, on one line.
  var line: String {
    let place = location.map { "\($0.line):\($0.column)-\($0.endColumn) " } ?? ""
    return "\(code.rawValue) \(place)\(message)" + (hint.map { " | \($0)" } ?? "")
  }
}

/// The names of the tests: capital and small letters that stand for what tutorials name so.
enum LaTeXFixture {
  static let variables: Set<String> = [
    "A", "B", "C", "V", "W", "W1", "W2", "X", "b", "epsilon", "gamma", "lambda", "rho", "s",
    "theta", "w", "x",
    "xhat", "y", "reg",
  ]
  static let sizes: Set<String> = ["k", "m", "n"]

  static let names = LaTeXNames { name in
    if variables.contains(name) { return .variable }
    if sizes.contains(name) { return .size }
    return ["E": .definition(on: ["X"]), "J": .functional, "f": .function][name]
  }

  static func equations(_ tex: String, _ names: LaTeXNames = names) -> EquationReading {
    EquationReader.read(SourceText(path: "page.md", text: tex), names: names)
  }

  /// The reading on one line: statements, then diagnostics.
  static func dump(_ tex: String, _ names: LaTeXNames = names) -> String {
    let reading = equations(tex, names)
    return (reading.equations.map(\.dump) + reading.diagnostics.map(\.line)).joined(separator: "; ")
  }

  /// The only formula of the text.
  static func formula(_ tex: String) -> String {
    let reading = equations(tex)
    if let diagnostic = reading.diagnostics.first { return diagnostic.line }
    return reading.equations.first?.leftFormula?.dump ?? "nothing"
  }
}
