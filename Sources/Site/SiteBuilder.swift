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
  ///   - assets: the other files of the content folder, which are copied.
  package init(_ configuration: Configuration, pages: [SitePage], assets: [ContentFile]) {
    self.configuration = configuration
    self.pages = pages.sorted { $0.source < $1.source }
    self.assets = assets
  }

  /// The files of a site, by path, and what is wrong with its formulas and links.
  package struct Site: Sendable {
    package var files: [OutputFile]
    /// By location.
    package var diagnostics: [Diagnostic]
  }

  /// Renders all pages and adds what they need: the same input gives the same bytes.
  ///
  /// - Parameter jobs: how many pages are rendered at the same time.
  /// - Throws: `missingLibrary`, `missingFile` at a wrong entry of `nav:`, `duplicatePage`.
  /// - Complexity: linear in the pages, but for the navigation each carries.
  package func site(
    jobs: Int = ProcessInfo.processInfo.activeProcessorCount
  ) async throws(Diagnostic) -> Site {
    let plan = try SitePlan(configuration, pages: pages, assets: assets)
    let rendered = try await render(plan, jobs: max(1, min(jobs, pages.count)))
    let own = try ownPages(plan)
    let copied = assets.map { OutputFile(path: $0.path, bytes: $0.bytes) }
    let files = (rendered + own).map(\.file) + copied + Theme.files + (try vendored())
    try Self.checkUnique(files)
    return Site(
      files: files.sorted { $0.path < $1.path },
      diagnostics: (rendered + own).flatMap(\.diagnostics).sorted())
  }

  /// The pages, in order: each job takes every `jobs`-th page.
  private func render(_ plan: SitePlan, jobs: Int) async throws(Diagnostic) -> [RenderedPage] {
    let pages = pages
    let results = await withTaskGroup(of: Result<[Int: RenderedPage], Diagnostic>.self) { group in
      for job in 0..<jobs {
        group.addTask {
          Result { () throws(Diagnostic) in
            try Self.render(plan, pages, stride(from: job, to: pages.count, by: jobs))
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    var rendered: [Int: RenderedPage] = [:]
    for result in results { rendered.merge(try result.get()) { $1 } }
    return pages.indices.compactMap { rendered[$0] }
  }

  /// Runs on one thread from start to end, as a script host must.
  private static func render(
    _ plan: SitePlan, _ pages: [SitePage], _ indices: StrideTo<Int>
  ) throws(Diagnostic) -> [Int: RenderedPage] {
    let renderer = try PageRenderer(plan)
    return indices.reduce(into: [:]) { $0[$1] = renderer.render(pages[$1]) }
  }

  /// The pages that no author wrote: the one for addresses that lead nowhere, and an index where
  /// there is none.
  private func ownPages(_ plan: SitePlan) throws(Diagnostic) -> [RenderedPage] {
    let renderer = try PageRenderer(plan)
    let missing = renderer.render(
      output: "404.html", title: "There is no such page", content: GeneratedPages.missing)
    guard !pages.contains(where: { $0.source == "index.md" }) else { return [missing] }
    return [
      missing,
      renderer.render(
        output: "index.html", title: configuration.title,
        content: GeneratedPages.index(configuration, plan.tree)),
    ]
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
