import Derivations
import Diagnostics
import Foundation
import Pages
import Site

/// The pages whose true claims are spoiled and rewritten.
enum Corpus {
  /// The pages of a content folder.
  static func pages(in folder: String) throws -> [Page] {
    let files = try SiteReader(URL(fileURLWithPath: folder), name: folder).files()
    return try files.filter { $0.path.hasSuffix(".md") }.map { try $0.page() }
  }

  /// One page for each true row of a JSONL file, but for derivations whose last side is a differential.
  static func rows(_ path: String) throws -> [Page] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let decoder = JSONDecoder()
    return try text.split(separator: "\n").compactMap { line in
      let row = try decoder.decode(Row.self, from: Data(line.utf8))
      guard row.truth, let markdown = row.markdown else { return nil }
      return try Page(path: row.id, bytes: Array(markdown.utf8))
    }
  }
}

/// A claim in one line of a JSONL file.
struct Row: Decodable {
  struct Variable: Decodable {
    let shape: [String]
    let props: [String]
    let domain: [Double]?
    let colsum: Int?
  }

  let id: String
  let kind: String
  let vars: [String: Variable]
  let dim_order: [[String]]?
  let defs: [String: String]?
  let f: String
  let wrt: String?
  let claim: String
  let truth: Bool
  /// Of a derivation: what its last side is.
  let target: String?

  /// The claim as a page with one block; nil where a block cannot say it.
  var markdown: String? {
    guard let statement else { return nil }
    let declarations = vars.sorted { $0.key < $1.key }.map(Row.declaration)
    let orders = (dim_order ?? []).map { "assume \($0[1]) <= \($0[0])" }
    let lines = declarations + orders + definitions + [statement]
    return "```derive row\n\(lines.joined(separator: "\n"))\n```\n"
  }

  private var statement: String? {
    switch target ?? kind {
    case "gradient", "jacobian", "hessian":
      wrt.map { "\(target ?? kind) \(f) wrt \($0) = \(claim)" }
    case "identity", "value": "\(claim) == \(f)"
    default: nil
    }
  }

  private static func declaration(_ name: String, _ variable: Variable) -> String {
    let shape =
      variable.shape.isEmpty
      ? "scalar"
      : variable.shape.last == "1"
        ? "(\(variable.shape[0]))" : "(\(variable.shape.joined(separator: ", ")))"
    var words = variable.props.map { $0 == "positive" ? "> 0" : $0.replacing("-", with: " ") }
    if let domain = variable.domain { words.append("in [\(domain[0]), \(domain[1])]") }
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
}
