package import Diagnostics
package import MatrixCalculus
package import Notation

/// The search for the likely mistake behind a refuted claim.
///
/// What is tried, in this order: whether the claimed formula is the right answer to another question;
/// whether it lacks the share of a place where the variable occurs; every edit of the author's text
/// that mends one mistake people make, the smallest first; whether the claim is true for symmetric or
/// square matrices only; two small edits at once. A changed text is read again by the reader the
/// author's text was read by, compared with the right answer at one point, and decided in full only if
/// it agrees there.
package struct CauseSearch {
  /// Bounds on the work, in changed texts, so that the answer never depends on time.
  package struct Limits: Hashable, Sendable {
    /// Edits made alone.
    package var single = 800
    /// Edits made two at a time.
    package var pairs = 3_000
    /// Bytes of changed texts read.
    package var bytes = 288_000
    /// Changed claims decided in full.
    package var decisions = 12

    package init() {}

    init(_ budget: Budget) {
      single = min(single, budget.repairs)
      pairs = budget.repairs - single
      bytes = budget.repairs * 80
    }
  }

  package var limits: Limits

  let author: AuthorText
  let prover: Prover
  let claim: (Expression) -> Claim
  let slopes: [Expression]
  let instances: [(name: String, contribution: Expression)]
  let others: [(phrase: String, value: Expression)]
  /// What a mended text should not be: the other side, word by word.
  let opposite: String?

  /// - Parameters:
  ///   - formula: the claimed formula; it may lack a meaning.
  ///   - source: the text it was read from.
  ///   - quantity: what derivatives and quantities of layers stand for in it.
  ///   - names: what the LaTeX reader knows of the page's names; not used for text notation.
  ///   - axes: the letters of a statement about single entries.
  ///   - writing: how the page writes formulas; its own formula comes before that.
  ///   - claim: the claim with another claimed side.
  ///   - slopes: the derivatives of the network's activations, which may have been left out.
  ///   - instances: the shares of the gradient that each place of the variable contributes, by the name
  ///     of the place: `layer 2`.
  ///   - others: right answers to other questions: `it is the gradient with respect to s`.
  ///   - opposite: the other side of an identity as its author wrote it: to say it twice mends nothing.
  package init(
    formula: Syntax, source: SourceText, dialect: Dialect, scope: Scope,
    quantity: @escaping Elaborator.Quantity, names: LaTeXNames,
    writing: WritingStyle = WritingStyle(), axes: [IndexAxis] = [], prover: Prover,
    claim: @escaping (Expression) -> Claim, slopes: [Expression] = [],
    instances: [(name: String, contribution: Expression)] = [],
    others: [(phrase: String, value: Expression)] = [], opposite: String? = nil
  ) {
    author = AuthorText(formula, source, dialect, scope, names, writing, quantity, axes)
    var prover = prover
    // Repairs that fail need no witness.
    prover.budget.witnessPoints = 0
    // Written out, a formula that shares its parts over and over is long, and each repair is decided anew.
    if let derived = claim(.number(0)).derived, derived.treeSize(limit: 1_000) == 1_000 {
      prover.normalForm = { _, _ in nil }
    }
    self.prover = prover
    limits = Limits(prover.budget)
    self.claim = claim
    self.slopes = slopes
    self.instances = instances
    self.others = others
    self.opposite = opposite?.filter { !$0.isWhitespace }
  }

  /// The likely mistake; nil where none of those tried makes the claim true.
  ///
  /// - Complexity: reads and evaluates at most `limits.single + limits.pairs` changed texts.
  package func cause() -> Cause? { finding()?.cause }

  /// A cause with the mistakes it consists of; none where a condition was left out.
  package struct Finding {
    package let mistakes: [Mistake]
    package var cause: Cause
    /// How large the change is; what needs none comes before all that does, a missing condition behind what
    /// one edit mends.
    package var size = 0

    /// Larger than any single edit, smaller than any two.
    static let sizeOfCondition = 19

    /// That of an edit that puts in a part of the derived formula, which a missing declaration comes before.
    static let sizeOfDerivedPart = 15
  }

  /// The likely mistake with its kinds, at the cost of `cause()`.
  package func finding() -> Finding? {
    // The right side is differentiated along every entry: a share of the budget for each.
    guard limits.single > 0, !author.isTooDeep,
      let truth = Truth(
        claim, relevantVariables, orders: prover.orders, budget: prover.budget)
    else { return nil }
    var trial = Trial(self, truth)
    if let cause = trial.otherAnswer() { return Finding(mistakes: [.otherAnswer], cause: cause) }
    if let cause = trial.missingShare() { return Finding(mistakes: [.missingShare], cause: cause) }
    if let cause = trial.orderedOnly() { return Finding(mistakes: [], cause: cause) }
    var maker = EditMaker(
      author, expected: truth.expected, known: knownNames, slopes: slopes,
      occurrences: occurrences, functions: functions, isIdentity: claim(.number(0)).isIdentity,
      derived: claim(.number(0)).derived)
    let edits = maker.all()
    if let finding = trial.otherLayout(edits) { return finding }
    if let finding = trial.first(edits.lazy.map { [$0] }, limit: limits.single) {
      guard finding.size >= Finding.sizeOfDerivedPart, let cause = trial.sumLeftOut() else {
        return finding
      }
      return Finding(mistakes: [], cause: cause, size: finding.size)
    }
    if let cause = trial.condition() {
      return Finding(mistakes: [], cause: cause, size: Finding.sizeOfCondition)
    }
    if let finding = trial.echoed() { return finding }
    return trial.first(Self.pairs(edits, limit: limits.pairs), limit: limits.pairs)
  }

  /// Two cheap edits at a time, the smallest sums first.
  private static func pairs(_ edits: [Edit], limit: Int) -> [[Edit]] {
    let cheap = edits.filter { $0.size <= 13 }.prefix(200)
    var found: [(size: Int, pair: [Edit])] = []
    for (index, first) in cheap.enumerated() {
      for second in cheap.dropFirst(index + 1)
      where first.isApart(from: second) && !first.isUndone(by: second) {
        found.append((first.size + second.size, [first, second]))
      }
    }
    let ranked = found.enumerated().sorted {
      ($0.element.size, $0.offset) < ($1.element.size, $1.offset)
    }
    return ranked.prefix(limit).map(\.element.pair)
  }

  /// The functions of every entry in what the claim speaks of, six at most.
  private var functions: [String] {
    var names: [String] = []
    for node in claim(.number(0)).kind.parts.flatMap(\.postorder) {
      guard case .apply(let function) = node.operation, !names.contains(function.name) else {
        continue
      }
      names.append(function.name)
    }
    return Array(names.prefix(6))
  }

  private var occurrences: (variable: String, count: Int)? {
    guard instances.count > 1, let variable = claim(.number(0)).kind.variable else { return nil }
    return (variable.name, instances.count)
  }
}

