import MatrixCalculus
import Notation

/// A factor lost, or one too many; a term too many.
extension EditMaker {
  mutating func addFactors() {
    for place in places {
      if isChain(place.node) {
        removeFactors(place)
        removeRuns(place)
        loseInnerFactors(place)
      }
      if place.node.kind == .divide || place.node.kind == .entrywiseDivide { removeDivisor(place) }
      if place.node.kind == .add { removeTerms(place) }
      if isTerm(place) { loseFactors(place) }
      loseEntrywiseFactors(place)
    }
    loseFactorsOfWhole()
  }

  // MARK: Too many

  private mutating func removeFactors(_ place: Place) {
    let factors = place.node.children
    for (index, factor) in factors.enumerated() {
      let range = author.extent(factor)
      let end = index == 0 ? author.extent(factors[1]).lowerBound : range.upperBound
      let start = index == 0 ? behindMinus(range) : author.extent(factors[index - 1]).upperBound
      add(
        .extraFactor, Self.literal(factor) == nil ? 13 : 10, at: range, [.init(start..<end, "")],
        fault: "the factor \(author.excerpt(factor)) is one too many\(whichTerm(place))",
        remedy: nil)
    }
  }

  /// Two factors at once, such as an activation derivative h .* (1 - h).
  private mutating func removeRuns(_ place: Place) {
    let factors = place.node.children
    guard factors.count > 2 else { return }
    for index in factors.indices.dropFirst(2) {
      let start = author.extent(factors[index - 2]).upperBound
      let range =
        author.extent(factors[index - 1]).lowerBound..<author.extent(factors[index]).upperBound
      add(
        .extraFactor, 14, at: range, [.init(start..<range.upperBound, "")],
        fault: "the factors \(author.source.excerpt(range)) are too many\(whichTerm(place))",
        remedy: nil)
    }
  }

  private func behindMinus(_ range: Range<Int>) -> Int {
    author.bytes[range.lowerBound] == UInt8(ascii: "-") ? range.lowerBound + 1 : range.lowerBound
  }

  private mutating func removeDivisor(_ place: Place) {
    let (above, below) = (place.node.children[0], place.node.children[1])
    let change = Edit.Change(extent(place), author.text(author.extent(above)))
    add(
      .extraFactor, Self.literal(below) == nil ? 13 : 10, at: author.extent(below), [change],
      fault: "the divisor \(author.excerpt(below)) is one too many\(whichTerm(place))",
      remedy: nil)
    if Self.literal(above) == .one, place.index == 0, let parent = parent(place), isChain(parent) {
      return
    }
    add(
      .operation, 14, at: author.extent(below), [product(above, below, place)],
      fault: "a quotient by \(author.excerpt(below)) where a product belongs", remedy: "a product")
  }

  private func product(_ a: Syntax, _ b: Syntax, _ place: Place) -> Edit.Change {
    let sign = place.node.kind == .divide ? author.times : author.entrywiseTimes
    let texts = [a, b].map { author.text(author.extent($0)) }
    return Edit.Change(extent(place), texts.joined(separator: sign))
  }

  private mutating func removeTerms(_ place: Place) {
    let terms = place.node.children
    for (index, term) in terms.enumerated() {
      let range = author.extent(term)
      let start =
        index == 0
        ? range.lowerBound
        : min(range.lowerBound, place.node.marks[index - 1].lowerBound)
      add(
        .extraTerm, 15, at: range, [removal(of: index, start..<range.upperBound, place.node)],
        fault: "the \(ordinal(index)) term does not belong", remedy: nil)
    }
  }

  /// Without a first term the plus behind it goes as well.
  private func removal(of index: Int, _ range: Range<Int>, _ sum: Syntax) -> Edit.Change {
    guard index == 0 else { return Edit.Change(range, "") }
    let next = sum.children[1]
    let isNegative = next.kind == .negate && next.mark == sum.marks[0]
    let end = isNegative ? sum.marks[0].lowerBound : author.extent(next).lowerBound
    return Edit.Change(range.lowerBound..<max(range.upperBound, end), "")
  }

  // MARK: Lost numbers and names

  /// A factor before or behind a term.
  private mutating func loseFactors(_ place: Place) {
    guard literal(place) == nil || place.parent == nil else { return }
    for number in Self.numbers { loseNumber(number, place) }
    for factor in known where factor.shape.isScalar { loseScalar(factor, place) }
    for factor in known where !factor.shape.isScalar { loseMatrix(factor, place) }
    loseIdentity(place)
  }

