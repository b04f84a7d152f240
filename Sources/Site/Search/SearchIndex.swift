internal import Diagnostics
internal import Script

/// The files of a site's search: the texts, from which the browser makes the index, the dialog and lunr.
enum SearchIndex {
  /// What the terms of texts and formulas are, and how texts are written in few bytes.
  static let terms = text(PackageResources.search_terms_js) + text(PackageResources.search_texts_js)
  /// How the index is made from the texts, and how a question is answered from it.
  static let query = text(PackageResources.search_index_js) + text(PackageResources.search_query_js)
  private static let writer = text(PackageResources.search_writer_js)
  private static let dialog = text(PackageResources.search_js)

  /// - Parameter sections: all sections of the site, in order.
  /// - Throws: `missingLibrary` where lunr is not installed.
  /// - Complexity: linear in the sections.
  static func files(_ sections: [SearchSection]) throws(Diagnostic) -> [OutputFile] {
    [
      OutputFile(path: "docgen-index.js", text: "docgenSearch.index(\(try texts(sections)));\n"),
      OutputFile(
        path: "docgen-search.js", bytes: CompactText.script(Array((terms + query + dialog).utf8))),
      OutputFile(path: "vendor/lunr/lunr.min.js", text: try Library.lunr.script()),
    ]
  }

  /// The sections as JSON.
  private static func texts(_ sections: [SearchSection]) throws(Diagnostic) -> String {
    let host = ScriptHost()
    do throws(ScriptError) {
      try host.run(terms + writer + "var writer = docgenWriter();", name: "docgen")
      try host.run("function add(section) { return writer.add(section); }", name: "docgen")
      try host.run("function written() { return writer.written(); }", name: "docgen")
      for section in sections { _ = try host.call("add", [section.data]) }
      return try host.call("written", [])
    } catch {
      throw Diagnostic(.internalError, "the search index cannot be written: \(error.message)")
    }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
