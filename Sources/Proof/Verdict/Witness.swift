/// Small shapes and numbers at which the two sides of a claim can be seen to differ.
package struct Witness: Hashable, Sendable {
  /// A named value that both sides were evaluated at.
  package struct Value: Hashable, Sendable {
    package var name: String
    /// The entries as printed, by row.
    package var entries: [[String]]

    package init(name: String, entries: [[String]]) {
      self.name = name
      self.entries = entries
    }
  }

  /// A size and the number that stood for it.
  package struct Size: Hashable, Sendable {
    package var name: String
    package var count: Int

    package init(name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// The sizes, in the order of their first use.
  package var shapes: [Size]
  /// The values, in the order of their declaration; empty where the shapes alone decide.
  package var values: [Value]
  /// The claimed side, entry by entry; a single text where it has no value.
  package var left: [[String]]
  /// The derived side.
  package var right: [[String]]
  /// The first entry, by row and column from 0, at which the sides differ.
  package var differing: (row: Int, column: Int)? {
    for (row, (a, b)) in zip(left, right).enumerated() {
      for (column, (x, y)) in zip(a, b).enumerated() where x != y { return (row, column) }
    }
    return nil
  }
  /// What the shapes say, such as `W'*(A*s) has shapes (2×3)·(2×1)`.
  package var remark: String?

  package init(
    shapes: [Size], values: [Value], left: [[String]], right: [[String]], remark: String? = nil
  ) {
    self.shapes = shapes
    self.values = values
    self.left = left
    self.right = right
    self.remark = remark
  }
}
