import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// What becomes of one random expression: derived, simplified, in normal form, printed and read.
struct RandomTrial: Sendable {
  /// Counts of what happened.
  enum Event: String, Sendable, CaseIterable {
    case gradient = "gradients confirmed"
    case refusedGradient = "gradients said to have no closed form"
    case differential = "directional derivatives confirmed"
    case secondDifferential = "directional derivatives of gradients confirmed"
    case jacobian = "Jacobians confirmed"
    case untestable = "without a point to test at"
    case simplified = "simplified forms confirmed"
    case proved = "simplified forms proved by normal form"
    case read = "texts read back"
    case readTeX = "TeX read back"
    case ambiguousTeX = "TeX whose sizes are not written"
    case structure = "inferred properties confirmed"
    case falseFriends = "changed expressions told apart"
  }

  private(set) var events: [Event] = []
  private(set) var faults: [String] = []
  private let language: RandomLanguage
  private let prover = Prover()

  init(_ expression: Expression, in language: RandomLanguage, seed: UInt64) {
    self.language = language
    checkGradients(expression)
    checkDifferentials(expression, seed)
    checkSimplification(expression)
    checkNormalForm(expression, seed)
    checkStructure(expression)
    checkText(expression)
    checkTeX(expression)
  }

  private mutating func record(_ confirmation: Confirmation, _ event: Event, _ fault: String) {
    switch confirmation {
    case .confirmed: events.append(event)
    case .mistaken: faults.append(fault)
    case .impossible: events.append(.untestable)
    }
  }

  private mutating func checkGradients(_ x: Expression) {
    let function = x.shape.isScalar ? x : MatrixFunction.sum(x)
    let variables = function.variables
    guard !variables.isEmpty else { return }
    do throws(NotDifferentiable) {
      let gradients = try Gradient.gradients(of: function, wrt: variables)
      let pairs = zip(variables, gradients).map { (variable: $0, gradient: $1) }
      let confirmation = prover.confirm(gradients: pairs, of: function)
      let fault = confirmation == .mistaken ? "wrong gradient of \(culprit(in: x).text)" : ""
      record(confirmation, .gradient, fault)
    } catch { events.append(.refusedGradient) }
  }

  /// So many nodes an expression may have whose derivatives along a direction, and matrices of derivatives, are tried.
  private static let most = (differential: 24, jacobian: 10)

  /// The derivative along a direction, of the expression and of its gradient, and the Jacobian where it has a form.
  private mutating func checkDifferentials(_ x: Expression, _ seed: UInt64) {
    let variables = x.variables
    guard !variables.isEmpty, x.treeSize(limit: Self.most.differential) < Self.most.differential
    else { return }
    let variable = variables[Int(seed % UInt64(variables.count))]
    let direction = Variable("⟨direction⟩", variable.shape)
    if let derived = check(x, variable, direction, .differential),
      x.treeSize(limit: Self.most.jacobian) < Self.most.jacobian, !variable.shape.isScalar,
      let matrix = LinearMap.matrix(of: derived, in: direction)
    {
      record(
        prover.confirm(.jacobian(of: x, wrt: variable, claimed: matrix)), .jacobian,
        "wrong Jacobian of \(x.text) by \(variable.name)")
    }
    let function = x.shape.isScalar ? x : MatrixFunction.sum(x)
    guard let gradient = try? Gradient.gradients(of: function, wrt: [variable])[0],
      gradient.treeSize(limit: 2 * Self.most.differential) < 2 * Self.most.differential
    else { return }
    _ = check(gradient, variable, direction, .secondDifferential)
  }

  /// The derivative along a direction, once it is confirmed; nil where there is none.
  private mutating func check(
    _ x: Expression, _ variable: Variable, _ direction: Variable, _ event: Event
  ) -> Expression? {
    guard
      let derived = try? Differential.of(x, wrt: variable, along: .variable(direction)),
      derived.shape == x.shape
    else { return nil }
    let claim = Claim(
      .differential(of: x, wrt: variable, along: direction), claimed: derived)
    record(
      prover.confirm(claim), event, "wrong derivative of \(x.text) along \(variable.name)")
    return derived
  }

  /// The least part of an expression whose gradient is wrong by itself.
  private func culprit(in x: Expression) -> Expression {
    x.postorder.first { part in
      let function = part.shape.isScalar ? part : MatrixFunction.sum(part)
      let variables = function.variables
      guard let gradients = try? Gradient.gradients(of: function, wrt: variables) else {
        return false
      }
      let pairs = zip(variables, gradients).map { (variable: $0, gradient: $1) }
      return prover.confirm(gradients: pairs, of: function) == .mistaken
    } ?? x
  }

  private mutating func checkSimplification(_ x: Expression) {
    let simple = x.simplified
    guard simple.shape == x.shape else {
      return faults.append("simplified \(x.text) has another shape")
    }
    if simple.simplified != simple {
      faults.append(
        "\(x.text): simplified twice, \(simple.text) is \(simple.simplified.text)")
    }
    record(
      prover.confirm(.identity(simple, x)), .simplified,
      "simplified \(x.text) is \(simple.text)")
    if Prover.equalNormalForms(simple, x) == true { events.append(.proved) }
  }

  /// Equal normal forms of an expression and one with a changed part must mean equal values.
  private mutating func checkNormalForm(_ x: Expression, _ seed: UInt64) {
    var random = SplitMix64(seed: seed ^ 0x5eed)
    let nodes = x.postorder.filter { !$0.operands.isEmpty }
    guard !nodes.isEmpty else { return }
    let place = nodes[random.below(nodes.count)]
    guard let other = RandomTrial.changed(place, &random) else { return }
    let changed = x.rebuilt { node, operands in node == place ? other : node.with(operands) }
    guard changed != x else { return }
    guard Prover.equalNormalForms(changed, x) == true else { return events.append(.falseFriends) }
    if prover.confirm(.identity(changed, x)) == .mistaken {
      faults.append("equal normal forms of \(x.text) and \(changed.text)")
    }
  }

