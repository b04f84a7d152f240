package import Diagnostics

/// A Markdown file: its front matter, and the pieces of it that other stages read or replace.
package struct Page: Hashable, Sendable {
  /// As the reader would type it.
  package let path: String
  /// The text of the page, with what it includes, without byte order mark; every line ends with a line
  /// feed only.
  package let source: String
  /// The text of the file itself.
  package let written: String
  /// The texts of the files it includes, by their paths as the reader would type them.
  package let included: [String: String]
  /// From where its lines come; nil where it includes nothing.
  let origins: LineOrigins?
  package let frontMatter: FrontMatter
  /// By where they start, outer ones before those they contain.
  package let pieces: [Piece]
  /// The first line on which HTML stands that is no comment.
  package let html: SourceLocation?
  /// The addresses that stand in this HTML.
  package let addresses: [Address]
  /// What is wrong with its front matter and with what it includes.
  package let faults: [Diagnostic]
  /// Whether what its front matter says of claims could not be read, so that none of it can be checked.
  package let lacksSettings: Bool
  /// Where a formula seems to be meant that is text, because blanks stand within its dollars.
  package let spacedFormulas: [SourceLocation]
  /// Where a link is meant by a label that nothing on the page defines.
  package let undefinedReferences: [SourceLocation]
  /// What stands on the page and does not do what it seems to be meant for: mistyped words, notes that nothing
  /// refers to, names of headings that stand twice.
  package let nearMisses: [Diagnostic]

  /// An address in a tag of HTML.
  package struct Address: Hashable, Sendable {
    package let text: String
    package let location: SourceLocation
  }

  /// Reads a Markdown file.
  ///
  /// - Parameters:
  ///   - path: the file's path as the reader would type it.
  ///   - bytes: what the file contains.
  ///   - ignored: keys of the front matter that are for another program.
  ///   - source: the path within the content folder.
  ///   - find: gives the files that the page includes; without it, nothing is included.
  /// - Throws: `notUTF8` at the first byte that is not UTF-8; all that is wrong with the front matter and
  ///   with what is included. Any Markdown is valid.
  /// - Complexity: O(n log n) for n bytes in ordinary pages.
  package init(
    path: String, bytes: [UInt8], ignoring ignored: [String] = [], source name: String = "",
    including find: FileFinder? = nil
  ) throws(Diagnostic) {
    self = try Page(
      withFaults: path, bytes: bytes, ignoring: ignored, source: name, including: find)
    if let all = Diagnostic(all: faults) { throw all }
  }

  /// The same for a page whose faults are told among those of others: without the settings that are wrong, and
  /// without what cannot be included.
  ///
  /// - Throws: `notUTF8`.
  package init(
    withFaults path: String, bytes: [UInt8], ignoring ignored: [String] = [],
    source name: String = "", including find: FileFinder? = nil
  ) throws(Diagnostic) {
    self.path = path
    written = try decode(bytes, path: path)
    var faults: [Diagnostic] = []
    (source, origins, included) = try Self.whole(written, path: path, name: name, find, &faults)
    let lines = SourceLines(path: path, bytes: Array(source.utf8), origins: origins)
    let split = FrontMatterSplit(lines)
    do throws(Diagnostic) {
      frontMatter = try Self.frontMatter(split, path: path, ignoring: ignored, &faults)
      lacksSettings = frontMatter.lacksSettings
    } catch {
      faults.append(error)
      frontMatter = FrontMatter()
      lacksSettings = true
    }
    self.faults = Diagnostic(all: faults)?.each ?? []
    let body = PageBody(lines, split)
    pieces = body.pieces
    html = body.htmlLines.first.map { lines.location(of: lines.trimmed(lines.range(ofLine: $0))) }
    addresses = body.html.flatMap { $0.text.addresses }
    spacedFormulas = body.spacedFormulas.map { lines.location(of: $0) }
    undefinedReferences = body.undefinedReferences.map { lines.location(of: $0) }
    func named(_ range: Range<Int>) -> (String, SourceLocation) {
      (String(decoding: lines.bytes[range], as: UTF8.self), lines.location(of: range))
    }
    nearMisses =
      NearMisses.warnings(
        pieces, told: self.faults.compactMap(\.location),
        quotes: body.misnamed.map { ($0.word, $0.hint, lines.location(of: $0.place)) },
        footnotes: body.undefinedFootnotes.map(named), idle: body.idleFootnotes.map(named))
      + body.headingNames.faults(in: lines)
  }

  private static func frontMatter(
    _ split: FrontMatterSplit, path: String, ignoring ignored: [String],
    _ faults: inout [Diagnostic]
  ) throws(Diagnostic) -> FrontMatter {
    if let fault = split.fault {
      throw Diagnostic(
        .frontMatter, fault.message,
        at: SourceLocation(path: path, line: 1, column: 1, endColumn: 4), hint: fault.hint)
    }
    guard let yaml = split.yaml else { return FrontMatter() }
    return FrontMatter(
      try YAML.parse(yaml, path: path, firstLine: 2), ignoring: ignored, faults: &faults)
  }

  /// A text with what it includes, and from where its lines come; adds what cannot be included.
  private static func whole(
    _ written: String, path: String, name: String, _ find: FileFinder?,
    _ faults: inout [Diagnostic]
  ) throws(Diagnostic) -> (String, LineOrigins?, [String: String]) {
    guard let find, written.contains("<!-- include:") || written.contains("<!--include:") else {
      return (written, nil, [:])
    }
    var inclusion = Inclusion(find)
    try inclusion.add(written, path: name, shownPath: path, within: [name])
    faults += inclusion.faults
    guard !inclusion.included.isEmpty else { return (written, nil, [:]) }
    return (inclusion.text, inclusion.origins, inclusion.included)
  }

  /// The page with other pieces.
  init(_ page: Page, pieces: [Piece]) {
    path = page.path
    source = page.source
    written = page.written
    included = page.included
    origins = page.origins
    frontMatter = page.frontMatter
    html = page.html
    addresses = page.addresses
    spacedFormulas = page.spacedFormulas
    undefinedReferences = page.undefinedReferences
    nearMisses = page.nearMisses
    faults = page.faults
    lacksSettings = page.lacksSettings
    self.pieces = pieces
  }
}

