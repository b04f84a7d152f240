import Diagnostics
import MatrixCalculus
import Notation

/// Shapes for the names of a formula that nothing declares: what fits how they are used and, where that leaves a
/// choice, the habits of the field.
package enum GuessedShapes {
  /// Declarations such as `x : (n)` for the names of a formula, in the order of its text.
  ///
  /// - Parameters:
  ///   - given: statements that declare some of them.
  ///   - isNumber: whether the formula is known to be a number.
  /// - Returns: nil where no shapes fit, or where the formula speaks of single entries.
  package static func declarations(
    of formula: String, given: [String] = [], isNumber: Bool
  ) -> [String]? {
    let source = SourceText(path: "", text: formula)
    guard let syntax = try? TextReader.read(source), !syntax.speaksOfEntriesOrSizes else {
      return nil
    }
    var scope = Scope()
    scope.take(given)
    var seen: Set<String> = []
    let names = syntax.nameTexts.filter {
      seen.insert($0).inserted && !scope.knows($0) && !isKnown($0)
    }
    let number = Syntax(.number(.one), range: syntax.range)
    let fact = ShapeInference.Fact(
      sides: isNumber ? [number, syntax] : [syntax], defines: true, source: source)
    let unknowns = names.map {
      ShapeInference.Unknown(name: $0, stem: $0, isBold: false, given: nil)
    }
    let solution = ShapeInference([fact], scope.declared + unknowns, sizes: []).solve()
    guard solution.misfits.isEmpty else { return nil }
    return lines(names, solution)
  }

  /// Whether the language itself gives a name its meaning, as to pi.
  private static func isKnown(_ name: String) -> Bool {
    (try? Elaborator(Scope(), SourceText(path: "", text: name)).elaborate(
      Syntax(.name(name), range: 0..<name.utf8.count))) != nil
  }

  private static func lines(
    _ names: [String], _ solution: ShapeInference.Solution
  ) -> [String] {
    var letters = SizeLetters(solution.system, avoiding: Set(solution.shapes.keys))
    let declarations = names.compactMap { name in
      solution.shapes[name].map {
        ProposedDeclaration(
          name: name, rows: letters.name($0.rows), columns: letters.name($0.columns))
      }
    }
    return ProposedDeclaration.lines(declarations).map(\.statement)
  }
}

extension Syntax {
  /// Whether entries, sizes or quantities of a network stand in it.
  fileprivate var speaksOfEntriesOrSizes: Bool {
    switch kind {
    case .indexed, .layer, .evaluation: true
    case .call(let name, _) where Self.sized.contains(name): true
    default: children.contains(where: \.speaksOfEntriesOrSizes)
    }
  }

  /// Functions of sizes.
  private static let sized: Set<String> = ["eye", "ones", "zeros", "e", "reshape", "centering"]
}
