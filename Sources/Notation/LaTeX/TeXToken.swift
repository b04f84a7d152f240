/// One token of TeX mathematics and the bytes it stands on.
struct TeXToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// One letter of any alphabet.
    case letter(String)
    /// One digit: `\frac12` has two arguments.
    case digit(UInt8)
    /// `\name` without its backslash.
    case command(String)
    /// Any other character: `+`, `=`, `,`.
    case symbol(String)
    case delimiter(TeXDelimiter, TeXDelimiter.Side)
    case openBrace, closeBrace
    case superscript, `subscript`, prime
    /// `&`.
    case align
    /// `\\`.
    case rowBreak
  }

  var kind: Kind
  /// UTF-8 offsets into the author's text.
  var range: Range<Int>
  /// Whether it stands right behind the token before it.
  var isJoined = false
  /// How it was typed, where a macro put it in; the author's text at `range` otherwise.
  var spelling: String?
}

/// What encloses a formula.
enum TeXDelimiter: String, Hashable, Sendable {
  case round, square, curly, angle, bar, doubleBar
  /// `\left. … \right|_{x=a}`: the value at a point.
  case evaluation

  enum Side: Hashable, Sendable {
    case open, close
    /// A bar without `\left` or `\right`: it closes the same bar where one is open.
    case either
  }

  /// The spelling of the closing delimiter.
  var closing: String {
    switch self {
    case .round: ")"
    case .square: "]"
    case .curly: #"\}"#
    case .angle: #"\rangle"#
    case .bar, .evaluation: "|"
    case .doubleBar: #"\|"#
    }
  }
}
