import Script
import Testing

@Suite struct HighlighterTests {
  @Test func tokensGetClassesAndTextIsEscaped() throws {
    let highlighter = try Highlighter(ScriptHost())
    #expect(
      highlighter.markup("let a = \"<b>\"", language: "swift")
        == #"<span class="hljs-keyword">let</span> a = "#
        + #"<span class="hljs-string">"&lt;b&gt;"</span>"#)
  }

  @Test(arguments: ["no-such-language", "", "__proto__", "constructor"])
  func unknownLanguageIsLeftPlain(language: String) throws {
    #expect(try Highlighter(ScriptHost()).markup("x", language: language) == nil)
  }

  @Test func longCodeIsLeftPlain() throws {
    let code = String(repeating: "let a = 1\n", count: 30_000)
    #expect(try Highlighter(ScriptHost()).markup(code, language: "swift") == nil)
  }
}
