internal import Diagnostics
internal import Derivations
internal import Notation
internal import Pages
internal import Script

/// The formulas of a site as markup, each converted once.
///
/// Holds a script host: one writer for each thread.
final class FormulaWriter {
  private let katex: KaTeX
  private let macros: [String: String]
  private var written: [Formula: Result<String, FormulaError>] = [:]

  private struct Formula: Hashable {
    var tex: String
    var marked: String?
    var display: Bool
    var format: MathFormat
    /// The macros of the page.
    var macros: [String: String]
  }

  /// - Throws: `missingLibrary` where KaTeX is not installed.
  init(_ host: ScriptHost, macros: [String: String]) throws(Diagnostic) {
    katex = try KaTeX(host)
    self.macros = macros
  }

  /// A formula as markup.
  ///
  /// - Parameters:
  ///   - marked: the same where parts say of which layer they are.
  ///   - macros: those of the page, which come before those of the site.
  /// - Throws: what cannot be read in it, and where.
  func markup(
    _ tex: String, marked: String? = nil, display: Bool, format: MathFormat,
    macros: [String: String] = [:]
  ) throws(FormulaError) -> String {
    let formula = Formula(
      tex: tex, marked: marked, display: display, format: format, macros: macros)
    if let known = written[formula] { return try known.get() }
    let result = Result { () throws(FormulaError) in try convert(formula) }
    written[formula] = result
    return try result.get()
  }

  private func convert(_ formula: Formula) throws(FormulaError) -> String {
    let macros = macros.merging(formula.macros) { _, page in page }
    return switch formula.format {
    case .mathml:
      try katex.mathML(
        formula.tex, marked: formula.marked, display: formula.display, macros: macros)
    case .katex: try katex.html(formula.tex, display: formula.display, macros: macros)
    }
  }
}

/// The formulas of one page, with the complaints about them.
final class PageFormulas {
  private let writer: FormulaWriter
  private let format: MathFormat
  /// What could not be read, in the order it was met.
  private(set) var diagnostics: [Diagnostic] = []

  /// The macros of the page, those its formulas have defined so far among them.
  private var macros: [String: String]

  init(_ writer: FormulaWriter, format: MathFormat, macros: [String: String] = [:]) {
    self.writer = writer
    self.format = format
    self.macros = macros
  }

  /// Adds macros for the formulas that follow.
  func define(_ expansions: [String: String]) {
    macros.merge(expansions) { _, new in new }
  }

  /// An author's formula.
  ///
  /// - Parameters:
  ///   - marked: the same where parts say of which layer they are; the formula is unmarked where it cannot be
  ///     read so.
  ///   - place: where a byte of the TeX, counted from 0, stands in the source.
  /// - Returns: its markup; where it cannot be read the TeX itself, and a diagnostic is kept.
  func authored(
    _ tex: String, marked: String? = nil, display: Bool, place: (Int) -> SourceLocation
  ) -> HTML {
    if let marked,
      let markup = try? writer.markup(
        tex, marked: marked, display: display, format: format, macros: macros)
    {
      return .raw(markup)
    }
    do throws(FormulaError) {
      return .raw(try writer.markup(tex, display: display, format: format, macros: macros))
    } catch {
      diagnostics.append(
        Diagnostic(
          .formula, "formula cannot be read: \(error.message)", at: place(error.offset),
          hint: Self.wayOut(error) ?? Self.wayOut(tex, display)))
      return .element("code", ["class": "formula-source"], .text(tex))
    }
  }

  /// Where something looks like prose.
  private static func wayOut(_ tex: String, _ display: Bool) -> String? {
    display || tex.contains("\\") ? nil : #"where dollars are meant and no formula, write \$"#
  }

  /// In place of a command that no formula may hold.
  private static func wayOut(_ error: FormulaError) -> String? {
    switch error.refusedCommand {
    case nil: nil
    case "\\href", "\\url": "put a link of Markdown around the formula: [$x$](address)"
    case "\\includegraphics": "write an image of Markdown: ![what it shows](file)"
    case .some: "leave out the command and keep what it holds: formulas carry no HTML of their own"
    }
  }

  /// A formula that is shown, and complained about, elsewhere on the page; nil where it cannot be read.
  func repeated(_ tex: String) -> HTML? {
    (try? writer.markup(tex, display: false, format: format, macros: macros)).map(HTML.raw)
  }

  /// A formula in text notation; as plain characters where it is none.
  func read(_ text: String) -> HTML {
    let syntax = try? TextReader.read(SourceText(path: "subject", text: text))
    return syntax.flatMap { repeated($0.tex()) } ?? .text(prettified(text))
  }

  /// A display formula with the numbers of its rows, as the format has them, and where its bytes stand.
  ///
  /// - Parameter signs: the number of each label; nil where no row has one.
  func numbered(
    _ source: LabelledTeX, _ signs: [String]?
  ) -> (tex: String, offset: (Int) -> Int) {
    switch format {
    case .mathml: signs.map(source.numbered) ?? (source.tex, { $0 })
    case .katex: source.tagged(signs ?? [])
    }
  }

  /// A phrase with its formulas set; where it is not known which these are, or one cannot be read, as plain
  /// characters.
  func worded(_ text: String, as wording: Wording?) -> Sentence {
    worded(wording) ?? Sentence(fixed: prettified(text))
  }

  /// A phrase with its formulas set; nil where one cannot be read.
  func worded(_ wording: Wording?) -> Sentence? {
    var parts: [Sentence.Part] = []
    for part in wording?.parts ?? [] {
      switch part {
      case .words(let words): parts.append(.words(words))
      case .formula(let shown):
        guard let markup = repeated(shown.tex) else { return nil }
        parts.append(.slot(markup))
      }
    }
    return parts.isEmpty ? nil : Sentence(parts)
  }

  /// A formula of ours; where KaTeX cannot read it, its text, and a diagnostic is kept.
  func shown(_ shown: Shown, display: Bool = false, at location: SourceLocation?) -> HTML {
    do throws(FormulaError) {
      return .raw(
        try writer.markup(
          shown.tex, marked: shown.marked, display: display, format: format, macros: macros))
    } catch {
      diagnostics.append(Self.complaint(shown, error, at: location))
      return .element("code", ["class": "formula-source"], .text(Self.shortened(shown.text)))
    }
  }

  private static func complaint(
    _ shown: Shown, _ error: FormulaError, at location: SourceLocation?
  ) -> Diagnostic {
    let text = shortened(shown.text)
    return error.isTooLarge
      ? Diagnostic(
        .tooDeep, "the result \(text) cannot be shown: \(error.message)", at: location,
        hint: "state it for a part that is nested less deeply")
      : Diagnostic(
        .internalError, "the result \(text) has no readable TeX: \(error.message)",
        at: location, hint: "report this with the page that shows it")
  }

  /// What fits into a message.
  private static func shortened(_ text: String) -> String {
    text.count <= 80 ? text : text.prefix(60) + " … " + text.suffix(10)
  }
}
