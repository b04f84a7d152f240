import MatrixCalculus

/// A question for given sizes.
struct SizedQuestion {
  let question: Question
  let sizes: [String: Int]
  let function: Plan?
  let sides: Plan

  /// - Parameter share: of the budget for one evaluation, the part that may be spent: 10 is a tenth.
  /// - Throws: `tooLarge` where one evaluation takes more.
  init(
    _ question: Question, sizes: [String: Int], _ budget: Budget, share: Int = 1
  ) throws(KernelError) {
    self.question = question
    self.sizes = sizes
    let most = budget.multiplications / share
    if let program = question.function {
      function = try Plan(program, sizes: sizes, budget: most, memory: budget.entries)
    } else {
      function = nil
    }
    sides = try Plan(question.sides, sizes: sizes, budget: most, memory: budget.entries)
  }

  /// Those of the question's programs, in their order.
  var plans: [Plan] { (function.map { [$0] } ?? []) + [sides] }

  /// Whether either side takes more than the four operations.
  var isExtended: Bool { sides.isExtended || function?.isExtended ?? false }

  /// Multiplications it takes to compute both sides entry by entry.
  var fullCost: Int {
    let entries = question.targets.first.map { question.variables[$0].shape } ?? .scalar
    let count = (entries.rows.value(sizes) ?? 1) * (entries.columns.value(sizes) ?? 1)
    let slopes =
      switch question.relation {
      case .equal, .differential: 1
      case .gradients, .jacobian, .scalarDerivative: count
      case .hessian: 2 * count * count
      }
    return Degree.times(slopes, 3 * (function?.cost ?? 0)) + sides.cost
  }

  /// A bound on the degree of the difference of both sides as a polynomial in all that is drawn, with
  /// the denominators that must not vanish; and whether there are any.
  ///
  /// The coefficient of tᵏ of N/D has degree n + k d over (k + 1) d.
  var degree: (total: Int, isPolynomial: Bool) {
    let bounds = DegreeBounds(sides)
    let left = bounds.ofRoot(0)
    var claimed = (numerator: left.numerator + directions, denominator: left.denominator)
    for root in sides.program.roots.indices.dropFirst() where question.relation.isGradients {
      let next = bounds.ofRoot(root)
      claimed.numerator = max(
        Degree.plus(claimed.numerator, next.denominator),
        Degree.plus(next.numerator + directions, claimed.denominator))
      claimed.denominator = Degree.plus(claimed.denominator, next.denominator)
    }
    let right = rightDegree(bounds)
    let difference = max(
      claimed.numerator + right.denominator, right.numerator + claimed.denominator)
    let denominators = claimed.denominator + right.denominator
    let meetings = min(
      Degree.limit, bounds.meetings + (function.map { DegreeBounds($0).meetings } ?? 0))
    let total = [difference, denominators, meetings].reduce(0) { min(Degree.limit, $0 + $1) }
    return (total, denominators == 0)
  }

  private func rightDegree(_ sides: DegreeBounds) -> (numerator: Int, denominator: Int) {
    guard let function else { return sides.ofRoot(1) }
    let (n, d) = DegreeBounds(function).ofRoot(0)
    return (
      min(Degree.limit, n + Degree.times(question.order, d)),
      Degree.times(question.order + 1, d)
    )
  }

  /// How many directions multiply the claimed side.
  private var directions: Int {
    switch question.relation {
    case .equal, .differential: 0
    case .gradients, .jacobian, .scalarDerivative: 1
    case .hessian: 2
    }
  }
}

extension Question.Relation {
  fileprivate var isGradients: Bool { if case .gradients = self { true } else { false } }
}

/// Values of the variables and directions to differentiate along.
struct Point<Element> {
  let values: [SeriesMatrix<Element>]
  /// For each target two directions; the second serves Hessians.
  let directions: [(first: SeriesMatrix<Element>, second: SeriesMatrix<Element>)]

  func map<Other>(_ transform: (Element) -> Other) -> Point<Other> {
    Point<Other>(
      values: values.map { $0.map(transform) },
      directions: directions.map { ($0.first.map(transform), $0.second.map(transform)) })
  }
}

extension SizedQuestion {
  /// A random point.
  func point<Numbers>(
    _ maker: PointMaker<Numbers>, using generator: inout SplitMix64
  ) throws(KernelError) -> Point<Numbers.Element> {
    var values: [SeriesMatrix<Numbers.Element>] = []
    var maker = maker
    for (index, variable) in question.variables.enumerated() {
      let value = try maker.value(of: variable, using: &generator)
      let isFree = variable.properties.isEmpty && variable.range == nil
      values.append(
        isFree && question.principalVariables.contains(index)
          ? try maker.offNegativeAxis(value, using: &generator) : value)
      if variable.properties.contains(.orthogonal) { maker.reflections >>= 1 }
    }
    var directions: [(SeriesMatrix<Numbers.Element>, SeriesMatrix<Numbers.Element>)] = []
    for target in question.targets {
      let variable = question.variables[target]
      directions.append(
        (
          try maker.direction(for: variable, using: &generator),
          try maker.direction(for: variable, using: &generator)
        ))
    }
    return Point(values: values, directions: directions)
  }
}

extension Point where Element == Fraction {
  /// The point with the opposites of all values, whatever is declared of them.
  var negated: Point {
    let algebra = SeriesAlgebra(numbers: FractionArithmetic(), order: 0)
    return Point(values: values.map(algebra.negated), directions: directions)
  }
}
