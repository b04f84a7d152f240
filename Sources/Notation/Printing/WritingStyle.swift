import Diagnostics

/// How an author writes, learnt from formulas: of every choice that TeX leaves open, how often each spelling
/// was met.
///
/// A spelling is used only where the reader reads it back as what it is meant for.
package struct WritingStyle: Hashable, Sendable {
  /// What authors spell in several ways.
  enum Choice: Hashable, Sendable {
    case hadamard, transposition, product, bars, normIndex, fraction, numberFraction, ones
    /// A name in text notation, underscores left out.
    case name(String)
    /// A function by its name in text notation.
    case function(String)
  }

  /// How often spellings were met, the first one first.
  private struct Tally: Hashable, Sendable {
    var spellings: [String] = []
    var counts: [String: Int] = [:]

    mutating func add(_ spelling: String) {
      if counts[spelling] == nil { spellings.append(spelling) }
      counts[spelling, default: 0] += 1
    }

    /// The most frequent first; of equally frequent ones the one met first.
    var ranked: [String] {
      spellings.enumerated().sorted {
        (-(counts[$0.element] ?? 0), $0.offset) < (-(counts[$1.element] ?? 0), $1.offset)
      }.map(\.element)
    }
  }

  private var tallies: [Choice: Tally] = [:]
  /// The macros that were in force somewhere on the page.
  var macros = TeXMacros()

  package init() {}

  mutating func add(_ spelling: String, for choice: Choice) {
    tallies[choice, default: Tally()].add(spelling)
  }

  /// Whether transposes are written otherwise than by a prime.
  package var leavesPrimesFree: Bool { ranked(.transposition).first.map { $0 != "'" } ?? false }

  private func ranked(_ choice: Choice) -> [String] { tallies[choice]?.ranked ?? [] }

  /// The style to write in: what was learnt, and where nothing was, `style`.
  ///
  /// - Parameter scope: the names that are declared; a spelling that a declaration states comes first.
  /// - Complexity: reads one short formula for each name and each choice; nothing where nothing was learnt.
  package func style(in scope: Scope, otherwise style: TeXStyle = TeXStyle()) -> TeXStyle {
    guard !tallies.isEmpty else {
      var result = style
      result.names.merge(scope.texNames) { _, declared in declared }
      return result
    }
    let reader = Rereading(scope, macros)
    var result = style
    choose(.hadamard, &result.hadamard) { reader.isProduct("X \($0) Y", .entrywiseMultiply) }
    choose(.product, &result.product) {
      reader.isProduct("X\($0)Y", $0 == " " ? .juxtapose : .multiply)
    }
    choose(.fraction, &result.fraction) { reader.isProduct("\($0){X}{Y}", .divide) }
    choose(.numberFraction, &result.numberFraction) { reader.isProduct("\($0){X}{Y}", .divide) }
    choose(.ones, &result.ones) { reader.isCall($0, "ones", of: 0) }
    choose(.name("I"), &result.identity) { reader.isCall($0, "eye", of: 0) }
    if let marked = first(.transposition, { reader.isTransposed(Self.transposition($0)) }) {
      result.transposition = Self.transposition(marked)
    }
    learnNorm(&result.norm, reader)
    for (choice, _) in tallies {
      guard case .function(let name) = choice else { continue }
      if let spelled = first(choice, { reader.isCall("\($0)(X)", name, of: 1) }) {
        result.functions[name] = spelled
      }
    }
    let declared = scope.texNames
    for name in scope.valueNames.sorted() where declared[name] == nil {
      let choice = Choice.name(name.filter { $0 != "_" })
      if let spelled = first(choice, { reader.isName($0, name) }) { result.names[name] = spelled }
    }
    result.bracesIndices = Self.bracesIndices(in: result.names.values)
    result.names.merge(declared) { _, declared in declared }
    return result
  }

  /// Whether most names that were met have their one-digit index in braces; so have those of no page.
  private static func bracesIndices(in names: some Collection<String>) -> Bool {
    names.count { $0.contains(#/_[0-9]/#) } <= names.count { $0.contains(#/_\{[0-9]\}/#) }
  }

  private func learnNorm(_ norm: inout TeXStyle.Norm, _ reader: Rereading) {
    guard let open = first(.bars, { reader.isNorm(Self.bars($0)) }) else { return }
    norm.bars = Self.bars(open)
    let indices = ranked(.normIndex)
    norm.column = indices.first { $0 != "F" } ?? (indices.isEmpty ? norm.column : "2")
    norm.matrix = indices.first { $0 == "F" } ?? norm.column
  }

  private func choose(
    _ choice: Choice, _ spelling: inout String, _ isRight: (String) -> Bool
  ) {
    if let found = first(choice, isRight) { spelling = found }
  }

  private func first(_ choice: Choice, _ isRight: (String) -> Bool) -> String? {
    ranked(choice).first(where: isRight)
  }

  /// What a spelling of a transpose means: one that begins with a backslash is a macro.
  private static func transposition(_ spelling: String) -> TeXStyle.Transposition {
    spelling.hasPrefix("\\") ? .macro(spelling) : .mark(spelling)
  }

  private static func bars(_ open: String) -> TeXStyle.Norm.Bars {
    closing[open].map { .pair(open, $0) } ?? .macro(open)
  }

  /// The closing bars of norms by the opening ones.
  static let closing: [String: String] = [
    #"\lVert"#: #"\rVert"#, #"\|"#: #"\|"#, #"\Vert"#: #"\Vert"#, "||": "||", "‖": "‖", "∥": "∥",
    #"\left\lVert"#: #"\right\rVert"#, #"\left\|"#: #"\right\|"#, #"\left\Vert"#: #"\right\Vert"#,
  ]
}

/// Reads spellings with stand-ins for what they are used on.
private struct Rereading {
  let names: LaTeXNames
  private let plain: LaTeXNames
  private let known: Set<String>

  /// - Parameter macros: all macros of the page: a spelling with one that is not in force yet is none.
  init(_ scope: Scope, _ macros: TeXMacros) {
    let names = scope.latexNames
    self.names = names
    plain = LaTeXNames(macros: scope.macros) { name in
      name == "X" || name == "Y" ? .variable : names.meaning(name)
    }
    known = macros.names.subtracting(scope.macros.names)
  }

  private func read(_ tex: String, _ names: LaTeXNames) -> Syntax? {
    guard known.isEmpty || TeXMacros.commands(in: tex).isDisjoint(with: known) else { return nil }
    let reading = EquationReader.read(SourceText(path: "", text: tex), names: names)
    guard reading.diagnostics.isEmpty, reading.equations.count == 1,
      reading.equations[0].sides.isEmpty
    else { return nil }
    return reading.equations[0].leftFormula
  }

  func isName(_ tex: String, _ name: String) -> Bool { read(tex, names)?.kind == .name(name) }

  func isCall(_ tex: String, _ name: String, of count: Int) -> Bool {
    guard let found = read(tex, plain) else { return false }
    return found.kind == .call(name, primes: 0) && found.children.count == count
  }

  func isProduct(_ tex: String, _ kind: Syntax.Kind) -> Bool {
    guard let found = read(tex, plain) else { return false }
    return found.kind == kind && found.children.map(\.kind) == [.name("X"), .name("Y")]
  }

  func isTransposed(_ transposition: TeXStyle.Transposition) -> Bool {
    var style = TeXStyle()
    style.transposition = transposition
    let found = read(style.transposed("X"), plain)
    return found?.kind == .transpose && found?.children.first?.kind == .name("X")
  }

  func isNorm(_ bars: TeXStyle.Norm.Bars) -> Bool {
    var style = TeXStyle()
    style.norm.bars = bars
    return isCall(style.normed("X", isTall: false), "norm2", of: 1)
  }
}
