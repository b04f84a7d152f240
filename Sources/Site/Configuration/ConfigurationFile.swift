package import Diagnostics
package import Foundation
internal import Pages

extension Configuration {
  /// Reads `docgen.yml` within the content folder, or else the one beside it.
  ///
  /// - Parameters:
  ///   - content: the content folder.
  ///   - name: the same as the reader would type it.
  /// - Throws: `duplicatePage` where both exist, `notUTF8`, and what `init(yaml:path:)` throws.
  package static func load(content: URL, name: String) throws(Diagnostic) -> Configuration {
    var faults: [Diagnostic] = []
    let configuration = try load(content: content, name: name, faults: &faults)
    if let all = Diagnostic(all: faults) { throw all }
    return configuration
  }

  /// The same with all that is understood; what is not goes to the faults.
  package static func load(
    content: URL, name: String, faults: inout [Diagnostic]
  ) throws(Diagnostic) -> Configuration {
    let inside = (url: content.appendingPathComponent("docgen.yml"), path: "\(name)/docgen.yml")
    let folder = name.lastIndex(of: "/").map { name[...$0] } ?? ""
    let beside = (
      url: content.deletingLastPathComponent().appendingPathComponent("docgen.yml"),
      path: "\(folder)docgen.yml"
    )
    let found = [inside, beside].filter { FileManager.default.fileExists(atPath: $0.url.path) }
    guard found.count < 2 else {
      throw Diagnostic(
        .configuration, "both \(inside.path) and \(beside.path) exist", hint: "keep one of them")
    }
    guard let file = found.first else { return Configuration() }
    guard let data = try? Data(contentsOf: file.url) else {
      throw Diagnostic(.configuration, "\(file.path) cannot be read")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Diagnostic(
        .notUTF8, "\(file.path) is not UTF-8", hint: "save the file as UTF-8")
    }
    return Configuration(yaml: text, path: file.path, faults: &faults)
  }
}
