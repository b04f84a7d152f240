internal import Diagnostics
internal import Pages

/// The numbered places of one page: labelled equations, captioned figures, labelled tables, and the
/// numbered parts of an argument, each counted from 1.
struct PageLabels: Sendable {
  /// The labels of each piece, in order: one for each labelled row of a formula.
  private(set) var ofPiece: [Int: [Label]] = [:]
  /// The caption that a table's label comment gives.
  private(set) var captions: [Int: String] = [:]
  /// The labels by name.
  private(set) var named: [String: Label] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private var counts: [String: Int] = [:]
  /// The comments that label something.
  private var used: Set<Int> = []
  private let info: PageInfo

  /// - Complexity: linear in the page.
  init(_ page: Page, _ info: PageInfo) {
    self.info = info
    for (index, piece) in page.pieces.enumerated() { add(piece, index, page) }
    diagnostics += page.pieces.enumerated().compactMap { index, piece in
      used.contains(index) ? nil : Self.unused(piece, at: index, page)
    }
  }

  /// That a comment labels nothing.
  private static func unused(_ piece: Piece, at index: Int, _ page: Page) -> Diagnostic? {
    guard case .comment(let comment) = piece.kind, comment.text.hasPrefix("label:") else {
      return nil
    }
    let below = page.pieces.first { $0.precedingComment == index }
    let hint: String
    switch below?.kind {
    case _ where comment.text.wholeMatch(of: pattern) == nil:
      hint = "write label: and a name; behind a comma may follow the caption of a table"
    case .image(let image) where image.title.isEmpty && image.isAlone:
      hint = #"give the image a title, which is its caption: ![a net](net.png "The net.")"#
    case .callout(let callout): hint = "a \(callout.kind.rawValue) has no number"
    default:
      hint =
        "it stands directly above a display, a table, an image with a title alone in its paragraph, "
        + "or a quote such as > **Theorem.**"
    }
    return Diagnostic(
      .unknownLabel, "nothing below can carry this label", at: comment.location, hint: hint,
      severity: .warning)
  }

  private mutating func add(_ piece: Piece, _ index: Int, _ page: Page) {
    let comment = Self.comment(above: piece, in: page)
    defer { if let comment, ofPiece[index] != nil { used.insert(comment.index) } }
    switch piece.kind {
    case .formula(let formula) where formula.isDisplay:
      for mark in LabelledTeX(formula.tex.text).marks {
        add(.equation, mark.name, formula.tex.location(at: mark.offset), index, tag: mark.tag)
      }
      if let comment, ofPiece[index] == nil {
        add(.equation, comment.name, comment.location, index)
      }
    case .image(let image) where image.isAlone && !image.title.isEmpty:
      add(.figure, comment?.name, comment?.location ?? piece.location, index)
    case .table:
      guard let comment else { return }
      add(.table, comment.name, comment.location, index)
      captions[index] = comment.caption
    case .callout(let callout) where callout.kind.isNumbered:
      add(.callout(callout.kind), comment?.name, comment?.location ?? piece.location, index)
    default: break
    }
  }

  private mutating func add(
    _ kind: LabelKind, _ name: String?, _ location: SourceLocation, _ piece: Int,
    tag: String? = nil
  ) {
    let number = counts[kind.series, default: 0] + (tag == nil ? 1 : 0)
    counts[kind.series] = number
    let name = name.map { Self.prefixed($0, kind) }
    let anchor = name ?? "\(kind.word.lowercased()).\(number)"
    let label = Label(
      kind: kind, number: number, page: info.output, pageTitle: info.title, anchor: anchor,
      tag: tag, block: ofPiece[piece]?.first?.anchor ?? anchor)
    ofPiece[piece, default: []].append(label)
    guard let name else { return }
    if kind != .equation, let other = Self.otherPrefix(name, kind) {
      diagnostics.append(
        Diagnostic(
          .unknownLabel,
          "the label of a \(kind.word.lowercased()) begins with \(kind.prefix)-: "
            + "this one is \(name)", at: location,
          hint: "write \(kind.prefix)-\(name.dropFirst(kind.prefix.count + other.count + 2))",
          severity: .warning))
    }
    if let reason = clash(name) {
      diagnostics.append(
        Diagnostic(
          .duplicateLabel, "the label \(name) \(reason)", at: location,
          hint: "give each place a label of its own"))
    }
    named[name] = label
  }

  /// Why a label does not lead to one place alone.
  private func clash(_ name: String) -> String? {
    if named[name] != nil { return "stands twice on this page" }
    return info.headings.contains { $0.slug == name }
      ? "is also the anchor of a heading of this page" : nil
  }

  /// A label with the prefix of its kind, so that `\label{cost}` is referred to as `@eq-cost`.
  private static func prefixed(_ name: String, _ kind: LabelKind) -> String {
    let name = Label.normalized(name)
    return name.hasPrefix(kind.prefix + "-") ? name : "\(kind.prefix)-\(name)"
  }

  /// The prefix of another kind that an author gave to a label.
  private static func otherPrefix(_ name: String, _ kind: LabelKind) -> String? {
    let written = name.dropFirst(kind.prefix.count + 1)
    return LabelKind.prefixes.first { $0 != kind.prefix && written.hasPrefix($0 + "-") }
  }

  private static var pattern: Regex<(Substring, Substring, Substring?)> {
    #/label:\s*([^\s,]+)\s*(?:,\s*(.+))?/#
  }

  /// What `<!-- label: name, caption -->` above a piece says; a comment about checks may stand between.
  private static func comment(
    above piece: Piece, in page: Page
  ) -> (name: String, caption: String?, location: SourceLocation, index: Int)? {
    var next = piece.precedingComment
    while let index = next, case .comment(let comment) = page.pieces[index].kind {
      if let match = comment.text.wholeMatch(of: pattern) {
        return (String(match.1), match.2.map(String.init), comment.location, index)
      }
      next = page.pieces[index].precedingComment
    }
    return nil
  }
}
