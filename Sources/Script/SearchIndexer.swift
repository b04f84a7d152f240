package import Diagnostics

/// A search index by the system's lunr.
package struct SearchIndexer {
  private let host: ScriptHost

  /// Loads lunr into a host.
  ///
  /// - Parameter terms: the script that says what the terms of a text are; it defines `docgenIndexer`.
  /// - Throws: `missingLibrary` where lunr is not installed.
  package init(
    _ host: ScriptHost, terms: String, in folders: [String] = Library.folders
  ) throws(Diagnostic) {
    self.host = host
    try host.load(.lunr, glue: terms + "\nvar docgenIndex = docgenIndexer(lunr);", in: folders)
    do throws(ScriptError) {
      try host.run("function docgenAdd(s) { return docgenIndex.add(s); }", name: "docgen")
      try host.run("function docgenWritten() { return docgenIndex.written(); }", name: "docgen")
    } catch {
      throw Diagnostic(.internalError, error.message)
    }
  }

  /// Takes a section in.
  package func add(_ section: JSONValue) throws(ScriptError) {
    _ = try host.call("docgenAdd", [section])
  }

  /// The index of all sections as JSON.
  package func written() throws(ScriptError) -> String {
    try host.call("docgenWritten", [])
  }
}
