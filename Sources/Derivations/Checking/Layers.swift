import Backprop
import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// A term of a function as a network, with its deltas.
struct Layered {
  let network: Network
  let deltas: Deltas
  private let cache = InstanceCache()

  init(network: Network, deltas: Deltas) {
    self.network = network
    self.deltas = deltas
  }

  /// The instances of a variable in the network; none where one cannot be differentiated.
  func instances(of variable: Variable) -> [Instance] {
    cache.instances(of: variable) { (try? network.instances(of: variable, deltas)) ?? [] }
  }

  /// The same, with what the instances of a variable contribute written without terms that vanish.
  func withoutVanishingTerms(of variable: Variable, by prover: Prover) -> Layered {
    let found = instances(of: variable)
    let rest = prover.withoutVanishingTerms(found.map(\.own) + found.map(\.contribution))
    var shortening = Shortening(differentiatedBy: [variable])
    let short = rest.map { shortening.shorten($0) }
    let written = found.enumerated().map { place, instance in
      instance.written(own: short[place], contribution: short[found.count + place])
    }
    let reduced = Layered(network: network, deltas: deltas)
    _ = reduced.cache.instances(of: variable) { written }
    return reduced
  }
}

/// The instances of variables in a network, so that they are not found again.
private final class InstanceCache {
  private var known: [Variable: [Instance]] = [:]

  func instances(of variable: Variable, finding: () -> [Instance]) -> [Instance] {
    if let found = known[variable] { return found }
    let found = finding()
    known[variable] = found
    return found
  }
}

/// What has been found of functions of a page, so that it is not found again.
final class LayerCache {
  private var networks: [Expression: Result<[Network], Diagnostic>] = [:]
  private var layers: [Expression: Result<[Layered], Diagnostic>] = [:]
  private var gradients: [Expression: [Variable: Expression]] = [:]
  /// By what gradients have terms less than backpropagation gives, because these vanish.
  private var reduced: [Expression: Set<Variable>] = [:]

  func networks(
    of function: Expression, finding: () throws(Diagnostic) -> [Network]
  ) throws(Diagnostic) -> [Network] {
    if let known = networks[function] { return try known.get() }
    let found = Result(catching: finding)
    networks[function] = found
    return try found.get()
  }

  func layers(
    of function: Expression, finding: () throws(Diagnostic) -> [Layered]
  ) throws(Diagnostic) -> [Layered] {
    if let known = layers[function] { return try known.get() }
    let found = Result(catching: finding)
    layers[function] = found
    return try found.get()
  }

  /// The gradients of a function, derived and confirmed for all variables that are not known yet.
  func gradients(
    of function: Expression, wrt variables: [Variable],
    finding: ([Variable]) throws(Diagnostic) -> [Expression]
  ) throws(Diagnostic) -> [Expression] {
    var known = gradients[function] ?? [:]
    let missing = variables.filter { known[$0] == nil }
    if !missing.isEmpty {
      for (variable, gradient) in zip(missing, try finding(missing)) { known[variable] = gradient }
      gradients[function] = known
    }
    return variables.map { known[$0] ?? .zeros($0.shape) }
  }

  /// Takes note of a gradient that terms were left out of.
  func note(_ gradient: Prover.ClosedGradient, of function: Expression, wrt variable: Variable) {
    if gradient.lacksTerms { reduced[function, default: []].insert(variable) }
  }

  /// Whether terms were left out of one of the gradients of a function.
  func isReduced(_ function: Expression, wrt variables: [Variable]) -> Bool {
    !(reduced[function] ?? []).isDisjoint(with: variables)
  }
}

extension PageSession {
  /// The networks of a function, one for each term, confirmed by the kernel to compute it.
  ///
  /// - Throws: `not-differentiable` where an activation has no derivative, and the kernel's objection.
  func networks(of function: Function, at location: SourceLocation) throws(Diagnostic) -> [Network]
  {
    try cache.networks(of: function.expression) { () throws(Diagnostic) in
      let found = try terms(of: function, at: location)
      try prover.requireConfirmed(
        .identity(.sum(found.map(\.value)), function.expression),
        named: "the network of \(function.name)", at: location)
      return found
    }
  }

  private func terms(
    of function: Function, at location: SourceLocation
  ) throws(Diagnostic) -> [Network] {
    do throws(NotDifferentiable) {
      return try Network.terms(of: function.expression)
    } catch {
      throw Diagnostic(
        .notDifferentiable,
        "\(function.name) has no layers: an activation in it has no derivative: \(error.what)",
        at: location, hint: "a gradient of \(function.name) may exist all the same; ask for it")
    }
  }

