package import Diagnostics

/// Code coloured by the system's highlight.js.
package struct Highlighter {
  private let host: ScriptHost

  /// Loads highlight.js into a host.
  ///
  /// - Throws: `missingLibrary` where it is not installed.
  package init(_ host: ScriptHost, in folders: [String] = Library.folders) throws(Diagnostic) {
    self.host = host
    do throws(ScriptError) {
      try host.run("var window = this; var self = this;", name: "docgen")
    } catch {
      throw Diagnostic(.internalError, error.message)
    }
    try host.load(.highlight, glue: Self.glue, in: folders)
  }

  /// Code as HTML with a class for each kind of token.
  ///
  /// - Returns: the markup; nil where the language is unknown or the code is too long.
  /// - Complexity: linear in the code in the grammars of common languages.
  package func markup(_ code: String, language: String) -> String? {
    guard code.utf8.count <= Self.longest else { return nil }
    let markup = try? host.call("docgenHighlight", [.string(code), .string(language)])
    return markup.flatMap { $0.isEmpty && !code.isEmpty ? nil : $0 }
  }

  /// The longest code that is coloured, in bytes.
  private static let longest = 200_000

  private static let glue = """
    function docgenHighlight(code, language) {
      return hljs.getLanguage(language) ? hljs.highlight(language, code, true).value : "";
    }
    """
}
