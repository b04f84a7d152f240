import MatrixCalculus

/// The numbers the kernel computes with: what differs between the prime field, the fractions and the
/// balls. Everything else of the kernel is written once over it.
protocol Arithmetic {
  associatedtype Element

  var zero: Element { get }
  var one: Element { get }

  /// - Throws: `singular` where the denominator vanishes.
  func number(_ value: Rational) throws(KernelError) -> Element
  func add(_ a: Element, _ b: Element) -> Element
  func subtract(_ a: Element, _ b: Element) -> Element
  func multiply(_ a: Element, _ b: Element) -> Element
  /// Adds `a b` to `sum`.
  func accumulate(_ sum: inout Element, _ a: Element, _ b: Element)
  /// - Throws: `singular` where `a` is or may be zero.
  func reciprocal(_ a: Element) throws(KernelError) -> Element
  /// A lower bound of |a| by which pivots are chosen; 0 where `a` is or may be zero.
  func pivotSize(_ a: Element) -> Double

  /// The power of a number with a broken exponent, for positive `a`.
  func brokenPower(_ a: Element, _ exponent: Rational) throws(KernelError) -> Element
  /// A function of the language at one number.
  func value(_ function: Function.Primitive, at a: Element) throws(KernelError) -> Element
  /// −1, 0 or 1.
  ///
  /// - Throws: `undecidable` where the number is not known well enough.
  func sign(_ a: Element) throws(KernelError) -> Int

  /// Whether a number whose pivot size is zero is zero.
  var isExact: Bool { get }
  /// What one multiplication costs, in multiplications of the prime field.
  var weight: Int { get }
  /// The bits to which power series are summed; nil where the numbers have no limits.
  var seriesPrecision: Int? { get }
  /// An upper bound of |a|.
  func magnitude(_ a: Element) -> Double
  /// All that differs from `a` by at most 2 to the power `exponent`.
  func widened(_ a: Element, by exponent: Int) -> Element
  /// One number that `a` may be.
  func centre(_ a: Element) -> Element
}

/// Numbers without limits.
extension Arithmetic {
  var isExact: Bool { true }
  var weight: Int { 1 }
  var seriesPrecision: Int? { nil }
  func magnitude(_ a: Element) -> Double { .infinity }
  func widened(_ a: Element, by exponent: Int) -> Element { a }
  func centre(_ a: Element) -> Element { a }
}

/// Why an expression has no value at a point.
enum KernelError: Error, Hashable {
  /// The function of that name is not made of the four operations.
  case notAlgebraic(String)
  /// The sides differ for some values of the functions in them, which proves nothing.
  case notFormal
  /// A division by zero or a singular matrix: another point may do.
  case singular
  /// The point lies, or may lie, at a kink of the function of that name.
  case undecidable(String)
  /// The point lies outside the domain; says of what.
  case undefined(String)
  /// No value was found that has all that is declared of the variable of that name.
  case noValue(String)
  /// One evaluation would exceed the budget.
  case tooLarge
  /// The claim has that many operations, more than are allowed.
  case tooManyParts(Int)
  /// The work allowed for the claim is used up.
  case exhausted

  /// In words, for the list of what was tried.
  var description: String {
    switch self {
    case .notAlgebraic(let name): "\(name) is not algebraic"
    case .notFormal: "not equal whatever the values of the functions are"
    case .singular: "a division by zero or a singular matrix"
    case .undecidable(let name): "a kink of \(name)"
    case .undefined(let what): what
    case .noValue(let name): "no value with the properties of \(name) was found"
    case .tooLarge: "more work than the budget allows"
    case .tooManyParts(let count): "the claim has \(count) operations, more than the budget allows"
    case .exhausted: "the work allowed for one claim is used up"
    }
  }
}

extension KernelError {
  /// Whether the point lies outside of where a formula has a value, and not only beyond what is computed.
  var isOfDomain: Bool {
    guard case .undefined(let what) = self else { return false }
    return !what.hasSuffix("too large")
  }

  /// Whether other sizes may do.
  var isOfSizes: Bool {
    switch self {
    case .singular, .noValue: true
    default: false
    }
  }
}
