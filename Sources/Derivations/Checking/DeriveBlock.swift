import Backprop
import Diagnostics
import MatrixCalculus
import Notation
import Pages
import Proof

extension PageSession {
  /// Checks the statements of a `derive` block, each by itself: one that is wrong does not stop the next.
  mutating func check(_ fence: Fence, at index: Int) {
    block = fence.arguments.first
    defer { block = nil }
    let source = fence.text.sourceText
    let lines = StatementReader.read(source)
    result.blocks[index] = lines.indices.flatMap { place in
      takeExamples(lines[place...], in: source)
      return statement(lines[place], in: source)
    }
  }

  /// Takes the numbers of the examples below, so that figures above them can show them; those that
  /// cannot be taken are reported in their own line.
  private mutating func takeExamples(_ lines: ArraySlice<StatementLine>, in source: SourceText) {
    guard case .success(let first)? = lines.first?.content else { return }
    switch first.kind {
    case .network, .deltas, .plotGradient: break
    default: return
    }
    for line in lines {
      guard case .success(let statement) = line.content, case .example(let values) = statement.kind
      else { continue }
      for value in values { _ = try? example(value, in: source) }
    }
  }

  /// Takes declarations and definitions that stand on no page.
  mutating func take(_ statements: String) {
    let source = SourceText(path: page.path, text: statements)
    for line in StatementReader.read(source) { _ = statement(line, in: source) }
  }

  private mutating func statement(
    _ line: StatementLine, in source: SourceText
  ) -> [StatementResult] {
    let location = source.location(line.range)
    let text = source.text(line.range)
    // That something is missing is told once, where it is asked for.
    let missed = missesImport
    do throws(Diagnostic) {
      let statement = try line.content.get()
      let contents = try contents(of: statement, in: source, at: location)
      let programs = programs(of: statement, in: source, at: location)
      return contents.enumerated().map { place, content in
        StatementResult(
          source: text, location: location, content: content,
          program: programs.indices.contains(place) ? programs[place] : nil,
          isBrought: statement.isUse)
      }
    } catch {
      let trouble = error.located(at: location)
      if !speaksOfBroken(trouble), !(missed && isConsequence(trouble)) {
        result.diagnostics.append(trouble)
      }
      if let name = text.statedName { broken.insert(name) }
      return [StatementResult(source: text, location: location, content: .trouble(trouble))]
    }
  }

  /// Whether what is wrong is only that a name was not given a meaning, for a reason already reported.
  private func speaksOfBroken(_ trouble: Diagnostic) -> Bool {
    guard trouble.code == .unknownName || trouble.code == .unknownFunction,
      let name = trouble.message.split(separator: " ").last.map(String.init)
    else { return false }
    return broken.contains(name) && !scope.knows(name)
  }

  private mutating func contents(
    of statement: Statement, in source: SourceText, at location: SourceLocation
  ) throws(Diagnostic) -> [StatementResult.Content] {
    switch statement.kind {
    case .declaration, .assumption, .notation, .function, .definition:
      try scope.take(
        statement, in: source,
        quantity: quantity(in: side(Syntax(.name(""), range: statement.range), in: source)))
      return described(statement, in: source)
    case .network(let formula):
      let function = try layered(formula, in: source, at: location)
      return [.network(figures(function).networks(try networks(of: function, at: location)))]
    case .deltas(let formula):
      let function = try layered(formula, in: source, at: location)
      return [.deltas(figures(function).deltas(try layers(of: function, at: location)))]
    case .derivative(let request):
      return try derivative(request, statement.refutation, in: source, at: location)
    case .steps(let request): return try steps(request, in: source, at: location)
    case .layout(let layout):
      self.layout = layout
      return []
    case .structure(let structure):
      self.structure = structure
      return []
    case .identity(let left, let right):
      return [try identity(left, right, statement.refutation, in: source)]
    case .example(let values):
      var contents: [StatementResult.Content] = []
      for value in values { contents.append(try example(value, in: source)) }
      for value in values { try requireConsistent(value, in: source) }
      return contents
    case .plot(let name, let range):
      return [.plot(try plot(name, range, in: source))]
    case .plotGradient(let function, let variable):
      return [.plot(try gradientPlot(function, variable, in: source, at: location))]
    case .use(let page, let block): return try use(page, block, at: location)
    }
  }

  private func figures(_ function: Function) -> NetworkFigures {
    NetworkFigures(show: show, function: shown(function), example: example)
  }

  /// The function whose layers δ, z and a speak of from here on.
  private mutating func layered(
    _ formula: Syntax, in source: SourceText, at location: SourceLocation
  ) throws(Diagnostic) -> Function {
    let function = try function(side(formula, in: source))
    guard function.expression.shape.isScalar else {
      throw Diagnostic(
        .shapeMismatch,
        "\(function.name) is a \(function.expression.shape) matrix; a network sums to a number",
        at: source.location(formula.range), hint: "write sum(\(function.name))")
    }
    _ = try networks(of: function, at: location)
    layered = function
    return function
  }

