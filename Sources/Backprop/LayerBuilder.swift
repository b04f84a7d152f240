import MatrixCalculus

/// Makes the layers of a network, inputs first.
struct LayerBuilder {
  private struct Draft {
    var feed: Feed?
    var input: Expression
    var activation: Activation?
    /// a⁽ˡ⁾ in the variables of the function.
    var output: Expression
  }

  private var drafts: [Draft] = []
  /// One for all layers: each is built on those before it.
  private var simplifier = Simplifier()
  /// The number of the layer whose activation is the expression.
  private var places: [Expression: Int] = [:]
  /// The numbers of the layers that feed others.
  private var feeding: Set<Int> = []
  /// How many nodes use an expression.
  private var uses: [Expression: Int] = [:]
  private let skips: Skips
  private let subsums: Subsums

  init(_ summand: Expression) {
    subsums = Subsums(summand)
    skips = Skips(summand, subsums)
    for node in summand.postorder {
      for operand in subsums.operands(of: node) { uses[operand, default: 0] += 1 }
    }
  }

  /// Makes the layers of an expression; the last has it as its activation.
  ///
  /// - Throws: `NotDifferentiable` where an activation has no derivative in the language.
  mutating func build(_ expression: Expression) throws(NotDifferentiable) { try make(expression) }

  /// The finished layers.
  var layers: [Network.Layer] {
    var users: [Int: [Feed]] = [:]
    for feed in drafts.compactMap(\.feed) {
      for source in feed.sources { users[source, default: []].append(feed) }
    }
    return drafts.indices.map { place in
      let draft = drafts[place]
      return Network.Layer(
        number: place + 1, input: draft.input,
        activation: draft.activation ?? .identity(of: draft.input.shape), feed: draft.feed,
        weight: weight(after: place + 1, users[place + 1] ?? []), output: draft.output)
    }
  }

  /// The matrix that leads from a layer to the only one it feeds.
  private func weight(after number: Int, _ users: [Feed]) -> Weight? {
    guard users.count == 1, users[0].sources == [number] else { return nil }
    let formula = users[0].formula
    guard formula.operation == .product, formula.operands.count == 2,
      formula.operands[1] == .variable(Feed.letter(number, formula.operands[1].shape)),
      !formula.operands[0].variables.contains(where: { $0.name == "⟨a\(number)⟩" })
    else { return nil }
    return Weight(matrix: formula.operands[0])
  }

  // MARK: Kinds of nodes

  private mutating func make(_ x: Expression) throws(NotDifferentiable) {
    guard places[x] == nil else { return }
    if x.isPlain {
      places[x] = input(x)
      return
    }
    switch x.operation {
    case .power where x.operands[1].isPlain, .apply:
      try activate(x, moving: 0, of: x.operands)
    case .sum, .hadamard: try makeEntrywise(x)
    case .product: try makeProduct(x)
    default: try join(x)
    }
  }

  /// A + C and A ∘ C with plain C are activations of A; of several moving parts a layer is made, and
  /// where C is an input that leads to A.
  private mutating func makeEntrywise(_ x: Expression) throws(NotDifferentiable) {
    let operands = subsums.operands(of: x)
    let moving = operands.indices.filter { !operands[$0].isPlain }
    let inputs = skips.feeds[x] ?? []
    guard moving.count <= 1, inputs.isEmpty else { return try join(x, operands, with: inputs) }
    try activate(x, moving: moving.first ?? 0, of: operands)
  }

  /// s A: the scalars are an activation. W V A: W and V are weights.
  private mutating func makeProduct(_ x: Expression) throws(NotDifferentiable) {
    let scalars = x.operands.filter(\.shape.isScalar)
    let chain = x.operands.filter { !$0.shape.isScalar }
    guard !chain.isEmpty else { return try makeScalars(x) }
    guard scalars.allSatisfy(\.isPlain), chain.filter({ !$0.isPlain }).count <= 1 else {
      return try join(x)
    }
    let core = Expression.product(chain)
    if !scalars.isEmpty {
      try make(core)
      return try activate(x, scaling: core, by: scalars)
    }
    let moving = chain.lastIndex { !$0.isPlain } ?? chain.count - 1
    var current = try layer(of: chain[moving])
    if moving + 1 < chain.count {
      let right = Expression.product(Array(chain[(moving + 1)...]))
      current = feed([current]) { $0[0] * right }
    }
    for weight in chain[..<moving].reversed() { current = multiply(weight, current) }
    places[x] = current
  }

  /// A product of numbers: plain factors are weights of one unit.
  private mutating func makeScalars(_ x: Expression) throws(NotDifferentiable) {
    let moving = x.operands.indices.filter { !x.operands[$0].isPlain }
    guard moving.count <= 1 else { return try join(x) }
    let last = moving.first ?? x.operands.count - 1
    var current = try layer(of: x.operands[last])
    for place in x.operands.indices where place != last {
      current = multiply(x.operands[place], current)
    }
    places[x] = current
  }

  /// Any other operation: a layer whose input is the operation on the activations of its parts.
  private mutating func join(
    _ x: Expression, _ operands: [Expression]? = nil, with inputs: [Expression] = []
  ) throws(NotDifferentiable) {
    let operands = operands ?? x.operands
    var sources: [Int] = []
    var letters: [Expression: Expression] = [:]
    let parts = x.operation == .sum ? termParts(operands) : operands.flatMap(\.movingParts)
    for part in inputs + parts where letters[part] == nil {
      let source = try layer(of: part)
      sources.append(source)
      letters[part] = .variable(Feed.letter(source, part.shape))
    }
    let formula = x.with(operands.map { $0.replacing(letters) })
    places[x] = append(formula, sources.sorted())
  }

