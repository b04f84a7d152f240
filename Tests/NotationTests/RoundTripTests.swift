import Diagnostics
import MatrixCalculus
import Notation
import Testing

@Suite struct RoundTripTests {
  static let seeds = Array(UInt64(0)..<400)

  @Test(arguments: seeds)
  func readFormulaHasTheValueOfWhatWasWritten(_ seed: UInt64) throws {
    let (sample, point, scope) = try Self.drawn(seed)
    let read = try expression(sample.text, in: scope)
    #expect(point.value(read).isClose(to: sample.value), "\(sample.text)")
  }

  @Test(arguments: seeds)
  func printedFormulaReadsBackToTheSameValueAndText(_ seed: UInt64) throws {
    let (sample, point, scope) = try Self.drawn(seed)
    for printed in try [
      expression(sample.text, in: scope), expression(sample.text, in: scope).simplified,
    ] {
      let again = try expression(printed.text, in: scope)
      #expect(again.shape == printed.shape, "\(sample.text) → \(printed.text)")
      #expect(
        point.value(again).isClose(to: point.value(printed)), "\(sample.text) → \(printed.text)")
      // Brackets around a scalar within a product may come with the first reading, not later.
      #expect(try expression(again.text, in: scope).text == again.text, "\(sample.text)")
    }
  }

  private static func drawn(
    _ seed: UInt64
  ) throws -> (RandomFormula.Sample, Point, Scope) {
    var generator = RandomFormula(seed: seed)
    let (rows, columns) =
      [(1, 1), (3, 1), (2, 3), (3, 3)].randomElement(using: &generator.random) ?? (1, 1)
    let sample = generator.formula(rows, columns, size: 12)
    return (sample, generator.point, try scope(RandomFormula.block))
  }

  /// Bytes that are likely to mean something, and some that are not.
  private static let alphabet = Array(
    "()[]{}+-*/^'.,;:=<>|‖√Σγᵀ²⁻₂⊙\\#\" \nxyAW1e_0twrtgradientas\u{0}\u{FF}\u{1F600}".utf8)

  @Test(arguments: 0..<10)
  func randomBytesNeverCrash(_ part: Int) throws {
    var random = SeededNumbers(seed: UInt64(part))
    let scope = try scope(sampleNames)
    var understood = 0
    for _ in 0..<10_000 {
      let count = Int.random(in: 0..<24, using: &random)
      let bytes = (0..<count).map { _ in Self.alphabet.randomElement(using: &random) ?? 0 }
      let source = SourceText(path: "page.md", text: String(decoding: bytes, as: UTF8.self))
      if (try? Elaborator.expression(source, in: scope)) != nil { understood += 1 }
      for line in StatementReader.read(source) {
        #expect(line.range.upperBound <= source.text.utf8.count)
        if case .success(let statement) = line.content {
          var changed = scope
          try? changed.take(statement, in: source)
        }
      }
    }
    #expect(understood > 0)
  }

  @Test func randomWordsNeverCrash() throws {
    let words = [
      "x", "A", "W", "a", "(", ")", "+", "-", "*", ".*", "/", "'", "^2", "norm2(", "f(", "f'(", "I",
      "ones", "eye(n)", "[", "]", ";", ",", "1", "sum(", "2", "=", "==", ":", "wrt", "gradient ",
      "refuted ", "because", "\"", "symmetric", "in", "(n)", "as", "assume ", "example ", "use ",
      "notation ", "<=", "g(", "matrix(1)", "zeros(n, 1)", "e^",
    ]
    var random = SeededNumbers(seed: 7)
    let scope = try scope(sampleNames)
    for _ in 0..<20_000 {
      let count = Int.random(in: 1..<14, using: &random)
      let text = (0..<count).compactMap { _ in words.randomElement(using: &random) }.joined()
      let source = SourceText(path: "page.md", text: text)
      if let read = try? Elaborator.expression(source, in: scope) {
        #expect(!read.text.contains("?"), "\(text)")
      }
      for line in StatementReader.read(source) {
        guard case .success(let statement) = line.content else { continue }
        var changed = scope
        try? changed.take(statement, in: source)
      }
    }
  }
}
