import MatrixCalculus

/// Bounds on the degrees of the entries of a matrix of rational functions: every entry is a polynomial
/// of degree `numerator` at most over one common product of denominators.
struct Degree: Hashable, Sendable {
  /// Degrees are counted as far as this; beyond it a bound says nothing.
  static let limit = 1 << 60

  var numerator: Int
  /// The denominators by the instruction that divides, with their multiplicities.
  var denominators: [Int: Int]

  init(_ numerator: Int, _ denominators: [Int: Int] = [:]) {
    self.numerator = min(numerator, Degree.limit)
    self.denominators = denominators
  }

  /// a + b, as far as the limit.
  static func plus(_ a: Int, _ b: Int) -> Int { min(limit, a + b) }

  /// a b, as far as the limit.
  static func times(_ a: Int, _ b: Int) -> Int {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? limit : min(product, limit)
  }
}

/// The degrees of all that a plan computes, in the entries drawn for its variables.
///
/// Source: the degrees are those that J. Schwartz, "Fast Probabilistic Algorithms for Verification of
/// Polynomial Identities" (1980), Lemma 1, asks for.
struct DegreeBounds {
  private let plan: Plan
  private var degrees: [Degree]
  /// The degree of the polynomial each dividing instruction divides by.
  private var divisors: [Int: Int] = [:]
  /// How many values of functions are drawn, and the highest degree of their arguments.
  private var values = 0
  private var arguments = 0

  init(_ plan: Plan) {
    self.plan = plan
    degrees = Array(repeating: Degree(0), count: plan.live.count)
    for index in plan.live.indices where plan.live[index] {
      degrees[index] = degree(index, plan.sources(index).map { degrees[$0] })
    }
  }

  /// The degrees of numerator and denominator of the entries of a root.
  func ofRoot(_ number: Int) -> (numerator: Int, denominator: Int) {
    let degree = degrees[plan.program.roots[number]]
    return (degree.numerator, total(degree.denominators))
  }

  private func total(_ denominators: [Int: Int]) -> Int {
    denominators.reduce(0) { sum, factor in
      min(Degree.limit, sum + Degree.times(divisors[factor.key] ?? 0, factor.value))
    }
  }

  private mutating func degree(_ index: Int, _ x: [Degree]) -> Degree {
    if plan.constants[index] != nil { return Degree(0) }
    if let power = plan.powers[index] {
      if power.exponent.denominator == 2 {
        return root(index, x[0], power.exponent.numerator, entries: plan.entries(index))
      }
      guard power.exponent.isInteger else { return value(index, x) }
      return self.power(index, x[0], power.exponent.numerator, entries: plan.entries(index))
    }
    switch plan.program.instructions[index].operation {
    case .number, .fill, .size, .eye: return Degree(0)
    case .input(let variable): return input(index, plan.program.variables[variable])
    case .sum: return sum(x)
    case .product, .hadamard: return product(x)
    case .transpose, .whole(.sum), .whole(.columnSums), .whole(.rowSums), .whole(.trace),
      .whole(.diagonal), .whole(.lowerTriangle):
      return x[0]
    case .matrixPower: return matrixPower(index, x[0])
    case .whole(.reshape): return x[0]
    case .whole(.selection), .whole(.commutation): return Degree(0)
    case .whole(.kronecker): return product(x)
    case .whole(.inverse): return inverse(index, x[0])
    case .whole(.pseudoinverse): return pseudoinverse(index, x[0])
    case .whole(.determinant): return determinant(x[0], plan.rows(plan.sources(index)[0]))
    case .whole(.adjugate): return repeated(x[0], plan.rows(index) - 1)
    case .power, .entrywise: return value(index, x)
    case .whole(.largest), .whole(.exponential), .whole(.sine),
      .whole(.cosine), .whole(.logarithm), .whole(.squareRoot):
      return Degree(Degree.limit)
    }
  }

  /// Orthogonal matrices are drawn as (I − S)(I + S)⁻¹, of degree n over degree n, some as products of two such
  /// or as projections of as high a degree.
  private mutating func input(_ index: Int, _ variable: Variable) -> Degree {
    guard variable.properties.contains(.orthogonal) else { return Degree(1) }
    let degree = (Form(variable) == .orthogonal ? 1 : 2) * plan.rows(index)
    divisors[index] = degree
    return Degree(degree, [index: 1])
  }

