import MatrixCalculus
import Notation

/// Lists the edits that mend one mistake each.
struct EditMaker {
  /// A node of the formula and where it stands.
  struct Place {
    let node: Syntax
    /// Its own index among all places.
    let number: Int
    /// The index of the place it is a part of; nil for the whole.
    let parent: Int?
    /// Which part it is.
    let index: Int
  }

  /// A name that may have been left out, or written for another.
  struct Known {
    let name: String
    let shape: Shape
    /// In the author's notation, as it is and transposed.
    let text: String
    let transposedText: String
    /// Whether it is a delta or an activation.
    let isQuantity: Bool

    init(name: String, shape: Shape, in author: AuthorText) {
      self.name = name
      self.shape = shape
      text = author.name(name)
      transposedText = author.transposedName(name)
      isQuantity = false
    }

    /// A quantity of a layer, spelled in TeX.
    init(quantity: String, shape: Shape, in author: AuthorText) {
      (name, text, transposedText) = (quantity, quantity, author.style.transposed("(\(quantity))"))
      self.shape = shape
      isQuantity = true
    }
  }

  /// A formula with more parts is not mended: the list grows with parts times names.
  static let maximalPlaces = 400

  let author: AuthorText
  let expected: Shape
  let known: [Known]
  /// Derivatives of the network's activations.
  let slopes: [Expression]
  /// How many occurrences of the variable share the gradient.
  let occurrences: (variable: String, count: Int)?
  /// The functions of every entry that the claim's subject is made of.
  let functions: [String]
  /// Whether both sides are the author's.
  let isIdentity: Bool
  /// What the engine derived.
  let derived: Expression?
  private(set) var places: [Place] = []
  private(set) var shapes: [Shape?] = []
  var edits: [Edit] = []

  init(
    _ author: AuthorText, expected: Shape, known: [Known], slopes: [Expression],
    occurrences: (variable: String, count: Int)?, functions: [String], isIdentity: Bool,
    derived: Expression?
  ) {
    self.author = author
    self.expected = expected
    self.known = known
    self.slopes = slopes
    self.occurrences = occurrences
    self.functions = functions
    self.isIdentity = isIdentity
    self.derived = derived
    collect()
  }

  /// All edits, the smallest first.
  mutating func all() -> [Edit] {
    guard places.count <= Self.maximalPlaces else { return [] }
    addTransposes()
    addSigns()
    addNumbers()
    addFactors()
    addTerms()
    addProducts()
    addBrackets()
    addNames()
    addIndices()
    addFunctions()
    addSlopes()
    addSampleSums()
    addDerivedParts()
    let numbered = edits.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
    return numbered.map(\.element)
  }

  /// Every part that has a value, the whole first.
  private mutating func collect() {
    var stack: [(node: Syntax, parent: Int?, index: Int)] = [(author.formula, nil, 0)]
    while let (node, parent, index) = stack.popLast(), places.count <= Self.maximalPlaces {
      guard isInOrder(node) else { continue }
      let own = places.count
      places.append(Place(node: node, number: own, parent: parent, index: index))
      for (index, child) in Self.parts(node).enumerated().reversed() {
        stack.append((child, own, index))
      }
    }
    guard places.count <= Self.maximalPlaces else { return }
    shapes = places.map { author.meaning(of: $0.node)?.shape }
  }

  /// Whether the parts of a node stand one behind the other, as the author wrote them: not so where a macro or
  /// a distinction of cases has put them together.
  private func isInOrder(_ node: Syntax) -> Bool {
    let parts = Self.parts(node).map { author.extent($0) }
    return zip(parts, parts.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
  }

  private static func parts(_ node: Syntax) -> [Syntax] {
    switch node.kind {
    case .call("eye", _), .call("ones", _), .call("zeros", _), .derivative, .layer, .matrix: []
    case .call("sum", _): Array(node.children.prefix(1))
    default: node.children
    }
  }
}

/// What the kinds of edits ask of places.
extension EditMaker {
  func parent(_ place: Place) -> Syntax? { place.parent.map { places[$0].node } }

  /// Whether a sign or a factor may be put before it: it is a term of a sum, or stands alone.
  func isTerm(_ place: Place) -> Bool {
    switch place.node.kind {
    case .add, .subtract, .negate, .row: return false
    default: break
    }
    guard let above = place.parent else { return true }
    switch places[above].node.kind {
    case .add, .subtract, .brackets: return true
    case .call: return true
    case .negate: return isSigned(places[above])
    default: return false
    }
  }

  /// Whether a minus stands before a whole term.
  private func isSigned(_ place: Place) -> Bool {
    guard let parent = parent(place) else { return true }
    switch parent.kind {
    case .add, .subtract, .brackets, .call: return true
    default: return false
    }
  }

  /// A name, a bracket, a call: what takes a script or a function around it.
  func isAtom(_ node: Syntax) -> Bool {
    switch node.kind {
    case .name, .brackets, .layer: true
    case .call(let name, _): name != "exponential" || author.isText
    default: false
    }
  }

  /// The shape of a part; nil where it has no meaning by itself.
  func shape(of place: Place) -> Shape? { shapes[place.number] }

  func extent(_ place: Place) -> Range<Int> { author.extent(place.node) }

  /// Where a factor goes before a term: behind its minus sign.
  func front(_ place: Place) -> Int {
    let range = extent(place)
    guard range.first.map({ author.bytes[$0] }) == UInt8(ascii: "-") else {
      return range.lowerBound
    }
    let rest = author.bytes[range].dropFirst().firstIndex { $0 > 0x20 }
    return rest ?? range.lowerBound
  }

  func isChain(_ node: Syntax) -> Bool {
    node.kind == .multiply || node.kind == .juxtapose || node.kind == .entrywiseMultiply
  }

  /// The stretch between a factor of a chain and the one before it.
  func gap(_ node: Syntax, before index: Int) -> Range<Int> {
    let start = author.extent(node.children[index - 1]).upperBound
    return start..<max(start, author.extent(node.children[index]).lowerBound)
  }

  /// `first`, `second`: the place of a term among its neighbours.
  func ordinal(_ index: Int) -> String {
    let words = ["first", "second", "third", "fourth", "fifth", "sixth"]
    return index < words.count ? words[index] : "\(index + 1)th"
  }

  /// ` in the second term`, where there are several.
  func whichTerm(_ place: Place) -> String {
    var current = place
    while let above = current.parent {
      let parent = places[above]
      if parent.node.kind == .add { return " in the \(ordinal(current.index)) term" }
      if parent.node.kind != .negate { return "" }
      current = parent
    }
    return ""
  }

  /// - Parameter remedy: what belongs there; nil where something is one too many.
  mutating func add(
    _ mistake: Mistake, _ size: Int, at mark: Range<Int>, _ changes: [Edit.Change],
    fault: String, remedy: String?
  ) {
    edits.append(
      Edit(
        mistake, size: size, at: mark, changes, fault: fault,
        remedy: remedy.map { "with \($0)" } ?? "without it"))
  }
}
