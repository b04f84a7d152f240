extension Function {
  /// A function a page defines: `f(z) = 1/(1 + exp(-z))`.
  ///
  /// Its derivative is derived; it is named `f'` and prints so.
  ///
  /// - Parameters:
  ///   - name: as the page has it.
  ///   - parameter: the `1×1` variable that stands for an entry.
  ///   - body: a `1×1` expression in the parameter and in constants.
  /// - Returns: nil if the body is not a formula of one entry (it sums, or raises to a power that
  ///   depends on the entry).
  package static func defined(
    name: String, parameter: Variable, body: Expression
  ) -> Function? {
    let simplified = body.simplified
    guard simplified.treeSize(limit: longest) < longest,
      let formula = Entrywise(simplified, entry: parameter), formula.size < longest
    else { return nil }
    // The slope is derived once and for all: functions that call each other would ask for it again
    // and again.
    let slope = slope(name: name, formula: formula, parameter: parameter)
    return Function(
      name: name, tex: name, size: formula.size, meaning: .formula(formula),
      derivative: .apply(slope, .argument), samples: [], definition: formula)
  }

  /// How many operations a function of a page may stand for.
  private static let longest = 500

  /// f′ as a function of its own, whose derivative is derived when it is asked for.
  private static func slope(
    name: String, formula: Entrywise, parameter: Variable
  ) -> Function {
    let entry = Expression.variable(parameter)
    let body = formula.lifted(z: entry, y: entry)
    let gradient = (try? Gradient.gradients(of: body, wrt: [parameter]))?.first
    let derived = gradient.flatMap { Entrywise($0, entry: parameter) } ?? .number(.zero)
    let name = name + "'"
    return Function(
      name: name, tex: name, size: derived.size, meaning: .formula(derived),
      derivative: .apply(
        Function.slope(name: name, formula: derived, parameter: parameter), .argument),
      samples: [], definition: derived)
  }

  /// Whether it is one that a page defines.
  package var isDefinedByPage: Bool { definition != nil }

  /// The formula of a function that a page defines, for a matrix of arguments.
  package func writtenOut(_ argument: Expression) -> Expression? {
    definition?.lifted(z: argument, y: argument)
  }

  /// f with its derivative taken the given number of times, entry by entry.
  ///
  /// - Throws: `NotDifferentiable` where a derivative is no formula of one entry.
  package func derivative(
    times: Int, at argument: Expression
  ) throws(NotDifferentiable) -> Expression {
    let entry = Variable("⟨entry⟩", .scalar)
    var formula = Entrywise.apply(self, .argument)
    for _ in 0..<times {
      let body = formula.lifted(z: .variable(entry), y: .variable(entry))
      let gradient = try Gradient.gradients(of: body, wrt: [entry])[0]
      guard let next = Entrywise(gradient, entry: entry) else {
        throw NotDifferentiable(what: "\(name) is no formula of one entry")
      }
      formula = next
    }
    return formula.lifted(z: argument, y: argument)
  }
}

extension Entrywise {
  /// A `1×1` expression as a formula of the entry that `entry` stands for; nil where it is none.
  init?(_ expression: Expression, entry: Variable) {
    guard expression.contains(entry) else {
      self = expression.rational.map { .number($0) } ?? .constant(expression)
      return
    }
    let parts = expression.operands.map { Entrywise($0, entry: entry) }
    switch expression.operation {
    case .variable: self = .argument
    case .sum: self.init(joining: parts, Entrywise.sum)
    case .product, .hadamard: self.init(joining: parts, Entrywise.product)
    case .transpose: self.init(joining: parts, Entrywise.sum)
    case .power:
      guard let base = parts[0], let exponent = expression.operands[1].rational else { return nil }
      self = .power(base, exponent)
    case .apply(let function):
      guard let argument = parts[0] else { return nil }
      self = .apply(function, argument)
    case .number, .size, .eye, .ones, .zeros, .matrixPower, .call: return nil
    }
  }

  private init?(joining parts: [Entrywise?], _ join: (Entrywise, Entrywise) -> Entrywise) {
    guard let first = parts.first ?? nil, parts.allSatisfy({ $0 != nil }) else { return nil }
    self = parts.dropFirst().compactMap { $0 }.reduce(first, join)
  }
}
