import MatrixCalculus

/// A program for given sizes: which instructions are needed, which exponents are constants, and how
/// much work it is.
struct Plan: Sendable {
  /// A power with a constant exponent.
  struct Power: Hashable, Sendable {
    let base: Int
    let exponent: Rational
    /// Whether it is a power of a broken power, so that the base must not be negative.
    var isOfRoot = false
  }

  let program: Program
  let sizes: [String: Int]
  /// The numbers of `program.dimensions`.
  private let counts: [Int]
  /// For each instruction that is a number given the sizes: the number.
  private(set) var constants: [Rational?]
  /// For each power with a constant exponent: what it amounts to.
  private(set) var powers: [Power?]
  private(set) var live: [Bool]
  /// What the rank of each result cannot exceed by the form it has: that of a product not that of any factor.
  private(set) var ranks: [Int] = []
  /// Multiplications of one evaluation without derivatives.
  private(set) var cost = 0
  /// Entries of all results together.
  private(set) var memory = 0

  /// - Throws: `undefined` where a size is missing or below one, `tooLarge` where an evaluation takes
  ///   more than `budget` multiplications or makes more than `memory` entries.
  init(
    _ program: Program, sizes: [String: Int], budget: Int, memory limit: Int = .max
  ) throws(KernelError) {
    self.program = program
    self.sizes = sizes
    var counts: [Int] = []
    for dimension in program.dimensions {
      guard let count = dimension.value(sizes), count >= 1 else {
        throw .undefined("a size \(dimension) below one")
      }
      guard count <= 1 << 20 else { throw .tooLarge }
      counts.append(count)
    }
    self.counts = counts
    let n = program.instructions.count
    constants = Array(repeating: nil, count: n)
    powers = Array(repeating: nil, count: n)
    live = Array(repeating: false, count: n)
    for index in 0..<n { constants[index] = constant(index) }
    for index in 0..<n { powers[index] = power(index) }
    for index in 0..<n { ranks.append(rank(index)) }
    markLive()
    for index in 0..<n where live[index] {
      cost += multiplications(index)
      memory += entries(index)
      guard cost <= budget, memory <= limit else { throw .tooLarge }
    }
  }

  /// Whether what is computed takes more than the four operations: roots that cancel do not count.
  var isExtended: Bool {
    live.indices.contains { index in
      guard live[index], constants[index] == nil else { return false }
      switch program.instructions[index].operation {
      case .entrywise: return true
      case .power: return powers[index].map { !$0.exponent.isInteger } ?? true
      default: return false
      }
    }
  }

  func rows(_ index: Int) -> Int { counts[program.instructions[index].rows] }
  func columns(_ index: Int) -> Int { counts[program.instructions[index].columns] }
  func entries(_ index: Int) -> Int { rows(index) * columns(index) }

  /// Of those of its operands, which come before it.
  private func rank(_ index: Int) -> Int {
    let step = program.instructions[index]
    let full = min(rows(index), columns(index))
    switch step.operation {
    case .fill: return 1
    case .transpose: return ranks[step.operands[0]]
    case .product(let scalars):
      return step.operands.dropFirst(scalars).reduce(full) { min($0, ranks[$1]) }
    case .sum: return min(full, step.operands.reduce(0) { $0 + ranks[$1] })
    default: return full
    }
  }

  /// The number an instruction gives whatever the variables are; nil where there is none.
  private func constant(_ index: Int) -> Rational? {
    let step = program.instructions[index]
    let operands = step.operands.map { constants[$0] }
    switch step.operation {
    case .number(let value): return value
    case .size(let dimension): return dimension.value(sizes).map { Rational($0) }
    case .sum: return operands.reduce(.zero) { sum, x in sum.flatMap { s in x.flatMap(s.adding) } }
    case .product, .hadamard:
      return operands.reduce(.one) { product, x in
        product.flatMap { p in x.flatMap { p.multiplied(by: $0) } }
      }
    case .transpose: return operands[0]
    case .power:
      guard let exponent = operands[1], exponent.isInteger else { return nil }
      return operands[0]?.power(exponent.numerator)
    case .fill, .input, .eye, .matrixPower, .entrywise, .whole: return nil
    }
  }

  /// What a power amounts to: (uᵃ)ᵇ is the power ab of u where a is broken, since u ≥ 0 then.
  private func power(_ index: Int) -> Power? {
    let step = program.instructions[index]
    guard step.operation == .power, let exponent = constants[step.operands[1]] else { return nil }
    if let inner = powers[step.operands[0]], !inner.exponent.isInteger,
      let product = inner.exponent.multiplied(by: exponent)
    {
      return Power(base: inner.base, exponent: product, isOfRoot: true)
    }
    return Power(base: step.operands[0], exponent: exponent)
  }

  /// The instructions one reads the results of.
  func sources(_ index: Int) -> [Int] {
    if constants[index] != nil { return [] }
    if let power = powers[index] { return [power.base] }
    let step = program.instructions[index]
    if step.operation == .matrixPower, constants[step.operands[1]] != nil {
      return [step.operands[0]]
    }
    return step.operands
  }

  private mutating func markLive() {
    for root in program.roots { live[root] = true }
    for index in live.indices.reversed() where live[index] {
      for source in sources(index) { live[source] = true }
    }
  }

  private func multiplications(_ index: Int) -> Int {
    let step = program.instructions[index]
    switch step.operation {
    case .number, .size, .transpose: return 1
    case .product(let scalars):
      let chain = step.operands.dropFirst(scalars)
      let inner = chain.dropFirst().map { rows($0) }.reduce(0, +)
      let widest = chain.map { max(rows($0), columns($0)) }.max() ?? 1
      return entries(index) * (scalars + 1) + inner * widest * widest
    case .matrixPower where !(constants[step.operands[1]]?.isInteger ?? false):
      let n = rows(step.operands[0])
      return Degree.times(40 * n * n * n, n * n * n)
    case .whole(.inverse), .whole(.determinant), .matrixPower:
      let n = rows(step.operands[0])
      return 8 * n * n * n
    case .whole(.adjugate):
      let n = rows(index)
      return Degree.times(2 * n * n, n * n)
    case .whole(.pseudoinverse):
      let (m, n) = (rows(step.operands[0]), columns(step.operands[0]))
      return 10 * m * n * min(m, n)
    case .whole(.exponential), .whole(.sine), .whole(.cosine):
      let n = rows(step.operands[0])
      return 200 * n * n * n
    case .whole(.logarithm), .whole(.squareRoot):
      // The inverse of a matrix of order n² for each root.
      let n = rows(step.operands[0])
      return Degree.times(40 * n * n * n, n * n * n)
    case .entrywise, .power: return 16 * entries(index)
    case .fill, .input, .eye, .sum, .hadamard, .whole:
      return step.operands.reduce(entries(index)) { $0 + entries($1) }
    }
  }
}