  /// The networks of a function with their deltas, confirmed by the kernel.
  ///
  /// - Throws: `not-differentiable` where a layer has no delta, and the kernel's objection.
  func layers(of function: Function, at location: SourceLocation) throws(Diagnostic) -> [Layered] {
    try cache.layers(of: function.expression) { () throws(Diagnostic) in
      var found: [Layered] = []
      for network in try networks(of: function, at: location) {
        found.append(
          Layered(network: network, deltas: try deltas(network, of: function, at: location)))
      }
      for layered in found { try confirm(layered, of: function, at: location) }
      return found
    }
  }

  private func deltas(
    _ network: Network, of function: Function, isBrief: Bool = true, at location: SourceLocation
  ) throws(Diagnostic) -> Deltas {
    do throws(Deltas.Failure) {
      return try Deltas(network, isBrief: isBrief)
    } catch {
      throw Diagnostic(
        .notDifferentiable,
        "layer \(error.layer) of \(function.name) has no delta: layer \(error.user) is fed by "
          + "\(show.lettered(error.formula).text), and the language has no derivative of "
          + error.reason.what,
        at: location, hint: "a gradient of \(function.name) may exist all the same; ask for it")
    }
  }

  /// Has the kernel confirm that every delta is the derivative by the input of its layer.
  private func confirm(
    _ layered: Layered, of function: Function, at location: SourceLocation
  ) throws(Diagnostic) {
    let nudged = layered.network.nudged
    let moved = try deltas(nudged.network, of: function, isBrief: false, at: location)
    try prover.requireConfirmed(
      .gradient(
        of: nudged.value, wrt: nudged.time, claimed: paired(moved, nudged.directions)),
      named: "the deltas of \(function.name)", at: location)
    let resting = paired(moved, nudged.directions)
      .substituting([nudged.time: .number(0)])
    try prover.requireConfirmed(
      .identity(paired(layered.deltas, nudged.directions), resting),
      named: "the deltas of \(function.name)", at: location)
  }

  /// Σₗ ⟨δₗ, Vₗ⟩.
  private func paired(_ deltas: Deltas, _ directions: [Variable]) -> Expression {
    .sum(
      zip(deltas.rows.reversed(), directions).map { row, direction in
        MatrixFunction.sum(.hadamard([row.value, .variable(direction)]))
      })
  }

  /// The name that a quantity of a layer has where no network is shown: z1 for `z^{(1)}`.
  func unshownName(of layer: Syntax.Layer) -> String? {
    guard layered == nil, case .number(let number) = layer.index else { return nil }
    switch layer.quantity {
    case .delta: return "delta\(number)"
    case .input: return "z\(number)"
    case .activation: return "a\(number)"
    case .weight: return "W\(number)"
    case .slope: return nil
    }
  }

  /// How many layers the function last shown has.
  func layerCount(at location: SourceLocation) throws(Diagnostic) -> Int {
    guard let function = layered else { return 0 }
    return try networks(of: function, at: location)[0].layers.count
  }

  /// What δ⁽ˡ⁾, z⁽ˡ⁾, a⁽ˡ⁾ and W⁽ˡ⁾ stand for: the layers of the function last shown.
  func value(
    of layer: Syntax.Layer, at location: SourceLocation
  ) throws(Diagnostic) -> Expression {
    guard let function = layered else {
      throw Diagnostic(
        .unknownName, "no network is shown above, so there is no layer to speak of",
        at: location, hint: "write network F in a derive block above")
    }
    let network = try networks(of: function, at: location)[0]
    guard case .number(let number) = layer.index else {
      throw Diagnostic(
        .unsupported, "a layer is named by a number here", at: location,
        hint: "write the number of the layer")
    }
    guard let found = network.layers.first(where: { $0.number == number }) else {
      throw Diagnostic(
        .unknownName, "\(function.name) has no layer \(number)", at: location,
        hint: "its layers are 1 to \(network.layers.count)")
    }
    switch layer.quantity {
    case .input: return found.input
    case .activation: return found.output
    case .slope: return found.activation.derivative(at: found.input).simplified
    case .delta:
      return try layers(of: function, at: location)[0].deltas.delta(number) ?? found.input
    case .weight:
      guard let weight = found.weight else {
        throw Diagnostic(
          .unknownName, "layer \(number) is the last and has no weight", at: location)
      }
      return weight.matrix
    }
  }
}
