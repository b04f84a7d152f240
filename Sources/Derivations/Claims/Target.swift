import Backprop
import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// What a claimed formula has to equal, and what is known for naming a mistake in it.
struct Target {
  var kind: CheckedClaim.Kind
  /// What exactly of it, in words, where the kind does not say: `weight of layer 2`.
  var label: String?
  /// What the claim speaks of.
  var of: String
  var wrt: String?
  /// A name for the one place of the variable that it is by, or for its transpose: what no `derive` block can
  /// speak of.
  var place: String?
  /// Along which directions, one for each variable.
  var along: String?
  /// The claim that the given expression is it.
  var claim: (Expression) -> Claim
  /// What the engine derived for it.
  var derived: Expression?
  /// What the left side may mean instead: of a tied weight whose transposed place was differentiated by
  /// alone, the other place alone.
  var otherReadings: [Target] = []
  /// The shape it has.
  var shape: Shape
  /// The letters that its rows, its columns and the rest run over, where it is about single entries.
  var axes: [IndexAxis] = []
  /// What has to be zero for the claim to hold, in words.
  var condition: String?
  /// The conditions of what the claim is about that its own form does not show.
  var given: [String] = []
  /// Where the derivation starts.
  var origin: SourceLocation?
  /// The side of an identity that it is the meaning of, as its author wrote it in the same statement: the
  /// mistake may as well stand there.
  var other: ClaimedSide?
  /// What a gradient is made of, where the layers of its function are those shown last.
  var marks = LayerMarks()
  /// What a wrong claim may have left out or said instead; asked for only where one is wrong.
  var suspects: () -> Suspects = { Suspects() }

  /// An expression that stands on the other side of the equality sign.
  static func identity(
    _ kind: CheckedClaim.Kind, of name: String, with expression: Expression,
    origin: SourceLocation? = nil
  ) -> Target {
    Target(
      kind: kind, of: name, claim: { Claim.identity($0, expression) }, derived: expression,
      shape: expression.shape, origin: origin)
  }
}

/// What is known for naming the mistake in a claim.
struct Suspects {
  /// Derivatives of activations that may have been forgotten.
  var slopes: [Expression] = []
  /// The shares of tied weights and of terms.
  var instances: [(name: String, contribution: Expression)] = []
  /// Other truths that may have been stated instead.
  var others: [(phrase: String, value: Expression)] = []
}

extension Target {
  /// The derivative of a function along the one direction `dX` that a claimed side speaks of.
  static func differential(of function: PageSession.Function) -> Target {
    let expression = function.expression
    return Target(
      kind: .identity, of: "d\(function.name)",
      claim: { claimed in
        let directions = expression.variables.filter { claimed.contains($0.direction) }
        // Without a direction the claim is that nothing changes along any of them.
        let variable = directions.first ?? expression.variables.first
        guard let variable, directions.count <= 1 else {
          return Claim.identity(claimed, .zeros(expression.shape))
        }
        return Claim(
          .differential(of: expression, wrt: variable, along: variable.direction),
          claimed: claimed)
      },
      derived: nil, shape: expression.shape, origin: function.location)
  }
}

extension Expression {
  /// Its transpose, a sum term by term.
  var turned: Expression {
    operation == .sum
      ? Expression.sum(operands.map(\.transposed)).simplified : transposed.simplified
  }
}

extension Variable {
  /// `dX`: the direction a differential goes along.
  var direction: Variable { Variable("d" + name, shape) }
}

extension PageSession {
  /// The gradient, Jacobian or Hessian of a function; the block of a Hessian by two variables, where another
  /// one is given.
  func derivativeTarget(
    _ kind: Syntax.Derivative, of function: Function, wrt variable: Variable,
    and other: Variable? = nil, at location: SourceLocation
  ) throws(Diagnostic) -> Target {
    switch kind {
    case .gradient where function.expression.shape.isScalar:
      return try gradientTarget(of: function, wrt: variable, at: location)
    case .gradient, .jacobian:
      return try matrixTarget(.jacobian, of: function, wrt: variable, at: location)
    case .hessian:
      return try matrixTarget(.hessian, of: function, wrt: variable, and: other, at: location)
    case .differential: return .differential(of: function)
    }
  }

  /// What is derived here serves the proof; a claim is judged by the kernel where nothing is, unless it is one
  /// within the structure of a variable.
  private func matrixTarget(
    _ kind: MatrixKind, of function: Function, wrt variable: Variable, and other: Variable? = nil,
    at location: SourceLocation
  ) throws(Diagnostic) -> Target {
    if kind == .hessian, !function.expression.shape.isScalar {
      throw noHessian(function, at: location)
    }
    if isStructured(variable) || other.map(isStructured) ?? false {
      return laidOut(
        try structuredTarget(kind, of: function, wrt: variable, and: other, at: location), kind)
    }
    let derived = try? matrixDerivative(
      kind, of: function, wrt: variable, and: other, at: location
    ).matrix
    // Without another variable the claim is one about the function alone.
    let question =
      other == nil
      ? MatrixQuestion(
        kind: kind, function: function, first: variable, variable: variable, inner: function)
      : try matrixQuestion(kind, of: function, wrt: variable, and: other, at: location)
    let make = { (claimed: Expression) in question.claim(claimed, derived: derived) }
    let target = Target(
      kind: kind == .hessian ? .hessian : .jacobian, of: function.name, wrt: question.wrt,
      claim: make, derived: derived, shape: make(function.expression).expectedShape,
      origin: function.location)
    return variable.shape.isScalar ? target : laidOut(target, kind)
  }

