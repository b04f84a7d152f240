internal import Diagnostics

/// Values at a point: `\frac{\partial f}{\partial x}\bigg|_{x=a}`.
extension LaTeXParser {
  /// Whether an atom is a bar with a point below it, `|_{x=a}`, `|_{a}`: no bar that opens has an index.
  func isEvaluation(_ atom: TeXAtom) -> Bool {
    guard case .delimiter(.bar, let side) = atom.nucleus else { return false }
    return side != .open && atom.lower != nil
  }

  /// The formula with values for names, as `x=a,\, y=b` gives them.
  mutating func evaluated(
    _ formula: Syntax, at point: [TeXAtom], _ range: Range<Int>
  ) throws(Diagnostic) -> Syntax {
    var parts = [formula]
    for piece in point.split(whereSeparator: { $0.isSymbol(",") || $0.isSymbol(";") }) {
      guard let sign = piece.firstIndex(where: { $0.isSymbol("=") }) else {
        if case .derivative = formula.kind, formula.children.count == 2,
          formula.children[1].isName, parts.count == 1
        {
          parts += [formula.children[1], try self.formula(Array(piece), at: range)]
          continue
        }
        throw unsupported(
          "a value at a point that is not named is not supported", range,
          hint: "name what takes the value, as in |_{x=a}")
      }
      let name = try self.formula(Array(piece[..<sign]), at: range)
      guard name.isName else {
        throw unsupported("\(text(name.range)) is no name that takes a value", range)
      }
      parts += [name, try self.formula(Array(piece[(sign + 1)...]), at: range)]
    }
    return try node(.evaluation, parts, range)
  }
}

extension Syntax {
  /// The formula without the point at which its last factor is evaluated, where the variable takes a value there:
  /// `\frac{d}{dt} f(t) g(t) \big|_{t=0}` is the value of the derivative, not the derivative of the value; so
  /// it is behind a sum.
  func evaluated(by variable: Syntax) -> (formula: Syntax, point: [Syntax])? {
    switch kind {
    case .evaluation:
      let point = Array(children.dropFirst())
      let names = stride(from: 0, to: point.count, by: 2).map { point[$0].kind }
      return names.contains(variable.kind) ? (children[0], point) : nil
    case .juxtapose, .multiply, .negate, .indexed(.sum), .indexed(.product):
      guard let last = children.last, let (formula, point) = last.evaluated(by: variable) else {
        return nil
      }
      var whole = self
      whole.children[children.count - 1] = formula
      return (whole, point)
    default: return nil
    }
  }
}
