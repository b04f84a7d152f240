import Diagnostics
import Foundation
import Site
import Testing

@Suite struct ReaderTests {
  private func write(_ paths: [String], in folder: URL) throws {
    for path in paths {
      let url = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(path.utf8).write(to: url)
    }
  }

  @Test func filesAreSortedAndHiddenOnesSkipped() throws {
    try withTemporaryFolder { folder in
      try write(
        ["b.md", "a/z.png", "a/a.md", ".git/x.md", "_theme/page.hbs", "_draft.md", "docgen.yml"],
        in: folder)
      let files = try SiteReader(folder, name: "content").files()
      #expect(files.map(\.path) == ["a/a.md", "a/z.png", "b.md"])
      #expect(files.map(\.shownPath)[0] == "content/a/a.md")
      #expect(files.map(\.isPage) == [true, false, true])
      #expect(files[0].bytes == Array("a/a.md".utf8))
    }
  }

  @Test func linkWithinTheFolderIsFollowed() throws {
    try withTemporaryFolder { folder in
      try write(["a.md"], in: folder)
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/b.md", withDestinationPath: "a.md")
      let files = try SiteReader(folder, name: "content").files()
      #expect(files.map(\.path) == ["a.md", "b.md"])
      #expect(files[1].bytes == Array("a.md".utf8))
    }
  }

  @Test(arguments: ["/etc/hostname", "../outside.md"])
  func linkThatLeavesTheFolderIsRefused(_ target: String) throws {
    try withTemporaryFolder { folder in
      try write(["content/a.md", "outside.md"], in: folder)
      let content = folder.appendingPathComponent("content")
      try FileManager.default.createSymbolicLink(
        atPath: content.path + "/b.md", withDestinationPath: target)
      #expect(
        throws: Diagnostic(
          .outsideContent, "content/b.md is a symbolic link that leaves content/",
          at: SourceLocation(path: "content/b.md", line: 1, column: 1, endColumn: 1),
          hint: "copy the file into content/")
      ) { try SiteReader(content, name: "content").files() }
    }
  }

  @Test func linkToAFolderIsRefused() throws {
    try withTemporaryFolder { folder in
      try write(["a/a.md"], in: folder)
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/a/b", withDestinationPath: "../a")
      #expect(
        throws: Diagnostic(
          .outsideContent, "content/a/b is a symbolic link to no file",
          at: SourceLocation(path: "content/a/b", line: 1, column: 1, endColumn: 1),
          hint: "link to a single file within content/")
      ) { try SiteReader(folder, name: "content").files() }
    }
  }

  @Test func missingFolderIsNamed() throws {
    try withTemporaryFolder { folder in
      #expect(
        throws: Diagnostic(
          .missingFile, "there is no folder content",
          hint: "docgen reads the pages in content/; docgen init makes one")
      ) { try SiteReader(folder.appendingPathComponent("content"), name: "content").files() }
    }
  }
}
