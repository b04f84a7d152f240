import Diagnostics
import Notation

/// An equation about every layer of a network, `\delta^{(l)} = (W^{(l)})^T\delta^{(l+1)} \odot f'(z^{(l)})`,
/// and what it says of a single one.
struct FreeLayer {
  private let equation: Equation
  /// The free letter; nil where the equation speaks of certain layers only, `L` the last.
  private let letter: String?

  /// - Parameter isFree: whether a name means nothing on the page: such a function is the layer's activation.
  /// - Returns: nil where the equation names its layers by more than one letter, or all by numbers without
  ///   a function that only the layer gives a meaning.
  init?(_ equation: Equation, isFree: (String) -> Bool) {
    let formulas = [equation.leftFormula].compactMap { $0 } + equation.sides.map(\.formula)
    let letters = Set(formulas.flatMap(\.layerLetters))
    let free = letters.subtracting([Self.last])
    let speaks = !letters.isEmpty || formulas.contains { $0.replacingActivations(isFree) != $0 }
    guard speaks, free.count <= 1 else { return nil }
    self.equation = equation
    namesActivation = formulas.contains { $0.appliesToInput(isFree) }
    letter = free.first
  }

  /// The letter for the number of the last layer.
  private static let last = "L"

  /// Whether a function that the page defines is applied to the input of a layer.
  let namesActivation: Bool

  /// What the claim about one layer is called.
  func label(_ number: Int) -> String? { letter.map { "\($0) = \(number)" } }

  /// The numbers the letter may stand for.
  func numbers(_ count: Int) -> ClosedRange<Int> {
    letter == nil ? count...count : 1...max(1, count)
  }

  /// The equation with a number for the letter.
  ///
  /// - Parameters:
  ///   - number: what the letter stands for.
  ///   - count: how many layers there are.
  ///   - isFree: whether a name means nothing on the page: such a function is the layer's activation.
  func instance(_ number: Int, of count: Int, isFree: (String) -> Bool) -> Equation {
    var result = equation
    func put(_ formula: Syntax) -> Syntax {
      formula.replacingLayers { $0 == Self.last ? count : number }.replacingActivations(isFree)
    }
    result.leftFormula = equation.leftFormula.map(put)
    for index in result.sides.indices {
      result.sides[index].formula = put(result.sides[index].formula)
    }
    switch equation.left {
    case .layer:
      if case .layer(let layer)? = result.leftFormula?.kind { result.left = .layer(layer) }
    case .derivative(let kind, let of, let variable):
      result.left = .derivative(kind, of: put(of), variable: variable.map(put))
    case .application, .formula:
      result.left = result.leftFormula.map { .formula($0) } ?? .continuation
    case .continuation: break
    }
    return result
  }
}

extension Syntax {
  /// The letters that layers are named by.
  fileprivate var layerLetters: [String] {
    if case .layer(let layer) = kind, case .symbol(let letter, _) = layer.index { return [letter] }
    return children.flatMap(\.layerLetters)
  }

  /// Whether a function that means something is applied to the input of a layer.
  fileprivate func appliesToInput(_ isFree: (String) -> Bool) -> Bool {
    if case .call(let name, _) = kind, !isFree(name), children.count == 1,
      case .layer(let layer) = children[0].kind, layer.quantity == .input
    {
      return true
    }
    return children.contains { $0.appliesToInput(isFree) }
  }

  /// The formula with numbers for the letters of layers.
  fileprivate func replacingLayers(_ number: (String) -> Int) -> Syntax {
    if case .layer(let layer) = kind, case .symbol(let letter, let offset) = layer.index {
      let index = Layer.Index.number(number(letter) + offset)
      return Syntax(.layer(Layer(layer.quantity, index)), range: range, marks: marks)
    }
    return Syntax(kind, children.map { $0.replacingLayers(number) }, range: range, marks: marks)
  }

  /// The formula with the activation of a layer for a function that means nothing else: `f(z^{(2)})` is
  /// `a^{(2)}`, `f'(z^{(2)})` is the slope there.
  func replacingActivations(_ isFree: (String) -> Bool) -> Syntax {
    if case .call(let name, let primes) = kind, primes <= 1, isFree(name), children.count == 1,
      case .layer(let layer) = children[0].kind, layer.quantity == .input
    {
      let quantity: Layer.Quantity = primes == 0 ? .activation : .slope
      return Syntax(.layer(Layer(quantity, layer.index)), range: range, marks: marks)
    }
    return Syntax(
      kind, children.map { $0.replacingActivations(isFree) }, range: range, marks: marks)
  }
}
