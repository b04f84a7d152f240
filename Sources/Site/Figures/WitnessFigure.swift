internal import Derivations
internal import Proof

extension FigureWriter {
  /// A counterexample: the sizes, the values, and both sides with the first difference marked.
  func witness(_ witness: Witness, of claim: CheckedClaim) -> HTML {
    let values = witness.values.map { matrix($0.entries, named: $0.name) }
    return .element(
      "div", ["class": "witness"],
      .element("p", ["class": "witness-title"], .text(phrases.said("Witness") + sizes(witness))),
      witness.remark.map { .element("p", ["lang": phrases.englishTag], .text($0)) }
        ?? .fragment([]),
      values.isEmpty ? .fragment([]) : .element("div", of: ["class": "matrices"], values),
      sides(witness),
      difference(witness))
  }

  private func sizes(_ witness: Witness) -> String {
    guard !witness.shapes.isEmpty else { return "" }
    return ": " + witness.shapes.map { "\($0.name) = \($0.count)" }.joined(separator: ", ")
  }

  private func sides(_ witness: Witness) -> HTML {
    let sides = [("claimed", witness.left), ("derived", witness.right)].filter { !$0.1.isEmpty }
    guard !sides.isEmpty else { return .fragment([]) }
    return .element(
      "div", of: ["class": "matrices"],
      sides.map { matrix($0.1, named: phrases.said($0.0), marked: witness.differing, isWord: true) }
    )
  }

  /// An entry as it is set in a formula: with a minus sign for the hyphen.
  private static func number(_ entry: String) -> String {
    String(entry.map { $0 == "-" ? "−" : $0 })
  }

  /// In words what the marked entries say.
  private func difference(_ witness: Witness) -> HTML {
    guard let (row, column) = witness.differing else { return .fragment([]) }
    let isSingle = witness.left.count == 1 && witness.left[0].count == 1
    let place: [Sentence.Part] =
      isSingle
      ? [.words("The values differ: ")]
      : [
        .words("They differ first in row "), .slot(.text("\(row + 1)")), .words(", column "),
        .slot(.text("\(column + 1)")), .words(": "),
      ]
    return phrases.element(
      "p",
      Sentence(
        place + [
          .slot(.text(witness.left[row][column])), .words(" claimed, "),
          .slot(.text(witness.right[row][column])), .words(" derived."),
        ]))
  }

  /// `name = [entries]`, written as MathML.
  private func matrix(
    _ entries: [[String]], named name: String, marked: (row: Int, column: Int)? = nil,
    isWord: Bool = false
  ) -> HTML {
    let rows = entries.enumerated().map { row, line in
      HTML.element(
        "mtr", of: [:],
        line.enumerated().map { column, entry in
          let isMarked = marked.map { $0 == (row, column) } ?? false
          return .element(
            "mtd", ["class": isMarked ? "differs" : nil],
            .element("mtext", [:], .text(Self.number(entry))))
        })
    }
    let isSingle = entries.count == 1 && entries[0].count == 1
    let label: HTML =
      isWord
      ? .element("mtext", ["class": "side"], .text(name))
      : .element("mi", [:], .text(prettified(name)))
    return .element(
      "math", [:],
      .element(
        "mrow", [:], label, .element("mo", [:], "="),
        isSingle ? .fragment([]) : .element("mo", [:], "["),
        .element("mtable", of: ["class": "matrix"], rows),
        isSingle ? .fragment([]) : .element("mo", [:], "]")))
  }
}
