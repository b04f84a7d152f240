import Diagnostics

extension Report {
  /// The report in the Static Analysis Results Interchange Format.
  ///
  /// Source: OASIS Standard SARIF 2.1.0.
  package var sarif: String {
    let findings = findings
    let codes = Code.allCases.filter { code in findings.contains { $0.diagnostic.code == code } }
    let driver: JSON = [
      "name": "docgen",
      "version": .text(docgenVersion),
      "rules": .list(codes.map(\.rule)),
    ]
    let run: JSON = [
      "tool": ["driver": driver],
      "columnKind": "unicodeCodePoints",
      "results": .list(findings.map { $0.result(codes, sources) }),
    ]
    let log: JSON = [
      "$schema":
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0",
      "runs": .list([run]),
    ]
    return log.description + "\n"
  }
}

extension Code {
  fileprivate var rule: JSON {
    guard let explanation = Explanation.all[self] else { return ["id": .text(rawValue)] }
    return [
      "id": .text(rawValue),
      "shortDescription": ["text": .text(explanation.summary)],
      "help": ["text": .text(explanation.text)],
    ]
  }
}

extension Finding {
  fileprivate func result(_ codes: [Code], _ sources: [String: String]) -> JSON {
    [
      "ruleId": .text(diagnostic.code.rawValue),
      "ruleIndex": .number(codes.firstIndex(of: diagnostic.code) ?? -1),
      "level": .text(diagnostic.severity.rawValue),
      "message": ["text": .text(fullMessage)],
      "locations": .list(diagnostic.location.map { [$0.json(sources[$0.path])] } ?? []),
    ]
  }
}

extension SourceLocation {
  /// The location with columns in code points, which SARIF understands, where the text is known.
  fileprivate func json(_ source: String?) -> JSON {
    let lines = source?.utf8.split(omittingEmptySubsequences: false) { $0 == 0x0A }
    func codePoint(_ line: Int, _ column: Int) -> Int {
      guard let lines, lines.indices.contains(line - 1) else { return column }
      // Each code point has one byte that does not continue another.
      return lines[line - 1].prefix(max(0, column - 1)).count { $0 & 0xC0 != 0x80 } + 1
    }
    return [
      "physicalLocation": [
        "artifactLocation": ["uri": .text(path.percentEncoded)],
        "region": [
          "startLine": .number(line),
          "startColumn": .number(codePoint(line, column)),
          "endLine": .number(endLine),
          "endColumn": .number(codePoint(endLine, endColumn)),
        ],
      ]
    ]
  }
}

extension String {
  /// The path as a relative URI reference (RFC 3986): all but unreserved characters and `/` escaped.
  fileprivate var percentEncoded: String {
    utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isKept =
        byte < 0x80
        && (scalar.properties.isAlphabetic || "0123456789-._~/".unicodeScalars.contains(scalar))
      return isKept
        ? String(scalar) : "%" + String(0x100 + Int(byte), radix: 16, uppercase: true).dropFirst()
    }
    .joined()
  }
}
