import Backprop
import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// A term of a function as a network, with its deltas.
struct Layered: Sendable {
  var network: Network
  var deltas: Deltas
}

/// What has been found of functions of a page, so that it is not found again.
final class LayerCache {
  private var known: [Expression: Result<[Layered], Diagnostic>] = [:]

  func layers(
    of function: Expression, finding: () throws(Diagnostic) -> [Layered]
  ) throws(Diagnostic) -> [Layered] {
    if let known = known[function] { return try known.get() }
    let found = Result(catching: finding)
    known[function] = found
    return try found.get()
  }
}

extension PageSession {
  /// The networks of a function with their deltas, confirmed by the kernel.
  ///
  /// - Throws: the kernel's objection.
  func layers(of function: Function, at location: SourceLocation) throws(Diagnostic) -> [Layered] {
    try cache.layers(of: function.expression) { () throws(Diagnostic) in
      let found = Network.terms(of: function.expression)
        .map { Layered(network: $0, deltas: Deltas($0)) }
      try confirm(found, of: function, at: location)
      return found
    }
  }

  /// Has the kernel confirm that the networks compute the function and that every delta is the
  /// derivative by the input of its layer.
  private func confirm(
    _ layers: [Layered], of function: Function, at location: SourceLocation
  ) throws(Diagnostic) {
    try prover.requireConfirmed(
      .identity(.sum(layers.map(\.network.value)), function.expression),
      named: "the network of \(function.name)", at: location)
    for layered in layers {
      let nudged = layered.network.nudged
      let moved = Deltas(nudged.network)
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
  }

  /// Σₗ ⟨δₗ, Vₗ⟩.
  private func paired(_ deltas: Deltas, _ directions: [Variable]) -> Expression {
    .sum(
      zip(deltas.rows.reversed(), directions).map { row, direction in
        MatrixFunction.sum(.hadamard([row.value, .variable(direction)]))
      })
  }

  /// How many layers the function last shown has.
  func layerCount(at location: SourceLocation) throws(Diagnostic) -> Int {
    guard let function = layered else { return 0 }
    return try layers(of: function, at: location)[0].network.layers.count
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
    let layers = try layers(of: function, at: location)
    guard case .number(let number) = layer.index else {
      throw Diagnostic(
        .unsupported, "a layer is named by a number here", at: location,
        hint: "write the number of the layer")
    }
    let network = layers[0].network
    guard let found = network.layers.first(where: { $0.number == number }) else {
      throw Diagnostic(
        .unknownName, "\(function.name) has no layer \(number)", at: location,
        hint: "its layers are 1 to \(network.layers.count)")
    }
    switch layer.quantity {
    case .input: return found.input
    case .activation: return found.output
    case .slope: return found.activation.derivative(at: found.input).simplified
    case .delta: return layers[0].deltas.delta(number) ?? found.input
    case .weight:
      guard let weight = found.weight else {
        throw Diagnostic(
          .unknownName, "layer \(number) is the last and has no weight", at: location)
      }
      return weight.matrix
    }
  }
}
