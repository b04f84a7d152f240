import Foundation

/// A small generator of random numbers with a seed, so that a failure can be repeated.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Source: G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators" (2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Random formulas in text notation, each with its value computed beside it.
struct RandomFormula {
  static let block = """
    x, y : (n)
    v : (m)
    A, B : (n, n)
    M, N : (m, n)
    a, b : scalar
    f(z) = z^2/(1 + z^2)
    """

  /// A formula with its value at the point.
  struct Sample {
    var text: String
    var value: Matrix
  }

  var random: SeededNumbers
  let point: Point

  init(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let shapes = [
      "x": (3, 1), "y": (3, 1), "v": (2, 1), "A": (3, 3), "B": (3, 3), "M": (2, 3), "N": (2, 3),
      "a": (1, 1), "b": (1, 1),
    ]
    var values: [String: Matrix] = [:]
    for (name, shape) in shapes.sorted(by: { $0.key < $1.key }) {
      values[name] = Matrix(shape.0, shape.1) { _, _ in Double.random(in: 0.2...1.5, using: &random)
      }
    }
    self.random = random
    point = Point(sizes: ["m": 2, "n": 3], values: values)
  }

  /// A formula of a shape, with `size` operations or fewer.
  mutating func formula(_ rows: Int, _ columns: Int, size: Int) -> Sample {
    guard size > 0 else { return leaf(rows, columns) }
    switch Int.random(in: 0..<9, using: &random) {
    case 0, 1: return sum(rows, columns, size - 1)
    case 2, 3: return product(rows, columns, size - 1)
    case 4: return entrywise(rows, columns, size - 1)
    case 5: return quotient(rows, columns, size - 1)
    case 6:
      let part = formula(columns, rows, size: size - 1)
      return Sample(text: "(\(part.text))'", value: part.value.transposed)
    case 7:
      let part = formula(rows, columns, size: size - 1)
      return applied(part)
    default: return rows == 1 && columns == 1 ? total(size - 1) : scaled(rows, columns, size - 1)
    }
  }

  private mutating func leaf(_ rows: Int, _ columns: Int) -> Sample {
    if rows == 1, columns == 1, Bool.random(using: &random) {
      let number = Int.random(in: 1...4, using: &random)
      return Sample(text: "\(number)", value: Matrix(Double(number)))
    }
    let fitting = point.values.filter { $0.value.rows == rows && $0.value.columns == columns }
    if let name = fitting.keys.sorted().randomElement(using: &random), let value = fitting[name] {
      return Sample(text: name, value: value)
    }
    let turned = point.values.filter { $0.value.rows == columns && $0.value.columns == rows }
    if let name = turned.keys.sorted().randomElement(using: &random), let value = turned[name] {
      return Sample(text: "\(name)'", value: value.transposed)
    }
    let size = { (count: Int) in count == 1 ? "1" : count == 2 ? "m" : "n" }
    return Sample(
      text: "ones(\(size(rows)), \(size(columns)))", value: Matrix(rows, columns) { _, _ in 1 })
  }

  private mutating func sum(_ rows: Int, _ columns: Int, _ size: Int) -> Sample {
    let isSpread = rows * columns > 1 && Int.random(in: 0..<4, using: &random) == 0
    let isColumn = Bool.random(using: &random)
    let left = formula(rows, columns, size: size / 2)
    let right =
      isSpread
      ? formula(isColumn ? rows : 1, 1, size: size / 2)
      : formula(rows, columns, size: size / 2)
    let isMinus = Bool.random(using: &random)
    return Sample(
      text: "(\(left.text)) \(isMinus ? "-" : "+") (\(right.text))",
      value: left.value.zip(right.value) { isMinus ? $0 - $1 : $0 + $1 })
  }

  private mutating func product(_ rows: Int, _ columns: Int, _ size: Int) -> Sample {
    let inner = [1, 2, 3].randomElement(using: &random) ?? 1
    let left = formula(rows, inner, size: size / 2)
    let right = formula(inner, columns, size: size / 2)
    return Sample(text: "(\(left.text))*(\(right.text))", value: left.value * right.value)
  }

  private mutating func scaled(_ rows: Int, _ columns: Int, _ size: Int) -> Sample {
    let left = formula(1, 1, size: size / 2)
    let right = formula(rows, columns, size: size / 2)
    let isNegative = Bool.random(using: &random)
    return Sample(
      text: "\(isNegative ? "-" : "")(\(left.text))*(\(right.text))",
      value: left.value.map { isNegative ? -$0 : $0 } * right.value)
  }

  private mutating func entrywise(_ rows: Int, _ columns: Int, _ size: Int) -> Sample {
    let left = formula(rows, columns, size: size / 2)
    let right = formula(rows, columns, size: size / 2)
    return Sample(
      text: "(\(left.text)) .* (\(right.text))", value: left.value.zip(right.value, *))
  }

  /// The divisor is at least one.
  private mutating func quotient(_ rows: Int, _ columns: Int, _ size: Int) -> Sample {
    let left = formula(rows, columns, size: size / 2)
    let isScalar = Bool.random(using: &random)
    let right = formula(isScalar ? 1 : rows, isScalar ? 1 : columns, size: size / 2)
    return Sample(
      text: "(\(left.text))./((\(right.text)).^2 + 1)",
      value: left.value.zip(right.value) { $0 / ($1 * $1 + 1) })
  }

  private mutating func applied(_ part: Sample) -> Sample {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: Sample(text: "tanh(\(part.text))", value: part.value.map(tanh))
    case 1: Sample(text: "f(\(part.text))", value: part.value.map { $0 * $0 / (1 + $0 * $0) })
    case 2: Sample(text: "(\(part.text)).^3", value: part.value.map { $0 * $0 * $0 })
    default:
      Sample(
        text: "sqrt((\(part.text)).^2 + 2)", value: part.value.map { ($0 * $0 + 2).squareRoot() })
    }
  }

  private mutating func total(_ size: Int) -> Sample {
    let rows = [2, 3].randomElement(using: &random) ?? 3
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      let part = formula(rows, 3, size: size)
      return Sample(
        text: "norm2(\(part.text))^2", value: Matrix(part.value.map { $0 * $0 }.total))
    case 1:
      let part = formula(3, 3, size: size)
      return Sample(
        text: "tr(\(part.text))", value: Matrix((0..<3).reduce(0) { $0 + part.value[$1, $1] }))
    case 2:
      let part = formula(rows, 3, size: size)
      return Sample(text: "sum(sum(\(part.text), 1))", value: Matrix(part.value.total))
    default:
      let part = formula(rows, 1, size: size)
      return Sample(text: "sum(\(part.text))", value: Matrix(part.value.total))
    }
  }
}
