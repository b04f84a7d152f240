import MatrixCalculus
import Proof

/// A law of matrix algebra, used on one node of an expression: both sides are equal wherever the left
/// one is defined.
struct Rewriting: Sendable {
  let name: String
  /// The other form of a node; nil where the law does not apply.
  let rewrite: @Sendable (Expression) -> Expression?

  init(_ name: String, _ rewrite: @escaping @Sendable (Expression) -> Expression?) {
    self.name = name
    self.rewrite = rewrite
  }

  static let all = sums + products + transposes + squares + reductions + functions

  /// The expression with one law used at one of its nodes, with the name of the law.
  static func random(
    _ expression: Expression, using generator: inout SplitMix64
  ) -> (Expression, String)? {
    let nodes = expression.postorder
    for _ in 0..<40 {
      let law = all[generator.below(all.count)]
      let node = nodes[generator.below(nodes.count)]
      guard let new = law.rewrite(node), new.shape == node.shape, new != node else { continue }
      let result = expression.rebuilt { old, operands in
        old == node ? new : old.with(operands)
      }
      return (result, law.name)
    }
    return nil
  }
}

extension Rewriting {
  // MARK: Sums

  private static let sums = [
    Rewriting("A + B = B + A") { x in
      x.operation == .sum ? .sum(x.operands.reversed()) : nil
    },
    Rewriting("A + B + C = A + (B + C)") { x in
      guard x.operation == .sum, x.operands.count > 2 else { return nil }
      return .sum([x.operands[0], .sum(Array(x.operands.dropFirst()))])
    },
    Rewriting("A + B = -(-A - B)") { x in
      x.operation == .sum ? -.sum(x.operands.map(\.negated)) : nil
    },
    Rewriting("A = 2 A - A") { x in
      .number(2) * x - x
    },
    Rewriting("A (B + C) = A B + A C") { x in
      guard x.operation == .product,
        let place = x.operands.firstIndex(where: { $0.operation == .sum })
      else { return nil }
      return .sum(
        x.operands[place].operands.map { term in
          var factors = x.operands
          factors[place] = term
          return .product(factors)
        })
    },
    Rewriting("A ∘ (B + C) = A ∘ B + A ∘ C") { x in
      guard x.operation == .hadamard,
        let place = x.operands.firstIndex(where: { $0.operation == .sum })
      else { return nil }
      return .sum(
        x.operands[place].operands.map { term in
          var factors = x.operands
          factors[place] = term
          return .hadamard(factors)
        })
    },
  ]

  // MARK: Products

  private static let products = [
    Rewriting("A (B C) = (A B) C") { x in
      let matrices = x.matrices
      guard x.operation == .product, matrices.count > 2 else { return nil }
      let left = Expression.product(Array(matrices.dropLast()))
      return .product(x.scalars + [left, matrices[matrices.count - 1]])
    },
    Rewriting("(A B) C = A (B C)") { x in
      let matrices = x.matrices
      guard x.operation == .product, matrices.count > 2 else { return nil }
      return .product(x.scalars + [matrices[0], .product(Array(matrices.dropFirst()))])
    },
    Rewriting("s A = A s") { x in
      guard x.operation == .product, !x.scalars.isEmpty, !x.matrices.isEmpty else { return nil }
      return .product(x.matrices + x.scalars)
    },
    Rewriting("s A B = A (s B)") { x in
      let matrices = x.matrices
      guard x.operation == .product, !x.scalars.isEmpty, matrices.count > 1 else { return nil }
      let scaled = Expression.product(x.scalars + [matrices[matrices.count - 1]])
      return .product(matrices.dropLast() + [scaled])
    },
    Rewriting("s t = t s") { x in
      x.operation == .product && x.matrices.isEmpty ? .product(x.operands.reversed()) : nil
    },
    Rewriting("A ∘ B = B ∘ A") { x in
      x.operation == .hadamard ? .hadamard(x.operands.reversed()) : nil
    },
    Rewriting("a ∘ b = diag(a) b") { x in
      guard x.operation == .hadamard, x.shape.isColumn, !x.shape.isScalar else { return nil }
      return MatrixFunction.diag(x.operands[0]) * .hadamard(Array(x.operands.dropFirst()))
    },
    Rewriting("A = I A") { x in .eye(x.shape.rows) * x },
    Rewriting("A = A ∘ 1") { x in .hadamard([x, .ones(x.shape)]) },
    Rewriting("A⁻¹ = A⁻¹ A A⁻¹") { x in
      x.operation == .call(.inv) ? .product([x, x.operands[0], x]) : nil
    },
  ]

  // MARK: Transposes

  private static let transposes = [
    Rewriting("A B = (B' A')'") { x in
      guard x.operation == .product, !x.matrices.isEmpty else { return nil }
      return Expression.product(x.scalars + x.matrices.reversed().map(\.transposed)).transposed
    },
    Rewriting("(A B)' = B' A'") { x in
      guard x.operation == .transpose, x.operands[0].operation == .product else { return nil }
      return .product(x.operands[0].scalars + x.operands[0].matrices.reversed().map(\.transposed))
    },
    Rewriting("A = A''") { x in x.transposed.transposed },
    Rewriting("x'y = y'x") { x in x.shape.isScalar ? x.transposed : nil },
    Rewriting("A + B = (A' + B')'") { x in
      x.operation == .sum ? Expression.sum(x.operands.map(\.transposed)).transposed : nil
    },
    Rewriting("A ∘ B = (A' ∘ B')'") { x in
      x.operation == .hadamard ? Expression.hadamard(x.operands.map(\.transposed)).transposed : nil
    },
    Rewriting("f(A) = f(A')'") { x in
      guard case .apply(let function) = x.operation else { return nil }
      return Expression.apply(function, x.operands[0].transposed).transposed
    },
    Rewriting("inv(A) = inv(A')'") { x in
      x.operation == .call(.inv) ? MatrixFunction.inv(x.operands[0].T).T : nil
    },
  ]

