internal import Diagnostics
internal import Synchronization

/// Pages as they were rendered last, so that only what has changed is rendered again.
package final class RenderMemory: Sendable {
  private struct Entry: Sendable {
    var source: PageSource
    var page: RenderedPage
  }

  private struct State {
    /// What the pages share.
    var plan: SharedPlan?
    /// By the path within the site.
    var entries: [String: Entry] = [:]
  }

  private let state = Mutex(State())

  package init() {}

  /// The pages in order: those that were rendered from the same with the same plan, and the others as they are
  /// rendered now.
  ///
  /// - Parameter render: gives a page for each of its sources.
  func pages(
    _ sources: [PageSource], _ plan: SharedPlan,
    render: ([PageSource]) throws(Diagnostic) -> [RenderedPage]
  ) throws(Diagnostic) -> [RenderedPage] {
    let known = state.withLock { $0.plan == plan ? $0.entries : [:] }
    let found = sources.map { source in
      known[source.output].flatMap { $0.source == source ? $0.page : nil }
    }
    let missing = sources.indices.filter { found[$0] == nil }
    let made = missing.isEmpty ? [] : try render(missing.map { sources[$0] })
    let new = Dictionary(uniqueKeysWithValues: zip(missing, made))
    let all = sources.indices.compactMap { found[$0] ?? new[$0] }
    let entries = zip(sources, all).map { ($0.output, Entry(source: $0, page: $1)) }
    state.withLock { $0 = State(plan: plan, entries: Dictionary(entries) { $1 }) }
    return all
  }
}
