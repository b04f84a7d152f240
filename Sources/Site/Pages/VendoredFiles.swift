internal import Diagnostics
internal import Foundation
internal import Script

/// Files of system libraries that pages need in the reader's browser.
enum VendoredFiles {
  /// KaTeX's stylesheet and its WOFF2 fonts, under `vendor/katex/`.
  ///
  /// - Throws: `missingLibrary` where they are not installed.
  static func katex() throws(Diagnostic) -> [OutputFile] {
    let folder = try Library.katex.folder()
    let fonts = folder.appendingPathComponent("fonts")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: fonts.path)) ?? []
    let paths = ["katex.min.css"] + names.filter { $0.hasSuffix(".woff2") }.map { "fonts/\($0)" }
    return try paths.sorted().map { (path) throws(Diagnostic) in
      guard let data = try? Data(contentsOf: folder.appendingPathComponent(path)) else {
        throw Diagnostic(
          .missingLibrary, "KaTeX's \(path) cannot be read", hint: "run .ci/setup")
      }
      return OutputFile(path: "vendor/katex/\(path)", bytes: [UInt8](data))
    }
  }
}
