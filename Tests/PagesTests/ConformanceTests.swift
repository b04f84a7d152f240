import Foundation
import Testing

@testable import Pages

/// Pages without formulas come out as cmark-gfm itself renders them.
@Suite struct ConformanceTests {
  @Test(arguments: [
    // Blocks.
    "one\ntwo\n\nthree\n", "one  \ntwo\\\nthree\n", "   one\n      two\n", "***\n---\n_ _ _\n",
    "# a\n## b ##\n####### c\n#d\n",
    "a\n===\nb\nc\n---\n", "    code\n\n      more\n\ntext\n", "```swift a b\nlet x = 1 < 2\n```\n",
    "~~~\n```\n~~~\n", "````\n```\n````\n",
    "``` a`b\nc\n```\n", "```\nopen to the end\n", "> a\nb\n> c\n", "> > a\n>\n> b\n",
    "> ```\n> code\nend\n", ">\n", "- a\n- b\n  - c\n\n  d\n",
    "- a\n\n- b\n", "1. a\n2. b\n\n   c\n", "7) a\n8) b\n", "- a\n+ b\n* c\n",
    "-   a\n\n      code\n", "- a\n  > b\n  ```\n  c\n  ```\n",
    "- \n- a\n-\n", "10. a\n    1. b\n", "a\n- b\nc\n2. d\n",
    "- [ ] open\n- [x] done\n  - [X] deep\n", "- [ ]no\n- [] no\n",
    "<div>\n*a*\n\n*b*\n</div>\n", "<!-- a\n\nb -->\nc\n", "<?php a\n?>\n", "<!DOCTYPE html>\n",
    "<![CDATA[\na\n]]>\n", "<script>\na < b\n</script>\nc\n",
    "<q id=a>a</q>\n*c*\n", "\ta\n \tb\n  - \tc\n", "-\t\ta\n>\t\tb\n",
    // Definitions and links.
    "[a]: /b 'c'\n\n[a] [A][] [d][a]\n", "[a]:\n/b\n'c\nd'\n[a]\n", "[a]: <b c>\n[a]\n",
    "[a]: b c\n\n[a]\n", "[a]: 1\n[a]: 2\n\n[a]\n",
    "[a](b) [a](<b c> \"d\") [a](b 'c') [a](b (c))\n", "[a](b\\)c) [a](b(c)d) [a]()\n",
    "[a [b](c) d](e)\n", "[a](b c) [a] (b)\n", "[*a*](b)*c*\n",
    "![a *b*](c \"d\") ![e][f]\n\n[f]: g\n", "[![a](b)](c)\n", "<http://a.b?c=d&e> <f@g.h> <i:j>\n",
    "<a b> <1:c>\n", "[a](javascript:b) [c](data:text/html,d)\n",
    // Emphasis, code, text.
    "*a* _b_ **c** __d__ ***e***\n", "*a **b* c**\n", "a*b*c a_b_c\n", "** a ** *a*b\n",
    "*a `*` b*\n", "`` a ` b `` ` `` `\n", "`a\nb  c`\n", "`\\` *a*\n",
    "\\* \\a \\\\ \\&amp;\n", "&amp; &copy; &#35; &#x22; &nope; &#0;\n",
    "<b a='c' d> </b> <e/> <!-- f --> <?g?> <!H i>\n", "<b\nc>\n", "a & b < c > d \"e\"\n",
    "é ∇ δ 漢字 👍\n", "**é**δ _ü_\n", "!\\[a](b)\n",
    // Extensions of GFM.
    "| a | b |\n| --- | :-: |\n| c | *d* |\n", "a | b\n-|-\nc\nd | e | f\n",
    "| a |\n|---|\n| `\\|` \\| |\n", "text\n| a |\n|---|\n\n| no |\n",
    "> | a |\n> | --: |\n> | b |\n",
    "| a | b |\n|---|\n", "~~a~~ ~b~ ~~~c~~~\n", "www.a.b http://c.d/e?f=g) https://h.i. j@k.l\n",
    "a[^1] b[^n] c[^1] d[^none]\n\n[^1]: one\n[^n]: two\n\n    three\n[^unused]: four\n",
    "<title>a</title> <b>c</b>\n\n<style>\nd\n</style>\n\n<iframe></iframe>\n",
  ])
  func aPageRendersAsPlainGFM(_ markdown: String) throws {
    let page = try page(markdown)
    #expect(page.html(headingIDs: false) == plainHTML(markdown))
    #expect(page.html(rawHTML: true, headingIDs: false) == plainHTML(markdown, rawHTML: true))
  }

  @Test func rawHTMLIsLeftOutUnlessAskedFor() throws {
    let page = try page("<b>a</b> <script>c</script> [d](javascript:e)\n")
    #expect(
      page.html() == """
        <p><b>a</b> <!-- raw HTML omitted -->c<!-- raw HTML omitted --> <a href="">d</a></p>

        """)
    #expect(
      page.html(rawHTML: true) == """
        <p><b>a</b> <script>c</script> <a href="javascript:e">d</a></p>

        """)
  }

  /// The examples of a specification in cmark's form, whose file `DOCGEN_SPEC` names.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["DOCGEN_SPEC"] != nil))
  func specificationExamplesRenderAsPlainGFM() throws {
    let path = try #require(ProcessInfo.processInfo.environment["DOCGEN_SPEC"])
    let examples = Self.examples(try String(contentsOfFile: path, encoding: .utf8))
    #expect(examples.count > 600)
    for markdown in examples where !markdown.contains("$") && !markdown.hasPrefix("---\n") {
      let page = try page(markdown)
      #expect(page.html(rawHTML: true, headingIDs: false) == plainHTML(markdown, rawHTML: true))
      #expect(misplaced(page).isEmpty, "\(markdown.debugDescription)\n\(dump(page))")
    }
  }

  private static func examples(_ specification: String) -> [String] {
    let fence = String(repeating: "`", count: 32)
    return specification.components(separatedBy: "\n" + fence + " example").dropFirst().map {
      rest in
      let lines = rest.components(separatedBy: "\n").dropFirst().prefix { $0 != "." }
      return lines.map { $0 + "\n" }.joined().replacingOccurrences(of: "→", with: "\t")
    }
  }
}
