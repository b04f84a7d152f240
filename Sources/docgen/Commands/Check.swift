import Derivations
import Diagnostics
import Foundation
import Terminal

extension Docgen {
  /// `docgen check`: checks the pages and writes nothing but the report.
  func check(_ invocation: Invocation) throws(Diagnostic) -> Outcome {
    try reporting(invocation) { () throws(Diagnostic) in
      let content = try engine.check(Order(invocation))
      let globs = invocation.values(of: .only)
      guard globs.isEmpty || !content.results.isEmpty else {
        throw Diagnostic(
          .usage, "no page matches \(globs.map { "'\($0)'" }.joined(separator: " or "))",
          hint: "patterns are matched with paths within content/, such as 'tutorials/*.md'")
      }
      return Report(content, for: invocation, with: visited(content, invocation))
    }
  }

  /// What is wrong with the addresses elsewhere, where they are to be visited.
  private func visited(_ content: CheckedContent, _ invocation: Invocation) -> [Diagnostic] {
    guard invocation.has(.links) else { return [] }
    let check = LinkCheck(unchecked: content.uncheckedLinks)
    let count = content.links.keys.count(where: check.visits)
    console.log("visiting \(count) address\(count == 1 ? "" : "es")")
    return check.diagnostics(content.links, visit: LinkVisitor().visit)
  }

  /// Writes the report that `work` makes, in the form that was asked for.
  ///
  /// What makes the whole run impossible is a report of its own in a form for programs; for people
  /// it goes to the log.
  func reporting(
    _ invocation: Invocation, _ work: () throws(Diagnostic) -> Report
  ) throws(Diagnostic) -> Outcome {
    let report: Report
    do throws(Diagnostic) {
      report = try work()
    } catch {
      guard invocation.format != .text else { throw error }
      report = Report(pages: [], diagnostics: error.each)
    }
    try console.write(report.rendered(as: invocation.format, style: style(invocation)))
    return report.outcome
  }

  private func style(_ invocation: Invocation) -> TextStyle {
    TextStyle(
      detail: invocation.has(.quiet) ? .quiet : invocation.has(.verbose) ? .verbose : .normal,
      isColoured: console.coloursResults)
  }
}

extension Order {
  /// What the options ask for.
  init(_ invocation: Invocation) {
    let globs = invocation.values(of: .only).map { Glob($0) }
    self.init(
      root: invocation.value(of: .root) ?? ".",
      includes: { path in globs.isEmpty || globs.contains { $0.matches(path) } },
      jobs: invocation.number(of: .jobs) ?? ProcessInfo.processInfo.activeProcessorCount)
  }
}

extension Report {
  /// The report about checked content, with further diagnostics.
  init(
    _ content: CheckedContent, for invocation: Invocation, with further: [Diagnostic] = []
  ) {
    let diagnostics = content.diagnostics + further
    self.init(
      pages: content.results, diagnostics: diagnostics,
      sources: SourceTexts.of(diagnostics, known: content.sources),
      isStrict: invocation.has(.strict))
  }
}
