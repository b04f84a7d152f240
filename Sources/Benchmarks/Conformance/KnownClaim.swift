import Derivations
import Foundation
import Pages
import Proof

/// A claim of known truth in one line of a JSONL file, as a page in text or in LaTeX.
struct KnownClaim: Decodable, Sendable {
  struct Variable: Decodable, Sendable {
    let shape: [String]
    let props: [String]
    let domain: [Double]?
    let colsum: Int?
  }

  /// One side of a derivation.
  struct Step: Decodable, Sendable {
    let lhs: String?
    let text: String?
    let f: String?
    let wrt: String?
    let hold: [String]?
  }

  let id: String
  let kind: String
  let vars: [String: Variable]
  let dim_order: [[String]]?
  let defs: [String: String]?
  let latex_vars: [String: String]?
  let f: String
  let latex_f: String?
  let wrt: String?
  let claim: String
  let latex_claim: String
  let truth: Bool
  let target: String?
  let steps_latex: [Step]?
}

extension KnownClaim {
  enum Notation: String, CaseIterable, Sendable { case text, latex }

  /// What the check of its page says.
  enum Answer: Sendable { case right, wrong, open }

  /// The claims of a file.
  static func read(_ path: String) throws -> [KnownClaim] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let decoder = JSONDecoder()
    return try text.split(separator: "\n").map {
      try decoder.decode(KnownClaim.self, from: Data($0.utf8))
    }
  }

  /// Whether the notation can say it: a derivation with a differential, or with functions of its steps,
  /// is written in LaTeX only.
  func isSayable(in notation: Notation) -> Bool {
    notation == .latex
      || (steps_latex ?? []).allSatisfy {
        $0.lhs != "differential" && $0.f == nil && $0.wrt == nil && $0.hold == nil
      }
  }

  /// Right where a true claim holds in all its parts, or a part of a false one is refuted.
  func answer(in notation: Notation) throws -> Answer {
    let verdicts = try PageChecker.check(page(in: notation)).claims.map(\.judgement.verdict)
    let holds = !verdicts.isEmpty && verdicts.allSatisfy(\.holds)
    let isRefuted = verdicts.contains(.refuted)
    if truth { return holds ? .right : isRefuted ? .wrong : .open }
    return isRefuted ? .right : holds ? .wrong : .open
  }

  /// The claim as a page with one block.
  func page(in notation: Notation) throws -> Page {
    try Page(path: id, bytes: Array(markdown(notation).utf8))
  }

  private func markdown(_ notation: Notation) -> String {
    let lines = declarations + (notation == .text ? statements : [])
    let block = "```derive row\n\(lines.joined(separator: "\n"))\n```\n"
    guard notation == .latex else { return block }
    let isIdentity = (kind == "step" ? target : kind) == "identity"
    let function = isIdentity ? nil : latex_f.map { "\n$$\n\($0)\n$$\n" }
    return block + (function ?? "") + "\n<!-- check -->\n\n$$\n\(latex_claim)\n$$\n"
  }

  private var declarations: [String] {
    let variables = vars.sorted { $0.key < $1.key }.map(KnownClaim.declaration)
    let orders = (dim_order ?? []).map { "assume \($0[1]) <= \($0[0])" }
    let symbols = (latex_vars ?? [:]).sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.hasPrefix("@") ? String($0.value.dropFirst()) : $0.value) }
      .filter { $0 != $1 }.map { "notation \($0) = \($1)" }
    return variables + orders + symbols + definitions
  }

  private static func declaration(_ name: String, _ variable: Variable) -> String {
    let isColumn = variable.shape.count == 2 && variable.shape[1] == "1"
    let shape =
      variable.shape.isEmpty
      ? "scalar"
      : "(\((isColumn ? Array(variable.shape.prefix(1)) : variable.shape).joined(separator: ", ")))"
    var words = variable.props.map { $0 == "positive" ? "> 0" : $0.replacing("-", with: " ") }
    if let domain = variable.domain {
      words.removeAll { $0 == "> 0" }
      words.append("in [\(domain[0]), \(domain[1])]")
    }
    if variable.colsum != nil { words.append("columns sum to 1") }
    return "\(name) : \(shape) \(words.joined(separator: ", "))"
  }

  /// Abbreviations behind those they use.
  private var definitions: [String] {
    var rest = (defs ?? [:]).sorted { $0.key < $1.key }
    var lines: [String] = []
    while let next = rest.firstIndex(where: { candidate in
      !rest.contains { $0.key != candidate.key && candidate.value.names($0.key) }
    }) {
      let (name, text) = rest.remove(at: next)
      lines.append("\(name) = \(text)")
    }
    return lines
  }

  private var statements: [String] {
    if kind == "identity" { return ["\(f) == \(claim)"] }
    let taken = Set(vars.keys).union((defs ?? [:]).keys)
    let name = ["F", "J", "L", "Fobj"].first { !taken.contains($0) } ?? "Fobj"
    let by = wrt ?? ""
    guard kind == "step" else { return ["\(name) = \(f)", "\(kind) \(name) wrt \(by) = \(claim)"] }
    var (lines, left) = (["\(name) = \(f)"], target ?? "gradient")
    for step in steps_latex ?? [] {
      left = step.lhs ?? left
      let side = step.text ?? ""
      lines.append(left == "value" ? "\(f) == \(side)" : "\(left) \(name) wrt \(by) = \(side)")
    }
    return lines
  }
}

extension String {
  /// Whether the name stands in it as a word.
  func names(_ name: String) -> Bool {
    split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains { $0 == name }
  }
}
