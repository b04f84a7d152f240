import Backprop
import MatrixCalculus

/// Writes the activation of one entry and its derivative: `f(z) = z^2`, `f'(z) = 2*z`.
struct EntryFigure {
  private let entry: Activation.Entry
  private let show: Showing

  init(_ entry: Activation.Entry, _ show: Showing) {
    self.entry = entry
    self.show = show
  }

  var activation: Shown { equation("f", entry.value) }
  var derivative: Shown { equation("f'", entry.derivative) }

  /// What a node of a diagram has room for: the formula of a function of the page only where that is short, or
  /// where its name is that of every activation.
  var name: String {
    let value = show(entry.written(entry.value)).text
    guard let formula = formula(of: entry.value) else { return value }
    return formula.text.count <= 12 || called(entry.value) == "f" ? formula.text : value
  }

  /// `f(z) = value`; of a function of the page its name and its formula, the name once.
  private func equation(_ left: String, _ value: Expression) -> Shown {
    let z = show(.variable(entry.letter))
    let head = Shown(text: "\(left)(\(z.text))", tex: "\(left)(\(z.tex))")
    let own = show(entry.written(value))
    guard let formula = formula(of: value) else { return .equation(head, own) }
    return .equation(head, called(value) == left ? formula : .equation(own, formula))
  }

  /// The name of the function of the page that the value is.
  private func called(_ value: Expression) -> String? {
    guard case .apply(let function) = value.operation, function.isDefinedByPage,
      value.operands[0] == .variable(entry.letter)
    else { return nil }
    return function.name
  }

  /// What that function means, where it can be read at one glance.
  private func formula(of value: Expression) -> Shown? {
    guard called(value) != nil, case .apply(let function) = value.operation,
      let formula = function.writtenOut(value.operands[0])?.simplified, Showing.isBrief(formula)
    else { return nil }
    return show(formula)
  }
}
