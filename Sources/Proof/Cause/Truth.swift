import MatrixCalculus

/// What a claim should say, at one fixed point.
struct Truth {
  let expected: Shape
  let value: PointValues.Matrix
  /// At the same point.
  var values: PointValues

  /// - Parameters:
  ///   - claim: the claim with any claimed side.
  ///   - variables: what else repairs may speak of.
  /// - Returns: nil where no point was found at which the right side has a value.
  init?(
    _ claim: (Expression) -> Claim, _ variables: [Variable], orders: [SizeOrder], budget: Budget
  ) {
    expected = claim(.number(0)).expectedShape
    guard let question = try? Question(claim(.zeros(expected)), budget) else { return nil }
    let all = question.variables + variables.filter { !question.variables.contains($0) }
    let shapes = question.programs.flatMap { $0.dimensions } + all.flatMap(\.shape.dimensions)
    let names = question.programs.flatMap(\.sizeNames).map { Dimension($0) }
    var generator = SplitMix64(seed: question.seed)
    let choice = SizeChoice(dimensions: names + shapes + expected.dimensions, orders)
    guard let sizes = choice.drawn(from: 3, using: &generator),
      let sized = try? SizedQuestion(question, sizes: sizes, budget, share: 40)
    else { return nil }
    for manner in Manner.stretches {
      for _ in 0..<3 {
        if let (value, point) = Truth.draw(sized, manner, variables, &generator) {
          self.value = value
          values = point
          return
        }
      }
    }
    return nil
  }

  private static func draw(
    _ sized: SizedQuestion, _ manner: Manner, _ variables: [Variable],
    _ generator: inout SplitMix64
  ) -> (PointValues.Matrix, PointValues)? {
    let numbers = DoubleArithmetic()
    let maker = PointMaker(numbers, manner, sizes: sized.sizes)
    guard let point = try? sized.point(maker, using: &generator),
      let right = try? Sides(question: sized, numbers: numbers).full(point).right,
      right.coefficients.allSatisfy(\.isFinite)
    else { return nil }
    var inputs = Dictionary(zip(sized.question.variables, point.values)) { first, _ in first }
    for variable in variables where inputs[variable] == nil {
      inputs[variable] = try? maker.value(of: variable, using: &generator)
    }
    return (right, PointValues(inputs, sizes: sized.sizes))
  }

  /// The right value times a number.
  func scaled(by factor: Double) -> PointValues.Matrix {
    var scaled = value
    scaled.coefficients = value.coefficients.map { $0 * factor }
    return scaled
  }

  /// Whether an expression has the right shape and, at the point, the right value.
  mutating func agrees(_ expression: Expression) -> Bool {
    guard expression.shape == expected, let own = values.value(expression) else { return false }
    return PointValues.nearlyEqual(own, value)
  }
}
