import Testing

@testable import Benchmarks

/// Each rule of ours, broken, must be noticed by the kernel, which does not know the rules.
@Suite struct RuleMutantTests {
  @Test(arguments: RuleMutant.all)
  func kernelCatchesBrokenRule(_ mutant: RuleMutant) {
    #expect(mutant.isSound)
    #expect(mutant.isCaught)
  }

  @Test func brokenRulesAreManyAndDistinct() {
    #expect(RuleMutant.all.count >= 60)
    #expect(Set(RuleMutant.all.map(\.description)).count == RuleMutant.all.count)
  }
}
