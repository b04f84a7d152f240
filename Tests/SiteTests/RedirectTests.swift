import Diagnostics
import Testing

@testable import Site

@Suite struct RedirectTests {
  private func build(_ alias: String) throws -> BuiltSite {
    try BuiltSite([
      "guide/new.md": "---\naliases: ['\(alias)']\n---\n# New\n", "other.md": "# Other\n",
    ])
  }

  @Test(arguments: [
    ("old.html", "old.html", "guide/new.html"), ("old.md", "old.html", "guide/new.html"),
    ("a/b", "a/b/index.html", "../../guide/new.html"),
    ("/a/b/", "a/b/index.html", "../../guide/new.html"),
    ("guide/./x.html", "guide/x.html", "new.html"),
    ("guide/../x.html", "x.html", "guide/new.html"),
  ])
  func aliasLeadsToThePage(_ alias: String, _ output: String, _ target: String) throws {
    let page = try build(alias).text(output)
    #expect(page.contains(#"<meta http-equiv="refresh" content="0; url=\#(target)">"#))
    #expect(page.contains(#"<a href="\#(target)">New</a>"#))
  }

  @Test(arguments: [
    "../x.html", "/../x.html", "a/../../x.html", "https://example.org/x", "//example.org/x", "",
    "/", "a\\b.html", "a?b", "javascript:alert(1)",
  ])
  func aliasOutsideTheSiteIsRefused(_ alias: String) throws {
    let error = try #require(throws: Diagnostic.self) { try build(alias) }
    #expect(
      described(error)
        == "content/guide/new.md:2:11 outside-content the alias \(alias) is no path within the site; "
        + "write the former path, as in old/page.html")
  }

  @Test(arguments: ["other.html", "other.md", "guide/new.html"])
  func aliasThatIsAPageIsRefused(_ alias: String) throws {
    let error = try #require(throws: Diagnostic.self) { try build(alias) }
    #expect(error.code == .duplicatePage)
    #expect(error.location?.line == 2)
  }

  @Test func twoPagesWithOneAliasAreRefused() throws {
    let error = try #require(throws: Diagnostic.self) {
      try BuiltSite([
        "a.md": "---\naliases: [x]\n---\n# A\n", "b.md": "---\naliases: [x/]\n---\n# B\n",
      ])
    }
    #expect(
      described(error)
        == "content/b.md:2:11 duplicate-page the alias x/ is already an address of a.md; "
        + "remove it from one of the two")
  }

  @Test(arguments: [
    ("a.md", "A.md", "A.html and a.html would be one file where names ignore case"),
    ("caf\u{E9}.md", "cafe\u{301}.md", nil),
    ("a.md", "a.html/b.md", "the site would need a.html both as a file and as a folder"),
  ])
  func namesThatNoFileSystemKeepsApartAreRefused(
    _ first: String, _ second: String, _ message: String?
  ) throws {
    let error = try #require(throws: Diagnostic.self) {
      try SiteBuilder(
        Configuration(),
        pages: [Sample.page(first, "# A\n"), Sample.page(second, "# B\n")], files: []
      ).site()
    }
    #expect(error.code == .duplicatePage)
    if let message { #expect(error.message == message) }
  }
}
