internal import Diagnostics

extension TeXTree {
  /// The atom of a command with its arguments; nothing where it only changes looks.
  mutating func command(_ name: String, from start: Int) throws(Diagnostic) -> TeXAtom? {
    let place = tokens[start].range
    func atom(_ nucleus: TeXAtom.Nucleus) -> TeXAtom { TeXAtom(nucleus, range: range(from: start)) }
    if let font = TeXCommands.fonts[name] {
      var content = try argument(of: "\\" + name, at: place)
      if content.count > 1, content.allSatisfy(Self.isLetter),
        !content[content.count - 1].hasScripts
      {
        // In `\mathbf{A B}^T` the script is seen on the last letter.
        try readScripts(&content[content.count - 1])
      }
      return fonted(content, font, range: { range(from: start) })
    }
    if TeXCommands.texts.contains(name) {
      skipStar()
      return try atom(Self.textual(rawArgument(of: "\\" + name, at: place)))
    }
    if let ending = TeXCommands.accents[name] {
      return try atom(.accent(ending, argument(of: "\\" + name, at: place)))
    }
    if let count = TeXCommands.dropped[name] {
      skipStar()
      for _ in 0..<count { _ = try rawArgument(of: "\\" + name, at: place) }
      return nil
    }
    switch name {
    case "frac", "tfrac", "dfrac", "cfrac", "nicefrac", "sfrac":
      let numerator = try argument(of: "\\" + name, at: place)
      return try atom(.fraction(numerator, argument(of: "\\" + name, at: place)))
    case "sqrt": return try root(start, place)
    case "quad", "qquad", "hfill": return atom(.wideSpace)
    case "blacksquare", "square", "Box", "qed", "qedhere", "checkmark", "because":
      return atom(.wideSpace)
    case "hspace":
      skipStar()
      _ = try rawArgument(of: #"\hspace"#, at: place)
      return atom(.wideSpace)
    case "underbrace", "overbrace", "underset", "overset", "stackrel":
      return try decorated(name, start, place)
    case "begin": return try environment(start, place)
    default: return atom(.command(name))
    }
  }

  private static func isLetter(_ atom: TeXAtom) -> Bool {
    switch atom.nucleus {
    case .letter: true
    case .command(let name): TeXCommands.names[name] != nil
    default: false
    }
  }

  private mutating func skipStar() {
    if current?.kind == .symbol("*") { index += 1 }
  }

  private func fonted(
    _ content: [TeXAtom], _ font: TeXAtom.Font, range: () -> Range<Int>
  ) -> TeXAtom {
    if font == .roman || font == .sans, content.count > 1, let word = Self.word(content) {
      return TeXAtom(.word(word), font: font, range: range())
    }
    return TeXAtom(.group(content.inFont(font)), range: range())
  }

  /// The letters of the atoms, if they are nothing else.
  private static func word(_ atoms: [TeXAtom]) -> String? {
    var word = ""
    for atom in atoms {
      guard case .letter(let letter) = atom.nucleus, !atom.hasScripts else { return nil }
      word += letter
    }
    return word
  }

  /// A single word is a name, more than that is prose.
  private static func textual(_ raw: String) -> TeXAtom.Nucleus {
    let trimmed = raw.split(whereSeparator: \.isWhitespace)
    guard trimmed.count == 1, trimmed[0].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }),
      trimmed[0].first?.isUppercase == true && trimmed[0].count == 1
        || !prose.contains(trimmed[0].lowercased())
    else { return .remark(raw) }
    return trimmed[0].count == 1 ? .letter(String(trimmed[0])) : .word(String(trimmed[0]))
  }

  /// Words that stand between formulas.
  private static let prose: Set<String> = [
    "and", "as", "but", "by", "for", "hence", "here", "if", "is", "let", "or", "since", "so",
    "that", "then", "therefore", "thus", "we", "when", "where", "with", "note", "recall", "finally",
    "similarly", "likewise", "also", "because", "given", "using", "from", "to", "of", "the", "a",
    "an", "in", "on", "it", "which", "subject", "st", "i.e", "e.g", "otherwise", "moreover",
    "assume", "suppose", "define", "define:", "hence:", "say", "yields", "gives", "have", "get",
    "obtain", "becomes", "and:", "both", "now", "next", "first", "second", "not", "all", "every",
    "each", "any", "some", "constant", "const", "und", "wobei", "et", "donc", "avec", "y", "donde",
  ]

  private mutating func root(_ start: Int, _ place: Range<Int>) throws(Diagnostic) -> TeXAtom {
    var degree: [TeXAtom]?
    if let open = current, case .delimiter(.square, .open) = open.kind {
      index += 1
      degree = try list(until: .bracket, opened: open.range)
    }
    let radicand = try argument(of: #"\sqrt"#, at: place)
    return TeXAtom(.root(degree, radicand), range: range(from: start))
  }

  /// `\underbrace{A}_{…}` is A; `\stackrel{…}{=}` is the equality sign.
  private mutating func decorated(
    _ name: String, _ start: Int, _ place: Range<Int>
  ) throws(Diagnostic) -> TeXAtom {
    var base = try argument(of: "\\" + name, at: place)
    if name.hasSuffix("brace") {
      var remark = TeXAtom(.group(base), range: range(from: start))
      try readScripts(&remark)
    } else {
      base = try argument(of: "\\" + name, at: place)
    }
    if base.count == 1, !base[0].hasScripts {
      return TeXAtom(base[0].nucleus, font: base[0].font, range: range(from: start))
    }
    return TeXAtom(.group(base), range: range(from: start))
  }

  private mutating func environment(
    _ start: Int, _ place: Range<Int>
  ) throws(Diagnostic) -> TeXAtom {
    let name = try rawArgument(of: #"\begin"#, at: place)
    if ["array", "alignat", "alignat*", "alignedat"].contains(name) {
      _ = try rawArgument(of: #"\begin"#, at: place)
    }
    let body = try list(until: .environment, opened: range(from: start))
    index += 1
    let ending = try rawArgument(of: #"\end"#, at: place)
    guard ending == name else {
      throw failure(#"\begin{\#(name)} is closed by \end{\#(ending)}"#, place)
    }
    return TeXAtom(.environment(name, body), range: range(from: start))
  }
}
