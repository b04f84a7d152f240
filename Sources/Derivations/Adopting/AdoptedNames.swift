import Diagnostics
import MatrixCalculus
import Notation
import Pages

/// The names of a page that says nothing of shapes: how they are spelled, and what they are used for.
struct AdoptedNames {
  struct Name {
    var text: String
    var stem: String
    /// How the page spells it, by how often.
    var spellings: [String: Int] = [:]
    var isBold = false
    /// Whether each spelling is what the reader takes the name for without being told.
    var isPlain = true
    /// How often a bracket follows it, and how often none does.
    var applied = 0
    var alone = 0

    /// The most frequent spelling; of several the first by letters.
    var tex: String {
      spellings.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? text
    }

    /// Whether it is always written with arguments: a function, about which nothing is known.
    var isFunction: Bool { applied > 0 && alone == 0 }
  }

  /// In the order of the page.
  private(set) var names: [Name] = []
  private var places: [String: Int] = [:]
  /// Names that stand alone left of an equality sign.
  private(set) var defined: Set<String> = []
  /// Sizes that formulas such as `X \in \mathbb{R}^{m \times n}` give.
  private(set) var given: [String: [String]] = [:]
  /// The letters that sums run over.
  private(set) var summed: Set<String> = []

  /// Letters that count places: those that sums run over and those of entries.
  private(set) var indices: Set<String> = []

  private var matrices: Set<String> = []
  private var entrywise: Set<String> = []

  /// Letters that stand with no subscript as well, or with several that count.
  private var counted: Set<String> = []

  init(_ formulas: [AdoptedFormula], macros: TeXMacros) {
    let scans = formulas.map { TeXSymbols(of: $0.source, macros: macros) }
    summed = Set(scans.flatMap(\.summed))
    indices = summed
    let symbols = scans.flatMap(\.occurrences).map(\.symbol)
    let scripts = Dictionary(grouping: symbols, by: \.base).mapValues { Set($0.map(\.script)) }
    counted = Set(
      scripts.filter { _, scripts in
        scripts.contains("") || scripts.count { $0.count == 1 && "ijk".contains($0) } > 1
      }.keys)
    for (formula, scan) in zip(formulas, scans) {
      for occurrence in scan.occurrences { take(occurrence, isDisplay: formula.isDisplay) }
      for membership in scan.memberships {
        for symbol in membership.symbols { give(membership.sizes, to: symbol) }
      }
    }
  }

  func name(_ text: String) -> Name? { places[text].map { names[$0] } }

  private mutating func take(_ occurrence: TeXSymbols.Occurrence, isDisplay: Bool) {
    let symbol = occurrence.symbol
    if isEntry(symbol) { takeEntry(occurrence) }
    guard !isEntry(symbol), !symbol.isOfFreeLayer else { return }
    let text = text(of: symbol)
    let index = places[text] ?? names.count
    if index == names.count {
      places[text] = index
      names.append(Name(text: text, stem: symbol.base))
    }
    names[index].spellings[symbol.tex, default: 0] += 1
    names[index].isBold = names[index].isBold || symbol.isBold
    names[index].isPlain = names[index].isPlain && symbol.isPlain
    if occurrence.isApplied { names[index].applied += 1 } else { names[index].alone += 1 }
    if occurrence.isDefined { defined.insert(text) }
  }

  /// Takes a symbol with letters that count below it: an entry of a matrix with both its places.
  private mutating func takeEntry(_ occurrence: TeXSymbols.Occurrence) {
    let symbol = occurrence.symbol
    indices.formUnion(symbol.script.map { String($0) })
    guard isPairOfIndices(symbol.script), symbol.base.count == 1,
      symbol.base.first?.isUppercase == true
    else { return }
    if occurrence.isDefined { entrywise.insert(symbol.base) }
    if matrices.insert(symbol.base).inserted, places[symbol.base] == nil {
      places[symbol.base] = names.count
      names.append(Name(text: symbol.base, stem: symbol.base))
    }
  }

  /// The matrices of which the page speaks by single entries, without those that it defines so.
  var matricesOfEntries: [String] { matrices.subtracting(entrywise).sorted() }

  private mutating func give(_ sizes: [String], to symbol: TeXSymbols.Symbol) {
    guard !isEntry(symbol) else { return }
    let text = text(of: symbol)
    if given[text] == nil { given[text] = sizes }
  }

  /// Whether the subscript counts: what carries it is an entry or one of many.
  private func isEntry(_ symbol: TeXSymbols.Symbol) -> Bool {
    let letters = symbol.script.filter { $0 != "m" && $0 != "p" || symbol.script.count == 1 }
    guard let first = letters.first, letters.count <= 2 else { return false }
    if letters.allSatisfy({ summed.contains(String($0)) }) { return true }
    if isPairOfIndices(letters), symbol.base.first?.isUppercase == true { return true }
    let counts =
      "ijk".contains(first) && letters.dropFirst().allSatisfy { "ijk".contains($0) || $0.isNumber }
    return counts && (letters.count > 1 || counted.contains(symbol.base))
  }

  /// Whether two letters are those that count rows and columns, as in `X_{kl}`.
  private func isPairOfIndices(_ letters: String) -> Bool {
    letters.count == 2 && letters.first != letters.last
      && letters.allSatisfy { "ijklmnpqrs".contains($0) }
  }

  /// The name in text notation.
  private func text(of symbol: TeXSymbols.Symbol) -> String {
    let text = symbol.name ?? symbol.base + "_" + symbol.script
    return AdoptedNames.reserved.contains(text) ? text + "_" : text
  }

  /// Words of the text notation.
  private static let reserved: Set<String> = [
    "scalar", "wrt", "as", "assume", "notation", "network", "deltas", "gradient", "jacobian",
    "hessian",
    "refuted", "because", "example", "use", "eye", "ones", "zeros",
  ]

  /// What the reader of formulas has to know, where these names have these meanings.
  func latexNames(
    _ meanings: [String: LaTeXNames.Meaning], macros: TeXMacros
  ) -> LaTeXNames {
    var result = LaTeXNames(macros: macros) { meanings[$0] }
    for name in names where !name.isPlain {
      for tex in name.spellings.keys.sorted() {
        let source = SourceText(path: "", text: tex)
        try? result.define(source, as: Syntax(.name(name.text), range: 0..<0))
      }
    }
    return result
  }
}

/// A formula of a page that is adopted.
struct AdoptedFormula {
  var source: SourceText
  var isDisplay: Bool
  /// The index of its piece.
  var piece: Int
}
