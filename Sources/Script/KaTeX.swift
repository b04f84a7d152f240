package import Diagnostics

/// TeX to MathML or HTML by the system's KaTeX.
package struct KaTeX {
  /// What a formula becomes.
  package enum Output: String, Hashable, Sendable {
    /// MathML alone.
    case mathML = "mathml"
    /// KaTeX's own HTML with MathML for screen readers beside it.
    case html = "htmlAndMathml"
  }

  private let host: ScriptHost

  /// The TeX of a row's number, for the last cell of the row; between it and the formula stands an empty one.
  package static func rowNumber(_ text: String) -> String {
    #"\text{"# + MathMLNode.numberMark + text + "}"
  }

  /// Loads KaTeX into a host.
  ///
  /// - Throws: `missingLibrary` where KaTeX is not installed.
  package init(_ host: ScriptHost, in folders: [String] = Library.folders) throws(Diagnostic) {
    self.host = host
    try host.load(.katex, glue: Self.glue, in: folders)
  }

  /// A formula as a `<math>` element that carries its TeX as an annotation.
  ///
  /// - Parameters:
  ///   - tex: the formula without delimiters.
  ///   - display: whether it stands on a line of its own.
  ///   - marked: the same formula where `\docgenlayer{3}{…}` says that a part is of layer 3.
  ///   - macros: expansions by macro name, such as `\R`.
  /// - Throws: what KaTeX cannot read, and where.
  package func mathML(
    _ tex: String, marked: String? = nil, display: Bool, macros: [String: String] = [:]
  ) throws(FormulaError) -> String {
    let html = try render(marked ?? tex, display: display, output: .mathML, macros: macros)
    guard let math = MathMLReader.math(in: html) else { throw .tooDeep }
    let mended = math.mended()
    return (marked == nil ? mended : mended.annotated(tex)).text
  }

  /// A formula as KaTeX's HTML; needs KaTeX's stylesheet and fonts in the page.
  ///
  /// - Throws: what KaTeX cannot read, and where.
  package func html(
    _ tex: String, display: Bool, macros: [String: String] = [:]
  ) throws(FormulaError) -> String {
    try render(tex, display: display, output: .html, macros: macros)
  }

  private func render(
    _ tex: String, display: Bool, output: Output, macros: [String: String]
  ) throws(FormulaError) -> String {
    guard tex.utf8.count <= Self.longest else {
      var error = FormulaError(
        "the formula is longer than \(Self.longest) bytes", offset: Self.longest)
      error.isTooLarge = true
      throw error
    }
    guard Self.depth(of: tex) <= Self.deepest else { throw .tooDeep }
    let expansions = JSONValue.object(macros.mapValues { .string($0) })
    do throws(ScriptError) {
      return try host.call(
        "docgenFormula", [.string(tex), .bool(display), .string(output.rawValue), expansions])
    } catch {
      throw FormulaError(error, in: tex)
    }
  }

  /// The longest formula that is tried, in bytes; KaTeX's time is linear in it.
  private static let longest = 100_000
  /// How deep braces may be nested: far below what the engine's own stack holds, which it does not guard.
  private static let deepest = 200

  /// How deep braces are nested, macros aside.
  private static func depth(of tex: String) -> Int {
    var depth = 0
    var most = 0
    for byte in tex.utf8 {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      most = max(most, depth)
    }
    return most
  }

  /// What MathJax and LaTeX read and KaTeX does not is put in forms of the same length that it reads, so
  /// that places stay what they are: labels, `eqnarray`, `flalign`, `multline`, and `x_\boldsymbol{y}`
  /// without braces around its script.
  private static let glue = """
    var docgenEnvironments = {
      "eqnarray": "align*", "eqnarray*": "align*", "flalign": "align*", "flalign*": "align*",
      "multline": "gather*", "multline*": "gather*", "displaymath": "gather*", "math": "split"
    };
    var docgenMacros = {
      "\\\\docgenlayer": "{\\\\text{\(MathMLNode.layerMark)#1}#2}",
      "\\\\mathbbm": "\\\\mathbb{#1}", "\\\\mathds": "\\\\mathbb{#1}",
      "\\\\@": "\\\\boldsymbol{#1}", "\\\\nicefrac": "{#1}/{#2}", "\\\\sfrac": "{#1}/{#2}"
    };
    function docgenMended(tex) {
      return tex
        .replace(/\\\\label\\s*\\{[^{}]*\\}/g, function (all) { return " ".repeat(all.length); })
        .replace(/([_^])\\s*\\\\(boldsymbol|operatorname)\\s*\\{([^{}]*)\\}/g, function (all, sign, word, inner) {
          var short = { boldsymbol: "\\\\bm", operatorname: "\\\\mathrm" }[word];
          return (sign + "{" + short + "{" + inner + "}}").padEnd(all.length);
        })
        .replace(/([_^])\\\\(bm|pmb)\\{([A-Za-z0-9])\\}/g, "$1{\\\\@ $3}")
        .replace(/\\\\(begin|end)\\{([a-z]+\\*?)\\}/g, function (all, word, name) {
          var known = Object.prototype.hasOwnProperty.call(docgenEnvironments, name);
          var mended = known ? "\\\\" + word + "{" + docgenEnvironments[name] + "}" : all;
          return mended.length > all.length ? mended : mended.padEnd(all.length);
        });
    }
    function docgenRefuse(use) {
      throw new katex.ParseError(use.command + "\(FormulaError.refusal)");
    }
    function docgenFormula(tex, display, output, macros) {
      return katex.renderToString(docgenMended(tex), {
        displayMode: display, output: output, macros: Object.assign({}, docgenMacros, macros), throwOnError: true,
        strict: false, trust: docgenRefuse, maxSize: 40, maxExpand: 1000
      });
    }
    """
}
