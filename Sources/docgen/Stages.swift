import Derivations
import Diagnostics
import Foundation
import Pages
import Site
import Terminal

/// The two stages between reading the content and publishing the site.
struct Stages: Sendable {
  /// Checks one page, which may bring in statements of others; runs on several threads at once, each
  /// with a large stack.
  var check: @Sendable (Page, Configuration, Library) -> PageResult
  /// Makes the files of the site, and says what is wrong with its links and formulas.
  var render: @Sendable (CheckedSite) throws(Diagnostic) -> SiteBuilder.Site
}

/// What a site is made from.
struct CheckedSite: Sendable {
  var configuration: Configuration
  /// Every file of the content folder, pages included, by path.
  var files: [ContentFile]
  /// The owner's templates and files.
  var theme: [ContentFile]
  /// When pages were last changed.
  var history: PageHistory
  /// The pages that could be read, with what checking them brought, in the order of their files.
  var pages: [(file: ContentFile, page: Page, result: PageResult)]
  /// How many pages are rendered at once.
  var jobs: Int
  /// Whether pages that say `draft: true` are published.
  var showsDrafts = false
  /// What is wrong with the settings.
  var faults: [Diagnostic] = []

  /// The same without the pages that have faults.
  var sound: CheckedSite {
    var site = self
    site.pages.removeAll { !$0.page.faults.isEmpty }
    return site
  }
}

extension Engine {
  /// The engine that reads content from the disk, checks and renders it by `stages`, and publishes.
  init(_ stages: Stages) {
    self.init { order throws(Diagnostic) in try stages.checkContent(order) }
  }
}

extension Stages {
  /// Reads all pages, checks those that are asked for and, where that is all, renders the site.
  fileprivate func checkContent(_ order: Order) throws(Diagnostic) -> CheckedContent {
    let name = path("content", in: order.root)
    let folder = URL(filePath: name)
    let reader = SiteReader(folder, name: name)
    let files = try reader.files()
    var faults: [Diagnostic] = []
    let configuration = try Configuration.load(content: folder, name: name, faults: &faults)
    let all = files.filter(\.isPage)
    let read = LargeStack.map(all, threads: order.jobs) { readFile($0, configuration, reader) }
    let library = library(all, read)
    let wanted = all.indices.filter { order.includes(all[$0].path) }
    let results = LargeStack.map(wanted, threads: order.jobs) { index in
      result(of: read[index], all[index], configuration, library).rooted(in: order.root)
    }
    let pages = zip(wanted, results).compactMap { index, result in
      (try? read[index].get()).map { (file: all[index], page: $0, result: result) }
    }
    let site = CheckedSite(
      configuration: configuration, files: files, theme: try reader.themeFiles(),
      history: configuration.dates
        ? try GitHistory(folder: folder, name: name).history() : PageHistory(),
      pages: pages, jobs: order.jobs, showsDrafts: order.showsDrafts, faults: faults)
    let isWhole = wanted.count == all.count && pages.count == all.count
    let rendered = isWhole && order.renders ? Rendering(site, by: render) : nil
    let made = { @Sendable () throws(Diagnostic) -> [OutputFile] in
      try (rendered ?? Rendering(site.sound, by: render)).files()
    }
    let notebooks = files.filter { $0.isNotebook && order.includes($0.path) }
    let cells = LargeStack.map(notebooks, threads: order.jobs) {
      result(ofNotebook: $0, configuration, library)
    }
    return CheckedContent(
      results: results + cells.compactMap { $0 },
      diagnostics: faults + (rendered?.diagnostics ?? []),
      sources: sources(all + notebooks, read.map { try? $0.get() } + notebooks.map { _ in nil }),
      publish: { folder throws(Diagnostic) in
        let files = try made()
        try PublishedSite(folder).requireReplaceable()
        try SitePublisher(URL(filePath: folder)).publish(files)
        return files.count
      },
      differences: { folder throws(Diagnostic) in
        SitePublisher(URL(filePath: folder)).differences(from: try made())
          .map { $0.diagnostic(in: folder) }
      },
      links: links(
        pages.map { $0.1 }, inHTML: configuration.rawHTML,
        and: configuration.bibliographyLinks(in: files)),
      uncheckedLinks: configuration.uncheckedLinks, files: made,
      pages: Dictionary(all.map { ($0.shownPath, $0.bytes) }) { $1 },
      recheck: { page, path, bytes in
        guard var file = all.first(where: { $0.shownPath == page }) else {
          return PageResult(path: page)
        }
        if path == page { file.bytes = bytes }
        let read = readFile(file, configuration, reader, changed: (path, bytes))
        return result(of: read, file, configuration, library).rooted(in: order.root)
      })
  }

