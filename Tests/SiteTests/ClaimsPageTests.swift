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

  private func site(
    _ extra: [(String, String)] = [], in folder: String = "content/"
  ) throws -> BuiltSite {
    let texts = [("base.md", Self.base), ("other.md", Self.other)] + extra
    let pages = try texts.map { ($0, try Page(path: folder + $0, bytes: Array($1.utf8))) }
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
    #expect(text.contains("<p>3 claims: 2 proved, 1 refuted, as stated</p>"))
  }

  @Test func pageOfClaimsIsFoundAndLinked() throws {
    let site = try site()
    #expect(try site.text("docgen-index.js").contains(#"["claims/index.html","Claims"]"#))
    #expect(try site.text("base.html").contains(#"<p><a href="claims/index.html">Claims</a></p>"#))
  }

  @Test func claimsAndConditionsAreSetAsFormulas() throws {
    let page = "```derive\nC : (n, n)\ninv(C)*C == eye(n)\n```\n"
    let rows = try site([("c.md", page)]).part(
      of: "claims/index.html", from: "c.html#", to: "</table>")
    #expect(rows.contains("<msup><mi>C</mi><mrow><mo>−</mo><mn>1</mn></mrow></msup><mi>C</mi>"))
    #expect(rows.contains("<math><mi>C</mi></math> invertible"))
  }

  @Test func subjectsAreSetAsFormulasAndMapsSayTheirArgument() throws {
    let page = "```derive\nC : (n, n)\nhessian tr(C^3) wrt C = V -> 3*(C*V + V*C)'\n```\n"
    let rows = try site([("c.md", page)]).part(
      of: "claims/index.html", from: "c.html#", to: "</table>")
    #expect(rows.contains("hessian of <math>"))
    #expect(rows.contains("<mi>V</mi><mo>↦</mo>"))
  }

  @Test func definitionsAreFollowedAcrossPages() throws {
    let part = try site().part(
      of: "claims/index.html", from: "What rests on what</h2>", to: "</article>")
    let rows = part.split(separator: "<tr>").filter { $0.contains("<code>F</code>") }
    let own = try #require(rows.first { $0.hasPrefix("<td><code>F</code>") })
    #expect(own.contains("<code>r</code>"))
    for use in ["Base 1", "Other 1", "Other 2"] { #expect(own.contains(use)) }
  }

  @Test func stepsRestOnWhatTheyDerive() throws {
    let page = "```derive\nA : (m, n)\nx : (n)\nG = norm2(A*x)^2\nsteps G wrt x\n```\n"
    let text = try site([("g.md", page)]).part(
      of: "claims/index.html", from: "<h2><a href=\"../g.html\">", to: "</table>")
    let rows = text.split(separator: "<tr>").dropFirst(2)
    #expect(!rows.isEmpty)
    for row in rows { #expect(row.contains(##"<a href="../g.html#definition.4">"##)) }
  }

  @Test func definitionsAreLedToWhereTheyStand() throws {
    let site = try site()
    let name = "base.html#definition.6"
    #expect(try site.text("claims/index.html").contains(name))
    #expect(try site.text("base.html").contains(#"<li class="definition" id="definition.6">"#))
  }

  /// Only the nearest definition is drawn: F, not r, of which F is made.
  @Test func arcsLeadFromWhatIsUsedToWhatUsesIt() throws {
    let drawing = try site().part(
      of: "claims/index.html", from: "<svg class=\"diagram graph\"", to: "</svg>")
    let arcs = drawing.split(separator: "<g class=").dropFirst().map { part in
      let title = part.split(separator: "<title>")[1].prefix { $0 != "<" }
      return "\(part.dropFirst().prefix { $0 != "\"" }): \(title)"
    }
    #expect(arcs == ["within: r → F", "within: F → Base 1", "across: F → Other 1, 2"])
    for link in ["base.html#claim-1", "other.html#claim-1", "other.html#claim-2"] {
      #expect(drawing.contains("<a href=\"../\(link)\" class=\"mark-"))
    }
  }

  @Test func largeSitesAreDrawnByPage() throws {
    let many = (0..<30).map { number in
      (
        "p\(number).md",
        """
        # Page \(number)

        ```derive
        x : (n)
        a = x*x'
        a == a
        ```
        """
      )
    }
    let drawing = try site(many).part(
      of: "claims/index.html", from: "<svg class=\"diagram graph\"", to: "</svg>")
    #expect(drawing.contains("<title>Base → Other</title>"))
    #expect(!drawing.contains("Page 3"))
  }

  @Test func siteIsTheSameFromWhereverItIsBuilt() throws {
    let (here, there) = (try site(), try site(in: "elsewhere/manual/content/"))
    for page in ["base.html", "other.html", "claims/index.html"] {
      #expect(try here.text(page) == there.text(page))
    }
    #expect(try here.text("base.html").contains("line 8"))
  }

  @Test func thereIsNoneWithoutClaimsOrWhereAPageHasItsPlace() throws {
    #expect(!(try BuiltSite(["index.md": "# Home"]).has("claims/index.html")))
    let taken = try site([("claims/index.md", "# My claims")])
    #expect(try taken.text("claims/index.html").contains("My claims"))
  }

  @Test func placesOfAPageThatUsesAnotherHaveNamesOfTheirOwn() throws {
    let page = "```derive\nuse \"base\"\nG = 2*F\nG == 2*F\n```\n"
    let text = try site([("g.md", page)]).text("g.html")
    let names = text.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
    #expect(Set(names).count == names.count)
    #expect(names.contains("definition.3") && !names.contains("definition.2"))
  }

  @Test func rowsOfCheckedTablesSayOfWhichLayerOfWhatTheyAre() throws {
    let page = """
      ```derive
      A : (m, n)
      x : (n)
      F = norm2(A*x)^2
      example A = [1 2], x = [3; 4]
      ```

      <!-- check: deltas F -->

      | Layer | Delta |
      |---|---|
      | 2 | $2Ax$ |
      | 1 | $A^T\\delta^{(2)}$ |
      """
    let text = try site([("g.md", page)]).text("g.html")
    for layer in 1...2 {
      let rows = text.split(separator: #"<tr data-layer="\#(layer)" data-of="F">"#)
      #expect(rows.count == 2)
      #expect(rows[1].prefix { $0 != "\n" }.count < 20, "the marker is gone: \(rows[1].prefix(40))")
    }
    #expect(text.contains(#"<details class="numbers">"#))
    #expect(!text.contains("<!--row"))
  }
}