/// The names that may have been left out or mistaken.
extension CauseSearch {
  private static let mostNames = 16

  private var claimVariables: [Variable] {
    claim(.number(0)).kind.parts.flatMap(\.variables) + slopes.flatMap(\.variables)
  }

  /// Those of the claim and those the author writes.
  var relevantVariables: [Variable] {
    var seen: Set<Variable> = []
    let written = author.formula.names.compactMap { name in
      author.scope.variable(name).map { [$0] }
        ?? author.scope.definition(of: name)?.expression.variables
    }
    return (claimVariables + written.flatMap { $0 }).filter { seen.insert($0).inserted }
  }

  var knownNames: [EditMaker.Known] {
    let relevant = Set(relevantVariables)
    let variables = author.scope.declarations.map(\.variable).filter(relevant.contains)
    let definitions = author.scope.definitions.filter { definition in
      definition.arguments.isEmpty && definition.expression.variables.allSatisfy(relevant.contains)
    }
    let sizes = Set(relevant.flatMap(\.shape.dimensions).flatMap(\.names))
    let known =
      variables.map { EditMaker.Known(name: $0.name, shape: $0.shape, in: author) }
      + definitions.map { EditMaker.Known(name: $0.name, shape: $0.expression.shape, in: author) }
      + author.scope.sizes.filter(sizes.contains)
      .map { EditMaker.Known(name: $0, shape: .scalar, in: author) }
    return Array((known.prefix(Self.mostNames - quantities.count) + quantities))
  }

  /// The deltas and activations of the layers up to those next to what the formula speaks of.
  private var quantities: [EditMaker.Known] {
    // A short formula without any may have lost its only one.
    let layers = author.formula.layers
    guard !author.isText, !layers.isEmpty || author.formula.depth < 4 else { return [] }
    let last = layers.max() ?? 3
    return (1...min(last + 1, 4)).flatMap { layer in
      [#"\delta^{(\#(layer))}"#, "a^{(\(layer))}"].compactMap { text in
        author.meaning(text, expecting: .scalar)
          .map { EditMaker.Known(quantity: text, shape: $0.shape, in: author) }
      }
    }
  }
}

extension Claim.Kind {
  /// What it speaks of besides the claimed side.
  fileprivate var parts: [Expression] {
    switch self {
    case .identity(let right): [right]
    case .gradient(let function, let variable), .jacobian(let function, let variable),
      .hessian(let function, let variable):
      [function, .variable(variable)]
    case .differential(let function, let variable, let direction):
      [function, .variable(variable), .variable(direction)]
    }
  }

  /// What is differentiated by.
  fileprivate var variable: Variable? {
    switch self {
    case .identity: nil
    case .gradient(_, let variable), .jacobian(_, let variable), .hessian(_, let variable),
      .differential(_, let variable, _):
      variable
    }
  }
}

extension Syntax {
  /// The numbers of the layers whose quantities stand in it.
  fileprivate var layers: [Int] {
    let own: [Int] =
      if case .layer(let layer) = kind, case .number(let number) = layer.index { [number] } else {
        []
      }
    return own + children.flatMap(\.layers)
  }

  /// The names in it, in the order of the text.
  fileprivate var names: [String] {
    var found: [String] = []
    var stack = [self]
    while let node = stack.popLast() {
      if case .name(let name) = node.kind { found.append(name) }
      stack += node.children.reversed()
    }
    return found
  }
}
