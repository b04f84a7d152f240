import Backprop
import Diagnostics
import MatrixCalculus
import Notation
import Proof

extension PageSession {
  /// Finds the networks of a function, so that they need not be found again.
  mutating func layer(_ function: Function, at location: SourceLocation) throws(Diagnostic)
    -> [Network]
  {
    let found = try networks(of: function, at: location)
    networks[function.name] = found
    return found
  }

  /// The networks of a function.
  ///
  /// - Throws: `unsupported` with the part that is no chain.
  func networks(of function: Function, at location: SourceLocation) throws(Diagnostic) -> [Network]
  {
    if let known = networks[function.name] { return known }
    let found: [Network]
    do throws(NotAChain) {
      found = try Network.terms(of: function.expression)
    } catch {
      throw Diagnostic(
        .unsupported, "\(function.name) is not a chain of layers: \(error.reason)", at: location,
        hint: "the gradient can be asked for all the same",
        notes: [Diagnostic.Note("part", show(error.part).text)])
    }
    try confirm(found, of: function, at: location)
    return found
  }

  /// Has the kernel confirm that the networks compute the function and that every delta is the
  /// derivative by the input of its layer.
  private func confirm(
    _ networks: [Network], of function: Function, at location: SourceLocation
  ) throws(Diagnostic) {
    let value = Expression.sum(networks.map(\.value))
    try prover.requireConfirmed(
      .identity(value, function.expression), named: "the network of \(function.name)",
      at: location)
    for network in networks {
      let deltas = Deltas(network)
      for row in deltas.rows {
        let (outer, free) = network.outer(from: row.layer.number)
        let freed = Deltas(outer)
        guard let delta = freed.rows.last?.value else { continue }
        try prover.requireConfirmed(
          .gradient(of: outer.value, wrt: free, claimed: delta),
          named: "the delta of layer \(row.layer.number) of \(function.name)", at: location)
        let inPlace = delta.substituting([free: row.layer.input])
        try prover.requireConfirmed(
          .identity(row.value, inPlace),
          named: "the delta of layer \(row.layer.number) of \(function.name)", at: location)
      }
    }
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
    let networks = try networks(of: function, at: location)
    guard case .number(let number) = layer.index else {
      throw Diagnostic(
        .unsupported, "a layer is named by a number here", at: location,
        hint: "write the number of the layer")
    }
    let network = networks[0]
    guard let found = network.layers.first(where: { $0.number == number }) else {
      throw Diagnostic(
        .unknownName, "\(function.name) has no layer \(number)", at: location,
        hint: "its layers are 1 to \(network.layers.count)")
    }
    switch layer.quantity {
    case .input: return found.input
    case .activation: return found.output
    case .delta: return Deltas(network).delta(number) ?? found.input
    case .weight:
      guard let weight = found.weight else {
        throw Diagnostic(
          .unknownName, "layer \(number) is the last and has no weight", at: location)
      }
      return weight.matrix
    }
  }
}
