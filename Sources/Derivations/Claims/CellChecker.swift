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

  /// Judges a cell; gives the index of its claim, nil where the cell says nothing and may. Of a chain in a
  /// cell every side is judged, and the first that fails is given.
  func check(_ cell: Table.Cell, _ column: TableColumn, _ session: inout PageSession) -> Int? {
    let excerpt = cell.formula ?? cell.code ?? cell.source
    if let plain = plain(excerpt, column) { return keep(plain, &session) }
    do throws(Diagnostic) {
      return try judge(cell, column, excerpt, &session)
    } catch {
      var trouble = error
      if excerpt == cell.source, cell.text != excerpt.text, trouble.hint == nil {
        trouble.hint = "put the formula between dollars, as in $z_i$"
      }
      return keep(unreadable(excerpt, column, trouble), &session)
    }
  }

  private func judge(
    _ cell: Table.Cell, _ column: TableColumn, _ excerpt: Excerpt, _ session: inout PageSession
  ) throws(Diagnostic) -> Int? {
    var scoped = session
    // The letter z stands for the input of the layer, unless the page has given it a meaning.
    let z = scoped.declaring("z", layer.input.shape)
    let isEntry = column == .activation || column == .derivative
    let text = try CellText(cell, isEntry: isEntry, names: scoped.scope.latexNames) {
      scoped.trouble($0)
    }
    var read = text.cell
    if let words = inWords(excerpt.text, column, read.range) { read.formula = words }
    if column == .weight, layer.weight == nil {
      return read.isEmpty ? nil : keep(superfluous(excerpt), &session)
    }
    guard var target = target(column, read, z) else { return nil }
    guard let formula = read.formula else { return keep(missing(target, excerpt), &session) }
    if let letter = ownLetter(read, &scoped) { target = target.putting(inLetters(z), for: letter) }
    let sides =
      [(formula, read.range)] + read.further.map { ($0.formula, $0.range) }
    let first = scoped.result.claims.count
    for (formula, range) in sides {
      let side = ClaimedSide(
        formula: formula, source: text.source, dialect: text.dialect, range: range)
      scoped.judge(side, against: target)
    }
    if text.isRespelt { scoped.restore(excerpt, from: first) }
    let claims = scoped.result.claims[first...]
    session.result.claims += claims
    session.trials = scoped.trials
    return claims.firstIndex { !$0.stands } ?? first
  }

  private func keep(_ claim: CheckedClaim, _ session: inout PageSession) -> Int {
    session.result.claims.append(claim)
    return session.result.claims.count - 1
  }

  /// The letter of `f(t) = t^2`, where it is not z and means nothing on the page.
  private func ownLetter(_ cell: CellReader.Cell, _ scoped: inout PageSession) -> Variable? {
    guard case .application(let application) = cell.left, application.arguments.count == 1 else {
      return nil
    }
    return scoped.declaring(application.arguments[0], layer.input.shape)
  }

  // MARK: Cells in words

  /// `identity` for what leaves everything as it is.
  private func inWords(_ text: String, _ column: TableColumn, _ range: Range<Int>) -> Syntax? {
    guard text.trimmed.lowercased() == "identity" else { return nil }
    switch column {
    case .weight: return Syntax(.call("eye", primes: 0), range: range)
    case .activation: return Syntax(.name("z"), range: range)
    default: return nil
    }
  }

  /// The claim of a cell that holds no formula but numbers of layers or a shape.
  private func plain(_ excerpt: Excerpt, _ column: TableColumn) -> CheckedClaim? {
    switch column {
    case .sources:
      let numbers = excerpt.text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
      let sources = layer.feed?.sources ?? []
      let list = sources.map(String.init).joined(separator: ", ")
      return compared(
        excerpt, column, holds: numbers.sorted() == sources, derived: sources.isEmpty ? "-" : list,
        cause: sources.isEmpty
          ? "the layer is an input: nothing feeds it"
          : "the layer is fed by \(sources.count == 1 ? "layer" : "layers") \(list)")
    case .shape:
      let shape = layer.input.shape
      return compared(
        excerpt, column, holds: ShapeText(excerpt.text).names(shape), derived: "\(shape)",
        cause: "the input has the shape \(shape)")
    default: return nil
    }
  }

  private func compared(
    _ excerpt: Excerpt, _ column: TableColumn, holds: Bool, derived: String, cause: String
  ) -> CheckedClaim {
    CheckedClaim(
      location: excerpt.location, label: label(column), kind: column.kind, of: function.name,
      claimed: excerpt.text, derived: derived,
      judgement: holds
        ? Judgement(.proved, method: .shapes)
        : Judgement(.refuted, method: .shapes, cause: Cause(text: cause)))
  }

  // MARK: Cells without a claim that could be judged

  private func label(_ column: TableColumn) -> String { "\(column.noun) of layer \(layer.number)" }

  private func unreadable(
    _ excerpt: Excerpt, _ column: TableColumn, _ trouble: Diagnostic
  ) -> CheckedClaim {
    CheckedClaim(
      location: excerpt.location, label: label(column), kind: column.kind, of: function.name,
      claimed: excerpt.text, judgement: Judgement(.unreadable), trouble: trouble)
  }

  /// A weight where the layer does not lead on through one.
  private func superfluous(_ excerpt: Excerpt) -> CheckedClaim {
    let isLast = layer.number == network.layers.last?.number
    return CheckedClaim(
      location: excerpt.location, label: label(.weight), kind: .layer, of: function.name,
      claimed: excerpt.text,
      judgement: Judgement(
        .refuted, method: .shapes,
        cause: Cause(
          text: isLast
            ? "the last layer has no weight: its activations are summed"
            : "no single weight leads on from this layer; the inputs of later layers say how it does"
        )
      ))
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
}

