internal import Derivations
internal import Foundation

/// Blocks of HTML that stand where Markdown allows only text, such as a figure in a paragraph.
///
/// A marker goes through cmark in a block's place. In cmark's HTML the paragraph is then ended before
/// the block and begun again after it; a paragraph that held nothing else is gone.
struct BlockMarkers {
  private var blocks: [String] = []

  private static let start = "<!--block "
  private static let end = "-->"

  /// Takes a block in and gives what stands for it.
  mutating func marker(_ block: HTML) -> String {
    blocks.append(block.markup)
    return "\(Self.start)\(blocks.count - 1)\(Self.end)"
  }

  /// What says in a row of a table which layer it is about; its attributes in the end.
  static func row(_ layers: PageResult.TableLayers, _ row: Int) -> String? {
    layers.rows[row].map { layer in
      let attributes = HTML.element(
        "tr",
        [
          "data-layer": String(layer), "data-of": layers.function,
          "data-term": layers.term.map { String($0) },
        ])
      return rowStart + attributes.markup.dropFirst("<tr".count).prefix { $0 != ">" } + end
    }
  }

  private static let rowStart = "<!--row"

  /// Rows with the attributes that a marker in them holds.
  private static func withRows(_ html: String) -> String {
    guard html.contains(rowStart) else { return html }
    let rows = html.components(separatedBy: "<tr>")
    return rows[0]
      + rows.dropFirst().map { row in
        guard let mark = row.firstRange(of: rowStart),
          let close = row[mark.upperBound...].firstRange(of: end)
        else { return "<tr>" + row }
        return "<tr" + row[mark.upperBound..<close.lowerBound] + ">" + row[..<mark.lowerBound]
          + row[close.upperBound...]
      }.joined()
  }

  /// The HTML with blocks in place of their markers, and tables wrapped so that they scroll.
  ///
  /// - Complexity: linear in the HTML and the blocks.
  func placed(in html: String) -> String {
    let pieces = Self.withRows(html).replacingOccurrences(
      of: "<table>", with: #"<div class="table-scroll" tabindex="0"><table>"#
    )
    .replacingOccurrences(of: "</table>", with: "</table></div>")
    .components(separatedBy: Self.start)
    var context = InlineContext()
    context.read(pieces[0])
    var out = pieces[0]
    for piece in pieces.dropFirst() {
      let number = piece.prefix { $0.isNumber }
      guard let index = Int(number), blocks.indices.contains(index) else { continue }
      let rest = piece.dropFirst(number.count + Self.end.count)
      out += context.leaving + blocks[index] + context.entering + rest
      context.read(rest)
    }
    return MarkupMends.mended(
      out.replacingOccurrences(of: "<p></p>\n", with: "")
        .replacingOccurrences(of: "<p></p>", with: ""))
  }
}

/// Which elements are open that cannot hold a block, in what cmark has written so far.
private struct InlineContext {
  private struct Tag {
    var name: Substring
    /// The tag's name and attributes; without the `id`, which may stand only once, for headings.
    var opening: Substring
  }

  private var open: [Tag] = []

  private static let names: Set<Substring> = [
    "p", "em", "strong", "del", "a", "h1", "h2", "h3", "h4", "h5", "h6",
  ]

  /// Ends the open elements, innermost first.
  var leaving: String { open.reversed().map { "</\($0.name)>" }.joined() }

  /// Opens them again.
  var entering: String { open.map { "<\($0.opening)>" }.joined() }

  mutating func read(_ html: some StringProtocol) {
    for part in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      let tag = Substring(part.prefix { $0 != ">" })
      let name = tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "\n" }
      guard Self.names.contains(name) else { continue }
      if tag.first != "/" {
        open.append(Tag(name: name, opening: name.first == "h" ? name : tag))
      } else if let index = open.lastIndex(where: { $0.name == name }) {
        open.removeSubrange(index...)
      }
    }
  }
}
