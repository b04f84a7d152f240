import MatrixCalculus

/// A claim as programs for the kernel, before sizes are chosen.
struct Question {
  enum Relation {
    /// The two roots of `sides` are equal.
    case equal
    /// The roots are the gradients of the function with respect to the targets.
    case gradients
    /// The root is ∂ vec F / ∂ (vec X)ᵀ.
    case jacobian
    /// The root is the derivative with respect to a scalar, in the shape of the function.
    case scalarDerivative
    case hessian
    /// The root is the derivative of the function along the variable of that index.
    case differential(along: Int)
  }

  let relation: Relation
  /// What is differentiated.
  let function: Program?
  let sides: Program
  /// The variables differentiated by, as indices into `variables`.
  let targets: [Int]
  /// Counts the work of all its evaluations.
  var meter: WorkMeter
  /// The variables of which principal logarithms, roots or broken powers are taken, as indices.
  let principalVariables: Set<Int>

  /// Those of the function come first, in the order of their use.
  var variables: [Variable] { sides.variables }

  init(_ claim: Claim, _ budget: Budget) throws(KernelError) {
    switch claim.kind {
    case .identity(let right):
      try self.init(
        .equal, nil, try Program([claim.claimed, right], variables: []), [], budget)
    case .gradient(let function, let variable):
      let relation =
        function.shape.isScalar ? .gradients : Self.derivative(of: function, wrt: variable)
      try self.init(relation, function, [variable], [claim.claimed], budget)
    case .jacobian(let function, let variable):
      let relation = Self.derivative(of: function, wrt: variable)
      try self.init(relation, function, [variable], [claim.claimed], budget)
    case .hessian(let function, let variable):
      try self.init(.hessian, function, [variable], [claim.claimed], budget)
    case .differential(let function, let variable, let direction):
      let outer = try Program([function], variables: [])
      let names = outer.variables.adding([variable, direction])
      let along = names.firstIndex(of: direction) ?? 0
      let target = names.firstIndex(of: variable) ?? 0
      try self.init(
        .differential(along: along), outer, try Program([claim.claimed], variables: names),
        [target], budget)
    }
  }

  /// That each of the expressions is the gradient of `function` with respect to its variable.
  init(
    gradients: [(variable: Variable, gradient: Expression)], of function: Expression,
    _ budget: Budget
  ) throws(KernelError) {
    try self.init(
      .gradients, function, gradients.map(\.variable), gradients.map(\.gradient), budget)
  }

  private static func derivative(of function: Expression, wrt variable: Variable) -> Relation {
    variable.shape.isScalar ? .scalarDerivative : .jacobian
  }

  private init(
    _ relation: Relation, _ function: Expression, _ targets: [Variable], _ sides: [Expression],
    _ budget: Budget
  ) throws(KernelError) {
    let outer = try Program([function], variables: [])
    let inner = try Program(sides, variables: outer.variables.adding(targets))
    try self.init(
      relation, outer, inner, targets.compactMap { inner.variables.firstIndex(of: $0) }, budget)
  }

  /// - Throws: `tooLarge` where there are more operations than the budget allows.
  private init(
    _ relation: Relation, _ function: Program?, _ sides: Program, _ targets: [Int],
    _ budget: Budget
  ) throws(KernelError) {
    let nodes = sides.instructions.count + (function?.instructions.count ?? 0)
    guard nodes <= budget.parts else { throw .tooManyParts(nodes) }
    meter = WorkMeter(limit: budget.work)
    self.relation = relation
    self.function = function
    self.sides = sides
    self.targets = targets
    let principal = sides.principalVariables.union(function?.principalVariables ?? [])
    principalVariables = Set(
      sides.variables.indices.filter { principal.contains(sides.variables[$0]) })
  }

  var programs: [Program] { (function.map { [$0] } ?? []) + [sides] }

  /// Whether what is computed goes by cases: by signs, or by the branch of a root or of an inverse function.
  var hasCases: Bool { programs.contains(where: \.hasCases) }

  /// Whether it takes principal values of functions of matrices, which hold on one branch only.
  var hasBranches: Bool { programs.contains(where: \.hasBranches) }

  /// Whether a step or a tie makes it jump.
  var hasJumps: Bool { programs.contains(where: \.hasJumps) }

  /// The variables of whose entries roots are taken.
  var squareVariables: [Int] {
    let names = Set(programs.flatMap(\.squareVariables))
    return variables.indices.filter { index in
      names.contains(variables[index])
        && variables[index].properties.subtracting([.symmetric, .positive, .nonNegative]).isEmpty
    }
  }

  /// The stretches of the real line for the point of that number, with some around the numbers the claim
  /// speaks of, where it goes by cases.
  func stretches(point: Int) -> [Manner] {
    let isNear = hasCases && point >= 8 && !point.isMultiple(of: 4)
    let near: [Manner] =
      isNear && !thresholds.isEmpty ? [.around(thresholds, side: (point - 8) * 3 / 4)] : []
    let isWhole = programs.contains(where: \.hasPowerSeries)
    return near + Manner.stretches(point: isWhole && point >= 3 ? 0 : point)
  }