  private static let numbers: [Rational] = [Rational(2), .half, Rational(4), Rational(3)]

  /// Not beside its reciprocal, which is one too many then.
  private mutating func loseNumber(_ number: Rational, _ place: Place) {
    guard !factors(beside: place).contains(where: { Self.literal($0) == number.reciprocal }) else {
      return
    }
    let factor = author.number(number)
    let size = number == Rational(2) || number == .half ? 11 : 14
    add(
      .lostFactor, place.parent == nil ? size : size + 1, at: extent(place),
      [.init(at: front(place), factor + (author.isText ? "*" : " "))],
      fault: missing(factor, place), remedy: factor)
  }

  /// The factors of a term, or those it is one of.
  private func factors(beside place: Place) -> [Syntax] {
    if isChain(place.node) { return place.node.children }
    return parent(place).map { isChain($0) ? $0.children : [] } ?? []
  }

  private func missing(_ factor: String, _ place: Place) -> String {
    if place.parent == nil, let occurrences, factor == "\(occurrences.count)" {
      return "\(occurrences.variable) occurs \(factor) times, counted once: "
        + "the factor \(factor) is missing"
    }
    return "the factor \(factor) is missing\(whichTerm(place))"
  }

  private mutating func loseScalar(_ factor: Known, _ place: Place) {
    let name = factor.text
    let before = Edit.Change(at: front(place), name + author.times)
    add(
      .lostFactor, 14, at: extent(place), [before], fault: missing(name, place), remedy: name)
    let isText = author.isText
    let divisor =
      isText
      ? Edit.Change(at: extent(place).upperBound, "/\(name)")
      : Edit.Change(at: front(place), #"\frac{1}{\#(name)} "#)
    let reciprocal = isText ? "1/\(name)" : #"\frac{1}{\#(name)}"#
    add(
      .lostFactor, 14, at: extent(place), [divisor], fault: missing(reciprocal, place),
      remedy: reciprocal)
  }

  /// A matrix on either side, as it is or transposed, where the sizes fit.
  private mutating func loseMatrix(_ factor: Known, _ place: Place) {
    guard let shape = shape(of: place), places.count < 60 else { return }
    let spellings = [
      (factor.text, factor.shape),
      (factor.transposedText, factor.shape.transposed),
    ]
    for (text, own) in spellings {
      if place.parent == nil, own.columns == shape.rows { multiplyTwice(place, left: text) }
      if own.columns == shape.rows || shape.isScalar { multiply(place, left: text) }
      if shape.columns == own.rows || shape.isScalar { multiply(place, right: text) }
    }
  }

  /// A factor 2 and a matrix before the whole, as the gradient of a square loses them.
  private mutating func multiplyTwice(_ place: Place, left text: String) {
    guard place.node.kind != .entrywiseMultiply, place.node.kind != .entrywiseDivide,
      factors(beside: place).allSatisfy({ Self.literal($0) == nil })
    else { return }
    let both = author.number(Rational(2)) + author.times + text
    add(
      .lostFactor, 18, at: extent(place), [.init(at: front(place), both + author.times)],
      fault: "the factors \(author.number(Rational(2))) and \(text) are missing", remedy: both)
  }

  mutating func multiply(_ place: Place, left text: String) {
    let (start, end) = (front(place), extent(place).upperBound)
    let isHeld = place.node.kind != .entrywiseMultiply && place.node.kind != .entrywiseDivide
    let changes =
      isHeld
      ? [Edit.Change(at: start, text + author.times)]
      : [.init(at: start, text + author.times + "("), .init(at: end, ")")]
    add(
      .lostFactor, 16, at: extent(place), changes, fault: missing(text, place), remedy: text)
  }

  mutating func multiply(_ place: Place, right text: String) {
    let (start, end) = (front(place), extent(place).upperBound)
    let isHeld = author.isText || place.node.kind != .entrywiseMultiply
    let changes =
      isHeld
      ? [Edit.Change(at: end, author.times + text)]
      : [.init(at: start, "("), .init(at: end, ")" + author.times + text)]
    add(
      .lostFactor, 16, at: extent(place), changes, fault: missing(text, place), remedy: text)
  }

  /// A matrix, or a diagonal of weights, between two factors.
  private mutating func loseInnerFactors(_ place: Place) {
    guard place.node.kind != .entrywiseMultiply, places.count < 60 else { return }
    let factors = places.filter { $0.parent == place.number }
    for (left, right) in zip(factors, factors.dropFirst()) {
      guard let rows = shape(of: left)?.columns, let columns = shape(of: right)?.rows else {
        continue
      }
      for text in fitting(rows, columns) {
        let mark = extent(right)
        add(
          .lostFactor, 15, at: mark,
          [.init(at: mark.lowerBound, text + author.times)],
          fault: "the factor \(text) is missing before \(author.excerpt(right.node))", remedy: text)
      }
    }
  }

  /// What has that shape, as it is, transposed or put on a diagonal.
  private func fitting(_ rows: Dimension, _ columns: Dimension) -> [String] {
    known.flatMap { factor -> [String] in
      let shape = factor.shape
      if shape.isScalar { return [] }
      var found: [String] = []
      if shape == Shape(rows, columns) { found.append(factor.text) }
      if shape.transposed == Shape(rows, columns) {
        found.append(factor.transposedText)
      }
      if shape.isColumn, shape.rows == rows, rows == columns {
        found.append(author.call("diag", factor.text))
      }
      return found
    }
  }

  /// The identity that makes a matrix of a number.
  private mutating func loseIdentity(_ place: Place) {
    guard shape(of: place)?.isScalar == true, !expected.isScalar, expected.isSquare else { return }
    let identity = author.isText ? "eye(\(expected.rows))" : "I"
    add(
      .lostFactor, 14, at: extent(place),
      [.init(at: extent(place).upperBound, author.times + identity)],
      fault: missing(identity, place), remedy: identity)
  }

  /// A factor entry by entry beside a name, a bracket or a call.
  private mutating func loseEntrywiseFactors(_ place: Place) {
    let isHeld = isAtom(place.node) || place.node.kind == .transpose
    guard isHeld || isTerm(place), places.count < 60,
      let shape = shape(of: place), !shape.isScalar
    else { return }
    let range = isHeld ? extent(place) : front(place)..<extent(place).upperBound
    let (open, close) = isHeld ? ("", ")") : ("(", "))")
    for factor in known where factor.shape == shape {
      let name = factor.text
      add(
        .lostFactor, 15, at: range,
        [
          .init(at: range.lowerBound, "(\(name)\(author.entrywiseTimes)\(open)"),
          .init(at: range.upperBound, close),
        ],
        fault: "the entrywise factor \(name) is missing", remedy: name)
    }
  }

  /// A factor of a whole sum.
  private mutating func loseFactorsOfWhole() {
    guard author.formula.kind == .add || author.formula.kind == .subtract else { return }
    let range = author.whole
    let close = Edit.Change(at: range.upperBound, ")")
    let scalars = known.filter(\.shape.isScalar).map(\.text)
    for factor in Self.numbers.map(author.number) + scalars {
      add(
        .lostFactor, 13, at: range,
        [.init(at: range.lowerBound, factor + author.times + "("), close],
        fault: "the factor \(factor) is missing", remedy: factor)
    }
    for scalar in scalars {
      let reciprocal = author.isText ? "1/\(scalar)" : #"\frac{1}{\#(scalar)}"#
      add(
        .lostFactor, 14, at: range,
        [.init(at: range.lowerBound, reciprocal + author.times + "("), close],
        fault: "the factor \(reciprocal) is missing", remedy: reciprocal)
    }
    for factor in known where !factor.shape.isScalar { loseMatrixOfWhole(factor, range) }
  }

  private mutating func loseMatrixOfWhole(_ factor: Known, _ range: Range<Int>) {
    let spellings = [factor.text, factor.transposedText]
    for text in spellings {
      let open = Edit.Change(at: range.lowerBound, text + author.times + "(")
      let close = Edit.Change(at: range.upperBound, ")" + author.times + text)
      add(
        .lostFactor, 16, at: range, [open, .init(at: range.upperBound, ")")],
        fault: "the factor \(text) is missing", remedy: text)
      add(
        .lostFactor, 16, at: range, [.init(at: range.lowerBound, "("), close],
        fault: "the factor \(text) is missing", remedy: text)
    }
  }
}
