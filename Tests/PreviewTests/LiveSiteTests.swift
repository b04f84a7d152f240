import Testing

@testable import Preview

@Suite struct LiveSiteTests {
  private func site(_ files: [String: String]) -> LiveSite {
    let site = LiveSite()
    site.replace(files: files.mapValues { Array($0.utf8) }, trouble: "")
    return site
  }

  private static let files = [
    "index.html": "<head></head>home", "a/index.html": "<head></head>a", "a b.html": "<p>",
    "404.html": "<head></head>missing", "docgen.css": "a {}",
  ]

  @Test(arguments: [
    ("/", 200, "text/html; charset=utf-8", "home"),
    ("/a/", 200, "text/html; charset=utf-8", "a"),
    ("/a b.html", 200, "text/html; charset=utf-8", "<p>"),
    ("/docgen.css", 200, "text/css; charset=utf-8", "a {}"),
    ("/nothing", 404, "text/html; charset=utf-8", "missing"),
    ("/../../etc/passwd", 404, "text/html; charset=utf-8", "missing"),
    ("//a", 404, "text/html; charset=utf-8", "missing"),
  ])
  func pathIsAnsweredByItsFile(_ path: String, _ status: Int, _ type: String, _ end: String) {
    let answer = site(Self.files).answer(path)
    #expect(answer.status == status)
    #expect(answer.type == type)
    #expect(String(decoding: answer.bytes, as: UTF8.self).hasSuffix(end))
  }

  @Test func pageForNowhereLeadsIntoTheSiteWhereverThatIsPublished() {
    let page = #"<head><link href="/repo/docgen.css"></head><a href="/repo/a.html">a</a>"#
    let answer = site(["404.html": page]).answer("/nothing")
    let text = String(decoding: answer.bytes, as: UTF8.self)
    #expect(text.contains(#"href="/docgen.css""#) && text.contains(#"href="/a.html""#))
  }

  @Test func folderWithoutItsSlashIsSentThere() {
    #expect(site(Self.files).answer("/a") == Answer(301, "text/plain", [], location: "/a/"))
  }

  @Test func pagesCarryTheScriptAndOtherFilesDoNot() {
    let page = site(Self.files).answer("/")
    #expect(
      String(decoding: page.bytes, as: UTF8.self)
        == "<head><script src=\"/docgen-live.js\" defer></script>\n</head>home")
    #expect(site(Self.files).answer("/docgen.css").bytes == Array("a {}".utf8))
  }

  @Test func versionCountsChangesAlone() {
    let site = site(["index.html": "one"])
    #expect(site.version == 1)
    site.replace(files: ["index.html": Array("one".utf8)], trouble: "")
    #expect(site.version == 1)
    site.replace(files: nil, trouble: "a page is wrong")
    #expect(site.version == 2)
    #expect(site.answer("/docgen-live-report.txt").bytes == Array("a page is wrong".utf8))
    #expect(site.answer("/").status == 200)
  }

  @Test func emptySiteAnswersToo() {
    #expect(LiveSite().answer("/").status == 404)
  }
}
