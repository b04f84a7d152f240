import MatrixCalculus
import Notation

/// In which layout results stand, and the sentences that say so.
extension PageSession {
  func layoutOfGradient(by variable: Variable) -> ResultLayout {
    variable.shape.isScalar ? .every : layout == .numerator ? .numerator : .denominator
  }

  private var layoutOfJacobians: ResultLayout {
    layout == .denominator ? .denominator : .numerator
  }

  func layout(of question: MatrixQuestion) -> ResultLayout {
    if question.variable.shape.isScalar { return .every }
    guard question.kind == .hessian else { return layoutOfJacobians }
    return question.first == question.variable ? .every : .numerator
  }

  /// That of a claimed derivative; nil for any other claim.
  func layout(of target: Target) -> ResultLayout? {
    let isByNumber = target.wrt.flatMap { scope.variable($0) }?.shape.isScalar ?? false
    if target.along != nil { return .every }
    switch target.kind {
    case .gradient:
      return isByNumber ? .every : layout == .numerator ? .numerator : .denominator
    case .jacobian: return isByNumber ? .every : layoutOfJacobians
    case .hessian: return target.wrt?.contains(",") ?? false ? .numerator : .every
    case .identity, .step, .layer, .delta, .input, .value: return nil
    }
  }

  func layoutNotes(_ question: MatrixQuestion) -> [String] {
    let (inner, name) = (question.inner.expression, question.function.name)
    if question.kind == .hessian {
      let (first, second) = (question.first, question.variable)
      guard first == second else {
        return [
          "a row for each entry of \(first.name), a column for each of \(second.name); the other "
            + "way round it is transposed"
        ]
      }
      return first.shape.isScalar
        ? [Self.numberNote]
        : [
          "a row and a column for each entry of \(first.name): symmetric, the same in every layout"
        ]
    }
    guard !question.variable.shape.isScalar else {
      return inner.shape.isScalar ? [Self.numberNote] : ["by a number: the shape of \(name)"]
    }
    return layoutOfJacobians == .denominator
      ? ["denominator layout: a column for each entry of \(name)"]
      : ["numerator layout: a row for each entry of \(name)"]
  }

  /// In which layout gradients stand, which is said once.
  func layoutNotes(ofGradientsBy variables: [Variable]) -> [String] {
    let laidOut = variables.filter { !$0.shape.isScalar }
    guard let first = laidOut.first else { return variables.isEmpty ? [] : [Self.numberNote] }
    let name = layoutOfGradient(by: first).rawValue
    let turned = layout == .numerator ? " transposed" : ""
    return variables.count == 1
      ? ["\(name) layout: the shape of \(first.name)\(turned)"]
      : ["\(name) layout: each gradient has the shape of its variable\(turned)"]
  }

  /// Along directions there is nothing to lay out.
  ///
  /// - Parameter whole: what has the shape of the result.
  func layoutNotes(alongDirections whole: String, _ shape: Shape) -> [String] {
    [shape.isScalar ? Self.numberNote : "the shape of \(whole) in every layout"]
  }

  private static let numberNote = "a number in every layout"
}
