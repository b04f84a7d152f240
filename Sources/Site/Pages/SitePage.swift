package import Derivations
package import Diagnostics
package import Pages

/// A page with what checking it brought.
package struct SitePage: Hashable, Sendable {
  /// The path within `content/`.
  package var source: String
  package var page: Page
  package var result: PageResult
  /// Its title without formulas, where it has some.
  var plainTitle: String?

  package init(source: String, page: Page, result: PageResult) {
    self.source = source
    self.page = page
    self.result = result
  }

  /// The content folder as it was named when the page was read, with a slash.
  var folder: String {
    result.path.hasSuffix(source) ? String(result.path.dropLast(source.count)) : "content/"
  }

  /// What other pages need to know.
  var info: PageInfo {
    let headings = page.pieces.compactMap { piece in
      if case .heading(let heading) = piece.kind { heading } else { nil }
    }
    let title = plainTitle ?? page.frontMatter.title ?? headings.first { $0.level == 1 }?.text
    return PageInfo(
      source: source, title: title ?? PageInfo.title(ofPath: source),
      description: page.frontMatter.description, order: page.frontMatter.order, headings: headings)
  }

  /// How the page's formulas are written.
  func format(_ configuration: Configuration) -> MathFormat {
    page.frontMatter.math ?? configuration.math
  }
}

extension ContentFile {
  /// The file as a page.
  ///
  /// - Throws: `notUTF8`, or what is wrong with the front matter.
  package func page() throws(Diagnostic) -> Page { try Page(path: shownPath, bytes: bytes) }
}
