import Derivations
import Diagnostics
import Foundation
import Pages
import Site
import Terminal

/// The two stages between reading the content and publishing the site.
struct Stages: Sendable {
  /// Checks one page; runs on several threads at once, each with a large stack.
  var check: @Sendable (Page, Configuration) -> PageResult
  /// Makes the files of the site.
  var render: @Sendable (CheckedSite) throws(Diagnostic) -> [OutputFile]
}

/// What a site is made from.
struct CheckedSite: Sendable {
  var configuration: Configuration
  /// Every file of the content folder, pages included, by path.
  var files: [ContentFile]
  /// The pages that could be read, with what checking them brought, in the order of their files.
  var pages: [(file: ContentFile, page: Page, result: PageResult)]
}

extension Engine {
  /// The engine that reads content from the disk, checks and renders it by `stages`, and publishes.
  init(_ stages: Stages) {
    self.init { order throws(Diagnostic) in try stages.checkContent(order) }
  }
}

extension Stages {
  /// Reads and checks the pages that are asked for.
  fileprivate func checkContent(_ order: Order) throws(Diagnostic) -> CheckedContent {
    let name = path("content", in: order.root)
    let folder = URL(filePath: name)
    let files = try SiteReader(folder, name: name).files()
    let configuration = try Configuration.load(content: folder, name: name)
    let wanted = files.filter { $0.isPage && order.includes($0.path) }
    let read = LargeStack.map(wanted, threads: order.jobs) { file in
      checkFile(file, configuration)
    }
    let site = CheckedSite(
      configuration: configuration, files: files,
      pages: zip(wanted, read).compactMap { file, read in
        read.page.map { (file, $0, read.result) }
      })
    return CheckedContent(
      results: read.map(\.result), diagnostics: [], sources: sources(wanted, read.map(\.page)),
      publish: { folder throws(Diagnostic) in
        let files = try render(site)
        try SitePublisher(URL(filePath: folder)).publish(files)
        return files.count
      },
      differences: { folder throws(Diagnostic) in
        SitePublisher(URL(filePath: folder)).differences(from: try render(site))
          .map { $0.diagnostic(in: folder) }
      })
  }

  /// Reads and checks one page; where it cannot be read, the result says why.
  private func checkFile(
    _ file: ContentFile, _ configuration: Configuration
  ) -> (page: Page?, result: PageResult) {
    do throws(Diagnostic) {
      let page = try Page(path: file.shownPath, bytes: file.bytes)
      return (page, check(page, configuration))
    } catch {
      var result = PageResult(path: file.shownPath)
      result.diagnostics = [error]
      return (nil, result)
    }
  }

  /// The text of each file; of one that could not be read only where it is UTF-8.
  private func sources(_ files: [ContentFile], _ pages: [Page?]) -> [String: String] {
    let texts = zip(files, pages).compactMap { file, page in
      (page?.source ?? String(validating: file.bytes, as: UTF8.self)).map { (file.shownPath, $0) }
    }
    return Dictionary(texts) { $1 }
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
