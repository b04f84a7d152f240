internal import Derivations
package import Diagnostics
internal import Foundation
internal import Pages
internal import Script

/// Makes the files of a site from its pages; reads and writes no content.
package struct SiteBuilder: Sendable {
  private let configuration: Configuration
  private let pages: [SitePage]
  private let assets: [ContentFile]

  /// - Parameters:
  ///   - pages: the pages to publish with their results.
  ///   - files: the files of the content folder; those that are no pages are copied.
  ///   - drafts: whether pages that say `draft: true` are published.
  package init(
    _ configuration: Configuration, pages: [SitePage], files: [ContentFile], drafts: Bool = false
  ) {
    self.configuration = configuration
    self.pages = pages.filter { drafts || !$0.page.frontMatter.draft }
      .sorted { $0.source < $1.source }
    assets = files.filter { !$0.isPage }
  }

  /// The files of a site, by path, and what is wrong with its formulas and links.
  package struct Site: Sendable {
    package var files: [OutputFile]
    /// By location.
    package var diagnostics: [Diagnostic]

    package init(files: [OutputFile], diagnostics: [Diagnostic]) {
      self.files = files
      self.diagnostics = diagnostics
    }
  }

  /// Renders all pages and adds what they need: the same input gives the same bytes.
  ///
  /// - Parameter jobs: how many pages are rendered at the same time.
  /// - Throws: `missingLibrary`, `missingFile` at a wrong entry of `nav:`, `duplicatePage`.
  /// - Complexity: linear in the pages, but for the navigation each carries.
  package func site(
    jobs: Int = ProcessInfo.processInfo.activeProcessorCount
  ) throws(Diagnostic) -> Site {
    let plan = try SitePlan(configuration, pages: pages, assets: assets)
    let rendered = try render(contents(plan), plan, jobs: max(1, min(jobs, pages.count)))
    let copied = assets.map { OutputFile(path: $0.path, bytes: $0.bytes) }
    let search = try SearchIndex.files(rendered.flatMap(\.sections))
    let files = rendered.map(\.file) + copied + Theme.files + search + (try vendored())
    try Self.checkUnique(files)
    return Site(
      files: files.sorted { $0.path < $1.path },
      diagnostics: rendered.flatMap(\.diagnostics).sorted())
  }

  /// The contents, in order: each job takes every `jobs`-th of them.
  private func render(
    _ contents: [Content], _ plan: SitePlan, jobs: Int
  ) throws(Diagnostic) -> [RenderedPage] {
    let shares = Parallel.map(jobs: jobs) { job in
      Result { () throws(Diagnostic) in
        try Self.render(plan, contents, stride(from: job, to: contents.count, by: jobs))
      }
    }
    let rendered = try shares.map { (share) throws(Diagnostic) in try share.get() }
    return contents.indices.map { rendered[$0 % jobs][$0 / jobs] }
  }

  /// Runs on one thread from start to end, as a script host must.
  private static func render(
    _ plan: SitePlan, _ contents: [Content], _ indices: StrideTo<Int>
  ) throws(Diagnostic) -> [RenderedPage] {
    let renderer = try PageRenderer(plan)
    return indices.map { index in
      switch contents[index] {
      case .page(let page): renderer.render(page)
      case .generated(let output, let title, let html):
        renderer.render(output: output, title: title, content: html)
      }
    }
  }

  /// What a page of the site is made from.
  private enum Content: Sendable {
    case page(SitePage)
    /// A page that no author wrote.
    case generated(output: String, title: String, HTML)
  }

  /// The pages, then the one for addresses that lead nowhere, and an index where there is none.
  private func contents(_ plan: SitePlan) -> [Content] {
    let missing = Content.generated(
      output: "404.html", title: "There is no such page", GeneratedPages.missing)
    let index = Content.generated(
      output: "index.html", title: configuration.title,
      GeneratedPages.index(configuration, plan.tree))
    let hasIndex =
      pages.contains { $0.source == "index.md" } || assets.contains { $0.path == "index.html" }
    return pages.map(Content.page) + [missing] + (hasIndex ? [] : [index])
  }

  /// KaTeX's stylesheet and fonts, where a page is written with them.
  private func vendored() throws(Diagnostic) -> [OutputFile] {
    guard pages.contains(where: { $0.format(configuration) == .katex }) else { return [] }
    return try VendoredFiles.katex()
  }

  private static func checkUnique(_ files: [OutputFile]) throws(Diagnostic) {
    var paths: Set<String> = []
    for file in files where !paths.insert(file.path).inserted {
      throw Diagnostic(
        .duplicatePage, "two files of the site would be \(file.path)",
        hint: "rename one of the files in content/ that lead to it")
    }
  }
}
