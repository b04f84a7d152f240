import MatrixCalculus

/// The prime field with square roots adjoined as symbols, s₁² = r₁, s₂² = r₂, …, where each rᵢ is made of
/// the field and of the symbols before sᵢ; and with a random number for every value of another function.
///
/// Two results that are equal here are equal whatever signs the roots have and whatever values the
/// functions take, so that no law of one sign only, such as √(x²) = x, passes. Results that differ say
/// nothing: a radicand may be a square, and functions obey laws of their own.
///
/// An element is the list of its coefficients, a power of two many: the one at index i belongs to the
/// product of the symbols whose bits are set in i.
final class ExtendedField: Arithmetic {
  typealias Element = [UInt64]

  /// Each symbol doubles the length of what it stands in.
  static let mostRoots = 4

  private struct Value: Hashable {
    let function: Function.Primitive
    let argument: Element
  }

  private struct Power: Hashable {
    let exponent: Rational
    let base: Element
  }

  private let field = PrimeField()
  private(set) var radicands: [Element] = []
  /// Roots of entries that were drawn as squares.
  private var roots: [UInt64: UInt64]

  private var values: [Value: UInt64] = [:]
  private var powers: [Power: UInt64] = [:]
  private var generator: SplitMix64

  /// - Parameters:
  ///   - roots: known roots by their squares.
  ///   - seed: where the values of functions start.
  init(roots: [UInt64: UInt64] = [:], seed: UInt64 = 0) {
    self.roots = roots
    generator = SplitMix64(seed: seed)
  }

  var zero: Element { [0] }
  var one: Element { [1] }
  var weight: Int { 1 << (2 * Self.mostRoots) }

  func number(_ value: Rational) throws(KernelError) -> Element { [try field.number(value)] }

  func add(_ a: Element, _ b: Element) -> Element { combined(a, b, field.add) }

  func subtract(_ a: Element, _ b: Element) -> Element { combined(a, b, field.subtract) }

  private func combined(
    _ a: Element, _ b: Element, _ operation: (UInt64, UInt64) -> UInt64
  ) -> Element {
    let result = (0..<max(a.count, b.count)).map { index in
      operation(index < a.count ? a[index] : 0, index < b.count ? b[index] : 0)
    }
    return trimmed(result)
  }

  /// Without an upper half of zeros.
  private func trimmed(_ a: Element) -> Element {
    var count = a.count
    while count > 1, a[count / 2..<count].allSatisfy({ $0 == 0 }) { count /= 2 }
    return count == a.count ? a : Array(a.prefix(count))
  }

  /// (a₀ + a₁ s)(b₀ + b₁ s) = a₀ b₀ + r a₁ b₁ + (a₀ b₁ + a₁ b₀) s.
  func multiply(_ a: Element, _ b: Element) -> Element {
    let count = max(a.count, b.count)
    guard count > 1 else { return [field.multiply(a[0], b[0])] }
    let (low, high) = (halves(a, count), halves(b, count))
    let last = radicand(count)
    let plain = add(
      multiply(low.0, high.0), multiply(last, multiply(low.1, high.1)))
    let mixed = add(multiply(low.0, high.1), multiply(low.1, high.0))
    return joined(plain, mixed, count)
  }

  /// The coefficients without and with the last symbol of elements of that length.
  private func halves(_ a: Element, _ count: Int) -> (Element, Element) {
    guard a.count == count else { return (a, zero) }
    return (trimmed(Array(a.prefix(count / 2))), trimmed(Array(a.suffix(count / 2))))
  }

  private func joined(_ low: Element, _ high: Element, _ count: Int) -> Element {
    let gap = Array(repeating: UInt64(0), count: count / 2 - low.count)
    let rest = Array(repeating: UInt64(0), count: count / 2 - high.count)
    return trimmed(low + gap + high + rest)
  }

  private func radicand(_ count: Int) -> Element { radicands[count.trailingZeroBitCount - 1] }

  func accumulate(_ sum: inout Element, _ a: Element, _ b: Element) {
    if a == [0] || b == [0] { return }
    sum = add(sum, multiply(a, b))
  }

  /// 1/(a₀ + a₁ s) = (a₀ − a₁ s)/(a₀² − r a₁²).
  func reciprocal(_ a: Element) throws(KernelError) -> Element {
    let count = a.count
    guard count > 1 else { return [try field.reciprocal(a[0])] }
    let (low, high) = halves(a, count)
    let norm = subtract(
      multiply(low, low), multiply(radicand(count), multiply(high, high)))
    let inverse = try reciprocal(norm)
    return joined(
      multiply(low, inverse), subtract(zero, multiply(high, inverse)), count)
  }

  func pivotSize(_ a: Element) -> Double { a == [0] ? 0 : 1 }

  /// Odd powers of the root; of another degree a random number.
  func brokenPower(_ a: Element, _ exponent: Rational) throws(KernelError) -> Element {
    guard exponent.denominator == 2 else {
      return [drawn(Power(exponent: exponent, base: a), &powers)]
    }
    guard exponent.magnitude < Rational(64) else { throw .tooLarge }
    if a == zero {
      if exponent.isNegative { throw .singular }
      return zero
    }
    let root = try root(of: a)
    let base = exponent.isNegative ? try reciprocal(root) : root
    return (1..<exponent.numerator.magnitude).reduce(base) { power, _ in multiply(power, base) }
  }

  /// The symbol of a radicand; equal radicands have the same one.
  private func root(of a: Element) throws(KernelError) -> Element {
    if a.count == 1, let root = roots[a[0]] { return [root] }
    if a == one { return one }
    let known = radicands.firstIndex(of: a)
    guard known != nil || radicands.count < Self.mostRoots else {
      throw .notAlgebraic("a formula with more than \(Self.mostRoots) different roots")
    }
    if known == nil { radicands.append(a) }
    let index = known ?? radicands.count - 1
    var symbol = Array(repeating: UInt64(0), count: 2 << index)
    symbol[1 << index] = 1
    return symbol
  }

  /// The same random number for the same argument.
  func value(_ function: Function.Primitive, at a: Element) throws(KernelError) -> Element {
    switch function {
    case .exp, .cos: if a == zero { return one }
    case .log: if a == one { return zero }
    case .sin, .arctan, .arcsin, .erf, .abs, .sign: if a == zero { return zero }
    case .arccos, .step: break
    }
    return [drawn(Value(function: function, argument: a), &values)]
  }

  private func drawn<Key>(_ key: Key, _ known: inout [Key: UInt64]) -> UInt64 {
    if let value = known[key] { return value }
    let value = UInt64(generator.below(Int(PrimeField.p)))
    known[key] = value
    return value
  }

  func sign(_ a: Element) throws(KernelError) -> Int { throw .notAlgebraic("sign") }
}
