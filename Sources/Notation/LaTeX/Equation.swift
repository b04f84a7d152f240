package import Diagnostics

/// One statement of a display: what stands left of the first equality sign, and every side after it.
package struct Equation: Hashable, Sendable {
  /// What an equation is about.
  package enum Left: Hashable, Sendable {
    /// `\nabla_W F`, `\frac{\partial F}{\partial W}`, `dF`. The variable is missing in a differential
    /// and where the author leaves it out.
    case derivative(Syntax.Derivative, of: Syntax, variable: Syntax?)
    /// `\delta^{(3)}`, where no name of the page is spelled so.
    case layer(Syntax.Layer)
    /// `F`, `J(W)`, `f'(z)`: a definition if the name is new.
    case application(Application)
    /// Any other formula: an identity.
    case formula(Syntax)
    /// Nothing: the equation continues the one before it, as a chain over several displays does.
    case continuation
  }

  /// A name with the names it is applied to: `F(A; s)`.
  package struct Application: Hashable, Sendable {
    package var name: String
    /// How many derivatives are taken: 1 in `f'(z)`.
    package var primes: Int
    package var arguments: [String]
    /// The name and its indices, where the symbol may be an entry: z and i, j of `z_{ij}`.
    package var entry: Entry?

    /// A name with letters for places below it.
    package struct Entry: Hashable, Sendable {
      package var base: String
      package var letters: [String]
    }

    package init(_ name: String, primes: Int = 0, arguments: [String] = []) {
      self.name = name
      self.primes = primes
      self.arguments = arguments
    }
  }

  package enum Relation: Hashable, Sendable {
    case equal
    /// `:=`, `\triangleq`.
    case definition
  }

  /// One side of the chain. It is claimed to equal the side before it.
  package struct Side: Hashable, Sendable {
    package var relation: Relation
    package var formula: Syntax
    /// UTF-8 offsets of the formula as its author wrote it.
    package var range: Range<Int>
    /// UTF-8 offsets of the equality sign.
    package var relationRange: Range<Int>

    package init(
      _ relation: Relation, _ formula: Syntax, range: Range<Int>, relationRange: Range<Int>
    ) {
      self.relation = relation
      self.formula = formula
      self.range = range
      self.relationRange = relationRange
    }
  }

  package var left: Left
  /// The left side as a formula; `nil` in a continuation.
  package var leftFormula: Syntax?
  /// Without sides the statement is a formula alone.
  package var sides: [Side]
  /// UTF-8 offsets of the whole statement.
  package var range: Range<Int>
  /// The letter without a meaning of its own that the statement is about at every number: t of
  /// `\sigma'(t) = \sigma(t)(1 - \sigma(t))`.
  package var argument: String?
  /// A condition behind it that leaves out more than single points, such as `t > 0`.
  package var sideCondition: Restriction?

  /// Where an equation is said to hold.
  package struct Restriction: Hashable, Sendable {
    /// UTF-8 offsets.
    package var range: Range<Int>
    /// The name that is said to be positive, or not negative, and whether as a matrix; nil for what is not read.
    package var positive: (name: String, isStrict: Bool, isOfMatrix: Bool)? {
      name.map { ($0, isStrict, isOfMatrix) }
    }
    var name: String?
    var isStrict = false
    var isOfMatrix = false
  }

  package init(_ left: Left, _ leftFormula: Syntax?, _ sides: [Side], range: Range<Int>) {
    self.left = left
    self.leftFormula = leftFormula
    self.sides = sides
    self.range = range
  }
}

extension Equation.Left {
  /// What a formula on the left is about.
  init(_ formula: Syntax, names: LaTeXNames) {
    switch formula.kind {
    case .derivative(let derivative):
      let variable = formula.children.count > 1 ? formula.children[1] : nil
      self =
        formula.children.count > 2
        ? .formula(formula)
        : .derivative(derivative, of: formula.children[0], variable: variable)
    case .layer(let layer): self = .layer(layer)
    case .name(let name): self = .application(Equation.Application(name))
    case .call(let name, let primes) where !formula.isBuiltIn(names):
      let arguments = formula.children.map(\.plainName)
      self =
        arguments.contains(nil)
        ? .formula(formula)
        : .application(
          Equation.Application(name, primes: primes, arguments: arguments.compactMap { $0 }))
    default: self = .formula(formula)
    }
  }
}

extension Syntax {
  /// Whether the formula calls a function of the language rather than of the page.
  fileprivate func isBuiltIn(_ names: LaTeXNames) -> Bool {
    guard case .call(let name, _) = kind, names.meaning(name) == nil else { return false }
    return Self.shapeDependent.contains(name) || TeXCommands.functions.values.contains(name)
      || name == "kron" || name.hasPrefix("norm")
  }

  private static let shapeDependent: Set<String> = ["bars", "exponential", "eye", "ones", "sum"]
}

/// What a display says, and what of it could not be read.
package struct EquationReading: Hashable, Sendable {
  /// In the order of the display.
  package var equations: [Equation] = []
  /// One for each statement or side that could not be read. Its neighbours are in `equations`.
  package var diagnostics: [Diagnostic] = []
  /// The names on the left of statements of which no other side could be read.
  package var unread: Set<String> = []
}
