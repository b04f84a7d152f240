import Backprop
import MatrixCalculus
import Notation

/// Makes the figure of a derived gradient: one line for each instance of the variable, then the sum.
struct DerivativeFigures {
  let show: Showing
  let function: Shown
  let variable: Variable
  /// Whether the layers that are shown above are those of the function.
  var isDrawn = true

  /// - Parameters:
  ///   - layers: the function's terms as chains, where they are.
  ///   - gradient: the derived closed form.
  ///   - body: the same in letters that are defined beside it, where that is shorter.
  func gradient(
    _ layers: [Layered], _ gradient: Expression, conditions: [String],
    inLetters body: Expression? = nil
  ) -> DerivativeFigure {
    let marks = isDrawn ? layers.marks(for: variable) : LayerMarks()
    let total = body.map { show.lettered($0) } ?? show(gradient, marking: marks)
    var instances = layers.enumerated().flatMap { index, layered in
      layered.instances(of: variable).map { line($0, ofTerm: index + 1, marks) }
    }
    if instances.count == 1, let only = instances.first, only.left == whole {
      guard isDrawn else {
        let step = DerivativeFigure.Step(left: whole, right: [total])
        return DerivativeFigure(steps: [step], conditions: conditions)
      }
      let isShorter = body != nil || total.text.count < only.right.last?.text.count ?? 0
      let right = only.right + (isShorter ? [total] : [])
      let step = DerivativeFigure.Step(left: whole, right: right, origin: only.origin)
      return DerivativeFigure(steps: [step], conditions: conditions)
    }
    tellApart(&instances)
    let steps = instances.map(step)
    let summands = instances.filter { !$0.vanishes }.map(\.summand)
    let sum = summands.isEmpty || isSum(gradient, of: summands) ? [] : [joined(summands)]
    return DerivativeFigure(
      steps: steps + [DerivativeFigure.Step(left: whole, right: sum + [total])],
      conditions: conditions, definitions: isDrawn ? [] : definitions(layers))
  }

  /// What the letters of the lines stand for, where no table above says it.
  private func definitions(_ layers: [Layered]) -> [Shown] {
    layers.enumerated().flatMap { index, layered -> [Shown] in
      let instances = layered.instances(of: variable).filter(\.place.isShownInLetters)
      let used = Set(instances.flatMap(\.formula.variables))
      let letters = layered.network.letters(layered.deltas)
      return letters.definitions.map(\.letter).filter(used.contains).compactMap { letter in
        letters.closed[letter].map {
          show.definition(Definition(letter, $0).inTerm(index + 1))
        }
      }
    }
  }

  /// Writes into what several lines begin with which part of the sum each is: `[∇_U F]^{(3)}` for layer 3.
  private func tellApart(_ lines: inout [Line]) {
    let heads = Dictionary(grouping: lines.map(\.left) + [whole]) { $0 }
    for index in lines.indices where (heads[lines[index].left]?.count ?? 0) > 1 {
      let line = lines[index]
      lines[index].left = weight(line) ?? part(of: line.left, line.place, ofTerm: line.term)
    }
  }