  /// A target in the layout that is asked for: where the matrix is known, and so confirmed, equality with it
  /// turned over.
  private func laidOut(_ target: Target, _ kind: MatrixKind) -> Target {
    guard kind == .jacobian, layout == .denominator else { return target }
    var turned = target
    turned.shape = target.shape.transposed
    guard let derived = target.derived else {
      turned.claim = { target.claim($0.transposed.simplified) }
      return turned
    }
    let own = derived.turned
    turned.claim = { Claim.identity($0, own) }
    turned.derived = own
    turned.given = target.claim(derived).conditions
    let phrase =
      "it is the Jacobian in the numerator layout, and the page asks for the denominator layout"
    turned.suspects = { Suspects(others: own == derived ? [] : [(phrase, derived)]) }
    return turned
  }

  /// The matrix within the structure of a variable: itself, or what it does to a direction.
  private func structuredTarget(
    _ kind: MatrixKind, of function: Function, wrt variable: Variable, and other: Variable?,
    at location: SourceLocation
  ) throws(Diagnostic) -> Target {
    let question = try matrixQuestion(kind, of: function, wrt: variable, and: other, at: location)
    let found = try matrixDerivative(kind, of: function, wrt: variable, and: other, at: location)
    return Target(
      kind: kind == .hessian ? .hessian : .jacobian, of: function.name, wrt: question.wrt,
      claim: found.claim,
      derived: found.matrix, shape: question.claim(function.expression).expectedShape,
      origin: function.location)
  }

  private func gradientTarget(
    of function: Function, wrt variable: Variable, at location: SourceLocation
  ) throws(Diagnostic) -> Target {
    let expression = function.expression
    let derived = try gradient(of: function, wrt: variable, at: location)
    let within = try structured(derived, of: function, wrt: variable, at: location)
    let own = laidOut(gradient: within)
    if own != derived {
      var target = Target.identity(
        .gradient, of: function.name, with: own, origin: function.location)
      target.wrt = variable.name
      target.given = Conditions.of(derived: own, from: expression, wrt: [variable])
      target.suspects = { otherGradients(derived, within, variable) }
      return target
    }
    return Target(
      kind: .gradient, of: function.name, wrt: variable.name,
      claim: { Claim.gradient(of: expression, wrt: variable, claimed: $0, derived: derived) },
      derived: derived, shape: variable.shape, origin: function.location,
      suspects: { suspects(function, variable, location) })
  }

  /// The gradients under other conventions than the one that is asked for.
  ///
  /// - Parameters:
  ///   - free: the gradient of free entries.
  ///   - within: that within the structure of the variable.
  private func otherGradients(
    _ free: Expression, _ within: Expression, _ variable: Variable
  ) -> Suspects {
    let own = laidOut(gradient: within)
    var others = otherStructures(free, variable).map { ($0, laidOut(gradient: $1)) }
    if layout == .numerator {
      others.insert(
        (
          "it is the gradient in the denominator layout, and the page asks for the numerator layout",
          within
        ), at: 0)
    }
    return Suspects(others: others.filter { $0.1 != own })
  }

  private func otherStructures(
    _ free: Expression, _ variable: Variable
  ) -> [(phrase: String, value: Expression)] {
    guard let kind = MatrixStructure(variable) else { return [] }
    let said = structureNotes(variable).first.map { "; here \($0)" } ?? ""
    return [("it is the gradient with all entries of \(variable.name) free\(said)", free)]
      + [true, false].map { isProjected in
        let note = kind.note(variable.name, isProjected: isProjected)
        return (
          "it is right under another convention, where \(note)\(said)",
          kind.gradient(free, isProjected: isProjected).simplified
        )
      }
  }

  /// What a wrong gradient may be instead: another variable's, one without a slope, one share of it.
  private func suspects(
    _ function: Function, _ variable: Variable, _ location: SourceLocation
  ) -> Suspects {
    var suspects = Suspects()
    for other in function.expression.variables where other != variable {
      if let gradient = try? Gradient.gradients(of: function.expression, wrt: [other])[0] {
        suspects.others.append(("it is the gradient with respect to \(other.name)", gradient))
      }
    }
    // Layers of a formula that shares its parts over and over are many, and each has its own delta.
    let isLong = function.expression.treeSize(limit: 4_000) == 4_000
    guard !isLong, let layers = try? layers(of: function, at: location) else {
      suspects.slopes = CauseSearch.slopes(of: function.expression)
      suspects.instances = CauseSearch.shares(of: function.expression, wrt: variable)
      return suspects
    }
    for layered in layers {
      suspects.slopes += layered.deltas.rows.map(\.slope).filter { $0.operation != .ones }
      suspects.instances += layered.instances(of: variable)
        .map { (PageSession.name(of: $0.place), $0.contribution) }
    }
    return suspects
  }

