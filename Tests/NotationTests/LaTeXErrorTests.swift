import Diagnostics
import Testing

@testable import Notation

@Suite struct LaTeXErrorTests {
  @Test(arguments: [
    (
      #"\foo x"#,
      #"unreadable 1:1-5 \foo is not understood | say what it stands for: notation \foo = …"#
    ),
    ("(W x", "unreadable 1:1-2 ( is not closed"),
    ("W x)", "unreadable 1:4-5 ) closes nothing"),
    ("(W x]", "unreadable 1:5-6 ] closes ( | write )"),
    ("{W x", "unreadable 1:1-2 what opens here is not closed"),
    ("W x}", "unreadable 1:4-5 this } closes nothing"),
    (#"\|x"#, #"unreadable 1:1-3 \| is not closed"#),
    ("W +", "unreadable 1:4-4 a factor is missing at the end of the formula"),
    (#"W + \odot x"#, #"unreadable 1:5-10 a factor is missing before \odot"#),
    (#"\frac{1}"#, #"unreadable 1:1-6 \frac has no argument"#),
    ("x^", "unreadable 1:2-3 ^ has no argument"),
    (#"\log + x"#, #"unreadable 1:1-5 \log has no argument"#),
    (#"\sum"#, #"unreadable 1:1-5 \sum has nothing to add up"#),
    (#"\nabla_W"#, #"unreadable 1:1-7 \nabla has nothing to differentiate"#),
    (#"\begin{align} x \end{split}"#, #"unreadable 1:1-7 \begin{align} is closed by \end{split}"#),
    (#"\begin{align} x"#, "unreadable 1:1-14 what opens here is not closed"),
    ("x $ y", "unreadable 1:3-4 $ is not expected here"),
    (
      "X_{ijk}",
      "unsupported 1:1-8 X_{ijk} is neither a name nor an entry of X | declare Xijk if it is a name of its own"
    ),
    ("(A x)_{ijk}", "unsupported 1:1-6 (A x)_{ijk} is no entry"),
    (
      #"\sum_{i \in S} x_i"#,
      #"unsupported 1:1-15 \sum_{i \in S} is not supported | the forms are \sum_i, \sum_{i,j}, \sum_{i=1}^n, \sum_{j \neq i} and \sum_{i < j}"#
    ),
    (#"\prod_i"#, #"unreadable 1:1-6 \prod has nothing to multiply"#),
    (
      "A^\\dagger",
      #"unsupported 1:1-10 the superscript \dagger has no fixed meaning | say what the symbol stands for: notation A^\dagger = pinv(…), or …' for a transpose"#
    ),
    (
      #"\|A\|_*"#,
      #"unsupported 1:1-8 this norm is not supported | the norms with index 1, 2, F and \infty are"#
    ),
    (#"x \leq y"#, "unsupported 1:3-7 an inequality is not checked"),
    (#"w \leftarrow w - x"#, "unsupported 1:3-13 an update is not checked"),
    (
      #"\frac{\partial^3 F}{\partial x^3} = x"#,
      "unsupported 1:1-34 only first and second derivatives are supported"
    ),
    (
      #"\frac{\partial^2 F}{\partial x\partial y} = x"#,
      "unsupported 1:1-42 a second derivative in two variables is not supported"
    ),
    (
      "1234567890123456789012345",
      "too-large 1:1-26 the number 1234567890123456789012345 has too many digits"
    ),
  ])
  func mistakesAreNamedAtTheirPlace(_ tex: String, _ line: String) {
    #expect(LaTeXFixture.dump(tex) == line)
  }

  @Test(arguments: [
    ("(", ")"), ("{", "}"), (#"\left( "#, #" \right)"#), (#"\sqrt{"#, "}"), (#"\frac{1}{"#, "}"),
    ("x^{", "}"),
    ("x_{", "}"), (#"\log "#, ""), (#"\sum "#, ""), (#"\mathbf"#, ""), (#"\hat"#, ""),
    (#"\lVert "#, #"\rVert"#), ("|(", ")|"), (#"\nabla_x "#, ""),
    (#"\begin{pmatrix}"#, #"\end{pmatrix}"#),
    (#"\frac"#, ""), (#"\mathbf{1}["#, " > 0]"), (#"\underbrace{"#, "}"), (#"{x^{"#, "}}^T"),
  ])
  func depthIsBounded(_ open: String, _ close: String) {
    let count = 10_000
    let deep = String(repeating: open, count: count)
    let tex = String((deep + "x" + String(repeating: close, count: count)).prefix(100_000))
    let codes = Set(LaTeXFixture.equations(tex).diagnostics.map(\.code))
    #expect(codes == [.tooDeep])
  }

  @Test func longInputIsRefused() {
    let tex = String(repeating: "x+", count: 60_000) + "x"
    #expect(
      LaTeXFixture.dump(tex)
        == "too-large 1:1-120002 the formula has 120001 bytes; 100000 is the most")
  }

  @Test func longChainsAreRead() throws {
    let sum = LaTeXFixture.equations(String(repeating: "x + ", count: 20_000) + "x")
    #expect(sum.equations.first?.leftFormula?.children.count == 20_001)
    let product = LaTeXFixture.equations(String(repeating: "W^T", count: 20_000))
    #expect(product.equations.first?.leftFormula?.children.count == 20_000)
  }
}
