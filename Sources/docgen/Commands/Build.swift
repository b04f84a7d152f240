import Diagnostics
import Terminal

extension Docgen {
  /// `docgen build`: checks the pages, then publishes the site or compares it with what is published.
  func build(_ invocation: Invocation) throws(Diagnostic) -> Outcome {
    let order = Order(invocation)
    let folder = invocation.value(of: .output) ?? path("site", in: order.root)
    try PublishedSite(folder).requireBeside(path("content", in: order.root))
    return try reporting(invocation) { () throws(Diagnostic) in
      let content = try engine.check(order)
      let report = Report(content, for: invocation)
      guard publishes(report, isDraft: invocation.has(.draft)) else {
        console.log("\(folder) is left as it was, because not all is well with the pages")
        return report
      }
      let further = finish(content, in: folder, invocation)
      return further.isEmpty ? report : Report(content, for: invocation, with: further)
    }
  }

  /// Whether the site may be published: a draft in spite of false claims, but never without input.
  private func publishes(_ report: Report, isDraft: Bool) -> Bool {
    report.outcome == .clean || (isDraft && report.outcome == .failed)
  }

  /// Publishes or compares; gives what went wrong or differs.
  private func finish(
    _ content: CheckedContent, in folder: String, _ invocation: Invocation
  ) -> [Diagnostic] {
    do throws(Diagnostic) {
      if invocation.has(.check) { return try content.differences(folder) }
      let count = try content.publish(folder)
      if !invocation.has(.quiet) { console.log("published \(count) files into \(folder)") }
      return []
    } catch {
      return error.each
    }
  }
}
