internal import Diagnostics
internal import Foundation

/// Whether the files of a site can stand beside each other in any file system.
enum OutputNames {
  /// - Throws: `duplicatePage` where two files have one path, or paths that differ only in case, or
  ///   where one is a folder of another.
  /// - Complexity: O(n log n) for n files.
  static func check(_ files: [OutputFile]) throws(Diagnostic) {
    var known: [String: String] = [:]
    for path in files.map(\.path) {
      if let other = known.updateValue(path, forKey: folded(path)) {
        throw clash(path, other)
      }
    }
    for path in files.map(\.path) {
      var folder = path[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        guard let other = known[folded(String(folder))] else { continue }
        throw Diagnostic(
          .duplicatePage, "the site would need \(other) both as a file and as a folder",
          hint: "rename one of the files in content/ that lead to it")
      }
    }
  }

  private static func clash(_ path: String, _ other: String) -> Diagnostic {
    let (first, second) = (min(path, other), max(path, other))
    return Diagnostic(
      .duplicatePage,
      first == second
        ? "two files of the site would be \(path)"
        : "\(first) and \(second) would be one file where names ignore case",
      hint: first == second && path.hasSuffix(".html")
        ? "\(path.dropLast(5)).md becomes \(path); rename or remove one of the files that lead to it"
        : "rename one of the files in content/ that lead to it")
  }

  /// A path as file systems that ignore case and forms of Unicode see it.
  private static func folded(_ path: String) -> String {
    path.precomposedStringWithCanonicalMapping.lowercased()
  }
}
