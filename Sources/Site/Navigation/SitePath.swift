internal import Foundation

/// Paths within a site: `/` between parts, without a leading one.
enum SitePath {
  /// Where the page of a source file is written: `a/b.md` as `a/b.html`.
  static func output(ofSource path: String) -> String {
    path.hasSuffix(".md") ? path.dropLast(3) + ".html" : path
  }

  /// The folder a file is in, with its slash; empty at the top.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// The way from the folder of one file to another file.
  static func relative(to target: String, from page: String) -> String {
    var here = folder(of: page).split(separator: "/")[...]
    var there = target.split(separator: "/", omittingEmptySubsequences: false)[...]
    while let a = here.first, there.count > 1, a == there.first {
      here = here.dropFirst()
      there = there.dropFirst()
    }
    return String(repeating: "../", count: here.count) + there.joined(separator: "/")
  }

  /// The path that a relative one means from the folder of a file; nil where it leaves the site.
  ///
  /// A leading slash means the top of the site.
  static func resolve(_ path: String, from page: String) -> String? {
    var parts = path.hasPrefix("/") ? [] : folder(of: page).split(separator: "/")
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/") + (path.hasSuffix("/") && !parts.isEmpty ? "/" : "")
  }

  /// A path as it stands in an address.
  static func encoded(_ path: String) -> String {
    path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
  }
}
