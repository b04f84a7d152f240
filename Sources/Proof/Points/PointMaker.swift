import MatrixCalculus

/// Draws values for variables that have the declared properties.
struct PointMaker<Numbers: Arithmetic> {
  typealias Matrix = SeriesMatrix<Numbers.Element>

  let algebra: SeriesAlgebra<Numbers>
  let manner: Manner
  let sizes: [String: Int]
  /// Which orthogonal matrices are drawn with determinant −1: a bit for each, in their order.
  var reflections: Int
  /// An element of the prime field from a random word, for the manner that asks for it.
  private let element: (inout SplitMix64) -> Numbers.Element?

  init(
    _ numbers: Numbers, _ manner: Manner, sizes: [String: Int], reflections: Int = 0,
    element: @escaping (inout SplitMix64) -> Numbers.Element? = { _ in nil }
  ) {
    algebra = SeriesAlgebra(numbers: numbers, order: 0)
    self.manner = manner
    self.sizes = sizes
    self.reflections = reflections
    self.element = element
  }

  var numbers: Numbers { algebra.numbers }

  /// A matrix of the variable's size with all of its properties.
  ///
  /// - Throws: `noValue` where none was found.
  func value(
    of variable: Variable, using generator: inout SplitMix64
  ) throws(KernelError) -> Matrix {
    let (rows, columns) = try size(variable.shape)
    let form = Form(variable)
    let domain = Membership(algebra: algebra, variable: variable)
    for _ in 0..<20 {
      do throws(KernelError) {
        let value = try matrix(form, variable, rows, columns, &generator)
        let known = form.ensured.union(.constant)
        let isKnown = form == .free && !variable.properties.contains(.skew)
        let isFit =
          isKnown && variable.properties.subtracting(known).isEmpty
          || domain.admits(value, besides: known)
        if isFit { return value }
      } catch {
        guard error == .singular else { throw error }
      }
    }
    throw .noValue(variable.name)
  }

  private func matrix(
    _ form: Form, _ variable: Variable, _ rows: Int, _ columns: Int,
    _ generator: inout SplitMix64
  ) throws(KernelError) -> Matrix {
    switch form {
    case .zero: return algebra.constant(numbers.zero, rows: rows, columns: columns)
    case .identity: return algebra.identity(rows)
    case .signs: return signs(rows, &generator)
    case .permutation: return permutation(rows, &generator)
    case .involution: return involution(rows, &generator)
    case .reflection: return try reflection(variable, rows, &generator)
    case .quarterTurn: return try quarterTurn(variable, rows, &generator)
    case .orthogonal: return try orthogonal(rows, &generator)
    case .turnAboutOnes: return try turnAboutOnes(rows, &generator)
    case .symmetricStochastic: return try symmetricStochastic(variable, rows, &generator)
    case .triangularStochastic: return try triangularStochastic(variable, rows, &generator)
    case .doublyStochastic: return try doublyStochastic(variable, rows, columns, &generator)
    case .columnStochastic: return try stochastic(variable, rows, columns, &generator)
    case .rowStochastic:
      return algebra.transposed(try stochastic(variable, columns, rows, &generator))
    case .semidefinite: return try semidefinite(variable, rows, &generator)
    case .free:
      let isDefinite = variable.properties.contains(.positiveSemidefinite)
      let entries =
        isDefinite
        ? Variable(variable.name, variable.shape, .positive, range: variable.range) : variable
      return structured(try free(entries, rows, columns, &generator), variable)
    }
  }

  /// A direction to differentiate along: all entries free, whatever is declared.
  func direction(
    for variable: Variable, using generator: inout SplitMix64
  ) throws(KernelError) -> Matrix {
    let (rows, columns) = try size(variable.shape)
    return try free(Variable(variable.name, variable.shape), rows, columns, &generator)
  }

  private func size(_ shape: Shape) throws(KernelError) -> (Int, Int) {
    guard let rows = shape.rows.value(sizes), let columns = shape.columns.value(sizes),
      rows >= 1, columns >= 1, rows <= 1 << 20, columns <= 1 << 20
    else { throw .undefined("a size below one") }
    return (rows, columns)
  }

  /// A matrix of free entries in the variable's range.
  func free(
    _ variable: Variable, _ rows: Int, _ columns: Int, _ generator: inout SplitMix64
  ) throws(KernelError) -> Matrix {
    var entries: [Numbers.Element] = []
    for _ in 0..<rows * columns { entries.append(try entry(variable, &generator)) }
    return Matrix(rows: rows, columns: columns, entries)
  }

