#if os(Linux)
  internal import Foundation
  internal import Glibc

  /// Listens to the kernel's events of a folder and all folders in it.
  ///
  /// Source: Linux manual page inotify(7).
  final class EventWatcher: Watcher {
    private let events: Int32
    private let folder: URL
    private let files: [URL]

    /// How long nothing may change before a change counts as finished, in milliseconds: editors write
    /// a file in several steps.
    private static let pause: Int32 = 40

    private static let kinds = UInt32(
      IN_CREATE | IN_DELETE | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF)

    /// - Returns: nil where the kernel gives no events.
    init?(_ folder: URL, _ files: [URL]) {
      events = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
      self.folder = folder
      self.files = files
      guard events >= 0 else { return nil }
      watchAll()
    }

    deinit { close(events) }

    func wait() {
      drain(-1)
      while drain(Self.pause) {}
      // New folders have no watch yet; one that is watched already stays as it is.
      watchAll()
    }

    /// Takes all events that come within a time in milliseconds, -1 for ever; false where there are none.
    @discardableResult
    private func drain(_ time: Int32) -> Bool {
      var ready = pollfd(fd: events, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, time) > 0 else { return false }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while read(events, &buffer, buffer.count) > 0 {}
      return true
    }

    private func watchAll() {
      inotify_add_watch(events, folder.path, Self.kinds)
      let inner = FileManager.default.enumerator(
        at: folder, includingPropertiesForKeys: [.isDirectoryKey])
      while let url = inner?.nextObject() as? URL {
        let values = try? url.resourceValues(forKeys: [.isDirectoryKey])
        if values?.isDirectory == true { inotify_add_watch(events, url.path, Self.kinds) }
      }
      // Editors replace files, so their folder is what tells.
      for file in files {
        inotify_add_watch(events, file.deletingLastPathComponent().path, Self.kinds)
      }
    }
  }
#endif
