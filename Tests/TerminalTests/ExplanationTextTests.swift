import Diagnostics
import Terminal
import Testing

@Suite struct ExplanationTextTests {
  @Test func explanationHasAnExampleAndAWayOut() {
    #expect(
      Explanation.text(of: .shapeMismatch) == """
        shape-mismatch: the shapes of an operation do not fit

        A product needs as many columns on its left as rows on its right; a sum and an
        elementwise operation need equal shapes, except that a column is understood to
        repeat over the columns of a matrix. Sizes with different names are different,
        unless the page assumes that they are equal.

        Example:

            W : (k, n)
            x : (k, m)
            y = W*x

        Way out: Transpose a factor, as in W'*x, or correct a declaration.

        """)
  }

  @Test(arguments: Code.allCases)
  func explanationFitsInEightyColumns(_ code: Code) throws {
    let text = try #require(Explanation.text(of: code))
    for line in text.split(separator: "\n") { #expect(line.count <= 80) }
  }

  @Test func listHasALineForEachCode() {
    let lines = Explanation.list.split(separator: "\n")
    #expect(lines.count == Code.allCases.count + 1)
    #expect(lines.first == "refuted             a claim of the page is wrong")
    #expect(lines.last == "docgen explain CODE explains one of them.")
    #expect(lines.allSatisfy { $0.count <= 80 })
  }
}
