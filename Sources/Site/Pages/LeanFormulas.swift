internal import Foundation

/// Leaves away what the formulas of a finished page do not need.
enum LeanFormulas {
  /// The HTML without the namespace of MathML, which HTML implies, and without the TeX of formulas
  /// that stand in a line of text; those on lines of their own keep it, to be copied. Values stand in quotes only
  /// where HTML asks for them, and indices in brackets are texts. Behind a letter that leans over what follows stands a hair space.
  ///
  /// - Complexity: linear in the HTML.
  static func html(_ html: String) -> String {
    let pieces = html.components(separatedBy: "<math")
    var out = pieces[0]
    for piece in pieces.dropFirst() {
      out += "<math"
      let end = piece.firstRange(of: "</math>")?.lowerBound ?? piece.endIndex
      let math = withPlainIndices(
        withPlainValues(String(piece[..<end]).replacing(namespace, with: "")))
      out += math.hasPrefix(" display=block") ? math : withoutTeX(math)
      out += piece[end...].prefix(close.count)
      let rest = piece[end...].dropFirst(close.count)
      if leans(math) { out += hair(before: rest) }
      out += rest
    }
    return out
  }

  private static let close = "</math>"

  /// Whether a formula in a line of text ends in a letter that leans over what follows.
  private static func leans(_ math: String) -> Bool {
    guard !math.hasPrefix(" display"), let close = math.range(of: "</mi>", options: .backwards),
      let open = math.range(of: "<mi", options: .backwards)
    else { return false }
    let isLast = math[close.upperBound...].split(separator: "<").allSatisfy { $0 == "/mrow>" }
    return isLast && math[open.upperBound...].wholeMatch(of: #/>[FPTVWXYfΓΥΨ]<\/mi>.*/#) != nil
  }

  /// The space that TeX adds behind such a letter: none before a full stop or comma, which stand below it, and none
  /// at the end of a block.
  private static func hair(before rest: Substring) -> String {
    guard let next = rest.first, !".,…\n".contains(next) else { return "" }
    if next == "<" {
      return ["</em>", "</strong>", "</a>", "</b>"].contains(where: rest.hasPrefix)
        ? "\u{200A}" : ""
    }
    // The line may not end between the letter and an ending of the word.
    return next.isLetter ? "\u{200A}\u{2060}" : "\u{200A}"
  }

  private static let namespace = #" xmlns="http://www.w3.org/1998/Math/MathML""#

  /// The tags of a formula without quotes around values that need none, and without needless zeros and
  /// units of zeros; its texts as they are.
  private static func withPlainValues(_ math: String) -> String {
    math.split(separator: "<", omittingEmptySubsequences: false).map { piece in
      guard let end = piece.firstIndex(of: ">"), piece[..<end].contains("=") else {
        return String(piece)
      }
      let values = piece[..<end].split(separator: "\"", omittingEmptySubsequences: false)
      guard values.count % 2 == 1 else { return String(piece) }
      return values.indices.map { $0 % 2 == 0 ? String(values[$0]) : written(values[$0]) }.joined()
        + piece[end...]
    }.joined(separator: "<")
  }

  /// The number of a layer, δ⁽²⁾, with its brackets as one text: brackets in an index stand no wider.
  private static func withPlainIndices(_ math: String) -> String {
    math.replacing(
      #/<mrow><mo stretchy=false>\(<\/mo><mn>([0-9]+)<\/mn><mo stretchy=false>\)<\/mo><\/mrow>/#
    ) { "<mtext>(\($0.1))</mtext>" }
  }

  private static func written(_ value: Substring) -> String {
    if value == "0em" { return "0" }
    if value.hasPrefix("0.") { return written(value.dropFirst()) }
    let isPlain = value.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0))
    }
    return isPlain && !value.isEmpty ? String(value) : "\"\(value)\""
  }

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
