package import MatrixCalculus

/// A formula as its author wrote it, before names and shapes are known.
///
/// Text and LaTeX are both read into this tree; `Elaborator` makes an `Expression` of it. Every node
/// knows the stretch of the author's text it came from, so that a mistake can be located and mended
/// there.
package struct Syntax: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case number(Rational)
    /// A variable, a definition, a size or a constant, by its name in text notation: `W1`, `delta2`.
    case name(String)
    /// A function by its name, with its derivatives taken `primes` times: `f'(z)`.
    ///
    /// LaTeX adds four spellings whose meaning the shape decides: `bars` (`|X|`: determinant of a square
    /// matrix, else absolute value), `exponential` (`e^X`: matrix exponential of a square matrix, else
    /// entry by entry), and `eye` and `ones` without arguments (`I`, `\mathbf 1` of the size that fits).
    case call(String, primes: Int)
    case negate
    case add
    case subtract
    /// `*`, `\cdot`.
    case multiply
    /// Factors written side by side; binds tighter than the entrywise products of LaTeX.
    case juxtapose
    /// `/` and `\frac`.
    case divide
    case entrywiseMultiply
    case entrywiseDivide
    /// `^`: the base, then the exponent.
    case power
    /// `.^` and `^{\circ}`.
    case entrywisePower
    case transpose
    /// Round or other brackets around one formula.
    case brackets
    /// A matrix given by its entries, row by row: children are `row`s.
    case matrix
    case row
    /// `\nabla_W F`, `\frac{\partial F}{\partial W}`, `dF`: what is differentiated, then by what. The
    /// second child is missing in a differential and where the author leaves it out, as in `\nabla F`.
    case derivative(Derivative)
    /// `\delta^{(3)}`, `z^{(l)}` where no variable or definition has that name: a quantity of a network.
    case layer(Layer)
  }

  package var kind: Kind
  package var children: [Syntax]
  /// UTF-8 offsets into the author's text of the whole node.
  package var range: Range<Int>
  /// The operator itself, where there is one: the `'`, the `-`, the name of a called function.
  package var mark: Range<Int>?

  package init(_ kind: Kind, _ children: [Syntax] = [], range: Range<Int>, mark: Range<Int>? = nil)
  {
    self.kind = kind
    self.children = children
    self.range = range
    self.mark = mark
  }
}
