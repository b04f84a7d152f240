internal import Diagnostics
internal import Script

/// The templates and files that every site has.
struct Theme: Sendable {
  /// The template of a page and those it includes, by name.
  static let templates = [
    "page": PackageResources.page_hbs,
    "navigation": PackageResources.navigation_hbs,
  ]

  /// The files that pages refer to.
  static let files = [
    OutputFile(path: "docgen.css", bytes: PackageResources.docgen_css),
    OutputFile(path: "docgen.js", bytes: PackageResources.docgen_js),
    OutputFile(path: "docgen-reading.js", bytes: PackageResources.reading_js),
    OutputFile(path: "docgen.svg", bytes: PackageResources.docgen_svg),
  ]

  /// The templates, compiled into a host.
  ///
  /// - Throws: `missingLibrary` where Handlebars is not installed; `internalError` where a template
  ///   is wrong.
  static func compile(_ host: ScriptHost) throws(Diagnostic) -> Handlebars {
    let handlebars = try Handlebars(host)
    for (name, bytes) in templates.sorted(by: { $0.key < $1.key }) {
      do throws(ScriptError) {
        try handlebars.compile(name, String(decoding: bytes, as: UTF8.self))
      } catch {
        throw Diagnostic(.internalError, "template \(name): \(error.message)")
      }
    }
    return handlebars
  }
}
