package import Diagnostics

/// Code coloured by the system's highlight.js.
package struct Highlighter {
  private let host: ScriptHost

  /// The words of our own notation.
  package struct Words: Hashable, Sendable {
    /// What begins or joins statements.
    package var keywords: [String]
    package var functions: [String]

    package init(keywords: [String] = [], functions: [String] = []) {
      self.keywords = keywords
      self.functions = functions
    }
  }

  /// Loads highlight.js into a host.
  ///
  /// - Parameter notation: the words of the language `derive`.
  /// - Throws: `missingLibrary` where it is not installed.
  package init(
    _ host: ScriptHost, notation: Words = Words(), in folders: [String] = Library.folders
  ) throws(Diagnostic) {
    self.host = host
    do throws(ScriptError) {
      try host.run("var window = this; var self = this;", name: "docgen")
    } catch {
      throw Diagnostic(.internalError, error.message)
    }
    try host.load(.highlight, glue: Self.glue, in: folders)
    do throws(ScriptError) {
      let words = [notation.keywords, notation.functions].map { list in
        JSONValue.string(list.joined(separator: " "))
      }
      _ = try host.call("docgenNotation", words)
    } catch {
      throw Diagnostic(.internalError, error.message)
    }
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
    function docgenNotation(keywords, functions) {
      hljs.registerLanguage("derive", function (hljs) {
        return {
          keywords: { keyword: keywords, built_in: functions },
          contains: [
            hljs.HASH_COMMENT_MODE,
            { className: "string", begin: '"', end: '"', illegal: "\\\\n" },
            { className: "number", begin: "\\\\b[0-9]+(\\\\.[0-9]+)?" }
          ]
        };
      });
    }
    function docgenHighlight(code, language) {
      if (!hljs.getLanguage(language)) return "";
      var kept = [];
      // What only groups tokens has no colour.
      return hljs.highlight(language, code, true).value
        .replace(/<span class="([^"]*)">|<\\/span>/g, function (tag, kind) {
          if (kind === undefined) return kept.pop() ? tag : "";
          kept.push(!/^hljs-(function|params|subst|formula)$/.test(kind));
          return kept[kept.length - 1] ? tag : "";
        });
    }
    """
}
