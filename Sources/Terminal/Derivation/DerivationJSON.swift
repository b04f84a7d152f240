import Derivations
import Diagnostics
import Proof

extension Derivation {
  /// The derivation as JSON, version 1: a public interface whose keys are always all present.
  package var json: String {
    let value: JSON = [
      "version": .number(1),
      "docgen": .text(docgenVersion),
      "function": function.json,
      "taken": .list(taken.map { .text($0) }),
      "layers": .list(networks.map(\.json)),
      "deltas": .list(deltas.map(\.json)),
      "remark": .optional(remark),
      "derivatives": .list(derivatives.map(\.json)),
      "conditions": .list(derivatives.flatMap(\.commonConditions).map { .text($0) }),
      "definitions": .list(definitions.map(\.json)),
      "derivations": .list(steps.map { $0.json(claims) }),
      "claims": .list(report.claims.map(\.json)),
      "diagnostics": .list([]),
    ]
    return value.description + "\n"
  }
}

extension Shown {
  fileprivate var json: JSON { ["text": .text(text), "tex": .text(tex)] }
}

extension NetworkFigure {
  fileprivate var json: JSON {
    [
      "of": title.json,
      "objective": objective.json,
      "isChain": .boolean(isChain),
      "layers": .list(
        layers.map { layer in
          [
            "layer": .number(layer.number),
            "weight": layer.weight?.json ?? .null,
            "sources": .list(layer.sources.map { .number($0) }),
            "feed": layer.feed?.json ?? .null,
            "activation": layer.activation.json,
            "shape": .text(layer.shape.text),
            "input": layer.input.json,
          ]
        }),
    ]
  }
}

extension DeltaFigure {
  fileprivate var json: JSON {
    [
      "of": title.json,
      "layers": .list(
        rows.map { row in
          [
            "layer": .number(row.layer),
            "derivative": row.derivative.json,
            "delta": row.delta.json,
            "simplified": row.simplified.json,
            "input": row.input.json,
          ]
        }),
    ]
  }
}

extension DerivativeFigure {
  fileprivate var json: JSON {
    [
      "result": steps.last?.right.last?.json ?? .null,
      "steps": .list(
        steps.map { step in
          [
            "left": step.left.json,
            "right": .list(step.right.map(\.json)),
            "origin": .optional(step.origin?.text),
          ]
        }),
      "conditions": .list(conditions.map { .text($0) }),
      "notes": .list(notes.map { .text($0) }),
      "layout": .optional(layout?.rawValue),
    ]
  }
}

extension StepsFigure {
  fileprivate func json(_ claims: [CheckedClaim]) -> JSON {
    [
      "of": title.json,
      "parts": .list(parts.map(\.json)),
      "steps": .list(
        steps.map { step in
          let verdict =
            claims.indices.contains(step.claim) ? claims[step.claim].judgement.verdict : nil
          return [
            "statement": step.statement.json,
            "rules": .list(
              step.rules.map { ["phrase": .text($0.phrase), "source": .text($0.source)] }),
            "verdict": .optional(verdict?.rawValue),
          ]
        }),
      "conditions": .list(conditions.map { .text($0) }),
    ]
  }
}
