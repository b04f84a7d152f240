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
      after: #"<mo fence="true" stretchy="false" lspace="0.05em" rspace="0.05em">‖</mo>"#),
    Case(
      what: "norm bar that grows", step: { $0.withBarsAsFences() },
      before: #"<mo fence="true">∥</mo>"#,
      after: """
        <mo fence="true" stretchy="true" symmetric="true" lspace="0.05em" rspace="0.05em">‖</mo>
        """),
    Case(
      what: "absolute value written with plain bars", step: { $0.withBarsAsFences() },
      before: #"<mi mathvariant="normal">∣</mi>"#,
      after: #"<mo fence="true" stretchy="false" lspace="0em" rspace="0em">|</mo>"#),
    Case(
      what: "bar of a set size", step: { $0.withBarsAsFences() },
      before: #"<mo fence="false" stretchy="true" minsize="1.2em" maxsize="1.2em">∥</mo>"#,
      after: """
        <mo fence="true" stretchy="true" minsize="1.2em" maxsize="1.2em" symmetric="true" \
        lspace="0.05em" rspace="0.05em">‖</mo>
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
        <mtable class="tight open"><mtr><mtd class="right"><mi>a</mi></mtd>\
        <mtd class="left"><mi>b</mi></mtd></mtr></mtable>
        """),
    Case(
      what: "tagged equation", step: { $0.withTableClasses() },
      before: #"<mtable width="100%"><mtr><mtd width="50%"></mtd></mtr></mtable>"#,
      after: #"<mtable class="tagged"><mtr><mtd class="fill"></mtd></mtr></mtable>"#),
    Case(
      what: "number of a row", step: { $0.withTableClasses() },
      before: """
        <mtable><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd><mtd></mtd>\
        <mtd><mrow><mtext>\u{2063}(1)</mtext></mrow></mtd></mtr></mtable>
        """,
      after: """
        <mtable class="tagged"><mtr><mtd class="fill"></mtd><mtd><mi>a</mi></mtd>\
        <mtd class="fill"></mtd><mtd></mtd></mtr><mtr><mtd class="fill"></mtd><mtd><mi>b</mi></mtd>\
        <mtd class="fill"></mtd><mtd><mtext>(1)</mtext></mtd></mtr></mtable>
        """),
    Case(
      what: "growing delimiters around a line", step: { $0.withPlainFences() },
      before: """
        <mrow><mo fence="true">(</mo><msup><mi>X</mi><mi>T</mi></msup><mo fence="true">)</mo></mrow>
        """,
      after: """
        <mrow><mo fence="true" stretchy="false">(</mo><msup><mi>X</mi><mi>T</mi></msup>\
        <mo fence="true" stretchy="false">)</mo></mrow>
        """),
    Case(
      what: "growing delimiters around a fraction", step: { $0.withPlainFences() },
      before: """
        <mrow><mo fence="true">(</mo><mfrac><mn>1</mn><mn>2</mn></mfrac><mo fence="true">)</mo></mrow>
        """,
      after: """
        <mrow><mo fence="true">(</mo><mfrac><mn>1</mn><mn>2</mn></mfrac><mo fence="true">)</mo></mrow>
        """),
    Case(
      what: "superscript of a slanted letter", step: { $0.withRoomForSlants() },
      before: "<msup><mi>V</mi><mi>T</mi></msup>",
      after: #"<msup><mi class="slanted">V</mi><mi>T</mi></msup>"#),
    Case(
      what: "superscript of an upright letter", step: { $0.withRoomForSlants() },
      before: #"<msup><mi mathvariant="normal">V</mi><mi>T</mi></msup>"#,
      after: #"<msup><mi mathvariant="normal">V</mi><mi>T</mi></msup>"#),
    Case(
      what: "ring in a script", step: { $0.withTightScripts() },
      before: """
        <msup><mi>s</mi><mrow><mo lspace="0.2222em" rspace="0.2222em">∘</mo><mn>2</mn></mrow></msup>
        """,
      after: """
        <msup><mi>s</mi><mrow><mo lspace="0em" rspace="0em">∘</mo><mn>2</mn></mrow></msup>
        """),
    Case(
      what: "columns in pairs", step: { $0.withTableClasses() },
      before: """
        <mtable rowspacing="0.25em" columnalign="right left right left" columnspacing="0em 1em 0em">\
        <mtr><mtd><mstyle scriptlevel="0" displaystyle="true"><mi>a</mi></mstyle></mtd></mtr></mtable>
        """,
      after: """
        <mtable class="paired open" displaystyle="true"><mtr><mtd class="right"><mi>a</mi></mtd></mtr>\
        </mtable>
        """),
    Case(
      what: "lines between columns and rows", step: { $0.withTableClasses() },
      before: """
        <mtable columnlines="none solid" rowlines="solid"><mtr><mtd><mi>a</mi></mtd>\
        <mtd><mi>b</mi></mtd><mtd><mi>c</mi></mtd></mtr><mtr><mtd><mi>d</mi></mtd></mtr></mtable>
        """,
      after: """
        <mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd><mtd class="line-left"><mi>c</mi></mtd>\
        </mtr><mtr><mtd class="line-top"><mi>d</mi></mtd></mtr></mtable>
        """),
    Case(
      what: "prime as a superscript", step: { $0.withPrimesInLine() },
      before: "<msup><mi>f</mi><mrow><mo>′</mo><mo>′</mo></mrow></msup>",
      after: "<mrow><mi>f</mi><mo>″</mo></mrow>"),
    Case(
      what: "prime beside another superscript", step: { $0.withPrimesInLine() },
      before: "<msup><mi>f</mi><mrow><mo>′</mo><mn>2</mn></mrow></msup>",
      after: "<msup><mrow><mi>f</mi><mo>′</mo></mrow><mn>2</mn></msup>"),
    Case(
      what: "ring operator", step: { $0.withBullets() }, before: "<mo>∘</mo>",
      after: #"<mo lspace="0.2222em" rspace="0.2222em">∘</mo>"#),
    Case(
      what: "operators in scripts", step: { $0.withTightScripts() },
      before: """
        <msub><mi>x</mi><mrow><mi>i</mi><mo>=</mo><mo form="prefix">−</mo><mn>1</mn>\
        <mo separator="true">,</mo><mi>j</mi></mrow></msub>
        """,
      after: """
        <msub><mi>x</mi><mrow><mi>i</mi><mo lspace="0em" rspace="0em">=</mo><mo form="prefix">−</mo>\
        <mn>1</mn><mo separator="true" rspace="0em">,</mo><mi>j</mi></mrow></msub>
        """),
    Case(
      what: "sign that begins a script", step: { $0.withTightScripts() },
      before: "<msup><mi>e</mi><mrow><mo>−</mo><mi>x</mi></mrow></msup>",
      after: "<msup><mi>e</mi><mrow><mo>−</mo><mi>x</mi></mrow></msup>"),
    Case(
      what: "script of a closing delimiter", step: { $0.withLevelScripts() },
      before: #"<msup><mo stretchy="false">)</mo><mi>T</mi></msup>"#,
      after: """
        <msup><mpadded height="0.4em" depth="0em"><mo stretchy="false">)</mo></mpadded><mi>T</mi></msup>
        """),
    Case(
      what: "dots between commas", step: { $0.withDots() },
      before: """
        <mrow><mi>a</mi><mo separator="true">,</mo><mo>…</mo><mo separator="true">,</mo></mrow>
        """,
      after: """
        <mrow><mi>a</mi><mo separator="true">,</mo><mo lspace="0em" rspace="0.1667em">…</mo>\
        <mo separator="true">,</mo></mrow>
        """),
    Case(
      what: "sum after dots", step: { $0.withPrefixSigns() },
      before: "<mrow><mi>a</mi><mo>+</mo><mo>⋯</mo><mo>+</mo><mi>b</mi></mrow>",
      after: "<mrow><mi>a</mi><mo>+</mo><mo>⋯</mo><mo>+</mo><mi>b</mi></mrow>"),
    Case(
      what: "hat over a letter", step: { $0.withOwnAccents() },
      before: #"<mover accent="true"><mi>x</mi><mo>^</mo></mover>"#,
      after: #"<mover accent="true"><mi>x</mi><mo stretchy="false">ˆ</mo></mover>"#),
    Case(
      what: "arrow over a letter", step: { $0.withOwnAccents() },
      before: "<mover accent=\"true\"><mi>v</mi><mo>\u{20D7}</mo></mover>",
      after: """
        <mover accent="true"><mi>v</mi><mo stretchy="false" class="vector">→</mo></mover>
        """),
    Case(
      what: "overline", step: { $0.withOwnAccents() },
      before: #"<mover accent="true"><mi>z</mi><mo stretchy="true">‾</mo></mover>"#,
      after: #"<mrow class="overline"><mi>z</mi></mrow>"#),
    Case(
      what: "sum at the beginning and after a factor", step: { $0.withLargeOperatorSpaces() },
      before: "<mrow><munder><mo>∑</mo><mi>i</mi></munder><mi>a</mi><mo>∑</mo><mo>(</mo></mrow>",
      after: """
        <mrow><munder><mo lspace="0em">∑</mo><mi>i</mi></munder><mi>a</mi><mo rspace="0em">∑</mo>\
        <mo>(</mo></mrow>
        """),
    Case(
      what: "function after a sign", step: { $0.withFunctionSpaces() },
      before: "<mrow><mo>−</mo><mi>log</mi><mo>\u{2061}</mo><mi>p</mi></mrow>",
      after: """
        <mrow><mo>−</mo><mspace width="0.1667em"></mspace><mi>log</mi><mo>\u{2061}</mo>\
        <mspace width="0.1667em"></mspace><mi>p</mi></mrow>
        """),
    Case(
      what: "colon and equals sign", step: { $0.withJoinedSigns() },
      before: "<mrow><mi>x</mi><mo>:</mo><mo>=</mo><mi>y</mi></mrow>",
      after: "<mrow><mi>x</mi><mo>:=</mo><mi>y</mi></mrow>"),
    Case(
      what: "operator around a word", step: { $0.withPlainOperators() },
      before:
        #"<mo lspace="0.2em" rspace="0.2em"><mrow><mi>m</mi><mi>o</mi><mi>d</mi></mrow></mo>"#,
      after: #"<mo lspace="0.2em" rspace="0.2em">mod</mo>"#),
    Case(
      what: "operator around a stack", step: { $0.withPlainOperators() },
      before: "<mo><mover><mo>=</mo><mo>?</mo></mover></mo>",
      after: "<mover><mo>=</mo><mo>?</mo></mover>"),
    Case(
      what: "negative space", step: { $0.withNegativeSpaces() },
      before: "<mtext>\u{2009}\u{2063}</mtext>", after: #"<mspace class="back"></mspace>"#),
    Case(
      what: "label of an arrow", step: { $0.withSpacedLabels() },
      before: #"<mpadded width="+0.6em" lspace="0.3em"><mi>f</mi></mpadded>"#,
      after: """
        <mrow><mspace width="0.3em"></mspace><mi>f</mi><mspace width="0.3em"></mspace></mrow>
        """),
    Case(
      what: "box", step: { $0.withEnclosureClasses() },
      before: #"<menclose notation="box"><mi>E</mi></menclose>"#,
      after: #"<mrow class="boxed"><mi>E</mi></mrow>"#),
    Case(
      what: "limits in a line of text",
      step: { math in
        let inLine = MathMLNode("math", [], [math]).withFixedLimits()
        return inLine.children[0]
      },
      before: "<munder><mo>∑</mo><mi>i</mi></munder>",
      after: #"<munder><mo movablelimits="false">∑</mo><mi>i</mi></munder>"#),
    Case(
      what: "brace under a sum", step: { $0.withDrawnBraces() },
      before: #"<munder><mrow><mi>a</mi><mo>+</mo></mrow><mo stretchy="true">⏟</mo></munder>"#,
      after: """
        <munder><mrow class="underbrace"><mi>a</mi><mo>+</mo></mrow>\
        <mo stretchy="false" class="unseen">⏟</mo></munder>
        """),
    Case(
      what: "brace over a letter", step: { $0.withDrawnBraces() },
      before: #"<mover><mi>a</mi><mo stretchy="true">⏞</mo></mover>"#,
      after: """
        <mover><mrow class="overbrace"><mi>a</mi></mrow><mo stretchy="false" class="unseen">⏞</mo></mover>
        """),
    Case(
      what: "colon between operands, and before a comma", step: { $0.withSpacedColons() },
      before: "<mrow><mi>f</mi><mo>:</mo><mi>A</mi><mo>[</mo><mo>:</mo><mo>,</mo></mrow>",
      after: """
        <mrow><mi>f</mi><mo lspace="0.2778em" rspace="0.2778em">:</mo><mi>A</mi><mo>[</mo>\
        <mo lspace="0em" rspace="0em">:</mo><mo>,</mo></mrow>
        """),
    Case(
      what: "operator alone", step: { $0.withoutOuterSpaces() }, before: "<mo>⊙</mo>",
      after: #"<mo lspace="0em" rspace="0em">⊙</mo>"#),
    Case(
      what: "operators at both ends", step: { $0.withoutOuterSpaces() },
      before: "<mrow><mo>=</mo><mi>x</mi><mo>=</mo></mrow>",
      after: #"<mrow><mo lspace="0em">=</mo><mi>x</mi><mo rspace="0em">=</mo></mrow>"#),
    Case(
      what: "signs, brackets and sums at the ends stay", step: { $0.withoutOuterSpaces() },
      before: #"<mrow><mo form="prefix">−</mo><mi>x</mi><mo>!</mo></mrow>"#,
      after: #"<mrow><mo form="prefix">−</mo><mi>x</mi><mo>!</mo></mrow>"#),
    Case(
      what: "superscript above a subscript beside a slant", step: { $0.withRoomForSlants() },
      before: "<msubsup><mi>W</mi><mn>1</mn><mi>T</mi></msubsup>",
      after: #"<msubsup><mi class="slanted">W</mi><mn>1</mn><mi>T</mi></msubsup>"#),
    Case(
      what: "rows of cases", step: { $0.withTableClasses() },
      before: #"<mtable rowspacing="0.36em">\#(letterRows)</mtable>"#,
      after: #"<mtable class="wide">\#(strutted("1.008em", "0.432em", "0.432em"))</mtable>"#),
    Case(
      what: "rows of equations", step: { $0.withTableClasses() },
      before: #"<mtable rowspacing="0.25em">\#(letterRows)</mtable>"#,
      after: #"<mtable class="open">\#(strutted("0.84em", "0.66em", "0.36em"))</mtable>"#),
    Case(
      what: "rows of numbers need no struts", step: { $0.withTableClasses() },
      before: #"<mtable rowspacing="0.16em">\#(numberRows)</mtable>"#,
      after: "<mtable>\(numberRows)</mtable>"),
    Case(
      what: "brackets around a fraction in a line", step: { $0.withTextFences() },
      before: #"<mrow><mo fence="true">(</mo>\#(fraction)<mo fence="true">)</mo></mrow>"#,
      after: """
        <mrow><mo fence="true" stretchy="false" class="big">(</mo>\(fraction)\
        <mo fence="true" stretchy="false" class="big">)</mo></mrow>
        """),
    Case(
      what: "brackets around a fraction in a display", step: { $0.withTextFences(isDisplay: true) },
      before: #"<mrow><mo fence="true">(</mo>\#(fraction)<mo fence="true">)</mo></mrow>"#,
      after: #"<mrow><mo fence="true">(</mo>\#(fraction)<mo fence="true">)</mo></mrow>"#),
  ]

  private static let fraction = "<mfrac><mi>a</mi><mi>b</mi></mfrac>"
  private static let letterRows =
    "<mtr><mtd><mo>=</mo></mtd></mtr><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr>"
  private static let numberRows =
    "<mtr><mtd><mn>1</mn></mtd></mtr><mtr><mtd><mrow><mo>−</mo><mn>2</mn></mrow></mtd></mtr>"

  /// The rows of letters with struts, the first without one: an operator alone has no room for it.
  private static func strutted(_ height: String, _ inner: String, _ last: String) -> String {
    func strut(_ depth: String) -> String {
      #"<mspace height="\#(height)" depth="\#(depth)"></mspace>"#
    }
    return "<mtr><mtd><mo>=</mo></mtd></mtr><mtr><mtd><mi>a</mi>\(strut(inner))</mtd></mtr>"
      + "<mtr><mtd><mi>b</mi>\(strut(last))</mtd></mtr>"
  }

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
