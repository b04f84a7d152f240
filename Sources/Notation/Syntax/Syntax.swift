package import MatrixCalculus

/// A formula as its author wrote it, before names and shapes are known.
///
/// Text and LaTeX are both read into this tree; `Elaborator` makes an `Expression` of it. Every node
/// knows the stretch of the author's text it came from, so that a mistake can be located and mended
/// there.
package struct Syntax: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case number(Rational)
    /// A variable, a definition, a size or a constant, by its name in text notation: `W1`, `delta2`. The name
    /// of a function under a derivative, `\nabla f(a)`, has the arguments it is written with as children.
    case name(String)
    /// A function by its name, with its derivatives taken `primes` times: `f'(z)`.
    ///
    /// LaTeX adds four spellings whose meaning the shape decides: `bars` (`|X|`: determinant of a square
    /// matrix, else absolute value), `exponential` (`e^X`: matrix exponential of a square matrix, else
    /// entry by entry), and `eye` and `ones` without arguments (`I`, `\mathbf 1` of the size that fits).
    case call(String, primes: Int)
    case negate
    /// A sum of two or more terms; a term that is subtracted is a `negate` whose mark is the minus sign.
    case add
    /// The first child minus the second.
    case subtract
    /// `*`, `\cdot`: two or more factors, from left to right.
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
    /// second child is missing in a differential and where the author leaves it out, as in `\nabla F`;
    /// `\nabla f(x, y)` has the arguments as further children.
    case derivative(Derivative)
    /// `\delta^{(3)}`, `z^{(l)}` where no variable or definition has that name: a quantity of a network.
    case layer(Layer)
    /// `\frac{df}{dx}\big|_{x=a}`: the formula, then names and what is put for each.
    case evaluation
    /// `X_{ij}`, `\sum_i`: a statement about single entries.
    case indexed(Indexed)
  }

  /// The deepest a formula may be nested. Every reader refuses what goes deeper.
  package static let maximalDepth = 1000

  package var kind: Kind
  private var parts: [Syntax]
  /// UTF-8 offsets into the author's text of the whole node.
  package var range: Range<Int>
  /// The operators in their order: the `'`, the name of a called function, in a chain such as
  /// `a + b + c` the one before each child but the first.
  package var marks: [Range<Int>]
  /// Length of the longest way down to a leaf; a leaf has 0.
  package private(set) var depth: Int

  package init(_ kind: Kind, _ children: [Syntax] = [], range: Range<Int>, marks: [Range<Int>]) {
    self.kind = kind
    self.parts = children
    self.range = range
    self.marks = marks
    depth = Syntax.depth(above: children)
  }

  package init(_ kind: Kind, _ children: [Syntax] = [], range: Range<Int>, mark: Range<Int>? = nil)
  {
    self.init(kind, children, range: range, marks: mark.map { [$0] } ?? [])
  }

  package var children: [Syntax] {
    get { parts }
    set {
      parts = newValue
      depth = Syntax.depth(above: newValue)
    }
  }

  /// Adds a child at the end of a chain, after an operator.
  ///
  /// - Complexity: O(1), amortised.
  mutating func append(_ child: Syntax, mark: Range<Int>) {
    parts.append(child)
    marks.append(mark)
    range = range.lowerBound..<child.range.upperBound
    depth = max(depth, child.depth + 1)
  }

  /// The first operator.
  package var mark: Range<Int>? { marks.first }

  private static func depth(above children: [Syntax]) -> Int {
    children.reduce(0) { max($0, $1.depth + 1) }
  }
}
