import Diagnostics
import Proof

@testable import Derivations

extension PageResult {
  /// All of it as text, one thing a line, in the order of the page.
  var dump: String {
    let lines =
      ["\(equations) equations, \(notCovered) not covered"]
      + blocks.sorted { $0.key < $1.key }.flatMap { $0.value.flatMap(\.dump) }
      + inserted.sorted { $0.key < $1.key }.map { "inserted \($0.value.text)" }
      + claims.flatMap(\.dump)
      + diagnostics.map { "diagnostic " + written($0) }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension StatementResult {
  /// What a statement shows; claims and troubles are told apart from it.
  fileprivate var dump: [String] {
    let place = "\(location.line):\(location.column)"
    switch content {
    case .declaration(let shown): return ["\(place): declaration \(shown.tex)"]
    case .definition(let shown): return ["\(place): definition \(shown.tex)"]
    case .claim(let index, let statement): return ["\(place): claim #\(index) \(statement.text)"]
    case .network(let figures):
      return figures.flatMap { ["\(place): \($0.dump[0])"] + $0.dump[1...] }
    case .deltas(let figures):
      return figures.flatMap { ["\(place): \($0.dump[0])"] + $0.dump[1...] }
    case .derivative(let figure): return ["\(place): derivative"] + figure.dump
    case .steps(let figure): return ["\(place): steps of \(figure.title.text)"] + figure.dump
    case .plot(let figure):
      return ["\(place): plot of \(figure.caption)"]
        + figure.curves.map { "  \($0.name.text): \($0.points.count) points" }
    case .trouble: return ["\(place): trouble"]
    }
  }
}

extension NetworkFigure {
  fileprivate var dump: [String] {
    ["network of \(title.text): \(objective.text)"]
      + layers.map { layer in
        "  \(layer.number) | \(layer.weight?.text ?? "-") | \(layer.activation.text)"
          + " | \(layer.input.text) \(layer.shape.text)"
      }
  }
}

extension DeltaFigure {
  fileprivate var dump: [String] {
    ["deltas of \(title.text)"]
      + rows.map { row in
        "  \(row.layer) | \(row.derivative.text) | \(row.delta.text) = \(row.simplified.text)"
          + " | \(row.input.text)"
      }
  }
}

extension DerivativeFigure {
  fileprivate var dump: [String] {
    steps.map { step in
      let origin = step.origin.map { " [\($0.text)]" } ?? ""
      return "  \(step.left.text) = " + step.right.map(\.text).joined(separator: " = ") + origin
    } + definitions.map { "  with \($0.text)" } + notes.map { "  note \($0)" }
      + conditions.map { "  condition \($0)" }
  }
}

extension StepsFigure {
  fileprivate var dump: [String] {
    steps.map { step in
      "  #\(step.claim) \(step.statement.text)"
        + step.rules.map { " [\($0.phrase): \($0.source)]" }.joined()
    } + conditions.map { "  condition \($0)" }
  }
}

extension CheckedClaim {
  fileprivate var dump: [String] {
    let subject = [of, wrt.map { "wrt \($0)" }, block.map { "in \($0)" }, label.map { "(\($0))" }]
      .compactMap { $0 }.joined(separator: " ")
    let notes: [(String, String?)] = [
      ("claimed", claimed), ("derived", derived), ("reason", reason),
      ("witness", judgement.verdict == .refuted ? judgement.witness?.dump : nil),
      ("cause", judgement.cause?.text), ("corrected", judgement.cause?.corrected), ("fix", fix),
      ("trouble", trouble.map { written($0) }),
    ]
    return [written(self) + " " + subject]
      + notes.compactMap { label, text in text.map { "  \(label): \($0)" } }
      + judgement.conditions.map { "  condition: \($0)" }
  }
}

extension Witness {
  /// The sizes and what the shapes say; numbers are left to the tests of the prover.
  fileprivate var dump: String {
    let sizes = shapes.map { "\($0.name)=\($0.count)" }.joined(separator: ", ")
    return [sizes, remark ?? "both sides differ"].filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
