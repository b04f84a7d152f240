import Diagnostics

extension Report {
  /// The report as workflow commands that GitHub shows beside the lines of a pull request, then the
  /// summary as plain text.
  package var gitHubAnnotations: String {
    findings.map { $0.annotation + "\n" }.joined() + "\(summary)\n"
  }
}

extension Finding {
  /// `::error file=content/ica.md,line=41,col=24,title=refuted::the claimed gradient …`.
  fileprivate var annotation: String {
    let place = diagnostic.location.map {
      [("file", $0.path), ("line", "\($0.line)"), ("col", "\($0.column)")]
    }
    let properties = (place ?? []) + [("title", diagnostic.code.rawValue)]
    let list = properties.map { "\($0)=\(escapedProperty($1))" }.joined(separator: ",")
    return "::\(diagnostic.severity.rawValue) \(list)::\(escapedData(fullMessage))"
  }
}

/// A message of a workflow command; what would end it is escaped.
private func escapedData(_ text: String) -> String {
  replaced(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
}

/// A property of a workflow command; what would end it or start the next one is escaped.
private func escapedProperty(_ text: String) -> String {
  replaced(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
}

private func replaced(_ text: String, _ replacements: [Unicode.Scalar: String]) -> String {
  text.unicodeScalars.map { replacements[$0] ?? String($0) }.joined()
}
