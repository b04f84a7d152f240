import MatrixCalculus
import Notation

/// The sum over samples left out: one column for each where their sum belongs.
extension EditMaker {
  mutating func addSampleSums() {
    guard let whole = places.first, let shape = shape(of: whole), shape != expected else { return }
    if expected.isColumn, shape.rows == expected.rows, shape.columns != .one {
      add(.ones(Shape(shape.columns, .one)), isBehind: true, "columns", whole)
    }
    if expected.isRow, shape.columns == expected.columns, shape.rows != .one {
      add(.ones(Shape(.one, shape.rows)), isBehind: false, "rows", whole)
    }
  }

  private mutating func add(
    _ ones: Expression, isBehind: Bool, _ items: String, _ whole: Place
  ) {
    let range = extent(whole)
    let isHeld = isAtom(whole.node) || isChain(whole.node) && whole.node.kind != .entrywiseMultiply
    let text = isHeld ? author.text(range) : "(\(author.text(range)))"
    let parts = isBehind ? [text, author.written(ones)] : [author.written(ones), text]
    add(
      .wrapping, 12, at: range, [.init(range, parts.joined(separator: author.times))],
      fault: "the sum over the \(items) is missing", remedy: "it")
  }
}
