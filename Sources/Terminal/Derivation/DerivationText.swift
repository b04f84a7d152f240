import Derivations
import Proof

extension Derivation {
  /// The derivation for a terminal: the function, its layers and deltas as tables, each gradient
  /// instance by instance and then summed, and what was found about the claims.
  package func text(_ style: TextStyle) -> String {
    let figures =
      [[function.text.harmless] + (taken.isEmpty ? [] : [takenLine])]
      + networks.map { $0.lines(style) } + deltas.map { $0.lines(style) }
      + (remark.map { [[$0.harmless]] } ?? []) + derivatives.map { $0.lines(style) }
      + [letters(style)] + steps.map { lines($0, style) }
    let blocks = figures.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
    let verdicts = verdicts(style)
    return (blocks + (verdicts.isEmpty ? [] : [verdicts])).joined(separator: "\n")
  }

  /// What was found about the claims; nothing where there is none.
  package func verdicts(_ style: TextStyle) -> String {
    let standing = claims.filter { $0.stands && $0.kind != .step }
      .map { $0.standingLine(style) + "\n" }.joined()
    var quiet = style
    quiet.detail = .quiet
    return [standing, report.text(quiet)].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// What names were taken for that nothing was said of.
  package var takenLine: String {
    "taken: \(taken.joined(separator: "; ").harmless)  (--given says otherwise)"
  }

  /// The steps of a derivation, each with its rules and its verdict.
  private func lines(_ figure: StepsFigure, _ style: TextStyle) -> [String] {
    let steps = figure.steps.enumerated().flatMap { number, step in
      let verdict = claims.indices.contains(step.claim) ? claims[step.claim].judgement.verdict : nil
      let mark = verdict.map { "  (\($0.rawValue))" } ?? ""
      return ["\(number + 1). \(step.statement.text.harmless)\(mark)"]
        + step.rules.map { "   \($0.phrase.harmless)  [\($0.source.harmless)]" }
    }
    return [style.paint("Steps of \(figure.title.text.harmless)", .strong)] + steps
      + (figure.conditions.isEmpty
        ? [] : ["where " + figure.conditions.joined(separator: ", ").harmless])
  }

  /// What the letters in the derivatives stand for.
  private func letters(_ style: TextStyle) -> [String] {
    let definitions = definitions.map { "  " + $0.text.harmless }
    return definitions.isEmpty ? [] : [style.paint("with", .strong)] + definitions
  }
}

extension NetworkFigure {
  /// The layer table, from the input to the last, and how the last activations give the function.
  ///
  /// A chain shows the weight to the next layer; any other network what feeds each layer.
  fileprivate func lines(_ style: TextStyle) -> [String] {
    let table = TextTable(
      header: ["Layer", isChain ? "Weight" : "Fed by", "Activation", "Shape of z", "Input z"],
      rows: layers.map { layer in
        let link = isChain ? layer.weight : layer.feed
        return [
          String(layer.number), link?.text ?? "-", layer.activation.text, layer.shape.text,
          layer.input.text,
        ]
      })
    return [style.paint("Layers of \(title.text.harmless)", .strong)] + table.lines
      + ["  " + objective.text.harmless]
  }
}

extension DeltaFigure {
  fileprivate func lines(_ style: TextStyle) -> [String] {
    let table = TextTable(
      header: ["Layer", "Derivative", "Delta", "Simplified", "Input z"],
      rows: rows.map {
        [
          String($0.layer), $0.derivative.text, $0.delta.text, $0.simplified.text, $0.input.text,
        ]
      })
    let title = "Deltas of \(title.text.harmless), last layer first"
    return [style.paint(title, .strong)] + table.lines
  }
}

extension DerivativeFigure {
  /// Each step with its sides below each other, then the conditions.
  fileprivate func lines(_ style: TextStyle) -> [String] {
    let lines = steps.flatMap { step in
      let origin = step.origin.map { "  (\($0.text.harmless))" } ?? ""
      return [style.paint(step.left.text.harmless, .strong) + origin]
        + step.right.map { "  = " + $0.text.harmless }
    }
    return lines + notes.map { "(\($0.harmless))" } + Self.line("where ", conditions)
      + Self.line("all where ", commonConditions)
  }

  private static func line(_ start: String, _ conditions: [String]) -> [String] {
    conditions.isEmpty ? [] : [start + conditions.joined(separator: ", ").harmless]
  }
}