extension CellChecker {
  /// What the cell has to equal; nil where there is nothing, as for the weight of the last layer.
  private func target(
    _ column: TableColumn, _ cell: CellReader.Cell, _ z: Variable?
  ) -> Target? {
    switch column {
    case .layer, .sources, .shape: return nil
    case .weight: return layer.weight.map { identity(.weight, $0.matrix) }
    case .activation: return entrywise(.activation, inLetters(layer.activation.value, z))
    case .derivative: return entrywise(.derivative, inLetters(layer.activation.derivative, z))
    case .delta: return deltaTarget(cell, z)
    case .input: return identity(.input, layer.input)
    }
  }

  /// The delta in the variables of the function; in the letter z where the cell writes `f'(z) = …`.
  private func deltaTarget(_ cell: CellReader.Cell, _ z: Variable?) -> Target? {
    guard let row = deltas.rows.first(where: { $0.layer.number == layer.number }) else {
      return nil
    }
    if case .application(let application) = cell.left, application.primes == 1, row.arriving == nil
    {
      let slope = inLetters(layer.activation.derivative, z)
      return entrywise(.delta, (network.coefficient * slope).simplified)
    }
    var target = identity(.delta, row.value)
    if let z {
      // A letter z in the formula is the input of this layer.
      target = target.putting(layer.input, for: z)
    }
    return target
  }

  /// A formula of one entry; a number in it is the same for all entries.
  private func entrywise(_ column: TableColumn, _ formula: Expression) -> Target {
    var target = identity(column, formula)
    target.claim = { claimed in
      let isNumber = claimed.shape.isScalar
      let spread = isNumber ? claimed.broadcast(to: formula.shape) : nil
      return Claim.identity(spread ?? claimed, formula)
    }
    return target
  }

  private func inLetters(_ z: Variable?) -> Expression {
    z.map { Expression.variable($0) } ?? layer.input
  }

  private func inLetters(_ formula: Expression, _ z: Variable?) -> Expression {
    formula.substituting([layer.activation.argument: inLetters(z)])
  }

  private func identity(_ column: TableColumn, _ expression: Expression) -> Target {
    var target = Target.identity(
      column.kind, of: function.name, with: expression, origin: function.location)
    target.label = label(column)
    return target
  }
}

extension Target {
  /// The same claim, with an expression for a letter that the claimed side writes.
  fileprivate func putting(_ value: Expression, for letter: Variable) -> Target {
    var target = self
    let claim = claim
    target.claim = { claim($0.substituting([letter: value])) }
    return target
  }
}

extension PageSession {
  /// Adds a variable that no statement declares; nil where the name means something.
  fileprivate mutating func declaring(_ name: String, _ shape: Shape) -> Variable? {
    let variable = Variable(name, shape)
    return (try? scope.declare(Scope.Declaration(variable))) == nil ? nil : variable
  }

  /// Gives claims the text of the cell they were read from, where they were read from another spelling.
  fileprivate mutating func restore(_ excerpt: Excerpt, from first: Int) {
    for index in first..<result.claims.count {
      result.claims[index].claimed = excerpt.text
      result.claims[index].judgement.cause?.corrected = nil
    }
  }

  /// Why a side has no meaning.
  fileprivate func trouble(_ side: ClaimedSide) -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try elaborate(side)
      return nil
    } catch {
      return error
    }
  }
}

/// A shape as a cell gives it: `(k, m)`, `$k \times m$`, `k×m`, `scalar`.
private struct ShapeText {
  private let sizes: [String]

  init(_ text: String) {
    let plain = text.replacing(#"\times"#, with: ",").replacing("×", with: ",")
      .filter { !" $()".contains($0) }
    sizes = plain == "scalar" ? ["1"] : plain.split(separator: ",").map(String.init)
  }

  func names(_ shape: Shape) -> Bool {
    let rows = "\(shape.rows)"
    let columns = "\(shape.columns)"
    return sizes == [rows, columns] || (shape.isColumn && sizes == [rows])
  }
}
