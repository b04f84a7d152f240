internal import Foundation
internal import Derivations
internal import Diagnostics

/// Writes the results of one page as figures; one file for each kind of figure.
struct FigureWriter {
  let formulas: PageFormulas
  let result: PageResult
  /// The content folder as it was named when the pages were read.
  var folder = "content/"
  /// Colours printed programs; nil where they stay plain.
  var code: CodeBlocks?
  /// The path of the page within the site.
  var page = ""
  /// The language of the page.
  var phrases = Phrases(language: "en")

  /// A word of ours in the language of the page.
  func said(_ english: String) -> HTML { .text(phrases.said(english)) }

  /// A place, or a text that names places, as the site shows it: the same from wherever it was built.
  func published(_ text: String) -> String {
    folder == "content/" || folder.isEmpty
      ? text : text.replacingOccurrences(of: folder, with: "content/")
  }

  /// A formula on a line of its own that scrolls where it is wide.
  func displayed(_ shown: Shown, at location: SourceLocation?) -> HTML {
    .element(
      "div", ["class": "formula", "data-text": shown.text],
      formulas.shown(shown, display: true, at: location))
  }

  /// A table that scrolls within its wrapper.
  func table(class name: String, caption: HTML?, head: [HTML], rows: [HTML]) -> HTML {
    let headings = head.map { HTML.element("th", ["scope": "col"], $0) }
    let caption = caption.map { HTML.element("caption", [:], $0) } ?? .fragment([])
    return .element(
      "div", ["class": "table-scroll", "tabindex": "0"],
      .element(
        "table", ["class": name],
        caption,
        .element("thead", [:], .element("tr", of: [:], headings)),
        .element("tbody", of: [:], rows)))
  }
}