  private static func name(of place: Instance.Place) -> String {
    switch place {
    case .weight(let layer, let transposed):
      transposed ? "layer \(layer), where it is transposed" : "layer \(layer)"
    case .insideWeight(let layer): "the weight of layer \(layer)"
    case .feed(let layer): "what feeds layer \(layer)"
    case .input: "the input"
    case .activation(let layer): "the activation of layer \(layer)"
    case .coefficient: "the factor in front of the sum"
    }
  }

  /// The derivative with respect to a transposed weight: of that one place where the weight is tied,
  /// else the transposed gradient.
  func transposedTarget(
    of function: Function, wrt variable: Variable, at location: SourceLocation
  ) throws(Diagnostic) -> Target {
    let whole = try gradient(of: function, wrt: variable, at: location)
    let own = try instance(of: function, variable, isTransposed: true, at: location)
    let value = own ?? whole.transposed.simplified
    var target = Target.identity(
      .gradient, of: function.name, with: value, origin: function.location)
    target.wrt = "\(variable.name)'"
    target.place = "\(variable.name)_transposed"
    return target
  }

  /// The derivative with respect to the one place of a tied weight at which it is not transposed.
  func uprightTarget(
    of function: Function, wrt variable: Variable, at location: SourceLocation
  ) throws(Diagnostic) -> Target? {
    guard let own = try instance(of: function, variable, isTransposed: false, at: location) else {
      return nil
    }
    var target = Target.identity(
      .gradient, of: function.name, with: own, origin: function.location)
    target.wrt = variable.name
    target.place = "\(variable.name)_alone"
    return target
  }

  /// The derivative with respect to the weight of one layer alone, `\nabla_{W^{(2)}} F`, where it is a variable
  /// that stands elsewhere too; nil where it does not, or nothing of the kind is named.
  func weightTarget(
    of function: Function, by formula: Syntax, in source: SourceText, at location: SourceLocation
  ) throws(Diagnostic) -> Target? {
    guard case .layer(let layer) = formula.bare.kind, layer.quantity == .weight,
      case .number(let number) = layer.index, layered?.expression == function.expression
    else { return nil }
    let variable = try variable(formula, in: source).variable
    let first = try layers(of: function, at: location).first
    let places = (try layers(of: function, at: location)).flatMap { $0.instances(of: variable) }
    let wanted = first?.instances(of: variable).first { instance in
      if case .weight(number, _) = instance.place { true } else { false }
    }
    guard let first, let wanted, places.count > 1 else { return nil }
    try confirm(wanted, of: first.network, variable, named: function.name, at: location)
    var target = Target.identity(
      .gradient, of: function.name, with: wanted.own, origin: function.location)
    target.wrt = "W\(number)"
    target.place = "layer_\(number)"
    return target
  }

  /// The derivative with respect to the one place, transposed or not, of a variable that stands
  /// elsewhere too.
  private func instance(
    of function: Function, _ variable: Variable, isTransposed: Bool,
    at location: SourceLocation
  ) throws(Diagnostic) -> Expression? {
    guard let layers = try? layers(of: function, at: location) else { return nil }
    let all = layers.flatMap { layered in
      layered.instances(of: variable).map { (layered.network, $0) }
    }
    let wanted = all.filter { $0.1.isWeight(transposed: isTransposed) }
    guard all.count > 1, wanted.count == 1, let (network, instance) = wanted.first else {
      return nil
    }
    try confirm(instance, of: network, variable, named: function.name, at: location)
    return instance.own
  }

  /// Has the kernel confirm one instance's derivative: with a free variable in its place.
  private func confirm(
    _ instance: Instance, of network: Network, _ variable: Variable, named name: String,
    at location: SourceLocation
  ) throws(Diagnostic) {
    guard case .weight(let layer, let isTransposed) = instance.place else { return }
    let (freed, free) = network.freeing(weightOf: layer)
    let what = "the derivative of \(name) with respect to the weight of layer \(layer) alone"
    guard let deltas = try? Deltas(freed, isBrief: false),
      let own = try? freed.instances(of: free, deltas).first?.own
    else { return }
    try prover.requireConfirmed(
      .gradient(of: freed.value, wrt: free, claimed: own), named: what, at: location)
    let letter = Expression.variable(variable)
    let weight = isTransposed ? letter.transposed : letter
    try prover.requireConfirmed(
      .identity(instance.own, own.substituting([free: weight])), named: what, at: location)
  }
}

extension Instance {
  func isWeight(transposed: Bool) -> Bool {
    if case .weight(_, transposed) = place { true } else { false }
  }
}
