internal import Derivations
internal import Diagnostics
internal import Proof

extension FigureWriter {
  /// All that supports a verdict.
  func evidence(_ claim: CheckedClaim, _ mark: Mark) -> HTML {
    let rows = basis(claim.judgement) + sides(claim, mark) + ways(claim)
    let list = rows.map { label, value in
      HTML.fragment([.element("dt", [:], said(label)), .element("dd", [:], value)])
    }
    return .element(
      "div", ["class": "evidence"],
      phrases.element("p", Sentence(numbered: mark.sentence(claim))),
      claim.trouble.map(box) ?? .fragment([]),
      .element("dl", of: [:], list),
      claim.judgement.witness.map { witness($0, of: claim) } ?? .fragment([]))
  }

  /// How the verdict was reached, as far as its sentence does not say it.
  private func basis(_ judgement: Judgement) -> [(String, HTML)] {
    var rows: [(String, HTML)] = []
    if let method = judgement.method, judgement.verdict != .proved {
      rows.append(("Method", phrases.inline(Sentence(fixed: method.words))))
    }
    if let bound = judgement.bound { rows.append(("Bound", inEnglish(.text(bound)))) }
    if !judgement.tried.isEmpty {
      rows.append(("Tried", inEnglish(list(judgement.tried.map(HTML.text)))))
    }
    if !judgement.conditions.isEmpty {
      rows.append(("Holds where", list(judgement.conditions.map(condition))))
    }
    return rows
  }

  /// The claimed and the derived side, where this is written in another way.
  private func sides(_ claim: CheckedClaim, _ mark: Mark) -> [(String, HTML)] {
    var rows = [("Claimed", formula(claim.claimed, claim.claimedTeX))]
    if let text = claim.derived, claim.derivedTeX == nil || claim.derivedTeX != claim.claimedTeX {
      let shown = claim.derivedTeX.map {
        formulas.shown(Shown(text: text, tex: $0), at: claim.location)
      }
      rows.append(("Derived", shown ?? code(text)))
    }
    return rows
  }

  /// The likely cause, the way out, and where to look.
  private func ways(_ claim: CheckedClaim) -> [(String, HTML)] {
    var rows: [(String, HTML)] = []
    if let cause = claim.judgement.cause {
      rows.append(("Cause", phrases.inline(sentence(of: cause.text))))
      if let corrected = cause.corrected {
        rows.append(("Corrected", formula(corrected, claim.correctedTeX)))
      }
    }
    if let fix = claim.rooted(in: ".").fix { rows.append(("Fix", code(published(fix)))) }
    rows.append(("Claimed in", place(claim.location)))
    if let origin = claim.origin { rows.append(("Derived from", place(origin))) }
    return rows
  }

  /// A side as its author wrote it, set where it can be.
  private func formula(_ text: String, _ tex: String?) -> HTML {
    tex.flatMap(formulas.repeated) ?? code(text)
  }

  /// What is said of a mistake, with its formulas set.
  func said(of phrase: String) -> HTML { sentence(of: phrase).english }

  private func sentence(of phrase: String) -> Sentence {
    formulas.worded(result.wordings[phrase]) ?? Sentence(fixed: phrase)
  }

  /// A line of this page's source, or the whole place in another one.
  private func place(_ location: SourceLocation) -> HTML {
    location.path == result.path
      ? .text(phrases.said("line") + " \(location.line)") : code(published(location.description))
  }

  /// Text that is English on every page.
  private func inEnglish(_ html: HTML) -> HTML {
    phrases.englishTag.map { .element("div", ["lang": $0], html) } ?? html
  }

  func code(_ text: String) -> HTML { .element("code", [:], .text(text)) }

  private func list(_ items: [HTML]) -> HTML {
    items.count == 1
      ? items[0] : .element("ul", of: [:], items.map { .element("li", [:], $0) })
  }
}
