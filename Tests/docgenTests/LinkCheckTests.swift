import Diagnostics
import Foundation
import Preview
import Synchronization
import Terminal
import Testing

@testable import docgen

@Suite struct LinkCheckTests {
  private static func at(_ line: Int) -> Diagnostics.SourceLocation {
    Diagnostics.SourceLocation(path: "content/a.md", line: line, column: 1)
  }

  /// Addresses that answer from a list, one answer after the other, the last again and again.
  private func run(
    _ answers: [String: [LinkCheck.Visit]], unchecked: [String] = []
  ) -> (told: [String], asked: [String: Int]) {
    let asked = Mutex<[String: Int]>([:])
    let links = Dictionary(
      uniqueKeysWithValues: answers.keys.sorted().enumerated().map { ($1, [Self.at($0 + 1)]) })
    let check = LinkCheck(unchecked: unchecked, pause: 0)
    let told = check.diagnostics(links) { address in
      let count = asked.withLock { asked in
        asked[address, default: 0] += 1
        return asked[address, default: 0]
      }
      let known = answers[address] ?? []
      return known[min(count, known.count) - 1]
    }
    return (told.map { "\($0.location?.line ?? 0) \($0.message)" }, asked.withLock { $0 })
  }

  @Test func answersAreReportedByLocation() {
    let run = run([
      "https://a.example/": [.found], "https://b.example/": [.missing(status: 404)],
      "https://c.example/": [.failed("it answers 503")],
    ])
    #expect(
      run.told == [
        "2 https://b.example/ answers 404",
        "3 https://c.example/ cannot be reached: it answers 503",
      ])
    #expect(
      run.asked == ["https://a.example/": 1, "https://b.example/": 1, "https://c.example/": 3])
  }

  @Test func addressThatAnswersLateIsFound() {
    let run = run(["https://a.example/": [.failed("x"), .failed("y"), .found]])
    #expect(run.told == [])
    #expect(run.asked == ["https://a.example/": 3])
  }

  @Test func patternsLeaveAddressesAlone() {
    let check = LinkCheck(unchecked: ["https://a.example/*", "*/c"])
    #expect(!check.visits("https://a.example/b"))
    #expect(!check.visits("https://b.example/c"))
    #expect(check.visits("https://b.example/"))
  }

  @Test func everyPlaceOfAnAddressIsReported() {
    let told = LinkCheck(unchecked: []).diagnostics([
      "https://a.example/": [Self.at(9), Self.at(2)]
    ]) {
      _ in .missing(status: 410)
    }
    #expect(told.map { $0.location?.line } == [2, 9])
  }

  @Test func visitorAsksARealServer() throws {
    let site = LiveSite()
    site.replace(files: ["a.html": Array("a".utf8), "b/index.html": []], trouble: "")
    let server = try PreviewServer(site, port: 0)
    let visitor = LinkVisitor()
    #expect(visitor.visit(server.address + "a.html") == .found)
    #expect(visitor.visit(server.address + "b") == .found)
    #expect(visitor.visit(server.address + "c.html") == .missing(status: 404))
    server.stop()
    guard case .failed = visitor.visit(server.address + "a.html") else {
      Issue.record("a stopped server has answered")
      return
    }
  }

  /// What servers answer, and what of it is told: a page that asks for patience is asked again, one that does not
  /// know `HEAD` by `GET`.
  @Test(arguments: [
    ("found", nil), ("missing", "missing answers 404"), ("late", nil),
    ("busy", "busy cannot be reached: it answers 503"), ("bare", nil), ("moved", nil),
    ("moved-away", "moved-away answers 404"),
    ("circle", "circle cannot be reached: it leads from address to address"),
    ("silent", "silent cannot be reached: "),
  ])
  func answersOfAServerAreTold(_ path: String, _ told: String?) throws {
    let server = try ScriptedServer { request, before in
      switch request.split(separator: "/").last {
      case "late": before == 0 ? .status(503) : .status(200)
      case "busy": .status(503)
      case "bare": .status(request.hasPrefix("HEAD") ? 405 : 200)
      case "moved": .redirect(to: "/found")
      case "moved-away": .redirect(to: "/missing")
      case "circle": .redirect(to: "/circle")
      case "silent": .silence
      case "found": .status(200)
      default: .status(404)
      }
    }
    defer { server.stop() }
    let check = LinkCheck(unchecked: [], attempts: 2, pause: 0)
    let visitor = LinkVisitor(patience: path == "silent" ? 0.2 : 20)
    let messages = check.diagnostics([server.address + path: [Self.at(1)]], visit: visitor.visit)
      .map(\.message)
    #expect(messages.count == (told == nil ? 0 : 1))
    #expect(told.map { messages[0].hasPrefix(server.address + $0) } ?? true, "\(messages)")
    let asked = server.requests.count { $0 == "GET /\(path)" }
    #expect(asked == ["missing": 1, "busy": 2, "bare": 1, "silent": 2][path, default: asked])
  }

  @Test func checkReportsLinksOfPages() throws {
    let project = try Project(["README.md": ""])
    let site = LiveSite()
    site.replace(files: ["a.html": []], trouble: "")
    let server = try PreviewServer(site, port: 0)
    try project.write(
      Array("# A\n\n[good](\(server.address)a.html#x)\n[bad](\(server.address)b.html)\n".utf8),
      to: "content/a.md")
    let run = project.runProgram(["check", "--links", "--root", "ROOT"])
    #expect(run.outcome == .failed)
    #expect(run.results.contains("\(server.address)b.html answers 404"))
    #expect(run.results.contains("content/a.md:4:1"))
    #expect(run.log.contains("visiting 2 addresses"))
    #expect(project.runProgram(["check", "--root", "ROOT"]).outcome == .clean)
  }
}
