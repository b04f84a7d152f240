import Testing

@testable import Script

/// Each step alone, from KaTeX's markup to ours.
@Suite struct MendTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var what: String
    var step: @Sendable (MathMLNode) -> MathMLNode
    var before: String
    var after: String
    var testDescription: String { what }
  }

  static let cases = [
    Case(
      what: "norm bar that does not grow", step: { $0.withBarsAsFences() },
      before: #"<mo stretchy="false">∥</mo>"#,
      after: #"<mo fence="true" stretchy="false" lspace="0em" rspace="0em">‖</mo>"#),
    Case(
      what: "norm bar that grows", step: { $0.withBarsAsFences() },
      before: #"<mo fence="true">∥</mo>"#,
      after: #"<mo fence="true" stretchy="true" lspace="0em" rspace="0em">‖</mo>"#),
    Case(
      what: "absolute value written with plain bars", step: { $0.withBarsAsFences() },
      before: #"<mi mathvariant="normal">∣</mi>"#,
      after: #"<mo fence="true" stretchy="false" lspace="0em" rspace="0em">|</mo>"#),
    Case(
      what: "bar of a set size", step: { $0.withBarsAsFences() },
      before: #"<mo fence="false" stretchy="true" minsize="1.2em" maxsize="1.2em">∥</mo>"#,
      after: """
        <mo fence="true" stretchy="true" minsize="1.2em" maxsize="1.2em" lspace="0em" \
        rspace="0em">‖</mo>
        """),
    Case(
      what: "parallel stays a relation", step: { $0.withBarsAsFences() },
      before: "<mo>∥</mo>", after: "<mo>∥</mo>"),
    Case(
      what: "prime", step: { $0.withTightPrimes() },
      before: #"<mo mathvariant="normal">′</mo>"#,
      after: #"<mo lspace="0em" rspace="0em">′</mo>"#),
    Case(
      what: "bullet", step: { $0.withBullets() }, before: "<mo>∙</mo>",
      after: #"<mo lspace="0.2222em" rspace="0.2222em">•</mo>"#),
    Case(
      what: "sign after an opening", step: { $0.withPrefixSigns() },
      before: "<mrow><mo>(</mo><mo>−</mo><mi>x</mi></mrow>",
      after: #"<mrow><mo>(</mo><mo form="prefix">−</mo><mi>x</mi></mrow>"#),
    Case(
      what: "sign after a relation", step: { $0.withPrefixSigns() },
      before: "<mrow><mi>a</mi><mo>=</mo><mo>−</mo><mi>x</mi></mrow>",
      after: #"<mrow><mi>a</mi><mo>=</mo><mo form="prefix">−</mo><mi>x</mi></mrow>"#),
    Case(
      what: "difference after a closing with a power", step: { $0.withPrefixSigns() },
      before: "<mrow><msup><mo>)</mo><mn>2</mn></msup><mo>−</mo><mi>x</mi></mrow>",
      after: "<mrow><msup><mo>)</mo><mn>2</mn></msup><mo>−</mo><mi>x</mi></mrow>"),
    Case(
      what: "sign within bars, difference after them", step: { $0.withPrefixSigns() },
      before: "<mrow><mo>|</mo><mo>−</mo><mi>x</mi><mo>|</mo><mo>−</mo><mn>1</mn></mrow>",
      after: """
        <mrow><mo>|</mo><mo form="prefix">−</mo><mi>x</mi><mo>|</mo><mo>−</mo><mn>1</mn></mrow>
        """),
    Case(
      what: "function between operands", step: { $0.withFunctionSpaces() },
      before: "<mrow><mn>2</mn><mi>tanh</mi><mo>\u{2061}</mo><mi>x</mi></mrow>",
      after: """
        <mrow><mn>2</mn><mspace width="0.1667em"></mspace><mi>tanh</mi><mo>\u{2061}</mo>\
        <mspace width="0.1667em"></mspace><mi>x</mi></mrow>
        """),
    Case(
      what: "function before a delimiter", step: { $0.withFunctionSpaces() },
      before: "<mrow><mo>=</mo><mi>tanh</mi><mo>\u{2061}</mo><mo>(</mo></mrow>",
      after: "<mrow><mo>=</mo><mi>tanh</mi><mo>\u{2061}</mo><mo>(</mo></mrow>"),
    Case(
      what: "function with a power", step: { $0.withFunctionSpaces() },
      before: """
        <mrow><msup><mrow><mi>tanh</mi><mo>\u{2061}</mo></mrow><mn>2</mn></msup><mi>x</mi></mrow>
        """,
      after: """
        <mrow><msup><mi>tanh</mi><mn>2</mn></msup><mo>\u{2061}</mo>\
        <mspace width="0.1667em"></mspace><mi>x</mi></mrow>
        """),
    Case(
      what: "row without a function", step: { $0.withFunctionSpaces() },
      before: "<mrow><mn>2</mn><mi>x</mi></mrow>", after: "<mrow><mn>2</mn><mi>x</mi></mrow>"),
    Case(
      what: "double-struck letter older than its block", step: { $0.withAlphabetAsCharacters() },
      before: #"<mi mathvariant="double-struck">R</mi>"#, after: "<mi>ℝ</mi>"),
    Case(
      what: "bold Greek", step: { $0.withAlphabetAsCharacters() },
      before: #"<mi mathvariant="bold-italic">α</mi>"#, after: "<mi>𝜶</mi>"),
    Case(
      what: "bold number", step: { $0.withAlphabetAsCharacters() },
      before: #"<mn mathvariant="bold">10</mn>"#, after: "<mn>𝟏𝟎</mn>"),
    Case(
      what: "upright letter", step: { $0.withAlphabetAsCharacters() },
      before: #"<mi mathvariant="normal">d</mi>"#, after: #"<mi mathvariant="normal">d</mi>"#),
    Case(
      what: "character that the alphabet lacks", step: { $0.withAlphabetAsCharacters() },
      before: #"<mi mathvariant="bold">ℓ</mi>"#, after: #"<mi mathvariant="bold">ℓ</mi>"#),
    Case(
      what: "aligned columns", step: { $0.withTableClasses() },
      before: """
        <mtable rowspacing="0.25em" columnalign="right left" columnspacing="0em"><mtr>\
        <mtd class ="mtr-glue"></mtd><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd>\
        <mtd class ="mml-eqn-num"></mtd></mtr></mtable>
        """,
      after: """
        <mtable class="tight"><mtr><mtd class="right"><mi>a</mi></mtd>\
        <mtd class="left"><mi>b</mi></mtd></mtr></mtable>
        """),
    Case(
      what: "tagged equation", step: { $0.withTableClasses() },
      before: #"<mtable width="100%"><mtr><mtd width="50%"></mtd></mtr></mtable>"#,
      after: #"<mtable class="tagged"><mtr><mtd></mtd></mtr></mtable>"#),
  ]

  @Test(arguments: cases)
  func stepMendsMarkup(_ c: Case) throws {
    let math = try #require(MathMLReader.math(in: "<math>\(c.before)</math>"))
    let node = try #require(math.children.first)
    #expect(c.step(node).text == c.after)
  }

  @Test func readerGivesBackWhatItRead() throws {
    let markup = #"<math a="b"><mrow><mi>x&amp;y</mi><mspace width="1em"></mspace></mrow></math>"#
    #expect(MathMLReader.math(in: "<span>\(markup)</span>")?.text == markup)
  }

  @Test func unclosedMarkupIsNotRead() {
    #expect(MathMLReader.math(in: "<math><mrow>") == nil)
    #expect(MathMLReader.math(in: "no formula") == nil)
  }
}
