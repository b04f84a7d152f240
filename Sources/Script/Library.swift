package import Diagnostics
package import Foundation

/// A JavaScript library of the system, used as its package installs it.
package enum Library: String, CaseIterable, Hashable, Sendable {
  case katex
  case handlebars
  case highlight = "highlight.js"
  case lunr

  /// Where libraries are looked for, in this order.
  package static let folders = [
    "/usr/share/javascript", "/usr/local/share/javascript", "/opt/homebrew/share/javascript",
  ]

  /// The file's path under one of the folders.
  var fileName: String {
    switch self {
    case .katex: "katex/katex.min.js"
    case .handlebars: "handlebars/handlebars.js"
    case .highlight: "highlight.js/highlight.min.js"
    case .lunr: "lunr/lunr.min.js"
    }
  }

  /// The Debian package that brings it.
  var package: String { "libjs-\(rawValue)" }

  /// The folder the library's files are in.
  ///
  /// - Throws: `missingLibrary` where no folder has its script.
  package func folder(in folders: [String] = Self.folders) throws(Diagnostic) -> URL {
    for folder in folders {
      let script = URL(fileURLWithPath: folder).appendingPathComponent(fileName)
      if FileManager.default.isReadableFile(atPath: script.path) {
        return script.deletingLastPathComponent()
      }
    }
    throw Diagnostic(
      .missingLibrary, "\(fileName) is not in \(folders.joined(separator: ", "))",
      hint: "run .ci/setup, which installs \(package)")
  }

  /// The library's script.
  ///
  /// - Throws: `missingLibrary` where it is absent or not readable as UTF-8.
  package func script(in folders: [String] = Self.folders) throws(Diagnostic) -> String {
    let file = try folder(in: folders).appendingPathComponent(
      URL(fileURLWithPath: fileName).lastPathComponent)
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      throw Diagnostic(
        .missingLibrary, "\(file.path) cannot be read as UTF-8",
        hint: "run .ci/setup, which installs \(package)")
    }
    return text
  }
}

extension ScriptHost {
  /// Runs a system library and the functions that make it callable; once for each host.
  ///
  /// - Parameter glue: our own script that defines the global functions to call.
  /// - Throws: `missingLibrary` where it is absent or does not run.
  func load(_ library: Library, glue: String, in folders: [String]) throws(Diagnostic) {
    let text = try library.script(in: folders)
    do throws(ScriptError) {
      try run(text, name: library.fileName)
      try run(glue, name: "docgen")
    } catch {
      throw Diagnostic(
        .missingLibrary, "\(library.fileName) does not run: \(error.message)",
        hint: "run .ci/setup, which installs \(library.package)")
    }
  }
}
