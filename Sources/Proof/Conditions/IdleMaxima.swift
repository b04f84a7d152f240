import MatrixCalculus

/// Largest and smallest entries that a function has no slope by.
extension Expression {
  /// The same with a variable for each largest or smallest entry by which it does not move, such as that in
  /// log Σ exp(z − max z) + max z: where they tie does not matter then. nil where there is none.
  var withoutIdleMaxima: Expression? {
    let maxima = postorder.filter(\.isMaximum)
    guard !maxima.isEmpty, maxima.count <= 4 else { return nil }
    var steady: Expression?
    for (place, maximum) in maxima.enumerated() {
      let whole = steady ?? self
      let letter = Variable("⟨max \(place)⟩", maximum.shape)
      let freed = whole.replacing(maximum, by: .variable(letter))
      if freed.doesNotMove(along: letter) { steady = freed }
    }
    return steady
  }

  private var isMaximum: Bool {
    guard case .call(let function) = operation else { return false }
    return [MatrixFunction.max().name, MatrixFunction.min().name].contains(function.name)
  }

  private func doesNotMove(along letter: Variable) -> Bool {
    let cotangent = Expression.variable(Variable("⟨cotangent⟩", shape))
    let number = shape.isScalar ? self : MatrixFunction.sum(.hadamard([cotangent, self]))
    guard let slope = try? Gradient.gradients(of: number, wrt: [letter])[0] else { return false }
    return slope.simplified.isZero
  }
}
