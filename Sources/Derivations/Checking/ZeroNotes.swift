import MatrixCalculus
import Proof

/// Why derivatives are zero, and what their forms ask for that the function does not.
extension PageSession {
  /// That a function, where it has a slope everywhere, has one also where its closed form has no value, as the
  /// determinant of a singular matrix has.
  ///
  /// - Parameters:
  ///   - conditions: what the closed form asks for.
  ///   - order: how often it is differentiated.
  func formNotes(
    _ conditions: [String], of function: Function, wrt variables: [Variable], order: Int = 1
  ) -> [String] {
    guard !conditions.isEmpty,
      Conditions.ofSlope(of: function.expression, wrt: variables, order: order).isEmpty
    else { return [] }
    return ["\(function.name) has a slope everywhere; only this form asks for more"]
  }

  /// Why a gradient is zero.
  func zeroNotes(
    _ gradient: Expression, of function: Function, wrt variable: Variable
  ) -> [String] {
    guard gradient.isZero else { return [] }
    return function.expression.contains(variable)
      ? ["the slope of \(function.name) by \(variable.name) is zero wherever there is one"]
      : ["\(function.name) does not depend on \(variable.name)"]
  }

  /// Why a gradient within a structure is zero, from that of free entries.
  func zeroNotes(
    _ gradient: Expression, within free: Expression, of function: Function, wrt variable: Variable
  ) -> [String] {
    guard gradient.isZero, !free.isZero else {
      return zeroNotes(gradient, of: function, wrt: variable)
    }
    return [
      "\(function.name) does not change along the matrices among which \(variable.name) moves"
    ]
  }

  /// Why a derivative along a direction is zero, that of the function itself or of what was derived of it.
  func zeroNotes(
    _ derived: Expression, of function: Function, wrt variable: Variable, afterFirst: Bool
  ) -> [String] {
    guard afterFirst, derived.isZero else {
      return zeroNotes(derived, of: function, wrt: variable)
    }
    let slope = "the slope of \(function.name) along the first direction"
    return function.expression.contains(variable)
      ? ["\(slope) is constant in \(variable.name) wherever there is one"]
      : ["\(slope) does not depend on \(variable.name)"]
  }

  /// Why a Jacobian or a Hessian is zero.
  func zeroNotes(_ derived: MatrixDerivative, of question: MatrixQuestion) -> [String] {
    guard derived.value.isZero else { return [] }
    let (function, variable) = (question.function, question.variable)
    guard question.kind == .hessian else {
      return zeroNotes(derived.value, of: function, wrt: variable)
    }
    if let missing = question.variables.first(where: { !function.expression.contains($0) }) {
      return ["\(function.name) does not depend on \(missing.name)"]
    }
    let slope = "the slope of \(function.name) by \(question.first.name)"
    return question.inner.expression.contains(variable)
      ? ["\(slope) is constant in \(variable.name) wherever there is one"]
      : ["\(slope) does not depend on \(variable.name)"]
  }
}
