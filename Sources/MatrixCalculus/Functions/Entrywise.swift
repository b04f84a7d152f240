/// A formula in one entry: what definitions and derivatives of entrywise functions are written in.
///
/// `1 - y * y` says the derivative of tanh; `lifted(z:y:)` puts matrices for the entries.
package indirect enum Entrywise: Hashable, Sendable {
  case number(Rational)
  /// The entry z the function is applied to.
  case argument
  /// The entry y = f(z) the function gave.
  case result
  case sum(Entrywise, Entrywise)
  case product(Entrywise, Entrywise)
  case power(Entrywise, Rational)
  case apply(Function, Entrywise)
  /// A `1×1` expression that is the same for every entry: a parameter such as γ in f(z) = γ z.
  case constant(Expression)

  /// The formula for every entry of `z` at once, with `y` the matrix of results.
  package func lifted(z: Expression, y: Expression) -> Expression {
    switch self {
    case .number(let value): .product([.number(value), .ones(z.shape)])
    case .constant(let value): z.shape.isScalar ? value : .product([value, .ones(z.shape)])
    case .argument: z
    case .result: y
    case .sum(let a, let b): .sum([a.lifted(z: z, y: y), b.lifted(z: z, y: y)])
    case .product(.number(let value), let b): .product([.number(value), b.lifted(z: z, y: y)])
    case .product(.constant(let value), let b): .product([value, b.lifted(z: z, y: y)])
    case .product(let a, let b): .hadamard([a.lifted(z: z, y: y), b.lifted(z: z, y: y)])
    case .power(let base, let exponent): .power(base.lifted(z: z, y: y), exponent)
    case .apply(let function, let argument): .apply(function, argument.lifted(z: z, y: y))
    }
  }
}

extension Entrywise {
  /// How many operations it stands for, those of functions of the page in it included.
  var size: Int {
    switch self {
    case .number, .argument, .result, .constant: 1
    case .sum(let a, let b), .product(let a, let b): 1 + a.size + b.size
    case .power(let base, _): 1 + base.size
    case .apply(let function, let argument): function.size + argument.size
    }
  }
}

/// The entry z, for formulas in files of functions.
let z = Entrywise.argument
/// The entry y = f(z), likewise.
let y = Entrywise.result

extension Entrywise: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self = .number(Rational(value)) }

  package static func + (a: Entrywise, b: Entrywise) -> Entrywise { .sum(a, b) }
  package static func - (a: Entrywise, b: Entrywise) -> Entrywise { .sum(a, -b) }
  package static func * (a: Entrywise, b: Entrywise) -> Entrywise { .product(a, b) }
  package static func / (a: Entrywise, b: Entrywise) -> Entrywise {
    .product(a, .power(b, .minusOne))
  }
  package static prefix func - (a: Entrywise) -> Entrywise { .product(.number(.minusOne), a) }
}
