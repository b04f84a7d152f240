import Diagnostics
import Pages
import Testing

@testable import Site

/// A site built from pages given as Markdown by path, for looking into its files.
struct BuiltSite {
  let site: SiteBuilder.Site

  init(
    _ pages: KeyValuePairs<String, String>, assets: [String: String] = [:],
    theme: [String: String] = [:], history: PageHistory = PageHistory(),
    _ set: (inout Configuration) -> Void = { _ in }
  ) throws {
    var configuration = Configuration()
    set(&configuration)
    func files(_ texts: [String: String]) -> [ContentFile] {
      texts.map {
        ContentFile(path: $0.key, shownPath: "content/" + $0.key, bytes: Array($0.value.utf8))
      }
    }
    site = try SiteBuilder(
      configuration, pages: try pages.map { try Sample.page($0, $1) }, files: files(assets),
      theme: files(theme), history: history
    ).site(jobs: 1)
  }

  init(_ site: SiteBuilder.Site) { self.site = site }

  var paths: [String] { site.files.map(\.path) }

  func text(_ path: String) throws -> String {
    let file = try #require(site.files.first { $0.path == path })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  func has(_ path: String) -> Bool { paths.contains(path) }

  /// What stands between two marks in a file.
  func part(of path: String, from start: String, to end: String) throws -> String {
    let text = try text(path)
    let from = try #require(text.firstRange(of: start)).upperBound
    let rest = text[from...]
    return String(rest[..<(try #require(rest.firstRange(of: end)).lowerBound)])
  }
}
