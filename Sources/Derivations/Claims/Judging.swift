import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// The side of a claim that an author wrote.
struct ClaimedSide {
  var formula: Syntax
  var source: SourceText
  var dialect: Dialect
  /// UTF-8 offsets of the side in `source`.
  var range: Range<Int>
  /// The letters of a statement about single entries, as its left side has them.
  var axes: [IndexAxis] = []
  /// Whether letters that a term repeats are summed over though no sum says so.
  var sumsRepeated = false

  /// - Parameter range: of the formula; a command that sizes its first bracket belongs to it.
  init(
    formula: Syntax, source: SourceText, dialect: Dialect, range: Range<Int>,
    axes: [IndexAxis] = []
  ) {
    self.axes = axes
    self.formula = formula
    self.source = source
    self.dialect = dialect
    let start =
      dialect == .tex
      ? SizedBracket.start(of: range.lowerBound, in: Array(source.text.utf8)) : range.lowerBound
    self.range = start..<max(start, range.upperBound)
  }

  var location: SourceLocation { source.location(range) }

  var text: String { source.text(range).trimmed }

  /// A part of the side as a side of its own: the letters of the statement are its letters only where it speaks
  /// of entries itself.
  func part(_ formula: Syntax) -> ClaimedSide {
    var part = self
    part.formula = formula
    part.range = formula.range
    if formula.freeLetters.isEmpty { part.axes = [] }
    return part
  }
}

extension Diagnostic {
  /// Whether shapes do not fit, whatever the sizes are. A size that nothing settles, shown as `?`, may fit.
  var isOfShapes: Bool {
    code == .shapeMismatch && !message.contains("?") && !message.contains("is not determined")
  }
}

/// What the author says of a claim besides its content.
struct Expectation {
  var label: String?
  var isRefuted = false
  var reason: String?

}

extension PageSession {
  /// Judges a claim and keeps it.
  ///
  /// - Parameter before: the side before it in a chain: a side that equals it is no new mistake.
  /// - Returns: the claim's index in the result, and the meaning of the side if it has one.
  @discardableResult
  mutating func judge(
    _ side: ClaimedSide, against target: Target, before: Expression? = nil,
    _ expectation: Expectation = Expectation()
  ) -> (index: Int, expression: Expression?) {
    var claim = blank(side, target, expectation)
    var meaning: Expression?
    do throws(Diagnostic) {
      let result = try elaborated(side, expecting: target.shape)
      meaning = result.expression
      items.merge(result.items) { _, new in new }
      claim.judgement = decide(result.expression, target, before)
      if claim.judgement.verdict.holds {
        let known = claim.judgement.conditions
        claim.judgement.conditions += target.given.filter { !known.contains($0) }
        claim.judgement.conditions += [target.condition].compactMap { $0 }
        if target.kind == .gradient, let derived = target.derived, let name = target.wrt {
          noteStationary(derived, of: target.of, wrt: name)
        }
      }
      claim.judgement.conditions += result.readings
    } catch {
      settle(&claim, error, side)
    }
    if claim.judgement.verdict == .refuted {
      claim.judgement.cause = finding(of: side, target)?.cause
      word(&claim, side.dialect)
    }
    claim.uses = uses(of: side, target)
    result.claims.append(claim)
    if trials != nil {
      let trial = ClaimTrial(claim, side, target, self)
      trials?.append(trial)
    }
    return (result.claims.count - 1, meaning)
  }

  private func blank(
    _ side: ClaimedSide, _ target: Target, _ expectation: Expectation
  ) -> CheckedClaim {
    let derived = target.derived.map { show($0) }
    var claim = CheckedClaim(
      location: side.location, block: block, label: expectation.label ?? target.label,
      kind: target.kind,
      of: target.of, wrt: target.wrt, expected: expectation.isRefuted ? .refuted : nil,
      reason: expectation.reason, claimed: side.text, derived: derived?.text,
      derivedTeX: derived?.tex, origin: target.origin, judgement: Judgement(.unreadable))
    claim.along = target.along
    claim.layout = layout(of: target)
    claim.claimedTeX = side.dialect == .tex ? side.text : side.formula.tex(show.style)
    return claim
  }

