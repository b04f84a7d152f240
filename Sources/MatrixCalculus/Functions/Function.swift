/// A function of one real number that acts on every entry of a matrix.
///
/// To add one: a file beside `Tanh.swift` and a word in `Function.all`.
package final class Function: Sendable {
  /// What the trusted kernel computes for the function: a primitive of its own, or a formula in
  /// functions it knows. Written independently of `derivative`, which it serves to check.
  package enum Meaning: Sendable {
    case primitive(Primitive)
    case formula(Entrywise)
  }

  /// The entrywise functions the kernel knows by themselves.
  package enum Primitive: Hashable, Sendable, CaseIterable {
    case exp, log, sin, cos, arctan, arcsin, arccos, erf, abs, sign, step
  }

  /// Where the function is defined.
  package enum Domain: Hashable, Sendable {
    case everywhere
    /// z > 0.
    case positive
    /// z ≥ 0.
    case nonNegative
    /// z ≠ 0.
    case nonZero
    /// −1 < z < 1.
    case unitInterval
    /// cos z ≠ 0.
    case nonZeroCosine
  }

  /// Its name in text notation.
  package let name: String
  /// Other spellings text notation accepts.
  package let aliases: [String]
  package let tex: String
  private let makeMeaning: @Sendable () -> Meaning
  private let makeDerivative: @Sendable () -> Entrywise
  package let domain: Domain
  /// Entries at which it, or a derivative of it, is not differentiable.
  package let kinks: [Double]
  /// How many derivatives it has at its kinks.
  package let smoothness: Int
  /// Whether it only abbreviates its formula: the simplifier writes it out.
  package let isTransparent: Bool
  /// Points inside the domain, away from kinks, where tests compare slopes.
  package let samples: [Double]
  /// For a function that a page defines: its formula. The built-in ones are known by name.
  let definition: Entrywise?
  /// How many operations it stands for, those of functions of the page in it included.
  let size: Int

  /// - Parameters:
  ///   - meaning: what the kernel computes.
  ///   - derivative: f′ as a formula in z and y = f(z).
  package init(
    name: String, aliases: [String] = [], tex: String, size: Int = 1,
    meaning: @autoclosure @escaping @Sendable () -> Meaning,
    derivative: @autoclosure @escaping @Sendable () -> Entrywise,
    domain: Domain = .everywhere, kinks: [Double] = [], smoothness: Int = 0,
    isTransparent: Bool = false,
    samples: [Double], definition: Entrywise? = nil
  ) {
    self.name = name
    self.aliases = aliases
    self.tex = tex
    makeMeaning = meaning
    makeDerivative = derivative
    self.domain = domain
    self.kinks = kinks
    self.smoothness = smoothness
    self.isTransparent = isTransparent
    self.samples = samples
    self.definition = definition
    self.size = size
  }

  package var meaning: Meaning { makeMeaning() }

  /// f′ as a formula in z and y = f(z). Functions may name each other in it.
  package var derivative: Entrywise { makeDerivative() }

  /// f of one entry, for use in formulas.
  package func callAsFunction(_ argument: Entrywise) -> Entrywise { .apply(self, argument) }
}

extension Function: Hashable {
  package static func == (a: Function, b: Function) -> Bool {
    a === b || (a.name == b.name && a.definition == b.definition)
  }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension Function {
  /// Every entrywise function of the language.
  package static let all: [Function] = [
    abs, arccos, arcsin, arctan, cos, cosh, elu, erf, exp, gelu, leakyRelu, log, relu, sigmoid,
    sign,
    silu, sin, sinh, softplus, sqrt, square, step, tan, tanh,
  ]

  private static let byName = Dictionary(
    uniqueKeysWithValues: all.flatMap { function in
      ([function.name] + function.aliases).map { ($0, function) }
    })

  /// The function of that name or alias.
  package static func named(_ name: String) -> Function? { byName[name] }

  /// All names and aliases, sorted.
  package static var names: [String] { byName.keys.sorted() }
}
