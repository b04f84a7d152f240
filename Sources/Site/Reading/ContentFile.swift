/// A file of the content folder.
package struct ContentFile: Hashable, Sendable {
  /// The path within `content/`.
  package var path: String
  /// The path as the reader would type it: `content/` and the path within.
  package var shownPath: String
  package var bytes: [UInt8]

  /// Whether this is a page rather than a file that is copied.
  package var isPage: Bool { path.hasSuffix(".md") }

  /// Whether this is a Jupyter notebook: copied as it is, and checked where its cells declare names.
  package var isNotebook: Bool { path.hasSuffix(".ipynb") }

  package init(path: String, shownPath: String, bytes: [UInt8]) {
    self.path = path
    self.shownPath = shownPath
    self.bytes = bytes
  }
}
