import MatrixCalculus

/// Both sides of a claim at a point, as the kernel computes them.
struct Sides<Numbers: Arithmetic> {
  typealias Matrix = SeriesMatrix<Numbers.Element>

  let question: SizedQuestion
  let numbers: Numbers
  /// The jump whose argument counts as zero, whatever it would be.
  var vanishing: Jump?

  private var plain: SeriesAlgebra<Numbers> { SeriesAlgebra(numbers: numbers, order: 0) }

  /// Both sides, contracted with the point's directions where they are derivatives: the claim is true
  /// if and only if they are equal at all points.
  ///
  /// - A gradient G: ⟨G, V⟩ and d/dt F(X + t V).
  /// - A Jacobian J: J vec V and vec d/dt F(X + t V).
  /// - A Hessian H: (vec U)ᵀ H vec V and, by polarization, half the difference of the coefficients of
  ///   t² of F(X + t (U + V)) and F(X + t (U − V)).
  func contracted(_ point: Point<Numbers.Element>) throws(KernelError) -> (
    left: Matrix, right: Matrix
  ) {
    let claimed = try run(claims, point.values, order: 0)
    switch question.question.relation {
    case .equal: return (claimed[0], claimed[1])
    case .gradients:
      let terms = zip(claimed, point.directions).map { inner($0, $1.first) }
      return (plain.sum(terms), try slope(point.values, point.directions.map(\.first)))
    case .jacobian:
      let direction = point.directions[0].first
      let right = try slope(point.values, [direction]).vectorized
      return (plain.product(claimed[0], direction.vectorized), right)
    case .scalarDerivative:
      let direction = point.directions[0].first
      return (plain.scaled(claimed[0], by: direction), try slope(point.values, [direction]))
    case .hessian:
      let (u, v) = point.directions[0]
      let left = plain.product(
        plain.transposed(u.vectorized), plain.product(claimed[0], v.vectorized))
      return (left, try secondSlope(point.values, u, v))
    case .differential(let along):
      return (claimed[0], try slope(point.values, [point.values[along]]))
    }
  }

  /// Both sides entry by entry, with the derivative taken along each unit direction.
  func full(_ point: Point<Numbers.Element>) throws(KernelError) -> (left: Matrix, right: Matrix) {
    switch question.question.relation {
    case .equal, .differential: return try contracted(point)
    case .gradients, .jacobian, .scalarDerivative:
      let claimed = try run(claims, point.values, order: 0)[0]
      let slopes = try unitSlopes(point).flatMap(\.coefficients)
      return (claimed, Matrix(rows: claimed.rows, columns: claimed.columns, slopes))
    case .hessian: return try fullHessian(point)
    }
  }

  private func fullHessian(
    _ point: Point<Numbers.Element>
  ) throws(KernelError) -> (left: Matrix, right: Matrix) {
    let claimed = try run(claims, point.values, order: 0)[0]
    let units = units(like: point.values[question.question.targets[0]])
    var right = Matrix(rows: claimed.rows, columns: claimed.columns, [])
    for v in units {
      for u in units {
        right.coefficients += try secondSlope(point.values, u, v).coefficients
      }
    }
    return (claimed, right)
  }

  /// The number of the program of what is claimed.
  private var claims: Int { question.plans.count - 1 }

  private func run(
    _ program: Int, _ values: [Matrix], order: Int
  ) throws(KernelError) -> [Matrix] {
    let plan = question.plans[program]
    let products = (order + 1) * (order + 2) / 2
    let (work, overflow) = plan.cost.multipliedReportingOverflow(by: products * numbers.weight)
    try question.question.meter.charge(overflow ? .max : work)
    var evaluation = Evaluation(plan, numbers, order: order)
    if let vanishing, vanishing.program == program { evaluation.vanishing = vanishing.argument }
    return try evaluation.run(values)
  }

  /// The coefficient of tᵏ of the function where each target moves along its direction.
  private func coefficient(
    _ k: Int, _ values: [Matrix], _ directions: [Matrix]
  ) throws(KernelError) -> Matrix {
    guard question.function != nil else { return plain.constant(numbers.zero) }
    var moving = values
    for (target, direction) in zip(question.question.targets, directions) {
      moving[target].coefficients += direction.coefficients
    }
    let result = try run(0, moving, order: k)[0]
    return Matrix(rows: result.rows, columns: result.columns, result.plane(k, or: numbers.zero))
  }

  private func slope(_ values: [Matrix], _ directions: [Matrix]) throws(KernelError) -> Matrix {
    try coefficient(1, values, directions)
  }

  private func secondSlope(
    _ values: [Matrix], _ u: Matrix, _ v: Matrix
  ) throws(KernelError) -> Matrix {
    let sum = try coefficient(2, values, [plain.sum([u, v])])
    let difference = try coefficient(2, values, [plain.sum([u, plain.negated(v)])])
    let half = plain.constant(try numbers.number(.half))
    return plain.scaled(plain.sum([sum, plain.negated(difference)]), by: half)
  }

  private func inner(_ a: Matrix, _ b: Matrix) -> Matrix {
    plain.gathered(plain.hadamard(a, b), rows: 1, columns: 1) { _, _ in 0 }
  }

  /// The derivatives along each unit direction of the first target, in the order of its entries.
  private func unitSlopes(_ point: Point<Numbers.Element>) throws(KernelError) -> [Matrix] {
    var slopes: [Matrix] = []
    for unit in units(like: point.values[question.question.targets[0]]) {
      slopes.append(try slope(point.values, [unit]))
    }
    return slopes
  }

  private func units(like a: Matrix) -> [Matrix] {
    (0..<a.count).map { entry in
      var unit = plain.constant(numbers.zero, rows: a.rows, columns: a.columns)
      unit.coefficients[entry] = numbers.one
      return unit
    }
  }
}

extension SeriesMatrix {
  /// The columns stacked, of a matrix without powers of t.
  fileprivate var vectorized: SeriesMatrix {
    SeriesMatrix(rows: count, columns: 1, coefficients)
  }
}
