import Diagnostics
import Pages

/// The columns the field gives to tables of networks.
package enum TableColumn: String, CaseIterable, Hashable, Sendable {
  case layer, weight, activation, derivative, delta, input
  /// The numbers of the layers that feed a layer.
  case sources
  /// The shape of the input z.
  case shape

  /// As a message names it: by the heading tables print.
  var heading: String {
    switch self {
    case .layer: "Layer"
    case .weight: "Weight"
    case .activation: "Activation"
    case .derivative: "Derivative"
    case .delta: "Delta"
    case .input: "Input"
    case .sources: "Fed by"
    case .shape: "Shape"
    }
  }

  /// The kind of a claim in it.
  var kind: CheckedClaim.Kind {
    switch self {
    case .layer, .weight, .activation, .sources, .shape: .layer
    case .derivative, .delta: .delta
    case .input: .input
    }
  }

  /// What its cells are called beside the number of a layer: `weight of layer 2`.
  var noun: String { self == .sources ? "sources" : rawValue }
}

/// The headings by which the columns of a table are recognised: the field's in English, and those a site
/// adds.
package struct TableHeadings: Hashable, Sendable {
  private var phrases: [TableColumn: [String]]

  /// - Parameter added: words or phrases for columns in other languages, beside the English ones.
  package init(adding added: [TableColumn: [String]] = [:]) {
    phrases = TableHeadings.english.merging(added) { $0 + $1 }
  }

  private static let english: [TableColumn: [String]] = [
    .layer: ["layer"], .weight: ["weight", "weights"], .activation: ["activation", "activations"],
    .derivative: ["derivative", "derivatives", "slope", "f'", "f′"],
    .delta: ["delta", "deltas", "δ"], .input: ["input", "inputs"],
    .sources: ["fed by", "feeds from", "sources"], .shape: ["shape"],
  ]

  /// Where a heading names several columns, the first of these is meant: a "derivative of the activation
  /// function" is a derivative, the "input to this layer" an input.
  private static let order: [TableColumn] = [
    .shape, .derivative, .delta, .sources, .input, .weight, .activation, .layer,
  ]

  /// The column a heading names; nil for one that is none of the field's.
  func column(_ heading: String) -> TableColumn? {
    let words = TableHeadings.words(heading)
    return TableHeadings.order.first { column in
      phrases[column, default: []].contains { TableHeadings.holds(heading, words, $0) }
    }
  }

  /// The columns that a heading joins by a comma, a slash or an "and".
  func joined(in heading: String) -> [TableColumn] {
    let parts = heading.replacing(" and ", with: ",").replacing(" & ", with: ",")
      .split { ",/+;".contains($0) }
    let found = parts.compactMap { column(String($0)) }
    return TableColumn.allCases.filter(found.contains)
  }

  /// The column whose heading is nearly this one.
  func nearest(_ heading: String) -> String? {
    let all = TableHeadings.order.flatMap { phrases[$0, default: []] }.filter { $0.count > 3 }
    return TableHeadings.words(heading).lazy.filter { $0.count > 3 }
      .compactMap { Diagnostics.nearest($0, in: all) }.first
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "′" }.map(String.init)
  }

  /// Whether a heading holds a phrase as whole words; in scripts without spaces, anywhere.
  private static func holds(_ heading: String, _ words: [String], _ phrase: String) -> Bool {
    let isWritten = phrase.unicodeScalars.contains { $0.value >= 0x2E80 }
    if isWritten { return heading.contains(phrase) }
    let wanted = TableHeadings.words(phrase)
    guard !wanted.isEmpty, wanted.count <= words.count else { return false }
    return (0...(words.count - wanted.count)).contains {
      words[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }
}