  /// The numbers at which its cases may change: those it speaks of, and their quotients; twelve at most.
  var thresholds: [Rational] {
    guard hasCases else { return [] }
    let numbers = Array(programs.flatMap(\.numbers).prefix(6))
    let quotients = numbers.flatMap { a in
      numbers.compactMap { b in b.reciprocal.flatMap { a.multiplied(by: $0) } }
    }
    var found: [Rational] = []
    for number in numbers + quotients where number != .one && number != .zero {
      if !found.contains(number) { found.append(number) }
    }
    return Array(found.prefix(12))
  }

  /// Whether it holds inverses, which may exist or cancel at some sizes alone.
  var dependsOnRanks: Bool { programs.contains(where: \.dependsOnRanks) }

  /// Whether sizes stand as numbers in it.
  var hasSizes: Bool { programs.contains { !$0.sizesAsNumbers.isEmpty } }

  /// In how many ways orthogonal matrices among the variables may have determinant 1 or −1, 16 at most;
  /// those that are drawn from finitely many kinds, as permutations, count as 64.
  var reflections: Int {
    if variables.contains(where: \.properties.isFinite) { return 64 }
    return 1 << min(variables.count { $0.properties.contains(.orthogonal) }, 4)
  }

  /// Depends only on what is asked; every draw starts from it.
  var seed: UInt64 {
    programs.reduce(0) { ($0 &* 31) ^ $1.fingerprint }
  }

  /// The highest derivative the question speaks of.
  var order: Int {
    switch relation {
    case .equal: 0
    case .gradients, .jacobian, .scalarDerivative, .differential: 1
    case .hessian: 2
    }
  }
}

extension Program {
  fileprivate var hasCases: Bool {
    instructions.contains { step in
      switch step.operation {
      case .entrywise(.abs), .entrywise(.sign), .entrywise(.step), .whole(.largest),
        .entrywise(.arcsin), .entrywise(.arccos), .entrywise(.arctan):
        return true
      case .power:
        guard case .number(let exponent) = instructions[step.operands[1]].operation else {
          return true
        }
        return !exponent.isInteger
      default: return false
      }
    }
  }
}

extension Program {
  fileprivate var hasJumps: Bool {
    instructions.contains { step in
      switch step.operation {
      case .entrywise(.sign), .entrywise(.step), .whole(.largest): true
      default: false
      }
    }
  }

  fileprivate var dependsOnRanks: Bool {
    instructions.contains { step in
      switch step.operation {
      case .whole(.inverse), .whole(.pseudoinverse), .matrixPower: true
      default: false
      }
    }
  }

  /// Whether it has functions of matrices whose series need small arguments.
  fileprivate var hasPowerSeries: Bool {
    instructions.contains { step in
      switch step.operation {
      case .whole(.exponential), .whole(.sine), .whole(.cosine), .whole(.logarithm),
        .whole(.squareRoot):
        true
      case .matrixPower: !isWhole(step.operands[1])
      default: false
      }
    }
  }

  /// The variables whose eigenvalues must not be real and ≤ 0 for it to be defined.
  fileprivate var principalVariables: Set<Variable> {
    var found: Set<Variable> = []
    for step in instructions {
      switch step.operation {
      case .whole(.logarithm), .whole(.squareRoot): break
      case .matrixPower where !isWhole(step.operands[1]): break
      default: continue
      }
      if let variable = origins[step.operands[0]]?.spectralVariable { found.insert(variable) }
    }
    return found
  }

  /// Whether it takes principal logarithms, roots or broken powers of matrices.
  fileprivate var hasBranches: Bool {
    instructions.contains { step in
      switch step.operation {
      case .whole(.logarithm), .whole(.squareRoot): true
      case .matrixPower: !isWhole(step.operands[1])
      default: false
      }
    }
  }

  /// Whether an instruction gives a whole number, by its form.
  private func isWhole(_ index: Int) -> Bool {
    switch instructions[index].operation {
    case .number(let value): value.isInteger
    case .size: true
    case .sum, .product: instructions[index].operands.allSatisfy(isWhole)
    default: false
    }
  }

  fileprivate var squareVariables: [Variable] {
    instructions.compactMap { step in
      guard isRoot(step),
        case .input(let variable) = instructions[step.operands[0]].operation
      else { return nil }
      return variables[variable]
    }
  }

  private func isRoot(_ step: Instruction) -> Bool {
    guard step.operation == .power,
      case .number(let exponent) = instructions[step.operands[1]].operation
    else { return false }
    return exponent.denominator == 2
  }

  /// The absolute values of the numbers in it.
  fileprivate var numbers: [Rational] {
    instructions.compactMap { step in
      switch step.operation {
      case .number(let value), .fill(let value): value.magnitude
      default: nil
      }
    }
  }
}

extension Expression {
  /// The variable whose eigenvalues it has, if it is one, its transpose, or blocks [X V; 0 X].
  fileprivate var spectralVariable: Variable? {
    switch operation {
    case .variable(let variable): variable
    case .transpose: operands[0].spectralVariable
    default: repeatedBlocks?.x.spectralVariable
    }
  }
}

extension [Variable] {
  fileprivate func adding(_ others: [Variable]) -> [Variable] {
    others.reduce(self) { $0.contains($1) ? $0 : $0 + [$1] }
  }
}
