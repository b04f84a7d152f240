import Testing

@testable import Site

/// The room between a formula that ends in a letter that leans and the text behind it.
@Suite struct LeaningLetterTests {
  @Test(arguments: [
    ("<mi>V</mi>", " for", "\u{200A} for"), ("<mi>f</mi>", "s", "\u{200A}\u{2060}s"),
    ("<mi>W</mi>", ") x", "\u{200A}) x"), ("<mi>V</mi>", ". X", ". X"),
    ("<mi>V</mi>", ", x", ", x"),
    ("<mi>x</mi>", " for", " for"), (#"<mi mathvariant="normal">V</mi>"#, " x", " x"),
    ("<mi>V</mi><mo>)</mo>", " x", " x"), ("<mi>V</mi>", "</em> x", "\u{200A}</em> x"),
    ("<mi>V</mi>", "</p>", "</p>"), ("<mrow><mi>a</mi><mi>F</mi></mrow>", " x", "\u{200A} x"),
    ("<msup><mi>a</mi><mi>T</mi></msup>", " x", " x"), ("<mi>V</mi>", "", ""),
  ])
  func roomStandsWhereTheyWouldTouch(_ math: String, _ text: String, _ spaced: String) {
    let html = LeanFormulas.html("<math>\(math)</math>" + text)
    #expect(html.hasSuffix("</math>" + spaced), "\(html)")
  }
}
