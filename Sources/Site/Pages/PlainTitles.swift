internal import Pages
internal import Script

/// Titles as plain text, their formulas in the form that the search shows: `δ^(3)`.
///
/// A title stands where no formula can: in the head of a page, the navigation and lists for programs.
final class PlainTitles {
  private let macros: [String: String]
  /// Made for the first title with a formula; it must stay on one thread.
  private lazy var host: ScriptHost? = Self.makeHost()

  /// - Parameter macros: those of the site.
  init(macros: [String: String]) { self.macros = macros }

  private static func makeHost() -> ScriptHost? {
    let host = ScriptHost()
    let function = "function plain(tex) { return terms.shown(terms.tokens(tex)); }"
    do throws(ScriptError) {
      try host.run(SearchIndex.terms + "var terms = docgenTerms();" + function, name: "docgen")
      return host
    } catch {
      return nil
    }
  }

  /// A page with its plain title.
  func titled(_ page: SitePage) -> SitePage {
    guard let parts = page.titleParts, parts.count > 1 else { return page }
    var page = page
    page.plainTitle = plain(parts, MacroText(macros.merging(page.page.frontMatter.macros) { $1 }))
    return page
  }

  /// Settings with plain titles in `nav:`.
  func titled(_ configuration: Configuration) -> Configuration {
    var configuration = configuration
    configuration.navigation = configuration.navigation?.map { entry in
      entry.titled { plain(marked: $0) }
    }
    return configuration
  }

  /// A text with formulas between dollars.
  private func plain(marked text: String) -> String {
    plain(TitleParts.parts(of: text), MacroText(macros))
  }

  private func plain(_ parts: [String], _ macros: MacroText) -> String {
    parts.enumerated().map { index, part in
      index % 2 == 0 ? part : plain(tex: macros.expanded(part))
    }.joined()
  }

  private func plain(tex: String) -> String {
    do throws(ScriptError) {
      return try host?.call("plain", [.string(tex)]) ?? tex
    } catch {
      return tex
    }
  }
}

/// A title as text and the TeX of formulas in turn, text first.
enum TitleParts {
  /// The parts of a text with formulas between dollars.
  static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var rest = text[...]
    while let match = rest.firstMatch(of: #/\$(?![ $])([^$]*[^$ ])\$/#) {
      parts += [String(rest[..<match.range.lowerBound]), String(match.1)]
      rest = rest[match.range.upperBound...]
    }
    return parts + [String(rest)]
  }
}

extension SitePage {
  /// The title that the page gives itself; nil where it gives none.
  fileprivate var titleParts: [String]? {
    if let title = page.frontMatter.title { return TitleParts.parts(of: title) }
    for (index, piece) in page.pieces.enumerated() {
      if case .heading(let heading) = piece.kind, heading.level == 1 {
        return parts(of: heading, index)
      }
    }
    return nil
  }

  private func parts(of heading: Heading, _ index: Int) -> [String] {
    var parts: [String] = []
    var rest = heading.text[...]
    for piece in page.pieces where piece.container == index {
      guard case .formula(let formula) = piece.kind,
        let range = rest.firstRange(of: formula.tex.text)
      else { continue }
      parts += [String(rest[..<range.lowerBound]), formula.tex.text]
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}

extension Configuration.Entry {
  /// The entry with other titles.
  fileprivate func titled(by plain: (String) -> String) -> Self {
    switch self {
    case .page(let path, let title, let location):
      .page(path: path, title: title?.titled(by: plain), location: location)
    case .section(let title, let entries):
      .section(title: title.titled(by: plain), entries: entries.map { $0.titled(by: plain) })
    }
  }
}

extension Configuration.Titles {
  fileprivate func titled(by plain: (String) -> String) -> Self {
    Self(
      all.map { local in
        var local = local
        local.text = plain(local.text)
        return local
      })
  }
}
