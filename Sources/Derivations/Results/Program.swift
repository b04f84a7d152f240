import MatrixCalculus
package import Notation

/// A formula, or several that belong together, as a function of a program, in every language that formulas
/// are printed in.
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
  private let written: [CodeOutput]
  /// Whether what is printed is simplified first: where it is asked for, for many programs never are.
  private let isAsWritten: Bool
  /// What the function is called with, though it may not need all of it.
  private let arguments: [Variable]
  private let spelling: Spelling

  /// The formula as the page writes it: long ones are only written where they are asked for.
  enum Spelling: Sendable {
    case written(String)
    case by(Showing)
    /// Several, each with its left side.
    case list(Showing, [Shown])
  }

  /// The longest formula that is printed, in distinct parts.
  private static let limit = 2_000

  /// The printed forms of an expression, as the page writes it; nil where it is too long to be of use.
  ///
  /// - Parameter arguments: the variables of the function it is derived from.
  init?(
    _ name: String, _ expression: Expression, of arguments: [Variable] = [], _ spelling: Spelling
  ) {
    guard expression.nodeCount(limit: Self.limit + 1) <= Self.limit else { return nil }
    self.name = name
    self.written = [CodeOutput(name, expression)]
    self.arguments = arguments
    isAsWritten = false
    self.spelling = spelling
  }

  /// The printed forms of what an author wrote, simplified; nil where it is too long to be of use.
  init?(_ name: String, asWritten expression: Expression, _ spelling: Spelling) {
    guard expression.nodeCount(limit: Self.limit + 1) <= Self.limit else { return nil }
    self.name = name
    written = [CodeOutput(name, expression)]
    arguments = []
    isAsWritten = true
    self.spelling = spelling
  }

  private var outputs: [CodeOutput] {
    isAsWritten ? written.map { CodeOutput($0.name, $0.value.simplified) } : written
  }

  /// A function that returns several values and computes what they share once; nil where they are
  /// too long to be of use.
  ///
  /// - Parameters:
  ///   - arguments: the variables of the function they are derived from.
  ///   - lefts: what each value is, such as `\nabla_W F`.
  init?(
    _ name: String, _ outputs: [CodeOutput], of arguments: [Variable], _ show: Showing,
    lefts: [Shown]
  ) {
    let count = Expression.postorder(of: outputs.map(\.value)).count
    guard count <= Self.limit * outputs.count else { return nil }
    self.name = name
    written = outputs
    isAsWritten = false
    self.arguments = arguments
    spelling = .list(show, lefts)
  }

  private func tex(_ outputs: [CodeOutput]) -> String {
    switch spelling {
    case .written(let tex): tex
    case .by(let show): show(outputs[0].value).tex
    case .list(let show, let lefts): show.aligned(outputs.map(\.value), lefts).tex
    }
  }

  /// The function in every language, written when it is asked for: checking a page needs none.
  package var listings: [Listing] {
    let outputs = outputs
    return CodeTarget.allCases.map { target in
      guard target != .latex else { return Listing(target: target, text: tex(outputs)) }
      do throws(CodeGap) {
        return Listing(target: target, text: try target.function(name, outputs, of: arguments))
      } catch {
        return Listing(target: target, text: nil, gap: error.message)
      }
    }
  }
}

extension Program: Hashable {
  package static func == (a: Program, b: Program) -> Bool {
    a.name == b.name && a.written == b.written && a.arguments == b.arguments
  }
  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(written)
  }
}
