import Diagnostics
import Testing

@testable import Pages

@Suite struct FrontMatterTests {
  @Test(arguments: [
    ("---\ntitle: A\n# a\n", true), ("---\nlater: an hour\n", false), ("---\n\ntitle: A\n", false),
    ("---\n", false), ("+++\ntitle = \"A\"\n+++\n# a\n", true), ("+++\na\n", false),
  ])
  func frontMatterThatWouldBeTextIsRefused(_ text: String, _ isRefused: Bool) {
    #expect((failure(Array(text.utf8)) != "no error") == isRefused)
  }

  @Test func allKeysAreRead() throws {
    let page = try page(
      """
      ---
      title: "A: b"
      description: >
        two
        lines
      check: all
      math: katex
      draft: true
      order: 3
      aliases: [a, b/c]
      macros: { '\\R': '\\mathbb{R}' }
      image: images/a.png
      ---
      # b
      """)
    var expected = FrontMatter()
    expected.title = "A: b"
    expected.description = "two lines\n"
    expected.check = .all
    expected.math = .katex
    expected.draft = true
    expected.order = 3
    let place = { SourceLocation(path: "p.md", line: $0, column: $1, endColumn: $2) }
    expected.aliases = [
      .init(path: "a", location: place(10, 11, 12)),
      .init(path: "b/c", location: place(10, 14, 17)),
    ]
    expected.image = .init(path: "images/a.png", location: place(12, 8, 20))
    expected.macros = [#"\R"#: #"\mathbb{R}"#]
    #expect(page.frontMatter == expected)
    #expect(page.html() == "<h1 id=\"b\">b</h1>\n")
  }

  @Test func rulesAroundAHeadingAreNoFrontMatter() throws {
    let page = try page("---\n\n# Hi\n\n---\n\na\n")
    #expect(page.html() == "<hr />\n<h1 id=\"hi\">Hi</h1>\n<hr />\n<p>a</p>\n")
  }

  @Test(arguments: ["---\n---\na\n", "---\n# nothing\n...\na\n", "--- \n\n---\t\na\n"])
  func emptyFrontMatterSetsNothing(_ text: String) throws {
    let page = try page(text)
    #expect(page.frontMatter == FrontMatter())
    #expect(page.html() == "<p>a</p>\n")
  }

  @Test(arguments: [
    "---\n\na\n", " ---\ntitle: a\n---\n", "a\n---\ntitle: b\n---\n", "----\na\n----\n",
  ])
  func linesElsewhereAreMarkdown(_ text: String) throws {
    let page = try page(text)
    #expect(page.frontMatter == FrontMatter())
    #expect(page.html(headingIDs: false) == plainHTML(text))
  }

  @Test(arguments: [
    (
      "titel: a",
      "p.md:2:1: unknown-key: unknown key `titel` in the front matter; hint: did you mean `title`?"
    ),
    (
      "a: b\ncolour: red",
      "p.md:2:1: unknown-key: unknown key `a` in the front matter; hint: the keys are aliases, "
        + "check, description, draft, image, layout, macros, math, order, search, structure, title; "
        + "`ignore_keys: [a]` in docgen.yml leaves it to another program"
    ),
    (
      "check: alll",
      "p.md:2:8: yaml: check must be `marked` or `all`, found `alll`; hint: did you mean `all`?"
    ),
    (
      "layout: numerater",
      "p.md:2:9: yaml: layout must be `mixed`, `denominator` or `numerator`, found `numerater`; "
        + "hint: did you mean `numerator`?"
    ),
    ("math: [mathml]", "p.md:2:7: yaml: math must be `mathml` or `katex`, found a list"),
    (
      "draft: yes", "p.md:2:8: yaml: draft must be `true` or `false`, found `yes`; hint: write true"
    ),
    (
      "draft: \"False\"",
      "p.md:2:8: yaml: draft must be `true` or `false`, found the text `False`; "
        + "hint: write false without quotes"
    ),
    ("order: 1.5", "p.md:2:8: yaml: order must be a whole number, found `1.5`"),
    (
      "order: \"1\"",
      "p.md:2:8: yaml: order must be a whole number, found the text `1`; "
        + "hint: write 1 without quotes"
    ),
    ("title: {a: b}", "p.md:2:8: yaml: title must be a text, found a mapping"),
    (
      "aliases: a", "p.md:2:10: yaml: aliases must be a list, found `a`; hint: write it as one: [a]"
    ),
    (
      "aliases: '*'",
      "p.md:2:10: yaml: aliases must be a list, found the text `*`; hint: write it as one: [\"*\"]"
    ),
    ("aliases:\n- a\n- [b]", "p.md:4:3: yaml: an item of aliases must be a text, found a list"),
    ("just text", "p.md:2:1: yaml: the front matter must be a mapping, found `just text`"),
    (
      "title: a\ntitle: b",
      "p.md:3:1: yaml: the key `title` stands twice; hint: keep one of the two"
    ),
    (
      "title: é: b",
      "p.md:2:10: yaml: the YAML is broken: mapping values are not "
        + "allowed in this context"
    ),
    (
      "title: [a",
      "p.md:3:1: yaml: the YAML is broken: did not find expected ',"
        + "' or ']' while parsing a flow sequence"
    ),
    (
      "title: 'a",
      "p.md:3:1: yaml: the YAML is broken: found unexpected end of "
        + "stream while scanning a quoted scalar"
    ),
    (
      "\ttitle: a",
      "p.md:2:1: yaml: the YAML is broken: found character that can"
        + "not start any token while scanning for the next token"
    ),
    (
      "title: \"é\\q\"",
      "p.md:2:11: yaml: the YAML is broken: found unknown escape ch"
        + "aracter while parsing a quoted scalar"
    ),
    (
      "title: a\u{7}b",
      "p.md:2:9: yaml: the YAML is broken: control characters are n"
        + "ot allowed"
    ),
    (
      "title: &a b\ndescription: *a",
      "p.md:3:14: yaml: aliases are not read; hint: write the value again where the alias stands"
    ),
    (
      "title: !!str a",
      "p.md:2:8: yaml: tags are not read; hint: leave out the word that starts with `!`"
    ),
    ("? [a]\n: b", "p.md:2:3: yaml: a key must be a text"),
  ])
  func mistakesHaveAPlaceAndAWayOut(_ yaml: String, _ error: String) {
    #expect(failure(Array("---\n\(yaml)\n---\n# a\n".utf8)) == error)
  }

  @Test func allMistakesAreToldAtOnce() throws {
    let text = "---\ntitel: a\ndraft: 1\ntitle: b\ncheck: no\n---\n"
    let error = try #require(throws: Diagnostic.self) { try page(text) }
    #expect(error.each.map { $0.location?.line } == [2, 3, 5])
    #expect(error.each.allSatisfy { $0.further.isEmpty })
  }
}
