package import MatrixCalculus

/// An equation a page states, or a result that is about to be shown.
///
/// Layout: a gradient has the shape of its variable; a Jacobian is ∂ vec F / ∂ (vec X)ᵀ with columns
/// stacked, and has the shape of F where the variable is a scalar; a Hessian is that of F as a function
/// of vec X; a differential is the derivative of F along a matrix.
package struct Claim: Sendable {
  package enum Kind: Hashable, Sendable {
    /// Equals another expression.
    case identity(Expression)
    case gradient(of: Expression, wrt: Variable)
    case jacobian(of: Expression, wrt: Variable)
    case hessian(of: Expression, wrt: Variable)
    case differential(of: Expression, wrt: Variable, along: Variable)
  }

  package let kind: Kind
  package let claimed: Expression
  /// What the engine derived for it, where it did; only normal forms are compared with it.
  package let derived: Expression?

  package init(_ kind: Kind, claimed: Expression, derived: Expression? = nil) {
    self.kind = kind
    self.claimed = claimed
    self.derived = derived
  }

  package static func identity(_ left: Expression, _ right: Expression) -> Claim {
    Claim(.identity(right), claimed: left, derived: right)
  }

  package static func gradient(
    of function: Expression, wrt variable: Variable, claimed: Expression,
    derived: Expression? = nil
  ) -> Claim {
    Claim(.gradient(of: function, wrt: variable), claimed: claimed, derived: derived)
  }

  package static func jacobian(
    of function: Expression, wrt variable: Variable, claimed: Expression,
    derived: Expression? = nil
  ) -> Claim {
    Claim(.jacobian(of: function, wrt: variable), claimed: claimed, derived: derived)
  }

  package static func hessian(
    of function: Expression, wrt variable: Variable, claimed: Expression,
    derived: Expression? = nil
  ) -> Claim {
    Claim(.hessian(of: function, wrt: variable), claimed: claimed, derived: derived)
  }

  /// The shape the claimed side must have.
  package var expectedShape: Shape {
    switch kind {
    case .identity(let right): right.shape
    case .gradient(let function, let variable):
      function.shape.isScalar ? variable.shape : Claim.jacobian(function, variable)
    case .jacobian(let function, let variable): Claim.jacobian(function, variable)
    case .hessian(_, let variable): Shape(variable.shape.entries, variable.shape.entries)
    case .differential(let function, _, _): function.shape
    }
  }

  private static func jacobian(_ function: Expression, _ variable: Variable) -> Shape {
    variable.shape.isScalar
      ? function.shape : Shape(function.shape.entries, variable.shape.entries)
  }

  /// What the claimed side is said to be, in words.
  package var subject: String {
    switch kind {
    case .identity: "left side"
    case .gradient: "gradient"
    case .jacobian: "Jacobian"
    case .hessian: "Hessian"
    case .differential: "differential"
    }
  }
}

extension Shape {
  /// The number of entries.
  var entries: Dimension { rows * columns }
}
