package import Diagnostics
package import Foundation

/// Finds the files of a content folder.
///
/// Names that begin with `.` or `_` are skipped, and so are the settings. Nothing outside the
/// folder is read: a symbolic link counts as the file it leads to only where that is inside.
package struct SiteReader: Sendable {
  /// The content folder.
  private let folder: URL
  /// What stands for it in messages: `content`.
  private let name: String

  /// The deepest folders that are read.
  private static let deepest = 64
  /// The largest file that is read, in bytes.
  package static let largest = 64 << 20

  /// - Parameters:
  ///   - folder: the content folder.
  ///   - name: the same as the reader would type it.
  package init(_ folder: URL, name: String) {
    self.folder = folder.standardizedFileURL
    self.name = name
  }

  /// All files, by path.
  ///
  /// - Throws: `missingFile` where there is no such folder; `outsideContent` at a link that leaves
  ///   it or leads to a folder; `tooLarge`, `tooDeep` beyond the bounds.
  /// - Complexity: reads every file once.
  package func files() throws(Diagnostic) -> [ContentFile] {
    guard Self.kind(of: folder.resolvingSymlinksInPath()) == .typeDirectory else {
      throw Diagnostic(
        .missingFile, "there is no folder \(name)",
        hint: "docgen reads the pages in \(name)/; docgen init makes one")
    }
    return try files(in: folder, path: "", depth: 0).sorted { $0.path < $1.path }
  }

  /// The files of the owner's theme, by path; none where there is no such folder.
  ///
  /// - Throws: as for `files`.
  package func themeFiles() throws(Diagnostic) -> [ContentFile] {
    let theme = folder.appendingPathComponent(Theme.folder)
    guard Self.kind(of: theme) == .typeDirectory else { return [] }
    return try files(in: theme, path: Theme.folder, depth: 1).sorted { $0.path < $1.path }
  }

  /// A single file of the folder, those that are left out of the site among them.
  ///
  /// - Parameters:
  ///   - path: as a page names it: from the file it stands in or, with a slash first, from the top.
  ///   - page: the file it stands in, by its path within the folder.
  ///   - location: where it stands.
  /// - Throws: `outsideContent` where it leaves the folder, `missingFile` where it is not there.
  package func file(
    _ path: String, from page: String, at location: SourceLocation
  ) throws(Diagnostic) -> ContentFile {
    guard let inner = SitePath.resolve(path, from: page), !inner.isEmpty, !inner.contains("\0")
    else {
      throw Diagnostic(
        .outsideContent, "\(path) leaves \(name)/", at: location,
        hint: "copy the file into \(name)/")
    }
    var url = folder.appendingPathComponent(inner)
    let root = folder.resolvingSymlinksInPath().path + "/"
    guard url.resolvingSymlinksInPath().path.hasPrefix(root) else {
      throw Diagnostic(
        .outsideContent, "\(path) leads out of \(name)/ by a symbolic link", at: location,
        hint: "copy the file into \(name)/")
    }
    url = url.resolvingSymlinksInPath()
    guard Self.kind(of: url) == .typeRegular else {
      throw Diagnostic(
        .missingFile, "there is no file \(name)/\(inner)", at: location,
        hint: Self.neighbour(of: url).map { "did you mean \(path.replacingLastName(by: $0))?" }
          ?? "a path is taken from the file it stands in; with a slash first, from \(name)/")
    }
    return try file(url, inner)
  }

  /// The file in the same folder whose name is nearest.
  private static func neighbour(of url: URL) -> String? {
    let folder = url.deletingLastPathComponent().path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return nearest(url.lastPathComponent, in: names.sorted())
  }

  private func files(in here: URL, path: String, depth: Int) throws(Diagnostic) -> [ContentFile] {
    guard depth <= Self.deepest else {
      throw Diagnostic(.tooDeep, "folders are nested more than \(Self.deepest) deep", at: at(path))
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: here.path) else {
      throw Diagnostic(.missingFile, "\(name)/\(path) cannot be read")
    }
    var files: [ContentFile] = []
    for item in names.sorted() where !item.hasPrefix(".") && !item.hasPrefix("_") {
      let inner = path + item
      guard inner != "docgen.yml" else { continue }
      let url = here.appendingPathComponent(item)
      switch Self.kind(of: url) {
      case .typeDirectory:
        files += try self.files(in: url, path: inner + "/", depth: depth + 1)
      case .typeSymbolicLink: files.append(try file(linked(url, inner), inner))
      case .typeRegular: files.append(try file(url, inner))
      default:
        throw Diagnostic(.missingFile, "\(name)/\(inner) is not a file", at: at(inner))
      }
    }
    return files
  }

  private func file(_ url: URL, _ path: String) throws(Diagnostic) -> ContentFile {
    let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
    guard let size = attributes?[.size] as? Int, size <= Self.largest else {
      throw Diagnostic(
        .tooLarge, "\(name)/\(path) is larger than \(Self.largest >> 20) MB", at: at(path))
    }
    guard let data = try? Data(contentsOf: url) else {
      throw Diagnostic(.missingFile, "\(name)/\(path) cannot be read", at: at(path))
    }
    return ContentFile(path: path, shownPath: "\(name)/\(path)", bytes: [UInt8](data))
  }

  /// The file a link leads to, where it lies within the folder.
  private func linked(_ url: URL, _ path: String) throws(Diagnostic) -> URL {
    let target = url.resolvingSymlinksInPath()
    let root = folder.resolvingSymlinksInPath().path + "/"
    guard target.path.hasPrefix(root) else {
      throw Diagnostic(
        .outsideContent, "\(name)/\(path) is a symbolic link that leaves \(name)/",
        at: at(path), hint: "copy the file into \(name)/")
    }
    guard Self.kind(of: target) == .typeRegular else {
      throw Diagnostic(
        .outsideContent, "\(name)/\(path) is a symbolic link to no file", at: at(path),
        hint: "link to a single file within \(name)/")
    }
    return target
  }

  private static func kind(of url: URL) -> FileAttributeType? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
    return attributes?[.type] as? FileAttributeType
  }

  private func at(_ path: String) -> SourceLocation {
    SourceLocation(path: "\(name)/\(path)", line: 1, column: 1, endColumn: 1)
  }
}

extension String {
  /// A path with another name of the file at its end.
  fileprivate func replacingLastName(by name: String) -> String {
    (lastIndex(of: "/").map { String(self[...$0]) } ?? "") + name
  }
}
