import MatrixCalculus
import Notation

/// What must hold for a function and its derivative to make sense, beyond what is declared.
enum Conditions {
  /// Each condition once, in the order of the parts it speaks of.
  static func of(_ expressions: [Expression], _ show: Showing) -> [String] {
    var found: [String] = []
    for expression in expressions {
      for node in expression.simplified.postorder {
        guard let condition = condition(node, show), !found.contains(condition) else { continue }
        found.append(condition)
      }
    }
    return found
  }

  private static func condition(_ node: Expression, _ show: Showing) -> String? {
    switch node.operation {
    case .power: power(node, show)
    case .apply(let function): domain(function, node.operands[0], show)
    case .call(.inv), .call(.logdet): "\(show(node.operands[0]).text) is invertible"
    default: nil
    }
  }

  private static func power(_ node: Expression, _ show: Showing) -> String? {
    let base = node.operands[0]
    guard let exponent = node.operands[1].rational, !base.isPositive else { return nil }
    if exponent.isInteger {
      return exponent.isNegative ? "\(entries(base, show)) ≠ 0" : nil
    }
    if let norm = node.normArgument { return exponent.isNegative ? "\(show(norm).text) ≠ 0" : nil }
    if base.isNonNegative { return exponent.isNegative ? "\(entries(base, show)) ≠ 0" : nil }
    return "\(entries(base, show)) \(exponent.isNegative ? ">" : "≥") 0"
  }

  private static func domain(
    _ function: Function, _ argument: Expression, _ show: Showing
  ) -> String? {
    let subject = entries(argument, show)
    switch function.domain {
    case .everywhere: return function.kinks.isEmpty ? nil : "\(subject) ≠ 0"
    case .positive: return argument.isPositive ? nil : "\(subject) > 0"
    case .nonNegative: return argument.isNonNegative ? nil : "\(subject) ≥ 0"
    case .nonZero: return argument.isPositive ? nil : "\(subject) ≠ 0"
    case .unitInterval: return "\(subject) between -1 and 1"
    }
  }

  private static func entries(_ x: Expression, _ show: Showing) -> String {
    let text = show(x).text
    return x.shape.isScalar ? text : "every entry of \(text)"
  }
}

extension Expression {
  /// X where the expression is a power of Σ X².
  fileprivate var normArgument: Expression? {
    guard operands[0].operation == .call(.sum), operands[0].operands[0].operation == .power,
      operands[0].operands[0].operands[1].rational == Rational(2)
    else { return nil }
    return operands[0].operands[0].operands[0]
  }
}
