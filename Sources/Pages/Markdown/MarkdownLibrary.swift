internal import CCmarkGFM

/// The library that reads Markdown.
package enum MarkdownLibrary {
  /// The version that runs, such as `0.29.0.gfm.6`.
  package static var version: String { String(cString: cmark_version_string()) }
}
