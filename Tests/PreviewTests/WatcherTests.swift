import Foundation
import Testing

@testable import Preview

@Suite struct WatcherTests {
  /// Whether a change is noticed: the wait would otherwise not end.
  private func notices(
    _ make: (URL, [URL]) throws -> any Watcher, _ change: @escaping @Sendable (URL) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("docgen-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let content = folder.appendingPathComponent("content")
    let inner = content.appendingPathComponent("inner")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    try Data("a".utf8).write(to: inner.appendingPathComponent("a.md"))
    var watcher = try make(content, [folder.appendingPathComponent("docgen.yml")])
    let writer = Thread {
      Thread.sleep(forTimeInterval: 0.05)
      try? change(folder)
    }
    writer.start()
    watcher.wait()
  }

  private static let changes: [@Sendable (URL) throws -> Void] = [
    { try Data("b!".utf8).write(to: $0.appendingPathComponent("content/inner/a.md")) },
    { try Data("b".utf8).write(to: $0.appendingPathComponent("content/new.md")) },
    { try FileManager.default.removeItem(at: $0.appendingPathComponent("content/inner/a.md")) },
    { try Data("title: T".utf8).write(to: $0.appendingPathComponent("docgen.yml")) },
  ]

  @Test(arguments: changes.indices)
  func everyChangeEndsTheWait(_ index: Int) throws {
    try notices({ watcher(of: $0, and: $1) }, Self.changes[index])
  }

  @Test func comparingFindsChangesToo() throws {
    try notices({ PollingWatcher($0, $1) }, Self.changes[0])
  }

  @Test func newFoldersAreWatched() throws {
    var isMade = false
    try notices(
      {
        let watcher = watcher(of: $0, and: $1)
        isMade = true
        return watcher
      },
      { folder in
        let new = folder.appendingPathComponent("content/new")
        try FileManager.default.createDirectory(at: new, withIntermediateDirectories: true)
      })
    #expect(isMade)
  }
}
