import Derivations
import Diagnostics
import Terminal

/// What the engine made of the statements of a question, statement by statement.
struct Answer {
  let page: ArgumentPage
  let result: PageResult
  let sources: [String: String]
  /// Declarations of names that nothing was said of: what the answer rests on.
  private(set) var taken: [String] = []
  /// Declarations that may fit names that nothing was said of.
  private var proposed: [String] = []

  init(page: ArgumentPage, result: PageResult, sources: [String: String]) {
    self.page = page
    self.result = result
    self.sources = sources
  }

  /// With the declarations it rests on beside what was given.
  func taking(_ declarations: [String]) -> Answer {
    var answer = self
    answer.taken = declarations
    return answer
  }

  /// With declarations that its troubles propose.
  func knowing(_ declarations: [String]) -> Answer {
    var answer = self
    answer.proposed = declarations
    return answer
  }

  /// What came of the statements of one role.
  private func contents(_ role: ArgumentStatement.Role) -> [StatementResult.Content] {
    let blocks = result.blocks.sorted { $0.key < $1.key }.map(\.value)
    return zip(page.statements, blocks).filter { $0.0.role == role }
      .flatMap { $0.1.map(\.content) }
  }

  /// The first reasons why there is no answer: those of what is given, else those of the request.
  ///
  /// A function without layers has its gradient all the same; and of one that is no number a claimed
  /// derivative can be checked though none is derived.
  var troubles: [Diagnostic] {
    let stages: [[Diagnostic]] = [
      contents(.given).compactMap(\.trouble), contents(.definition).compactMap(\.trouble),
      contents(.gradient).compactMap(\.trouble).filter {
        !hasClaim || ![.unsupported, .notDifferentiable].contains($0.code)
      },
      contents(.steps).compactMap(\.trouble), contents(.claim).compactMap(\.trouble),
      layerTroubles.filter { $0.code == .internalError },
    ]
    let found = stages.first { !$0.isEmpty } ?? []
    return found.map { $0.forArguments(proposed) }
  }

  private var hasClaim: Bool { !contents(.claim).isEmpty }

  private var layerTroubles: [Diagnostic] {
    (contents(.network) + contents(.deltas)).compactMap(\.trouble)
  }

  /// The figures and claims, where there are no troubles.
  var derivation: Derivation {
    Derivation(
      function: function, taken: taken, networks: contents(.network).flatMap(\.networks),
      deltas: contents(.deltas).flatMap(\.deltas),
      remark: remark,
      derivatives: contents(.gradient).compactMap(\.derivative),
      steps: contents(.steps).compactMap(\.steps), claims: result.claims,
      sources: sources)
  }

  /// Why there are no layers, or layers without deltas.
  private var remark: String? {
    let isWithoutLayers = contents(.network).contains { $0.trouble != nil }
    return layerTroubles.first.map {
      "\(isWithoutLayers ? "no layers" : "no deltas"): \($0.message)"
    }
  }

  private var function: Shown {
    let shown = contents(.definition).compactMap { content -> Shown? in
      if case .definition(let shown) = content { shown } else { nil }
    }
    return shown.first ?? Shown(text: "", tex: "")
  }
}

extension StatementResult.Content {
  fileprivate var trouble: Diagnostic? {
    if case .trouble(let trouble) = self { trouble } else { nil }
  }

  fileprivate var networks: [NetworkFigure] {
    if case .network(let figures) = self { figures } else { [] }
  }

  fileprivate var deltas: [DeltaFigure] {
    if case .deltas(let figures) = self { figures } else { [] }
  }

  fileprivate var steps: StepsFigure? {
    if case .steps(let figure) = self { figure } else { nil }
  }

  fileprivate var derivative: DerivativeFigure? {
    if case .derivative(let figure) = self { figure } else { nil }
  }
}

extension Diagnostic {
  /// With the way out of a command line instead of a page's.
  ///
  /// - Parameter proposed: declarations that may fit.
  fileprivate func forArguments(_ proposed: [String]) -> Diagnostic {
    var copy = self
    if code == .unsupported, hint?.hasPrefix("state the matrix") ?? false {
      copy.hint = "give the matrix you expect by --claim, and it is checked"
    } else if let name = undeclared {
      let shape = proposed.lazy.compactMap { $0.shape(of: name) }.first ?? "(m, n)"
      let declared = "declare it, as in --given '\(name) : \(shape)'"
      let guess = hint.flatMap { $0.hasPrefix("did you mean") ? $0.replacing("?", with: "") : nil }
      copy.hint = guess.map { "\($0), or \(declared)" } ?? declared
    }
    return copy
  }

  /// The name that no declaration speaks of.
  var undeclared: Substring? {
    guard code == .unknownName,
      let opening = ["unknown name ", "there is no variable "].first(where: message.hasPrefix)
    else { return nil }
    return message.dropFirst(opening.count)
  }
}

extension String {
  /// What follows the colon of a declaration that has the name.
  fileprivate func shape(of name: Substring) -> Substring? {
    let parts = split(separator: " : ", maxSplits: 1)
    guard parts.count == 2, parts[0].split(separator: ", ").contains(name) else { return nil }
    return parts[1]
  }
}
