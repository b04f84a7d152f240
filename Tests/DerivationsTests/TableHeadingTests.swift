import Pages
import Testing

@testable import Derivations

/// Which column a heading stands for.
@Suite struct TableHeadingTests {
  @Test(arguments: [
    ("Layer", TableColumn.layer), ("layer l", .layer), ("Weight", .weight), ("Weights W", .weight),
    ("Activation function f", .activation), ("Derivative of activation function f'", .derivative),
    ("f'", .derivative), ("f′(z)", .derivative), ("Delta", .delta), ("δ", .delta),
    (#"\delta^{(l)}"#, .delta), ("Delta of the layer", .delta), ("Input z to this layer", .input),
    ("Weight to the next layer", .weight), ("Fed by", .sources), ("Shape of the input z", .shape),
  ])
  func fieldsHeadingsAreRecognised(_ heading: String, _ column: TableColumn) {
    #expect(TableHeadings().column(heading) == column)
  }

  @Test(arguments: ["Remarks", "Weighted by", "Deltoid", "Step", ""])
  func otherHeadingsNameNoColumn(_ heading: String) {
    #expect(TableHeadings().column(heading) == nil)
  }

  @Test(arguments: [
    ("Schicht", TableColumn.layer), ("Eingabe z der Schicht", .input),
    ("Ableitung der Aktivierung", .derivative), ("Gewichtsmatrix", .weight), ("层", .layer),
    ("激活函数的导数", .derivative), ("本层输入", .input), ("Layer", .layer),
  ])
  func addedHeadingsAreRecognisedBesideTheEnglishOnes(_ heading: String, _ column: TableColumn) {
    let headings = TableHeadings(adding: [
      .layer: ["Schicht", "层"], .input: ["Eingabe", "输入"], .derivative: ["Ableitung", "导数"],
      .activation: ["Aktivierung", "激活函数"], .weight: ["Gewichtsmatrix", "Gewicht"],
    ])
    #expect(headings.column(heading) == column)
  }

  @Test func translatedTableIsJudged() throws {
    let page =
      derive("A : (m, n)\ns : (n)\nF = norm2(A*s)^2") + """

        <!-- check: network F -->

        | Schicht | Gewicht | Aktivierung |
        |---|---|---|
        | 1 | $A$ | $z$ |
        | 2 | – | $z^3$ |

        """
    let headings = TableHeadings(adding: [
      .layer: ["Schicht"], .weight: ["Gewicht"], .activation: ["Aktivierung"],
    ])
    let result = PageChecker.check(
      try Page(path: "p.md", bytes: Array(page.utf8)), .init(headings: headings))
    #expect(result.diagnostics == [])
    #expect(
      result.claims.map(written) == [
        "11:8: layer proved (normal-form)", "11:14: layer proved (normal-form)",
        "12:14: layer refuted (exact)",
      ])
  }
}
