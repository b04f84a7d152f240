import Diagnostics
import Notation
package import Pages

/// The other pages of a site, from which a page can bring in statements.
package struct Library: Hashable, Sendable {
  private let pages: [String: Page]

  /// - Parameter pages: by path within the content folder, without `.md`.
  package init(_ pages: [String: Page] = [:]) { self.pages = pages }

  func page(_ name: String) -> Page? {
    pages[name.hasSuffix(".md") ? String(name.dropLast(3)) : name]
  }

  var names: [String] { pages.keys.sorted() }
}

extension PageSession {
  /// Brings in the declarations and definitions of another page, or of one block of it.
  mutating func use(
    _ name: String, _ block: String?, at location: SourceLocation
  ) throws(Diagnostic) -> [StatementResult.Content] {
    guard let other = library.page(name) else {
      throw Diagnostic(
        .missingFile, "there is no page \(name)", at: location,
        hint: nearest(name, in: library.names).map { "did you mean \($0)?" }
          ?? "write its path within content/ without .md")
    }
    let blocks = other.pieces.compactMap { piece -> Fence? in
      guard case .fence(let fence) = piece.kind, fence.word == "derive",
        block == nil || fence.arguments.first == block
      else { return nil }
      return fence
    }
    guard !blocks.isEmpty else {
      throw Diagnostic(
        .unknownName, "the page \(name) has no derive block\(block.map { " named \($0)" } ?? "")",
        at: location)
    }
    var contents: [StatementResult.Content] = []
    for fence in blocks { contents += try bring(fence.text.sourceText, at: location) }
    return contents
  }

  private mutating func bring(
    _ source: SourceText, at location: SourceLocation
  ) throws(Diagnostic) -> [StatementResult.Content] {
    var contents: [StatementResult.Content] = []
    for line in StatementReader.read(source) {
      guard case .success(let statement) = line.content, statement.states else { continue }
      try scope.take(statement, in: source)
      contents += described(statement, in: source)
    }
    return contents
  }
}

extension Statement {
  /// Whether it declares, assumes or defines.
  fileprivate var states: Bool {
    switch kind {
    case .declaration, .assumption, .notation, .function, .definition: true
    case .network, .deltas, .derivative, .steps, .layout, .structure, .identity, .example, .plot,
      .plotGradient, .use:
      false
    }
  }
}
