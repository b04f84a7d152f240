import Testing

@testable import Pages

@Suite struct ReplacingTests {
  @Test(arguments: [
    ("# a `b`\n\n# a b\n", "<h1 id=\"a-b\">a <code>b</code></h1>\n<h1 id=\"a-b-1\">a b</h1>\n"),
    (
      "> - a\n>   ===\n",
      "<blockquote>\n<ul>\n<li>\n<h1 id=\"a\">a</h1>\n</li>\n</ul>\n</blockquote>\n"
    ),
  ])
  func headingsHaveTheirSlugAsID(_ markdown: String, _ html: String) throws {
    #expect(try page(markdown).html() == html)
  }

  @Test(arguments: [
    ("> [!NOTE]\n> a\n", "{<p>[]a</p>\n}"), ("> [!NOTE]\n>\n> a\n", "{<p>[]</p>\n<p>a</p>\n}"),
    ("> [!THEOREM] N $x$\n> a\n", "{<p>[N <span class=\"math\">x</span>]a</p>\n}"),
    ("> **Lemma (N `x`).** a\n> b\n", "{<p>[N <code>x</code>] a\nb</p>\n}"),
    ("> **Proof.** a\n\nb\n", "{<p>[] a</p>\n}<p>b</p>\n"),
    ("- > [!TIP]  \n  > a\n", "<ul>\n<li>{<p>[]a</p>\n}</li>\n</ul>\n"),
  ])
  func calloutsStandBetweenTheirHTML(_ markdown: String, _ html: String) throws {
    let page = try page(markdown)
    let found = page.html { _, piece in
      guard case .callout = piece.kind else { return nil }
      return .callout(open: "{", beforeName: "[", afterName: "]", close: "}")
    }
    #expect(
      found.replacing("\n{", with: "{").replacing("{\n", with: "{").replacing("}\n", with: "}")
        == html)
  }

  @Test func unresolvedReferenceIsItsText() throws {
    #expect(try page("see @eq-a_b&c\n").html() == "<p>see @eq-a_b&amp;c</p>\n")
  }

  @Test func headingsCanHaveAnEnd() throws {
    let page = try page("# a `b`\n\nc\n===\n")
    let html = page.html { _, piece in
      guard case .heading = piece.kind else { return nil }
      return .headingEnd("<i></i>")
    }
    #expect(
      html == "<h1 id=\"a-b\">a <code>b</code><i></i></h1>\n<h1 id=\"c\">c<i></i></h1>\n")
  }

  @Test func everyKindOfPieceCanBeReplaced() throws {
    let page = try page(
      """
      # a `inside`

      - text $f$ `c` [l](u) ![i](v) <!-- k -->

        ```derive
        x
        ```
      - | t `inside` |
        | - |

      <!-- block -->
      """)
    let html = page.html { index, piece in .html("{\(index)}") }
    #expect(
      html == """
        {0}
        <ul>
        <li>
        <p>text {2} {3} {4} {5} {6}</p>
        {7}
        </li>
        <li>
        {8}
        </li>
        </ul>
        {10}

        """)
  }

  @Test func destinationsOfLinksAndImagesCanBeChanged() throws {
    let page = try page("[a *b*](c.md 'd') ![e](f.png) <http://g.h> [i][j]\n\n[j]: k.md\n")
    let html = page.html { _, piece in
      switch piece.kind {
      case .link(let link): .destination(link.destination + "?x&y")
      case .image(let image): .destination("img/" + image.destination)
      default: nil
      }
    }
    #expect(
      html == """
        <p><a href="c.md?x&amp;y" title="d">a <em>b</em></a> <img src="img/f.png" alt="e" /> \
        <a href="http://g.h?x&amp;y">http://g.h</a> <a href="k.md?x&amp;y">i</a></p>

        """)
  }

  @Test func cellsTakeMarks() throws {
    let page = try page("`x`\n\n| a | b |\n|---|---|\n| $c$ |\n")
    let html = page.html(cell: { table, row, column in "<i>\(table),\(row),\(column)</i>" })
    #expect(
      html == """
        <p><code>x</code></p>
        <table>
        <thead>
        <tr>
        <th>a<i>1,0,0</i></th>
        <th>b<i>1,0,1</i></th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td><span class="math">c</span><i>1,1,0</i></td>
        <td><i>1,1,1</i></td>
        </tr>
        </tbody>
        </table>

        """)
  }

  @Test func piecesInsideReplacedOnesAreNotAskedAbout() throws {
    var asked: [Int] = []
    let page = try page("| `a` | [`b`](c) |\n|---|---|\n\n[`d`](e)\n")
    let html = page.html { index, _ in
      asked.append(index)
      return .html("x\0y")
    }
    #expect(asked == [0, 4])
    #expect(html == "x\u{FFFD}y\n<p>x\u{FFFD}y</p>\n")
  }

  @Test(arguments: [
    (["A b", "a B", "a-b", "A b 1"], ["a-b", "a-b-1", "a-b-2", "a-b-1-1"]),
    (["Größe & Maß", "δ⁽ᴸ⁾ = x_1", "漢字 (1)"], ["größe--maß", "δᴸ--x_1", "漢字-1"]),
    (["???", "!"], ["section", "section-1"]),
  ])
  func slugsAreThoseOfGitHub(_ headings: [String], _ expected: [String]) {
    var slugs = Slugs()
    #expect(headings.map { slugs.add($0) } == expected)
  }

  @Test(arguments: [
    ("## Set up {#setup}", "<h2 id=\"setup\">Set up</h2>"),
    ("## Set up {#set_up-2.x .wide key=1}", "<h2 id=\"set_up-2.x\">Set up</h2>"),
    ("## Set up {: .a #b } ##", "<h2 id=\"b\">Set up</h2>"),
    ("Set *up* {#b}\n---", "<h2 id=\"b\">Set <em>up</em></h2>"),
    ("# {#only}", "<h1 id=\"only\"></h1>"),
    ("## A {#x}\n\n## B {#x}", "<h2 id=\"x\">A</h2>\n<h2 id=\"x-1\">B</h2>"),
    ("## A set {x}", "<h2 id=\"a-set-x\">A set {x}</h2>"),
    ("## A `{#x}`", "<h2 id=\"a-x\">A <code>{#x}</code></h2>"),
    ("## A {#x} b", "<h2 id=\"a-x-b\">A {#x} b</h2>"),
    ("## A {#\">x}", "<h2 id=\"a-x\">A {#&quot;&gt;x}</h2>"),
  ])
  func headingIsCalledWhatItsAuthorSays(_ markdown: String, _ html: String) throws {
    #expect(try page(markdown + "\n").html() == html + "\n")
  }
}
