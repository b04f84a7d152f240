internal import Diagnostics
internal import Script

/// The templates and files that every site has, with what the site's owner puts in their place.
struct Theme: Sendable {
  private struct Template {
    var text: [UInt8]
    /// As the reader would type its path; nil where it is ours.
    var path: String?

    /// What is wrong with one of the owner's, and whether Handlebars can read it at all.
    func examine() throws(Diagnostic) -> (isReadable: Bool, faults: [Diagnostic]) {
      let handlebars = try Handlebars(ScriptHost())
      let text = String(decoding: text, as: UTF8.self)
      do throws(ScriptError) {
        try handlebars.compile("template", text)
        return (true, try TemplateNames.faults(in: text, path ?? "", handlebars))
      } catch {
        return (false, complaint(error).map { [$0] } ?? [])
      }
    }

    /// What is wrong with it, at the line that Handlebars names; nil for one of ours.
    func complaint(_ error: ScriptError) -> Diagnostic? {
      let lines = error.message.split(separator: "\n").map(String.init)
      let line = lines.first?.firstMatch(of: #/on line (\d+)/#).flatMap { Int($0.1) } ?? 1
      return path.map { path in
        Diagnostic(
          .configuration, "the template cannot be used: \(lines.last ?? error.message)",
          at: SourceLocation(path: path, line: line, column: 1, endColumn: 1),
          hint: "mend it, or remove it so that docgen's own is used")
      }
    }
  }

  /// By name.
  private let templates: [String: Template]
  /// The files that pages refer to, by path.
  let files: [OutputFile]

  /// The folder of the owner's files within `content/`.
  static let folder = "_theme/"

  /// - Parameters:
  ///   - own: the files of `content/_theme/`: a template takes the place of ours, any other file that of ours
  ///     of the same path, or is added to the site.
  ///   - faults: takes an `unknownKey` at a template that nothing uses and at names that mean nothing, and
  ///     `configuration` at one that cannot be read: ours stands in for it, so that the rest of the site is
  ///     looked at all the same.
  /// - Throws: `missingLibrary` where Handlebars is not installed.
  init(_ own: [ContentFile], faults: inout [Diagnostic]) throws(Diagnostic) {
    var templates = Self.templates.mapValues { Template(text: $0) }
    var files = Self.files
    for file in own {
      let path = String(file.path.dropFirst(Self.folder.count))
      guard path.hasSuffix(".hbs") else {
        files[path] = file.bytes
        continue
      }
      let name = String(path.dropLast(4))
      guard templates[name] != nil else {
        faults.append(Self.unused(name, file))
        continue
      }
      let template = Template(text: file.bytes, path: file.shownPath)
      let found = try template.examine()
      faults += found.faults
      if found.isReadable { templates[name] = template }
    }
    self.templates = templates
    self.files = files.sorted { $0.key < $1.key }.map { OutputFile(path: $0.key, bytes: $0.value) }
  }

  /// Whether the owner adds a stylesheet.
  var hasCustomStyle: Bool { files.contains { $0.path == "custom.css" } }
  /// Whether the owner adds a script.
  var hasCustomScript: Bool { files.contains { $0.path == "custom.js" } }

  fileprivate static let templates = [
    "page": PackageResources.page_hbs, "head": PackageResources.head_hbs,
    "navigation": PackageResources.navigation_hbs, "footer": PackageResources.footer_hbs,
    "redirect": PackageResources.redirect_hbs,
  ]

  private static let files = [
    "docgen.css": CompactText.css(PackageResources.docgen_css),
    PageStyles.code: CompactText.css(PackageResources.code_css),
    PageStyles.blocks: CompactText.css(PackageResources.blocks_css),
    PageStyles.claims: CompactText.css(PackageResources.claims_css),
    "docgen-search.css": CompactText.css(PackageResources.search_css),
    "docgen.js": CompactText.script(PackageResources.docgen_js),
    "docgen-reading.js": CompactText.script(PackageResources.reading_js),
    "docgen-folders.css": CompactText.css(PackageResources.folders_css),
    "docgen-folders.js": CompactText.script(PackageResources.folders_js),
    "docgen.svg": PackageResources.docgen_svg,
  ]

  private static func unused(_ name: String, _ file: ContentFile) -> Diagnostic {
    Diagnostic(
      .unknownKey, "no template is called \(name)",
      at: SourceLocation(path: file.shownPath, line: 1, column: 1, endColumn: 1),
      hint: nearest(name, in: templates.keys).map { "did you mean \($0).hbs?" }
        ?? "the templates are \(templates.keys.sorted().joined(separator: ", "))")
  }

  /// The templates, compiled into a host.
  ///
  /// - Throws: `missingLibrary` where Handlebars is not installed; `configuration` at a template of the
  ///   owner that is wrong, `internalError` at one of ours; `unknownKey` at names that mean nothing.
  func compile(_ host: ScriptHost) throws(Diagnostic) -> Handlebars {
    let handlebars = try Handlebars(host)
    var faults: [Diagnostic] = []
    for (name, template) in templates.sorted(by: { $0.key < $1.key }) {
      do throws(ScriptError) {
        let text = String(decoding: template.text, as: UTF8.self)
        try handlebars.compile(name, text)
        if let path = template.path {
          faults += try TemplateNames.faults(in: text, path, handlebars)
        }
      } catch {
        throw complaint(about: name, error)
      }
    }
    if let all = Diagnostic(all: faults) { throw all }
    return handlebars
  }

  /// What is wrong with a template, at the line that Handlebars names.
  func complaint(about name: String, _ error: ScriptError) -> Diagnostic {
    templates[name]?.complaint(error)
      ?? Diagnostic(
        .internalError, "template \(name): \(error.message.split(separator: "\n").last ?? "")")
  }
}

/// Docgen's own templates.
package enum OwnTemplates {
  /// The template of a file name such as `footer.hbs`; nil where there is none.
  package static func text(_ file: String) -> String? {
    guard file.hasSuffix(".hbs") else { return nil }
    return Theme.templates[String(file.dropLast(4))].map { String(decoding: $0, as: UTF8.self) }
  }

  /// Their file names, sorted.
  package static var files: [String] { Theme.templates.keys.map { "\($0).hbs" }.sorted() }
}
