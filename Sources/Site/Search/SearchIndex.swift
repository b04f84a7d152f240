internal import Diagnostics
internal import Script

/// The files of a site's search: the index, the dialog and lunr.
enum SearchIndex {
  /// What the terms of texts and formulas are.
  static let terms = String(decoding: PackageResources.search_terms_js, as: UTF8.self)
  /// How a question is answered from the index.
  static let query = String(decoding: PackageResources.search_query_js, as: UTF8.self)
  private static let dialog = String(decoding: PackageResources.search_js, as: UTF8.self)

  /// - Parameter sections: all sections of the site, in order.
  /// - Throws: `missingLibrary` where lunr is not installed.
  /// - Complexity: linear in the sections.
  static func files(_ sections: [SearchSection]) throws(Diagnostic) -> [OutputFile] {
    let indexer = try SearchIndexer(ScriptHost(), terms: terms)
    let index: String
    do throws(ScriptError) {
      for section in sections { try indexer.add(section.data) }
      index = try indexer.written()
    } catch {
      throw Diagnostic(.internalError, "the search index cannot be written: \(error.message)")
    }
    return [
      OutputFile(path: "docgen-index.js", text: "docgenSearch.index(\(index));\n"),
      OutputFile(
        path: "docgen-search.js", bytes: CompactText.script(Array((terms + query + dialog).utf8))),
      OutputFile(path: "vendor/lunr/lunr.min.js", text: try Library.lunr.script()),
    ]
  }
}
