package import Diagnostics
package import Foundation

/// Writes a site to its folder so that readers see the old one or the new one, never a mixture.
package struct SitePublisher {
  let folder: URL
  private let write: (Data, URL) throws -> Void

  /// - Parameter folder: the site's folder; it is replaced as a whole.
  package init(_ folder: URL) {
    self.init(folder) { try $0.write(to: $1) }
  }

  /// A publisher that writes its files by `write`, so that a test can let one fail.
  init(_ folder: URL, write: @escaping (Data, URL) throws -> Void) {
    self.folder = folder.standardizedFileURL
    self.write = write
  }

  /// Writes the files beside the old site, then puts them in its place by renaming.
  ///
  /// - Throws: `writeFailed`; the old site is then as it was and nothing else is left behind.
  package func publish(_ files: [OutputFile]) throws(Diagnostic) {
    let new = sibling("new")
    let old = sibling("old")
    let manager = FileManager.default
    do {
      try recover(old)
      try? manager.removeItem(at: new)
      try writeAll(files, to: new)
      try exchange(new: new, old: old)
    } catch {
      try? manager.removeItem(at: new)
      throw Diagnostic(
        .writeFailed, "the site cannot be written to \(folder.lastPathComponent): \(phrase(error))",
        hint: "the old site is as it was; check the folder's permissions and the free space")
    }
    try? manager.removeItem(at: old)
  }

  /// A hidden neighbour, on the same volume so that renaming is one step.
  private func sibling(_ role: String) -> URL {
    folder.deletingLastPathComponent()
      .appendingPathComponent(".\(folder.lastPathComponent).\(role)", isDirectory: true)
  }

  /// Brings back the site that a run killed between its two renames has put aside.
  private func recover(_ old: URL) throws {
    let manager = FileManager.default
    guard manager.fileExists(atPath: old.path) else { return }
    if manager.fileExists(atPath: folder.path) {
      try manager.removeItem(at: old)
    } else {
      try manager.moveItem(at: old, to: folder)
    }
  }

  private func writeAll(_ files: [OutputFile], to new: URL) throws {
    let manager = FileManager.default
    try manager.createDirectory(at: new, withIntermediateDirectories: true)
    for file in files {
      let url = new.appendingPathComponent(file.path)
      try manager.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try write(Data(file.bytes), url)
    }
  }

  private func exchange(new: URL, old: URL) throws {
    let manager = FileManager.default
    let hadOld = manager.fileExists(atPath: folder.path)
    if hadOld { try manager.moveItem(at: folder, to: old) }
    do {
      try manager.moveItem(at: new, to: folder)
    } catch {
      if hadOld { try manager.moveItem(at: old, to: folder) }
      throw error
    }
  }

  private func phrase(_ error: any Error) -> String {
    let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
    let text = (cause ?? error).localizedDescription
    let words = text.hasSuffix(".") ? String(text.dropLast()) : text
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
