import Derivations
import Diagnostics
import Proof

extension Report {
  /// The report as JSON, version 1: a public interface whose keys are always all present.
  package var json: String {
    let value: JSON = [
      "version": .number(1),
      "docgen": .text(docgenVersion),
      "summary": summary.json,
      "claims": .list(claims.map(\.json)),
      "diagnostics": .list(diagnostics.map(\.json)),
    ]
    return value.description + "\n"
  }
}

extension Summary {
  fileprivate var json: JSON {
    let counts = Verdict.allCases.map {
      JSON.Member(name: $0.rawValue, value: .number(count(of: $0)))
    }
    return .object(
      [.init(name: "pages", value: .number(pages)), .init(name: "claims", value: .number(claims))]
        + counts + [
          .init(name: "notCovered", value: .number(notCovered)),
          .init(name: "equations", value: .number(equations)),
        ])
  }
}

extension CheckedClaim {
  /// The claim as an item of `claims`.
  var json: JSON {
    [
      "path": .text(location.path),
      "line": .number(location.line),
      "column": .number(location.column),
      "endLine": .number(location.endLine),
      "endColumn": .number(location.endColumn),
      "block": .optional(block),
      "label": .optional(label),
      "kind": .text(kind.rawValue),
      "of": .text(of),
      "wrt": .optional(wrt),
      "verdict": .text(judgement.verdict.rawValue),
      "expected": .optional(expected?.rawValue),
      "method": .optional(judgement.method?.rawValue),
      "bound": .optional(judgement.bound),
      "claimed": .text(claimed),
      "derived": .optional(derived),
      "cause": .optional(judgement.cause?.text),
      "fix": .optional(fix),
      "witness": judgement.witness?.json ?? .null,
      "conditions": .list(judgement.conditions.map { .text($0) }),
      "tried": .list(judgement.tried.map { .text($0) }),
      "layout": .optional(layout?.rawValue),
    ]
  }
}

extension Witness {
  fileprivate var json: JSON {
    [
      "shapes": .object(shapes.map { .init(name: $0.name, value: .number($0.count)) }),
      "values": .object(values.map { .init(name: $0.name, value: .text($0.entries.asText)) }),
      "left": .text(left.asText),
      "right": .text(right.asText),
      "row": .optional(differing.map { $0.row + 1 }),
      "column": .optional(differing.map { $0.column + 1 }),
    ]
  }
}

extension Diagnostic {
  /// The diagnostic as an item of `diagnostics`.
  var json: JSON {
    [
      "code": .text(code.rawValue),
      "severity": .text(severity.rawValue),
      "message": .text(message),
      "path": .optional(location?.path),
      "line": .optional(location?.line),
      "column": .optional(location?.column),
      "hint": .optional(hint),
    ]
  }
}
