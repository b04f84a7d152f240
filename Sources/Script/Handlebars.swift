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

  /// A name that a template speaks of, with where it stands.
  package struct Name: Hashable, Sendable {
    /// `phrases`, `next` of `{{phrases.next}}`, without what `@`, `this` and `..` lead to.
    package var parts: [String]
    /// Counted from 1, and from 0 in UTF-16 units.
    package var line: Int
    package var column: Int
  }

  /// The names in a template that are looked up in what it is filled in with: no helpers, partials, block
  /// parameters and names that a loop sets, such as `@index`.
  ///
  /// - Throws: Handlebars' complaint about the template's text, which names the line.
  package func names(in source: String) throws(ScriptError) -> [Name] {
    try host.call("docgenNames", [.string(source)]).split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ").map(String.init)
      guard parts.count > 2, let row = Int(parts[0]), let column = Int(parts[1]) else { return nil }
      return Name(parts: Array(parts[2...]), line: row, column: column)
    }
  }

  private static let glue = """
    var docgenTemplates = {};
    function docgenTemplate(name, source) {
      Handlebars.precompile(source);
      docgenTemplates[name] = Handlebars.compile(source, { strict: false });
      Handlebars.registerPartial(name, docgenTemplates[name]);
    }
    function docgenNames(source) {
      var found = [];
      function path(node, own) {
        if (!node || node.type !== "PathExpression" || !node.parts.length) return;
        var isRoot = node.data && node.parts[0] === "root";
        var parts = isRoot ? node.parts.slice(1) : node.data ? [] : node.parts;
        if (!parts.length || (!isRoot && own.indexOf(parts[0]) >= 0)) return;
        found.push([node.loc.start.line, node.loc.start.column].concat(parts).join(" "));
      }
      function call(node, own) {
        var hash = node.hash ? node.hash.pairs.map(function (pair) { return pair.value; }) : [];
        var params = (node.params || []).concat(hash);
        if (!params.length && node.path && node.type.indexOf("Partial") < 0) path(node.path, own);
        params.forEach(function (param) {
          if (param.type === "SubExpression") call(param, own); else path(param, own);
        });
      }
      function walk(program, own) {
        if (!program) return;
        own = own.concat(program.blockParams || []);
        program.body.forEach(function (node) {
          if (node.type.indexOf("Decorator") < 0) call(node, own);
          walk(node.program, own);
          walk(node.inverse, own);
        });
      }
      walk(Handlebars.parse(source), []);
      return found.join("\\n");
    }
    function docgenRender(name, data) {
      if (!Object.prototype.hasOwnProperty.call(docgenTemplates, name))
        throw new Error("no template " + name);
      return docgenTemplates[name](data);
    }
    """
}
