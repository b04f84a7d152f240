internal import Foundation

/// One way in which a folder is not the site that would be published into it.
package enum SiteDifference: Hashable, Sendable {
  /// The folder lacks the file.
  case missing(String)
  /// The site has no such file.
  case extra(String)
  /// The bytes differ, first on this line, counted from 1.
  case different(String, line: Int)

  /// In words: `index.html differs at line 3`.
  package var description: String {
    switch self {
    case .missing(let path): "\(path) is missing"
    case .extra(let path): "\(path) is not part of the site"
    case .different(let path, let line): "\(path) differs at line \(line)"
    }
  }

  fileprivate var path: String {
    switch self {
    case .missing(let path), .extra(let path), .different(let path, _): path
    }
  }
}

extension SitePublisher {
  /// How the folder differs from a site, byte by byte, in order of path.
  ///
  /// `vendor/` is left out: it holds copies of what the system has installed.
  package func differences(from files: [OutputFile]) -> [SiteDifference] {
    let wanted = files.filter { !Self.isVendored($0.path) }
    let present = filesInFolder().filter { !Self.isVendored($0) }
    let known = Set(wanted.map(\.path))
    let extra = present.filter { !known.contains($0) }.map(SiteDifference.extra)
    return (wanted.compactMap(difference) + extra).sorted { $0.path < $1.path }
  }

  private static func isVendored(_ path: String) -> Bool { path.hasPrefix("vendor/") }

  private func difference(_ file: OutputFile) -> SiteDifference? {
    guard let data = try? Data(contentsOf: folder.appendingPathComponent(file.path)) else {
      return .missing(file.path)
    }
    guard !data.elementsEqual(file.bytes) else { return nil }
    let common = zip(data, file.bytes).prefix { $0 == $1 }
    return .different(file.path, line: 1 + common.count { $0.0 == UInt8(ascii: "\n") })
  }

  private func filesInFolder() -> [String] {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (paths ?? []).filter { path in
      var isFolder: ObjCBool = false
      let full = folder.appendingPathComponent(path).path
      return FileManager.default.fileExists(atPath: full, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }
}
