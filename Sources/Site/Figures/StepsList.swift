internal import Derivations
internal import Diagnostics

extension FigureWriter {
  /// A derivation as an ordered list that unfolds step by step: each opens to its rules, where they
  /// stand, and the evidence of its claim.
  func steps(_ figure: StepsFigure, at location: SourceLocation) -> HTML {
    .element(
      "figure", ["class": "derivation"],
      .element(
        "details", ["class": "derivation-steps"],
        .element(
          "summary", [:], said("The derivation of"), " ",
          formulas.shown(figure.title, at: location),
          .text(", \(figure.steps.count) " + phrases.said("steps"))),
        .element("ol", of: ["class": "steps"], numbered(figure.steps, at: location)),
        conditions(figure.conditions, as: "p")))
  }

  private func numbered(_ steps: [StepsFigure.Step], at location: SourceLocation) -> [HTML] {
    steps.enumerated().map { step($1, number: $0 + 1, at: location) }
  }

  private func step(
    _ step: StepsFigure.Step, number: Int, at location: SourceLocation
  ) -> HTML {
    let rules = step.rules.map { rule in
      self.rule(rule)
    }
    return .element(
      "li", [:],
      .element(
        "details", [:],
        .element(
          "summary", [:], .element("span", ["class": "step"], .text(String(number))),
          .element(
            "span", ["class": "formula", "data-text": step.statement.text],
            formulas.shown(step.statement, display: true, at: location))),
        .fragment(rules),
        result.claims.indices.contains(step.claim) ? mark(step.claim) : .fragment([])))
  }

  /// A rule in the language of the page where it is known in it, with its source.
  private func rule(_ rule: StepsFigure.Rule) -> HTML {
    let phrase = formulas.worded(result.wordings[rule.phrase]) ?? Sentence(fixed: rule.phrase)
    let said = phrase.withNames.said(in: phrases)
    let source = Sentence(fixed: rule.source).said(in: phrases)
    let isOwn = said.isTranslated && source.isTranslated
    return .element(
      "p", ["class": "rule", "lang": said.isTranslated ? nil : phrases.englishTag], said.html, " ",
      .element(
        "cite", ["lang": isOwn || !said.isTranslated ? nil : phrases.englishTag], source.html))
  }
}
