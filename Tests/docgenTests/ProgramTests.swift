import Notation
import Terminal
import Testing

@testable import docgen

@Suite struct ProgramTests {
  @Test func everyLanguageIsAChoice() {
    #expect(Option.to.argument?.choices == CodeTarget.allCases.map(\.rawValue))
  }
}
