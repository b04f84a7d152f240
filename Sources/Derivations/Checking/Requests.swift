import Backprop
import Diagnostics
import MatrixCalculus
import Notation
import Proof

extension PageSession {
  /// A derived gradient, confirmed by the kernel.
  ///
  /// - Throws: `not-differentiable`, `shape-mismatch` where the function is no number, and the kernel's
  ///   objection.
  func gradient(
    of function: Function, wrt variable: Variable, at location: SourceLocation
  ) throws(Diagnostic) -> Expression {
    try gradients(of: function, wrt: [variable], at: location)[0]
  }

  /// The derived gradients by several variables, found in one pass and confirmed by the kernel.
  func gradients(
    of function: Function, wrt variables: [Variable], at location: SourceLocation
  ) throws(Diagnostic) -> [Expression] {
    let expression = function.expression
    guard expression.shape.isScalar else {
      throw Diagnostic(
        .shapeMismatch, "\(function.name) is a \(expression.shape) matrix and has no gradient",
        at: location, hint: "ask for jacobian \(function.name) wrt \(variables[0].name)")
    }
    return try cache.gradients(of: expression, wrt: variables) { (missing) throws(Diagnostic) in
      if let together = try? prover.gradients(of: expression, wrt: missing),
        case let pairs = Array(zip(missing, together.map(\.form))),
        prover.confirm(gradients: pairs, of: expression) == .confirmed
      {
        for (variable, found) in zip(missing, together) {
          cache.note(found, of: expression, wrt: variable)
        }
        return together.map(\.form)
      }
      var gradients: [Expression] = []
      for variable in missing {
        gradients.append(try soleGradient(of: function, wrt: variable, at: location))
      }
      return gradients
    }
  }

  private func soleGradient(
    of function: Function, wrt variable: Variable, at location: SourceLocation
  ) throws(Diagnostic) -> Expression {
    let derived: Expression
    do throws(NotDifferentiable) {
      let found = try prover.gradients(of: function.expression, wrt: [variable])[0]
      cache.note(found, of: function.expression, wrt: variable)
      derived = found.form
    } catch {
      throw Diagnostic(
        .notDifferentiable,
        "\(function.name) has no gradient with respect to \(variable.name): \(error.what)",
        at: location)
    }
    try prover.requireConfirmed(
      .gradient(of: function.expression, wrt: variable, claimed: derived),
      named: "the gradient of \(function.name) with respect to \(variable.name)", at: location)
    return derived
  }

  /// The figures of requested gradients; those that are long are written in letters, which the last
  /// figure defines.
  mutating func gradientFigures(
    of function: Function, wrt variables: [Variable], at location: SourceLocation
  ) throws(Diagnostic) -> [DerivativeFigure] {
    let derived = try gradients(of: function, wrt: variables, at: location)
    for (variable, gradient) in zip(variables, derived) {
      noteStationary(gradient, of: function.name, wrt: variable.name)
    }
    guard layout != .numerator,
      structure == .free || variables.allSatisfy({ MatrixStructure($0) == nil })
    else { return try soleFigures(of: function, zip(variables, derived).map { $0 }, at: location) }
    let layers = (try? layers(of: function, at: location)) ?? []
    let isLong = derived.contains { !Showing.isBrief($0) }
    var long = zip(variables, derived).filter { isLong && !Showing.isTiny($1) }.map { $0 }
    var named = named(long.map(\.0), long.map(\.1), of: function, layers)
    if isLong, !isShorter(named.form, than: long.map(\.1)) {
      long = []
      named.form = NamedForm([], [])
    }
    let conditions = conditions(
      of: derived, from: function, wrt: variables, naming: letters(of: layers, in: named.form))
    var figures: [DerivativeFigure] = []
    for (place, (variable, gradient)) in zip(variables, derived).enumerated() {
      let maker = DerivativeFigures(
        show: show, function: differentiated(function), variable: variable,
        isDrawn: isLayered(function))
      let conditions = conditions.own[place]
      if let place = long.firstIndex(where: { $0.0 == variable }) {
        figures.append(
          maker.gradient(named.shares[place], inLetters: named.form.bodies[place], conditions))
      } else {
        let isReduced = cache.isReduced(function.expression, wrt: [variable])
        let written =
          isReduced
          ? layers.map { $0.withoutVanishingTerms(of: variable, by: prover) } : layers
        let agreeing = instancesAgree(written, variable, gradient) ? written : []
        let shared = isLong && variables.count == 1 ? shared(gradient) : nil
        if let shared { named.form = shared }
        figures.append(
          maker.gradient(agreeing, gradient, conditions: conditions, inLetters: shared?.bodies[0]))
      }
    }
    for (place, variable) in variables.enumerated() {
      figures[place].isDrawn = isLayered(function)
      figures[place].layout = layoutOfGradient(by: variable)
      figures[place].notes =
        structureNotes(variable) + zeroNotes(derived[place], of: function, wrt: variable)
        + formNotes(conditions.common + conditions.own[place], of: function, wrt: variables)
    }
    if !figures.isEmpty {
      figures[figures.count - 1].definitions += named.form.definitions.map { show.definition($0) }
      figures[figures.count - 1].commonConditions = conditions.common
    }
    return notingLayout(figures, variables)
  }