  private func readFile(
    _ file: ContentFile, _ configuration: Configuration, _ reader: SiteReader,
    changed: (path: String, bytes: [UInt8])? = nil
  ) -> Result<Page, Diagnostic> {
    Result { () throws(Diagnostic) in
      try Page(
        withFaults: file.shownPath, bytes: file.bytes, ignoring: configuration.ignoredKeys,
        source: file.path
      ) { path, from, location throws(Diagnostic) in
        let file = try reader.file(path, from: from, at: location)
        let isChanged = file.shownPath == changed?.path
        return IncludedFile(
          path: file.path, shownPath: file.shownPath,
          bytes: isChanged ? changed?.bytes ?? file.bytes : file.bytes)
      }
    }
  }

  /// The pages by their path without ending, for statements that bring in others'.
  private func library(_ files: [ContentFile], _ read: [Result<Page, Diagnostic>]) -> Library {
    let named = zip(files, read).compactMap { file, read -> (String, Page)? in
      guard let page = try? read.get() else { return nil }
      return (String(file.path.dropLast(".md".count)), page)
    }
    return Library(Dictionary(named) { first, _ in first })
  }

  /// What checking a page brings; where it could not be read, the result says why.
  private func result(
    of read: Result<Page, Diagnostic>, _ file: ContentFile, _ configuration: Configuration,
    _ library: Library
  ) -> PageResult {
    var faulty = PageResult(path: file.shownPath)
    switch read {
    case .success(let page) where page.lacksSettings || configuration.lacksSettings:
      faulty.diagnostics = page.faults
    case .success(let page):
      var result = check(page, configuration, library)
      result.diagnostics += page.faults
      result.diagnostics.removeAll(where: configuration.mayFollow)
      return result
    case .failure(let trouble): faulty.diagnostics = trouble.each
    }
    faulty.diagnostics.removeAll(where: configuration.mayFollow)
    return faulty
  }

  /// The addresses of other hosts that pages link to or take pictures from, those in HTML among them where
  /// it is passed.
  ///
  /// - Parameter others: those that stand in no page.
  private func links(
    _ pages: [Page], inHTML: Bool, and others: [(text: String, location: SourceLocation)]
  ) -> [String: [SourceLocation]] {
    var links: [String: [SourceLocation]] = [:]
    let written =
      pages.flatMap { page in
        page.pieces.compactMap(\.destination)
          + (inHTML ? page.addresses.map { ($0.text, $0.location) } : [])
      } + others.map { ($0.text, $0.location) }
    for (destination, location) in written {
      let scheme = destination.prefix { $0 != ":" }.lowercased()
      guard scheme == "http" || scheme == "https" else { continue }
      links[String(destination.prefix { $0 != "#" }), default: []].append(location)
    }
    return links
  }

  /// The text of each page and of each file that one includes; of a page that could not be read only where it is UTF-8.
  private func sources(_ files: [ContentFile], _ pages: [Page?]) -> [String: String] {
    let texts = zip(files, pages).compactMap { file, page in
      (page?.written ?? String(validating: file.bytes, as: UTF8.self)).map { (file.shownPath, $0) }
    }
    let included = pages.flatMap { $0?.included.map { ($0.key, $0.value) } ?? [] }
    return Dictionary(included + texts) { $1 }
  }
}

extension Piece {
  /// Where a link or an image leads, with its place.
  fileprivate var destination: (String, SourceLocation)? {
    switch kind {
    case .link(let link): (link.destination, location)
    case .image(let image): (image.destination, location)
    default: nil
    }
  }
}

extension SiteDifference {
  fileprivate func diagnostic(in folder: String) -> Diagnostic {
    Diagnostic(
      .siteDiffers, path(description, in: folder),
      hint: "run docgen build and commit what it changes")
  }
}

/// A path within a folder as the reader would type it; `.` and a slash at the end are left out.
func path(_ name: String, in folder: String) -> String {
  folder == "." || folder.isEmpty
    ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
}