  /// A part as people get it wrong: factors exchanged, a term lost, a transpose too many.
  private static func changed(_ node: Expression, _ random: inout SplitMix64) -> Expression? {
    switch random.below(3) {
    case 0 where node.shape.isSquare && !node.shape.isScalar: return node.transposed
    case 1 where node.operands.count > 1 && node.operands.allSatisfy { $0.shape == node.shape }:
      return node.operands[0]
    case 2 where node.operation == .product && node.shape.isSquare:
      let factors = Array(node.operands.reversed())
      guard factors.allSatisfy({ $0.shape == node.shape }) else { return nil }
      return .product(factors)
    default: return .product([.number(2), node])
    }
  }

  /// What is inferred of the structure of any part must hold.
  private mutating func checkStructure(_ x: Expression) {
    for part in x.simplified.postorder where !part.operands.isEmpty {
      let has = part.structure.has
      for (property, left, right) in part.equations where has.contains(property) {
        record(
          prover.confirm(.identity(left, right)), .structure,
          "\(part.text) has not the property \(property.rawValue)")
      }
    }
  }

  // MARK: Printing and reading

  private mutating func checkText(_ x: Expression) {
    for printed in [x, x.simplified] {
      do {
        let again = try FactTable.read(printed.text, in: language.scope, expecting: printed.shape)
        compare(again, printed, .read, "\(printed.text)")
        let third = try FactTable.read(again.text, in: language.scope, expecting: printed.shape)
        if third.text != again.text { faults.append("text changes on reading: \(printed.text)") }
      } catch { faults.append("\(printed.text) is not read back: \(Self.words(error))") }
    }
  }

  private mutating func checkTeX(_ x: Expression) {
    let printed = x.simplified
    // A zero that stands for a matrix does not say of which size.
    guard !printed.postorder.contains(where: { $0.operation == .zeros }) else {
      return events.append(.ambiguousTeX)
    }
    let tex = printed.tex(TeXStyle(names: language.scope.texNames))
    do {
      let source = SourceText(path: "formula", text: tex)
      let reading = EquationReader.read(source, names: language.scope.latexNames)
      if let trouble = reading.diagnostics.first { throw trouble }
      guard let formula = reading.equations.first?.leftFormula, reading.equations.count == 1 else {
        return faults.append("TeX is no single formula: \(tex)")
      }
      let again = try Elaborator(language.scope, source, dialect: .tex)
        .elaborate(formula, expecting: printed.shape).expression
      // Where a number or a row spreads over them, ones without sizes may be of other sizes than these.
      guard
        Self.sizesOfOnes(again.simplified) == Self.sizesOfOnes(printed)
          || prover.confirm(.identity(again, printed)) != .mistaken
      else { return events.append(.ambiguousTeX) }
      compare(again, printed, .readTeX, tex + "   for   " + printed.text)
    } catch let error as Diagnostic
      where error.code == .shapeMismatch && tex.contains("mathbf{1}")
      || error.message.contains("size")
    {
      events.append(.ambiguousTeX)
    } catch { faults.append("\(tex) is not read back: \(Self.words(error))") }
  }

  private static func sizesOfOnes(_ x: Expression) -> Set<Shape> {
    Set(x.postorder.filter { $0.operation == .ones }.map(\.shape))
  }

  private mutating func compare(
    _ again: Expression, _ printed: Expression, _ event: Event, _ text: String
  ) {
    if again == printed || again.simplified == printed.simplified { return events.append(event) }
    guard again.shape == printed.shape else {
      return faults.append("another shape is read from \(text)")
    }
    record(prover.confirm(.identity(again, printed)), event, "another value is read from \(text)")
  }

  private static func words(_ error: any Error) -> String {
    (error as? Diagnostic).map { $0.message } ?? "\(error)"
  }
}

extension RandomTrial {
  /// Many expressions, drawn one after the other from seeds 0, 1, …; some at a time.
  static func all(_ count: Int) async throws -> [RandomTrial] {
    let language = try RandomLanguage()
    let stretch = 50
    return await withTaskGroup(of: (Int, [RandomTrial]).self) { group in
      for first in stride(from: 0, to: count, by: stretch) {
        group.addTask {
          (first, (first..<min(first + stretch, count)).map { trial(UInt64($0), language) })
        }
      }
      var found: [(Int, [RandomTrial])] = []
      for await part in group { found.append(part) }
      return found.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }

  private static func trial(_ seed: UInt64, _ language: RandomLanguage) -> RandomTrial {
    var generator = RandomExpression(language, seed: seed)
    return RandomTrial(generator.next(), in: language, seed: seed)
  }
}

extension Expression {
  /// Properties that are equations: X′ = X of a symmetric matrix.
  fileprivate var equations: [(property: Properties, left: Expression, right: Expression)] {
    var found: [(Properties, Expression, Expression)] = [
      (.nonNegative, .apply(.abs, self), self),
      (.columnsSumToOne, MatrixFunction.columnSums(self), .ones(Shape(.one, shape.columns))),
      (.rowsSumToOne, MatrixFunction.rowSums(self), .ones(Shape(shape.rows, .one))),
    ]
    guard shape.isSquare, !shape.isScalar else { return found }
    let eye = Expression.eye(shape.rows)
    found += [
      (.symmetric, transposed, self), (.skew, transposed, negated),
      (.diagonal, .hadamard([eye, self]), self), (.orthogonal, self * transposed, eye),
      (.invertible, MatrixFunction.inv(self) * self, eye),
    ]
    return found
  }
}
