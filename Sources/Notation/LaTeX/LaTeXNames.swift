package import Diagnostics

/// What a LaTeX reader has to know of the names of a page.
package struct LaTeXNames: Sendable {
  /// What a name stands for in the text notation.
  package enum Meaning: Hashable, Sendable {
    case variable
    /// A definition that depends on those variables: brackets that hold nothing else repeat them.
    case definition(on: [String])
    /// A definition that was given with arguments, `J(W) = …`: brackets after it hold them.
    case functional
    case function
    case size
  }

  private let lookup: @Sendable (String) -> Meaning?
  private var symbols: [String: Syntax] = [:]
  /// The macros of the page and its site.
  let macros: TeXMacros
  /// Definitions with arguments met while reading.
  var introduced: Set<String> = []
  /// Whether `P'` alone on the left is a name of its own though P is a variable: where transposes are
  /// written otherwise.
  var primesName = false
  /// Names with a prime, or a square, met on the left while reading.
  var primed: Set<String> = []
  /// Letters that stand for any number in the statement being read.
  var arguments: Set<String> = []
  /// Whether the statement being read is about differentials, so that `d` is their sign though it is a size.
  var statesDifferentials = false
  /// How many letters `d` stand in the statement being read.
  var differentials = 0

  /// - Parameters:
  ///   - macros: what formulas and spellings are expanded with.
  ///   - lookup: the meaning of a declared name, `nil` for any other.
  package init(
    macros: TeXMacros = TeXMacros(), lookup: @escaping @Sendable (String) -> Meaning?
  ) {
    self.macros = macros
    self.lookup = lookup
  }

  /// Makes a TeX symbol stand for something: `W1 : (h, n) as W^{(1)}`, `notation \mathbf{1} = ones(n, 1)`.
  ///
  /// - Parameters:
  ///   - tex: one symbol with its accents, fonts and scripts.
  ///   - meaning: what it is read as; gets the place of the symbol wherever it is used.
  /// - Throws: `unreadable` where `tex` is not one symbol.
  package mutating func define(_ tex: SourceText, as meaning: Syntax) throws(Diagnostic) {
    let range = 0..<tex.text.utf8.count
    let atoms = try TeXTree.atoms(of: tex, in: range, macros: macros)
    guard atoms.count == 1, Self.isSymbol(atoms[0]) else {
      throw Diagnostic(
        .unreadable, "\(tex.text) is not one symbol", at: tex.location(range),
        hint: #"write one letter or command with its scripts, as in \hat{W}_1"#)
    }
    symbols[TeXKey.of(atoms)] = meaning
  }

  private static func isSymbol(_ atom: TeXAtom) -> Bool {
    switch atom.nucleus {
    case .letter, .command, .word, .accent, .number, .group: true
    default: false
    }
  }

  /// Whether the name means nothing on the page.
  package func isFree(_ name: String) -> Bool { meaning(name) == nil }

  func meaning(_ name: String) -> Meaning? {
    let known = lookup(name)
    if known == .size, introduced.contains(name) { return .functional }
    return known
      ?? (arguments.contains(name) ? .variable : nil)
      ?? (introduced.contains(name)
        ? .functional : primed.contains(name) ? .definition(on: []) : nil)
  }

  /// What a symbol with those scripts was made to stand for.
  ///
  /// A spelling without font matches letters in any font.
  func symbol(
    _ atom: TeXAtom, lower: [TeXAtom]?, upper: [TeXAtom]?
  ) -> Syntax? {
    guard !symbols.isEmpty else { return nil }
    if let found = symbols[TeXKey.of(atom, lower: lower, upper: upper)] {
      return found
    }
    guard atom.font != .plain, !isNumber(atom) else { return nil }
    var plain = atom
    plain.font = .plain
    return symbols[TeXKey.of(plain, lower: lower, upper: upper)]
  }

  private func isNumber(_ atom: TeXAtom) -> Bool {
    if case .number = atom.nucleus { true } else { false }
  }
}

extension Syntax {
  /// The same formula, all of it standing at one place.
  func placed(at range: Range<Int>) -> Syntax {
    Syntax(
      kind, children.map { $0.placed(at: range) }, range: range, mark: mark == nil ? nil : range)
  }
}