  private func sum(_ x: [Degree]) -> Degree {
    var common: [Int: Int] = [:]
    for term in x { common.merge(term.denominators) { max($0, $1) } }
    let degree = total(common)
    return Degree(
      x.map { $0.numerator + degree - total($0.denominators) }.max() ?? 0, common)
  }

  private func product(_ x: [Degree]) -> Degree {
    var result = Degree(0)
    for factor in x {
      result.numerator = min(Degree.limit, result.numerator + factor.numerator)
      result.denominators.merge(factor.denominators, uniquingKeysWith: Degree.plus)
    }
    return result
  }

  private func repeated(_ x: Degree, _ count: Int) -> Degree {
    Degree(
      Degree.times(x.numerator, count), x.denominators.mapValues { Degree.times($0, count) })
  }

  /// (N/D)⁻¹ entry by entry, over the product of all entries of N.
  private mutating func power(
    _ index: Int, _ x: Degree, _ exponent: Int, entries: Int
  ) -> Degree {
    guard exponent < 0 else { return repeated(x, exponent) }
    divisors[index] = Degree.times(x.numerator, entries)
    let numerator = total(x.denominators) + Degree.times(x.numerator, entries - 1)
    return repeated(Degree(numerator, [index: 1]), -max(exponent, -Degree.limit))
  }

  /// Odd powers of √(N/D) = √(N D)/D, a root weighing as much as its radicand; its derivatives and its
  /// reciprocal are that root over powers of N.
  private mutating func root(
    _ index: Int, _ x: Degree, _ exponent: Int, entries: Int
  ) -> Degree {
    let whole = min(Degree.limit, x.numerator + total(x.denominators))
    divisors[index] = Degree.times(whole, entries)
    let denominators = x.denominators.merging([index: 1], uniquingKeysWith: Degree.plus)
    return repeated(
      Degree(Degree.times(whole, entries + 2), denominators), Int(min(exponent.magnitude, 64)))
  }

  /// A random number for every entry; its derivatives are polynomials in it, in the argument and in
  /// 1/(N D (N² + D²)) at most.
  private mutating func value(_ index: Int, _ x: [Degree]) -> Degree {
    let argument = x.reduce(2) {
      min(Degree.limit, $0 + 2 * $1.numerator + 2 * total($1.denominators))
    }
    let entries = plan.entries(index)
    divisors[index] = Degree.times(argument, 2 * entries)
    arguments = max(arguments, argument)
    values += entries
    let denominators = x.reduce(into: [index: 1]) { sum, next in
      sum.merge(next.denominators, uniquingKeysWith: Degree.plus)
    }
    return Degree(Degree.times(argument, 2 * entries + 2), denominators)
  }

  /// The degree of the polynomial that vanishes where two different arguments meet by accident.
  var meetings: Int { Degree.times(Degree.times(values, values), Degree.times(2, arguments)) }

  /// (N/D)⁻¹ = D adj N / det N.
  private mutating func inverse(_ index: Int, _ x: Degree) -> Degree {
    let n = plan.rows(index)
    divisors[index] = Degree.times(x.numerator, n)
    let numerator = total(x.denominators) + Degree.times(x.numerator, n - 1)
    return Degree(numerator, [index: 1])
  }

  /// The inverse of N′N/D², of the smaller order, times N′/D.
  private mutating func pseudoinverse(_ index: Int, _ x: Degree) -> Degree {
    let n = min(plan.rows(index), plan.columns(index))
    let square = repeated(x, 2)
    divisors[index] = Degree.times(square.numerator, n)
    let numerator = total(square.denominators) + Degree.times(square.numerator, n - 1)
    return product([Degree(numerator, [index: 1]), x])
  }

  private mutating func matrixPower(_ index: Int, _ x: Degree) -> Degree {
    guard let value = plan.constants[plan.program.instructions[index].operands[1]], value.isInteger
    else { return Degree(Degree.limit) }
    let exponent = value.numerator
    return exponent < 0
      ? repeated(inverse(index, x), -exponent) : repeated(x, exponent)
  }

  /// det (N/D) = det N / Dⁿ.
  private func determinant(_ x: Degree, _ n: Int) -> Degree { repeated(x, n) }
}
