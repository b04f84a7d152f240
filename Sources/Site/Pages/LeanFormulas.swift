internal import Foundation

/// Leaves away what the formulas of a finished page no longer need.
enum LeanFormulas {
  /// The HTML without the namespace of MathML, which HTML implies, and without the TeX of formulas
  /// that stand in a line of text; those on lines of their own keep it, to be copied.
  ///
  /// - Complexity: linear in the HTML.
  static func html(_ html: String) -> String {
    let pieces = html.components(separatedBy: "<math")
    var out = pieces[0]
    for piece in pieces.dropFirst() {
      out += "<math"
      let end = piece.firstRange(of: "</math>")?.lowerBound ?? piece.endIndex
      let math = String(piece[..<end]).replacing(namespace, with: "")
      out += math.hasPrefix(#" display="block""#) ? math : withoutTeX(math)
      out += String(piece[end...])
    }
    return out
  }

  private static let namespace = #" xmlns="http://www.w3.org/1998/Math/MathML""#

  private static func withoutTeX(_ math: String) -> String {
    guard let open = math.firstRange(of: "<semantics>"),
      let note = math.firstRange(of: "<annotation"), math.hasSuffix("</annotation></semantics>")
    else { return math }
    return String(math[..<open.lowerBound] + withoutRow(math[open.upperBound..<note.lowerBound]))
  }

  /// What a row holds that is all of a formula, which is a row itself.
  private static func withoutRow(_ formula: Substring) -> Substring {
    let (start, end) = ("<mrow>", "</mrow>")
    guard formula.hasPrefix(start), formula.hasSuffix(end) else { return formula }
    let inner = formula.dropFirst(start.count).dropLast(end.count)
    var depth = 0
    for tag in inner.split(separator: "<") {
      depth += tag.hasPrefix("mrow") ? 1 : tag.hasPrefix("/mrow") ? -1 : 0
      if depth < 0 { return formula }
    }
    return inner
  }
}
