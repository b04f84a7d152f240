/// A multiple of what is bounded by a number, beside another number: s max(u, c) − s d, or s min(u, c) − s d.
package struct Clipped {
  /// s; not zero.
  let scale: Rational
  let argument: Expression
  /// c.
  let bound: Rational
  /// d.
  let level: Rational
  /// Whether the bound is from below.
  let isRaised: Bool

  package init?(_ expression: Expression) {
    guard expression.operation == .sum, expression.operands.count == 2 else { return nil }
    let (a, b) = (expression.operands[0], expression.operands[1])
    guard let (number, other) = a.everyEntry.map({ ($0, b) }) ?? b.everyEntry.map({ ($0, a) })
    else { return nil }
    let (scale, core) = Simplifier.split(other)
    guard let (argument, bound, isRaised) = core.bounded,
      let level = scale.reciprocal.flatMap({ $0.multiplied(by: number) })?.negated
    else { return nil }
    (self.scale, self.argument, self.bound) = (scale, argument, bound)
    (self.level, self.isRaised) = (level, isRaised)
  }

  /// u − d where the whole is zero just where that is: the number lies on the side of the bound that u can reach.
  package var zero: Expression? {
    (isRaised ? bound < level : bound > level) ? shifted : nil
  }

  /// Whether the whole is zero nowhere.
  package var isNowhereZero: Bool { isRaised ? bound > level : bound < level }

  private var shifted: Expression {
    Simplifier.sum([
      argument, Simplifier.product([.number(level.negated), .ones(argument.shape)]),
    ])
  }

  /// The step of the whole, of u alone: max(u, c) > d where u > d or c > d, and min(u, c) > d where both are.
  var step: Expression? {
    let isAbove = bound > level
    if scale > .zero {
      if isRaised == isAbove { return isAbove ? .ones(argument.shape) : .zeros(argument.shape) }
      return Simplifier.apply(.step, shifted)
    }
    if isRaised ? bound >= level : bound < level {
      return isRaised ? .zeros(argument.shape) : .ones(argument.shape)
    }
    return Simplifier.apply(.step, Simplifier.scale(.minusOne, shifted))
  }
}

extension Expression {
  /// The number that every entry is.
  fileprivate var everyEntry: Rational? { rational ?? commonEntry?.rational }

  /// u, the number c and whether it is max(u, c) rather than min(u, c); u₊ is the former with c = 0.
  fileprivate var bounded: (argument: Expression, bound: Rational, isRaised: Bool)? {
    switch operation {
    case .apply(.relu): return (operands[0], .zero, true)
    case .call(.maximum), .call(.minimum):
      let isRaised = operation == .call(.maximum)
      let (a, b) = (operands[0], operands[1])
      if a.shape == shape, let bound = b.everyEntry { return (a, bound, isRaised) }
      if b.shape == shape, let bound = a.everyEntry { return (b, bound, isRaised) }
      return nil
    default: return nil
    }
  }
}
