extension MathMLNode {
  /// Identifiers and numbers of a named alphabet as that alphabet's own characters.
  ///
  /// Of `mathvariant` MathML Core keeps only `normal`: an R that is `double-struck` is shown as a
  /// plain R, where U+211D is shown as ℝ everywhere. What the alphabet lacks stays as it is.
  ///
  /// Source: The Unicode Standard, Mathematical Alphanumeric Symbols (U+1D400 to U+1D7FF).
  func withAlphabetAsCharacters() -> MathMLNode {
    guard name == "mi" || name == "mn", let content, !content.contains("&"),
      let alphabet = self["mathvariant"].flatMap({ Alphabet.all[$0] })
    else { return self }
    let letters = content.unicodeScalars.map(alphabet.letter)
    guard !letters.contains(nil) else { return self }
    var copy = with(content: String(String.UnicodeScalarView(letters.compactMap { $0 })))
    copy["mathvariant"] = nil
    return copy
  }
}

/// Where a mathematical alphabet lies in Unicode.
private struct Alphabet: Sendable {
  var capitals: UInt32
  var smalls: UInt32
  var digits: UInt32?
  /// The capital alpha; the other Greek letters and symbols follow it.
  var greek: UInt32?
  /// Letters that Unicode had before the block, in place of a gap in it.
  var exceptions: [Unicode.Scalar: Unicode.Scalar] = [:]

  func letter(_ plain: Unicode.Scalar) -> Unicode.Scalar? {
    if let exception = exceptions[plain] { return exception }
    let code =
      switch plain {
      case "A"..."Z": capitals + plain.value - 0x41
      case "a"..."z": smalls + plain.value - 0x61
      case "0"..."9": digits.map { $0 + plain.value - 0x30 }
      default: greek.flatMap { first in Self.greekOffset(plain).map { first + $0 } }
      }
    return code.flatMap(Unicode.Scalar.init)
  }

  private static func greekOffset(_ plain: Unicode.Scalar) -> UInt32? {
    switch plain {
    case "Α"..."Ω": plain.value - 0x391
    case "α"..."ω": plain.value - 0x3B1 + 26
    default: greekSymbols[plain]
    }
  }

  private static let greekSymbols: [Unicode.Scalar: UInt32] = [
    "∇": 25, "∂": 51, "ϵ": 52, "ϑ": 53, "ϰ": 54, "ϕ": 55, "ϱ": 56, "ϖ": 57,
  ]

  static let all: [String: Alphabet] = [
    "bold": Alphabet(capitals: 0x1D400, smalls: 0x1D41A, digits: 0x1D7CE, greek: 0x1D6A8),
    "bold-italic": Alphabet(capitals: 0x1D468, smalls: 0x1D482, greek: 0x1D71C),
    "double-struck": Alphabet(
      capitals: 0x1D538, smalls: 0x1D552, digits: 0x1D7D8,
      exceptions: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"]),
    "script": Alphabet(
      capitals: 0x1D49C, smalls: 0x1D4B6,
      exceptions: [
        "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ",
        "e": "ℯ", "g": "ℊ", "o": "ℴ",
      ]),
    "fraktur": Alphabet(
      capitals: 0x1D504, smalls: 0x1D51E,
      exceptions: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"]),
    "bold-fraktur": Alphabet(capitals: 0x1D56C, smalls: 0x1D586),
    "sans-serif": Alphabet(capitals: 0x1D5A0, smalls: 0x1D5BA, digits: 0x1D7E2),
    "bold-sans-serif": Alphabet(capitals: 0x1D5D4, smalls: 0x1D5EE, digits: 0x1D7EC),
    "sans-serif-italic": Alphabet(capitals: 0x1D608, smalls: 0x1D622),
    "monospace": Alphabet(capitals: 0x1D670, smalls: 0x1D68A, digits: 0x1D7F6),
  ]
}
