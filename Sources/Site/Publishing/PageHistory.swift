internal import Foundation

/// When pages were last changed.
package struct PageHistory: Hashable, Sendable {
  /// Seconds since 1970 by the path within `content/`.
  private let changed: [String: Int]

  /// - Parameter changed: seconds since 1970 by the path within `content/`.
  package init(_ changed: [String: Int] = [:]) { self.changed = changed }

  var isEmpty: Bool { changed.isEmpty }

  /// The day a file was last changed, as `2026-01-31` in universal time.
  func day(of source: String) -> String? {
    changed[source].map { String(Self.text($0).prefix(10)) }
  }

  /// The moment a file was last changed, as `2026-01-31T12:00:00Z`.
  func moment(of source: String) -> String? { changed[source].map(Self.text) }

  /// Files by the time of their last change, the latest first, then by path.
  func latestFirst(_ sources: [String]) -> [String] {
    sources.filter { changed[$0] != nil }
      .sorted { (changed[$1] ?? 0, $0) < (changed[$0] ?? 0, $1) }
  }

  /// A time in the form of RFC 3339, without dependence on the machine's calendar or zone.
  private static func text(_ seconds: Int) -> String {
    Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
  }
}
