package import Diagnostics

extension Page {
  /// Reads a Markdown file as one that was written for another program: formulas stand also between
  /// `\[` and `\]`, `\(` and `\)`, and in environments such as `align` without anything around.
  ///
  /// - Throws: as the ordinary initialiser.
  /// - Complexity: as the ordinary initialiser.
  package static func withRawFormulas(path: String, bytes: [UInt8]) throws(Diagnostic) -> Page {
    // Of front matter that is another program's, only what is said of checking counts.
    let foreign = ["*"] + FrontMatter.settings.map(\.key).filter { $0 != "check" && $0 != "macros" }
    let page = try Page(path: path, bytes: bytes, ignoring: foreign)
    let lines = SourceLines(path: path, bytes: Array(page.source.utf8))
    let taken = page.pieces.filter { $0.isVerbatim }.map { lines.offsets(of: $0.location) }
    let found = RawFormulaScanner(lines, without: taken).formulas()
    return found.isEmpty ? page : page.adding(found, lines)
  }

  private func adding(_ formulas: [RawFormula], _ lines: SourceLines) -> Page {
    let raw = formulas.map { formula in
      Piece(
        kind: .formula(
          Formula(
            tex: formula.excerpt(lines), isDisplay: formula.isDisplay, form: .raw, arguments: []
          )),
        location: lines.location(of: formula.whole), precedingComment: nil, container: nil)
    }
    let all = pieces + raw
    let order = all.indices.sorted { (all[$0].location, $0) < (all[$1].location, $1) }
    var place: [Int: Int] = [:]
    for (new, old) in order.enumerated() { place[old] = new }
    return Page(
      self,
      pieces: order.map { old in
        let piece = all[old]
        return Piece(
          kind: piece.kind, location: piece.location,
          precedingComment: piece.precedingComment.flatMap { place[$0] },
          container: piece.container.flatMap { place[$0] })
      })
  }
}

extension Piece {
  /// Whether TeX delimiters in it are no formulas.
  fileprivate var isVerbatim: Bool {
    switch kind {
    case .formula, .fence, .comment, .code: true
    case .heading, .table, .link, .image, .reference, .citation, .callout: false
    }
  }
}

extension SourceLines {
  /// The bytes of a stretch.
  fileprivate func offsets(of location: SourceLocation) -> Range<Int> {
    let start = range(ofLine: location.line).lowerBound + location.column - 1
    let end = range(ofLine: location.endLine).lowerBound + location.endColumn - 1
    return start..<max(start, end)
  }
}

/// A formula in TeX's own delimiters; offsets in the file.
private struct RawFormula {
  var whole: Range<Int>
  var content: Range<Int>
  var isDisplay: Bool

  /// The formula without the marks of quotes at the starts of its lines.
  func excerpt(_ lines: SourceLines) -> Excerpt {
    var content = lines.trimmed(content)
    while content.first.map({ lines.bytes[$0] == Byte.greater }) ?? false {
      content = lines.trimmed(content.dropFirst())
    }
    while content.last.map({ lines.bytes[$0] == Byte.greater }) ?? false {
      content = lines.trimmed(content.dropLast())
    }
    var text: [UInt8] = []
    var steps: [ByteMap.Step] = []
    var offset = content.lowerBound
    while offset < content.upperBound {
      steps.append(ByteMap.Step(offset: text.count, source: offset))
      let end =
        lines.bytes[offset..<content.upperBound].firstIndex(of: Byte.lineFeed)
        .map { $0 + 1 } ?? content.upperBound
      text += lines.bytes[offset..<end]
      offset = end
      while offset < content.upperBound,
        lines.bytes[offset] == Byte.greater || lines.bytes[offset] == Byte.space
      {
        offset += 1
      }
    }
    if steps.isEmpty { steps = [ByteMap.Step(offset: 0, source: content.lowerBound)] }
    return Excerpt(String(decoding: text, as: UTF8.self), ByteMap(steps), in: lines)
  }
}

/// Finds formulas in TeX's own delimiters, in one pass.
private struct RawFormulaScanner {
  private let bytes: [UInt8]
  /// Stretches that hold no such formulas, by where they start.
  private let taken: [Range<Int>]

  init(_ lines: SourceLines, without taken: [Range<Int>]) {
    bytes = lines.bytes
    self.taken = taken.sorted { $0.lowerBound < $1.lowerBound }
  }

  func formulas() -> [RawFormula] {
    var found: [RawFormula] = []
    var offset = 0
    var next = 0
    while let slash = bytes[offset...].firstIndex(of: Byte.backslash) {
      while next < taken.count, taken[next].upperBound <= slash { next += 1 }
      if next < taken.count, taken[next].contains(slash) {
        offset = taken[next].upperBound
      } else if let formula = formula(at: slash) {
        found.append(formula)
        offset = formula.whole.upperBound
      } else {
        offset = min(slash + 2, bytes.count)
      }
    }
    return found
  }

  private func formula(at slash: Int) -> RawFormula? {
    guard slash + 1 < bytes.count else { return nil }
    switch bytes[slash + 1] {
    case UInt8(ascii: "["): return delimited(slash, "\\]", isDisplay: true)
    case UInt8(ascii: "("): return delimited(slash, "\\)", isDisplay: false)
    default: return environment(at: slash)
    }
  }

  /// Formulas hold no empty line.
  private func delimited(_ start: Int, _ close: String, isDisplay: Bool) -> RawFormula? {
    guard let end = end(of: close, from: start + 2) else { return nil }
    return RawFormula(
      whole: start..<end + 2, content: start + 2..<end, isDisplay: isDisplay)
  }

  private func end(of close: String, from start: Int) -> Int? {
    let mark = Array(close.utf8)
    var offset = start
    while offset + mark.count <= bytes.count {
      if bytes[offset...].starts(with: mark) { return offset }
      if bytes[offset...].starts(with: [Byte.lineFeed, Byte.lineFeed]) { return nil }
      offset += 1
    }
    return nil
  }

  /// `\begin{align}…\end{align}`, kept whole.
  private func environment(at start: Int) -> RawFormula? {
    let opening = Array("\\begin{".utf8)
    guard bytes[start...].starts(with: opening) else { return nil }
    let name = bytes[(start + opening.count)...].prefix {
      ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")) || $0 == UInt8(ascii: "*")
    }
    let word = String(decoding: name, as: UTF8.self)
    guard Self.displays.contains(word), let end = end(of: "\\end{\(word)}", from: start) else {
      return nil
    }
    let whole = start..<end + "\\end{\(word)}".utf8.count
    return RawFormula(whole: whole, content: whole, isDisplay: true)
  }

  private static let displays: Set<String> = {
    let names = ["align", "equation", "gather", "eqnarray", "multline", "alignat", "flalign"]
    return Set(names + names.map { $0 + "*" })
  }()
}
