import Backprop
import MatrixCalculus
import Proof

/// Gradients in letters for the deltas and activations of a function's layers.
struct NamedGradients {
  /// What a place contributes, in the network of a term, counted from 1.
  typealias TermShare = (term: Int, share: Network.Share)

  /// For each gradient what each place of its variable contributes; none where there are no layers.
  var shares: [[TermShare]]
  var form: NamedForm
}

extension PageSession {
  /// Long gradients in the letters of the layers, confirmed by the kernel; with names for what they
  /// share where there are no layers. Where terms of them vanish, what each place contributes is not shown.
  func named(
    _ variables: [Variable], _ gradients: [Expression], of function: Function, _ layers: [Layered]
  ) -> NamedGradients {
    if cache.isReduced(function.expression, wrt: variables) {
      return withoutPlaces(variables, gradients, of: function, layers)
    }
    if let found = inLetters(variables, layers) {
      let closed = Array(zip(variables, found.form.closed))
      if prover.confirm(gradients: closed, of: function.expression) == .confirmed { return found }
    }
    let form = NamedForm(sharing: gradients) { Variable("⟨T\($0)⟩", $1) }
    return NamedGradients(shares: gradients.map { _ in [] }, form: form)
  }

  /// The gradients themselves in letters, the shorter way of two.
  private func withoutPlaces(
    _ variables: [Variable], _ gradients: [Expression], of function: Function, _ layers: [Layered]
  ) -> NamedGradients {
    let plain = NamedForm(sharing: gradients) { Variable("⟨T\($0)⟩", $1) }
    let lettered = NamedForm(gradients, letterDefinitions(layers)).withSharedParts
    let stands =
      prover.confirm(gradients: Array(zip(variables, lettered.closed)), of: function.expression)
      == .confirmed
    let forms = stands ? [lettered, plain] : [plain]
    let form = forms.min { $0.size < $1.size } ?? plain
    return NamedGradients(shares: gradients.map { _ in [] }, form: form)
  }

  private func inLetters(_ variables: [Variable], _ layers: [Layered]) -> NamedGradients? {
    guard !layers.isEmpty else { return nil }
    var shares: [[NamedGradients.TermShare]] = []
    for variable in variables {
      var all: [NamedGradients.TermShare] = []
      for (index, layered) in layers.enumerated() {
        guard let found = try? layered.network.shares(of: variable, layered.deltas) else {
          return nil
        }
        all += found.map { (index + 1, $0.inTerm(index + 1)) }
      }
      guard !all.isEmpty else { return nil }
      shares.append(all)
    }
    let bodies = shares.map { Expression.sum($0.map(\.share.formula)) }
    return NamedGradients(shares: shares, form: NamedForm(bodies, letterDefinitions(layers)))
  }

  /// What the letters of layers stand for.
  func letterDefinitions(_ layers: [Layered]) -> [Definition] {
    layers.enumerated().flatMap { index, layered in
      layered.network.letters(layered.deltas).definitions.map { $0.inTerm(index + 1) }
    }
  }
}

extension Network.Share {
  /// With the letters of the network of a term, counted from 1.
  fileprivate func inTerm(_ number: Int) -> Network.Share {
    number == 1
      ? self : Network.Share(place: place, own: own.inTerm(number), formula: formula.inTerm(number))
  }
}

extension Definition {
  /// With the letters of the network of a term, counted from 1.
  func inTerm(_ number: Int) -> Definition {
    number == 1 ? self : Definition(letter.inTerm(number), value.inTerm(number))
  }
}

extension Expression {
  /// With the letters of the network of a term, counted from 1.
  func inTerm(_ number: Int) -> Expression {
    guard number > 1 else { return self }
    let letters = variables.filter { $0.name.hasPrefix("⟨") }
    return substituting(
      Dictionary(letters.map { ($0, .variable($0.inTerm(number))) }) { first, _ in first })
  }
}

extension Variable {
  /// `⟨a3⟩` as `⟨a3.2⟩`.
  func inTerm(_ number: Int) -> Variable {
    number == 1 ? self : Variable(name.dropLast() + ".\(number)⟩", shape, properties, range: range)
  }
}
