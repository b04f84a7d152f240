import Testing

@testable import Pages

@Suite struct MathTests {
  @Test(arguments: [
    ("$x$", "<p>(x)</p>\n"),
    ("a$x$b", "<p>a(x)b</p>\n"),
    ("$x y$ $ x$", "<p>(x y) $ x$</p>\n"),
    ("$x $ y$", "<p>$x $ y$</p>\n"),
    ("$5 and $10", "<p>$5 and $10</p>\n"),
    ("$time = 1\n{{ $time.Month }} {{$x}}", "<p>$time = 1\n{{ $time.Month }} {{$x}}</p>\n"),
    ("$20,000 and USD$30,000", "<p>$20,000 and USD$30,000</p>\n"),
    ("a $5-$10 range $x$", "<p>a $5-$10 range (x)</p>\n"),
    ("\\$x$ y$", "<p>$x$ y$</p>\n"),
    ("\\\\$x$", "<p>\\(x)</p>\n"),
    ("\\$$x$", "<p>$(x)</p>\n"),
    ("$a\\$b$", "<p>(a\\$b)</p>\n"),
    ("$a\\\\$", "<p>(a\\\\)</p>\n"),
    ("$a_1 * b_2 * c$", "<p>(a_1 * b_2 * c)</p>\n"),
    ("$a < b & c$", "<p>(a < b & c)</p>\n"),
    ("$a\n b$", "<p>(a\nb)</p>\n"),
    ("*$a*b$*", "<p><em>(a*b)</em></p>\n"),
    ("`$x$` $`y_1`$ ``$z$``", "<p><code>$x$</code> (y_1) <code>$z$</code></p>\n"),
    ("costs $5 in `$HOME`", "<p>costs $5 in <code>$HOME</code></p>\n"),
    ("use $$ or `$$` here", "<p>use $$ or <code>$$</code> here</p>\n"),
    ("$$x$$", "<p>{x}</p>\n"),
    ("$$ a \\text{ if $b$} $$", "<p>{a \\text{ if $b$}}</p>\n"),
    ("$$\na \\\\\n_b_\n$$", "<p>{a \\\\\n_b_}</p>\n"),
    ("$$x", "<p>$$x</p>\n"),
    ("$$ x\n\ny $$", "<p>$$ x</p>\n<p>y $$</p>\n"),
    ("$$ $$ $$$x$$$ $$", "<p>$$ $$ $$$x$$$ $$</p>\n"),
    ("$$x$$$y$", "<p>$$x$$$y$</p>\n"),
    ("$", "<p>$</p>\n"),
    ("$$", "<p>$$</p>\n"),
    ("[$a$](b) [c $d](e) f$", "<p><a href=\"b\">(a)</a> [c (d](e) f)</p>\n"),
    ("![$a$](b)", "<p><img src=\"b\" alt=\"a\" /></p>\n"),
    ("a <b c=\"$d$\">", "<p>a <!-- raw HTML omitted --></p>\n"),
    ("- $$\n  a\n  $$\n  b", "<ul>\n<li>{a}\nb</li>\n</ul>\n"),
    ("> $$ a\nb $$", "<blockquote>\n<p>{a\nb}</p>\n</blockquote>\n"),
    (
      "| a |\n|-|\n| $b$ |",
      "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>(b)</td>\n</tr>\n</tbody>\n</table>\n"
    ),
    ("```math\na_1\n```", "{a_1}\n"),
    ("# $a$ b", "<h1>(a) b</h1>\n"),
  ])
  func dollarsAreFormulasByTheRules(_ markdown: String, _ html: String) throws {
    let rendered = try page(markdown).html(headingIDs: false) { _, piece in
      guard case .formula(let formula) = piece.kind else { return nil }
      return .html(formula.isDisplay ? "{\(formula.tex.text)}" : "(\(formula.tex.text))")
    }
    #expect(rendered == html)
  }

  @Test func formulasThatNobodyReplacesAreEscapedTeX() throws {
    #expect(
      try page("$a < \"b\" & c$ $$d$$\n").html() == """
        <p><span class="math">a &lt; &quot;b&quot; &amp; c</span> <span class="math">d</span></p>

        """)
  }

  @Test func everyByteOfAFormulaKnowsItsPlace() throws {
    let page = try page("> - $$ a\n>   = δ_1\n>      \\cdot b $$\n")
    guard case .formula(let formula)? = page.pieces.first?.kind else {
      Issue.record("no formula: \(dump(page))")
      return
    }
    #expect(formula.tex.text == "a\n= δ_1\n\\cdot b")
    let places = [
      (0, "1:8-1:9"), (2, "2:5-2:6"), (4, "2:7-2:8"), (9, "3:8-3:9"), (15, "3:14-3:15"),
    ]
    for (offset, place) in places { #expect(span(formula.tex.location(at: offset)) == place) }
    #expect(span(formula.tex.location(of: 4..<16)) == "2:7-3:15")
    #expect(span(formula.tex.location(at: 16)) == "3:15-3:16")
  }

  @Test func concurrentPagesDoNotDisturbEachOther() async throws {
    let expected = try page("$a$ ~~b~~ www.c.d\n").html()
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          (0..<300).allSatisfy { _ in (try? page("$a$ ~~b~~ www.c.d\n").html()) == expected }
        }
      }
      for await isSame in group { #expect(isSame) }
    }
  }
}