  /// Tells the formulas in what is said of a refuted claim from its words.
  private mutating func word(_ claim: inout CheckedClaim, _ dialect: Dialect) {
    let writer = CauseWording(style: show.style, dialect: dialect)
    let phrases = [claim.judgement.cause?.text, claim.judgement.witness?.remark]
    for phrase in phrases.compactMap({ $0 }) { result.wordings[phrase] = writer.wording(phrase) }
    claim.correctedTeX = claim.judgement.cause?.corrected.flatMap { text in
      dialect == .tex
        ? text
        : (try? TextReader.read(SourceText(path: "", text: text)))?.tex(show.style)
    }
  }

  /// The verdict on an expression: true if it is what it should be or what the side before it was.
  private func decide(
    _ expression: Expression, _ target: Target, _ before: Expression?
  ) -> Judgement {
    var judgement = prover.decide(target.claim(expression))
    if !judgement.verdict.holds, let before {
      var step = prover.decide(.identity(expression, before))
      step.conditions.append("the side before it is right")
      if step.verdict.holds { judgement = step }
    }
    return judgement
  }

  /// A claim whose formula has no meaning: shapes that do not fit refute it, all else is unreadable.
  private func settle(_ claim: inout CheckedClaim, _ trouble: Diagnostic, _ side: ClaimedSide) {
    guard trouble.isOfShapes else {
      claim.isConsequence = isConsequence(trouble)
      if !claim.isConsequence { claim.trouble = trouble }
      return
    }
    claim.judgement = refutation(of: side, trouble)
  }

  func elaborate(
    _ side: ClaimedSide, expecting shape: Shape? = nil
  ) throws(Diagnostic) -> Expression {
    try elaborated(side, expecting: shape).expression
  }

  /// The meaning of a side, and how it was read. A statement about single entries is a matrix of them.
  func elaborated(
    _ side: ClaimedSide, expecting shape: Shape? = nil
  ) throws(Diagnostic) -> Elaborator.Result {
    let elaborator = Elaborator(
      scope, side.source, dialect: side.dialect, quantity: quantity(in: side),
      slope: { (expression, formula) throws(Diagnostic) in
        try slope(of: expression, by: formula, in: side)
      }, items: items)
    let isSummed =
      side.sumsRepeated && side.axes.isEmpty
      && side.formula.freeLetters.contains { !scope.isSize($0) }
    var result =
      side.axes.isEmpty && !isSummed
      ? try elaborator.elaborate(side.formula, expecting: shape)
      : try elaborator.elaborate(side.formula, along: side.axes, expecting: shape)
    if isSummed { result.readings.append("letters that a term repeats are summed over") }
    // 0 is the zero of every shape.
    if result.expression.rational == .zero, let shape {
      result.expression = .zeros(shape)
    }
    return result
  }

  /// What derivatives and quantities of layers stand for in a side.
  func quantity(in side: ClaimedSide) -> Elaborator.Quantity {
    let session = self
    return { (syntax) throws(Diagnostic) in try session.value(ofQuantity: syntax, in: side) }
  }

  /// The likely mistake behind a claim that was refuted; of an identity in that side where the smaller
  /// change mends it, in the longer one where both take the same.
  func finding(of side: ClaimedSide, _ target: Target) -> CauseSearch.Finding? {
    let own = causeSearch(side, target, opposite: target.other?.text).finding()
    guard let other = target.other, let meaning = try? elaborate(side, expecting: target.shape)
    else { return own }
    let mirrored = Target.identity(target.kind, of: target.of, with: meaning)
    guard var found = causeSearch(other, mirrored, opposite: side.text).finding(),
      !found.mistakes.isEmpty
    else {
      return own
    }
    let isLonger = other.text.utf8.count > side.text.utf8.count
    if let own, (own.size, isLonger ? 1 : 0) <= (found.size, isLonger ? 0 : 1) { return own }
    found.cause.replaced = Cause.Stretch(location: other.location, text: other.text)
    return found
  }

  private func causeSearch(
    _ side: ClaimedSide, _ target: Target, opposite: String?
  ) -> CauseSearch {
    let suspects = target.suspects()
    return CauseSearch(
      formula: side.formula, source: side.source, dialect: side.dialect, scope: scope,
      quantity: quantity(in: side), names: scope.latexNames, writing: writing, axes: side.axes,
      prover: prover,
      claim: target.claim, slopes: suspects.slopes, instances: suspects.instances,
      others: suspects.others, opposite: opposite)
  }
}
