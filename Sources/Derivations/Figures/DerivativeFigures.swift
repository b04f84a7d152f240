import Backprop
import MatrixCalculus
import Notation

/// Makes the figure of a derived gradient: one line for each instance of the variable, then the sum.
struct DerivativeFigures {
  let show: Showing
  let function: Shown
  let variable: Variable

  /// - Parameters:
  ///   - layers: the function's terms as chains, where they are.
  ///   - gradient: the derived closed form.
  ///   - body: the same in letters that are defined beside it, where that is shorter.
  func gradient(
    _ layers: [Layered], _ gradient: Expression, conditions: [String],
    inLetters body: Expression? = nil
  ) -> DerivativeFigure {
    // Of several networks a number would not say whose layer it is.
    let marks = layers.count == 1 ? layers[0].marks(for: variable) : LayerMarks()
    let instances = layers.enumerated().flatMap { index, layered in
      layered.instances(of: variable).map { line($0, ofTerm: index + 1, marks) }
    }
    let total = body.map { show.lettered($0) } ?? show(gradient, marking: marks)
    if instances.count == 1, let only = instances.first, only.left == whole {
      let isShorter = body != nil || total.text.count < only.right.last?.text.count ?? 0
      let right = only.right + (isShorter ? [total] : [])
      let step = DerivativeFigure.Step(left: whole, right: right, origin: only.origin)
      return DerivativeFigure(steps: [step], conditions: conditions)
    }
    let steps = instances.map {
      DerivativeFigure.Step(left: $0.left, right: $0.right, origin: $0.origin)
    }
    let sum = instances.isEmpty ? [] : [joined(instances.map(\.summand))]
    return DerivativeFigure(
      steps: steps + [DerivativeFigure.Step(left: whole, right: sum + [total])],
      conditions: conditions)
  }

  /// A gradient too long to be written out: in letters for deltas and activations.
  ///
  /// - Parameters:
  ///   - shares: what each place of the variable contributes, in letters of the layer table; none where
  ///     there are no layers.
  ///   - body: their sum with only the letters that are defined beside it.
  func gradient(
    _ shares: [Network.Share], inLetters body: Expression, _ conditions: [String]
  ) -> DerivativeFigure {
    let last = show.lettered(body)
    let lines = shares.map { (place: $0.place, formula: show.lettered($0.formula.simplified)) }
    guard lines.count > 1 else {
      let right = lines.map(\.formula).filter { $0 != last } + [last]
      let origin = lines.first.map { Self.origin($0.place) }
      return DerivativeFigure(
        steps: [.init(left: whole, right: right, origin: origin)], conditions: conditions)
    }
    let steps = lines.map {
      DerivativeFigure.Step(left: whole, right: [$0.formula], origin: Self.origin($0.place))
    }
    let total = DerivativeFigure.Step(left: whole, right: [joined(lines.map(\.formula)), last])
    return DerivativeFigure(steps: steps + [total], conditions: conditions)
  }

  private static func origin(_ place: Instance.Place) -> String {
    switch place {
    case .weight(let layer, false): "the weight of layer \(layer)"
    case .weight(let layer, true): "the weight of layer \(layer), transposed back"
    case .input: "the input"
    case .insideWeight(let layer): "within the weight of layer \(layer)"
    case .feed(let layer): "in what feeds layer \(layer)"
    case .activation(let layer): "in the activation of layer \(layer)"
    case .coefficient: "in front of the sum"
    }
  }

  /// A matrix of derivatives that has no layers of its own to show.
  func derivative(_ left: Shown, _ value: Expression, conditions: [String]) -> DerivativeFigure {
    DerivativeFigure(
      steps: [DerivativeFigure.Step(left: left, right: [show(value)])], conditions: conditions)
  }

  private struct Line {
    var left: Shown
    var right: [Shown]
    var origin: String
    /// How it enters the sum.
    var summand: Shown
  }

