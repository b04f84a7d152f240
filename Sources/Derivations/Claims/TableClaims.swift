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
    let name: String
    switch directive {
    case .network(let function), .deltas(let function): name = function
    case .skip: return
    case .check, .refuted:
      result.diagnostics.append(
        Diagnostic(
          .tableForm, "the table is marked for checking, but not whose layers it shows",
          at: page.pieces[index].location,
          hint: "write <!-- check: network F --> or <!-- check: deltas F --> above it"))
      return
    }
    do throws(Diagnostic) {
      try check(table, at: index, of: name)
    } catch {
      result.diagnostics.append(error)
    }
  }

  private mutating func check(
    _ table: Table, at index: Int, of name: String
  ) throws(Diagnostic) {
    let location = page.pieces[index].location
    let function = try definedFunction(name, at: location)
    let layers = try layers(of: function, at: location)
    layered = function
    let columns = try TableColumn.columns(of: table)
    let layered =
      layers.first { $0.network.layers.count == table.rows.count } ?? layers[0]
    for (row, cells) in table.rows.enumerated() {
      guard let layer = try TableColumn.layer(cells, columns, layered.network) else { continue }
      for (column, cell) in cells.enumerated() {
        guard let kind = columns[column], kind != .layer else { continue }
        let place = PageResult.Cell(row: row, column: column)
        let checker = CellChecker(
          network: layered.network, layer: layer, deltas: layered.deltas, function: function)
        guard let claim = checker.check(cell, kind, &self) else { continue }
        result.claimsOfCell[index, default: [:]][place] = claim
      }
    }
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
}

/// The columns the field gives to tables of networks.
enum TableColumn: Hashable {
  case layer, weight, activation, derivative, delta, input

  /// What each column of the table holds; nil for a heading that is none of the field's.
  ///
  /// - Throws: `table-form` where no column numbers the layers.
  static func columns(of table: Table) throws(Diagnostic) -> [TableColumn?] {
    let columns = table.header.map { TableColumn(heading: $0.text) }
    guard columns.contains(.layer) else {
      throw Diagnostic(
        .tableForm, "no column of the table says which layer a row is about",
        at: table.header.first?.source.location, hint: "add a column with the heading Layer")
    }
    return columns
  }

  private init?(heading: String) {
    let words = heading.lowercased().split { !$0.isLetter }.map(String.init)
    if words.contains("layer") && !words.contains("input") {
      self = .layer
    } else if words.contains("weight") || words.contains("weights") {
      self = .weight
    } else if words.contains("derivative") {
      self = .derivative
    } else if words.contains("activation") {
      self = .activation
    } else if words.contains("delta") || words.contains("δ") || heading.contains(#"\delta"#) {
      self = .delta
    } else if words.contains("input") {
      self = .input
    } else {
      return nil
    }
  }

  /// The layer a row speaks of; nil in a row without a number.
  static func layer(
    _ cells: [Table.Cell], _ columns: [TableColumn?], _ network: Network
  ) throws(Diagnostic) -> Network.Layer? {
    guard let column = columns.firstIndex(of: .layer), column < cells.count else { return nil }
    let cell = cells[column]
    guard let number = Int(cell.text.trimmed) else {
      throw Diagnostic(
        .tableForm, "\"\(cell.text)\" is no number of a layer", at: cell.source.location,
        hint: "write the number of the layer, from 1 to \(network.layers.count)")
    }
    guard let layer = network.layers.first(where: { $0.number == number }) else {
      throw Diagnostic(
        .tableForm, "there is no layer \(number)", at: cell.source.location,
        hint: "the layers are 1 to \(network.layers.count)")
    }
    return layer
  }
}
