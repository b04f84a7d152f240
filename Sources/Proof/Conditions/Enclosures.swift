import MatrixCalculus

/// Between which numbers the entries of everything a program computes lie, for all sizes and all values that are
/// declared.
struct Enclosures {
  private let program: Program
  private var found: [Interval] = []
  private var known: [Expression: Interval] = [:]

  init(_ program: Program) {
    self.program = program
    for (index, step) in program.instructions.enumerated() {
      let computed = enclosure(step)
      guard let origin = program.origins[index] else {
        found.append(computed)
        continue
      }
      let interval = computed.intersection(range(of: origin))
      found.append(interval)
      known[origin] = interval
    }
  }

  /// What is known of a function by itself, beyond what its meaning shows.
  private func range(of node: Expression) -> Interval {
    let x = node.operands.map { known[$0] ?? .all }
    switch node.operation {
    case .apply(.sigmoid): return .unit
    case .apply(.tanh): return .signed
    case .apply(.relu): return .nonNegative
    case .apply(.cosh): return Interval(1, .infinity)
    case .apply(.elu), .apply(.silu), .apply(.gelu): return Interval(-1, .infinity)
    case .call(let function): return Self.range(of: function, x)
    default: return .all
    }
  }

  private static func range(of function: MatrixFunction, _ x: [Interval]) -> Interval {
    if function == .maximum {
      return Interval(max(x[0].low, x[1].low), max(x[0].high, x[1].high))
    }
    if function == .minimum {
      return Interval(min(x[0].low, x[1].low), min(x[0].high, x[1].high))
    }
    if [MatrixFunction.max(), .min()].contains(function) { return x[0] }
    return [MatrixFunction.softmax(), .softmax(.rows)].contains(function) ? .unit : .all
  }

  subscript(_ index: Int) -> Interval { found[index] }

  private func enclosure(_ step: Program.Instruction) -> Interval {
    let x = step.operands.map { found[$0] }
    switch step.operation {
    case .number(let value), .fill(let value): return Interval(value)
    case .size(let dimension): return Self.size(dimension)
    case .input(let variable): return Self.input(program.variables[variable])
    case .eye: return .unit
    case .sum: return x.dropFirst().reduce(x[0], +)
    case .product(let scalars): return product(step, scalars)
    case .hadamard:
      return step.operands.count == 2 && step.operands[0] == step.operands[1]
        ? x[0].squared : x.dropFirst().reduce(x[0], *)
    case .transpose: return x[0]
    case .power: return power(step, x)
    case .matrixPower: return .all
    case .entrywise(let function): return Self.value(function, x[0])
    case .whole(let function): return Self.value(function, x)
    }
  }

  private static func size(_ dimension: Dimension) -> Interval {
    if let count = dimension.count { return Interval(Rational(count)) }
    return dimension.name == nil ? .all : Interval(1, .infinity)
  }

  private static func input(_ variable: Variable) -> Interval {
    let properties = variable.properties
    let range = variable.range.map { Interval($0.lowerBound, $0.upperBound) } ?? .all
    var result = variable.isNonNegative ? Interval(max(range.low, 0), range.high) : range
    if properties.contains(.skew) {
      result = Interval(min(result.low, -result.high), max(-result.low, result.high))
    }
    if properties.isTriangular || properties.contains(.skew) { result = result.withZero }
    if properties.contains(.orthogonal) {
      result = Interval(max(result.low, -1), min(result.high, 1))
    }
    let sums = !properties.isDisjoint(with: [.columnsSumToOne, .rowsSumToOne])
    return sums && result.low >= 0 ? Interval(result.low, min(result.high, 1)) : result
  }

  /// A number X′X has no negative value.
  private func product(_ step: Program.Instruction, _ scalars: Int) -> Interval {
    let factors = step.operands.prefix(scalars).map { found[$0] }
    let scale = factors.dropFirst().reduce(factors.first ?? Interval(1, 1), *)
    let chain = Array(step.operands.dropFirst(scalars))
    guard let first = chain.first else { return scale }
    if chain.count == 2, isNumber(step), isTranspose(chain[0], of: chain[1]) {
      return scale * found[first].squared.sums
    }
    return chain.dropFirst().reduce(scale * found[first]) { ($0 * found[$1]).sums }
  }

  private func isNumber(_ step: Program.Instruction) -> Bool {
    program.dimensions[step.rows] == .one && program.dimensions[step.columns] == .one
  }

  private func isTranspose(_ a: Int, of b: Int) -> Bool {
    let (x, y) = (program.instructions[a], program.instructions[b])
    return x.operation == .transpose && x.operands[0] == b
      || y.operation == .transpose && y.operands[0] == a
  }

  private func power(_ step: Program.Instruction, _ x: [Interval]) -> Interval {
    guard case .number(let exponent) = program.instructions[step.operands[1]].operation else {
      return .nonNegative
    }
    let base = exponent.isInteger ? x[0] : Interval(max(x[0].low, 0), max(x[0].high, 0))
    let result = Self.power(base, exponent.magnitude)
    return exponent.isNegative ? result.reciprocal : result
  }

  private static func power(_ base: Interval, _ exponent: Rational) -> Interval {
    if exponent == .one { return base }
    if exponent == Rational(2) { return base.squared }
    let real = Double(exponent.numerator) / Double(exponent.denominator)
    let isEven = exponent.isInteger && exponent.numerator.isMultiple(of: 2)
    return isEven
      ? base.magnitude.rising { Real.pow($0, real) }
      : base.rising { $0 < 0 ? -Real.pow(-$0, real) : Real.pow($0, real) }
  }

  private static func value(_ function: Function.Primitive, _ x: Interval) -> Interval {
    switch function {
    case .exp: Interval(max(x.rising(Real.exp).low, 0), x.rising(Real.exp).high)
    case .sin: x.sines
    case .cos: (x + Interval(Double.pi / 2, (Double.pi / 2).nextUp)).sines
    case .log: Interval(max(x.low, 0), max(x.high, 0)).rising(Real.log)
    case .arctan: x.rising(Real.atan)
    case .arcsin: Interval(max(x.low, -1), min(x.high, 1)).rising(Real.asin)
    case .arccos: Interval(0, Double.pi.nextUp)
    case .erf: x.rising(Real.erf)
    case .abs: x.magnitude
    case .sign: Interval(x.low > 0 ? 1 : x.low == 0 ? 0 : -1, x.high < 0 ? -1 : x.high == 0 ? 0 : 1)
    case .step: Interval(x.low > 0 ? 1 : 0, x.high <= 0 ? 0 : 1)
    }
  }

  private static func value(
    _ function: MatrixFunction.Primitive, _ x: [Interval]
  ) -> Interval {
    switch function {
    case .sum, .columnSums, .rowSums, .trace: x[0].sums
    case .diagonal, .lowerTriangle: x[0].withZero
    case .reshape: x[0]
    case .kronecker: x[0] * x[1]
    case .selection, .commutation, .largest: .unit
    case .inverse, .determinant, .adjugate, .pseudoinverse, .exponential, .sine, .cosine,
      .logarithm, .squareRoot:
      .all
    }
  }
}
