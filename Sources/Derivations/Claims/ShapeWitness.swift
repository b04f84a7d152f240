import Diagnostics
import MatrixCalculus
import Notation
import Proof

extension PageSession {
  /// The refutation of a side in which shapes do not fit: numbers for the sizes at which the clash can
  /// be seen.
  func refutation(of side: ClaimedSide, _ trouble: Diagnostic) -> Judgement {
    if let clash = side.formula.clash(at: trouble.location, in: side.source),
      let left = shape(of: clash.left, in: side), let right = shape(of: clash.right, in: side)
    {
      if clash.isProduct, left.columns != right.rows {
        return prover.productUndefined(side.source.text(clash.range).trimmed, left, right)
      }
      if !clash.isProduct, left != right {
        return prover.shapesDiffer(left, right) { "\(trouble.message): \($0) and \($1)" }
      }
    }
    let witness = Witness(
      shapes: [], values: [], left: [["undefined"]], right: [], remark: trouble.message)
    return Judgement(.refuted, method: .shapes, witness: witness)
  }

  private func shape(of formula: Syntax, in side: ClaimedSide) -> Shape? {
    var part = side
    part.formula = formula
    return (try? elaborate(part))?.shape
  }
}

/// Two neighbours in a formula whose shapes do not fit.
private struct Clash {
  var left: Syntax
  var right: Syntax
  var isProduct: Bool
  var range: Range<Int>
}

extension Syntax {
  /// The operands around the operator that stands at a place, or around the gap between two factors.
  fileprivate func clash(at location: SourceLocation?, in source: SourceText) -> Clash? {
    guard let location else { return nil }
    for node in nodes where node.children.count > 1 {
      for place in node.children.indices.dropFirst()
      where node.stands(at: location, before: place, in: source) {
        return node.clash(before: place)
      }
    }
    return nil
  }

  private func stands(at location: SourceLocation, before place: Int, in source: SourceText) -> Bool
  {
    if marks.count >= place, source.location(marks[place - 1]) == location { return true }
    return kind == .juxtapose
      && [children[place].range, children[0].range.lowerBound..<children[place].range.upperBound]
        .contains { source.location($0) == location }
  }

  private func clash(before place: Int) -> Clash {
    var left = self
    left.children = Array(children[..<place])
    left.marks = Array(marks.prefix(place - 1))
    left.range = children[0].range.lowerBound..<children[place - 1].range.upperBound
    return Clash(
      left: place == 1 ? children[0] : left, right: children[place],
      isProduct: kind == .multiply || kind == .juxtapose,
      range: children[0].range.lowerBound..<children[place].range.upperBound)
  }

  /// All parts, outer ones first.
  private var nodes: [Syntax] {
    var found: [Syntax] = []
    var stack = [self]
    while let node = stack.popLast() {
      found.append(node)
      stack += node.children.reversed()
    }
    return found
  }
}
