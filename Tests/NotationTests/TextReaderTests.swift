import Diagnostics
import MatrixCalculus
import Notation
import Testing

@Suite struct TextReaderTests {
  static let errors: [(text: String, error: String)] = [
    ("", "1:1-1 syntax: a formula is missing | write one here"),
    ("(a + b", "1:1-2 syntax: \"(\" is not closed | add \")\""),
    ("f(a, [1", "1:6-7 syntax: \"[\" is not closed | add \"]\""),
    ("‖x", "1:1-4 syntax: \"‖\" is not closed | add \"‖\""),
    ("a)", "1:2-3 syntax: \")\" closes no bracket | remove it, or open one before"),
    ("(a]", "1:3-4 syntax: \"]\" does not close \"(\" [opened: page.md:1:1]"),
    ("a +", "1:3-4 syntax: \"+\" lacks its right side | write a formula after it"),
    ("(a + )", "1:4-5 syntax: \"+\" lacks its right side | write a formula after it"),
    ("* a", "1:1-2 syntax: \"*\" lacks its left side | write a formula before it"),
    (
      "a * / b",
      "1:5-6 syntax: two operators in a row: \"*\" and \"/\" | remove one of them"
    ),
    (
      "W x", "1:3-4 syntax: an operator is missing between W and x | a product is written W*x"
    ),
    (
      "(a)(b)", "1:4-5 syntax: an operator is missing between ) and ( | a product is written )*("
    ),
    ("1/2x", "1:3-5 syntax: /2x can be read in two ways | write /(2*x) or /2*x"),
    ("a = b", "1:3-4 syntax: unexpected \"=\" | the formula should end before it"),
    ("a, b", "1:2-3 syntax: unexpected \",\" | the formula should end before it"),
    ("()", "1:2-3 syntax: a formula is missing before \")\" | write one there"),
    ("f(a,)", "1:5-6 syntax: a formula is missing before \")\" | write one there"),
    ("a & b", "1:3-4 syntax: \"&\" is not part of the notation | remove it"),
    ("γ ∇ b", "1:4-7 syntax: \"∇\" is not part of the notation | remove it"),
    (
      "123456789012345678901234567890",
      "1:1-31 too-large: 123456789012345678901234567890 has too many digits"
        + " | numbers are kept exactly, with at most 18 digits"
    ),
    (
      "‖x‖₃", "1:8-11 unsupported: the norm with index 3 is not supported | write ‖x‖₂ or ‖x‖₁"
    ),
  ]

  @Test(arguments: errors)
  func mistakesAreNamedAndLocated(_ c: (text: String, error: String)) {
    let source = SourceText(path: "page.md", text: c.text)
    #expect(trouble { _ = try TextReader.read(source) } == c.error)
  }

  /// One way of nesting, 10,000 deep.
  static let nestings: [(name: String, text: String)] = [
    (
      "brackets",
      String(repeating: "(", count: 10_000) + "a" + String(repeating: ")", count: 10_000)
    ),
    ("open brackets", String(repeating: "(", count: 10_000)),
    ("calls", String(repeating: "f(", count: 10_000) + "a" + String(repeating: ")", count: 10_000)),
    ("signs", String(repeating: "-", count: 10_000) + "a"),
    ("transposes", "a" + String(repeating: "'", count: 10_000)),
    ("powers", "a" + String(repeating: "^a", count: 10_000)),
    ("exponent signs", "a^" + String(repeating: "-", count: 10_000) + "a"),
    ("mixed products", "a" + String(repeating: "*a.*a", count: 10_000)),
    ("quotients", "a" + String(repeating: "/a", count: 10_000)),
    ("roots", String(repeating: "√", count: 10_000) + "a"),
    ("norms", String(repeating: "‖-", count: 10_000)),
    ("rows", String(repeating: "[", count: 10_000)),
  ]

  @Test(arguments: nestings)
  func deepNestingIsOneError(_ c: (name: String, text: String)) {
    let source = SourceText(path: "page.md", text: c.text)
    #expect(throws: Diagnostic.self) { try TextReader.read(source) }
    do {
      _ = try TextReader.read(source)
    } catch {
      #expect(error.code == .tooDeep)
      #expect(error.message == "the formula is nested more than 1000 deep")
    }
  }

  @Test(arguments: ["(", "-", "√"])
  func nestingUpToTheBoundIsRead(_ sign: String) throws {
    let count = Syntax.maximalDepth - 1
    let close = sign == "(" ? String(repeating: ")", count: count) : ""
    let text = String(repeating: sign, count: count) + "a" + close
    let scope = try scope("a : scalar")
    #expect(try expression(text, in: scope).shape == .scalar)
  }

