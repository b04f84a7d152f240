import MatrixCalculus

/// Runs a plan at a point.
struct Evaluation<Numbers: Arithmetic> {
  typealias Matrix = SeriesMatrix<Numbers.Element>

  let plan: Plan
  let algebra: SeriesAlgebra<Numbers>
  /// The instruction whose result counts as zero, whatever it would be.
  var vanishing: Int?

  /// - Parameter order: the highest power of t that is kept: 0 for values, 1 for first derivatives.
  init(_ plan: Plan, _ numbers: Numbers, order: Int) {
    self.plan = plan
    algebra = SeriesAlgebra(numbers: numbers, order: order)
  }

  /// The values of the program's roots.
  ///
  /// - Parameter inputs: one for each of the program's variables, of its size.
  /// - Throws: where an operation is undefined at the point.
  func run(_ inputs: [Matrix]) throws(KernelError) -> [Matrix] {
    var results = Array(repeating: Matrix?.none, count: plan.live.count)
    for index in plan.live.indices where plan.live[index] {
      results[index] = try step(index, operands(index, results), inputs)
    }
    return plan.program.roots.compactMap { results[$0] }
  }

  private func operands(_ index: Int, _ results: [Matrix?]) throws(KernelError) -> [Matrix] {
    var operands: [Matrix] = []
    for source in plan.sources(index) {
      guard let operand = results[source] else { throw .undefined("an operand without value") }
      operands.append(operand)
    }
    return operands
  }

  /// The results of all instructions as far as the one of that number; nil where there is none.
  func results(_ inputs: [Matrix], through last: Int) -> [Matrix?] {
    var results = Array(repeating: Matrix?.none, count: plan.live.count)
    for index in plan.live.indices.prefix(last + 1) where plan.live[index] {
      guard let operands = try? operands(index, results) else { continue }
      results[index] = try? step(index, operands, inputs)
    }
    return results
  }

  private func step(
    _ index: Int, _ x: [Matrix], _ inputs: [Matrix]
  ) throws(KernelError) -> Matrix {
    if index == vanishing {
      return algebra.constant(
        algebra.numbers.zero, rows: plan.rows(index), columns: plan.columns(index))
    }
    if let constant = plan.constants[index] {
      return algebra.constant(try algebra.numbers.number(constant))
    }
    if let power = plan.powers[index] {
      if power.isOfRoot { try checkNotNegative(x[0]) }
      return try algebra.power(x[0], power.exponent)
    }
    let operation = plan.program.instructions[index].operation
    switch operation {
    case .number(let value), .fill(let value):
      return algebra.constant(
        try algebra.numbers.number(value), rows: plan.rows(index), columns: plan.columns(index))
    case .size(let dimension): throw .undefined("the size \(dimension)")
    case .input(let variable): return inputs[variable]
    case .eye: return algebra.identity(plan.rows(index))
    case .sum: return algebra.sum(x)
    case .product(let scalars): return product(x, scalars)
    case .hadamard: return x.dropFirst().reduce(x[0]) { algebra.hadamard($0, $1) }
    case .transpose: return algebra.transposed(x[0])
    case .power: return try algebra.power(x[0], x[1])
    case .matrixPower: return try matrixPower(index, x)
    case .entrywise(let function): return try algebra.value(function, at: x[0])
    case .whole(.pseudoinverse) where isVariable(plan.program.instructions[index].operands[0]):
      return try algebra.fullRankInverse(x[0])
    case .whole(.pseudoinverse):
      let rank = plan.ranks[plan.program.instructions[index].operands[0]]
      return try algebra.pseudoinverse(x[0], ofRankAtMost: rank)
    case .whole(let function):
      return try algebra.value(
        of: function, at: x, rows: plan.rows(index), columns: plan.columns(index),
        sizes: plan.sizes)
    }
  }

  /// Whether an operand is a variable or its transpose: it has full rank almost everywhere, and laws of its
  /// pseudoinverse are those of matrices that do.
  private func isVariable(_ index: Int) -> Bool {
    let step = plan.program.instructions[index]
    return switch step.operation {
    case .input(let variable): !plan.program.variables[variable].isNowhereInvertible
    case .transpose: isVariable(step.operands[0])
    default: false
    }
  }

  /// A power of a root is defined where the root is, also where it cancels.
  private func checkNotNegative(_ u: Matrix) throws(KernelError) {
    for entry in 0..<u.count where (try? algebra.numbers.sign(u.coefficients[entry])) == -1 {
      throw .undefined("a root of a negative number")
    }
  }

  /// Scalars times a chain, which is multiplied from the side that costs less.
  private func product(_ x: [Matrix], _ scalars: Int) -> Matrix {
    let chain = Array(x.dropFirst(scalars))
    let factors = Array(x.prefix(scalars))
    let scale = factors.dropFirst().reduce(factors.first) { product, factor in
      product.map { algebra.hadamard($0, factor) }
    }
    guard let last = chain.last else { return scale ?? algebra.constant(algebra.numbers.one) }
    let result =
      leftCost(chain) <= rightCost(chain)
      ? chain.dropFirst().reduce(chain[0]) { algebra.product($0, $1) }
      : chain.dropLast().reversed().reduce(last) { algebra.product($1, $0) }
    return scale.map { algebra.scaled(result, by: $0) } ?? result
  }

  private func leftCost(_ chain: [Matrix]) -> Int {
    chain.dropFirst().reduce(0) { $0 + chain[0].rows * $1.rows * $1.columns }
  }

  private func rightCost(_ chain: [Matrix]) -> Int {
    chain.dropLast().reduce(0) { $0 + chain[chain.count - 1].columns * $1.rows * $1.columns }
  }

  private func matrixPower(_ index: Int, _ x: [Matrix]) throws(KernelError) -> Matrix {
    guard let exponent = plan.constants[plan.program.instructions[index].operands[1]] else {
      return try algebra.matrixPower(x[0], x[1])
    }
    guard exponent.isInteger else {
      let broken = algebra.constant(try algebra.numbers.number(exponent))
      return try algebra.matrixPower(x[0], broken)
    }
    return try algebra.matrixPower(x[0], exponent.numerator)
  }
}
