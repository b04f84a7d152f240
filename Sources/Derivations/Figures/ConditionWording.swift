import Diagnostics
import Notation

/// Tells the formulas of a condition, or of a note on a result, from its words.
package struct ConditionWording {
  let style: TeXStyle

  /// The condition with its formulas; nil where it holds none that can be read.
  func wording(_ condition: String) -> Wording? { parts(condition).map { Wording(parts: $0) } }

  private func parts(_ text: String) -> [Wording.Part]? {
    if let exception = text.wholeMatch(of: #/(except where )(.*)/#) {
      return parts(String(exception.2)).map { [.words(String(exception.1))] + $0 }
    }
    return relation(text).map { [.formula($0)] } ?? phrase(text) ?? note(text)
  }

  // MARK: Notes

  /// What the words around the formulas of a note may be.
  private static let notes: [[String]] = [
    [
      "a row for each entry of ", ", a column for each of ",
      "; the other way round it is transposed",
    ],
    ["numerator layout: a row for each entry of ", ""],
    ["denominator layout: a column for each entry of ", ""],
    ["numerator layout: the shape of ", " transposed"], ["denominator layout: the shape of ", ""],
    ["by a number: the shape of ", ""], ["the shape of ", " in every layout"],
    ["a number in every layout"],
    ["a row and a column for each entry of ", ": symmetric, the same in every layout"],
    ["", " has a slope everywhere; only this form asks for more"],
    ["the slope of ", " by ", " is zero wherever there is one"],
    ["the slope of ", " along the first direction does not depend on ", ""],
    ["the slope of ", " along the first direction is constant in ", " wherever there is one"],
    ["the slope of ", " by ", " does not depend on ", ""],
    ["the slope of ", " by ", " is constant in ", " wherever there is one"],
    ["", " does not change along the matrices among which ", " moves"],
    ["", " does not depend on ", ""], ["only the diagonal of ", " moves"],
    ["only the lower triangle of ", " moves"], ["only the upper triangle of ", " moves"],
    ["", " moves along symmetric matrices"], ["", " moves along skew matrices"],
    ["an entry of ", " moves with its mirror image"],
  ]

  private func note(_ text: String) -> [Wording.Part]? {
    for words in Self.notes {
      if let parts = parts(of: text[...], around: words) { return parts }
    }
    return nil
  }

  /// The formulas between words, with these; nil where the text has other words.
  private func parts(of text: Substring, around words: [String]) -> [Wording.Part]? {
    guard let first = words.first, text.hasPrefix(first) else { return nil }
    let start: [Wording.Part] = first.isEmpty ? [] : [.words(first)]
    let rest = text.dropFirst(first.count)
    guard words.count > 1 else { return rest.isEmpty ? start : nil }
    let next = words[1]
    let end =
      words.count > 2
      ? rest.firstRange(of: next)?.lowerBound
      : rest.hasSuffix(next) ? rest.index(rest.endIndex, offsetBy: -next.count) : nil
    guard let end, let formula = formula(rest[..<end]),
      let others = parts(of: rest[end...], around: Array(words.dropFirst()))
    else { return nil }
    return start + [.formula(formula)] + others
  }

  // MARK: Phrases

  /// What the words before a formula and after it may be.
  private static let phrases: [(before: String, after: String)] = [
    ("", " invertible"), ("", " is singular"), ("", " of full rank"), ("", " of the greatest rank"),
    ("no two entries of ", " equal"), ("no entry of ", " beside the diagonal is 0"),
    ("no two largest entries of a column of ", " equal"),
    ("no two largest entries of a row of ", " equal"),
    ("no two smallest entries of a column of ", " equal"),
    ("no two smallest entries of a row of ", " equal"),
    ("no two smallest entries of ", " equal"), ("no two largest entries of ", " equal"),
    ("no entry of the row of ", " with the largest sum of sizes is 0"),
    ("entries of ", " are equal"),
    ("no eigenvalue of ", " real and <= 0"), ("an entry of ", " is 0"),
    ("no entry of ", " is 0"),
  ]

  private func phrase(_ text: String) -> [Wording.Part]? {
    for (before, after) in Self.phrases where text.hasPrefix(before) && text.hasSuffix(after) {
      guard let formula = formula(text.dropFirst(before.count).dropLast(after.count)) else {
        continue
      }
      return (before.isEmpty ? [] : [.words(before)]) + [
        .formula(formula), .words(Self.shown(after)),
      ]
    }
    return nil
  }

  /// All forms of words around formulas, with `{1}`, `{2}`, … for these.
  package static var forms: [String] {
    (phrases.map { [$0.before, $0.after] } + notes).map { words in
      words.enumerated().map { ($0 == 0 ? "" : "{\($0)}") + shown($1) }.joined()
    }
  }

  /// Words as they are shown.
  private static func shown(_ words: String) -> String { words.replacing(" <= ", with: " ≤ ") }

  // MARK: Relations

  private static let signs = [
    " = ": "=", " != ": #"\neq"#, " > ": ">", " >= ": #"\ge"#, " < ": "<", " <= ": #"\le"#,
  ]

  /// `x > 0`, `-1 < x < 1`, `m = n = 1`.
  private func relation(_ text: String) -> Shown? {
    let signs = text.matches(of: #/ (=|!=|>=?|<=?) /#)
    guard !signs.isEmpty else { return nil }
    var tex = ""
    var start = text.startIndex
    for sign in signs {
      guard let side = formula(text[start..<sign.range.lowerBound]) else { return nil }
      tex += "\(side.tex) \(Self.signs[String(sign.0)] ?? "=") "
      start = sign.range.upperBound
    }
    return formula(text[start...]).map { Shown(text: text, tex: tex + $0.tex) }
  }

  private func formula(_ text: Substring) -> Shown? {
    let text = String(text)
    guard let syntax = try? TextReader.read(SourceText(path: "", text: text)) else { return nil }
    return Shown(text: text, tex: syntax.tex(style))
  }
}
