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

  /// Those of the function come first, in the order of their use.
  var variables: [Variable] { sides.variables }

  init(_ claim: Claim) throws(KernelError) {
    switch claim.kind {
    case .identity(let right):
      self.init(.equal, nil, try Program([claim.claimed, right], variables: []), [])
    case .gradient(let function, let variable):
      let relation =
        function.shape.isScalar ? .gradients : Self.derivative(of: function, wrt: variable)
      try self.init(relation, function, [variable], [claim.claimed])
    case .jacobian(let function, let variable):
      let relation = Self.derivative(of: function, wrt: variable)
      try self.init(relation, function, [variable], [claim.claimed])
    case .hessian(let function, let variable):
      try self.init(.hessian, function, [variable], [claim.claimed])
    case .differential(let function, let variable, let direction):
      let outer = try Program([function], variables: [])
      let names = outer.variables.adding([variable, direction])
      let along = names.firstIndex(of: direction) ?? 0
      let target = names.firstIndex(of: variable) ?? 0
      self.init(
        .differential(along: along), outer, try Program([claim.claimed], variables: names),
        [target])
    }
  }

  /// That each of the expressions is the gradient of `function` with respect to its variable.
  init(
    gradients: [(variable: Variable, gradient: Expression)], of function: Expression
  ) throws(KernelError) {
    try self.init(.gradients, function, gradients.map(\.variable), gradients.map(\.gradient))
  }

  private static func derivative(of function: Expression, wrt variable: Variable) -> Relation {
    variable.shape.isScalar ? .scalarDerivative : .jacobian
  }

  private init(
    _ relation: Relation, _ function: Expression, _ targets: [Variable], _ sides: [Expression]
  ) throws(KernelError) {
    let outer = try Program([function], variables: [])
    let inner = try Program(sides, variables: outer.variables.adding(targets))
    self.init(relation, outer, inner, targets.compactMap { inner.variables.firstIndex(of: $0) })
  }

  private init(_ relation: Relation, _ function: Program?, _ sides: Program, _ targets: [Int]) {
    self.relation = relation
    self.function = function
    self.sides = sides
    self.targets = targets
  }

  var programs: [Program] { (function.map { [$0] } ?? []) + [sides] }

  /// Whether what is computed goes by cases: by signs, or by the branch of a root.
  var hasCases: Bool { programs.contains(where: \.hasCases) }

  /// Whether orthogonal matrices are among the variables, which have determinant 1 or −1.
  var isReflected: Bool { variables.contains { $0.properties.contains(.orthogonal) } }

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
      case .entrywise(.abs), .entrywise(.sign), .entrywise(.step), .whole(.largest): return true
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

extension [Variable] {
  fileprivate func adding(_ others: [Variable]) -> [Variable] {
    others.reduce(self) { $0.contains($1) ? $0 : $0 + [$1] }
  }
}
