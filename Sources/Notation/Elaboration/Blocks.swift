import Diagnostics
import MatrixCalculus

/// Matrices put together of blocks: `[A B; C D]`. A zero among matrices takes the shape that fits.
extension Elaboration {
  /// - Parameter operands: the entries, row after row.
  mutating func blocks(_ operands: [Operand], _ node: Syntax) throws(Diagnostic) -> Operand {
    var rows = split(operands, node)
    if operands.contains(where: { !$0.shape.isScalar }) { try fillZeros(&rows, node) }
    for (row, syntax) in zip(rows, node.children) { try alignRows(row, syntax) }
    alignColumns(rows)
    var lines: [Operand] = []
    for (row, syntax) in zip(rows, node.children) {
      lines.append(try joined(row, .beside, syntax))
    }
    return try joined(lines, .above, node)
  }

  private func split(_ operands: [Operand], _ node: Syntax) -> [[Operand]] {
    var rest = operands[...]
    return node.children.map { row in
      let line = Array(rest.prefix(row.children.count))
      rest = rest.dropFirst(row.children.count)
      return line
    }
  }

  private mutating func fillZeros(_ rows: inout [[Operand]], _ node: Syntax) throws(Diagnostic) {
    for row in rows.indices {
      for (column, entry) in node.children[row].children.enumerated()
      where entry.kind == .number(.zero) {
        rows[row][column] = try zerosThatFit(entry)
      }
    }
  }

  /// Blocks of a line have as many rows as each other.
  private mutating func alignRows(_ row: [Operand], _ node: Syntax) throws(Diagnostic) {
    for (index, operand) in row.enumerated().dropFirst() {
      let (a, b) = (unknowns.settled(row[0].shape), unknowns.settled(operand.shape))
      guard unknowns.unify(a.rows, b.rows) else {
        throw Diagnostic(
          .shapeMismatch,
          "\(shown(row[0].range, a)) and \(shown(operand.range, b)) cannot stand side by side; "
            + "rows \(name(a.rows)) and \(name(b.rows)) differ",
          at: place(node.children[index].range))
      }
    }
  }

  /// Where all lines have as many blocks, those above each other have as many columns, if they can.
  private mutating func alignColumns(_ rows: [[Operand]]) {
    guard let first = rows.first, rows.allSatisfy({ $0.count == first.count }) else { return }
    for row in rows.dropFirst() {
      for (a, b) in zip(first, row) { _ = unknowns.unify(a.shape.columns, b.shape.columns) }
    }
  }

  private mutating func joined(
    _ parts: [Operand], _ function: MatrixFunction, _ node: Syntax
  ) throws(Diagnostic) -> Operand {
    var parts = parts
    for index in parts.indices { settle(&parts[index]) }
    return parts.count == 1
      ? parts[0] : try matrixCall(function, parts, node, at: node.range)
  }
}