  private var name: Shown { show(.variable(variable)) }

  private var whole: Shown {
    Shown(
      text: "gradient \(function.text) wrt \(name.text)",
      tex: #"\nabla_{\#(name.tex)} \#(function.tex)"#)
  }

  private func joined(_ summands: [Shown]) -> Shown {
    Shown(text: Self.sum(summands.map(\.text)), tex: Self.sum(summands.map(\.tex)))
  }

  /// `a + b - c`: the sign of a summand is that of its operation.
  private static func sum(_ summands: [String]) -> String {
    summands.dropFirst().reduce(summands.first ?? "") { sum, summand in
      summand.hasPrefix("-") ? "\(sum) - \(summand.dropFirst())" : "\(sum) + \(summand)"
    }
  }

  /// - Parameter term: of which term of a sum the network is; its letters carry that number.
  private func line(_ instance: Instance, ofTerm term: Int, _ marks: LayerMarks) -> Line {
    let closed = show(instance.contribution, marking: marks)
    let formula = instance.formula.inTerm(term)
    switch instance.place {
    case .weight(let layer, let transposed):
      let deltas = show.lettered(transposed ? formula.transposed.simplified : formula)
      return weightLine(instance, deltas, layer, transposed, marks)
    case .input:
      let letters = show.lettered(formula.simplified)
      return Line(left: whole, right: [letters, closed], origin: "the input", summand: letters)
    case .insideWeight(let layer):
      return Line(
        left: whole, right: [closed], origin: "within the weight of layer \(layer)",
        summand: closed)
    case .feed(let layer):
      return Line(
        left: whole, right: [closed], origin: "in what feeds layer \(layer)", summand: closed)
    case .activation(let layer):
      return Line(
        left: whole, right: [closed], origin: "in the activation of layer \(layer)",
        summand: closed)
    case .coefficient:
      return Line(left: whole, right: [closed], origin: "in front of the sum", summand: closed)
    }
  }

  private func weightLine(
    _ instance: Instance, _ deltas: Shown, _ layer: Int, _ transposed: Bool,
    _ marks: LayerMarks
  ) -> Line {
    let own = show(instance.own, marking: marks)
    guard transposed else {
      return Line(
        left: whole, right: [deltas, own], origin: "the weight of layer \(layer)", summand: deltas)
    }
    let left = Shown(
      text: "gradient \(function.text) wrt \(name.text)'",
      tex: #"\nabla_{\#(show.style.transposed(name.tex))} \#(function.tex)"#)
    return Line(
      left: left, right: [deltas, own],
      origin: "the weight of layer \(layer), to be transposed back",
      summand: deltas.map(
        text: { "(\($0))'" }, tex: { show.style.transposed(#"\left( \#($0) \right)"#) }))
  }
}

extension Layered {
  /// The instances of a variable in the network; none where one cannot be differentiated.
  func instances(of variable: Variable) -> [Instance] {
    (try? network.instances(of: variable, deltas)) ?? []
  }

  /// The deltas and activations that the instances of a variable are made of, with their layers.
  func marks(for variable: Variable) -> LayerMarks {
    var marks = LayerMarks()
    for instance in instances(of: variable) {
      let (fed, feeding) = network.parts(of: instance.place)
      for layer in fed { deltas.delta(layer).map { marks.note($0, layer: layer) } }
      for layer in feeding { marks.note(network.layers[layer - 1].output, layer: layer) }
    }
    return marks
  }
}

extension Network {
  /// The layers whose δ, and those whose a, a contribution of a place is made of.
  fileprivate func parts(of place: Instance.Place) -> (fed: [Int], feeding: [Int]) {
    switch place {
    case .weight(let layer, _), .insideWeight(let layer): ([layer + 1], [layer])
    case .feed(let layer): ([layer], layers[layer - 1].feed?.sources ?? [])
    case .input(let layer, _): ([layer], [])
    case .activation, .coefficient: ([], [])
    }
  }
}
