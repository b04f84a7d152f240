import Diagnostics
import Foundation
import Terminal

extension Docgen {
  /// `docgen init`: makes the files of a new project, and overwrites none.
  func initialize(_ invocation: Invocation) throws(Diagnostic) -> Outcome {
    try requireAuthor(for: "docgen init")
    let folder = invocation.operands.first ?? "."
    let starter = try StarterFiles(source: invocation.value(of: .docgenSource))
    try requireRoom(for: starter.all.map(\.path), in: folder)
    for file in starter.all {
      try write(file.text, to: file.path, in: folder)
      try console.write("made \(path(file.path, in: folder))\n")
    }
    if try ignore(StarterFiles.ignored, in: folder) {
      try console.write("\(path(".gitignore", in: folder)) leaves out \(StarterFiles.ignored)\n")
    }
    let root = folder == "." ? "" : " --root \(folder)"
    console.log("next: docgen build\(root), then look at \(path("site/index.html", in: folder))")
    if starter.repository.isEmpty {
      console.log("and set DOCGEN_REPOSITORY in .github/workflows/docs.yml")
    }
    return .clean
  }

  /// Refuses where `content/` or one of the files is there.
  private func requireRoom(for files: [String], in folder: String) throws(Diagnostic) {
    let present = (["content"] + files).map { path($0, in: folder) }
      .filter { FileManager.default.fileExists(atPath: $0) }
    guard present.isEmpty else {
      throw Diagnostic(
        .fileExists, "nothing is made, because there is \(present.joined(separator: ", "))",
        hint: "start in another folder, or move away what is in the way")
    }
  }

  private func write(_ text: String, to file: String, in folder: String) throws(Diagnostic) {
    let url = URL(filePath: path(file, in: folder))
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url, options: .withoutOverwriting)
    } catch {
      throw Diagnostic(
        .writeFailed, "\(path(file, in: folder)) cannot be made",
        hint: "check the folder's permissions and the free space")
    }
  }

  /// Adds a line to `.gitignore`, unless it has it; gives whether it did.
  private func ignore(_ line: String, in folder: String) throws(Diagnostic) -> Bool {
    let name = path(".gitignore", in: folder)
    guard let old = try? Data(contentsOf: URL(filePath: name)) else {
      try write(line + "\n", to: ".gitignore", in: folder)
      return true
    }
    let lines = String(decoding: old, as: UTF8.self).split(whereSeparator: \.isNewline)
    let equal = [line, String(line.dropFirst()), String(line.dropLast())]
    guard !lines.contains(where: { equal.contains(String($0)) }) else { return false }
    let gap = old.isEmpty || old.last == UInt8(ascii: "\n") ? "" : "\n"
    try FileReplacement(name).replace(Array(old), with: Array(old) + Array("\(gap)\(line)\n".utf8))
    return true
  }
}

extension StarterFiles {
  /// - Parameter source: `OWNER/NAME` or `OWNER/NAME@REVISION`.
  /// - Throws: `usage` at anything else.
  fileprivate init(source: String?) throws(Diagnostic) {
    guard let source else {
      self.init(repository: "", revision: nil)
      return
    }
    let form = #/([A-Za-z0-9_.\-]+/[A-Za-z0-9_.\-]+)(?:@([A-Za-z0-9_.\-/]+))?/#
    guard let match = source.wholeMatch(of: form) else {
      throw Diagnostic(
        .usage, "'\(source)' is no repository on GitHub",
        hint: "write --docgen OWNER/NAME, or OWNER/NAME@REVISION")
    }
    self.init(repository: String(match.1), revision: match.2.map(String.init))
  }
}
