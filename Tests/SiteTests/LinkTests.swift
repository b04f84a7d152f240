import Diagnostics
import Testing

@testable import Pages
@testable import Site

@Suite struct LinkTests {
  private let resolver = LinkResolver(
    pages: [
      PageInfo(source: "index.md", title: "Home", headings: []),
      PageInfo(
        source: "guide/index.md", title: "Guide",
        headings: [.init(level: 2, text: "Set up", slug: "set-up")]),
      PageInfo(source: "guide/first steps.md", title: "First", headings: []),
      PageInfo(source: "notes.md", title: "Notes", headings: []),
      PageInfo(source: "parts/README.md", title: "Parts", headings: []),
    ], files: ["logo.svg", "guide/a.png"],
    former: ["old/index.html": "notes.md", "old/auto.html": "notes.md"],
    drafts: ["guide/later.md"])

  private func resolve(_ destination: String) throws -> String {
    try resolver.resolve(
      destination, from: "guide/index.md",
      at: SourceLocation(path: "content/guide/index.md", line: 3, column: 5))
  }

  @Test(arguments: [
    ("../index.md", "../index.html"), ("first%20steps.md", "first%20steps.html"),
    ("#set-up", "#set-up"), ("index.md#set-up", "index.html#set-up"),
    ("/guide/index.md", "index.html"), ("../", "../index.html"), ("../guide", "index.html"),
    ("../index.html", "../index.html"), ("a.png", "a.png"), ("../logo.svg?x=1", "../logo.svg?x=1"),
    ("https://example.org/a.md", "https://example.org/a.md"), ("//host/a.md", "//host/a.md"),
    ("mailto:a@example.org", "mailto:a@example.org"), ("", "#"), ("#claim.2", "#claim.2"),
    ("/notes/", "../notes.html"), ("../notes", "../notes.html"), ("/old", "../notes.html"),
    ("/old/", "../notes.html"), ("../parts", "../parts/README.html"),
    ("/parts/", "../parts/README.html"), ("/old/auto.md", "../notes.html"),
    ("../old/auto", "../notes.html"), ("../old/auto.html", "../notes.html"),
  ])
  func destinationIsRewritten(_ written: String, _ published: String) throws {
    #expect(try resolve(written) == published)
  }

  @Test(arguments: [
    ("../indx.md", "the link to ../indx.md leads nowhere; did you mean ../index.md?"),
    (
      "nothing-like-it.pdf",
      """
      the link to nothing-like-it.pdf leads nowhere; there is no such file in content/
      """
    ),
    ("notes.md", "the link to notes.md leads nowhere; did you mean ../notes.md?"),
    (
      "later.md",
      """
      the link to later.md leads to a draft, which is left out of the site; \
      publish guide/later.md by taking draft: true out of it, or take the link away until then
      """
    ),
    ("#setup", "this page has no heading #setup; did you mean #set-up?"),
    (
      "../index.md#x",
      """
      index.md has no heading #x; write the heading as GitHub does: in lower case, hyphens for spaces
      """
    ),
    ("#up", "this page has no heading #up; did you mean #set-up?"),
    ("#Set", "this page has no heading #Set; did you mean #set-up?"),
    (
      "../../x.md",
      """
      the link to ../../x.md leaves the site; link to files within content/ or to a full address
      """
    ),
  ])
  func brokenLinkIsAnErrorWithAWayOut(_ written: String, _ text: String) throws {
    let error = try #require(throws: Diagnostic.self) { try resolve(written) }
    #expect(described(error) == "content/guide/index.md:3:5 broken-link \(text)")
  }

  @Test(arguments: [
    ("a/b.html", "a/c.html", "b.html"), ("b.html", "a/c.html", "../b.html"),
    ("a/b.html", "c.html", "a/b.html"), ("x/y/b.html", "x/z/c.html", "../y/b.html"),
    ("", "a/b/c.html", "../../"), ("a/index.html", "a.html", "a/index.html"),
  ])
  func pathsAreRelative(_ target: String, _ page: String, _ path: String) {
    #expect(SitePath.relative(to: target, from: page) == path)
  }
}
