import Diagnostics
import Testing

@testable import Notation

@Suite struct LaTeXCellTests {
  private static func dump(_ text: String) -> String {
    do throws(Diagnostic) {
      let cell = try CellReader.read(
        SourceText(path: "page.md", text: text), names: LaTeXFixture.names)
      let left = cell.left.map { $0.dump + " = " } ?? ""
      let further = cell.further.map { " = " + $0.formula.dump }.joined()
      return left + (cell.formula?.dump ?? "nothing") + further
    } catch {
      return error.line
    }
  }

  @Test(arguments: [
    ("$f(z_i) = z_i^2$", "f(z) = (^ z 2)"),
    ("f(z_i) = z_i^2", "f(z) = (^ z 2)"),
    ("f'(z_i) = 2z_i", "f'(z) = (2 z)"),
    (#"$f(z_i) = z_i^{\frac{1}{2}}$"#, "f(z) = (^ z (/ 1 2))"),
    (#"f(z_i) = z_i + \epsilon"#, "f(z) = (+ z epsilon)"),
    ("f(z_i) = z_i - x_i", "f(z) = (+ z (- x))"),
    (#"f'(z_i) = \frac{1}{2} z_i^{-\frac{1}{2}}"#, "f'(z) = ((/ 1 2) (^ z (- (/ 1 2))))"),
    ("f(z) = z (identity)", "f(z) = z"),
    ("$f(z) = z$ (the identity)", "f(z) = z"),
    (#"$\left( (W^T)^T \delta^{(3)} \right) \bullet 1$"#, "(.* [((' [(' W)]) <delta 3>)] 1)"),
    (#"\left( I^T \delta^{(4)} \right) \bullet 1"#, "(.* [((' eye()) <delta 4>)] 1)"),
    (#"$$ \left( V^T \delta_i^{(3)} \right) \bullet 2s $$"#, "(.* [((' V) <delta 3>)] (2 s))"),
    (#"(Vss^T + \epsilon)"#, "[(+ (V s (' s)) epsilon)]"),
    ("I", "eye()"),
    ("$W^T$", "(' W)"),
    ("W'*x", "(* (' W) x)"),
    ("z - x", "(+ z (- x))"),
    ("1/(1 + exp(-z))", "(/ 1 [(+ 1 exp((- z)))])"),
    (" N/A ", "nothing"),
    ("—", "nothing"),
    ("", "nothing"),
    (
      #"$\foo$"#,
      #"unreadable 1:2-6 \foo is not understood | say what it stands for: notation \foo = …"#
    ),
    ("$x$ and $y$", "unreadable 1:1-12 a cell holds one formula between dollars"),
    ("x = y = s", "x = y = s"),
    (
      #"x = y \\ y = s"#,
      "unreadable 1:1-15 a cell holds one formula | write one formula, or f(z) = and one formula"
    ),
  ])
  func cellsAreReadInTeXAndPlainText(_ text: String, _ dump: String) {
    #expect(Self.dump(text) == dump)
  }

  @Test func cellInsideOfALineKnowsItsPlace() throws {
    let source = SourceText(path: "page.md", text: "| 3 | $W^T$ | z |", line: 7)
    let cell = try CellReader.read(source, in: 5..<12, names: LaTeXFixture.names)
    #expect(source.location(cell.range).description == "page.md:7:8")
  }
}
