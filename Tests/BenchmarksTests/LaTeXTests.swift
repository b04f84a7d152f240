import Diagnostics
import MatrixCalculus
import Notation
import Proof
import Testing

@testable import Benchmarks

/// Smaller counts of what `Benchmarks latex` tries.
@Suite struct LaTeXTests {
  /// Every typical page, and of the others one of four.
  static let pages: [EquationTable.Page] = EquationTable.all.enumerated().flatMap { place, table in
    table.pages.enumerated().filter { place == 0 || $0.offset % 4 == 0 }.map(\.element)
  }

  @Test(arguments: pages)
  func equationsAreReadAndJudgedAsTheirPageMeansThem(_ page: EquationTable.Page) {
    #expect(page.faults() == [])
  }

  @Test func tablesAreAsLargeAsPromised() {
    let items = EquationTable.all.dropFirst().flatMap(\.pages).flatMap(\.items)
    #expect(items.count >= 150)
    #expect(items.count { $0.expectation == .fails } >= 40)
  }

  @Test(arguments: AuthorStyle.all)
  func randomFormulasReadBackAsTheyWerePrinted(_ style: AuthorStyle) throws {
    let language = try RandomLanguage()
    let names = ReadingNames(language.scope)
    for seed in UInt64(0)..<12 {
      var random = RandomExpression(language, seed: seed)
      let fault = StyleTrial.fault(random.next(), style, names)
      #expect(fault == nil)
    }
  }

  @Test func damagedFormulasAreNeverTakenForWhatTheyWere() throws {
    let language = try RandomLanguage()
    let names = ReadingNames(language.scope)
    var outcomes: Set<DamageTrial.Outcome> = []
    for seed in UInt64(0)..<150 {
      var random = RandomExpression(language, seed: seed)
      let expression = random.next()
      let trial = DamageTrial(expression, AuthorStyle.all[0].print(expression), names, seed: seed)
      outcomes.insert(trial.outcome)
      #expect(trial.outcome != .accepted, "\(trial.tex)")
    }
    #expect(outcomes.isSuperset(of: [.refused, .told]))
  }
}
