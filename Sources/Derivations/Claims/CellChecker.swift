import Backprop
import Diagnostics
import MatrixCalculus
import Notation
import Pages
import Proof

/// Judges the cells of one row of a network or delta table.
struct CellChecker {
  let network: Network
  let layer: Network.Layer
  let deltas: Deltas
  let function: PageSession.Function

  /// Judges a cell; gives the index of its claim, nil where the cell says nothing and may.
  func check(_ cell: Table.Cell, _ column: TableColumn, _ session: inout PageSession) -> Int? {
    var scoped = session
    // The letter z stands for the input of the layer, unless the page has given it a meaning.
    let z = Variable("z", layer.input.shape)
    let isFree = (try? scoped.scope.declare(Scope.Declaration(z))) != nil
    scoped.layered = function
    let excerpt = cell.formula ?? cell.code ?? cell.source
    let source = excerpt.sourceText
    let claim: CheckedClaim
    do throws(Diagnostic) {
      let read = try CellReader.read(source, names: scoped.scope.latexNames)
      if column == .weight, layer.weight == nil {
        guard !read.isEmpty else { return nil }
        session.result.claims.append(superfluous(excerpt))
        return session.result.claims.count - 1
      }
      guard let target = target(column, read, isFree ? z : nil) else { return nil }
      guard let formula = read.formula else {
        claim = missing(target, excerpt)
        session.result.claims.append(claim)
        return session.result.claims.count - 1
      }
      let side = ClaimedSide(
        formula: formula, source: source, dialect: .tex, range: read.range)
      let index = scoped.judge(side, against: target).index
      claim = scoped.result.claims[index]
      session.trials = scoped.trials
    } catch {
      claim = CheckedClaim(
        location: excerpt.location, label: "cell of layer \(layer.number)", kind: column.kind,
        of: function.name, claimed: excerpt.text,
        judgement: Judgement(.unreadable), trouble: error)
    }
    session.result.claims.append(claim)
    return session.result.claims.count - 1
  }

  /// A weight where no layer follows.
  private func superfluous(_ excerpt: Excerpt) -> CheckedClaim {
    CheckedClaim(
      location: excerpt.location, label: "weight of layer \(layer.number)", kind: .layer,
      of: function.name, claimed: excerpt.text,
      judgement: Judgement(
        .refuted, method: .shapes,
        cause: Cause(text: "the last layer has no weight: its activations are summed")))
  }

  /// A cell that is empty where the layer has something to show.
  private func missing(_ target: Target, _ excerpt: Excerpt) -> CheckedClaim {
    let what = target.derived?.text ?? "a value"
    return CheckedClaim(
      location: excerpt.location, label: target.label, kind: target.kind, of: target.of,
      claimed: excerpt.text,
      derived: target.derived?.text,
      judgement: Judgement(
        .refuted, method: .shapes,
        cause: Cause(text: "the cell is empty; the layer has \(what)")))
  }

  /// What the cell has to equal; nil where there is nothing, as for the weight of the last layer.
  private func target(
    _ column: TableColumn, _ cell: CellReader.Cell, _ z: Variable?
  ) -> Target? {
    switch column {
    case .layer: return nil
    case .weight:
      guard let weight = layer.weight else { return nil }
      return identity(.layer, weight.matrix, "weight")
    case .activation:
      return entrywise(.layer, inLetters(layer.activation.value, z), "activation")
    case .derivative:
      return entrywise(.delta, inLetters(layer.activation.derivative, z), "derivative")
    case .delta: return deltaTarget(cell, z)
    case .input: return identity(.input, layer.input, "input")
    }
  }

  /// The delta in the variables of the function; in the letter z where the cell writes `f'(z) = …`.
  private func deltaTarget(_ cell: CellReader.Cell, _ z: Variable?) -> Target? {
    guard let row = deltas.rows.first(where: { $0.layer.number == layer.number }) else {
      return nil
    }
    if case .application(let application) = cell.left, application.primes == 1, layer.weight == nil
    {
      let slope = inLetters(layer.activation.derivative, z)
      return entrywise(.delta, (network.coefficient * slope).simplified, "delta")
    }
    var target = identity(.delta, row.value, "delta")
    if let z {
      // A letter z in the formula is the input of this layer.
      let (value, input) = (row.value, layer.input)
      target.claim = { Claim.identity($0.substituting([z: input]), value) }
    }
    return target
  }

  /// A formula of one entry; a number in it is the same for all entries.
  private func entrywise(
    _ kind: CheckedClaim.Kind, _ formula: Expression, _ what: String
  ) -> Target {
    var target = identity(kind, formula, what)
    target.claim = { claimed in
      let isNumber = claimed.shape.isScalar
      let spread = isNumber ? claimed.broadcast(to: formula.shape) : nil
      return Claim.identity(spread ?? claimed, formula)
    }
    return target
  }

  private func inLetters(_ formula: Expression, _ z: Variable?) -> Expression {
    let letter = z.map { Expression.variable($0) } ?? layer.input
    return formula.substituting([layer.activation.placeholder: letter])
  }

  private func identity(
    _ kind: CheckedClaim.Kind, _ expression: Expression, _ what: String
  ) -> Target {
    var target = Target.identity(
      kind, of: function.name, with: expression, origin: function.location)
    target.label = "\(what) of layer \(layer.number)"
    return target
  }
}

extension TableColumn {
  /// The kind of a claim in it.
  var kind: CheckedClaim.Kind {
    switch self {
    case .layer, .weight, .activation: .layer
    case .derivative, .delta: .delta
    case .input: .input
    }
  }
}
