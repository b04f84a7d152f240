import Diagnostics
import Pages
import Testing

@testable import Site

@Suite struct CitationTests {
  private static let bibliography = """
    @inproceedings{giles2008, author = {Giles, Mike}, title = {Collected <Results>}, year = 2008,
      booktitle = {Advances}, pages = {35--44}, doi = {10.1007/978-3-540-68942-3_4}}
    @misc{petersen2012, author = {Petersen, K. and Pedersen, M.}, title = {Cookbook}, year = 2012,
      url = {javascript:alert(1)}}
    """

  private func site(_ text: String, file: String? = "references.bib") throws -> BuiltSite {
    try BuiltSite(["a.md": "# A\n\n\(text)\n"], assets: ["references.bib": Self.bibliography]) {
      $0.bibliography = file.map { .init(path: $0, location: Sample.at(3)) }
    }
  }

  @Test func citationsLinkToTheListAtTheEnd() throws {
    let page = try site("As [@petersen2012, §2; @giles2008] show, and [@giles2008].").text("a.html")
    #expect(
      page.contains(
        ##"As [<a class="citation" href="#ref-petersen2012">Petersen and Pedersen 2012</a>, §2; "##
          + ##"<a class="citation" href="#ref-giles2008">Giles 2008</a>] show"##))
    #expect(
      page.contains(
        """
        <h2 id="bibliography">References</h2><ul><li id="ref-giles2008">Mike Giles, “Collected \
        &lt;Results&gt;”, Advances, pp. 35–44, 2008. \
        <a href="https://doi.org/10.1007/978-3-540-68942-3_4">\
        https://doi.org/10.1007/978-3-540-68942-3_4</a>
        <li id="ref-petersen2012">K. Petersen, M. Pedersen, “Cookbook”, 2012.
        """))
    #expect(!page.contains("javascript:"))
  }

  @Test(arguments: [
    "`[@giles2008]`", "[@giles2008](b.md)", "@giles2008", "[@giles2008][x]\n\n[x]: https://x.org",
    "[@ giles2008]", "mail [a@giles2008]", "[@giles2008\n2]", "\\[@giles2008]x",
  ])
  func otherTextIsNoCitation(_ text: String) throws {
    let site = try site(text + "\n")
    #expect(!(try site.text("a.html")).contains("class=\"citation\""))
  }

  @Test func unknownKeySuggestsTheNearestAtItsPlace() throws {
    #expect(
      try site("Text [@gils2008; @petersn2012].").site.diagnostics.map(described) == [
        "content/a.md:3:7 citation content/references.bib has no entry gils2008; "
          + "did you mean @giles2008?",
        "content/a.md:3:18 citation content/references.bib has no entry petersn2012; "
          + "did you mean @petersen2012?",
      ])
  }

  @Test func withoutABibliographyTheTextStays() throws {
    let site = try site("Text [@giles2008 <b>].", file: nil)
    let page = try site.text("a.html")
    #expect(site.site.diagnostics.map(\.code) == [.citation])
    #expect(site.site.diagnostics.map(\.severity) == [.warning])
    #expect(page.contains("Text [@giles2008 &lt;b&gt;]."))
    #expect(!page.contains("bibliography"))
  }

  @Test func missingFileSuggestsTheNearest() throws {
    let error = try #require(throws: Diagnostic.self) { try site("x", file: "reference.bib") }
    #expect(
      error.message == "bibliography names reference.bib, which is no file of content/")
    #expect(error.hint == "did you mean references.bib?")
  }

  @Test(arguments: [
    (
      #"author = {A and others}, url = {https://a.b/~c--d\_e}"#,
      #"A et al., 2000. <a href="https://a.b/~c--d_e">https://a.b/~c--d_e</a>"#
    ),
    (
      #"title = {T}, howpublished = {at \url{https://a.b/~c}}"#,
      #"“T”, at <a href="https://a.b/~c">https://a.b/~c</a>, 2000."#
    ),
    (
      #"title = {T}, eprint = {1412.6980}"#,
      #"“T”, arXiv:1412.6980, 2000. <a href="https://arxiv.org/abs/1412.6980">"#
    ),
    (
      #"title = {T}, eprint = {1412.6980}, journal = {arXiv:1412.6980}, doi = {10.1/a~b}"#,
      #"“T”, arXiv:1412.6980, 2000. <a href="https://doi.org/10.1/a~b">"#
    ),
  ])
  func addressesAreTakenAsTheyStand(_ fields: String, _ shown: String) throws {
    let site = try BuiltSite(
      ["a.md": "# A\n\n[@k]\n"], assets: ["w.bib": "@misc{k, \(fields), year = 2000}"]
    ) { $0.bibliography = .init(path: "w.bib", location: Sample.at(3)) }
    #expect(try site.text("a.html").contains(shown))
  }

  @Test(arguments: [
    (#"On $\alpha$-stable laws"#, "On <math><mi>α</mi></math>-stable laws"),
    (#"Costs of \$5 and \$6"#, "Costs of $5 and $6"), (#"An $\oops$"#, #"An $\oops$"#),
  ])
  func formulasInTitlesAreSet(_ title: String, _ shown: String) throws {
    let site = try BuiltSite(
      ["a.md": "# A\n\n[@k]\n"], assets: ["w.bib": "@misc{k, title = {\(title)}, year = 2000}"]
    ) { $0.bibliography = .init(path: "w.bib", location: Sample.at(3)) }
    #expect(try site.text("a.html").contains("“\(shown)”"))
  }
}