  func side(_ formula: Syntax, in source: SourceText) -> ClaimedSide {
    ClaimedSide(formula: formula, source: source, dialect: .text, range: formula.range)
  }

  // MARK: Claims and requests

  private mutating func identity(
    _ left: Syntax, _ right: Syntax, _ refutation: Statement.Refutation?, in source: SourceText
  ) throws(Diagnostic) -> StatementResult.Content {
    let (first, second) = (side(left, in: source), side(right, in: source))
    let expectation = expectation(refutation)
    let value: Expression
    do throws(Diagnostic) {
      // The left side settles the size of a constant without one, such as 0.
      let shape = try? elaborate(first).shape
      value = try elaborate(second, expecting: shape)
    } catch {
      // The right side has no meaning: what is wrong stands there.
      let left = try? elaborate(first)
      var target = Target.identity(.identity, of: first.text, with: left ?? .number(0))
      if left == nil { target.derived = nil }
      let index = judge(second, against: target, expectation).index
      return .claim(index: index, statement: .equation(asWritten(first), asWritten(second)))
    }
    var target = Target.identity(.identity, of: second.text, with: value)
    target.other = second
    let judged = judge(first, against: target, expectation)
    return .claim(
      index: judged.index, statement: .equation(asWritten(first), asWritten(second)))
  }

  /// Which stretches of a side, as its author wrote it, are quantities of layers.
  func marks(in side: ClaimedSide, _ marks: LayerMarks) -> SyntaxMarks {
    SyntaxMarks(in: side.formula, marks) { part in
      let own = ClaimedSide(
        formula: part, source: side.source, dialect: side.dialect, range: part.range)
      return (try? elaborate(own))?.simplified
    }
  }

  /// A side as its author has it.
  func asWritten(_ side: ClaimedSide, marking marks: LayerMarks = LayerMarks()) -> Shown {
    let found = self.marks(in: side, marks)
    let marked = found.isEmpty ? nil : side.formula.tex(show.style, marks: found)
    return Shown(text: side.text, tex: side.formula.tex(show.style), marked: marked)
  }

  func expectation(_ refutation: Statement.Refutation?) -> Expectation {
    Expectation(isRefuted: refutation != nil, reason: refutation?.reason)
  }

  // MARK: Examples

  private mutating func example(
    _ value: Statement.Value, in source: SourceText
  ) throws(Diagnostic) -> StatementResult.Content {
    let location = source.location(value.name.range)
    let syntax = Syntax(.name(value.name.text), range: value.name.range)
    let variable = try variable(syntax, in: source).variable
    let rows = value.entries.count
    let columns = value.entries.first?.count ?? 0
    let clash = zip([variable.shape.rows, variable.shape.columns], [rows, columns])
      .contains { dimension, count in dimension.count.map { $0 != count } ?? false }
    if clash {
      throw Diagnostic(
        .shapeMismatch,
        "\(variable.name) is \(variable.shape), but the example has shape \(rows)×\(columns)",
        at: location, hint: "give as many rows and columns as declared")
    }
    example.set(variable, value.entries)
    let text = value.entries.map { $0.map(\.description).joined(separator: " ") }
    let name = show.name(variable.name)
    let tex = value.entries.map { $0.map(\.description).joined(separator: " & ") }
    return .declaration(
      .equation(
        name,
        Shown(
          text: "[\(text.joined(separator: "; "))]",
          tex: #"\begin{bmatrix} \#(tex.joined(separator: #" \\ "#)) \end{bmatrix}"#)))
  }

  /// Numbers for two variables may not give one size two values: no formula of both would have any.
  private mutating func requireConsistent(
    _ value: Statement.Value, in source: SourceText
  ) throws(Diagnostic) {
    let syntax = Syntax(.name(value.name.text), range: value.name.range)
    let variable = try variable(syntax, in: source).variable
    guard let clash = example.state(variable) else { return }
    throw Diagnostic(
      .shapeMismatch,
      "\(variable.name) makes \(clash.size) \(clash.own), but \(clash.other) makes it \(clash.count)",
      at: source.location(value.name.range),
      hint: "give \(variable.name) and \(clash.other) numbers of shapes that fit together")
  }
}

extension Statement {
  /// Whether it brings in what another page says.
  fileprivate var isUse: Bool { if case .use = kind { true } else { false } }
}

extension String {
  /// The name a statement gives a meaning to: what stands before `:`, `=` or a bracket.
  fileprivate var statedName: String? {
    let name = prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    guard let next = dropFirst(name.count).first(where: { !$0.isWhitespace }), !name.isEmpty,
      next == ":" || next == "=" || next == "("
    else { return nil }
    return String(name)
  }
}

extension SourceText {
  func text(_ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range.clamped(to: 0..<text.utf8.count)], as: UTF8.self)
  }
}

extension Diagnostic {
  /// With a place, where it has none of its own.
  func located(at place: SourceLocation) -> Diagnostic {
    var diagnostic = self
    diagnostic.location = location ?? place
    return diagnostic
  }
}