  /// The derivative by the weight of one layer alone, as equations of the page may speak of it too; nil for another
  /// place, and where a variable is spelled like that weight.
  private func weight(_ line: Line) -> Shown? {
    guard case .weight(let layer, _) = line.place, line.term == 1 else { return nil }
    let weight = "W^{(\(layer))}"
    guard !show.style.names.values.contains(weight) else { return nil }
    return Shown(text: whole.text, tex: #"\nabla_{\#(weight)} \#(function.tex)"#)
  }

  /// One of several lines. A `derive` block can say that its sides are equal; the left one, and letters that no
  /// table shows or that are of another term than the first, are spoken of in equations alone.
  private func step(_ line: Line) -> DerivativeFigure.Step {
    let sides = line.right.map(\.text)
    let isSaid = sides.count > 1 && line.term == 1 && isDrawn
    return DerivativeFigure.Step(
      left: line.left, right: line.right, origin: line.origin,
      claim: isSaid ? sides.joined(separator: " == ") : sides.last)
  }

  /// The share that a place has in a gradient, with the numbers that the letters of its layer have; as text it is
  /// told by where it comes from alone.
  private func part(of head: Shown, _ place: Instance.Place, ofTerm term: Int) -> Shown {
    let layer = place.layer.map(String.init) ?? #"\Sigma"#
    var part = head
    part.tex = #"\left[ \#(head.tex) \right]"# + (term == 1 ? "" : "_{\(term)}") + "^{(\(layer))}"
    return part
  }

  /// A gradient too long to be written out: in letters for deltas and activations.
  ///
  /// - Parameters:
  ///   - shares: what each place of the variable contributes, in letters of the layer table; none where
  ///     there are no layers.
  ///   - body: their sum with only the letters that are defined beside it.
  func gradient(
    _ shares: [NamedGradients.TermShare], inLetters body: Expression, _ conditions: [String]
  ) -> DerivativeFigure {
    let last = show.lettered(body)
    let lines = (isDrawn ? shares : []).map {
      (place: $0.share.place, formula: show.lettered($0.share.formula.simplified))
    }
    // Without a table above nothing says what the letters of the lines are.
    guard lines.count > 1 else {
      let right = lines.map(\.formula).filter { $0 != last } + [last]
      let origin = lines.first.map { self.origin($0.place) }
      return DerivativeFigure(
        steps: [.init(left: whole, right: right, origin: origin)], conditions: conditions)
    }
    let steps = zip(lines, shares).map { line, share in
      DerivativeFigure.Step(
        left: part(of: whole, line.place, ofTerm: share.term), right: [line.formula],
        origin: origin(line.place), claim: line.formula.text)
    }
    let sum = joined(lines.map(\.formula))
    let total = DerivativeFigure.Step(
      left: whole, right: (sum.text == last.text ? [] : [sum]) + [last])
    return DerivativeFigure(steps: steps + [total], conditions: conditions)
  }

  private func origin(_ place: Instance.Place, isTurned: Bool = false) -> Origin {
    let words =
      switch place {
      case .weight(_, false): "the weight of layer {layer}"
      case .weight(_, true):
        isTurned
          ? "the weight of layer {layer}, to be transposed"
          : "the weight of layer {layer}, transposed back"
      case .input: "the input of the network"
      case .insideWeight: "{name} within the weight of layer {layer}"
      case .feed: "{name} in the input of layer {layer}"
      case .activation: "{name} in the activation of layer {layer}"
      case .coefficient: "{name} in front of the sum"
      }
    return Origin(words: words, name: name, layer: place.layer)
  }

  /// A matrix of derivatives that has no layers of its own to show.
  func derivative(_ left: Shown, _ value: Expression, conditions: [String]) -> DerivativeFigure {
    DerivativeFigure(
      steps: [DerivativeFigure.Step(left: left, right: [show(value)])], conditions: conditions)
  }

  private struct Line {
    var left: Shown
    var right: [Shown]
    var origin: Origin
    var place: Instance.Place
    /// Of which term of a sum its network is.
    var term: Int
    /// How it enters the sum.
    var summand: Shown
    /// Whether it contributes nothing.
    var vanishes: Bool
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

  /// Whether a result has just these terms, in any order: then their sum says nothing new.
  private func isSum(_ result: Expression, of summands: [Shown]) -> Bool {
    let terms = result.operation == .sum ? result.operands : [result]
    return terms.map { show($0).text }.sorted() == summands.map(\.text).sorted()
  }

  /// `a + b - c`: the sign of a summand is that of its operation.
  private static func sum(_ summands: [String]) -> String {
    summands.dropFirst().reduce(summands.first ?? "") { sum, summand in
      summand.hasPrefix("-") ? "\(sum) - \(summand.dropFirst())" : "\(sum) + \(summand)"
    }
  }

  /// - Parameter term: of which term of a sum the network is; its letters carry that number.
  private func line(_ instance: Instance, ofTerm term: Int, _ marks: LayerMarks) -> Line {
    let formula = instance.formula.inTerm(term)
    func line(_ left: Shown, _ right: [Shown], _ origin: Origin, _ summand: Shown) -> Line {
      Line(
        left: left, right: right, origin: origin, place: instance.place, term: term,
        summand: summand, vanishes: instance.contribution.isZero)
    }
    let origin = self.origin(instance.place)
    switch instance.place {
    case .weight(_, let transposed):
      let deltas = show.lettered(transposed ? formula.transposed.simplified : formula)
      let own = show(instance.own, marking: marks)
      guard transposed else { return line(whole, [deltas, own], origin, deltas) }
      return line(
        turned, [deltas, own], self.origin(instance.place, isTurned: true),
        deltas.map(
          text: { "(\($0))'" }, tex: { show.style.transposed(#"\left( \#($0) \right)"#) }))
    case .input, .feed:
      let letters = show.lettered(formula.simplified)
      return line(whole, [letters, show(instance.contribution, marking: marks)], origin, letters)
    case .insideWeight, .activation, .coefficient:
      let closed = show(instance.contribution, marking: marks)
      return line(whole, [closed], origin, closed)
    }
  }

  /// The derivative by the transposed variable.
  private var turned: Shown {
    Shown(
      text: "gradient \(function.text) wrt \(name.text)'",
      tex: #"\nabla_{\#(show.style.transposed(name.tex))} \#(function.tex)"#)
  }
}

extension Instance.Place {
  /// The number of the layer where it is; nil in front of the sum.
  fileprivate var layer: Int? {
    switch self {
    case .weight(let layer, _), .insideWeight(let layer), .feed(let layer), .input(let layer, _),
      .activation(let layer):
      layer
    case .coefficient: nil
    }
  }

  /// Whether the line of the place is written in letters too.
  fileprivate var isShownInLetters: Bool {
    switch self {
    case .weight, .input, .feed: true
    case .insideWeight, .activation, .coefficient: false
    }
  }
}

extension Layered {
  /// The quantities that the instances of a variable are made of, with their layers: deltas and activations,
  /// then the slopes of the layers on the way to them.
  fileprivate func note(_ variable: Variable, in marks: inout LayerMarks, suffix: String) {
    let places = instances(of: variable).map { network.parts(of: $0.place) }
    for (fed, feeding) in places {
      for layer in fed { deltas.delta(layer).map { marks.note($0, layer: "\(layer)\(suffix)") } }
      for layer in feeding {
        marks.note(network.layers[layer - 1].output, layer: "\(layer)\(suffix)")
      }
    }
    let first = places.flatMap(\.fed).min() ?? network.layers.count + 1
    for row in deltas.rows.reversed() where row.layer.number >= first {
      marks.note(row.slope, layer: "\(row.layer.number)\(suffix)", isInner: true)
    }
  }
}

extension [Layered] {
  /// The quantities of layers that the gradient by a variable is made of; of several terms each with the number
  /// of its own.
  func marks(for variable: Variable) -> LayerMarks {
    var marks = LayerMarks()
    for (index, layered) in enumerated() {
      layered.note(variable, in: &marks, suffix: count == 1 ? "" : ".\(index + 1)")
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
