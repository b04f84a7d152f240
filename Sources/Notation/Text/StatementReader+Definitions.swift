import Diagnostics
import MatrixCalculus

extension StatementReader {
  /// `F = …`, `f(z) = …`, by the words before the `=`.
  func definition(_ left: [Token], _ sign: Token) throws(Diagnostic) -> Statement.Kind {
    let body = sign.range.upperBound..<range.upperBound
    guard case .name(let name) = left.first?.kind, let first = left.first else {
      throw notDefinable(sign)
    }
    let defined = Statement.Name(name, range: first.range)
    if left.count == 1 { return .definition(defined, try formula(body, after: "=")) }
    let parameters = try parameters(Array(left.dropFirst()), sign)
    return .function(defined, parameters: parameters, body: try formula(body, after: "="))
  }

  /// `(x, y)`.
  private func parameters(_ words: [Token], _ sign: Token) throws(Diagnostic) -> [Statement.Name] {
    guard words.count >= 3, words[0].kind == .open("("), words[words.count - 1].kind == .close(")")
    else { throw notDefinable(sign) }
    var names: [Statement.Name] = []
    for (index, token) in words[1..<words.count - 1].enumerated() {
      switch (token.kind, index.isMultiple(of: 2)) {
      case (.name(let name), true): names.append(Statement.Name(name, range: token.range))
      case (.comma, false): continue
      default: throw notDefinable(sign)
      }
    }
    guard words.count.isMultiple(of: 2) == false else { throw notDefinable(sign) }
    if let twice = names.last(where: { name in names.filter { $0.text == name.text }.count > 1 }) {
      throw Diagnostic(
        .duplicateName, "the parameter \(twice.text) occurs twice",
        at: source.location(twice.range), hint: "choose another name")
    }
    return names
  }

  private func notDefinable(_ sign: Token) -> Diagnostic {
    let left = trimmed(range.lowerBound..<sign.range.lowerBound)
    return Diagnostic(
      .syntax, "\(source.excerpt(left)) cannot be defined", at: source.location(left),
      hint: "an identity is written with ==")
  }

  /// `assume k <= n`.
  func assumption(_ rest: Range<Int>) throws(Diagnostic) -> Statement.Kind {
    let tokens = try Lexer.tokens(source, in: rest)
    let signs = ["<=", ">=", "<", ">"]
    let comparison = StatementReader.top(tokens) { token in
      if case .symbol(let sign) = token.kind { signs.contains(sign) } else { false }
    }
    guard let comparison else {
      throw Diagnostic(
        .syntax, "assume compares no sizes", at: source.location(range),
        hint: "write assume k <= n; for equal sizes use one name")
    }
    let sign = source.slice(comparison.range)
    let left = try size(rest.lowerBound..<comparison.range.lowerBound)
    let right = try size(comparison.range.upperBound..<rest.upperBound)
    let gap = Dimension(sign == "<" || sign == ">" ? 1 : 0)
    return sign.hasPrefix("<") || sign == "≤"
      ? .assumption(smaller: left + gap, larger: right)
      : .assumption(smaller: right + gap, larger: left)
  }

  /// `notation \mathbf{1} = ones(n, 1)`.
  func notation(_ rest: Range<Int>) throws(Diagnostic) -> Statement.Kind {
    var scan = StatementLines.Scan()
    for (offset, byte) in source.slice(rest).utf8.enumerated() {
      if byte == UInt8(ascii: "="), scan.depth == 0 {
        let sign = rest.lowerBound + offset
        let tex = trimmed(rest.lowerBound..<sign)
        guard !tex.isEmpty else { break }
        let meaning = try formula(sign + 1..<rest.upperBound, after: "=")
        return .notation(tex: Statement.Name(source.slice(tex), range: tex), meaning: meaning)
      }
      scan.take(byte)
    }
    throw Diagnostic(
      .syntax, "notation gives a TeX symbol no meaning", at: source.location(range),
      hint: #"write notation \mathbf{1} = ones(n, 1)"#)
  }

  /// `use "other-page#name"`.
  func use(_ rest: Range<Int>) throws(Diagnostic) -> Statement.Kind {
    let text = source.slice(rest)
    let inside = text.dropFirst().dropLast()
    guard text.hasPrefix("\""), text.hasSuffix("\""), !inside.isEmpty, !inside.contains("\"") else {
      throw Diagnostic(
        .syntax, "use names no page", at: source.location(rest.isEmpty ? range : rest),
        hint: "write use \"other-page#name\"")
    }
    let parts = inside.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let block = parts.count == 2 && !parts[1].isEmpty ? String(parts[1]) : nil
    return .use(page: String(parts[0]), block: block)
  }
}
