package import Foundation

/// Waits until something changes in a folder, or in single files beside it.
package protocol Watcher {
  /// Returns once something has changed, and then no more for a moment.
  mutating func wait()
}

/// The watcher of this system.
package func watcher(of folder: URL, and files: [URL]) -> any Watcher {
  #if os(Linux)
    if let events = EventWatcher(folder, files) { return events }
  #endif
  return PollingWatcher(folder, files)
}

/// Compares sizes and times of all files, twice a second.
struct PollingWatcher: Watcher {
  private let folder: URL
  private let files: [URL]
  private var last: [String: [String]] = [:]

  init(_ folder: URL, _ files: [URL]) {
    self.folder = folder
    self.files = files
    last = state()
  }

  mutating func wait() {
    while true {
      usleep(500_000)
      let now = state()
      defer { last = now }
      if now != last { return }
    }
  }

  private func state() -> [String: [String]] {
    let inner = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    let paths = (inner ?? []).map { folder.appendingPathComponent($0).path } + files.map(\.path)
    return Dictionary(
      paths.map { path in
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let values = [attributes?[.size], attributes?[.modificationDate]]
        return (path, values.map { "\($0 ?? "")" })
      }, uniquingKeysWith: { $1 })
  }
}
