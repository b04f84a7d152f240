import Diagnostics
import Testing

@testable import Pages

@Suite struct PieceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let markdown: String
    let pieces: String
    var testDescription: String { name }

    init(_ name: String, _ markdown: String, _ pieces: String) {
      (self.name, self.markdown, self.pieces) = (name, markdown, pieces)
    }
  }

  @Test(arguments: blocks + formulas + inlines + tables + marked)
  func piecesStandWhereTheyAreWritten(_ example: Case) throws {
    let page = try page(example.markdown)
    #expect(dump(page) == example.pieces)
    #expect(misplaced(page).isEmpty)
  }

  static let marked = [
    Case(
      "references", "see @eq-a_b:2. and (@thm-x), a@eq-x, @home, @eq-, **@fig-1-2**\n",
      """
      1:5-1:14 reference [@eq-a_b:2] 1:5-1:14
      1:21-1:27 reference [@thm-x] 1:21-1:27
      1:53-1:61 reference [@fig-1-2] 1:53-1:61
      """),
    Case(
      "references over lines and in a table",
      "a `@eq-x`\n@eq-y `c`\n\n| @tab-a |\n|-|\n| @eq-z |\n",
      """
      1:3-1:10 code [@eq-x] 1:4-1:9
      2:1-2:6 reference [@eq-y] 2:1-2:6
      2:7-2:10 code [c] 2:8-2:9
      4:1-6:10 table [@tab-a] 4:3-4:9 / [@eq-z] 6:3-6:8
      4:3-4:9 reference [@tab-a] 4:3-4:9 in #3
      6:3-6:8 reference [@eq-z] 6:3-6:8 in #3
      """),
    Case(
      "alerts", "> [!NOTE]\n> Text $x$.\n\n> [!note]\n\n> [!FOO]\n> no\n",
      """
      1:1-2:12 callout note []
      2:8-2:11 inline [x] 2:9-2:10
      4:1-4:10 callout note []
      """),
    Case(
      "theorems",
      "> [!THEOREM] Rule for $f$\n> Text.\n\n> **Lemma (of $g$).** It `is`.\n>\n> More.\n",
      """
      1:1-2:8 callout theorem [Rule for f]
      1:23-1:26 inline [f] 1:24-1:25
      4:1-6:8 callout lemma [of g]
      4:15-4:18 inline [g] 4:16-4:17
      4:26-4:30 code [is] 4:27-4:29
      """),
    Case(
      "quotes that are none",
      "> **Note.** no\n\n> **Theorems** no\n\n> text **Proof.**\n\n> - [!NOTE]\n",
      ""),
    Case(
      "image alone", "![a](b.png \"A *c*\")\n\n![a](b.png) text\n",
      """
      1:1-1:20 image <b.png> [a] "A *c*" alone
      3:1-3:12 image <b.png> [a]
      """),
  ]

  static let blocks = [
    Case(
      "headings", "# A *b* `c`\n\nD\n===\n",
      """
      1:1-1:12 heading 1 [A b c] #a-b-c
      1:9-1:12 code [c] 1:10-1:11 in #0
      3:1-4:4 heading 1 [D] #d
      """),
    Case(
      "closed heading", "## `a` ##\n",
      """
      1:1-1:10 heading 2 [a] #a
      1:4-1:7 code [a] 1:5-1:6 in #0
      """),
    Case(
      "setext of two lines", "a `b`\nc `d`\n---\n",
      """
      1:1-3:4 heading 2 [a b c d] #a-b-c-d
      1:3-1:6 code [b] 1:4-1:5 in #0
      2:3-2:6 code [d] 2:4-2:5 in #0
      """),
    Case(
      "heading in a list in a quote", "> - # `a` b\n",
      """
      1:5-1:12 heading 1 [a b] #a-b
      1:7-1:10 code [a] 1:8-1:9 in #0
      """),
    Case(
      "fence", "```derive ica check\nW : (k, n)\n\n  x\n```\n",
      """
      1:1-5:4 fence derive,ica,check [W : (k, n)⏎⏎  x⏎] 2:1-5:1
      """),
    Case(
      "fence in a list", "1. a\n\n   ~~~ py\n   b\n     c\n   ~~~\n",
      """
      3:4-6:7 fence py [b⏎  c⏎] 4:4-6:1
      """),
    Case(
      "fence in a quote without end", "> ```\n> a\n>\n> b\n\nc `d`\n",
      """
      1:3-4:4 fence  [a⏎⏎b⏎] 2:3-5:1
      6:3-6:6 code [d] 6:4-6:5
      """),
    Case(
      "indented fence", "  ```\n    a\n b\n  ```\n",
      """
      1:3-4:6 fence  [  a⏎b⏎] 2:3-4:1
      """),
    Case(
      "fence by tabs", "-\t```\n\t\ta\n\t```\n",
      """
      1:3-3:5 fence  [	a⏎] 2:2-3:1
      """),
    Case(
      "empty fence", "```\n```\n",
      """
      1:1-2:4 fence  [] 2:1-2:1
      """),
    Case(
      "math fence", "> ```math check\n> a = b\n>\n> c\n> ```\n",
      """
      1:3-5:6 display fence check [a = b⏎⏎c] 2:3-4:4
      """),
    Case("indented code is no piece", "    a\n", ""),
    Case(
      "comment above a fence", "<!-- check: network F -->\n\n```\na\n```\n",
      """
      1:1-1:26 comment [check: network F] 1:6-1:22
      3:1-5:4 fence  [a⏎] 4:1-5:1 after #0
      """),
    Case(
      "comment over lines", "  <!--\n a\n b -->\n$x$\n",
      """
      1:3-3:7 comment [a⏎ b] 2:2-3:3
      4:1-4:4 inline [x] 4:2-4:3 after #0
      """),
    Case(
      "comments above each other", "> <!-- a -->\n> <!-- b -->\n> $x$\n",
      """
      1:3-1:13 comment [a] 1:8-1:9
      2:3-2:13 comment [b] 2:8-2:9 after #0
      3:3-3:6 inline [x] 3:4-3:5 after #1
      """),
    Case(
      "text between comment and formula", "<!-- a -->\nb $x$\n",
      """
      1:1-1:11 comment [a] 1:6-1:7
      2:3-2:6 inline [x] 2:4-2:5
      """),
    Case("comment with more behind", "<!-- a --> b\n", ""),
    Case("two comments in a line", "<!-- a --> <!-- b -->\n", ""),
    Case(
      "comment inside a line", "a <!-- b\nc --> `d`\n",
      """
      1:3-2:6 comment [b⏎c] 1:8-2:2
      2:7-2:10 code [d] 2:8-2:9 after #0
      """),
    Case(
      "front matter", "---\ntitle: a\n---\n# b\n\n`c`\n",
      """
      4:1-4:4 heading 1 [b] #b
      6:1-6:4 code [c] 6:2-6:3
      """),
  ]

  static let formulas = [
    Case(
      "inline", "a $x_1$ and $y$.\n",
      """
      1:3-1:8 inline [x_1] 1:4-1:7
      1:13-1:16 inline [y] 1:14-1:15
      """),
    Case(
      "display", "$$ a_1 \\\\ b $$\n",
      #"""
      1:1-1:15 display [a_1 \\ b] 1:4-1:12
      """#),
    Case(
      "display over lines", "$$\na &= b_1 * c \\\\\n  &< d_2 * e\n$$\n",
      #"""
      1:1-4:3 display [a &= b_1 * c \\⏎&< d_2 * e] 2:1-3:13
      """#),
    Case(
      "display in a quote in a list", "- > $$\n  > a\n  >   b\n  > $$ and `c`\n",
      """
      1:5-4:7 display [a⏎b] 2:5-3:8
      4:12-4:15 code [c] 4:13-4:14
      """),
    Case(
      "display in lazy lines", "> $$ a\n  b $$ `c`\n",
      """
      1:3-2:7 display [a⏎  b] 1:6-2:4
      2:8-2:11 code [c] 2:9-2:10
      """),
    Case(
      "after a break by a backslash", "a\\\n  `b` $c$ \\\n`d`\n",
      """
      2:3-2:6 code [b] 2:4-2:5
      2:7-2:10 inline [c] 2:8-2:9
      3:1-3:4 code [d] 3:2-3:3
      """),
    Case(
      "after a break by blanks", "a  \n  `b` $c$\n`d`\n",
      """
      2:3-2:6 code [b] 2:4-2:5
      2:7-2:10 inline [c] 2:8-2:9
      3:1-3:4 code [d] 3:2-3:3
      """),
    Case(
      "after code over lines", "`a\nb` $c$ `d`\n`e` [f](g\n'h') `i`\n`j`\n",
      """
      1:1-2:3 code [a b] 1:2-2:2
      2:4-2:7 inline [c] 2:5-2:6
      2:8-2:11 code [d] 2:9-2:10
      3:1-3:4 code [e] 3:2-3:3
      3:5-4:5 link <g> [f]
      4:6-4:9 code [i] 4:7-4:8
      5:1-5:4 code [j] 5:2-5:3
      """),
    Case(
      "after a definition", "[a]: b\n[c]: d\n'e'\n$f$ `g`\n$h$\n",
      """
      4:1-4:4 inline [f] 4:2-4:3
      4:5-4:8 code [g] 4:6-4:7
      5:1-5:4 inline [h] 5:2-5:3
      """),
    Case(
      "in emphasis, links, headings", "## $a$ *$b$* [$c$](d)\n",
      """
      1:1-1:22 heading 2 [a b c] #a-b-c
      1:4-1:7 inline [a] 1:5-1:6 in #0
      1:9-1:12 inline [b] 1:10-1:11 in #0
      1:14-1:22 link <d> [c] in #0
      1:15-1:18 inline [c] 1:16-1:17 in #3
      """),
    Case(
      "not in the text for an image", "![a $b$ `c`](d) `e`\n",
      """
      1:1-1:16 image <d> [a b c]
      1:17-1:20 code [e] 1:18-1:19
      """),
    Case(
      "between backticks", "$`a_1`$ `$b$`\n",
      """
      1:1-1:8 inline [a_1] 1:3-1:6
      1:9-1:14 code [$b$] 1:10-1:13
      """),
    Case(
      "after characters of several bytes", "é∇ $δ_1$ `ü` $x$\n",
      """
      1:7-1:13 inline [δ_1] 1:8-1:12
      1:14-1:18 code [ü] 1:15-1:17
      1:19-1:22 inline [x] 1:20-1:21
      """),
    Case(
      "after entities and escapes", "&amp; \\* \\$ $a$ &lt; `b`\n",
      """
      1:13-1:16 inline [a] 1:14-1:15
      1:22-1:25 code [b] 1:23-1:24
      """),
    Case(
      "in footnotes", "a[^1] $b$\n\n[^1]: c $d$\n\n    `e`\n\n$f$\n",
      """
      1:7-1:10 inline [b] 1:8-1:9
      3:9-3:12 inline [d] 3:10-3:11
      5:5-5:8 code [e] 5:6-5:7
      7:1-7:4 inline [f] 7:2-7:3
      """),
    Case(
      "in a task", "- [x] $a$ `b`\n- [ ] c\n  $d$\n",
      """
      1:7-1:10 inline [a] 1:8-1:9
      1:11-1:14 code [b] 1:12-1:13
      3:3-3:6 inline [d] 3:4-3:5
      """),
  ]

  static let inlines = [
    Case(
      "code", "a ``b ` c`` ` d ` `` ` ``\n",
      """
      1:3-1:12 code [b ` c] 1:5-1:10
      1:13-1:18 code [d] 1:15-1:16
      1:19-1:26 code [`] 1:22-1:23
      """),
    Case(
      "unclosed code", "a `b ``c` d`\n",
      """
      1:3-1:10 code [b ``c] 1:4-1:9
      """),
    Case(
      "escaped backticks", "\\`a` b `c`\n",
      """
      1:4-1:9 code [b] 1:6-1:7
      """),
    Case(
      "links", "[a](b \"c\") [d][e] <http://f.g> [h `i`](<j k>)\n\n[e]: l\n",
      """
      1:1-1:11 link <b> [a]
      1:12-1:18 link <l> [d]
      1:20-1:30 link <http://f.g> [http://f.g]
      1:32-1:46 link <j k> [h i]
      1:35-1:38 code [i] 1:36-1:37 in #3
      """),
    Case(
      "bare addresses", "a http://b.c/d_e www.f.g h@i.j `k`\n",
      """
      1:3-1:17 link <http://b.c/d_e> [http://b.c/d_e]
      1:18-1:25 link <http://www.f.g> [www.f.g]
      1:26-1:31 link <mailto:h@i.j> [h@i.j]
      1:32-1:35 code [k] 1:33-1:34
      """),
    Case(
      "images", "![a](b) [![c](d)](e)\n",
      """
      1:1-1:8 image <b> [a]
      1:9-1:21 link <e> [c]
      1:10-1:17 image <d> [c] in #1
      """),
    Case(
      "link over lines", "[a\nb](c\n\"d\") `e`\n`f`\n",
      """
      1:1-3:5 link <c> [a b]
      3:6-3:9 code [e] 3:7-3:8
      4:1-4:4 code [f] 4:2-4:3
      """),
    Case(
      "html inside a line", "<b\nc='$x$'> $d$ `e`\n",
      """
      2:10-2:13 inline [d] 2:11-2:12
      2:14-2:17 code [e] 2:15-2:16
      """),
    Case(
      "strikethrough and emphasis", "~~a~~ **`b`** *c\n`d`*\n",
      """
      1:9-1:12 code [b] 1:10-1:11
      2:1-2:4 code [d] 2:2-2:3
      """),
  ]

  static let tables = [
    Case(
      "table", "| a | $b$ |\n| - | :-: |\n| `c` | d $e$ f |\n| g |\n",
      """
      1:1-4:6 table [a] 1:3-1:4 | [$b$] 1:7-1:10 = [b] tex [b] 1:8-1:9 / [`c`] 3:3-3:6 = [c] code [c] 3:4-3:5 | [d $e$ f] 3:9-3:16 = [d e f] / [g] 4:3-4:4 | [] 4:6-4:6
      1:7-1:10 inline [b] 1:8-1:9 in #0
      3:3-3:6 code [c] 3:4-3:5 in #0
      3:11-3:14 inline [e] 3:12-3:13 in #0
      """),
    Case(
      "without outer pipes", "a | `b`\n- | -\nc | $d$\n",
      """
      1:5-1:8 code [b] 1:6-1:7
      3:5-3:8 inline [d] 3:6-3:7
      """),
    Case(
      "escaped pipes", "| a |\n| - |\n| $\\|x\\|$ |\n| `\\|` b `c` |\n",
      #"""
      1:1-4:15 table [a] 1:3-1:4 / [$\|x\|$] 3:3-3:10 = [|x|] tex [|x|] 3:5-3:9 / [`\|` b `c`] 4:3-4:13 = [| b c]
      3:3-3:10 inline [|x|] 3:5-3:9 in #0
      4:3-4:7 code [|] 4:5-4:6 in #0
      4:10-4:13 code [c] 4:11-4:12 in #0
      """#),
    Case(
      "in a list", "- a\n\n  | b | c |\n  | - | - |\n  | `d` |  |\n",
      """
      3:3-5:13 table [b] 3:5-3:6 | [c] 3:9-3:10 / [`d`] 5:5-5:8 = [d] code [d] 5:6-5:7 | [] 5:12-5:12
      5:5-5:8 code [d] 5:6-5:7 in #0
      """),
    Case(
      "in a list at its start", "1. | b | c |\n   | - | - |\n",
      """
      1:4-2:13 table [b] 1:6-1:7 | [c] 1:10-1:11
      """),
    Case(
      "in a quote", "> | a |\n> | - |\n> | `b` |\n>\n> `c`\n",
      """
      1:3-3:10 table [a] 1:5-1:6 / [`b`] 3:5-3:8 = [b] code [b] 3:6-3:7
      3:5-3:8 code [b] 3:6-3:7 in #0
      5:3-5:6 code [c] 5:4-5:5
      """),
    Case(
      "below text", "a `b`\nc $d$ \\| e\n| f | g |\n| - | - |\n| `h` | i |\n",
      """
      1:3-1:6 code [b] 1:4-1:5
      2:3-2:6 inline [d] 2:4-2:5
      3:1-5:12 table [f] 3:3-3:4 | [g] 3:7-3:8 / [`h`] 5:3-5:6 = [h] code [h] 5:4-5:5 | [i] 5:9-5:10
      5:3-5:6 code [h] 5:4-5:5 in #2
      """),
    Case(
      "comment above", "<!-- check: deltas F -->\n| a |\n| - |\n",
      """
      1:1-1:25 comment [check: deltas F] 1:6-1:21
      2:1-3:6 table [a] 2:3-2:4 after #0
      """),
    Case(
      "wide characters", "| é | δ |\n|---|---|\n| ∇ `a` | $ü$ |\n",
      """
      1:1-3:19 table [é] 1:3-1:5 | [δ] 1:8-1:10 / [∇ `a`] 3:3-3:10 = [∇ a] | [$ü$] 3:13-3:17 = [ü] tex [ü] 3:14-3:16
      3:7-3:10 code [a] 3:8-3:9 in #0
      3:13-3:17 inline [ü] 3:14-3:16 in #0
      """),
    Case(
      "indented", "  | a | b |\n  |---|---|\n  | `c` | d\n",
      """
      1:3-3:12 table [a] 1:5-1:6 | [b] 1:9-1:10 / [`c`] 3:5-3:8 = [c] code [c] 3:6-3:7 | [d] 3:11-3:12
      3:5-3:8 code [c] 3:6-3:7 in #0
      """),
  ]

  @Test(arguments: [
    ("> [!NOTTE]\n> x", "did you mean [!NOTE]?"), ("> **Theorm (X).** x", "did you mean Theorem?"),
    ("<!-- lable: x -->\n\nx", "did you mean label:?"),
    ("<!-- incldue: x.md -->\n\nx", "did you mean include:?"),
    ("Text <!-- include: x.md --> more", "write <!-- include: path --> alone on a line"),
    ("<!-- chekc -->\n\n$$x$$", "did you mean check?"),
    ("<!-- Check -->\n\n$$x$$", "did you mean check?"),
    ("<!-- chek deltas F -->\n\n$$x$$", "did you mean check?"),
    ("```math chek\nx\n```", "did you mean check?"),
    ("<!-- check -->\n\nx", "write it directly above the equation or the table"),
    (
      "<!-- check: deltas F -->\n\n<!-- note -->\n\n$$x$$",
      "write it directly above the equation or the table"
    ),
    ("x\n\n[^a]: y", "write [^a] where it belongs, or take the note away"),
    ("## A {#b c}", "a name has no blanks: write {#b-c}"),
    ("x[^none]", #"write [^none]: text on a line of its own; where brackets are meant, write \["#),
  ])
  func nearMissesAreToldOf(_ markdown: String, _ hint: String) throws {
    let found = try page(markdown + "\n").nearMisses
    #expect(found.map(\.hint) == [hint])
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test func namesOfHeadingsStandOnceAndBeforeAutomaticOnes() throws {
    let page = try page("## A\n\n## B {#a}\n\n## C {#a}\n")
    let slugs = page.pieces.compactMap { piece in
      if case .heading(let heading) = piece.kind { heading.slug } else { nil }
    }
    #expect(slugs == ["a-1", "a", "a-2"])
    #expect(page.nearMisses.map(\.code) == [.duplicateLabel])
    #expect(page.nearMisses.map(\.location?.line) == [5])
  }

  @Test(arguments: [
    "> [!NOTE]\n> x", "> **Bold.** x", "> **The Theorem (X).** x", "<!-- note: x -->\n\nx",
    "<!-- check: skip, x -->\n\nx", "<!-- TODO: x -->\n\nx", "x[^a]\n\n[^a]: y", "`[^none]`",
    #"\[^none]"#, "[x^2]", "<!-- label x -->\n\nx", "```\n[^a]: y\n```",
    "<!-- Check this. -->\n\nx",
    "<!-- check -->\n<!-- label: eq-a -->\n\n$$x$$", "<!-- check: network F -->\n\n|a|\n|-|\n",
    "> <!-- check -->\n> ```math check\n> x\n> ```", "## A {#b .c key=d}",
  ])
  func otherTextIsNoNearMiss(_ markdown: String) throws {
    #expect(try page(markdown + "\n").nearMisses.isEmpty)
  }
}
