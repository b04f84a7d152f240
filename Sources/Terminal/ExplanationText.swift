package import Diagnostics

extension Explanation {
  /// The explanation of a code for a terminal, at most 80 columns wide.
  package static func text(of code: Code) -> String? {
    guard let explanation = all[code] else { return nil }
    let example = explanation.example.split(separator: "\n", omittingEmptySubsequences: false)
    let paragraphs = [
      "\(code.rawValue): \(explanation.summary)",
      wrapped(explanation.text, width: 80).joined(separator: "\n"),
      "Example:\n\n" + example.map { "    \($0)" }.joined(separator: "\n"),
      wrapped("Way out: " + explanation.wayOut, width: 80).joined(separator: "\n"),
    ]
    return paragraphs.joined(separator: "\n\n") + "\n"
  }

  /// Every code with its summary, in the order of the reference.
  package static var list: String {
    let widest = Code.allCases.map(\.rawValue.count).max() ?? 0
    let lines = Code.allCases.map { code in
      let gap = String(repeating: " ", count: widest + 2 - code.rawValue.count)
      return code.rawValue + gap + (all[code]?.summary ?? "")
    }
    return lines.joined(separator: "\n") + "\n\ndocgen explain CODE explains one of them.\n"
  }
}
