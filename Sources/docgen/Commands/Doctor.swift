import Diagnostics
import Terminal

extension Docgen {
  /// `docgen doctor`: tries everything that a build needs, a line each.
  func diagnose(_ invocation: Invocation) throws(Diagnostic) -> Outcome {
    let root = invocation.value(of: .root) ?? "."
    let output = invocation.value(of: .output) ?? path("site", in: root)
    return try tell(Examination(root: root, output: output).findings)
  }

  /// Writes what was found.
  func tell(_ findings: [Examination.Finding]) throws(Diagnostic) -> Outcome {
    let widest = findings.map(\.subject.count).max() ?? 0
    let lines = findings.flatMap { $0.lines(width: widest) }
    try console.write(lines.joined(separator: "\n") + "\n")
    let isWell = findings.allSatisfy { (try? $0.result.get()) != nil }
    return isWell ? .clean : .unusable
  }
}

extension Examination.Finding {
  /// `ok       FLINT       2.9.0`, with the way out on a line below where it is not.
  fileprivate func lines(width: Int) -> [String] {
    let name = subject + String(repeating: " ", count: width - subject.count)
    switch result {
    case .success(let text): return ["ok       \(name)  \(text)"]
    case .failure(let trouble):
      let place = trouble.location.map { "\($0): " } ?? ""
      return ["missing  \(name)  \(place)\(trouble.message)"]
        + (trouble.hint.map { ["         hint: \($0)"] } ?? [])
    }
  }
}
