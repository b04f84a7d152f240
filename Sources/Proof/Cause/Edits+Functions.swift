import MatrixCalculus
import Notation

/// A function for a relative, left out, or one too many.
extension EditMaker {
  mutating func addFunctions() {
    for place in places {
      if case .call(let name, _) = place.node.kind {
        replace(name, place)
        unwrap(name, place)
        exchangeArguments(place)
        changeAxis(place)
      }
      if place.node.kind == .power { removeInverse(place) }
      if isAtom(place.node) { wrap(place) }
    }
    wrapWhole()
  }

  /// Functions people write for each other.
  private static let families: [[String]] = [
    ["sin", "cos"], ["sinh", "cosh"], ["tan", "tanh"], ["sigmoid", "tanh", "softplus"],
    ["exp", "log"], ["relu", "step", "abs", "sign"], ["arcsin", "arccos", "arctan"],
    ["sqrt", "square"], ["sum", "tr", "norm2", "norm1", "mean"], ["det", "logdet"],
    ["inv", "diag"],
    ["softmax", "hardmax", "logsoftmax", "logsumexp"], ["max", "min"], ["tril", "triu"],
  ]

  private mutating func replace(_ name: String, _ place: Place) {
    guard let mark = place.node.mark else { return }
    let canonical = Function.named(name)?.name ?? MatrixFunction.named(name)?.name ?? name
    for family in Self.families where family.contains(canonical) {
      for other in family where other != canonical {
        let right = author.function(other)
        add(
          .function, 12, at: mark, [.init(mark, right)],
          fault: "\(author.text(mark)) where \(right) belongs", remedy: right)
      }
    }
  }

  /// The argument in the place of the call.
  private mutating func unwrap(_ name: String, _ place: Place) {
    guard let argument = place.node.children.first, place.node.children.count == 1 else { return }
    let inner = author.text(author.extent(argument))
    let isHeld = isAtom(argument) || place.parent == nil
    let text = isHeld ? inner : "(\(inner))"
    let isInverse = name == "inv"
    add(
      isInverse ? .inverse : .wrapping, isInverse ? 12 : 15,
      at: place.node.mark ?? extent(place), [.init(extent(place), text)],
      fault: isInverse
        ? "the inverse of \(author.excerpt(argument)) is one too many"
        : "\(author.source.excerpt(place.node.mark ?? extent(place))) does not belong",
      remedy: author.excerpt(argument))
  }

  /// `kron(B, A)` where `kron(A, B)` stands.
  private mutating func exchangeArguments(_ place: Place) {
    guard place.node.children.count == 2 else { return }
    let (a, b) = (place.node.children[0], place.node.children[1])
    let (left, right) = (author.extent(a), author.extent(b))
    guard left.upperBound <= right.lowerBound, author.text(left) != author.text(right) else {
      return
    }
    add(
      .order, 12, at: left.lowerBound..<right.upperBound,
      [.init(left, author.text(right)), .init(right, author.text(left))],
      fault: "\(author.excerpt(a)) and \(author.excerpt(b)) stand in the wrong order",
      remedy: "both exchanged")
  }

  /// `sum(A, 2)` where `sum(A, 1)` stands.
  private mutating func changeAxis(_ place: Place) {
    guard author.isText, place.node.children.count == 2,
      let axis = Self.literal(place.node.children[1]), axis == .one || axis == Rational(2)
    else { return }
    let (words, others) =
      axis == .one ? ("columns", "rows") : ("rows", "columns")
    let mark = author.extent(place.node.children[1])
    add(
      .number, 12, at: mark, [.init(mark, axis == .one ? "2" : "1")],
      fault: "\(author.excerpt(place.node)) goes by \(words) where \(others) are meant",
      remedy: axis == .one ? "2" : "1")
  }

  /// X in the place of X^{-1}.
  private mutating func removeInverse(_ place: Place) {
    let base = place.node.children[0]
    let (inner, outer) = (author.extent(base), extent(place))
    guard let exponent = author.meaning(of: place.node.children[1]), exponent.rational == .minusOne,
      inner.lowerBound == outer.lowerBound
    else { return }
    add(
      .inverse, 11, at: inner.upperBound..<outer.upperBound,
      [.init(inner.upperBound..<outer.upperBound, "")],
      fault: "the inverse of \(author.excerpt(base)) is one too many",
      remedy: author.excerpt(base))
  }

  private mutating func wrap(_ place: Place) {
    let range = extent(place)
    let isTransposed = parent(place)?.kind == .transpose
    guard author.isText || !isTransposed else { return }
    let inner = held(place)
    let common = ["inv", "diag", "exp", "sqrt", "sigmoid"]
    for name in common + functions.filter({ !common.contains($0) }) {
      if name == "inv", let shape = shape(of: place), !shape.isSquare || shape.isScalar { continue }
      let text = author.call(name, inner)
      let what =
        name == "inv" ? "the inverse of \(author.excerpt(place.node))" : author.function(name)
      add(
        name == "inv" ? .inverse : .wrapping, name == "inv" ? 12 : 15, at: range,
        [.init(range, text)],
        fault: name == "inv"
          ? "\(what) is missing" : "\(what) is missing around \(author.excerpt(place.node))",
        remedy: author.isText ? text : what)
    }
  }

  /// The text of an argument, without brackets of its own.
  private func held(_ place: Place) -> String {
    guard place.node.kind == .brackets, let inner = place.node.children.first else {
      return author.text(extent(place))
    }
    return author.text(author.extent(inner))
  }

  private mutating func wrapWhole() {
    let range = author.whole
    let common = ["sum", "tr", "diag", "inv", "sqrt"]
    for name in common + functions.filter({ !common.contains($0) })
    where name != "inv" || !expected.isScalar {
      wrap(range, in: name, 15, "around the whole")
    }
    for place in places where isTerm(place) && place.parent != nil && isChain(place.node) {
      let range = front(place)..<extent(place).upperBound
      for name in ["sum", "tr", "diag", "exp", "log", "sigmoid", "inv"] {
        wrap(range, in: name, 16, "around \(author.source.excerpt(range))")
      }
    }
  }

  private mutating func wrap(_ range: Range<Int>, in name: String, _ size: Int, _ place: String) {
    let isInverse = name == "inv"
    let spelled = isInverse ? "the inverse" : author.function(name)
    add(
      isInverse ? .inverse : .wrapping, size, at: range,
      [.init(range, author.call(name, author.text(range)))],
      fault: "\(spelled) is missing \(place)", remedy: isInverse ? "it" : spelled)
  }
}
