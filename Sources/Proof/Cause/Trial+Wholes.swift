import Diagnostics
import MatrixCalculus

/// Causes that are no slip of the pen: another question answered, a share forgotten.
extension Trial {
  var place: Range<Int> { search.author.whole }

  func cause(_ text: String, corrected: String? = nil) -> Cause {
    Cause(text: text, location: search.author.source.location(place), corrected: corrected)
  }

  /// The claimed formula is the right answer to another question.
  mutating func otherAnswer() -> Cause? {
    guard let own = own ?? elaborated, let value = truth.values.value(own) else { return nil }
    for (phrase, other) in search.others where other.shape == own.shape {
      guard !truth.agrees(other.transposed), let right = truth.values.value(other),
        PointValues.nearlyEqual(value, right),
        decide(.identity(own, other)) != nil
      else { continue }
      return cause(phrase)
    }
    return otherPower(own, value) ?? otherConvention(own, value)
  }

  /// The claimed formula is the transpose of what it should be, by one of the other answers: with the edit
  /// that turns it over.
  mutating func otherLayout(_ edits: [Edit]) -> CauseSearch.Finding? {
    guard let own = own ?? elaborated else { return nil }
    let turned = search.others.first { other in
      other.value.shape == own.shape && truth.agrees(other.value.transposed)
        && decide(.identity(own, other.value)) != nil
    }
    let turns = edits.lazy.filter { $0.mistake == .transpose || $0.mistake == .layout }.map { [$0] }
    guard let turned, var finding = first(turns, limit: search.limits.single) else { return nil }
    finding.cause.text = "\(turned.phrase); transposed, the claim holds"
    return finding
  }

  /// The gradient of the square of the function, or of its root.
  private mutating func otherPower(_ own: Expression, _ value: PointValues.Matrix) -> Cause? {
    guard case .gradient(let function, let variable) = search.claim(own).kind,
      function.shape.isScalar, own.shape == variable.shape
    else { return nil }
    for (exponent, words) in [(Rational(2), "square"), (Rational.half, "root")] {
      let slope = Expression.product([
        .number(exponent), .power(function, exponent == .half ? .minusHalf : .one),
      ])
      guard let factor = truth.values.value(slope)?.coefficients.first,
        PointValues.nearlyEqual(value, truth.scaled(by: factor)),
        decide(.gradient(of: .power(function, exponent), wrt: variable, claimed: own)) != nil
      else { continue }
      return cause("it is the gradient of the \(words) of the function, not of the function")
    }
    return nil
  }

  private var elaborated: Expression? { search.author.meaning(of: search.author.formula) }

  // MARK: Shares

  /// The variable occurs at several places, and the claim lacks the shares of some, or counts one of
  /// them for all.
  mutating func missingShare() -> Cause? {
    let shares = search.instances
    guard (2...6).contains(shares.count), let own, own.shape == truth.expected,
      let value = truth.values.value(own), !isMultiple(value)
    else { return nil }
    let all = shares.indices
    let missing = (1..<(1 << shares.count) - 1).map { bits in all.filter { bits >> $0 & 1 == 1 } }
    for chosen in missing.sorted(by: { ($0.count, $0[0]) < ($1.count, $1[0]) }) {
      let expressions = chosen.map { shares[$0].contribution }
      guard expressions.allSatisfy({ $0.shape == own.shape }) else { continue }
      let mended = Expression.sum([own] + expressions)
      guard truth.agrees(mended), let verdict = decide(search.claim(mended)) else { continue }
      return sharesMissing(chosen, expressions, verdict)
    }
    return nil
  }

  /// Whether the claim is off by a number only.
  private func isMultiple(_ value: PointValues.Matrix) -> Bool {
    let right = truth.value
    let places = right.coefficients.indices
    guard let pivot = places.max(by: { abs(right.coefficients[$0]) < abs(right.coefficients[$1]) }),
      right.coefficients[pivot] != 0
    else { return false }
    let factor = value.coefficients[pivot] / right.coefficients[pivot]
    return PointValues.nearlyEqual(value, truth.scaled(by: factor))
  }

  private func variable() -> String { search.claim(.number(0)).wrt ?? "the variable" }

  private mutating func sharesMissing(
    _ chosen: [Int], _ expressions: [Expression], _ verdict: Verdict
  ) -> Cause {
    let names = chosen.map { search.instances[$0].name }.joined(separator: " and of ")
    let isOne = chosen.count == 1
    let counted = search.instances.count - chosen.count
    let times = counted == 1 ? "once" : "\(counted) times"
    let text =
      "\(variable()) occurs \(search.instances.count) times, counted \(times): the "
      + "\(isOne ? "share" : "shares") of \(names) \(isOne ? "is" : "are") missing; with "
      + "\(isOne ? "it" : "them") the claim is \(verdict.rawValue)"
    return cause(text, corrected: appended(expressions))
  }

  /// The author's formula with terms added, if it reads as meant.
  private mutating func appended(_ terms: [Expression]) -> String? {
    let author = search.author
    guard terms.allSatisfy({ $0.treeSize(limit: 400) < 400 }) else { return nil }
    let own = author.text(author.whole)
    let text = terms.reduce(own) { text, term in
      let written = author.written(term.simplified)
      return written.hasPrefix("-")
        ? "\(text) - \(written.dropFirst())" : "\(text) + \(written)"
    }
    guard let expression = author.meaning(text, expecting: truth.expected),
      truth.agrees(expression)
    else { return nil }
    return text
  }

  /// One share taken for all of them.
  mutating func shareRepeated(_ own: Expression) -> Cause? {
    let count = search.instances.count
    guard count > 1, let value = truth.values.value(own) else { return nil }
    for (name, share) in search.instances where share.shape == own.shape {
      let repeated = Expression.product([.number(count), share])
      guard let other = truth.values.value(repeated), PointValues.nearlyEqual(value, other),
        decide(.identity(own, repeated)) != nil
      else { continue }
      return cause(
        "\(variable()) occurs \(count) times with different shares: that of \(name) is counted "
          + "\(count) times")
    }
    return nil
  }
}
