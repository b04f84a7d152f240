import Diagnostics
import MatrixCalculus
import Notation

/// Tells the formulas in what is said of a mistake from its words: `W' where W belongs`.
struct CauseWording {
  let style: TeXStyle
  /// The notation of the author, in which the formulas stand.
  let dialect: Dialect

  /// The phrase with its formulas; nil where it holds none that can be read.
  func wording(_ phrase: String) -> Wording? {
    var parts: [Wording.Part] = []
    for (text, isFormula) in runs(of: phrase) {
      if isFormula, let formula = formula(text) {
        parts.append(.formula(formula))
      } else if case .words(let before)? = parts.last {
        parts[parts.count - 1] = .words(before + text)
      } else {
        parts.append(.words(text))
      }
    }
    let hasFormula = parts.contains { if case .formula = $0 { true } else { false } }
    return hasFormula ? Wording(parts: parts) : nil
  }

  // MARK: Runs

  /// The phrase in stretches of words and of what may be formulas; the blanks and stops between belong to the
  /// words.
  private func runs(of phrase: String) -> [(text: String, isFormula: Bool)] {
    var runs: [(text: String, isFormula: Bool)] = []
    var open: [Substring] = []
    func close() {
      guard !open.isEmpty else { return }
      let text = open.joined(separator: " ")
      let core = Self.core(text)
      runs.append((core, true))
      runs.append((text.dropFirst(core.count) + " ", false))
      open = []
    }
    let tokens = phrase.split(separator: " ", omittingEmptySubsequences: false)
    for (place, token) in tokens.enumerated() {
      let next = place + 1 < tokens.count ? Self.core(tokens[place + 1]) : nil
      guard Self.depth(open) > 0 || !isWord(Self.core(token), before: next) else {
        close()
        runs.append((token + " ", false))
        continue
      }
      open.append(token)
      if Self.depth(open) == 0, Self.core(token) != String(token) { close() }
    }
    close()
    if let last = runs.last { runs[runs.count - 1].text = String(last.text.dropLast()) }
    return runs
  }

  private static func core(_ token: some StringProtocol) -> String {
    var core = String(token)
    while let last = core.last, ",;:".contains(last) { core.removeLast() }
    return core
  }

  private static func depth(_ tokens: [Substring]) -> Int {
    tokens.joined().reduce(0) { "([{".contains($1) ? $0 + 1 : ")]}".contains($1) ? $0 - 1 : $0 }
  }

  private func isWord(_ token: String, before next: String?) -> Bool {
    if token == "a" {
      return next.map { Self.words.contains($0) && !Self.verbs.contains($0) } ?? false
    }
    return token.isEmpty || token.contains("×") || Self.words.contains(token)
  }

  /// What stands behind a name, where an article cannot.
  private static let verbs: Set = [
    "where", "belongs", "belong", "is", "are", "and", "has", "stands", "stand", "goes",
  ]

  private static let words: Set = [
    "a", "activation", "adjugate", "all", "alone", "along", "an", "and", "another", "are",
    "around", "as", "asks", "assume", "back", "be", "before", "behind", "belong", "belongs",
    "both", "brackets", "but", "by", "claim", "claimed", "column", "columns", "commuted",
    "convention", "counted", "cube", "declared", "definite", "denominator", "derivative",
    "diagonal", "differ", "difference", "different", "divided", "divisor", "does", "each",
    "entries", "entry", "entrywise", "exchanged", "exponent", "factor", "factors", "fifth",
    "first", "for", "formula", "fourth", "free", "front", "function", "goes", "gradient", "has",
    "have", "here", "holds", "if", "image", "in", "inner", "input", "instead", "inverse",
    "invertible", "is", "it", "its", "layer", "layers", "layout", "left", "like", "lower", "made",
    "many", "matrices", "matrix", "meant", "mended", "minus", "mirror", "missing", "moves",
    "negative", "no", "not", "number", "numerator", "occurs", "of", "off", "on", "once", "one",
    "only", "or", "order", "orthogonal", "other", "outside", "page", "place", "places", "plus",
    "positive", "power", "product", "proved", "quotient", "reciprocal", "respect", "right",
    "root", "row", "rows", "same", "second", "semidefinite", "shape", "shapes", "share", "shares",
    "side", "sides", "sign", "sixth", "size", "skew", "so", "square", "squared", "stand",
    "stands", "subtracted", "sum", "symmetric", "takes", "term", "terms", "that", "the", "their",
    "them", "there", "these", "they", "third", "this", "times", "to", "too", "transpose",
    "transposed", "treats", "triangular", "true", "twice", "undefined", "under", "upper",
    "variable", "verified", "weight", "where", "which", "whole", "with", "within", "without",
    "wrong",
  ]

  // MARK: Formulas

  private func formula(_ text: String) -> Shown? {
    if let sign = sign(text) { return Shown(text: text, tex: sign) }
    guard dialect == .text else { return Shown(text: text, tex: text) }
    if text.hasPrefix("+ ") {
      return formula(String(text.dropFirst(2))).map { Shown(text: text, tex: "+ " + $0.tex) }
    }
    guard let syntax = try? TextReader.read(SourceText(path: "", text: text)), isKnown(syntax)
    else { return nil }
    return Shown(text: text, tex: syntax.tex(style))
  }

  /// An operation by itself.
  private func sign(_ text: String) -> String? {
    switch text {
    case "-", "+": text
    case ".*": style.hadamard
    case "./": #"\oslash"#
    default: nil
    }
  }

  /// Whether a word by itself is the name of something.
  private func isKnown(_ syntax: Syntax) -> Bool {
    guard case .name(let name) = syntax.kind, name.count > 1 else { return true }
    return !style.own.isFree(name) || Function.named(name) != nil
      || MatrixFunction.named(name) != nil
  }
}
