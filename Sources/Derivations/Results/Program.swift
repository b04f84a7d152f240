import MatrixCalculus
package import Notation

/// A formula as a function of a program, in every language that formulas are printed in.
package struct Program: Sendable {
  /// The function in one language.
  package struct Listing: Hashable, Sendable {
    package var target: CodeTarget
    /// The text; nil where the language cannot say it.
    package var text: String?
    /// What the language lacks.
    package var gap: String?

    package init(target: CodeTarget, text: String?, gap: String? = nil) {
      self.target = target
      self.text = text
      self.gap = gap
    }
  }

  /// What the function is called, such as `gradient_F_W`.
  package let name: String
  private let expression: Expression
  private let spelling: Spelling

  /// The formula as the page writes it: long ones are only written where they are asked for.
  enum Spelling: Sendable {
    case written(String)
    case by(Showing)
  }

  /// The longest formula that is printed, in distinct parts.
  private static let limit = 2_000

  /// The printed forms of an expression, as the page writes it; nil where it is too long to be of use.
  init?(_ name: String, _ expression: Expression, _ spelling: Spelling) {
    guard expression.nodeCount(limit: Self.limit + 1) <= Self.limit else { return nil }
    self.name = name
    self.expression = expression
    self.spelling = spelling
  }

  private var tex: String {
    switch spelling {
    case .written(let tex): tex
    case .by(let show): show(expression).tex
    }
  }

  /// The function in every language, written when it is asked for: checking a page needs none.
  package var listings: [Listing] {
    CodeTarget.allCases.map { target in
      guard target != .latex else { return Listing(target: target, text: tex) }
      do throws(CodeGap) {
        return Listing(target: target, text: try target.function(name, expression))
      } catch {
        return Listing(target: target, text: nil, gap: error.message)
      }
    }
  }
}

extension Program: Hashable {
  package static func == (a: Program, b: Program) -> Bool {
    a.name == b.name && a.expression == b.expression
  }
  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(expression)
  }
}
