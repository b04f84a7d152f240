import MatrixCalculus

/// A sum of products of two as a quadratic form in what is multiplied: its signs are those of the squares that
/// completing them leaves.
///
/// Entry by entry, u² − 2 u v + v² is one in u and v, t² − t + 1 one in t and 1; x′x − 2 x′y + y′y is one in the
/// columns x and y.
///
/// Source: R. Horn, C. Johnson, "Matrix Analysis" (2013), §7.1, for the squares.
struct CompletedSquares {
  /// Sums of more terms are not looked at.
  private static let termLimit = 24
  /// Nor are those in more parts.
  private static let partLimit = 10

  /// What is multiplied; one, where it is among them, comes last.
  private var parts: [PairedTerm.Part] = []
  private var form: [[Rational]] = []

  /// The sign of every entry of a sum, as far as this tells.
  static func sign(of sum: Expression) -> SignByForm {
    guard sum.operation == .sum, let terms = PairedTerm.terms(of: sum, limit: termLimit),
      var squares = CompletedSquares(terms)
    else { return .unknown }
    return squares.sign
  }

  /// nil where a term is neither a product of two parts whose squares are among the terms nor known by itself.
  private init?(_ terms: [PairedTerm]) {
    let isSquare = { (term: PairedTerm) in term.coefficient > .zero && term.root != nil }
    for term in terms where isSquare(term) {
      if let root = term.root, !parts.contains(root) { parts.append(root) }
    }
    guard !parts.isEmpty, parts.count <= Self.partLimit else { return nil }
    let one = parts.filter(\.isOne)
    parts = parts.filter { !$0.isOne } + one
    form = parts.map { _ in parts.map { _ in Rational.zero } }
    for term in terms {
      guard add(term) else { return nil }
    }
  }

  /// Adds a term where it belongs; gives false where it belongs nowhere.
  private mutating func add(_ term: PairedTerm) -> Bool {
    if let root = term.root, let place = parts.firstIndex(of: root) {
      return add(term.coefficient, place, place)
    }
    for i in parts.indices {
      for j in parts.indices where i < j && term.isProduct(of: parts[i], and: parts[j]) {
        guard let half = term.coefficient.multiplied(by: .half) else { return false }
        return add(half, i, j) && add(half, j, i)
      }
    }
    return false
  }

  private mutating func add(_ value: Rational, _ i: Int, _ j: Int) -> Bool {
    guard let sum = form[i][j].adding(value) else { return false }
    form[i][j] = sum
    return true
  }

  /// By elimination: without a negative pivot it is a sum of squares, with 1² among them where the last pivot is
  /// that of one.
  private var sign: SignByForm {
    mutating get {
      for step in parts.indices {
        let pivot = form[step][step]
        if pivot.isNegative { return .unknown }
        if pivot == .zero {
          guard form[step][(step + 1)...].allSatisfy({ $0 == .zero }) else { return .unknown }
        } else if !eliminate(step) {
          return .unknown
        }
      }
      let last = parts.count - 1
      return parts[last].isOne && form[last][last] > .zero ? .positive : .nonNegative
    }
  }

  private mutating func eliminate(_ step: Int) -> Bool {
    guard let inverse = form[step][step].reciprocal else { return false }
    for i in parts.indices where i > step && form[i][step] != .zero {
      guard let factor = form[i][step].multiplied(by: inverse)?.negated else { return false }
      for j in parts.indices where j > step {
        guard let change = form[step][j].multiplied(by: factor), add(change, i, j) else {
          return false
        }
      }
    }
    return true
  }
}
