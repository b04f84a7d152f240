import Derivations
import Pages
import Testing

@testable import Site

/// The page that lists all claims.
@Suite struct ClaimsPageTests {
  private static let base = """
    # Base

    ```derive base
    A : (m, n)
    x : (n)
    r = A*x
    F = norm2(r)^2
    gradient F wrt x = 2*A'*A*x
    ```
    """

  private static let other = """
    # Other

    ```derive
    use "base#base"
    F == x'*A'*A*x
    refuted F == x'*A*x because "A is missing"
    ```
    """

  private func site(_ extra: [(String, String)] = []) throws -> BuiltSite {
    let texts = [("base.md", Self.base), ("other.md", Self.other)] + extra
    let pages = try texts.map { ($0, try Page(path: "content/" + $0, bytes: Array($1.utf8))) }
    let library = Library(
      Dictionary(uniqueKeysWithValues: pages.map { (String($0.0.dropLast(3)), $0.1) }))
    let checked = pages.map {
      SitePage(source: $0, page: $1, result: PageChecker.check($1, library: library))
    }
    return BuiltSite(
      try SiteBuilder(Configuration(), pages: checked, files: []).site(jobs: 1))
  }

  @Test func everyClaimIsListedWithItsVerdictAndPlace() throws {
    let site = try site()
    let text = try site.text("claims/index.html")
    for link in ["base.html#claim.1", "other.html#claim.1", "other.html#claim.2"] {
      #expect(text.contains(#"<a href="../\#(link)">"#))
      let (page, anchor) = (link.split(separator: "#")[0], link.split(separator: "#")[1])
      #expect(try site.text(String(page)).contains(#"id="\#(anchor)""#))
    }
    #expect(text.contains("<p>3: 2 proved, 1 refuted, as stated</p>"))
  }

  @Test func definitionsAreFollowedAcrossPages() throws {
    let part = try site().part(
      of: "claims/index.html", from: "What rests on what</h2>", to: "</article>")
    let rows = part.split(separator: "<tr>").filter { $0.contains("<code>F</code>") }
    let own = try #require(rows.first { $0.hasPrefix("<td><code>F</code>") })
    #expect(own.contains("<code>r</code>"))
    for use in ["Base 1", "Other 1", "Other 2"] { #expect(own.contains(use)) }
  }

  @Test func thereIsNoneWithoutClaimsOrWhereAPageHasItsPlace() throws {
    #expect(!(try BuiltSite(["index.md": "# Home"]).has("claims/index.html")))
    let taken = try site([("claims/index.md", "# My claims")])
    #expect(try taken.text("claims/index.html").contains("My claims"))
  }
}
