import Backprop
import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// Derivatives with respect to the input z⁽ˡ⁾ or the activation a⁽ˡ⁾ of a layer.
extension PageSession {
  struct LayerQuantity {
    var number: Int
    var isInput: Bool
    var name: String
  }

  /// The quantity of a layer that a request is about: `z2`, `a2`, where the page has no such name.
  func layerQuantity(
    _ request: Statement.Request, _ function: Function, in source: SourceText
  ) throws(Diagnostic) -> LayerQuantity? {
    guard request.derivative == .gradient, request.variables.count == 1,
      let name = request.variables.first, !scope.knows(name.text),
      let letter = name.text.first, letter == "z" || letter == "a",
      let number = Int(name.text.dropFirst()), function.expression.shape.isScalar
    else { return nil }
    let location = source.location(name.range)
    let count = try networks(of: function, at: location)[0].layers.count
    guard (1...count).contains(number) else {
      throw Diagnostic(
        .unknownName, "\(function.name) has no layer \(number)", at: location,
        hint: "its layers are 1 to \(count)")
    }
    return LayerQuantity(number: number, isInput: letter == "z", name: name.text)
  }

  mutating func byLayer(
    _ quantity: LayerQuantity, _ request: Statement.Request, _ function: Function,
    _ refutation: Statement.Refutation?, in source: SourceText, at location: SourceLocation
  ) throws(Diagnostic) -> StatementResult.Content {
    let network = try networks(of: function, at: location)[0]
    let freed = network.freeing(quantity.number, isInput: quantity.isInput)
    let held = Function(name: function.name, expression: freed.function)
    let gradient = try gradient(of: held, wrt: freed.letter, at: location)
    let derived = laidOut(
      gradient: gradient.substituting([freed.letter: freed.value]).simplified)
    let by = show.lettered(.variable(freed.letter))
    let left = Shown(
      text: "gradient \(function.name) wrt \(quantity.name)",
      tex: #"\nabla_{\#(by.tex)} \#(differentiated(function).tex)"#)
    guard let claim = request.claim else {
      let delta = show.lettered(.variable(Deltas.letter(network.layers[quantity.number - 1])))
      let isTurned = layout == .numerator
      let right = (quantity.isInput && !isTurned ? [delta] : []) + [show(derived)]
      let conditions = Conditions.of(
        derived: derived, from: function.expression, wrt: function.expression.variables)
      return .derivative(
        DerivativeFigure(
          steps: [.init(left: left, right: right)], conditions: conditions,
          notes: layoutNotes(ofGradientsBy: [Variable(quantity.name, freed.letter.shape)])))
    }
    var target = Target.identity(
      .gradient, of: function.name, with: derived, origin: function.location)
    target.wrt = quantity.name
    let side = side(claim, in: source)
    let index = judge(side, against: target, expectation(refutation)).index
    return .claim(index: index, statement: .equation(left, asWritten(side)))
  }
}
