/// A symbol of a formula with everything attached to it: accents, font, scripts, primes.
///
/// The lists of atoms are TeX's own math lists; what stands side by side is not yet related.
struct TeXAtom: Hashable, Sendable {
  enum Font: String, Hashable, Sendable {
    case plain, bold, roman, sans, script, blackboard
  }

  indirect enum Nucleus: Hashable, Sendable {
    case letter(String)
    case number(String)
    /// A command without arguments: a Greek letter, an operator, the name of a function.
    case command(String)
    case symbol(String)
    case delimiter(TeXDelimiter, TeXDelimiter.Side)
    /// Several letters that are one name: `\operatorname{tr}`, `\text{reg}`.
    case word(String)
    /// Prose inside a formula.
    case remark(String)
    /// What stands in braces.
    case group([TeXAtom])
    case fraction([TeXAtom], [TeXAtom])
    /// A root: its index, where one is written, and its radicand.
    case root([TeXAtom]?, [TeXAtom])
    /// The ending an accent gives a name, and what is under it.
    case accent(String, [TeXAtom])
    case environment(String, [TeXAtom])
    case align
    case rowBreak
    /// `\quad`.
    case wideSpace
  }

  var nucleus: Nucleus
  var font: Font = .plain
  /// The subscript.
  var lower: [TeXAtom]?
  /// The superscript, primes aside.
  var upper: [TeXAtom]?
  var primes = 0
  /// UTF-8 offsets of the whole atom, scripts included.
  var range: Range<Int>
  /// UTF-8 offsets of the symbol itself.
  var core: Range<Int>

  init(_ nucleus: Nucleus, font: Font = .plain, range: Range<Int>) {
    self.nucleus = nucleus
    self.font = font
    self.range = range
    core = range
  }

  var hasScripts: Bool { lower != nil || upper != nil || primes > 0 }

  /// The atom without its scripts and primes.
  var bare: TeXAtom { TeXAtom(nucleus, font: font, range: core) }

  func isSymbol(_ text: String) -> Bool { nucleus == .symbol(text) }
  func isCommand(_ name: String) -> Bool { nucleus == .command(name) }
}

extension [TeXAtom] {
  /// The stretch from the first to the last; `fallback` where there is none.
  func range(or fallback: Range<Int>) -> Range<Int> {
    guard let first, let last else { return fallback }
    return first.range.lowerBound..<Swift.max(first.range.upperBound, last.range.upperBound)
  }

  /// The atoms with groups written out: braces, fonts over a product, `\underbrace` change no meaning.
  ///
  /// A group with scripts stays, and so does one after `keepsGroup`, where braces mark an argument.
  /// Spaces and remarks are left out.
  func flattened(after keepsGroup: (TeXAtom) -> Bool) -> [TeXAtom] {
    var result: [TeXAtom] = []
    for atom in self {
      switch atom.nucleus {
      case .group(let inner) where !atom.hasScripts && !(result.last.map(keepsGroup) ?? false):
        result += inner.flattened(after: keepsGroup)
      case .remark, .wideSpace, .align, .rowBreak: continue
      default: result.append(atom)
      }
    }
    return result
  }

  /// The atoms in another font, where they have none of their own.
  func inFont(_ font: TeXAtom.Font) -> [TeXAtom] {
    map { atom in
      var atom = atom
      if atom.font == .plain { atom.font = font }
      if case .group(let inner) = atom.nucleus { atom.nucleus = .group(inner.inFont(font)) }
      return atom
    }
  }
}
