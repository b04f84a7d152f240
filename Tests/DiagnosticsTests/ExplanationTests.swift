import Diagnostics
import Testing

@Suite struct ExplanationTests {
  @Test(arguments: Code.allCases)
  func everyCodeIsExplained(_ code: Code) throws {
    let explanation = try #require(Explanation.all[code])
    #expect(explanation.summary.first?.isUppercase == false)
    #expect(!explanation.summary.hasSuffix("."))
    #expect(explanation.text.hasSuffix("."))
    #expect(explanation.wayOut.hasSuffix("."))
    #expect(!explanation.example.isEmpty)
  }
}
