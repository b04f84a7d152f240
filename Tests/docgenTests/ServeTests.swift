import Derivations
import Diagnostics
import Foundation
import Pages
import Preview
import Site
import Synchronization
import Terminal
import Testing

@testable import docgen

@Suite struct ServeTests {
  private func refresh(_ project: Project, _ site: LiveSite, _ engine: Engine) throws -> String {
    let streams = Recording()
    let console = Console(write: { streams.results += $0 }, writeLog: { streams.log += $0 })
    guard case .run(let invocation) = try Request(parsing: ["serve", "--root", project.root]) else {
      return "no command"
    }
    var order = Order(invocation)
    order.showsDrafts = true
    Docgen(console: console, engine: engine).refresh(site, order, invocation)
    return streams.log
  }

  private func text(_ site: LiveSite, _ path: String) -> String {
    String(decoding: site.answer(path).bytes, as: UTF8.self)
  }

  @Test func changesAreShownAndTroubleLeavesTheLastGoodSite() throws {
    let project = try Project(["content/index.md": "---\ndraft: true\n---\n# One\n"])
    let site = LiveSite()
    let engine = Engine.standard
    _ = try refresh(project, site, engine)
    #expect(text(site, "/").contains(">One</h1>"))
    try project.write(Array("---\ntilte: x\n---\n# Two\n".utf8), to: "content/index.md")
    let log = try refresh(project, site, engine)
    #expect(log.contains("unknown key `tilte`"))
    #expect(text(site, "/").contains(">One</h1>"))
    #expect(text(site, "/docgen-live-report.txt").contains("did you mean `title`?"))
    try project.write(
      Array("# Three\n\n```derive\nx : scalar\nx == x + 1\n```\n".utf8), to: "content/index.md")
    _ = try refresh(project, site, engine)
    #expect(text(site, "/").contains(">Three</h1>"))
    #expect(text(site, "/docgen-live-report.txt").contains("error[refuted]"))
    try project.write(Array("# Four\n".utf8), to: "content/index.md")
    _ = try refresh(project, site, engine)
    #expect(text(site, "/docgen-live-report.txt") == "")
  }

  /// Stages that count how often each page is checked.
  private func counting(_ counts: Counts) -> Stages {
    Stages(
      check: { page, _, _ in
        counts.add(page.path.split(separator: "/").last.map(String.init) ?? "")
        return PageResult(path: page.path)
      },
      render: { _ in SiteBuilder.Site(files: [], diagnostics: []) })
  }

  private final class Counts: Sendable {
    private let state = Mutex<[String: Int]>([:])
    var all: [String: Int] { state.withLock { $0 } }
    func add(_ name: String) { state.withLock { $0[name, default: 0] += 1 } }
  }

  @Test func onlyWhatHasChangedIsCheckedAgain() throws {
    let project = try Project([
      "content/a.md": "# A\n", "content/b.md": "# B\n",
      "content/c.md": "# C\n\n```derive\nuse \"a\"\n```\n",
    ])
    let counts = Counts()
    let engine = Engine(counting(counts).remembering)
    let site = LiveSite()
    _ = try refresh(project, site, engine)
    _ = try refresh(project, site, engine)
    #expect(counts.all == ["a.md": 1, "b.md": 1, "c.md": 1])
    try project.write(Array("# B, changed\n".utf8), to: "content/b.md")
    _ = try refresh(project, site, engine)
    #expect(counts.all == ["a.md": 1, "b.md": 2, "c.md": 2])
    try project.write(Array("title: T\n".utf8), to: "content/docgen.yml")
    _ = try refresh(project, site, engine)
    #expect(counts.all == ["a.md": 2, "b.md": 3, "c.md": 3])
  }
}