  private func entry(
    _ variable: Variable, _ generator: inout SplitMix64
  ) throws(KernelError) -> Numbers.Element {
    let declared = variable.range ?? -.infinity ... .infinity
    guard declared.lowerBound < declared.upperBound else {
      return try numbers.number(declared.lowerBound)
    }
    if manner == .uniform, let element = element(&generator) { return element }
    let low = variable.properties.contains(.nonNegative) ? 0 : declared.lowerBound
    let range = max(low, declared.lowerBound)...max(low, declared.upperBound)
    let isPositive = variable.properties.contains(.positive)
    return try numbers.number(
      manner.rational(in: range, isPositive: isPositive, using: &generator))
  }

  /// The free matrix brought into the declared structure.
  private func structured(_ a: Matrix, _ variable: Variable) -> Matrix {
    let properties = variable.properties
    if properties.contains(.skew) {
      let upper = filtered(a) { $0 < $1 }
      return algebra.sum([upper, algebra.negated(algebra.transposed(upper))])
    }
    if properties.contains(.symmetric), !properties.isTriangular { return symmetrized(a) }
    return filtered(a, variable.leaves)
  }

  /// The upper triangle and its mirror image.
  func symmetrized(_ a: Matrix) -> Matrix {
    let upper = filtered(a) { $0 <= $1 }
    let lower = filtered(algebra.transposed(a)) { $0 > $1 }
    return algebra.sum([upper, lower])
  }

  /// A′A of free A, made definite where that is declared; within a declared range a mean of a definite matrix
  /// and of a symmetric one, nearer to the former until it is definite.
  private func semidefinite(
    _ variable: Variable, _ n: Int, _ generator: inout SplitMix64
  ) throws(KernelError) -> Matrix {
    if manner == .uniform { return symmetrized(try free(variable, n, n, &generator)) }
    if variable.range != nil { return try boundedDefinite(variable, n, &generator) }
    let a = try free(variable, n, n, &generator)
    let square = algebra.product(algebra.transposed(a), a)
    guard variable.properties.contains(.positiveDefinite) else { return square }
    return try definite(square, &generator)
  }

  private func boundedDefinite(
    _ variable: Variable, _ n: Int, _ generator: inout SplitMix64
  ) throws(KernelError) -> Matrix {
    let range = variable.range ?? -.infinity ... .infinity
    let (low, high) = (max(range.lowerBound, -1e6), min(range.upperBound, 1e6))
    guard high > 0, low < high else { throw .noValue(variable.name) }
    let side = try numbers.number(max(low, 0) + (high - max(low, 0)) / 4)
    let diagonal = try numbers.number(max(low, 0) + (high - max(low, 0)) * 0.75)
    var middle = algebra.constant(side, rows: n, columns: n)
    for i in 0..<n { middle.coefficients[i * n + i] = diagonal }
    var change = algebra.sum([
      symmetrized(try free(variable, n, n, &generator)), algebra.negated(middle),
    ])
    let half = algebra.constant(try numbers.number(.half))
    let membership = Membership(algebra: algebra, variable: variable)
    for _ in 0..<20 {
      let candidate = algebra.sum([middle, change])
      if membership.isDefinite(candidate) { return candidate }
      change = algebra.scaled(change, by: half)
    }
    return middle
  }

  /// c (A′A + d I) for positive c and d of various sizes, so that eigenvalues lie on both sides of one;
  /// A′A + I where people read it.
  func definite(
    _ square: Matrix, _ generator: inout SplitMix64
  ) throws(KernelError) -> Matrix {
    var (scale, shift) = (Rational.one, Rational.one)
    if case .integers = manner {
    } else {
      scale = Rational(1, 1 << generator.below(5)) ?? .one
      shift = Rational(1, 1 << generator.below(5)) ?? .one
    }
    let sum = algebra.sum([
      square,
      algebra.scaled(
        algebra.identity(square.rows), by: algebra.constant(try numbers.number(shift))),
    ])
    return algebra.scaled(sum, by: algebra.constant(try numbers.number(scale)))
  }

  /// The matrix with zeros where `keeps` says no of row and column.
  func filtered(_ a: Matrix, _ keeps: (Int, Int) -> Bool) -> Matrix {
    algebra.gathered(a, rows: a.rows, columns: a.columns) { row, column in
      keeps(row, column) ? column * a.rows + row : nil
    }
  }
}

extension PointMaker where Numbers == PrimeField {
  /// Points of the prime field, all equally likely.
  init(uniform sizes: [String: Int], reflections: Int) {
    self.init(PrimeField(), .uniform, sizes: sizes, reflections: reflections) { generator in
      UInt64(generator.below(Int(PrimeField.p)))
    }
  }
}
