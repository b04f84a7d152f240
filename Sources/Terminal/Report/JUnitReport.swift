import Derivations
import Diagnostics
import Proof

extension Report {
  /// The report as JUnit XML: a suite for each page, a case for each claim and each diagnostic.
  package var junit: String {
    let suites = suites
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="docgen"\(counts(of: suites.flatMap(\.cases)))>
      \(suites.map(\.xml).joined())</testsuites>

      """
  }

  private var suites: [Suite] {
    let others = findings.filter { $0.claim == nil }
    let paths = Set(pages.map(\.path) + claims.map(\.location.path))
      .union(others.compactMap(\.diagnostic.location?.path))
    let ofPages = paths.sorted().map { path in
      Suite(
        name: path,
        cases: claims.filter { $0.location.path == path }.map { Case(claim: $0, in: path) }
          + others.filter { $0.diagnostic.location?.path == path }
          .map { Case(finding: $0, in: path) })
    }
    let general = others.filter { $0.diagnostic.location == nil }
    let ofRun = Suite(name: "docgen", cases: general.map { Case(finding: $0, in: "docgen") })
    return ofPages + (general.isEmpty ? [] : [ofRun])
  }
}

private struct Suite {
  var name: String
  var cases: [Case]

  var xml: String {
    """
      <testsuite name="\(name.xmlEscaped)"\(counts(of: cases))>
    \(cases.map(\.xml).joined())  </testsuite>

    """
  }
}

/// The attributes of a suite that count its cases.
private func counts(of cases: [Case]) -> String {
  let failures = cases.count { $0.result == .failure }
  let errors = cases.count { $0.result == .error }
  return #" tests="\#(cases.count)" failures="\#(failures)" errors="\#(errors)""#
}

private struct Case {
  enum Result: String { case passed, failure, error }

  var name: String
  var group: String
  var result: Result
  /// The stable code and the whole text of what is wrong.
  var trouble: (code: String, text: String)?

  init(claim: CheckedClaim, in group: String) {
    name = "\(claim.subject) (line \(claim.location.line), column \(claim.location.column))"
    self.group = group
    result = claim.stands ? .passed : .failure
    trouble = claim.stands ? nil : Case.trouble(of: Finding(claim: claim))
  }

  init(finding: Finding, in group: String) {
    let place = finding.diagnostic.location.map { " (line \($0.line), column \($0.column))" }
    name = finding.diagnostic.code.rawValue + (place ?? "")
    self.group = group
    result = finding.diagnostic.severity == .error ? .error : .passed
    trouble = Case.trouble(of: finding)
  }

  private static func trouble(of finding: Finding) -> (code: String, text: String) {
    let place = finding.diagnostic.location.map { "\($0): " } ?? ""
    return (finding.diagnostic.code.rawValue, place + finding.fullMessage)
  }

  var xml: String {
    let start = #"    <testcase name="\#(name.xmlEscaped)" classname="\#(group.xmlEscaped)""#
    guard let trouble else { return start + "/>\n" }
    let text = trouble.text.xmlEscaped
    let inside =
      result == .passed
      ? "<system-out>\(text)</system-out>"
      : """
      <\(result.rawValue) type="\(trouble.code)" message="\(trouble.text.firstLine.xmlEscaped)">\
      \(text)</\(result.rawValue)>
      """
    return start + ">\n      \(inside)\n    </testcase>\n"
  }
}

extension String {
  fileprivate var firstLine: String { String(prefix { $0 != "\n" }) }

  /// The text with the five special characters escaped and without what XML 1.0 forbids.
  fileprivate var xmlEscaped: String {
    unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&apos;"
      case "\t", "\n": String(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
      default: String(scalar)
      }
    }
    .joined()
  }
}
