import Backprop
import Diagnostics
import MatrixCalculus
import Notation
import Pages
import Proof

extension PageSession {
  /// Checks a table of layers or deltas under a comment that asks for it.
  mutating func check(_ table: Table, at index: Int) {
    guard let directive = directive(above: index) else { return }
    do throws(Diagnostic) {
      switch directive {
      case .network(let name): try check(table, at: index, of: name, as: .network)
      case .deltas(let name): try check(table, at: index, of: name, as: .deltas)
      case .skip: return
      case .check, .refuted: throw unnamed(table, at: index)
      }
    } catch {
      if !isConsequence(error) { result.diagnostics.append(error) }
    }
  }

  private func unnamed(_ table: Table, at index: Int) -> Diagnostic {
    Diagnostic(
      .tableForm, "the table is marked for checking, but not whose layers it shows",
      at: page.pieces[index].location,
      hint: "write <!-- check: network F --> or <!-- check: deltas F --> above it")
  }

  private mutating func check(
    _ table: Table, at index: Int, of name: String, as form: TableForm
  ) throws(Diagnostic) {
    let location = page.pieces[index].location
    let function = try definedFunction(name, at: location)
    let layers = try layers(of: function, at: location)
    let columns = try columns(of: table, as: form)
    var best: (session: PageSession, failures: Int)?
    for (term, layered) in layers.ordered(forRows: table.rows.count) {
      var trial = self
      trial.layered = layers.count == 1 ? function : function.term(layered.network)
      let checker = TableChecker(
        table: table, piece: index, columns: columns, layered: layered, function: function,
        term: layers.count == 1 ? nil : term)
      let failures = checker.check(&trial)
      if best.map({ failures < $0.failures }) ?? true { best = (trial, failures) }
      if failures == 0 { break }
    }
    if let best { self = best.session }
  }

  /// The function of that name; the error says what there is.
  func definedFunction(_ name: String, at location: SourceLocation) throws(Diagnostic) -> Function {
    if let known = scope.definition(of: name) {
      return Function(name: name, expression: known.expression, location: known.location)
    }
    let names = scope.definitions.map(\.name)
    throw Diagnostic(
      .unknownName, "there is no function \(name)", at: location,
      hint: nearest(name, in: names).map { "did you mean \($0)?" }
        ?? "define it above, as in \(name) = norm2(A*s - x)^2")
  }

  // MARK: Columns

  /// What each column of the table holds; nil for a heading that is none of the field's. A heading that
  /// cannot be meant as it stands is reported.
  ///
  /// - Throws: `table-form` where no column numbers the layers, or none is there to be judged.
  private mutating func columns(
    of table: Table, as form: TableForm
  ) throws(Diagnostic) -> [TableColumn?] {
    var columns: [TableColumn?] = []
    for cell in table.header {
      let joined = headings.joined(in: cell.text)
      let column = joined.count > 1 ? nil : headings.column(cell.text)
      if joined.count > 1 {
        result.diagnostics.append(merged(joined, cell))
      } else if column == nil, let close = headings.nearest(cell.text) {
        result.diagnostics.append(misspelt(cell, close))
      }
      columns.append(column)
    }
    guard columns.contains(.layer) else {
      throw Diagnostic(
        .tableForm, "no column of the table says which layer a row is about",
        at: table.header.first?.source.location, hint: "add a column with the heading Layer")
    }
    let isChecked = columns.contains { $0.map(form.columns.contains) ?? false }
    let isExplained = table.header.contains { headings.joined(in: $0.text).count > 1 }
    guard isChecked || isExplained else {
      throw Diagnostic(
        .tableForm, "no column of the table can be checked",
        at: table.header.first?.source.location,
        hint: "a table of \(form.noun) has the headings \(form.headings)")
    }
    return columns
  }

  private func merged(_ columns: [TableColumn], _ cell: Table.Cell) -> Diagnostic {
    Diagnostic(
      .tableForm,
      "the heading names several columns: \(columns.map(\.heading).joined(separator: ", "))",
      at: cell.source.location, hint: "give each a column of its own")
  }

  private func misspelt(_ cell: Table.Cell, _ close: String) -> Diagnostic {
    Diagnostic(
      .tableForm, "no column is called \"\(cell.text)\", so it is not checked",
      at: cell.source.location, hint: "did you mean \(close)?", severity: .warning)
  }
}

/// The two tables of a network.
private enum TableForm {
  case network, deltas

  var noun: String { self == .network ? "layers" : "deltas" }

  /// The columns of which there has to be one.
  var columns: [TableColumn] {
    switch self {
    case .network: [.weight, .activation, .input, .sources, .shape]
    case .deltas: [.derivative, .delta, .input]
    }
  }

  var headings: String {
    switch self {
    case .network: "Layer, Weight and Activation"
    case .deltas: "Layer, Derivative, Delta and Input"
    }
  }
}

extension [Layered] {
  /// The terms of a function with their numbers, those with as many layers as the table has rows first.
  fileprivate func ordered(forRows count: Int) -> [(term: Int, layered: Layered)] {
    let terms = zip(1..., self).map { (term: $0, layered: $1) }
    return terms.filter { $0.layered.network.layers.count == count }
      + terms.filter { $0.layered.network.layers.count != count }
  }
}

extension PageSession.Function {
  /// One of its terms, under the same name.
  fileprivate func term(_ network: Network) -> PageSession.Function {
    PageSession.Function(name: name, expression: network.term, location: location)
  }
}
