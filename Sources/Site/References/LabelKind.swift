internal import Pages

/// What a label can stand at.
enum LabelKind: Hashable, Sendable {
  case equation, figure, table
  case callout(Callout.Kind)

  /// The word in front of the number.
  var word: String {
    switch self {
    case .equation: "Equation"
    case .figure: "Figure"
    case .table: "Table"
    case .callout(let kind): kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
    }
  }

  /// How labels of the kind begin: `eq` in `@eq-cost`.
  var prefix: String {
    switch self {
    case .equation: "eq"
    case .figure: "fig"
    case .table: "tab"
    case .callout(let kind):
      switch kind {
      case .theorem: "thm"
      case .lemma: "lem"
      case .proposition: "prop"
      case .corollary: "cor"
      case .conjecture: "conj"
      case .definition: "def"
      case .example: "ex"
      default: "rem"
      }
    }
  }

  /// How labels begin.
  static let prefixes = Set(
    ([.equation, .figure, .table] + Callout.Kind.allCases.map(Self.callout)).map(\.prefix))

  /// What counts with it: parts of an argument have one numbering.
  var series: String {
    if case .callout = self { "callout" } else { prefix }
  }
}

extension Callout.Kind {
  /// Whether blocks of the kind are numbered.
  var isNumbered: Bool { !isAlert && self != .proof }
}