/// The Markdown of a page as a tree, with the node of each piece.
struct PageBody: ~Copyable {
  let tree: MarkdownTree
  let pieces: [Piece]
  /// The nodes of the pieces, in the same order.
  let nodes: [Node]
  /// The lines on which HTML stands that is no comment and does not pass on every page.
  let htmlLines: [Int]
  /// HTML that is no comment, with where it stands.
  let html: [(node: Node, text: Excerpt)]
  /// HTML that passes on every page.
  let plainTags: Set<Node>
  /// Where formulas seem to be meant between dollars with blanks inside.
  let spacedFormulas: [Range<Int>]
  /// Where links are meant by labels that nothing defines.
  let undefinedReferences: [Range<Int>]
  /// Where footnotes are meant that nothing defines.
  let undefinedFootnotes: [Range<Int>]
  /// The names of footnotes that nothing refers to.
  let idleFootnotes: [Range<Int>]
  /// The names that authors give to headings.
  let headingNames: HeadingNames
  /// The quotes that are meant to say what they are and do not.
  let misnamed: [(word: String, hint: String, place: Range<Int>)]

  /// Parses the Markdown part; the lines above it stay as empty lines, so that numbers agree.
  init(_ lines: SourceLines, _ split: FrontMatterSplit) {
    let above = Array(repeating: Byte.lineFeed, count: split.bodyLine - 1)
    tree = MarkdownTree(above + lines.bytes[split.bodyOffset...])
    var collector = PieceCollector(lines)
    tree.forEach { node, isEntered in collector.visit(node, isEntered: isEntered) }
    let found = collector.found
    let order = found.indices.sorted {
      (found[$0].range.lowerBound, $0) < (found[$1].range.lowerBound, $1)
    }
    pieces = arrange(found, order, in: lines)
    nodes = order.map { found[$0].node }
    html = collector.html
    let plain = PlainTags.passing(collector.htmlNodes)
    plainTags = plain
    htmlLines = collector.htmlNodes.filter { !plain.contains($0) }
      .map(\.firstLine).sorted()
    spacedFormulas = collector.spacedFormulas
    undefinedReferences = collector.undefinedReferences
    undefinedFootnotes = collector.undefinedFootnotes
    misnamed = collector.misnamed
    headingNames = collector.headingNames
    idleFootnotes = IdleFootnotes.ranges(in: lines, from: split.bodyLine, tree)
  }
}

/// The pieces in the given order, with slugs for headings and the indices of containers and comments.
private func arrange(_ found: [FoundPiece], _ order: [Int], in lines: SourceLines) -> [Piece] {
  var position = Array(repeating: 0, count: found.count)
  for (index, original) in order.enumerated() { position[original] = index }
  var slugs = Slugs(named: found.compactMap { $0.kind.headingName })
  var commentEnds: [Int: Int] = [:]
  var pieces: [Piece] = []
  for (index, original) in order.enumerated() {
    let piece = found[original]
    pieces.append(
      Piece(
        kind: named(piece.kind, &slugs), location: lines.location(of: piece.range),
        precedingComment: comment(before: piece.range.lowerBound, commentEnds, lines.bytes),
        container: piece.container.map { position[$0] }))
    if case .comment = piece.kind { commentEnds[piece.range.upperBound] = index }
  }
  return pieces
}

private func named(_ kind: Piece.Kind, _ slugs: inout Slugs) -> Piece.Kind {
  guard case .heading(let heading) = kind else { return kind }
  return .heading(
    Heading(
      level: heading.level, text: heading.text,
      slug: heading.slug.isEmpty ? slugs.add(heading.text) : slugs.take(heading.slug)))
}

extension Piece.Kind {
  /// The name that the author gave to a heading, before those without one have theirs.
  fileprivate var headingName: String? {
    guard case .heading(let heading) = self, !heading.slug.isEmpty else { return nil }
    return heading.slug
  }
}

/// The comment that ends before an offset with nothing but blanks and quote marks between.
private func comment(before offset: Int, _ ends: [Int: Int], _ bytes: [UInt8]) -> Int? {
  guard !ends.isEmpty else { return nil }
  var offset = offset
  while true {
    if let comment = ends[offset] { return comment }
    guard offset > 0, Byte.isBlank(bytes[offset - 1]) || bytes[offset - 1] == Byte.greater else {
      return nil
    }
    offset -= 1
  }
}

extension Excerpt {
  /// The addresses in HTML.
  var addresses: [Page.Address] {
    let bytes = Array(text.utf8)
    return HTMLAddresses(bytes).found.map {
      Page.Address(text: HTMLAddresses.decoded(bytes[$0]), location: location(of: $0))
    }
  }

  /// HTML with other addresses; those for which there is none stay.
  func replacingAddresses(_ replacement: (Page.Address) -> String?) -> String {
    var bytes = Array(text.utf8)
    for range in HTMLAddresses(bytes).found.reversed() {
      let address = Page.Address(
        text: HTMLAddresses.decoded(bytes[range]), location: location(of: range))
      if let new = replacement(address) {
        bytes.replaceSubrange(range, with: HTMLAddresses.encoded(new).utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
