internal import Derivations
internal import Diagnostics

extension FigureWriter {
  /// A `derive` block: its statements in order, with neighbouring declarations in one list.
  func derive(_ statements: [StatementResult], name: String?) -> HTML {
    let word = phrases.said("Derivation")
    let label = name.map { "\(word) \($0)" } ?? word
    let runs = runs(of: statements)
    return .element(
      "section", of: ["class": "derive", "aria-label": label],
      zip(runs, [nil] + runs).map { run, before in
        .fragment([
          Self.continues(before?.last, run.first) ? .fragment([]) : Self.boundary, figure(run),
        ])
      })
  }

  /// Whether deltas do not stand next to a network of another function or term, whose layers the stylesheet
  /// would mark in them.
  private static func continues(_ before: StatementResult?, _ next: StatementResult?) -> Bool {
    guard case .network(let networks) = before?.content, case .deltas(let tables) = next?.content
    else { return true }
    return networks.last?.title == tables.first?.title
  }

  /// What parts two figures that have nothing to do with each other.
  private static let boundary = HTML.element("span", ["hidden": ""])

  /// Neighbouring statements that only say what is given, in one run; any other alone.
  private func runs(of statements: [StatementResult]) -> [[StatementResult]] {
    statements.reduce(into: []) { runs, statement in
      if let last = runs.last?.last, last.isGiven, statement.isGiven {
        runs[runs.count - 1].append(statement)
      } else {
        runs.append([statement])
      }
    }
  }

  private func figure(_ run: [StatementResult]) -> HTML {
    guard run.count == 1, let statement = run.first else { return given(run) }
    switch statement.content {
    case .declaration, .definition: return given(run)
    case .claim(let index, let shown): return .fragment([claim(index, shown), codes(statement)])
    case .network(let networks):
      return .fragment(
        networks.enumerated().map {
          network($1, part: $0, of: networks.count, at: statement.location)
        })
    case .deltas(let tables):
      return .fragment(
        tables.enumerated().map {
          deltas($1, term: tables.count == 1 ? nil : $0 + 1, at: statement.location)
        })
    case .derivative(let figure):
      return .fragment([derivative(figure, at: statement.location), codes(statement)])
    case .steps(let figure): return steps(figure, at: statement.location)
    case .plot(let figure): return plot(figure, at: statement.location)
    case .trouble(let diagnostic): return box(diagnostic)
    }
  }

  /// What leads to a definition of this page; nil where there is none.
  private func anchor(_ statement: StatementResult) -> String? {
    guard statement.location.path == result.path else { return nil }
    return result.anchor(ofDefinitionAt: statement.location.line)
  }

  /// What is given, as a quiet list of formulas.
  private func given(_ statements: [StatementResult]) -> HTML {
    .element(
      "ul", of: ["class": "given"],
      statements.compactMap { statement in
        statement.given.map {
          .element(
            "li", ["class": $0.kind, "id": anchor(statement)],
            formulas.shown($0.shown, at: statement.location),
            codes(statement))
        }
      })
  }
}

extension PageResult {
  /// The name of the place where a `derive` block of the page defines something on a line.
  func anchor(ofDefinitionAt line: Int) -> String? {
    let defines = blocks.values.joined().contains { statement in
      guard case .definition = statement.content, !statement.isBrought else { return false }
      return statement.location.line == line && statement.location.path == path
    }
    return defines ? "definition.\(line)" : nil
  }
}

extension StatementResult {
  fileprivate var given: (kind: String, shown: Shown)? {
    switch content {
    case .declaration(let shown): ("declaration", shown)
    case .definition(let shown): ("definition", shown)
    case .claim, .network, .deltas, .derivative, .steps, .plot, .trouble: nil
    }
  }

  fileprivate var isGiven: Bool { given != nil }
}
