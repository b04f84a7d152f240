internal import Derivations
internal import Diagnostics
internal import Proof

extension FigureWriter {
  /// A claim of a `derive` block: the formula with its mark, opening to the evidence.
  func claim(_ index: Int, _ statement: Shown) -> HTML {
    guard result.claims.indices.contains(index) else { return displayed(statement, at: nil) }
    let claim = result.claims[index]
    let mark = Mark(claim)
    let formula = formulas.shown(statement, display: true, at: claim.location)
    return .element(
      "details", ["class": "claim mark-\(mark)", "id": "claim.\(index + 1)"],
      .element(
        "summary", [:],
        .element("span", ["class": "formula"], formula),
        chip(mark),
        reason(claim)),
      evidence(claim, mark))
  }

  /// The marks of the claims a display formula makes, one for each.
  func marks(_ indices: [Int]) -> HTML {
    let known = indices.filter(result.claims.indices.contains)
    return .element(
      "div", of: ["class": "marks"],
      known.enumerated().map { number, index in
        mark(index, step: known.count > 1 ? number + 1 : nil)
      })
  }

  /// The mark of one claim, opening to its evidence.
  ///
  /// - Parameter step: its number among the claims of the same formula.
  func mark(_ index: Int, step: Int? = nil) -> HTML {
    let claim = result.claims[index]
    let mark = Mark(claim)
    return .element(
      "details", ["class": "verdict mark-\(mark)", "id": "claim.\(index + 1)"],
      .element("summary", [:], chip(mark, step: step), reason(claim)),
      evidence(claim, mark))
  }

  /// The word of a verdict; its sign is the stylesheet's.
  private func chip(_ mark: Mark, step: Int? = nil) -> HTML {
    let step = step.map {
      HTML.element("span", ["class": "step"], .text(phrases.said("step") + " \($0) "))
    }
    return .element(
      "span", ["class": "chip"],
      step ?? .fragment([]),
      .element("b", [:], said(mark.words)))
  }

  /// The author's reason, where the claim is shown as a mistake.
  private func reason(_ claim: CheckedClaim) -> HTML {
    guard claim.expected == .refuted, let reason = claim.reason else { return .fragment([]) }
    return .element("span", ["class": "reason"], .text(reason))
  }
}
