internal import Diagnostics
internal import Foundation
internal import Pages

/// What stands between the brackets of a citation: `@giles2008, §2; @petersen2012`.
struct CitationGroup {
  struct Item {
    var key: String
    /// What follows the key, such as a page.
    var locator: String
    var location: SourceLocation
  }

  let items: [Item]

  /// Reads the text of a citation, which starts with `@`.
  init(_ text: Excerpt) {
    var offset = 0
    items = text.text.split(separator: ";", omittingEmptySubsequences: false).compactMap { part in
      defer { offset += part.utf8.count + 1 }
      let start = offset + part.prefix { $0.isWhitespace }.utf8.count
      let trimmed = part.trimmingCharacters(in: .whitespacesAndNewlines)
      guard trimmed.hasPrefix("@") else { return nil }
      let key = trimmed.dropFirst().prefix { !$0.isWhitespace && $0 != "," }
      let rest = trimmed.dropFirst(key.count + 1).drop { $0 == "," || $0.isWhitespace }
      return Item(
        key: String(key), locator: String(rest),
        location: text.location(of: start..<start + key.utf8.count + 1))
    }
  }
}

/// The citations of one page.
final class PageCitations {
  private let bibliography: Bibliography
  /// The works that the page cites, each once.
  private(set) var works: Set<Work> = []

  init(_ bibliography: Bibliography) { self.bibliography = bibliography }

  /// The inside of the brackets as links to the list.
  ///
  /// - Throws: `citation` at each key that the bibliography has not.
  func markup(_ text: Excerpt) throws(Diagnostic) -> HTML {
    var parts: [HTML] = []
    var unknown: [Diagnostic] = []
    for item in CitationGroup(text).items {
      let work: Work
      do throws(Diagnostic) {
        work = try bibliography.work(item.key, at: item.location)
      } catch {
        unknown.append(error)
        continue
      }
      works.insert(work)
      if !parts.isEmpty { parts.append("; ") }
      parts.append(
        .element("a", ["class": "citation", "href": "#\(work.anchor)"], .text(work.label)))
      if !item.locator.isEmpty { parts.append(.text(", \(item.locator)")) }
    }
    if let all = Diagnostic(all: unknown) { throw all }
    return .fragment(parts)
  }

  /// A text with what stands between dollars as formulas, and addresses as links.
  private static func set(_ text: String, _ formula: (String) -> HTML?) -> HTML {
    var parts: [HTML] = []
    var rest = text[...]
    while let match = rest.firstMatch(of: #/\$(?! )([^$]*[^$ ])\$/#) {
      parts.append(linked(rest[..<match.range.lowerBound]))
      parts.append(formula(String(match.1)) ?? .text(String(match.0)))
      rest = rest[match.range.upperBound...]
    }
    return .fragment(parts + [linked(rest)])
  }

  private static func linked(_ text: Substring) -> HTML {
    var parts: [HTML] = []
    var rest = text
    while let match = rest.firstMatch(of: Work.address) {
      parts.append(.text(String(rest[..<match.range.lowerBound])))
      parts.append(link(String(match.0)))
      rest = rest[match.range.upperBound...]
    }
    return .fragment(parts + [.text(String(rest))])
  }

  private static func link(_ address: String) -> HTML {
    .element("a", ["href": address], .text(address))
  }

  /// The list of what is cited, by author and year; nothing where nothing is.
  ///
  /// - Parameter formula: sets a formula of a title; nil where it cannot be read.
  func list(_ phrases: Phrases, formula: (String) -> HTML?) -> HTML {
    guard !works.isEmpty else { return .fragment([]) }
    let lines = works.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }.map { work in
      let (text, address) = work.line
      return HTML.element(
        "li", ["id": work.anchor], Self.set(text, formula),
        address.flatMap { text.contains($0) ? nil : .fragment([" ", Self.link($0)]) }
          ?? .fragment([]))
    }
    return .element(
      "section", ["class": "bibliography", "aria-labelledby": "bibliography"],
      .element("h2", ["id": "bibliography"], .text(phrases["references"])),
      .element("ul", of: [:], lines))
  }
}
