import Diagnostics
import Foundation
import Testing

@testable import Site

@Suite struct PublisherTests {
  private let old = [
    OutputFile(path: "index.html", text: "old"), .init(path: "a/b.css", text: "b"),
  ]
  private let new = [OutputFile(path: "index.html", text: "new"), .init(path: "c.html", text: "c")]

  @Test func newSiteReplacesTheOldOneWhole() throws {
    try withTemporaryFolder { folder in
      let publisher = SitePublisher(folder.appendingPathComponent("site"))
      try publisher.publish(old)
      #expect(publisher.differences(from: old) == [])
      try publisher.publish(new)
      #expect(publisher.differences(from: new) == [])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["site"])
    }
  }

  @Test func failureMidwayLeavesTheOldSite() throws {
    try withTemporaryFolder { folder in
      let site = folder.appendingPathComponent("site")
      try SitePublisher(site).publish(old)
      let failing = SitePublisher(site) { data, url in
        guard url.lastPathComponent != "c.html" else { throw CocoaError(.fileWriteOutOfSpace) }
        try data.write(to: url)
      }
      let error = #expect(throws: Diagnostic.self) { try failing.publish(new) }
      #expect(error?.code == .writeFailed)
      #expect(error?.message.hasPrefix("the site cannot be written to site: ") == true)
      #expect(SitePublisher(site).differences(from: old) == [])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["site"])
    }
  }

  @Test func siteThatAKilledRunPutAsideComesBack() throws {
    try withTemporaryFolder { folder in
      let site = folder.appendingPathComponent("site")
      try SitePublisher(site).publish(old)
      try FileManager.default.moveItem(at: site, to: folder.appendingPathComponent(".site.old"))
      let failing = SitePublisher(site) { _, _ in throw CocoaError(.fileWriteNoPermission) }
      #expect(throws: Diagnostic.self) { try failing.publish(new) }
      #expect(SitePublisher(site).differences(from: old) == [])
    }
  }

  @Test func differencesAreNamedInOrder() throws {
    try withTemporaryFolder { folder in
      let publisher = SitePublisher(folder.appendingPathComponent("site"))
      try publisher.publish(
        old + [.init(path: "vendor/font", text: "1"), .init(path: "z", text: "")])
      let wanted = [
        OutputFile(path: "index.html", text: "old\nmore"), .init(path: "b", text: "x"),
        .init(path: "a/b.css", text: "b"), .init(path: "vendor/font", text: "2"),
      ]
      #expect(
        publisher.differences(from: wanted).map(\.description) == [
          "b is missing", "index.html differs at line 1", "z is not part of the site",
        ])
    }
  }

  @Test func everythingIsMissingWhereThereIsNoSite() throws {
    try withTemporaryFolder { folder in
      let publisher = SitePublisher(folder.appendingPathComponent("site"))
      #expect(publisher.differences(from: new) == [.missing("c.html"), .missing("index.html")])
    }
  }
}
