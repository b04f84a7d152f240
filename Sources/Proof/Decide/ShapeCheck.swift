package import MatrixCalculus

extension Prover {
  /// The verdict on a claim whose sides differ in shape; nil where they do not.
  func shapeVerdict(_ claim: Claim) -> Judgement? {
    if case .differential(_, let variable, let direction) = claim.kind,
      variable.shape != direction.shape
    {
      return shapesDiffer(direction.shape, variable.shape) { a, b in
        "\(direction.name) has shape (\(a)), \(variable.name) has shape (\(b))"
      }
    }
    guard claim.claimed.shape != claim.expectedShape else { return nil }
    return shapesDiffer(claim.claimed.shape, claim.expectedShape) { a, b in
      claim.isIdentity
        ? "the left side has shape (\(a)), the right side (\(b))"
        : "the claimed \(claim.subject) has shape (\(a)), the right one (\(b))"
    }
  }

  /// The refutation of a claim by two shapes that had to be equal.
  ///
  /// - Parameter remark: what to say of the two shapes, given in numbers: `2×3` and `3×2`.
  package func shapesDiffer(
    _ claimed: Shape, _ needed: Shape, remark: (String, String) -> String
  ) -> Judgement {
    let (sizes, texts) = leastSizes(
      claimed.dimensions + needed.dimensions,
      clashing: claimed.rows == needed.rows
        ? (claimed.columns, needed.columns) : (claimed.rows, needed.rows)
    ) { [$0.text(claimed), $0.text(needed)] }
    let witness = Witness(
      shapes: sizes, values: [], left: [["a \(texts[0]) matrix"]],
      right: [["a \(texts[1]) matrix"]], remark: remark(texts[0], texts[1]))
    return Judgement(.refuted, method: .shapes, witness: witness)
  }

  /// The refutation of a claim with a product that is undefined.
  ///
  /// - Parameters:
  ///   - product: the product as its author wrote it.
  ///   - left: the shape of its left factor, whose columns are not the rows of `right`.
  package func productUndefined(_ product: String, _ left: Shape, _ right: Shape) -> Judgement {
    let (sizes, texts) = leastSizes(
      left.dimensions + right.dimensions, clashing: (left.columns, right.rows)
    ) { [$0.text(left), $0.text(right)] }
    let remark = "the product \(product) has shapes (\(texts[0]))·(\(texts[1]))"
    let witness = Witness(
      shapes: sizes, values: [], left: [["undefined"]], right: [], remark: remark)
    return Judgement(.refuted, method: .shapes, witness: witness)
  }

  /// The least sizes at which two dimensions differ. The sizes that clash are two at least, so that
  /// what is said of them is not an accident of columns and scalars.
  private func leastSizes(
    _ dimensions: [Dimension], clashing: (Dimension, Dimension),
    _ texts: (Assignment) -> [String]
  ) -> ([Witness.Size], [String]) {
    let choice = SizeChoice(dimensions: dimensions, orders)
    let clashingNames = Set(clashing.0.names + clashing.1.names)
    let found = choice.ascending(limit: 4).first { sizes in
      clashing.0.value(sizes) != clashing.1.value(sizes)
        && clashingNames.allSatisfy { sizes[$0, default: 2] >= 2 }
    }
    let assignment = Assignment(sizes: found ?? [:])
    return (
      choice.names.compactMap { name in
        found?[name].map { Witness.Size(name: name, count: $0) }
      }, texts(assignment)
    )
  }
}

/// Numbers for the names of sizes.
private struct Assignment {
  let sizes: [String: Int]

  /// `2×3`; a size without number keeps its name.
  func text(_ shape: Shape) -> String {
    shape.dimensions.map { dimension in
      dimension.value(sizes).map(String.init) ?? dimension.description
    }.joined(separator: "×")
  }
}

extension Claim {
  var isIdentity: Bool { if case .identity = kind { true } else { false } }
}