  /// What gradients ask for: of one alone all that it does, of several what all do, and what each does besides.
  private mutating func conditions(
    of gradients: [Expression], from function: Function, wrt variables: [Variable],
    naming letters: [Expression: Variable]
  ) -> (common: [String], own: [[String]]) {
    let found = Conditions.of(
      derived: gradients, from: function.expression, wrt: variables, naming: letters)
    func shown(_ conditions: [String]) -> [String] {
      conditions.map { condition in
        let lettered = show.lettered(condition: condition)
        result.wordings[lettered.text] = lettered.wording
        return lettered.text
      }
    }
    guard gradients.count > 1 else { return ([], [shown(found.common)]) }
    return (shown(found.common), found.own.map { shown($0) })
  }

  /// The letters that are defined beside gradients, by what they stand for.
  private func letters(of layers: [Layered], in form: NamedForm) -> [Expression: Variable] {
    let defined = Set(form.definitions.map(\.letter))
    var letters: [Expression: Variable] = [:]
    for (index, layered) in layers.enumerated() where !defined.isEmpty {
      for (letter, value) in layered.network.letters(layered.deltas).closed {
        let letter = letter.inTerm(index + 1)
        if defined.contains(letter) { letters[value] = letters[value] ?? letter }
      }
    }
    return letters
  }

  /// A gradient with letters for the parts that occur several times, where that is shorter to read.
  private func shared(_ gradient: Expression) -> NamedForm? {
    let form = NamedForm(sharing: gradient) { Variable("⟨T\($0)⟩", $1) }
    return !form.definitions.isEmpty && isShorter(form, than: [gradient]) ? form : nil
  }

  /// Whether letters with their definitions are shorter to read than the formulas themselves.
  private func isShorter(_ form: NamedForm, than formulas: [Expression]) -> Bool {
    let limit = 4 * Showing.brief
    guard formulas.allSatisfy({ $0.treeSize(limit: limit + 1) <= limit }) else { return true }
    let lettered =
      form.bodies.map { show.lettered($0) } + form.definitions.map { show.definition($0) }
    return lettered.map(\.text.count).reduce(0, +)
      < formulas.map { show($0).text.count }.reduce(0, +)
  }

  /// Gradients in another layout or within the structure of their variables, without their layers.
  private mutating func soleFigures(
    of function: Function, _ gradients: [(variable: Variable, value: Expression)],
    at location: SourceLocation
  ) throws(Diagnostic) -> [DerivativeFigure] {
    let conditions = conditions(
      of: gradients.map(\.value), from: function, wrt: gradients.map(\.variable), naming: [:])
    var figures: [DerivativeFigure] = []
    for ((variable, value), conditions) in zip(gradients, conditions.own) {
      let own = try structured(value, of: function, wrt: variable, at: location)
      let step = DerivativeFigure.Step(
        left: left(.gradient, function, [variable]), right: [show(laidOut(gradient: own))])
      var figure = DerivativeFigure(
        steps: [step], conditions: conditions,
        notes: structureNotes(variable)
          + zeroNotes(own, within: value, of: function, wrt: variable))
      figure.layout = layoutOfGradient(by: variable)
      figures.append(figure)
    }
    if !figures.isEmpty { figures[figures.count - 1].commonConditions = conditions.common }
    return notingLayout(figures, gradients.map(\.variable))
  }

  /// With the layout of all gradients in the notes of the last one.
  private func notingLayout(
    _ figures: [DerivativeFigure], _ variables: [Variable]
  ) -> [DerivativeFigure] {
    guard let last = figures.last else { return figures }
    var noted = last
    noted.notes = layoutNotes(ofGradientsBy: variables) + last.notes
    return figures.dropLast() + [noted]
  }

  /// Whether the layers of a function are those that were shown last.
  func isLayered(_ function: Function) -> Bool { layered?.expression == function.expression }

  /// A gradient in the layout that is asked for.
  func laidOut(gradient: Expression) -> Expression {
    layout == .numerator ? gradient.turned : gradient
  }

  /// Whether the contributions of the instances add up to the gradient, as the kernel sees it.
  private func instancesAgree(
    _ layers: [Layered], _ variable: Variable, _ derived: Expression
  ) -> Bool {
    let parts = layers.flatMap { $0.instances(of: variable).map(\.contribution) }
    return !parts.isEmpty && prover.confirm(.identity(.sum(parts), derived)) == .confirmed
  }

  /// The same behind the sign of a derivative: a sum or a product without a name in brackets.
  func differentiated(_ function: Function) -> Shown {
    let shown = shown(function)
    let isSplit = [.sum, .product, .hadamard].contains(function.expression.operation)
    guard isSplit, scope.definition(of: function.name) == nil else { return shown }
    return shown.map {
      $0
    } tex: {
      #"\left( \#($0) \right)"#
    }
  }

  /// How a function is called: by its name, or by its formula.
  func shown(_ function: Function) -> Shown {
    scope.definition(of: function.name) != nil
      ? show.name(function.name) : show(function.expression)
  }
}
