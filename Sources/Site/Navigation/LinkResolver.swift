internal import Diagnostics
internal import Foundation
internal import Pages

/// Knows every page, heading and file of a site, and what a link to one becomes.
struct LinkResolver: Sendable {
  /// The anchors of each page by its path within `content/`.
  private let anchors: [String: Set<String>]
  private let files: Set<String>
  /// The pages at former addresses, by the paths of these within the site.
  private let former: [String: String]
  /// The pages that are left out of the site, by their paths within `content/`.
  private let drafts: Set<String>
  /// What destinations look like that are left as they are.
  private let unchecked: [LinkPattern]

  init(
    pages: [PageInfo], files: [String], labels: LabelTable = LabelTable([:]),
    unchecked: [LinkPattern] = [], former: [String: String] = [:], drafts: [String] = []
  ) {
    self.drafts = Set(drafts)
    self.former = former
    self.unchecked = unchecked
    anchors = Dictionary(
      pages.map { page in
        let places = labels[page.source]?.ofPiece.values.flatMap { $0.map(\.anchor) } ?? []
        return (page.source, Set(page.headings.map(\.slug) + page.anchors).union(places))
      }, uniquingKeysWith: { $1 })
    self.files = Set(files)
  }

  /// Whether there is such a page or file, by its path within `content/`.
  func knows(_ path: String) -> Bool { anchors[path] != nil || files.contains(path) }

  /// What a link's destination becomes in the published page.
  ///
  /// - Parameters:
  ///   - destination: as the author wrote it.
  ///   - page: the page it stands on, by its path within `content/`.
  ///   - file: the file that the page includes it from, likewise: relative paths start there.
  /// - Returns: the destination, with pages as `.html` and relative to the page; as it is where it leads to
  ///   nothing here and need not.
  /// - Throws: `brokenLink` where it names a page, heading or file of this site that is not there.
  func resolve(
    _ destination: String, from page: String, writtenIn file: String? = nil,
    at location: SourceLocation
  ) throws(Diagnostic) -> String {
    guard Self.isLocal(destination) else { return destination }
    do throws(Diagnostic) {
      return try local(destination, from: page, writtenIn: file ?? page, at: location)
    } catch {
      guard unchecked.contains(where: { $0.matches(destination) }) else { throw error }
      return destination
    }
  }

  private func local(
    _ destination: String, from page: String, writtenIn file: String,
    at location: SourceLocation
  ) throws(Diagnostic) -> String {
    let (written, query, fragment) = Self.parts(destination)
    let path = written.removingPercentEncoding ?? written
    guard let target = path.isEmpty ? page : SitePath.resolve(path, from: file) else {
      throw Diagnostic(
        .brokenLink, "the link to \(written) leaves the site", at: location,
        hint: "link to files within content/ or to a full address")
    }
    let source = try source(target, written: written, from: file, at: location)
    try check(fragment, in: source, from: page, at: location)
    let suffix = query + (fragment.map { "#" + $0 } ?? "")
    guard !path.isEmpty else { return suffix.isEmpty ? "#" : suffix }
    let relative = SitePath.relative(to: SitePath.output(ofSource: source), from: page)
    return SitePath.encoded(relative) + suffix
  }

  /// The page or file that a path means: `a.md`, `a.html`, `a/` for its index or README, or a file. `a` and
  /// `a/` mean the page `a.md` where there is no such folder, and a former address the page it leads to.
  private func source(
    _ target: String, written: String, from page: String, at location: SourceLocation
  ) throws(Diagnostic) -> String {
    let isFolder = target.isEmpty || target.hasSuffix("/")
    let folder = isFolder ? target : target + "/"
    let names = [
      target, folder + "index.md", folder + "README.md",
      target.hasSuffix(".html") ? target.dropLast(5) + ".md" : target,
      (isFolder ? String(target.dropLast()) : target) + ".md",
    ]
    if let name = names.first(where: knows) { return name }
    let addresses = [
      target, names[1].dropLast(3) + ".html", SitePath.output(ofSource: target), target + ".html",
    ]
    if let page = addresses.lazy.compactMap({ former[$0] }).first { return page }
    if let draft = names.first(where: drafts.contains) {
      throw Diagnostic(
        .brokenLink, "the link to \(written) leads to a draft, which is left out of the site",
        at: location,
        hint: "publish \(draft) by taking draft: true out of it, or take the link away until then")
    }
    throw Diagnostic(
      .brokenLink, "the link to \(written) leads nowhere", at: location,
      hint: (namesake(of: target) ?? nearest(target, in: anchors.keys + Array(files))).map {
        "did you mean \(SitePath.relative(to: $0, from: page))?"
      } ?? "there is no such file in content/")
  }

