import MatrixCalculus
import Notation

/// A wrong number, a wrong power.
extension EditMaker {
  mutating func addNumbers() {
    for place in places {
      guard let value = literal(place) else {
        shift(place)
        continue
      }
      if isPartOfFraction(place) { continue }
      isExponent(place) ? changePower(place, value) : changeNumber(place, value)
    }
    for place in places { addPowers(place) }
  }

  /// The number a node is: `2`, `1/2`.
  func literal(_ place: Place) -> Rational? { Self.literal(place.node) }

  static func literal(_ node: Syntax) -> Rational? {
    switch node.kind {
    case .number(let value): return value
    case .divide:
      guard case .number(let above) = node.children[0].kind,
        case .number(let below) = node.children[1].kind
      else { return nil }
      return below.reciprocal.flatMap { above.multiplied(by: $0) }
    default: return nil
    }
  }

  func isPartOfFraction(_ place: Place) -> Bool {
    parent(place).flatMap(Self.literal) != nil
  }

  private func isExponent(_ place: Place) -> Bool {
    var current = place
    while let above = current.parent {
      let parent = places[above].node
      if parent.kind == .power || parent.kind == .entrywisePower { return current.index == 1 }
      guard parent.kind == .brackets || parent.kind == .negate else { return false }
      current = places[above]
    }
    return false
  }

  /// Numbers people write for each other.
  private func others(_ value: Rational) -> [Rational] {
    var found: [Rational] = []
    let two = Rational(2)
    let near = [
      value.multiplied(by: two), value.multiplied(by: .half), value.adding(.one),
      value.adding(.minusOne), value.reciprocal, .one, two, .half, Rational(3), Rational(4),
    ]
    for case let number? in near where number != value && !number.isNegative && number != .zero {
      if !found.contains(number) { found.append(number) }
    }
    return found
  }

  private mutating func changeNumber(_ place: Place, _ value: Rational) {
    for number in others(value) where number != .one || !isFactor(place) {
      let right = isFactor(place) ? author.number(number) : author.closedNumber(number)
      add(
        .number, 12, at: extent(place), [.init(extent(place), right)],
        fault: "\(author.excerpt(place.node)) where \(right) belongs\(whichTerm(place))",
        remedy: right)
    }
    for size in known where isFactor(place) && author.scope.isSize(size.name) {
      let right = "\(author.excerpt(place.node))^\(author.isText ? size.text : "{\(size.text)}")"
      add(
        .power, 14, at: extent(place), [.init(extent(place), right)],
        fault: "\(author.excerpt(place.node)) where \(right) belongs\(whichTerm(place))",
        remedy: right)
    }
    for scalar in known where scalar.shape.isScalar {
      let right = scalar.text
      add(
        .number, 14, at: extent(place), [.init(extent(place), right)],
        fault: "\(author.excerpt(place.node)) where \(right) belongs\(whichTerm(place))",
        remedy: right)
    }
  }

  private func isFactor(_ place: Place) -> Bool {
    guard let parent = parent(place) else { return false }
    return isChain(parent) || parent.kind == .divide && place.index == 0
  }

  private mutating func changePower(_ place: Place, _ value: Rational) {
    for number in others(value) {
      let right = author.closedNumber(number)
      add(
        .power, 12, at: extent(place), [.init(extent(place), right)],
        fault: "the power \(author.excerpt(place.node)) where \(right) belongs", remedy: right)
    }
  }

  /// `x^(a - 1)` where `x^a` stands, `n - 1` where the size `n` does.
  private mutating func shift(_ place: Place) {
    let isPower = parent(place).map { Self.isPower($0) && place.index == 1 } ?? false
    guard isPower || isSize(place) else { return }
    let range = extent(place)
    let held = place.node.kind == .brackets ? place.node.children.first : place.node
    let inner = held.map { author.text(author.extent($0)) } ?? author.text(range)
    for step in ["- 1", "+ 1"] {
      let sum = "\(inner) \(step)"
      let right = author.isText || !isPower ? "(\(sum))" : "{\(sum)}"
      let wrong = author.excerpt(place.node)
      add(
        isPower ? .power : .number, 13, at: range, [.init(range, right)],
        fault: "\(isPower ? "the power " : "")\(wrong) where \(sum) belongs", remedy: sum)
    }
  }

  private func isSize(_ place: Place) -> Bool {
    guard case .name(let name) = place.node.kind else { return false }
    return author.scope.isSize(name)
  }

  private static func isPower(_ node: Syntax) -> Bool {
    node.kind == .power || node.kind == .entrywisePower
  }

  /// A power that is missing or one too many.
  private mutating func addPowers(_ place: Place) {
    switch place.node.kind {
    case .power, .entrywisePower: removePower(place)
    default:
      if isAtom(place.node), parent(place).map(isPower) != true { raise(place) }
    }
  }

  private func isPower(_ node: Syntax) -> Bool {
    node.kind == .power || node.kind == .entrywisePower || node.kind == .transpose
  }

  private mutating func removePower(_ place: Place) {
    let base = author.extent(place.node.children[0])
    let all = extent(place)
    guard base.upperBound < all.upperBound, base.lowerBound == all.lowerBound else { return }
    let power = author.source.excerpt(base.upperBound..<all.upperBound)
    add(
      .power, 12, at: base.upperBound..<all.upperBound,
      [.init(base.upperBound..<all.upperBound, "")],
      fault: "\(author.excerpt(place.node)) has the power \(power) too many",
      remedy: author.excerpt(place.node.children[0]))
  }

  /// A power that was left out, of a name, a bracket or a call.
  private mutating func raise(_ place: Place) {
    let range = extent(place)
    if !author.isText,
      TeXScripts(author.bytes, after: author.core(place.node).upperBound).upper != nil
    {
      return
    }
    for (power, phrase) in author.isText ? Self.textPowers : Self.texPowers {
      let isOfMatrix = shape(of: place).map { $0.isSquare && !$0.isScalar } ?? false
      let size = phrase == "square" ? (isOfMatrix ? 14 : 12) : 15
      add(
        .power, size, at: range, [.init(at: range.upperBound, power)],
        fault: "the \(phrase) of \(author.excerpt(place.node)) is missing",
        remedy: author.source.excerpt(range) + power)
    }
  }

  private static let textPowers = [
    (".^2", "square"), ("^2", "square"), (".^3", "cube"), (".^(1/2)", "root"),
    (".^(-1/2)", "reciprocal root"), (".^(-1)", "reciprocal"),
  ]
  private static let texPowers = [
    ("^2", "square"), (#"^{\circ 2}"#, "square"), ("^3", "cube"), (#"^{\frac12}"#, "root"),
    (#"^{-\frac12}"#, "reciprocal root"), ("^{-1}", "reciprocal"),
  ]
}
