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

  /// A fenced block; its language is the fence's first word.
  ///
  /// - Throws: `missingLibrary` where highlight.js is not installed.
  func markup(_ fence: Fence) throws(Diagnostic) -> HTML {
    try markup(fence.text.text, language: fence.word)
  }

  /// Code in a language; plain where the language is unknown.
  func markup(_ code: String, language: String) throws(Diagnostic) -> HTML {
    guard !language.isEmpty else { return Self.block(.text(code), language: nil) }
    let markup = try loaded().markup(code, language: language.lowercased())
    return Self.block(markup.map(HTML.raw) ?? .text(code), language: language)
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
