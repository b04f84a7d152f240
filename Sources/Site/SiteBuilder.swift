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
  private let theme: [ContentFile]
  private let history: PageHistory
  /// The pages that are left out.
  private let drafts: [String]

  /// - Parameters:
  ///   - pages: the pages to publish with their results.
  ///   - files: the files of the content folder; those that are no pages are copied.
  ///   - theme: the owner's templates and files, from `content/_theme/`.
  ///   - history: when the pages were last changed.
  ///   - drafts: whether pages that say `draft: true` are published.
  package init(
    _ configuration: Configuration, pages: [SitePage], files: [ContentFile],
    theme: [ContentFile] = [], history: PageHistory = PageHistory(), drafts: Bool = false
  ) {
    let titles = PlainTitles(macros: configuration.macros)
    self.configuration = titles.titled(configuration)
    self.pages = pages.filter { drafts || !$0.page.frontMatter.draft }.map(titles.titled)
      .sorted { $0.source < $1.source }
    self.drafts = drafts ? [] : pages.filter(\.page.frontMatter.draft).map(\.source)
    assets = files.filter { !$0.isPage }
    self.theme = theme
    self.history = history
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
  /// - Parameters:
  ///   - jobs: how many pages are rendered at the same time.
  ///   - memory: holds what was rendered last.
  /// - Throws: `missingLibrary`, `duplicatePage`, what is wrong with the owner's theme and, with all that is
  ///   wrong on the pages, `missingFile` at wrong entries of `nav:` and the like.
  /// - Complexity: linear in the pages.
  package func site(
    jobs: Int = ProcessInfo.processInfo.activeProcessorCount, memory: RenderMemory? = nil
  ) throws(Diagnostic) -> Site {
    var faults: [Diagnostic] = []
    let own = theme
    let theme = try Theme(own, faults: &faults)
    let plan = SitePlan(
      configuration, pages: pages, assets: assets, theme: theme, history: history, drafts: drafts)
    let shared = SharedPlan(plan, assets: assets, theme: own, drafts: drafts)
    let rendered = try (memory ?? RenderMemory()).pages(contents(plan), shared) {
      sources throws(Diagnostic) in
      try render(sources, plan, jobs: max(1, min(jobs, sources.count)))
    }
    let copied = assets.map { OutputFile(path: $0.path, bytes: $0.bytes) }
    let search = try SearchIndex.files(rendered.flatMap(\.sections))
    let large =
      rendered.reduce(LargeFigures()) { $0.union($1.largeFigures) }.file.map { [$0] } ?? []
    let previews = Previews.file(rendered).map { [$0] } ?? []
    let leads = Dictionary(rendered.compactMap { page in page.lead.map { (page.file.path, $0) } }) {
      $1
    }
    let files =
      rendered.map(\.file) + copied + theme.files + large + search + previews + (try vendored())
      + SwiftTypes.files(for: rendered) + Companions(plan: plan, pages: pages, leads: leads).files
    let diagnostics = rendered.flatMap(\.diagnostics).sorted()
    faults += plan.faults
    if !faults.isEmpty, let all = Diagnostic(all: faults + diagnostics) { throw all }
    try OutputNames.check(files)
    return Site(files: files.sorted { $0.path < $1.path }, diagnostics: diagnostics)
  }

  /// The contents, in order: each job takes every `jobs`-th of them.
  private func render(
    _ contents: [PageSource], _ plan: SitePlan, jobs: Int
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
    _ plan: SitePlan, _ contents: [PageSource], _ indices: StrideTo<Int>
  ) throws(Diagnostic) -> [RenderedPage] {
    let renderer = try PageRenderer(plan)
    return indices.map { index in
      switch contents[index] {
      case .page(let page): renderer.render(page)
      case .generated(let output, let title, let html):
        renderer.render(output: output, title: title, content: html)
      case .claims(let output, let pages): renderer.render(claimsOf: pages, output: output)
      case .redirect(let redirect): renderer.render(redirect)
      }
    }
  }

  /// The pages, those for former addresses, the one for addresses that lead nowhere, lists of all pages
  /// where the site is large, and an index where there is none.
  private func contents(_ plan: SitePlan) -> [PageSource] {
    let phrases = Phrases(language: plan.language)
    let missing = PageSource.generated(
      output: "404.html", title: phrases["missing"], GeneratedPages.missing(phrases))
    let hasIndex = plan.resolver.knows("index.md") || plan.resolver.knows("index.html")
    let index = PageSource.generated(
      output: "index.html", title: configuration.title,
      GeneratedPages.list(
        configuration.title, configuration.description, plan.trees.tree(in: plan.language),
        at: "index.html", phrases))
    return pages.map(PageSource.page) + plan.redirects.map(PageSource.redirect) + [missing]
      + lists(plan) + claims(plan) + (hasIndex ? [] : [index])
  }

  private func claims(_ plan: SitePlan) -> [PageSource] {
    plan.listsClaims ? [.claims(output: ClaimsPage.output, pages)] : []
  }

  private func lists(_ plan: SitePlan) -> [PageSource] {
    plan.prunedLanguages.map { language in
      let output = NavigationFile.page(language, own: plan.language)
      let phrases = Phrases(language: language)
      let title = phrases["allPages"]
      return .generated(
        output: output, title: title,
        GeneratedPages.list(title, nil, plan.trees.tree(in: language), at: output, phrases))
    }
  }

  /// KaTeX's stylesheet and fonts, where a page is written with them.
  private func vendored() throws(Diagnostic) -> [OutputFile] {
    guard pages.contains(where: { $0.format(configuration) == .katex }) else { return [] }
    return try VendoredFiles.katex()
  }
}
