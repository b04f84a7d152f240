import Diagnostics
import Testing

@testable import Pages

/// Addresses in HTML, and dollars that are no formulas.
@Suite struct RawHTMLTests {
  @Test(arguments: [
    (#"<a href="b.md">c</a>"#, ["3:10 b.md"]),
    ("x <A class=x HREF=b.md?d&amp;e >", ["3:19 b.md?d&e"]),
    (
      "<img alt='>' src='a.png'\n srcset=\"b.png, c.png 2x,d.png 3x\">",
      ["3:19 a.png", "4:10 b.png", "4:17 c.png", "4:26 d.png"]
    ),
    (
      "<video poster=p.png src=v.mp4><source src=\"w.mp4\"/></video>",
      ["3:15 p.png", "3:25 v.mp4", "3:44 w.mp4"]
    ),
    ("<!-- <a href=no> --><b href=no data-src=no></b><object data=\"a.svg\">", ["3:62 a.svg"]),
    ("<script src=a.js>x = '<a href=\"no\">'</script><a href=b>", ["3:13 a.js", "3:54 b"]),
    ("text <a href=\"b.md\">c</a>", ["3:15 b.md"]), ("<a href=\"\"><a href><a =b><a", []),
    ("> <a href=\"b.md\">c</a>", ["3:12 b.md"]), ("`<a href=b>`", []),
  ])
  func addressesKnowWhereTheyStand(_ html: String, _ addresses: [String]) throws {
    let page = try page("# a\n\n\(html)\n")
    #expect(
      page.addresses.map { "\($0.location.line):\($0.location.column) \($0.text)" } == addresses)
  }

  @Test(arguments: [
    "H<sub>2</sub>O and <kbd>Ctrl</kbd>+<kbd>C</kbd><br>", "a <b><i>b</i></b> *c <mark>d</mark>*",
    "<details>\n<summary>More</summary>\n\n*inside*\n\n</details>",
    "<details open><summary>More <kbd>x</kbd></summary>\ntext\n</details>",
    "> <dl><dt>a</dt><dd>b &amp; c</dd></dl>", "| a<br/>b |\n|---|\n| <sup>c</sup> |",
  ])
  func plainTagsPassOnEveryPage(_ markdown: String) throws {
    let page = try page(markdown + "\n")
    #expect(page.html == nil)
    #expect(page.html(headingIDs: false) == plainHTML(markdown + "\n", rawHTML: true))
  }

  @Test(arguments: [
    "a <b>b", "a </b> b", "*a <b>b* c</b>", "<b onclick=x>a</b>", "<div>a</div>",
    "<sub id=a>b</sub>",
    "<details>\n\na", "<details>\n<script>x</script>\n</details>", "> <details>\n\n</details>",
    "a <summary open>b</summary>", "<details><!-- a --></details>",
  ])
  func tagsThatStandAloneOrCanDoMoreAreLeftOut(_ markdown: String) throws {
    let page = try page(markdown + "\n")
    #expect(page.html?.line == 1)
    #expect(page.html(headingIDs: false) == plainHTML(markdown + "\n"))
  }

  @Test func addressesAreReplaced() throws {
    let page = try page("<a href='a.md'>\n\nb <img src=c&amp;d srcset=\"e 1x, f 2x\">\n")
    let html = page.html(rawHTML: true, address: { $0.text == "f" ? nil : "<\($0.text)>" })
    #expect(
      html == """
        <a href='&lt;a.md&gt;'>
        <p>b <img src=&lt;c&amp;d&gt; srcset="&lt;e&gt; 1x, f 2x"></p>

        """)
  }

  @Test(arguments: [
    ("a $ x $ b", ["$ x $"]), ("$ x^2$, $y $", ["$ x^2$", "$y $"]),
    ("| a |\n|---|\n| $ \\alpha + 1 $ |", ["$ \\alpha + 1 $"]),
    ("# $ A_1 = 2 $\n", ["$ A_1 = 2 $"]),
    ("$a$ or $ x$ or $b_1 $", ["$ x$", "$b_1 $"]),
    ("$ 5 and $ 6, US$ 7, $5 and $6 or $ 8 $", []), ("$HOME and $PATH_A and $ HOME $", []),
    ("`$ x $` \\$ x $ and $$ x $$ and ``$ `x` $``", []), ("    $ x $\n", []),
    ("```\n$ x $\n```\n", []),
  ])
  func formulasWithBlanksInsideTheirDollarsAreNoticed(
    _ markdown: String, _ formulas: [String]
  ) throws {
    let page = try page(markdown)
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).map {
      Array($0.utf8)
    }
    let found = page.spacedFormulas.map {
      String(decoding: lines[$0.line - 1][($0.column - 1)..<($0.endColumn - 1)], as: UTF8.self)
    }
    #expect(found == formulas)
  }

  @Test(arguments: [
    ("[z][none] and [a] [b]", ["1:1"]), ("![z][none]", ["1:2"]),
    ("[z][Some  One]\n\n[some one]: x.md", []),
    ("x[i][j], `[z][none]`, $[z][none]$, \\[z][none]", []), ("[@a][b], [z][none](x.md)", []),
  ])
  func labelThatNothingDefinesIsFound(_ text: String, _ places: [String]) throws {
    let page = try Page(path: "a.md", bytes: Array(text.utf8))
    #expect(page.undefinedReferences.map { "\($0.line):\($0.column)" } == places)
  }
}
