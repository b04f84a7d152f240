import Diagnostics
import MatrixCalculus

/// Letters that run over a part of what they index, or stand for their number: `x_{i+1} - x_i`, `i x_i`.
extension Elaboration {
  /// The axis of a letter that has just the places between its bounds.
  ///
  /// - Throws: `unsupported` where the bounds are not written.
  mutating func stretch(
    of counter: Syntax.Counter, _ node: Syntax
  ) throws(Diagnostic) -> Int {
    guard let last = counter.bounds.last else {
      throw unsupported(
        "nothing says from where to where the index \(counter.letter) runs", node,
        hint: "write its bounds")
    }
    let first = counter.bounds.count > 1 ? try dimension(counter.bounds[0]) : .one
    let size = try dimension(last) - first + .one
    guard size.count.map({ $0 > 0 }) ?? true else {
      throw unsupported("the index \(counter.letter) has no values", counter.bounds[0])
    }
    let axis = axis(size)
    shared.starts[axis] = first
    return axis
  }

  /// The places of a value that a letter runs over, from a first one, along the axis of the letter.
  mutating func part(
    of value: IndexedValue, _ axis: Int, from first: Dimension, along target: Int,
    _ letter: String, _ node: Syntax
  ) throws(Diagnostic) -> IndexedValue {
    if first == .one, Unknowns.occur(in: size(of: axis)), unify(axis, target) {
      return value.renaming(axis, to: target)
    }
    let (size, last) = (size(of: axis), first + self.size(of: target) - .one)
    guard !Unknowns.occur(in: size), isWithin(first, last, size) else {
      throw Diagnostic(
        .shapeMismatch,
        "with \(letter) \(quoted(node.range)) has the places \(name(first)) to \(name(last)), but there "
          + "are \(name(size))", at: place(node.range), hint: "places count from 1 to \(name(size))"
      )
    }
    var result = value
    for term in result.terms.indices where first != .one || last != size {
      for factor in result.terms[term].factors.indices {
        result.terms[term].factors[factor].cut(axis, from: first, to: last)
      }
    }
    return result.renaming(axis, to: target)
  }

  /// Whether places are known to be among so many.
  private func isWithin(_ first: Dimension, _ last: Dimension, _ size: Dimension) -> Bool {
    let isBeyond = (size - last).count.map { $0 < 0 } ?? (size != last && size.count != nil)
    let isKnown = (size - last).count != nil || last.count != nil
    return !isBeyond && isKnown && (first.count ?? 1) >= 1
  }

  /// The numbers that a letter runs over.
  mutating func numbers(of axis: Int, _ node: Syntax) throws(Diagnostic) -> IndexedValue {
    let size = size(of: axis)
    let start = shared.starts[axis] ?? .one
    guard !Unknowns.occur(in: size) else {
      throw unsupported("nothing says how far the index \(quoted(node.range)) runs", node)
    }
    // 1 to n are the row sums of a triangle of ones.
    let counted = MatrixFunction.rowSums(MatrixFunction.lowerPart(.ones(Shape(size, size))))
    let before = Expression.product([.size(start - .one), .ones(Shape(size, .one))])
    let column = start == .one ? counted : .sum([counted, before])
    let factor = IndexedValue.Factor(matrix: column, row: axis, column: nil)
    return IndexedValue(terms: [IndexedValue.Term(factors: [factor])])
  }

  /// A sum whose letter is an exponent, term by term, where its bounds are numbers; nil for any other.
  ///
  /// - Throws: `unsupported` where the bounds are too far apart.
  mutating func unrolled(
    _ counters: [Syntax.Counter], _ node: Syntax, _ letters: Letters
  ) throws(Diagnostic) -> IndexedValue? {
    let body = node.children[0]
    guard let counter = counters.first(where: { body.raises(by: $0.letter) }) else { return nil }
    guard counters.count == 1, counter.condition == nil, counter.bounds.count == 2,
      let first = try dimension(counter.bounds[0]).count,
      let last = try dimension(counter.bounds[1]).count
    else { return nil }
    guard first <= last, last - first < IndexedValue.limit else {
      throw unsupported(
        "a sum of powers from \(first) to \(last) is not supported", node,
        hint: "write a function of the whole sum")
    }
    var values: [IndexedValue] = []
    for number in first...last {
      values.append(try indexed(body.putting(number, for: counter.letter), letters))
    }
    return try sum(values, node)
  }
}

extension IndexedValue.Factor {
  /// Leaves of the rows or columns along an axis those from one place to another.
  fileprivate mutating func cut(_ axis: Int, from first: Dimension, to last: Dimension) {
    if row == axis { matrix = MatrixFunction.rows(from: first, to: last)(matrix) }
    if column == axis { matrix = MatrixFunction.columns(from: first, to: last)(matrix) }
  }
}
