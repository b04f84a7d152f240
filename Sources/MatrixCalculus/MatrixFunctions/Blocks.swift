/// Matrices put together and taken apart: `[A B; C D]`, `A(:, j)`.
///
/// All are products with columns of the identity, which is their meaning to the kernel.
extension MatrixFunction {
  /// The columns of the identity after `skipped` others, as many as the shape has.
  private static func selection(_ skipped: Dimension, _ shape: Shape) -> Expression {
    if skipped == Dimension(0), shape.isSquare { return .eye(shape.rows) }
    return Expression(.call(selected(skipped, shape)), [], shape)
  }

  /// The constant `selection` is a call of.
  private static func selected(_ skipped: Dimension, _ shape: Shape) -> MatrixFunction {
    MatrixFunction(
      name: "selection", tex: "E", arity: 0...0,
      parameters: [skipped, shape.rows, shape.columns],
      shape: { _ throws(ShapeError) in shape },
      meaning: .primitive(.selection(skipped: skipped)),
      pullback: { _, _, _ in [] })
  }

  /// The unit column e with a one at the given place, counted from 1; `n×1`.
  package static func unit(_ place: Dimension, of n: Dimension) -> MatrixFunction {
    MatrixFunction(
      name: "e", tex: "e", arity: 0...0, parameters: [place, n],
      shape: { _ throws(ShapeError) in Shape(n, .one) },
      meaning: .primitive(.selection(skipped: place - .one)),
      pullback: { _, _, _ in [] })
  }

  /// The columns from `first` to `last`, counted from 1.
  package static func columns(from first: Dimension, to last: Dimension) -> MatrixFunction {
    let width = last - first + .one
    return MatrixFunction(
      name: "cols", tex: #"\operatorname{cols}"#, parameters: [first, last],
      shape: { x throws(ShapeError) in
        try within(first, last, x[0].shape.columns, "column")
        return Shape(x[0].shape.rows, width)
      },
      meaning: .formula { x in
        x[0] * selection(first - .one, Shape(x[0].shape.columns, width))
      },
      pullback: { cotangent, x, _ in
        if first == last, x[0].shape.columns != .one {
          return [cotangent * unit(first, of: x[0].shape.columns)([]).transposed]
        }
        let parts = [
          gap(x[0].shape.rows, first - .one), cotangent,
          gap(x[0].shape.rows, x[0].shape.columns - last),
        ].compactMap { $0 }
        return [parts.count == 1 ? cotangent : beside(parts)]
      })
  }

  /// The rows from `first` to `last`, counted from 1.
  package static func rows(from first: Dimension, to last: Dimension) -> MatrixFunction {
    let height = last - first + .one
    return MatrixFunction(
      name: "rows", tex: #"\operatorname{rows}"#, parameters: [first, last],
      shape: { x throws(ShapeError) in
        try within(first, last, x[0].shape.rows, "row")
        return Shape(height, x[0].shape.columns)
      },
      meaning: .formula { x in
        selection(first - .one, Shape(x[0].shape.rows, height)).transposed * x[0]
      },
      pullback: { cotangent, x, _ in
        if first == last, x[0].shape.rows != .one {
          return [unit(first, of: x[0].shape.rows)([]) * cotangent]
        }
        let parts = [
          gap(x[0].shape.columns, first - .one)?.transposed, cotangent,
          gap(x[0].shape.columns, x[0].shape.rows - last)?.transposed,
        ].compactMap { $0 }
        return [parts.count == 1 ? cotangent : above(parts)]
      })
  }

  /// Which columns or rows a function takes, counted from 1.
  package struct Stretch: Hashable, Sendable {
    package let isColumns: Bool
    package let first: Dimension
    package let last: Dimension

    /// The same places of the transpose.
    var flipped: Stretch { Stretch(isColumns: !isColumns, first: first, last: last) }
  }

  /// What `columns` and `rows` take; nil for other functions.
  package var stretch: Stretch? {
    guard name == "cols" || name == "rows", parameters.count == 2 else { return nil }
    return Stretch(isColumns: name == "cols", first: parameters[0], last: parameters[1])
  }

  /// Zeros beside a part; nil where there is no gap.
  private static func gap(_ rows: Dimension, _ columns: Dimension) -> Expression? {
    columns == Dimension(0) ? nil : .zeros(Shape(rows, columns))
  }

  private static func within(
    _ first: Dimension, _ last: Dimension, _ count: Dimension, _ what: String
  ) throws(ShapeError) {
    for place in [first, last] {
      let isBelow = place.count.map { $0 < 1 } ?? false
      let isBeyond = (count - place).count.map { $0 < 0 } ?? false
      if isBelow || isBeyond {
        throw ShapeError("there is no \(what) \(place) among \(count)")
      }
    }
  }

  /// Matrices of as many rows, one beside the other.
  package static let beside: MatrixFunction = MatrixFunction(
    name: "horzcat", tex: #"\operatorname{horzcat}"#, arity: 1...64,
    shape: { (x: [Expression]) throws(ShapeError) -> Shape in
      guard x.allSatisfy({ $0.shape.rows == x[0].shape.rows }) else {
        throw ShapeError("blocks of different rows cannot stand side by side: \(shapes(x))")
      }
      return Shape(
        x[0].shape.rows, x.dropFirst().reduce(x[0].shape.columns) { $0 + $1.shape.columns })
    },
    meaning: .formula { x in
      let width = x.dropFirst().reduce(x[0].shape.columns) { $0 + $1.shape.columns }
      return .sum(
        offsets(x.map(\.shape.columns)).map { index, skipped in
          x[index] * selection(skipped, Shape(width, x[index].shape.columns)).transposed
        })
    },
    pullback: { cotangent, x, _ in
      x.count == 1
        ? [cotangent]
        : offsets(x.map(\.shape.columns)).map { index, skipped in
          columns(from: skipped + .one, to: skipped + x[index].shape.columns)(cotangent)
        }
    })

  /// Matrices of as many columns, one above the other.
  package static let above: MatrixFunction = MatrixFunction(
    name: "vertcat", tex: #"\operatorname{vertcat}"#, arity: 1...64,
    shape: { (x: [Expression]) throws(ShapeError) -> Shape in
      guard x.allSatisfy({ $0.shape.columns == x[0].shape.columns }) else {
        throw ShapeError(
          "blocks of different columns cannot stand one above the other: \(shapes(x))")
      }
      return Shape(x.dropFirst().reduce(x[0].shape.rows) { $0 + $1.shape.rows }, x[0].shape.columns)
    },
    meaning: .formula { x in
      let height = x.dropFirst().reduce(x[0].shape.rows) { $0 + $1.shape.rows }
      return .sum(
        offsets(x.map(\.shape.rows)).map { index, skipped in
          selection(skipped, Shape(height, x[index].shape.rows)) * x[index]
        })
    },
    pullback: { cotangent, x, _ in
      x.count == 1
        ? [cotangent]
        : offsets(x.map(\.shape.rows)).map { index, skipped in
          rows(from: skipped + .one, to: skipped + x[index].shape.rows)(cotangent)
        }
    })

  /// How much stands before each part.
  private static func offsets(_ sizes: [Dimension]) -> [(index: Int, skipped: Dimension)] {
    var skipped = Dimension(0)
    return sizes.indices.map { index in
      defer { skipped = skipped + sizes[index] }
      return (index, skipped)
    }
  }

  private static func shapes(_ x: [Expression]) -> String {
    x.map(\.shape.description).joined(separator: ", ")
  }
}
