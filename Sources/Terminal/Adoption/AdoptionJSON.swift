import Derivations
import Diagnostics

extension AdoptionReport {
  /// The answer as JSON, version 1: a public interface whose keys are always all present.
  package var json: String {
    let value: JSON = [
      "version": .number(1),
      "docgen": .text(docgenVersion),
      "path": .text(path),
      "block": .text(adoption.block),
      "line": .number(adoption.place),
      "statements": .list(
        adoption.lines.map { ["statement": .text($0.statement), "remark": .optional($0.remark)] }),
      "displays": .list(adoption.displays.map(json)),
      "misfits": .list(adoption.misfits.map(\.json)),
    ]
    return value.description + "\n"
  }

  private func json(_ display: Adoption.Display) -> JSON {
    [
      "line": .number(display.location.line),
      "column": .number(display.location.column),
      "endLine": .number(display.location.endLine),
      "endColumn": .number(display.location.endColumn),
      "outcome": .text(display.outcome.rawValue),
      "reason": display.reason?.json ?? .null,
      "claims": .list(display.claims.map { adoption.result.claims[$0].json }),
    ]
  }
}
