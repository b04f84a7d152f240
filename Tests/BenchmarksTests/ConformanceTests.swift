import Testing

@testable import Benchmarks

/// The tables of `Benchmarks conformance`, fact by fact.
@Suite struct ConformanceTests {
  @Test(arguments: FactTable.sympy.facts)
  func expressionRecordedElsewhereIsDerivedAndToldFromAWrongOne(_ fact: Fact) {
    #expect(FactTrial(fact, in: .sympy).faults == [])
  }

  @Test(arguments: FactTable.undecidedElsewhere.facts)
  func identityLeftOpenElsewhereIsDecided(_ fact: Fact) {
    #expect(FactTrial(fact, in: .undecidedElsewhere).faults == [])
  }

  @Test(arguments: FactTable.cookbook.facts)
  func cookbookIdentityIsDerivedAndToldFromAWrongOne(_ fact: Fact) {
    #expect(FactTrial(fact, in: .cookbook).faults == [])
  }

  @Test(arguments: RecordedAnswer.answers)
  func answerIsNoLongerThanTheRecordedOne(_ answer: RecordedAnswer) throws {
    let trial = FactTrial(answer.fact, in: RecordedAnswer.table)
    #expect(trial.faults == [])
    if let derived = trial.derived { #expect(try answer.fault(ours: derived) == nil) }
  }

  @Test func tablesAreAsLargeAsPromised() {
    #expect(FactTable.sympy.facts.count == 52)
    #expect(FactTable.undecidedElsewhere.facts.count == 8)
    #expect(FactTable.cookbook.facts.count >= 95)
    #expect(
      Set(FactTable.cookbook.facts.map(\.description)).count == FactTable.cookbook.facts.count)
  }

  @Test(arguments: 0..<8)
  func randomExpressionsSurviveDerivingSimplifyingAndReading(_ part: Int) throws {
    let language = try RandomLanguage()
    for seed in UInt64(part * 30)..<UInt64(part * 30 + 30) {
      var generator = RandomExpression(language, seed: seed)
      let trial = RandomTrial(generator.next(), in: language, seed: seed)
      #expect(trial.faults == [], "seed \(seed)")
      #expect(!trial.events.isEmpty)
    }
  }

  /// A fact whose result is wrong must be reported, in both roles.
  @Test func wrongFactIsReported() {
    let fact = Fact.gradient("0", "x'*A*x", by: "x", "2*A*x", not: "A*x + A'*x")
    #expect(
      FactTrial(fact, in: .cookbook).faults == [
        "2*A*x is refuted", "the wrong A*x + A'*x is proved",
      ])
  }
}
