import Diagnostics
import MatrixCalculus

extension Elaboration {
  /// `\sum_{i=1}^n`: the letters run over all places of what they index.
  mutating func sum(
    _ counters: [Syntax.Counter], _ node: Syntax, _ letters: Letters
  ) throws(Diagnostic) -> IndexedValue {
    let (value, axes) = try counted(counters, node, letters)
    var result = value.summing(axes)
    for (counter, axis) in zip(counters, axes) {
      guard let except = counter.except else { continue }
      guard counters.count == 1, let kept = letters[except], unify(axis, kept) else {
        throw unsupported("this sum with an exception is not supported", node)
      }
      let one = fresh(value).renaming(axis, to: kept).scaled(by: .number(-1))
      result = try sum([result, one], node)
    }
    return result
  }

  /// `\prod_i v_i`: of numbers, the product of the column of them.
  mutating func product(
    _ counters: [Syntax.Counter], _ node: Syntax, _ letters: Letters
  ) throws(Diagnostic) -> IndexedValue {
    let (value, axes) = try counted(counters, node, letters)
    guard axes.count == 1, counters[0].except == nil, value.free == axes else {
      throw unsupported(
        "a product over an index is supported only of numbers with that index alone", node)
    }
    let column = try matrix(value, axes[0], nil, node)
    let product = MatrixFunction.prod(column)
    return IndexedValue(terms: [IndexedValue.Term(scalars: [product])])
  }

  /// A matrix written by its ends, `\begin{bmatrix} x_1 & \cdots & x_n \end{bmatrix}`; a row or column at
  /// every place makes the rest of it.
  mutating func array(
    _ rows: Syntax.Counter?, _ columns: Syntax.Counter?, _ node: Syntax, _ letters: Letters
  ) throws(Diagnostic) -> IndexedValue {
    let counters = [rows, columns].compactMap { $0 }
    var (value, axes) = try counted(counters, node, letters)
    if rows != nil {
      guard value.row == nil else { throw unsupported("this matrix is not supported", node) }
      value.row = axes.removeFirst()
    }
    if columns != nil {
      guard value.column == nil else { throw unsupported("this matrix is not supported", node) }
      value.column = axes.removeFirst()
    }
    return value
  }

  /// The body of a sum or product, and the axes of its letters.
  private mutating func counted(
    _ counters: [Syntax.Counter], _ node: Syntax, _ letters: Letters
  ) throws(Diagnostic) -> (value: IndexedValue, axes: [Int]) {
    var inner = letters
    var axes: [Int] = []
    for counter in counters {
      // What the bounds say comes first: it can settle which way an item lies.
      let axis = axis(try size(written(counter), of: counter.letter, node))
      inner[counter.letter] = axis
      axes.append(axis)
    }
    let body = node.children[0]
    let value = try indexed(body, inner)
    for (counter, axis) in zip(counters, axes) where Unknowns.occur(in: size(of: axis)) {
      throw unsupported("nothing says how far the index \(counter.letter) runs", node)
    }
    return (value, axes)
  }

  /// How many values the bounds give a letter: from 1 to n, or from 0 to n − 1.
  private func written(_ counter: Syntax.Counter) throws(Diagnostic) -> Dimension? {
    guard let last = counter.bounds.last else { return nil }
    let end = try dimension(last)
    guard counter.bounds.count > 1 else { return end }
    let start = try dimension(counter.bounds[0])
    guard start == .one || start == Dimension(0) else {
      throw unsupported(
        "a sum that begins at \(quoted(counter.bounds[0].range)) is not supported",
        counter.bounds[0])
    }
    return start == .one ? end : end + .one
  }

  /// How far a letter runs; a new unknown where that is not said.
  mutating func size(
    _ written: Dimension?, of letter: String, _ node: Syntax
  ) throws(Diagnostic) -> Dimension {
    if let written { return written }
    guard unknowns.count < Unknowns.limit else {
      throw unsupported("more than \(Unknowns.limit) indices are not supported", node)
    }
    return unknowns.make(
      Unknowns.Origin(
        text: letter, location: place(node.range), hint: "how far the index \(letter) runs"))
  }
}
