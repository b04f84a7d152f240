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

  /// What the page of a file is called; nil where it is none of the site.
  ///
  /// - Parameter path: the file as the reader would type it.
  func name(ofPageAt path: String) -> String? {
    names.filter { path.hasSuffix("/\($0).md") }.max { $0.count < $1.count }
  }
}

extension PageSession {
  /// Brings in the declarations and definitions of another page, or of one block of it.
  mutating func use(
    _ name: String, _ block: String?, at location: SourceLocation
  ) throws(Diagnostic) -> [StatementResult.Content] {
    guard let other = library.page(name) else {
      missesImport = true
      throw Diagnostic(
        .missingFile, "there is no page \(name)", at: location, hint: wayOut(of: name))
    }
    let blocks = other.pieces.compactMap { piece -> Fence? in
      guard case .fence(let fence) = piece.kind, fence.word == "derive",
        block == nil || fence.arguments.first == block
      else { return nil }
      return fence
    }
    guard !blocks.isEmpty else {
      missesImport = true
      throw Diagnostic(
        .unknownName, "the page \(name) has no derive block\(block.map { " named \($0)" } ?? "")",
        at: location, hint: Self.wayOut(of: block, in: other))
    }
    let fresh = blocks.filter { brought[$0.text.location] == nil }
    guard !fresh.isEmpty else {
      throw broughtTwice(blocks, at: location)
    }
    if !other.faults.isEmpty { missesImport = true }
    var contents: [StatementResult.Content] = []
    for fence in fresh {
      brought[fence.text.location] = location
      contents += try bring(fence.text.sourceText, at: location)
    }
    return contents
  }

  /// Takes what a block of another page states. What stands in the way is told where it is asked for.
  private mutating func bring(
    _ source: SourceText, at location: SourceLocation
  ) throws(Diagnostic) -> [StatementResult.Content] {
    var contents: [StatementResult.Content] = []
    for line in StatementReader.read(source) {
      guard case .success(let statement) = line.content, statement.states else { continue }
      do throws(Diagnostic) {
        try scope.take(statement, in: source)
      } catch {
        missesImport = true
        var trouble = error
        trouble.location = location
        let place = (error.location ?? source.location(statement.range)).description
        trouble.notes.append(Diagnostic.Note("brought", place))
        throw trouble
      }
      contents += described(statement, in: source)
    }
    return contents
  }

  /// The page that may be meant: one that the path leads to from here, or the nearest.
  private func wayOut(of name: String) -> String {
    let own = library.name(ofPageAt: page.path)
    if let own, let meant = Self.path(name, from: own), library.page(meant) != nil {
      return "a path counts from content/, wherever the page stands: \(meant)"
    }
    let bare = name.split(separator: "/").filter { $0 != ".." && $0 != "." }.joined(separator: "/")
    return nearest(bare, in: library.names.filter { $0 != own }).map { "did you mean \($0)?" }
      ?? "write its path within content/ without .md"
  }

  /// The path that a relative one means from the folder of a page.
  private static func path(_ path: String, from page: String) -> String? {
    var parts = page.split(separator: "/").dropLast()
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }

  private static func wayOut(of block: String?, in page: Page) -> String? {
    let names = page.pieces.compactMap { piece -> String? in
      guard case .fence(let fence) = piece.kind, fence.word == "derive" else { return nil }
      return fence.arguments.first
    }
    guard let block, !names.isEmpty else { return nil }
    return nearest(block, in: names).map { "did you mean \($0)?" }
      ?? "its blocks are \(names.joined(separator: ", "))"
  }

  /// Whether something is unknown that may be of what could not be brought in.
  func isConsequence(_ trouble: Diagnostic) -> Bool {
    missesImport && (trouble.code == .unknownName || trouble.code == .unknownFunction)
      && trouble.severity == .error
      && !(trouble.message.split(separator: " ").last.map { scope.knows(String($0)) } ?? false)
  }

  private func broughtTwice(_ blocks: [Fence], at location: SourceLocation) -> Diagnostic {
    let first = blocks.lazy.compactMap { self.brought[$0.text.location] }.first
    var trouble = Diagnostic(
      .duplicateName, "what this brings in is there already", at: location,
      hint: "take one of the two lines away")
    if let first {
      trouble.notes.append(Diagnostic.Note("first", first.description))
    }
    return trouble
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
