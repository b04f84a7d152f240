import Foundation
import Pages
import Site

/// `Benchmarks site`: bytes and seconds of sites of growing size.
enum SiteReport {
  private struct Row {
    var pages: Int
    /// Bytes of the Markdown.
    var markdown: Int
    /// Bytes of the formulas as they stand in the pages.
    var formulas: Int
    /// Bytes of all files.
    var site: Int
    /// Bytes of the published pages alone.
    var html: Int
    var seconds: Double

    /// Bytes of the site by those of the Markdown and the formulas.
    var ratio: Double { Double(site) / Double(markdown + formulas) }

    var text: String {
      let numbers = [pages, markdown, formulas, html, site].map { "\($0)".leftPadded(12) }
      return numbers.joined()
        + String(format: "%10.2f", ratio) + String(format: "%10.2f", seconds)
        + String(format: "%10.2f", 1000 * seconds / Double(pages))
    }
  }

  /// Prints a line for each size.
  static func run(_ sizes: [Int]) throws {
    let heads = ["pages", "markdown", "formulas", "html", "site"].map { $0.leftPadded(12) }
    print(heads.joined() + ["ratio", "s", "ms/page"].map { $0.leftPadded(10) }.joined())
    for size in sizes { print(try row(size).text) }
  }

  private static func row(_ size: Int) throws -> Row {
    let pages = try SyntheticPages.pages(size)
    let start = ContinuousClock.now
    let site = try SiteBuilder(Configuration(), pages: pages, files: []).site()
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let html = site.files.filter { $0.path.hasSuffix(".html") }
    return Row(
      pages: size, markdown: pages.reduce(0) { $0 + $1.page.source.utf8.count },
      formulas: html.reduce(0) { $0 + formulaBytes($1.bytes) },
      site: site.files.reduce(0) { $0 + $1.bytes.count },
      html: html.reduce(0) { $0 + $1.bytes.count }, seconds: seconds)
  }

  /// The bytes from each `<math` to its `</math>`.
  private static func formulaBytes(_ bytes: [UInt8]) -> Int {
    String(decoding: bytes, as: UTF8.self).components(separatedBy: "<math").dropFirst()
      .reduce(0) { sum, part in
        let inner = part.components(separatedBy: "</math>")[0]
        return sum + inner.utf8.count + "<math</math>".utf8.count
      }
  }
}

extension String {
  fileprivate func leftPadded(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
