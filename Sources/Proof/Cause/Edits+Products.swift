import MatrixCalculus
import Notation

/// One kind of product for the other, factors in the wrong order, one operation for another.
extension EditMaker {
  mutating func addProducts() {
    for place in places {
      switch place.node.kind {
      case .multiply, .juxtapose, .entrywiseMultiply:
        changeSigns(place)
        swapFactors(place)
        squareEntries(place)
        makeQuotients(place)
        makeDifferences(place)
      case .power, .entrywisePower: changePowerSign(place)
      case .call("diag", _): restoreSides(place)
      case .add: makeProducts(place)
      default: break
      }
    }
  }

  private var signs: (matrix: String, entrywise: String) {
    author.isText ? ("*", ".*") : ("a matrix product", author.entrywiseTimes.filter { $0 != " " })
  }

  /// The sign between two factors replaced by that of the other product.
  private mutating func changeSigns(_ place: Place) {
    let node = place.node
    let isEntrywise = node.kind == .entrywiseMultiply
    let sign = isEntrywise ? author.times : author.entrywiseTimes
    let (wrong, right) =
      isEntrywise ? (signs.entrywise, signs.matrix) : (signs.matrix, signs.entrywise)
    for index in node.children.indices.dropFirst() {
      let gap = gap(node, before: index)
      let mark = author.isText ? node.marks[index - 1] : gap
      let change = Edit.Change(author.isText && !mark.isEmpty ? mark : gap, sign)
      let fault = "\(wrong) where \(right) belongs"
      add(.product, 10, at: mark, [change], fault: fault, remedy: right)
      let left = author.extent(node.children[index - 1]).lowerBound
      let end = author.extent(node.children[index]).upperBound
      add(
        .product, 11, at: mark, [.init(at: left, "("), change, .init(at: end, ")")],
        fault: fault, remedy: right)
    }
  }

  /// `s.*s` where `s*s'` stands.
  private mutating func squareEntries(_ place: Place) {
    guard place.node.kind != .entrywiseMultiply else { return }
    for index in place.node.children.indices.dropFirst() {
      let (a, b) = (place.node.children[index - 1], place.node.children[index])
      let (left, right) = (author.extent(a), author.extent(b))
      guard let base = base(a, b) else { continue }
      let text = author.text(author.extent(base))
      let square = "\(text)\(author.entrywiseTimes)\(text)"
      let wrong = author.source.excerpt(left.lowerBound..<right.upperBound)
      let needsBrackets = place.node.children.count > 2 || !author.isText && place.parent != nil
      add(
        .product, 10, at: left.lowerBound..<right.upperBound,
        [.init(left.lowerBound..<right.upperBound, needsBrackets ? "(\(square))" : square)],
        fault: "\(wrong) where \(square) belongs", remedy: square)
    }
  }

  /// s where two factors are s and s'.
  private func base(_ a: Syntax, _ b: Syntax) -> Syntax? {
    for (plain, other) in [(a, b), (b, a)] where other.kind == .transpose {
      let inner = author.extent(other.children[0])
      if author.text(inner) == author.text(author.extent(plain)) { return plain }
    }
    return nil
  }

  /// `.^` for `^` and back.
  private mutating func changePowerSign(_ place: Place) {
    guard author.isText, let mark = place.node.mark, place.node.children.count == 2 else {
      return changePowerKind(place)
    }
    let wrong = author.text(mark)
    guard wrong == "^" || wrong == ".^" else { return }
    let right = wrong == "^" ? ".^" : "^"
    add(
      .product, 10, at: mark, [.init(mark, right)], fault: "\(wrong) where \(right) belongs",
      remedy: right)
  }

  /// `X^{\circ 2}` for `X^2` and back.
  private mutating func changePowerKind(_ place: Place) {
    guard !author.isText else { return }
    let base = author.extent(place.node.children[0]).upperBound
    guard let upper = TeXScripts(author.bytes, after: base).upper else { return }
    let exponent = author.text(author.extent(place.node.children[1]))
    let right = place.node.kind == .power ? #"^{\circ \#(exponent)}"# : "^{\(exponent)}"
    add(
      .product, 10, at: upper, [.init(upper, right)],
      fault: "\(author.text(upper)) where \(right) belongs", remedy: right)
  }

  // MARK: Order

  private mutating func swapFactors(_ place: Place) {
    let factors = place.node.children
    guard place.node.kind != .entrywiseMultiply else { return }
    for first in factors.indices {
      for second in factors.indices.dropFirst(first + 1) where second - first <= 4 {
        swap(place, first, second)
      }
      if first + 1 < factors.count { turn(place, first) }
    }
    guard factors.count > 2, factors.count <= 6 else { return }
    for from in factors.indices {
      for to in factors.indices where abs(from - to) > 1 { move(place, from, to) }
    }
  }

  private mutating func swap(_ place: Place, _ first: Int, _ second: Int) {
    let (a, b) = (place.node.children[first], place.node.children[second])
    let (left, right) = (author.extent(a), author.extent(b))
    let start =
      author.bytes[left.lowerBound] == UInt8(ascii: "-") ? left.lowerBound + 1 : left.lowerBound
    add(
      .order, second - first == 1 ? 12 : 14, at: left.lowerBound..<right.upperBound,
      [
        .init(start..<left.upperBound, author.text(right)),
        .init(right, author.text(start..<left.upperBound)),
      ],
      fault: "\(author.excerpt(a)) and \(author.excerpt(b)) stand in the wrong order",
      remedy: "both exchanged")
  }

