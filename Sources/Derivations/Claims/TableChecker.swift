import Backprop
import Diagnostics
import Pages

/// Judges the rows of a table against one network.
struct TableChecker {
  let table: Table
  /// The index of the table among the pieces of the page.
  let piece: Int
  let columns: [TableColumn?]
  let layered: Layered
  let function: PageSession.Function
  /// Which term of the function, from 1, where it has several.
  var term: Int?

  /// Judges every cell and says which rows are missing or too many.
  ///
  /// - Returns: how many claims fail and how much is wrong with the form.
  func check(_ session: inout PageSession) -> Int {
    let claims = session.result.claims.count
    let troubles = session.result.diagnostics.count
    var seen: [Int: SourceLocation] = [:]
    for (row, cells) in table.rows.enumerated() {
      do throws(Diagnostic) {
        let layer = try layer(cells)
        let place = cells.first?.source.location
        if let first = seen[layer.number] { throw repeated(layer.number, at: place, first) }
        seen[layer.number] = place
        note(layer, row, &session)
        check(cells, row, layer, &session)
      } catch {
        session.result.diagnostics.append(error)
      }
    }
    // A row that could not be placed may be the missing one.
    if session.result.diagnostics.count == troubles {
      report(missing: layered.network.layers.map(\.number).filter { seen[$0] == nil }, &session)
    }
    return session.result.claims[claims...].count { !$0.stands }
      + session.result.diagnostics.count - troubles
  }

  /// Keeps which layer a row is about and, in a table of deltas, its delta at the numbers of the example.
  private func note(_ layer: Network.Layer, _ row: Int, _ session: inout PageSession) {
    var layers =
      session.result.layersOfTable[piece]
      ?? PageResult.TableLayers(function: function.name, term: term)
    layers.rows[row] = layer.number
    if columns.contains(.delta), let delta = layered.deltas.delta(layer.number) {
      layers.numbers[row] = session.example.shown(.delta(layer.number), delta)
    }
    session.result.layersOfTable[piece] = layers
  }

  private func check(
    _ cells: [Table.Cell], _ row: Int, _ layer: Network.Layer, _ session: inout PageSession
  ) {
    let checker = CellChecker(
      network: layered.network, layer: layer, deltas: layered.deltas, function: function)
    for (column, cell) in cells.enumerated() {
      guard column < columns.count, let kind = columns[column], kind != .layer,
        let claim = checker.check(cell, kind, &session)
      else { continue }
      let place = PageResult.Cell(row: row, column: column)
      session.result.claimsOfCell[piece, default: [:]][place] = claim
    }
  }

  // MARK: Rows

  /// The layer a row speaks of: the one number in its cell, or the last for L.
  private func layer(_ cells: [Table.Cell]) throws(Diagnostic) -> Network.Layer {
    let layers = layered.network.layers
    guard let column = columns.firstIndex(of: .layer), column < cells.count else {
      throw Diagnostic(.tableForm, "the row does not say which layer it is about")
    }
    let cell = cells[column]
    let text = cell.text.trimmed
    let numbers = text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    if text == "L", let last = layers.last { return last }
    guard numbers.count == 1, let number = numbers.first else {
      throw Diagnostic(
        .tableForm,
        text.isEmpty
          ? "the row does not say which layer it is about" : "\"\(text)\" is no number of a layer",
        at: cell.source.location,
        hint: "write the number of the layer, from 1 to \(layers.count)")
    }
    guard let layer = layers.first(where: { $0.number == number }) else {
      throw Diagnostic(
        .tableForm, "\(function.name) has no layer \(number)", at: cell.source.location,
        hint: layers.count == 1 ? "its only layer is 1" : "its layers are 1 to \(layers.count)")
    }
    return layer
  }

  private func repeated(
    _ number: Int, at place: SourceLocation?, _ first: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .tableForm, "layer \(number) has a second row", at: place,
      hint: "number the rows anew, or keep one of them",
      notes: [Diagnostic.Note("first", first.description)])
  }

  private func report(missing numbers: [Int], _ session: inout PageSession) {
    guard !numbers.isEmpty else { return }
    let list = numbers.map(String.init).joined(separator: ", ")
    session.result.diagnostics.append(
      Diagnostic(
        .tableForm,
        numbers.count == 1
          ? "the table has no row for layer \(list)" : "the table has no rows for layers \(list)",
        at: session.page.pieces[piece].location,
        hint: "\(function.name) has \(layered.network.layers.count) layers; give each a row"))
  }
}