  @Test(arguments: ["+", "-", "*", ".*"])
  func longFlatChainsAreRead(_ sign: String) throws {
    let text = "x" + String(repeating: " \(sign) a", count: 10_000)
    let syntax = try TextReader.read(SourceText(path: "page.md", text: text))
    #expect(syntax.children.count == 10_001)
    #expect(syntax.depth <= 2)
    let scope = try scope("x : (n)\na : scalar")
    #expect(try expression(text, in: scope).shape == Shape(Dimension("n"), .one))
  }

  @Test func longTextIsRefused() {
    let text = String(repeating: "a+", count: 60_000) + "a"
    let source = SourceText(path: "page.md", text: text)
    #expect(
      trouble { _ = try TextReader.read(source) }
        == "1:1-1 too-large: the formula is longer than 100 KB | split it by definitions")
  }

  /// Operators bind as in MATLAB, shown by brackets.
  static let bindings: [(text: String, bracketed: String)] = [
    ("a+b*c", "(+ a (* b c))"),
    ("a-b-c", "(+ a (neg b) (neg c))"),
    ("-a^b", "(neg (^ a b))"),
    ("-a*b", "(* (neg a) b)"),
    ("a*-b", "(* a (neg b))"),
    ("a*-b*c", "(* a (neg b) c)"),
    ("a^-b*c", "(* (^ a (neg b)) c)"),
    ("a^b^c", "(^ (^ a b) c)"),
    ("a^b'", "(' (^ a b))"),
    ("a'^b", "(^ (' a) b)"),
    ("a/b*c", "(* (/ a b) c)"),
    ("a*b/c", "(/ (* a b) c)"),
    ("a.*b*c", "(* (.* a b) c)"),
    ("2a^b", "(* 2 (^ a b))"),
    ("-2a", "(* (neg 2) a)"),
    ("a'*b'", "(* (' a) (' b))"),
    ("√a*b", "(* (call sqrt a) b)"),
    ("Σ a*b + c", "(+ (call sum (* a b)) c)"),
    ("c*Σ a*b", "(* c (call sum (* a b)))"),
    ("Σ^-1*a", "(* (^ Sigma (neg 1)) a)"),
    ("2.*a", "(.* 2 a)"),
    ("W⁽¹⁾*x₂", "(* W1 x2)"),
    ("f''(a)", "(call f'' a)"),
    ("a.'", "(' a)"),
    ("+a", "a"),
    ("[1 -2; a' b]", "(matrix (row 1 (neg 2)) (row (' a) b))"),
    ("[1 - 2, 3]", "(matrix (row (+ 1 (neg 2)) 3))"),
    ("[1 0\n 2 1;\n]", "(matrix (row 1 0) (row 2 1))"),
  ]

  @Test(arguments: bindings)
  func operatorsBindAsInMATLAB(_ c: (text: String, bracketed: String)) throws {
    let syntax = try TextReader.read(SourceText(path: "page.md", text: c.text))
    #expect(syntax.bracketed == c.bracketed)
  }

  @Test func everyNodeKnowsItsPlace() throws {
    let source = SourceText(path: "page.md", text: "a + norm2(b*c')")
    let sum = try TextReader.read(source)
    let call = sum.children[1]
    #expect(source.slice(sum.range) == "a + norm2(b*c')")
    #expect(sum.marks.map(source.slice) == ["+"])
    #expect(source.slice(call.range) == "norm2(b*c')")
    #expect(call.marks.map(source.slice) == ["norm2"])
    #expect(source.slice(call.children[0].children[1].range) == "c'")
  }
}

extension Syntax {
  /// The tree with an operator before its operands.
  var bracketed: String {
    let inside = children.map(\.bracketed).joined(separator: " ")
    switch kind {
    case .number(let value): return "\(value)"
    case .name(let name): return name
    case .brackets: return inside
    case .call(let name, let primes):
      return "(call \(name)\(String(repeating: "'", count: primes)) \(inside))"
    default: return "(\(Syntax.signs[kind] ?? "?") \(inside))"
    }
  }

  private static let signs: [Kind: String] = [
    .add: "+", .negate: "neg", .multiply: "*", .divide: "/", .entrywiseMultiply: ".*",
    .entrywiseDivide: "./", .power: "^", .entrywisePower: ".^", .transpose: "'",
    .matrix: "matrix", .row: "row",
  ]
}
