package import Diagnostics
package import MatrixCalculus

/// One statement of a `derive` block. Ranges are UTF-8 offsets into the block's text.
package struct Statement: Hashable, Sendable {
  /// A name where it stands.
  package struct Name: Hashable, Sendable {
    package var text: String
    package var range: Range<Int>

    package init(_ text: String, range: Range<Int>) {
      self.text = text
      self.range = range
    }
  }

  package enum Kind: Hashable, Sendable {
    /// `W : (k, n)`.
    case declaration(Declaration)
    /// `assume k <= n`.
    case assumption(smaller: Dimension, larger: Dimension)
    /// `notation \mathbf{1} = ones(n, 1)`.
    case notation(tex: Name, meaning: Syntax)
    /// `f(z) = …`; also a definition `F(W) = …` where its parameters are variables.
    case function(Name, parameters: [Name], body: Syntax)
    /// `F = …`.
    case definition(Name, Syntax)
    /// `network F`.
    case network(Syntax)
    /// `deltas F`.
    case deltas(Syntax)
    /// `gradient F wrt W`, with or without a claim.
    case derivative(Request)
    /// `steps F wrt W`.
    case steps(Request)
    /// `layout numerator`: how matrices of derivatives are written from here on.
    case layout(Layout)
    /// `structure projected`: how the structure of variables counts in gradients from here on.
    case structure(Structure)
    /// `A == B`.
    case identity(Syntax, Syntax)
    /// `example W = [1 0; 2 1], x = [1; 2]`.
    case example([Value])
    /// `plot f`, `plot f from -2 to 3`: a function of every entry with its derivative.
    case plot(Name, range: ClosedRange<Double>?)
    /// `plot gradient F wrt W`: the error of central differences against their step.
    case plotGradient(Syntax, wrt: Name)
    /// `use "other-page#name"`.
    case use(page: String, block: String?)
  }

  /// One or more names of one shape.
  package struct Declaration: Hashable, Sendable {
    package var names: [Name]
    package var shape: Shape
    package var properties: Properties
    /// The range of every entry, where one is declared.
    package var range: ClosedRange<Double>?
    /// The same as it is written, with its brackets.
    package var interval: String?
    /// The TeX spelling after `as`.
    package var tex: Name?
  }

  /// What is asked or claimed of a derivative.
  package struct Request: Hashable, Sendable {
    package var derivative: Syntax.Derivative
    package var function: Syntax
    package var variables: [Name]
    /// What stands behind `along`.
    package var directions: [Name] = []
    /// V in a claim `V -> A*V`, which says what the derivative does to a direction.
    package var argument: Name?
    package var claim: Syntax?
  }

  /// How matrices of derivatives are laid out.
  package enum Layout: String, Hashable, Sendable, CaseIterable {
    /// A gradient has the shape of its variable; a Jacobian a row for each entry of the function.
    case mixed
    /// A Jacobian has a column for each entry of the function.
    case denominator
    /// A gradient has the shape of its variable transposed.
    case numerator
  }

  /// Which entries of a symmetric, skew, diagonal or triangular variable move.
  package enum Structure: String, Hashable, Sendable, CaseIterable {
    /// All, each by itself.
    case free
    /// The gradient within the matrices of that structure: (G + Gᵀ)/2 for symmetric ones.
    case projected
    /// The derivative by each entry that is free, its mirror image moving with it: G + Gᵀ − I ∘ G for
    /// symmetric ones.
    case entries
  }

  /// Numbers for a variable, row by row.
  package struct Value: Hashable, Sendable {
    package var name: Name
    package var entries: [[Rational]]
  }

  /// That a claim is a mistake, shown on purpose.
  package struct Refutation: Hashable, Sendable {
    /// What stands in quotes after `because`.
    package var reason: String?
  }

  package var kind: Kind
  package var refutation: Refutation?
  package var range: Range<Int>

  /// Whether it is a claim, to be checked.
  package var isClaim: Bool {
    switch kind {
    case .identity: true
    case .derivative(let request): request.claim != nil
    default: false
    }
  }
}

/// One statement of a block, or why it could not be read.
package struct StatementLine: Hashable, Sendable {
  /// From the first to the last byte of the statement, without comments around it.
  package var range: Range<Int>
  package var content: Result<Statement, Diagnostic>
}