  /// B' A for A B, and B A', where A B does not fit.
  private mutating func turn(_ place: Place, _ first: Int) {
    let (a, b) = (place.node.children[first], place.node.children[first + 1])
    let shapes = places.filter { $0.parent == place.number }.dropFirst(first).prefix(2)
      .compactMap(shape(of:))
    guard shapes.count == 2, shapes[0].columns != shapes[1].rows else { return }
    let range = author.extent(a).lowerBound..<author.extent(b).upperBound
    guard author.bytes[range.lowerBound] != UInt8(ascii: "-") else { return }
    let texts = [a, b].map { author.text(author.extent($0)) }
    let turns = [
      transposedText(b).map { $0 + author.times + texts[0] },
      transposedText(a).map { texts[1] + author.times + $0 },
    ]
    for case let turned? in turns {
      add(
        .order, 15, at: range, [.init(range, turned)],
        fault: "\(author.source.excerpt(range)) where \(turned) belongs", remedy: turned)
    }
  }

  /// `diag(s) - s*s'` where `diag(s.*(1 - s))` has the diagonal alone.
  private mutating func restoreSides(_ place: Place) {
    guard let product = place.node.children.first, product.kind == .entrywiseMultiply,
      product.children.count == 2
    else { return }
    for (s, rest) in [(0, 1), (1, 0)].map({ (product.children[$0], product.children[$1]) }) {
      let text = author.text(author.extent(s))
      let complement = author.text(author.extent(rest)).filter { !" ()".contains($0) }
      guard complement == "1-" + text.filter({ !" ()".contains($0) }),
        let transposed = transposedText(s)
      else { continue }
      let whole = "\(author.call("diag", text)) - \(text)\(author.times)\(transposed)"
      let isHeld = place.parent == nil
      add(
        .operation, 15, at: extent(place), [.init(extent(place), isHeld ? whole : "(\(whole))")],
        fault: "the entries off the diagonal are missing", remedy: whole)
    }
  }

  private mutating func move(_ place: Place, _ from: Int, _ to: Int) {
    let factors = place.node.children
    let text = author.text(author.extent(factors[from]))
    guard !text.hasPrefix("-"), !(to == 0 && author.excerpt(factors[0]).hasPrefix("-")) else {
      return
    }
    let insertion =
      to > from
      ? Edit.Change(at: author.extent(factors[to]).upperBound, author.times + text)
      : Edit.Change(at: author.extent(factors[to]).lowerBound, text + author.times)
    let removal =
      from == 0
      ? author.extent(factors[0]).lowerBound..<author.extent(factors[1]).lowerBound
      : author.extent(factors[from - 1]).upperBound..<author.extent(factors[from]).upperBound
    add(
      .order, 14, at: author.extent(factors[from]), [.init(removal, ""), insertion],
      fault: "\(author.excerpt(factors[from])) stands in the wrong place", remedy: "it moved")
  }

  // MARK: Other operations

  private mutating func makeQuotients(_ place: Place) {
    let node = place.node
    makeDivisor(place)
    let sign = node.kind == .entrywiseMultiply && author.isText ? "./" : "/"
    for index in node.children.indices.dropFirst() {
      let gap = gap(node, before: index)
      add(
        .operation, 13, at: author.extent(node.children[index]), [.init(gap, sign)],
        fault: "a product with \(author.excerpt(node.children[index])) where a quotient belongs",
        remedy: "a quotient")
    }
  }

  /// The first factor as a divisor of the others.
  private mutating func makeDivisor(_ place: Place) {
    guard let first = places.first(where: { $0.parent == place.number }), !first.node.isNegation,
      place.node.kind != .entrywiseMultiply, shape(of: first)?.isScalar == true
    else { return }
    let divisor = author.text(extent(first))
    let rest = author.text(
      author.extent(place.node.children[1]).lowerBound..<extent(place).upperBound)
    let quotient = author.isText ? "\(rest)/\(divisor)" : #"\frac{\#(rest)}{\#(divisor)}"#
    add(
      .operation, 13, at: extent(first), [.init(extent(place), quotient)],
      fault: "a product with \(author.excerpt(first.node)) where a quotient belongs",
      remedy: "a quotient")
  }

  /// `y - (1 - y)` for `y.*(1 - y)`, the other way round.
  private mutating func makeDifferences(_ place: Place) {
    let node = place.node
    for index in node.children.indices.dropFirst() {
      let gap = gap(node, before: index)
      for (sign, word) in [("-", "difference"), ("+", "sum")] {
        add(
          .operation, 15, at: gap, [.init(gap, " \(sign) ")],
          fault: "a product where a \(word) belongs", remedy: "a \(word)")
      }
    }
  }

  private func isSpaced(_ mark: Range<Int>) -> Bool {
    let (before, after) = (mark.lowerBound - 1, mark.upperBound)
    return before >= 0 && after < author.bytes.count && author.bytes[before] == 0x20
      && author.bytes[after] == 0x20
  }

  private mutating func makeProducts(_ place: Place) {
    let node = place.node
    for index in node.children.indices.dropFirst() where index - 1 < node.marks.count {
      let mark = node.marks[index - 1]
      let word = node.children[index].kind == .negate ? "minus" : "plus"
      for sign in [author.entrywiseTimes, author.times] {
        add(
          .operation, 13, at: mark,
          [.init(mark, isSpaced(mark) ? sign.filter { $0 != " " } : sign)],
          fault: "a \(word) where a product belongs",
          remedy: sign == " " ? "a product" : sign.filter { $0 != " " })
      }
    }
  }
}

extension Syntax {
  fileprivate var isNegation: Bool { kind == .negate }
}
