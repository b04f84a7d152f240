import Diagnostics
import Foundation
import Pages
import Proof
import Script
import Site

/// What a build needs, each thing tried.
struct Examination {
  /// The folder that holds `content/`, as the reader typed it.
  var root: String
  /// The folder of the site.
  var output: String
  /// Where JavaScript libraries are looked for.
  var libraryFolders = Library.folders

  /// One thing that was tried: what was found, or what is wrong.
  struct Finding {
    var subject: String
    var result: Result<String, Diagnostic>
  }

  /// Everything that is needed, libraries first.
  var findings: [Finding] {
    [
      finding("KaTeX", katex), finding("Handlebars", handlebars),
      finding("cmark-gfm", { () throws(Diagnostic) in MarkdownLibrary.version }),
      finding("FLINT", { () throws(Diagnostic) in NumericLibrary.version }),
      finding("content", content), finding("site", site),
    ]
  }

  private func finding(
    _ subject: String, _ work: () throws(Diagnostic) -> String
  ) -> Finding {
    Finding(subject: subject, result: Result { () throws(Diagnostic) in try work() })
  }

  private func katex() throws(Diagnostic) -> String {
    _ = try KaTeX(ScriptHost(), in: libraryFolders)
    return try Library.katex.folder(in: libraryFolders).path
  }

  private func handlebars() throws(Diagnostic) -> String {
    _ = try Handlebars(ScriptHost(), in: libraryFolders)
    return try Library.handlebars.folder(in: libraryFolders).path
  }

  private func content() throws(Diagnostic) -> String {
    let name = path("content", in: root)
    let folder = URL(filePath: name)
    guard FileManager.default.fileExists(atPath: folder.path) else {
      throw Diagnostic(
        .missingFile, "there is no folder \(name)",
        hint: "docgen init makes one, and --root names the folder that holds it")
    }
    let pages = try SiteReader(folder, name: name).files().count(where: \.isPage)
    _ = try Configuration.load(content: folder, name: name)
    return "\(name) holds \(pages) page\(pages == 1 ? "" : "s")"
  }

  /// Whether the site can be put in its place: its neighbours are made and renamed.
  private func site() throws(Diagnostic) -> String {
    let published = PublishedSite(output)
    try published.requireReplaceable()
    let folder = URL(filePath: output).standardizedFileURL.deletingLastPathComponent()
    let existing = sequence(first: folder) { $0.path == "/" ? nil : $0.deletingLastPathComponent() }
      .first { FileManager.default.fileExists(atPath: $0.path) }
    guard let existing, FileManager.default.isWritableFile(atPath: existing.path) else {
      throw Diagnostic(
        .writeFailed, "nothing can be written into the folder of \(output)",
        hint: "make it writable, or choose another folder by --output")
    }
    return published.exists ? "\(output) can be replaced" : "\(output) can be made"
  }
}
