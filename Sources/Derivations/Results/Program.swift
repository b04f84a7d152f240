import MatrixCalculus
package import Notation

/// A formula as a function of a program, in every language that formulas are printed in.
package struct Program: Hashable, Sendable {
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
  private let tex: String

  /// The longest formula that is printed, in distinct parts.
  private static let limit = 2_000

  /// The printed forms of an expression; nil where it is too long to be of use.
  ///
  /// - Parameter tex: its spelling on the page.
  init?(_ name: String, _ expression: Expression, tex: String) {
    guard expression.postorder.count <= Self.limit else { return nil }
    self.name = name
    self.expression = expression
    self.tex = tex
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
