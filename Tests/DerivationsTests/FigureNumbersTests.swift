import Diagnostics
import Foundation
import Notation
import Pages
import Testing

@testable import Derivations

/// Numbers, programs and plots that figures show.
@Suite struct FigureNumbersTests {
  private func results(_ block: String) throws -> (PageResult, [StatementResult]) {
    let page = try Page(path: "p.md", bytes: Array("```derive\n\(block)\n```\n".utf8))
    let result = PageChecker.check(page)
    return (result, result.blocks.values.flatMap { $0 })
  }

  private static let declarations = """
    W : (k, n)
    x : (n)
    F = norm2(W*x)^2
    """

  @Test func numbersOfAnExampleBelowStandInTheTables() throws {
    let (result, statements) = try results(
      Self.declarations + "\nnetwork F\ndeltas F\nexample W = [1 0; 2 1/3], x = [1; 3]")
    #expect(result.diagnostics == [])
    let numbers = statements.flatMap { statement -> [String] in
      switch statement.content {
      case .network(let figures): figures.flatMap { $0.layers.flatMap { $0.numbers.map(\.text) } }
      case .deltas(let figures): figures.flatMap { $0.rows.compactMap { $0.number?.text } }
      default: []
      }
    }
    #expect(
      numbers == [
        "z1 = [1; 3]", "a1 = [1; 3]", "z2 = [1; 3]", "a2 = [1; 9]", "delta2 = [2; 6]",
        "delta1 = [14; 2]",
      ])
  }

  @Test(arguments: ["example W = [1 0; 2 1]", "example W = [1 0; 2 1], x = [1; 2; 3]", ""])
  func withoutNumbersForAllThereAreNone(example: String) throws {
    let (_, statements) = try results(Self.declarations + "\nnetwork F\n" + example)
    for case .network(let figures) in statements.map(\.content) {
      #expect(figures.allSatisfy { $0.layers.allSatisfy { $0.numbers == [] } })
    }
  }

  /// By the line in the block from 1 where it is reported; nothing where the numbers fit.
  @Test(arguments: [
    ("example W = [1 0; 2 1], x = [1; 2; 3]", "5:25: x makes n 3, but W makes it 2"),
    ("example x = [1; 2; 3]\nexample W = [1 0; 2 1]", "6:9: W makes n 2, but x makes it 3"),
    ("example C = [1 2 3; 1 2 3]", "5:9: C makes n 2, but C makes it 3"),
    ("example W = [1 0 3; 2 1 3], x = [1; 2; 3]", ""),
    ("example W = [1 0], x = [1; 2]\nexample W = [1 0 3], x = [1; 2; 3]", ""),
  ])
  func numbersThatContradictEachOtherAreReported(example: String, finding: String) throws {
    let (result, _) = try results("\(Self.declarations)\nC : (n, n)\n\(example)")
    let found = result.diagnostics.map { trouble in
      let place = trouble.location.map { "\($0.line - 1):\($0.column)" } ?? ""
      return "\(place): \(trouble.message)"
    }
    #expect(found == (finding.isEmpty ? [] : [finding]))
  }

  @Test func definitionsGradientsAndClaimsHavePrograms() throws {
    let (_, statements) = try results(
      Self.declarations + """

        gradient F wrt W, x
        gradient F wrt x = 2*W'*W*x
        refuted gradient F wrt x = W
        """)
    let programs = statements.compactMap(\.program)
    #expect(
      programs.map(\.name) == ["F", "gradients_F", "gradient_F_x"])
    #expect(programs.allSatisfy { $0.listings.map(\.target) == CodeTarget.allCases })
    let numpy = programs.last?.listings.first { $0.target == .numpy }
    #expect(
      numpy?.text == """
        def gradient_F_x(W, x):
            \"""W: (k, n), x: (n, 1); gives (n, 1)\"""
            return 2 * (W.T @ W @ x)
        """)
  }

  @Test func functionIsPlottedWithItsDerivative() throws {
    let (result, statements) = try results("f(z) = z^3\nplot f from -1 to 2")
    #expect(result.diagnostics == [])
    let figure = try #require(statements.compactMap(\.plot).first)
    #expect(figure.curves.map(\.name.text) == ["f(z)", "f'(z)"])
    for curve in figure.curves {
      #expect(
        curve.points.first?.x == -1 && curve.points.last.map { abs($0.x - 2) < 1e-12 } == true)
    }
    #expect(figure.curves[0].points.allSatisfy { abs($0.y - $0.x * $0.x * $0.x) < 1e-12 })
    #expect(figure.curves[1].points.allSatisfy { abs($0.y - 3 * $0.x * $0.x) < 1e-12 })
  }

  @Test func plotEndsWhereTheFunctionHasNoValue() throws {
    let (_, statements) = try results("plot log from -1 to 1")
    let figure = try #require(statements.compactMap(\.plot).first)
    #expect(figure.curves.allSatisfy { $0.points.allSatisfy { $0.x > 0 } })
  }

  @Test func errorOfDifferencesFallsWithTheSquareOfTheStep() throws {
    let (result, statements) = try results(
      """
      x : (n)
      F = sum(exp(x))
      plot gradient F wrt x
      example x = [1/2; -1; 1/4]
      """)
    #expect(result.diagnostics == [])
    let points = try #require(statements.compactMap(\.plot).first?.curves.first?.points)
    let tenth = try #require(points.first { abs($0.x - 0.1) < 1e-9 })
    let hundredth = try #require(points.first { abs($0.x - 0.01) < 1e-9 })
    #expect(abs(tenth.y / hundredth.y - 100) < 1)
  }

  @Test(arguments: [
    ("plot g", "p.md:2:6: unknown-function: there is no function of every entry called g"),
    ("plot tanj", "p.md:2:6: unknown-function: there is no function of every entry called tanj"),
    ("plot", "p.md:2:1: syntax: a plot shows a function of every entry or a gradient"),
    (
      "plot f from 2 to 1", "p.md:2:6: syntax: a plot shows a function of every entry or a gradient"
    ),
    ("plot f of x", "p.md:2:6: syntax: a plot shows a function of every entry or a gradient"),
    (
      "plot log from -2 to -1", "p.md:2:6: unsupported: log has no values in the range"
    ),
    (
      "x : (n)\nF = sum(x)\nplot gradient F wrt x",
      "p.md:4:21: unknown-name: no example gives numbers to x"
    ),
  ])
  func plotThatCannotBeDrawnSaysWhy(block: String, message: String) throws {
    let (result, _) = try results(block)
    let messages = result.diagnostics.map { diagnostic in
      "\(diagnostic.location.map { "\($0)" } ?? ""): \(diagnostic.code.rawValue): \(diagnostic.message)"
    }
    #expect(messages == [message])
  }
}

extension StatementResult {
  fileprivate var plot: PlotFigure? {
    if case .plot(let figure) = content { figure } else { nil }
  }
}
