internal import Diagnostics
internal import MatrixCalculus
internal import Pages
internal import Script

/// Fenced code as markup with coloured tokens.
///
/// Holds a script host: one for each thread. highlight.js is loaded at the first block that names a
/// language.
final class CodeBlocks {
  private let host: ScriptHost
  private var highlighter: Result<Highlighter, Diagnostic>?

  init(_ host: ScriptHost) { self.host = host }

  /// A fenced block under its title, where it has one, with the lines marked that are to be.
  ///
  /// - Throws: `missingLibrary` where highlight.js is not installed.
  func markup(_ fence: Fence) throws(Diagnostic) -> HTML {
    let options = CodeOptions(fence)
    let text = fence.text.text
    let isPlain = options.language.isEmpty
    let tokens = isPlain ? nil : try tokens(text, language: options.language)
    let code = MarkedLines.marked((tokens ?? .text(text)).markup, options.lines)
    let block = Self.block(.raw(code), language: isPlain ? nil : options.language)
    guard let title = options.title else { return block }
    return .element(
      "figure", ["class": "listing"], .element("figcaption", [:], .text(title)), block)
  }

  /// Code in a language; plain where the language is unknown.
  func markup(_ code: String, language: String) throws(Diagnostic) -> HTML {
    guard !language.isEmpty else { return Self.block(.text(code), language: nil) }
    return Self.block(try tokens(code, language: language) ?? .text(code), language: language)
  }

  /// The tokens of code with their colours; nil where the language is unknown.
  func tokens(_ code: String, language: String) throws(Diagnostic) -> HTML? {
    try loaded().markup(code, language: language.lowercased()).map(HTML.raw)
  }

  /// The same where there is much code that few will open: words of the language in `<b>`, remarks and texts in
  /// `<i>`, and nothing else.
  func lean(_ code: String, language: String) throws(Diagnostic) -> HTML? {
    try loaded().markup(code, language: language.lowercased()).map { .raw(Self.lean($0)) }
  }

  private static func lean(_ markup: String) -> String {
    var open: [String] = []
    return markup.replacing(#/<span class="hljs-([^"]*)">|<\/span>/#) { tag in
      guard let kind = tag.1 else {
        return open.popLast().map { $0.isEmpty ? "" : "</\($0)>" } ?? ""
      }
      let name = kind == "keyword" ? "b" : ["comment", "string"].contains(kind) ? "i" : ""
      open.append(name)
      return name.isEmpty ? "" : "<\(name)>"
    }
  }

  private func loaded() throws(Diagnostic) -> Highlighter {
    let result =
      highlighter
      ?? Result { () throws(Diagnostic) in try Highlighter(host, notation: Self.words) }
    highlighter = result
    return try result.get()
  }

  private static func block(_ code: HTML, language: String?) -> HTML {
    .element("pre", [:], .element("code", ["class": language.map { "language-\($0)" }], code))
  }

  /// The words of `derive` blocks: what begins a statement, and the functions.
  private static let words = Highlighter.Words(
    keywords: [
      "as", "assume", "because", "deltas", "example", "gradient", "hessian", "jacobian", "network",
      "notation", "plot", "refuted", "scalar", "use", "wrt",
    ],
    functions: (Function.all.map(\.name) + MatrixFunctionFamily.names).sorted())
}
