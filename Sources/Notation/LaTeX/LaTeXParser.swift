internal import Diagnostics

/// Reads atoms of TeX into a formula.
///
/// Precedence, weakest first: sums; the entrywise products `\odot \circ \bullet` and `\otimes`;
/// juxtaposition, `\cdot`, `\times`, `/`; scripts. A minus sign takes the product that follows.
/// Every recursion passes through `factor`, which bounds its depth.
struct LaTeXParser {
  /// What a subscript without a declared name means, as in `x_i`.
  enum Entries: Hashable, Sendable {
    /// An entry.
    case single
    /// The whole matrix, as in the tables of networks: `f(z_i) = z_i^2`.
    case wholeMatrix
  }

  /// A bracket that waits for its partner.
  struct Opened {
    let delimiter: TeXDelimiter
    /// Whether only a closing form ends it, as `\right\|` does `\left\|`: bars within are pairs of their own.
    let endsSided: Bool
  }

  let source: SourceText
  let names: LaTeXNames
  var entries: Entries
  var atoms: [TeXAtom] = []
  var index = 0
  /// Where the formula ends, for mistakes at its end.
  var end = 0
  /// The brackets that are open, innermost last.
  var open: [Opened] = []
  /// The letters that the sums and products around this place run over.
  var counters: Set<String> = []
  private var depth = 0

  init(_ source: SourceText, names: LaTeXNames, entries: Entries) {
    self.source = source
    self.names = names
    self.entries = entries
  }

  var current: TeXAtom? { index < atoms.count ? atoms[index] : nil }
  var following: TeXAtom? { index + 1 < atoms.count ? atoms[index + 1] : nil }

  /// A whole list of atoms as one formula.
  ///
  /// - Parameter place: where the list stands, for an empty one.
  mutating func formula(
    _ list: [TeXAtom], at place: Range<Int>
  ) throws(Diagnostic) -> Syntax {
    let saved = (atoms, index, end, open)
    defer { (atoms, index, end, open) = saved }
    atoms = list.flattened { Self.takesGroup($0) }
    index = 0
    end = list.range(or: place).upperBound
    open = []
    let result = try sum()
    if let atom = current { throw unexpected(atom) }
    return result
  }

  /// Whether braces after the atom hold its argument: `\sum{…}`, `\log{x}`.
  private static func takesGroup(_ atom: TeXAtom) -> Bool {
    switch atom.nucleus {
    case .command(let name):
      name == "sum" || name == "prod" || TeXCommands.functions[name] != nil
    case .word(let name): TeXCommands.functions[name] != nil
    default: false
    }
  }

  func node(
    _ kind: Syntax.Kind, _ children: [Syntax] = [], _ range: Range<Int>, mark: Range<Int>? = nil
  ) throws(Diagnostic) -> Syntax {
    let node = Syntax(kind, children, range: range, mark: mark)
    try checkDepth(node)
    return node
  }

  func checkDepth(_ node: Syntax) throws(Diagnostic) {
    guard node.depth > Syntax.maximalDepth else { return }
    throw tooDeep(node.mark ?? node.range)
  }

  private func tooDeep(_ place: Range<Int>) -> Diagnostic {
    failure(
      "the formula is nested too deeply", place, hint: "define an inner part by a name of its own",
      code: .tooDeep)
  }

  /// A node over its children, from the start of the first to the end of the last.
  func joined(
    _ kind: Syntax.Kind, _ left: Syntax, _ right: Syntax, mark: Range<Int>? = nil
  ) throws(Diagnostic) -> Syntax {
    try node(kind, [left, right], hull(left.range, right.range), mark: mark)
  }

  func hull(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
    min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
  }

  /// Runs `body` one level deeper.
  mutating func nested(
    at place: Range<Int>, _ body: (inout Self) throws(Diagnostic) -> Syntax
  ) throws(Diagnostic) -> Syntax {
    depth += 1
    defer { depth -= 1 }
    guard depth <= TeXTree.depthLimit else {
      throw tooDeep(place)
    }
    return try body(&self)
  }
}

extension LaTeXParser {
  func failure(
    _ message: String, _ range: Range<Int>, hint: String? = nil, code: Code = .unreadable
  ) -> Diagnostic {
    Diagnostic(code, message, at: source.location(range), hint: hint)
  }

  func unsupported(_ message: String, _ range: Range<Int>, hint: String? = nil) -> Diagnostic {
    failure(message, range, hint: hint, code: .unsupported)
  }

  /// The author's spelling of a stretch.
  func text(_ range: Range<Int>) -> String {
    String(
      decoding: Array(source.text.utf8)[range.clamped(to: 0..<source.text.utf8.count)],
      as: UTF8.self)
  }

  func unexpected(_ atom: TeXAtom) -> Diagnostic {
    if case .delimiter(_, .close) = atom.nucleus {
      return failure("\(text(atom.core)) closes nothing", atom.core)
    }
    return failure("\(text(atom.core)) is not expected here", atom.core)
  }

  func missingOperand(_ what: String) -> Diagnostic {
    guard let atom = current else {
      return failure("\(what) is missing at the end of the formula", end..<end)
    }
    return failure("\(what) is missing before \(text(atom.core))", atom.core)
  }
}
