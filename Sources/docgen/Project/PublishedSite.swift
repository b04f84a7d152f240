import Diagnostics
import Foundation

/// The folder of a site: whether docgen made it, and so may replace or remove it.
struct PublishedSite {
  /// As the reader typed it.
  let name: String
  private let url: URL

  init(_ name: String) {
    self.name = name
    url = URL(filePath: name)
  }

  /// Whether anything is there.
  var exists: Bool { kind != nil }

  /// Removes the site.
  ///
  /// - Throws: `notASite` where docgen did not make the folder, `writeFailed` where it cannot be
  ///   removed.
  func remove() throws(Diagnostic) {
    if let flaw {
      throw Diagnostic(
        .notASite, "\(name) is left alone: \(flaw)",
        hint: "remove it yourself if nothing in it is needed")
    }
    do { try FileManager.default.removeItem(at: url) } catch {
      throw Diagnostic(
        .writeFailed, "\(name) cannot be removed", hint: "check the folder's permissions")
    }
  }

  /// Refuses a folder that holds what docgen did not make, since publishing replaces the whole.
  ///
  /// - Throws: `notASite`.
  func requireReplaceable() throws(Diagnostic) {
    guard exists, let flaw, names != [] else { return }
    throw Diagnostic(
      .notASite, "\(name) is not replaced by the site: \(flaw)",
      hint: "choose another folder by --output, or remove it yourself")
  }

  /// Refuses a folder within the content folder or around it: the site would be content, or take its place.
  ///
  /// - Throws: `usage`.
  func requireBeside(_ content: String) throws(Diagnostic) {
    let own = Self.folder(url)
    let other = Self.folder(URL(filePath: content))
    guard own.hasPrefix(other) || other.hasPrefix(own) else { return }
    let place = own.hasPrefix(other) ? "lies in \(content)" : "holds \(content)"
    throw Diagnostic(
      .usage,
      "the site cannot be published into \(name), which "
        + (own == other ? "is the content folder" : place),
      hint: "choose a folder beside \(content) by --output")
  }

  /// The path of a folder with a slash, without symbolic links.
  private static func folder(_ url: URL) -> String {
    let path = url.absoluteURL.standardizedFileURL.resolvingSymlinksInPath().path
    return path.hasSuffix("/") ? path : path + "/"
  }

  /// Why the folder cannot be a site that docgen made; nil where it is one.
  private var flaw: String? {
    guard kind == .typeDirectory, let names else { return "it is not a folder" }
    if let hidden = names.first(where: { $0.hasPrefix(".") && $0 != ".DS_Store" }) {
      return "it holds \(hidden)"
    }
    guard names.contains("docgen.css") else { return "it has no docgen.css" }
    let isMarked = ["index.html", "404.html"].contains { text(of: $0).contains(Self.mark) }
    return isMarked ? nil : "none of its pages names docgen as its generator"
  }

  /// What every page of a site carries in its head.
  private static let mark = #"<meta name="generator" content="docgen">"#

  /// The names in the folder, sorted; nil where it cannot be read.
  private var names: [String]? {
    try? FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
  }

  private var kind: FileAttributeType? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
    return attributes?[.type] as? FileAttributeType
  }

  private func text(of file: String) -> String {
    (try? String(contentsOf: url.appending(path: file), encoding: .utf8)) ?? ""
  }
}
