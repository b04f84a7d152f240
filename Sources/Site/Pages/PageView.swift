internal import Derivations
internal import Diagnostics
internal import Foundation
internal import Pages
internal import Script

/// What the page template is filled in with.
struct PageView {
  let plan: SitePlan
  /// The page's path within the site.
  let output: String
  /// The path within `content/`; nil where no author wrote the page.
  var source: String?
  let title: String
  var description: String?
  /// A picture that stands for the page, as a path in the site or a full address.
  var image: String?
  var outline: [OutlineEntry] = []
  /// The page's own HTML.
  let content: String
  /// What was checked on the page, as a sentence.
  var checked: String?
  var usesKaTeX = false
  /// Whether the page is left out of what is published.
  var isDraft = false
  /// Whether the page is shown at any address that leads nowhere, so that nothing relative holds.
  var isAnywhere = false

  private var configuration: Configuration { plan.configuration }
  private var language: String { plan.trees.translations.language(of: output) }
  private var tree: NavigationTree { plan.trees.tree(in: language) }

  var data: JSONValue {
    let phrases = Phrases(language: language)
    var data: [String: JSONValue] = [
      "language": .string(language), "isRightToLeft": .bool(Phrases.isRightToLeft(language)),
      "phrases": phrases.data, "root": .string(root), "home": .string(home),
      "siteTitle": .string(configuration.title), "title": .string(title), "output": .string(output),
      "content": .string(content), "checked": optional(checked),
      "claims": plan.listsClaims ? .string(way(to: ClaimsPage.output)) : .null,
      "repository": optional(configuration.repository), "usesKaTeX": .bool(usesKaTeX),
      "isDraft": .bool(isDraft), "isAnywhere": .bool(isAnywhere),
      "headings": .array(outline.map(Self.heading)),
      "styles": .array(PageStyles.needed(by: content).map(JSONValue.string)),
      "hasCustomStyle": .bool(plan.theme.hasCustomStyle),
      "hasCustomScript": .bool(plan.theme.hasCustomScript),
    ]
    for part in [head, navigation, authorship] { data.merge(part) { _, new in new } }
    return .object(data)
  }

  // MARK: Addresses

  private var root: String {
    guard isAnywhere else { return SitePath.relative(to: "", from: output) }
    // Only from the top of the host does a way lead everywhere.
    let folder = configuration.baseURL?.split(separator: "/", maxSplits: 2).dropFirst(2).first ?? ""
    return configuration.baseURL == nil
      ? "" : "/" + folder.split(separator: "/").map { $0 + "/" }.joined()
  }

  private var home: String {
    let isOwn = language == plan.language || !plan.resolver.knows("\(language)/index.md")
    return root + (isOwn ? "index.html" : "\(language)/index.html")
  }

  private func way(to target: String) -> String {
    SitePath.encoded(isAnywhere ? root + target : SitePath.relative(to: target, from: output))
  }

  private func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  // MARK: Head

  /// What browsers, search engines and social media read.
  private var head: [String: JSONValue] {
    let picture = image ?? configuration.image?.path
    let address = picture.flatMap { LinkResolver.isLocal($0) ? plan.address(of: $0) : $0 }
    let canonical = isAnywhere ? nil : plan.address(of: output)
    return [
      "documentTitle": .string(
        title == configuration.title ? title : "\(title) · \(configuration.title)"),
      "description": optional(description ?? configuration.description),
      "canonical": optional(canonical), "image": optional(address),
      // Previews in social media need full addresses.
      "hasPreview": .bool(canonical != nil || address != nil),
      "alternates": versions.count < 2 || configuration.baseURL == nil
        ? .null : .array(versions.map(alternate)),
      "feed": plan.hasFeed ? .string(way(to: "feed.xml")) : .null,
    ]
  }

  private func alternate(_ version: (language: String, source: String)) -> JSONValue {
    [
      "language": .string(version.language),
      "href": optional(plan.address(of: SitePath.output(ofSource: version.source))),
    ]
  }

  private var versions: [(language: String, source: String)] {
    source.map(plan.trees.versions) ?? []
  }

  // MARK: Navigation

  private var navigation: [String: JSONValue] {
    let neighbours = tree.neighbours(of: output)
    let ancestors = tree.ancestors(of: output)
    let own = plan.language
    return [
      "entries": .array(tree.branch(of: output).map(entry)),
      "breadcrumbs": ancestors.isEmpty ? .null : .array(ancestors.map(link)),
      "neighbours": .bool(neighbours.previous != nil || neighbours.next != nil),
      "previous": neighbours.previous.map(link) ?? .null,
      "next": neighbours.next.map(link) ?? .null,
      "allPages": tree.isPruned ? .string(way(to: NavigationFile.page(language, own: own))) : .null,
      "tree": tree.isPruned ? .string(way(to: NavigationFile.path(language, own: own))) : .null,
      "languages": versions.count < 2 ? .null : .array(versions.map(languageLink)),
    ]
  }

  private func languageLink(_ version: (language: String, source: String)) -> JSONValue {
    [
      "language": .string(version.language),
      "name": .string(Phrases.name(ofLanguage: version.language)),
      "href": .string(way(to: SitePath.output(ofSource: version.source))),
      "isCurrent": .bool(version.language == language),
    ]
  }

  private func link(_ entry: NavigationEntry) -> JSONValue {
    [
      "title": .string(entry.title), "href": optional(entry.output.map(way)),
      "language": optional(entry.language),
    ]
  }

  private func entry(_ entry: NavigationBranch) -> JSONValue {
    [
      "title": .string(entry.title), "href": optional(entry.output.map(way)),
      "language": optional(entry.language), "isCurrent": .bool(entry.isCurrent),
      "hidden": entry.hidden == 0 ? .null : .string(String(entry.hidden)),
      "entries": entry.entries.isEmpty ? .null : .array(entry.entries.map(self.entry)),
    ]
  }

  private static func heading(_ heading: OutlineEntry) -> JSONValue {
    [
      "level": .number(Double(heading.level)), "slug": .string(heading.slug),
      "html": .string(heading.html),
    ]
  }

  // MARK: Authorship

  /// Where the page comes from.
  private var authorship: [String: JSONValue] {
    guard let source else { return [:] }
    let address = configuration.editAddress?
      .replacing("{path}", with: SitePath.encoded(source))
    return [
      "edit": optional(address), "markdown": .string(way(to: source)),
      "changedDay": optional(plan.history.day(of: source)),
      "changed": optional(plan.history.moment(of: source)),
    ]
  }
}

extension PageResult {
  /// How many claims a page makes and what became of them; nil where it makes none.
  func summary(_ phrases: Phrases) -> String? {
    guard !claims.isEmpty else { return nil }
    let counts = Mark.allCases.compactMap { mark in
      let count = claims.count { Mark($0) == mark }
      return count == 0 ? nil : "\(count) \(phrases.said(mark.words))"
    }
    let noun = claims.count == 1 ? "claim" : "claims"
    let subject = "\(claims.count) " + phrases.said("\(noun) on this page checked by")
    return "\(subject) docgen \(docgenVersion): \(counts.joined(separator: ", "))."
  }
}