  // MARK: Squares

  private static let squares = [
    Rewriting("A² = A ∘ A") { x in
      x.isSquare ? .hadamard([x.operands[0], x.operands[0]]) : nil
    },
    Rewriting("(A + B)² = A² + 2 A ∘ B + B²") { x in
      guard x.isSquare, x.operands[0].operation == .sum else { return nil }
      let a = x.operands[0].operands[0]
      let b = Expression.sum(Array(x.operands[0].operands.dropFirst()))
      let mixed = Expression.product([.number(2), .hadamard([a, b])])
      return .sum([.power(a, Rational(2)), mixed, .power(b, Rational(2))])
    },
    Rewriting("‖A‖² = tr(A'A)") { x in
      x.isSquareOfNorm ? MatrixFunction.trace(x.normed.T * x.normed) : nil
    },
    Rewriting("‖A‖² = Σ A ∘ A") { x in
      x.isSquareOfNorm ? Expression.hadamard([x.normed, x.normed]).summed : nil
    },
    Rewriting("‖A‖ = √Σ A²") { x in
      guard x.operation == .call(.norm2) else { return nil }
      return .apply(.sqrt, Expression.power(x.operands[0], Rational(2)).summed)
    },
    Rewriting("√s = s^½") { x in
      x.operation == .apply(.sqrt) ? .power(x.operands[0], .half) : nil
    },
  ]

  // MARK: Sums of entries and traces

  private static let reductions = [
    Rewriting("tr(A B) = tr(B A)") { x in
      guard x.operation == .call(.trace), x.operands[0].operation == .product else { return nil }
      let (scalars, matrices) = (x.operands[0].scalars, x.operands[0].matrices)
      guard let first = matrices.first else { return nil }
      return Expression.product(scalars + matrices.dropFirst() + [first]).traced
    },
    Rewriting("tr(A) = tr(A')") { x in
      x.operation == .call(.trace) ? x.operands[0].T.traced : nil
    },
    Rewriting("tr(A) = Σ diag(A)") { x in
      guard x.operation == .call(.trace), !x.operands[0].shape.isScalar else { return nil }
      return MatrixFunction.diag(x.operands[0]).summed
    },
    Rewriting("Σ A = Σ A'") { x in
      x.operation == .call(.sum) ? x.operands[0].T.summed : nil
    },
    Rewriting("Σ A = 1' A 1") { x in
      guard x.operation == .call(.sum) else { return nil }
      let shape = x.operands[0].shape
      return .product([
        .ones(Shape(.one, shape.rows)), x.operands[0], .ones(Shape(shape.columns, .one)),
      ])
    },
    Rewriting("Σ A ∘ B = tr(A' B)") { x in
      guard x.operation == .call(.sum), x.operands[0].operation == .hadamard else { return nil }
      let factors = x.operands[0].operands
      return (factors[0].T * .hadamard(Array(factors.dropFirst()))).traced
    },
    Rewriting("Σ (A + B) = Σ A + Σ B") { x in
      guard x.operation == .call(.sum), x.operands[0].operation == .sum else { return nil }
      return .sum(x.operands[0].operands.map(\.summed))
    },
  ]

  // MARK: Functions

  private static let functions = [
    Rewriting("f renamed g") { x in
      guard case .apply(let function) = x.operation, let other = renamed(function) else {
        return nil
      }
      return .apply(other, x.operands[0])
    },
    Rewriting("σ(z) = 1 - σ(-z)") { x in
      guard x.operation == .apply(.sigmoid) else { return nil }
      return .ones(x.shape) - .apply(.sigmoid, -x.operands[0])
    },
    Rewriting("tanh z = 2 σ(2z) - 1") { x in
      guard x.operation == .apply(.tanh) else { return nil }
      return .number(2) * .apply(.sigmoid, .number(2) * x.operands[0]) - .ones(x.shape)
    },
    Rewriting("eᶻ = 1/e⁻ᶻ") { x in
      guard x.operation == .apply(.exp) else { return nil }
      return .power(.apply(.exp, -x.operands[0]), .minusOne)
    },
    Rewriting("relu(z) = z step(z)") { x in
      guard x.operation == .apply(.relu) else { return nil }
      return .hadamard([x.operands[0], .apply(.step, x.operands[0])])
    },
    Rewriting("cos² z = 1 - sin² z") { x in
      guard x.isSquare, x.operands[0].operation == .apply(.cos) else { return nil }
      let sine = Expression.apply(.sin, x.operands[0].operands[0])
      return .ones(x.shape) - .power(sine, Rational(2))
    },
  ]

  /// The same function as a page would define it under another name.
  private static func renamed(_ function: Function) -> Function? {
    let entry = Variable("z", .scalar)
    let z = Expression.variable(entry)
    guard case .formula(let formula) = function.meaning else {
      return .defined(name: "g", parameter: entry, body: .apply(function, z))
    }
    return .defined(name: "g", parameter: entry, body: formula.lifted(z: z, y: z))
  }
}

extension Expression {
  fileprivate var scalars: [Expression] { operands.filter(\.shape.isScalar) }
  fileprivate var matrices: [Expression] { operands.filter { !$0.shape.isScalar } }
  fileprivate var isSquare: Bool { operation == .power && operands[1].rational == Rational(2) }
  fileprivate var isSquareOfNorm: Bool { isSquare && operands[0].operation == .call(.norm2) }
  /// Of the square of a norm: what it is the norm of.
  fileprivate var normed: Expression { operands[0].operands[0] }
}
