internal import Derivations
internal import Diagnostics
internal import Notation

extension FigureWriter {
  /// What a statement defines or derives as programs, folded up; nothing where there is none.
  func codes(_ statement: StatementResult) -> HTML {
    codes(statement.program)
  }

  /// A program in each language, folded up.
  func codes(_ program: Program?) -> HTML {
    guard let program else { return .fragment([]) }
    return .element(
      "details", ["class": "codes"],
      .element(
        "summary", [:], said("Code"),
        .element("span", ["class": "read-out"], .text(" \(phrases.said("of")) \(program.name)"))),
      .fragment(Self.together(program.listings).map(listing)))
  }

  /// Neighbours that are the same in several languages as one.
  private static func together(_ listings: [Program.Listing]) -> [[Program.Listing]] {
    listings.reduce(into: []) { groups, listing in
      if let last = groups.last?.last, last.text != nil, last.text == listing.text {
        groups[groups.count - 1].append(listing)
      } else {
        groups.append([listing])
      }
    }
  }

  private func listing(_ group: [Program.Listing]) -> HTML {
    guard let listing = group.first else { return .fragment([]) }
    let titles = group.map(\.target.title).joined(separator: ", ")
    let title = HTML.element("p", [:], .text(titles))
    guard let text = listing.text else {
      return .fragment([
        title,
        .element(
          "p", ["class": "gap", "lang": phrases.englishTag], .text("\(listing.gap ?? "").")),
      ])
    }
    let parts = [listing.target.opening(for: text), text].filter { !$0.isEmpty }
    let code = coloured(parts.joined(separator: "\n\n"), as: listing.target)
    let types = listing.target.needsTypes(text) ? [.text("\n\n"), swiftTypes] : []
    return .fragment([title, .element("pre", of: [:], [code] + types)])
  }

  private func coloured(_ text: String, as target: CodeTarget) -> HTML {
    (try? code?.lean(text, language: target.grammar)).flatMap { $0 } ?? .text(text)
  }

  /// What to compile a Swift function with.
  private var swiftTypes: HTML {
    .element(
      "i", [:], "// compile it with ",
      .element(
        "a", ["href": SitePath.relative(to: SwiftTypes.path, from: page)], .text(SwiftTypes.path)))
  }
}

/// The file with what Swift functions need of matrices, for the whole site.
enum SwiftTypes {
  static let path = "DocgenMatrix.swift"

  /// The file, where a page leads to it.
  static func files(for pages: [RenderedPage]) -> [OutputFile] {
    let mark = Array("\(path)\"".utf8)
    guard pages.contains(where: { $0.file.bytes.firstRange(of: mark) != nil }) else { return [] }
    return [OutputFile(path: path, text: CodeTarget.swift.prelude + "\n")]
  }
}

extension CodeTarget {
  /// What highlight.js calls the language.
  fileprivate var grammar: String {
    switch self {
    case .numpy, .jax, .pytorch: "python"
    case .julia: "julia"
    case .matlab: "matlab"
    case .swift: "swift"
    case .latex: "tex"
    }
  }
}
