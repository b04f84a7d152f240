import Diagnostics
import MatrixCalculus

extension Elaboration {
  /// `\sum_{i=1}^n`: the letters run over all places of what they index.
  mutating func sum(
    _ counters: [Syntax.Counter], _ node: Syntax, _ letters: Letters
  ) throws(Diagnostic) -> IndexedValue {
    if let unrolled = try unrolled(counters, node, letters) { return unrolled }
    let stretches = Set(
      counters.filter { node.children[0].counts($0.letter) || hasNumberForEnd($0) }
        .map(\.letter))
    let (value, axes) = try counted(counters, node, letters) { stretches.contains($0.letter) }
    var result = value
    for (counter, axis) in zip(counters, axes) {
      result = try restricted(result, counter, axis, counters, axes, node, letters)
    }
    return result.summing(axes)
  }

  /// Whether a letter runs as far as a number says, which may be a part of what it indexes.
  private func hasNumberForEnd(_ counter: Syntax.Counter) -> Bool {
    guard counter.condition == nil, counter.bounds.count == 2, let last = counter.bounds.last,
      let end = try? dimension(last)
    else { return false }
    return end.count != nil && (try? start(of: counter)).map { $0 > 0 } ?? false
  }

  /// The value where the letter of a sum stands as its condition says, and zero elsewhere.
  private mutating func restricted(
    _ value: IndexedValue, _ counter: Syntax.Counter, _ axis: Int, _ counters: [Syntax.Counter],
    _ axes: [Int], _ node: Syntax, _ letters: Letters
  ) throws(Diagnostic) -> IndexedValue {
    guard let condition = counter.condition else { return value }
    let own = counters.firstIndex { $0.letter == condition.letter }.map { axes[$0] }
    guard let other = own ?? letters[condition.letter], other != axis,
      shared.starts[axis] == shared.starts[other], unify(axis, other)
    else {
      throw unsupported("what \(quoted(node.range)) runs over is not supported", node)
    }
    let size = size(of: axis)
    guard !Unknowns.occur(in: size) else {
      throw unsupported("nothing says how far the index \(counter.letter) runs", node)
    }
    let upper = MatrixFunction.upperPart(.ones(Shape(size, size)))
    let triangle: Expression? =
      switch condition.order {
      case .unequal: nil
      case .less, .atMost: upper
      case .greater, .atLeast: upper.transposed
      }
    func masked(_ matrix: Expression) -> IndexedValue {
      value.multiplied(by: IndexedValue.Factor(matrix: matrix, row: axis, column: other))
    }
    let held = triangle.map { masked($0) } ?? value
    if condition.order == .atMost || condition.order == .atLeast { return held }
    return try sum([held, masked(.eye(size)).scaled(by: .number(-1))], node)
  }

  /// `\prod_i v_i`: of numbers, the product of the column of them; of positive ones also at every place of
  /// other letters, and where a condition says over which it runs.
  mutating func product(
    _ counters: [Syntax.Counter], _ node: Syntax, _ letters: Letters
  ) throws(Diagnostic) -> IndexedValue {
    // Zeros where the letter does not run would be factors.
    let (value, axes) = try counted(counters, node, letters) {
      !$0.bounds.isEmpty && $0.condition == nil
    }
    guard counters.contains(where: { $0.condition != nil }) else {
      return try product(of: value, along: axes, node)
    }
    guard try isPositive(value, node) else { throw mayBeNegative(node) }
    let logarithm = Syntax(.call("log", primes: 0), node.children, range: node.range)
    let total = try sum(
      counters, Syntax(.indexed(.sum(counters)), [logarithm], range: node.range), letters)
    return try applying(to: total, node) { (_, matrix) throws(Diagnostic) in
      .apply(.exp, matrix)
    }
  }

  /// A matrix written by its ends, `\begin{bmatrix} x_1 & \cdots & x_n \end{bmatrix}`; a row or column at
  /// every place makes the rest of it.
  mutating func array(
    _ rows: Syntax.Counter?, _ columns: Syntax.Counter?, _ node: Syntax, _ letters: Letters
  ) throws(Diagnostic) -> IndexedValue {
    let counters = [rows, columns].compactMap { $0 }
    var (value, axes) = try counted(counters, node, letters) { _ in false }
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
  ///
  /// - Parameter isStretch: whether the axis of a letter has just the places it runs over.
  private mutating func counted(
    _ counters: [Syntax.Counter], _ node: Syntax, _ letters: Letters,
    isStretch: (Syntax.Counter) -> Bool
  ) throws(Diagnostic) -> (value: IndexedValue, axes: [Int]) {
    var inner = letters
    var axes: [Int] = []
    let body = node.children[0]
    for counter in counters {
      if isStretch(counter) {
        let axis = try stretch(of: counter, node)
        inner[counter.letter] = axis
        axes.append(axis)
        continue
      }
      // What the bounds say comes first: it can settle which way an item lies.
      let axis = axis(try size(written(counter), of: counter.letter, node))
      inner[counter.letter] = axis
      axes.append(axis)
    }
    var value = try indexed(body, inner)
    for (counter, axis) in zip(counters, axes) where shared.starts[axis] == nil {
      if Unknowns.occur(in: size(of: axis)), let last = counter.bounds.last {
        _ = unknowns.unify(shared.axes[axis], try dimension(last))
      }
      if Unknowns.occur(in: size(of: axis)) {
        throw unsupported("nothing says how far the index \(counter.letter) runs", node)
      }
      value = try cut(value, counter, axis, node)
    }
    return (value, axes)
  }

  /// How many values the bounds give a letter that runs over all of them: from 1 to n, or from 0 to n − 1;
  /// nil where only what it indexes can tell.
  private func written(_ counter: Syntax.Counter) throws(Diagnostic) -> Dimension? {
    guard let last = counter.bounds.last else { return nil }
    let end = try dimension(last)
    let start = try start(of: counter)
    if start == 0 { return end + .one }
    return end.name != nil || end.count != nil ? end : nil
  }

  /// Where a letter begins.
  private func start(of counter: Syntax.Counter) throws(Diagnostic) -> Int {
    guard counter.bounds.count > 1 else { return 1 }
    guard let start = try dimension(counter.bounds[0]).count, (0...8).contains(start) else {
      throw unsupported(
        "a sum that begins at \(quoted(counter.bounds[0].range)) is not supported",
        counter.bounds[0])
    }
    return start
  }

  /// The value with zeros where a letter does not run, as at the ends in `\sum_{i=2}^{n-1}`.
  private mutating func cut(
    _ value: IndexedValue, _ counter: Syntax.Counter, _ axis: Int, _ node: Syntax
  ) throws(Diagnostic) -> IndexedValue {
    guard let last = counter.bounds.last else { return value }
    let (size, start) = (size(of: axis), try start(of: counter))
    guard start > 0 else { return value }
    guard let rest = (size - (try dimension(last))).count, (0...8).contains(rest) else {
      throw unsupported(
        "a sum up to \(quoted(last.range)) of \(name(size)) places is not supported", last)
    }
    let outside = (1..<start).map { Dimension($0) } + (0..<rest).map { size - Dimension($0) }
    let units = outside.map { place in
      let unit = MatrixFunction.unit(place, of: size)([])
      return value.multiplied(by: IndexedValue.Factor(matrix: unit, row: axis, column: nil))
        .scaled(by: .number(-1))
    }
    return try sum([value] + units, node)
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
