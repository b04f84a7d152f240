import Foundation
import Testing

/// What is printed of networks of many layers with biases, by all their parameters.
@Suite struct DeepDeriveTests {
  private func printed(_ activation: String, _ depth: Int) -> String {
    var (value, given, words) = ("x", ["x : (n0)", "y : (n\(depth))"], [String]())
    for layer in 1...depth {
      value = "\(activation)(W\(layer)*\(value) + b\(layer))"
      given += ["W\(layer) : (n\(layer), n\(layer - 1))", "b\(layer) : (n\(layer))"]
      words += ["--wrt", "W\(layer)", "--wrt", "b\(layer)"]
    }
    return DeriveTests.run(
      ["norm2(\(value)-y)^2"] + words + ["--given", given.joined(separator: ";")]
    )
    .results
  }

  @Test(arguments: ["tanh", "relu", "leakyrelu", "elu", "gelu", "abs"])
  func whatIsPrintedGrowsWithTheDepth(_ activation: String) {
    let counts = [6, 12, 24].map { printed(activation, $0).utf8.count }
    #expect(counts[2] - counts[1] < 5 * (counts[1] - counts[0]) / 2, "\(counts)")
  }

  @Test func conditionsOfAllGradientsAreSaidOnceInTheLettersOfTheLayers() {
    let lines = printed("relu", 3).split(separator: "\n")
    #expect(
      lines.filter { $0.contains("where") }
        == ["all where no entry of a2 is 0, no entry of a4 is 0, no entry of a6 is 0"])
  }
}