  /// The layers the terms of a sum are made of. Where a term is a weight times an input, W x in W x + U h, the input
  /// feeds the sum itself; of A X + X B that is X in both.
  private func termParts(_ terms: [Expression]) -> [Expression] {
    let inputs = Set(terms.filter(isWeightedInput).compactMap(\.operands.last))
    return terms.flatMap { term in
      guard isWeightedInput(term), let last = term.operands.last else { return term.movingParts }
      return [term.operands.dropLast().first(where: inputs.contains) ?? last]
    }
  }

  /// Whether a term is a weight times an input and is used nowhere else.
  private func isWeightedInput(_ x: Expression) -> Bool {
    guard x.operation == .product, uses[x, default: 0] <= 1, places[x] == nil,
      x.operands.allSatisfy(\.isPlain), let input = x.operands.last, !input.shape.isScalar
    else { return false }
    let others = x.operands.dropLast()
    return others.contains { !$0.shape.isScalar }
      && input.variables.allSatisfy { name in !others.contains { $0.contains(name) } }
  }

  // MARK: Layers

  private mutating func layer(of x: Expression) throws(NotDifferentiable) -> Int {
    if let place = places[x] { return place }
    try make(x)
    return places[x] ?? input(x)
  }

  private mutating func input(_ x: Expression) -> Int {
    drafts.append(Draft(feed: nil, input: x, activation: nil, output: x))
    return drafts.count
  }

  private mutating func multiply(_ weight: Expression, _ source: Int) -> Int {
    var source = source
    let draft = drafts[source - 1]
    if draft.feed == nil, draft.activation != nil {
      source = feed([source]) { .eye($0[0].shape.rows) * $0[0] }
    }
    return feed([source]) { weight * $0[0] }
  }

  private mutating func feed(_ sources: [Int], _ formula: ([Expression]) -> Expression) -> Int {
    let letters = sources.map { source in
      Expression.variable(Feed.letter(source, drafts[source - 1].output.shape))
    }
    return append(formula(letters), sources)
  }

  private mutating func append(_ formula: Expression, _ sources: [Int]) -> Int {
    var outputs: [Variable: Expression] = [:]
    for source in sources {
      let output = drafts[source - 1].output
      outputs[Feed.letter(source, output.shape)] = output
    }
    feeding.formUnion(sources)
    let input = simplifier.simplify(formula.substituting(outputs))
    drafts.append(
      Draft(feed: Feed(formula: formula, sources: sources), input: input, output: input))
    return drafts.count
  }

  // MARK: Activations

  /// Makes x, which is a function of one operand and constants, an activation of that operand's layer.
  private mutating func activate(
    _ x: Expression, moving: Int, of operands: [Expression]
  ) throws(NotDifferentiable) {
    let (scalars, core) = operands[moving].scaled
    let number = try free(core)
    let z = Variable(Activation.placeholderName, core.shape)
    var parts = operands
    parts[moving] = .product(scalars + [.variable(z)])
    set(try Activation(z, x.with(parts)), at: number, as: x)
  }

  private mutating func activate(
    _ x: Expression, scaling core: Expression, by scalars: [Expression]
  ) throws(NotDifferentiable) {
    let number = try free(core)
    let z = Variable(Activation.placeholderName, core.shape)
    set(try Activation(z, .product(scalars + [.variable(z)])), at: number, as: x)
  }

  private mutating func set(_ activation: Activation, at number: Int, as x: Expression) {
    drafts[number - 1].activation = activation
    drafts[number - 1].output = simplifier.simplify(x)
    places[x] = number
  }

  /// The layer of an expression if it can still get an activation, else a new one behind it.
  private mutating func free(_ x: Expression) throws(NotDifferentiable) -> Int {
    let number = try layer(of: x)
    let isShared = x.isPlain ? skips.inputs.contains(x) : uses[x, default: 0] > 1
    if drafts[number - 1].activation == nil, !isShared, !feeding.contains(number) {
      // What the layer gives from here on is no longer x.
      places[x] = nil
      return number
    }
    return feed([number]) { .eye($0[0].shape.rows) * $0[0] }
  }

}

extension Activation {
  /// f(z) = z for inputs of the given shape.
  static func identity(of shape: Shape) -> Activation {
    let z = Variable(placeholderName, shape)
    return Activation(argument: z, value: .variable(z), derivative: .ones(shape))
  }

  /// An activation with its derivative derived.
  ///
  /// - Throws: `NotDifferentiable` where it has none in the language.
  init(_ argument: Variable, _ value: Expression) throws(NotDifferentiable) {
    let gradients = try Gradient.gradients(of: MatrixFunction.sum(value), wrt: [argument])
    self.init(argument: argument, value: value, derivative: gradients[0])
  }
}

extension Expression {
  /// The plain scalar factors of a product and the rest; all of it where nothing else is left.
  fileprivate var scaled: ([Expression], Expression) {
    guard operation == .product, !isPlain else { return ([], self) }
    let plain = operands.filter { $0.shape.isScalar && $0.isPlain }
    let rest = operands.filter { !($0.shape.isScalar && $0.isPlain) }
    return rest.isEmpty ? ([], self) : (plain, .product(rest))
  }

  /// The moving parts a term of a sum or a factor of a product is linear in: layers of their own.
  fileprivate var movingParts: [Expression] {
    if isPlain { return [] }
    guard operation == .product, operands.filter({ !$0.isPlain }).count == 1 else { return [self] }
    return operands.filter { !$0.isPlain }
  }

  /// The expression with letters for its moving parts.
  fileprivate func replacing(_ letters: [Expression: Expression]) -> Expression {
    if let letter = letters[self] { return letter }
    return operation == .product ? with(operands.map { letters[$0] ?? $0 }) : self
  }
}
