internal import Foundation

/// LaTeX as it stands in bibliographies, read as plain text.
enum LaTeXText {
  /// A text without braces and commands: accents are letters, dashes and quotes those of print.
  ///
  /// - Complexity: linear in the text.
  static func plain(_ latex: String) -> String {
    var reader = LaTeXReader(rest: latex[...])
    return reader.text().split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" })
      .joined(separator: " ").precomposedStringWithCanonicalMapping
  }

  /// An address: tildes and dashes stay; braces around it and what escapes its signs go.
  ///
  /// - Complexity: linear in the text.
  static func address(_ latex: String) -> String {
    latex.replacing(#/\\(?:textasciitilde(?:\{\}|\s+)?|~\{\}|~)/#, with: "~")
      .replacing(#/\\url(?![A-Za-z])/#, with: "")
      .replacing(#/\\([_%&#$])/#) { String($0.1) }
      .filter { !"{}".contains($0) && !$0.isWhitespace }
  }

  /// Dashes, quotes and blanks as they are printed.
  fileprivate static func typeset(_ text: String) -> String {
    text.replacing("---", with: "—").replacing("--", with: "–")
      .replacing("``", with: "“").replacing("''", with: "”").replacing("~", with: "\u{A0}")
  }

  /// The combining character of each accent.
  static let accents: [Character: Character] = [
    "`": "\u{300}", "'": "\u{301}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}", "u": "\u{306}",
    ".": "\u{307}", "\"": "\u{308}", "r": "\u{30A}", "H": "\u{30B}", "v": "\u{30C}",
    "c": "\u{327}", "k": "\u{328}", "d": "\u{323}", "b": "\u{331}",
  ]

  /// Letters that are commands.
  static let letters = [
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ",
    "OE": "Œ", "aa": "å", "AA": "Å", "i": "i", "j": "j", "dh": "ð", "th": "þ", "S": "§",
    "copyright": "©", "textendash": "–", "textemdash": "—", "textquoteright": "’",
    "ldots": "…", "dots": "…",
  ]
}

private struct LaTeXReader {
  var rest: Substring

  mutating func text() -> String {
    var out = ""
    var run = ""
    while let next = rest.popFirst() {
      switch next {
      case "{", "}": break
      case "$":
        out += LaTeXText.typeset(run) + math()
        run = ""
      case "\\":
        guard let address = address() else {
          run += command()
          continue
        }
        out += LaTeXText.typeset(run) + address
        run = ""
      default: run.append(next)
      }
    }
    return out + LaTeXText.typeset(run)
  }

  /// What stands in the braces of `\url{…}`.
  private mutating func address() -> String? {
    guard let match = rest.prefixMatch(of: #/url\s*\{([^{}]*)\}/#) else { return nil }
    rest = rest[match.range.upperBound...]
    return LaTeXText.address(String(match.1))
  }

  /// A formula stays as it is, so that the page shows it as one.
  private mutating func math() -> String {
    guard let end = rest.firstIndex(of: "$") else { return "$" }
    let formula = "$" + rest[...end]
    rest = rest[rest.index(after: end)...]
    return formula
  }

  private mutating func command() -> String {
    guard let first = rest.popFirst() else { return "" }
    guard first.isLetter, first.isASCII else {
      return LaTeXText.accents[first].map { accented($0) } ?? String(first)
    }
    var name = String(first)
    while let next = rest.first, next.isLetter, next.isASCII {
      name.append(next)
      rest.removeFirst()
    }
    rest = rest.drop { $0 == " " }
    if let letter = LaTeXText.letters[name] { return letter }
    if name.count == 1, let accent = LaTeXText.accents[first] { return accented(accent) }
    return ""
  }

  /// The next letter with an accent over or under it.
  private mutating func accented(_ accent: Character) -> String {
    rest = rest.drop { $0 == "{" || $0 == " " }
    guard let letter = rest.popFirst() else { return "" }
    // `\'{\i}`: an i without its dot, which the accent takes the place of.
    let base: String = letter == "\\" ? command() : String(letter)
    return base + String(accent)
  }
}
