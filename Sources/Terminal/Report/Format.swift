/// The forms a report can take.
package enum Format: String, CaseIterable, Hashable, Sendable {
  case text, json, github, sarif, junit
}

extension Report {
  /// The report in one of its forms, ending with a line end unless it is empty.
  ///
  /// - Parameter style: how the text form looks; the others ignore it.
  package func rendered(as format: Format, style: TextStyle = TextStyle()) -> String {
    switch format {
    case .text: text(style)
    case .json: json
    case .github: gitHubAnnotations
    case .sarif: sarif
    case .junit: junit
    }
  }
}
