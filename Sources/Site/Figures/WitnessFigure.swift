internal import Derivations
internal import Notation
internal import Proof

extension FigureWriter {
  /// A counterexample: the sizes, the values, and both sides with the first difference marked.
  func witness(_ witness: Witness, of claim: CheckedClaim) -> HTML {
    let values = witness.values.map { value($0) }
    // What the shapes say is all there is to say.
    let isOfShapes = witness.values.isEmpty && witness.remark != nil
    return .element(
      "div", ["class": "witness"],
      .element("p", ["class": "witness-title"], .text(phrases.said("Witness") + sizes(witness))),
      witness.remark.map {
        .element("p", ["lang": phrases.englishTag], said(of: $0))
      } ?? .fragment([]),
      values.isEmpty ? .fragment([]) : .element("div", of: ["class": "matrices"], values),
      isOfShapes ? .fragment([]) : .fragment([sides(witness), difference(witness)]))
  }

  /// A value with the name as formulas spell it.
  private func value(_ value: Witness.Value) -> HTML {
    let tex = result.spellings[value.name] ?? TeXStyle().name(value.name)
    guard let name = formulas.repeated(tex) else {
      return matrix(value.entries, named: .element("mi", [:], .text(prettified(value.name))))
    }
    return .element("span", [:], name, matrix(value.entries, named: .fragment([])))
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
      sides.map { side, entries in
        matrix(
          entries, named: .element("mtext", ["class": "side"], said(side)),
          marked: witness.differing)
      })
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
    _ entries: [[String]], named label: HTML, marked: (row: Int, column: Int)? = nil
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
    return .element(
      "math", [:],
      .element(
        "mrow", [:], label, .element("mo", [:], "="),
        isSingle ? .fragment([]) : .element("mo", [:], "["),
        .element("mtable", of: ["class": "matrix"], rows),
        isSingle ? .fragment([]) : .element("mo", [:], "]")))
  }
}
