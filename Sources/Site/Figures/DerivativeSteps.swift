internal import Derivations
internal import Diagnostics

extension FigureWriter {
  /// A derived gradient: each instance's line with where it comes from, then the sum.
  func derivative(_ figure: DerivativeFigure, at location: SourceLocation) -> HTML {
    .element(
      "figure", ["class": "derivative", "data-own": figure.isDrawn ? nil : ""],
      .element("ol", of: ["class": "steps"], figure.steps.map { step($0, at: location) }),
      definitions(figure.definitions, at: location),
      notes(figure.notes), conditions(figure.conditions),
      conditions(figure.commonConditions, after: "All where"))
  }

  private func notes(_ notes: [String]) -> HTML {
    .fragment(notes.map { phrases.element("p", class: "note", worded($0)) })
  }

  /// What the letters stand for, aligned at their signs.
  private func definitions(_ definitions: [Shown], at location: SourceLocation) -> HTML {
    guard !definitions.isEmpty else { return .fragment([]) }
    return .element(
      "div", ["class": "definitions"],
      .element("p", [:], said("with")),
      .element(
        "ul", of: ["class": "given"],
        definitions.map { .element("li", [:], formulas.shown($0, at: location)) }))
  }

  private func step(_ step: DerivativeFigure.Step, at location: SourceLocation) -> HTML {
    .element(
      "li", ["class": step.origin == nil ? "sum" : nil],
      step.origin.map {
        .element(
          "span", of: ["class": "origin", "lang": phrases.tag(of: $0.words)],
          origin($0, at: location))
      } ?? .fragment([]),
      displayed(Self.aligned(step), at: location))
  }

  /// Where a line comes from, in the language of the page.
  private func origin(_ origin: Origin, at location: SourceLocation) -> [HTML] {
    let words = phrases.said(origin.words)
      .replacing("{layer}", with: origin.layer.map(String.init) ?? "")
    return words.split(separator: "{name}", omittingEmptySubsequences: false).enumerated().flatMap {
      index, part -> [HTML] in
      (index == 0 ? [] : [formulas.shown(origin.name, at: location)]) + [.text(String(part))]
    }
  }

  /// A chain of equal sides, aligned at its signs.
  private static func aligned(_ step: DerivativeFigure.Step) -> Shown {
    let isMarked = step.right.contains { $0.marked != nil }
    return Shown(
      text: step.claim, tex: aligned(step, \.tex),
      marked: isMarked ? aligned(step) { $0.marked ?? $0.tex } : nil)
  }

  private static func aligned(
    _ step: DerivativeFigure.Step, _ form: (Shown) -> String
  ) -> String {
    let lines = step.right.enumerated().map { index, side in
      (index == 0 ? step.left.tex : "") + " &= " + form(side)
    }
    return #"\begin{aligned}"# + lines.joined(separator: #" \\ "#) + #"\end{aligned}"#
  }

  /// What a result asks for.
  ///
  /// - Parameters:
  ///   - tag: a caption where it stands in a figure itself, else a paragraph.
  ///   - start: the words before it.
  func conditions(
    _ conditions: [String], as tag: String = "figcaption", after start: String = "Where"
  ) -> HTML {
    guard !conditions.isEmpty else { return .fragment([]) }
    let separated = conditions.enumerated().map { index, text in
      HTML.fragment([index == 0 ? .text(phrases.said(start) + " ") : ", ", condition(text)])
    }
    return .element(tag, of: ["class": tag == "p" ? "where" : nil], separated)
  }

  /// A condition with its formulas set, in the language of the page.
  func condition(_ text: String) -> HTML { phrases.inline(worded(text)) }

  private func worded(_ text: String) -> Sentence {
    formulas.worded(text, as: result.wordings[text])
  }
}
