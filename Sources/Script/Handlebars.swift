package import Diagnostics

/// Page templates by the system's Handlebars.
///
/// `{{name}}` is escaped for HTML; `{{{name}}}` is not. Templates may include each other as
/// partials by name: `{{> navigation}}`.
package struct Handlebars {
  private let host: ScriptHost

  /// Loads Handlebars into a host.
  ///
  /// - Throws: `missingLibrary` where Handlebars is not installed.
  package init(_ host: ScriptHost, in folders: [String] = Library.folders) throws(Diagnostic) {
    self.host = host
    try host.load(.handlebars, glue: Self.glue, in: folders)
  }

  /// Takes a template in under a name, for `render` and as a partial.
  ///
  /// - Throws: Handlebars' complaint about the template's text, which names the line.
  package func compile(_ name: String, _ source: String) throws(ScriptError) {
    _ = try host.call("docgenTemplate", [.string(name), .string(source)])
  }

  /// A template filled in.
  ///
  /// - Throws: that no template has the name, or what went wrong while it was filled in.
  package func render(_ name: String, _ data: JSONValue) throws(ScriptError) -> String {
    try host.call("docgenRender", [.string(name), data])
  }

  private static let glue = """
    var docgenTemplates = {};
    function docgenTemplate(name, source) {
      Handlebars.precompile(source);
      docgenTemplates[name] = Handlebars.compile(source, { strict: false });
      Handlebars.registerPartial(name, docgenTemplates[name]);
    }
    function docgenRender(name, data) {
      if (!Object.prototype.hasOwnProperty.call(docgenTemplates, name))
        throw new Error("no template " + name);
      return docgenTemplates[name](data);
    }
    """
}
