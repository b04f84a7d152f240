internal import Pages

/// The files that stand beside the pages for programs: Markdown sources, `llms.txt`, the sitemap, the
/// feed and the tree of a large site.
struct Companions {
  let plan: SitePlan
  let pages: [SitePage]
  /// How pages begin in words, by their paths within the site: for those that have no description.
  let leads: [String: String]

  var files: [OutputFile] {
    sources + [index] + [sitemap, feed].compactMap { $0 } + trees
  }

  /// Each page as its author wrote it, beside the published one.
  private var sources: [OutputFile] {
    pages.map { OutputFile(path: $0.source, text: $0.page.source) }
  }

  private var trees: [OutputFile] {
    plan.prunedLanguages.map { language in
      OutputFile(
        path: NavigationFile.path(language, own: plan.language),
        text: NavigationFile.text(plan.trees.tree(in: language)))
    }
  }

  // MARK: llms.txt

  /// The pages with their descriptions and the addresses of their sources.
  ///
  /// Source: J. Howard, "The /llms.txt file" (2024).
  private var index: OutputFile {
    let configuration = plan.configuration
    var lines = ["# \(Self.line(configuration.title))", ""]
    if let description = configuration.description { lines += ["> \(Self.line(description))", ""] }
    lines += ["## Pages", ""]
    lines += inReadingOrder.map { info in
      let address = plan.address(of: info.source) ?? SitePath.encoded(info.source)
      let text = info.description ?? leads[info.output]
      let description = text.map { ": \(Self.line($0))" } ?? ""
      return "- [\(Self.line(info.title))](\(address))\(description)"
    }
    return OutputFile(path: "llms.txt", text: lines.joined(separator: "\n") + "\n")
  }

  /// The pages as the navigation has them, one language after the other, then those it leaves out.
  private var inReadingOrder: [PageInfo] {
    let outputs = plan.trees.translations.languages.flatMap { language in
      plan.trees.tree(in: language).pages.compactMap(\.output)
    }
    let places = Dictionary(zip(outputs, outputs.indices)) { first, _ in first }
    return plan.infos.enumerated().sorted { a, b in
      (places[a.element.output] ?? outputs.count, a.offset)
        < (places[b.element.output] ?? outputs.count, b.offset)
    }.map(\.element)
  }

  /// A text on one line.
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: Sitemap

  /// Every page with the day of its last change; nil where it is not known where the site will be.
  ///
  /// Source: "Sitemaps XML format", sitemaps.org (2008).
  private var sitemap: OutputFile? {
    guard plan.configuration.baseURL != nil else { return nil }
    let entries = plan.infos.map { info in
      XML(
        "url", [:],
        [XML("loc", plan.address(of: info.output) ?? "")]
          + (plan.history.day(of: info.source).map { [XML("lastmod", $0)] } ?? []))
    }
    let set = XML("urlset", ["xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"], entries)
    return OutputFile(path: "sitemap.xml", text: set.file)
  }

  // MARK: Feed

  /// How many pages the feed holds.
  private static let recent = 20

  /// The pages changed last; nil where it is not known when, or where the site will be.
  ///
  /// Source: RFC 4287, "The Atom Syndication Format" (2005).
  private var feed: OutputFile? {
    guard plan.hasFeed, let base = plan.configuration.baseURL else { return nil }
    let configuration = plan.configuration
    let sources = plan.history.latestFirst(plan.infos.map(\.source)).prefix(Self.recent)
    let known = Dictionary(plan.infos.map { ($0.source, $0) }) { first, _ in first }
    var parts = [
      XML("id", base), XML("title", configuration.title),
      XML("updated", sources.first.flatMap(plan.history.moment) ?? "1970-01-01T00:00:00Z"),
      XML("author", [:], [XML("name", configuration.author ?? configuration.title)]),
      XML("link", ["href": base]), XML("link", ["rel": "self", "href": base + "feed.xml"]),
    ]
    parts += sources.compactMap { known[$0] }.map(entry)
    let feed = XML("feed", ["xmlns": "http://www.w3.org/2005/Atom"], parts)
    return OutputFile(path: "feed.xml", text: feed.file)
  }

  private func entry(_ info: PageInfo) -> XML {
    let address = plan.address(of: info.output) ?? ""
    let parts = [
      XML("id", address), XML("title", info.title),
      XML("updated", plan.history.moment(of: info.source) ?? ""),
      XML("link", ["href": address]),
    ]
    return XML("entry", [:], parts + (info.description.map { [XML("summary", $0)] } ?? []))
  }
}

extension SitePlan {
  /// Whether there is a feed: it needs full addresses and times.
  var hasFeed: Bool { configuration.baseURL != nil && !history.isEmpty }
}
