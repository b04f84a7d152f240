import Diagnostics
import Notation

/// Tells the formulas of the phrase of a rule from its words: `the derivative by X is A' times that by Y`.
struct RuleWording {
  private let style: TeXStyle

  init(style: TeXStyle) { self.style = style }

  /// The phrase with its formulas; nil where it holds none that can be read.
  func wording(_ phrase: String) -> Wording? {
    var parts: [Wording.Part] = []
    for run in Self.runs(of: phrase) {
      if run.isFormula, let formula = equation(run.text) {
        parts.append(.formula(formula))
      } else if case .words(let before)? = parts.last {
        parts[parts.count - 1] = .words(before + run.text)
      } else {
        parts.append(.words(run.text))
      }
    }
    let hasFormula = parts.contains { if case .formula = $0 { true } else { false } }
    return hasFormula ? Wording(parts: parts) : nil
  }

  // MARK: Runs

  private struct Run {
    var text: String
    var isFormula: Bool
  }

  /// The phrase in stretches of words and of what belongs to formulas; the blanks and commas between belong to
  /// the words.
  private static func runs(of phrase: String) -> [Run] {
    var runs: [Run] = []
    var formula: [Substring] = []
    func close() {
      guard !formula.isEmpty else { return }
      let text = formula.joined(separator: " ")
      let core = text.trimmingSuffix { ",.:".contains($0) }
      runs.append(Run(text: String(core), isFormula: true))
      runs.append(Run(text: text.dropFirst(core.count) + " ", isFormula: false))
      formula = []
    }
    for token in phrase.split(separator: " ") {
      let isOpen = depth(formula) > 0
      guard isOpen || isMathematical(token) || token == "-" && !formula.isEmpty else {
        close()
        runs.append(Run(text: token + " ", isFormula: false))
        continue
      }
      formula.append(token)
      if depth(formula) == 0, token.hasSuffix(",") || token.hasSuffix(":") { close() }
    }
    close()
    if let last = runs.last { runs[runs.count - 1].text = String(last.text.trimmingSuffix(" ")) }
    return runs
  }

  private static func depth(_ tokens: [Substring]) -> Int {
    tokens.joined().reduce(0) { "([".contains($1) ? $0 + 1 : ")]".contains($1) ? $0 - 1 : $0 }
  }

  private static func isMathematical(_ token: Substring) -> Bool {
    let core = token.trimmingSuffix { ",.:".contains($0) }
    if core.count == 1 { return core != "a" && core != "-" }
    if core.contains(where: { "()*'^/=[]".contains($0) }) { return true }
    return core.count == 2 && core.first == "d" && core.last?.isLetter == true
  }

  // MARK: Formulas

  /// A formula, or sides with equality signs between them.
  private func equation(_ text: String) -> Shown? {
    let sides = text.replacing(" = ", with: "\n").split(separator: "\n").map { side(String($0)) }
    guard !sides.isEmpty, !sides.contains(nil) else { return nil }
    return Shown(
      text: text, tex: sides.compactMap { $0 }.joined(separator: " = "))
  }

  /// The TeX of a side: of `d f(X)` and `d(A*X)` a differential, of `A X B` a product.
  private func side(_ text: String) -> String? {
    if text.hasPrefix("d ") || text.hasPrefix("d(") {
      let rest = String(text.dropFirst()).trimmingPrefix(" ")
      return side(String(rest)).map { #"\mathrm{d}\, "# + $0 }
    }
    let isProduct = text.split(separator: " ").allSatisfy {
      $0.count == 1 && $0.first?.isLetter == true
    }
    let source = isProduct ? text.replacing(" ", with: "*") : text
    guard let syntax = try? TextReader.read(SourceText(path: "", text: source)) else { return nil }
    var style = style
    for name in Set(source.matches(of: #/\bd([A-Za-z])\b/#).map { String($0.1) }) {
      style.names["d" + name] = #"\mathrm{d} "# + name
    }
    return syntax.tex(style)
  }
}

extension StringProtocol {
  /// Without what stands at its end.
  fileprivate func trimmingSuffix(_ isLeft: (Character) -> Bool) -> SubSequence {
    guard let last = lastIndex(where: { !isLeft($0) }) else { return self[startIndex..<startIndex] }
    return self[...last]
  }

  fileprivate func trimmingSuffix(_ character: Character) -> SubSequence {
    trimmingSuffix { $0 == character }
  }
}
