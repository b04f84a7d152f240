import Diagnostics
import Pages
import Testing

@testable import Site

@Suite struct SizeTests {
  /// A site of so many pages, in folders of ten or all in one.
  private static func site(_ count: Int, isFlat: Bool) -> Result<BuiltSite, any Error> {
    Result {
      let pages = try (0..<count).map { number in
        try Sample.page(path(number, isFlat) + ".md", "# Page \(number)\n\nText.\n")
      }
      return BuiltSite(try SiteBuilder(Configuration(), pages: pages, files: []).site())
    }
  }

  private static func path(_ number: Int, _ isFlat: Bool) -> String {
    (isFlat ? "" : "part-\(number / 10)/") + "page-\(number)"
  }

  private static let flat = site(64, isFlat: true)
  private static let flatDouble = site(128, isFlat: true)
  private static let folders = site(64, isFlat: false)

  /// The bytes of the pages that have neighbours on both sides.
  private func bytes(_ site: BuiltSite) -> Int {
    site.site.files.filter { $0.path.hasPrefix("page-") && $0.path.hasSuffix(".html") }
      .reduce(0) { $0 + $1.bytes.count }
  }

  @Test func bytesGrowWithThePagesNotWithTheirSquare() throws {
    let (once, twice) = (bytes(try Self.flat.get()), bytes(try Self.flatDouble.get()))
    #expect(Double(twice) < 2.1 * Double(once))
    #expect(once > 64 * 1000)
  }

  @Test(arguments: [true, false])
  func everyPageIsOnTheListOfAllPagesAndInTheTree(_ isFlat: Bool) throws {
    let site = try (isFlat ? Self.flat : Self.folders).get()
    let list = try site.text("all-pages.html")
    let tree = try site.text("docgen-tree.js")
    for number in 0..<64 {
      let path = Self.path(number, isFlat)
      #expect(list.contains(#"<a href="\#(path).html">Page \#(number)</a>"#))
      #expect(tree.contains(#"["Page \#(number)","\#(path).html",null,[]]"#))
    }
  }

  @Test func pageOfALargeSiteShowsItsNeighboursAndLeadsToAll() throws {
    let page = try Self.flat.get().part(
      of: "page-50.html", from: "id=\"siteNavigation\"", to: "</nav>")
    #expect(page.contains(#"<a href="page-50.html" aria-current="page">Page 50</a>"#))
    #expect(page.contains(#"<a href="page-51.html">Page 51</a>"#))
    #expect(page.ranges(of: "<li>").count == 9)
    #expect(page.contains(#"<a href="all-pages.html">All pages</a>"#))
    #expect(page.contains(#"data-tree="docgen-tree.js""#))
  }

  @Test func folderThatDoesNotHoldThePageIsClosed() throws {
    let page = try Self.folders.get().part(
      of: "part-3/page-30.html", from: "id=\"siteNavigation\"", to: "</nav>")
    #expect(page.contains(#"<a href="page-38.html">Page 38</a>"#))
    #expect(page.contains(#"<a href="../part-4/page-40.html">Part 4</a>"#))
    #expect(!page.contains("page-41.html"))
  }

  @Test func pageOfASmallSiteShowsTheWholeTree() throws {
    let site = try Self.site(NavigationTree.fullTree, isFlat: false).get()
    #expect(!site.has("all-pages.html"))
    #expect(!site.has("docgen-tree.js"))
    let page = try site.text("part-0/page-0.html")
    #expect(page.contains(#"<a href="../part-5/page-59.html">Page 59</a>"#))
  }

  /// Pages of words drawn from twenty thousand: most stand on few of them.
  private func pageOfWords(_ number: Int, _ state: inout UInt64) throws -> SitePage {
    func word() -> String {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return "w" + String(state >> 33 % 20_000 * 7919, radix: 26)
    }
    func words(_ count: Int) -> String { (0..<count).map { _ in word() }.joined(separator: " ") }
    let sections = (0..<4).map { _ in "## \(words(2))\n\n\(words(60)).\n\n\(words(60)).\n" }
    let text = "# \(words(2))\n\n" + sections.joined(separator: "\n")
    return try Sample.page("part-\(number / 25)/page-\(number % 25).md", text)
  }

  @Test func siteHasLessThanFourTimesTheBytesOfItsMarkdown() throws {
    var state: UInt64 = 7
    let pages = try (0..<250).map { try pageOfWords($0, &state) }
    let site = try SiteBuilder(Configuration(), pages: pages, files: []).site()
    let markdown = pages.reduce(0) { $0 + $1.page.source.utf8.count }
    let all = site.files.reduce(0) { $0 + $1.bytes.count }
    #expect(Double(all) < 4 * Double(markdown), "\(all) of \(markdown)")
  }
}