  /// What is called the same in a folder further up: from a translation, the page that has none.
  private func namesake(of target: String) -> String? {
    var parts = target.split(separator: "/")[...]
    while parts.count > 1 {
      parts.removeFirst()
      let path = parts.joined(separator: "/")
      if let name = [path, path + ".md"].first(where: knows) { return name }
    }
    return nil
  }

  private func check(
    _ fragment: String?, in source: String, from page: String, at location: SourceLocation
  ) throws(Diagnostic) {
    guard let fragment, !fragment.isEmpty, let known = anchors[source] else { return }
    let anchor = fragment.removingPercentEncoding ?? fragment
    guard !known.contains(anchor), !Self.isOurs(anchor) else { return }
    throw Diagnostic(
      .brokenLink, "\(source == page ? "this page" : source) has no heading #\(anchor)",
      at: location,
      hint: Self.likely(anchor, in: known) ?? Self.list(of: known)
        ?? "write the heading as GitHub does: in lower case, hyphens for spaces")
  }

  /// The anchors of a page that has few.
  private static func list(of known: Set<String>) -> String? {
    guard (1...6).contains(known.count) else { return nil }
    return "it has " + known.sorted().map { "#\($0)" }.joined(separator: ", ")
  }

  /// The anchors that may be meant: the nearest, else the few that begin like it or hold its words.
  private static func likely(_ anchor: String, in known: Set<String>) -> String? {
    let anchor = anchor.lowercased()
    let words = anchor.split(separator: "-")
    var found = nearest(anchor, in: known).map { [$0] } ?? []
    if found.isEmpty { found = known.filter { $0.hasPrefix(anchor) } }
    if found.isEmpty {
      found = known.filter { Set(words).isSubset(of: $0.split(separator: "-")) }
    }
    if found.isEmpty, anchor.count > 3 { found = known.filter { $0.contains(anchor) } }
    if found.isEmpty {
      found = known.filter { other in
        other.split(separator: "-").contains { nearest(anchor, in: [String($0)]) != nil }
      }
    }
    guard (1...3).contains(found.count) else { return nil }
    return "did you mean \(found.sorted().map { "#\($0)" }.joined(separator: " or "))?"
  }

  /// Whether an anchor is one that the site writes itself: a footnote's or a claim's. Those of its
  /// figures hold a full stop or a capital, which no heading's anchor has.
  private static func isOurs(_ anchor: String) -> Bool {
    anchor.hasPrefix("fn-") || anchor.hasPrefix("fnref-") || anchor.hasPrefix("claim.")
      || anchor.hasPrefix("ref-") || anchor == "bibliography" || anchor == "pageText"
  }

  /// Whether a destination is within the site: it has no scheme and no host.
  static func isLocal(_ destination: String) -> Bool {
    !destination.hasPrefix("//")
      && destination.prefixMatch(of: #/[A-Za-z][A-Za-z0-9+.\-]*:/#) == nil
  }

  private static func parts(_ destination: String) -> (String, String, String?) {
    let halves = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = halves.count > 1 ? String(halves[1]) : nil
    let path = halves[0].prefix { $0 != "?" }
    return (String(path), String(halves[0].dropFirst(path.count)), fragment)
  }
}
