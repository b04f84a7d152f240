internal import Foundation

/// What cmark writes and today's HTML has no longer, or readers of screens cannot use.
enum MarkupMends {
  /// The HTML with these mended:
  ///
  /// - `align` on cells, which is obsolete, becomes a class;
  /// - a header cell without text, as in the corner of a table, becomes a plain one;
  /// - the box of a task gets a name;
  /// - an author's own sign at the end of a proof says so, for no second one to be set.
  ///
  /// - Complexity: linear in the HTML.
  static func mended(_ html: String) -> String {
    guard html.contains("<th") || html.contains("<input") || html.contains(ended) else {
      return html
    }
    return replacements.reduce(html) { $0.replacingOccurrences(of: $1.old, with: $1.new) }
  }

  private static let replacements: [(old: String, new: String)] =
    ["left", "center", "right"].flatMap { side in
      ["th", "td"].map { (#"<\#($0) align="\#(side)">"#, #"<\#($0) class="align-\#(side)">"#) }
    }
    + [
      ("<th></th>", "<td></td>"),
      (#"<th class="align-left"></th>"#, "<td></td>"),
      (#"<th class="align-center"></th>"#, "<td></td>"),
      (#"<th class="align-right"></th>"#, "<td></td>"),
      (#"<input type="checkbox""#, #"<input type="checkbox" aria-label="task""#),
      (ended, #"<span class="qed">∎</span></p>"#),
    ]

  private static let ended = "∎</p>"
}
