import Derivations
import Diagnostics
import Foundation
import MatrixCalculus
import Notation

/// `Benchmarks latex`: what of the bars for equations as their authors wrote them holds.
struct LaTeXReport {
  typealias Part = ConformanceReport.Part

  /// Every part, one after the other.
  ///
  /// - Parameters:
  ///   - rows: a file of claims of known truth; nil leaves it out.
  ///   - count: how many random expressions are printed, and how many formulas damaged.
  static func parts(rows: String?, count: Int) async throws -> [Part] {
    var parts: [Part] = []
    if let rows { parts += try await known(rows) }
    parts.append(await tables("typical equations", [EquationTable(TypicalEquations.table)]))
    let own = Array(EquationTable.all.dropFirst())
    parts.append(await tables("own set", own))
    parts += sizes(of: own)
    let language = try RandomLanguage()
    parts.append(await printed(count, language))
    parts.append(await damaged(count, language))
    parts.append(try cost())
    return parts
  }

  /// Prints the parts; gives whether all their bars hold.
  static func run(rows: String?, count: Int) async throws -> Bool {
    if rows == nil { print("claims of known truth: left out; name their file by --rows FILE") }
    let parts = try await parts(rows: rows, count: count)
    print(parts.flatMap(\.lines).joined(separator: "\n"))
    return parts.allSatisfy(\.holds)
  }

  // MARK: Known truth

  /// Claims of known truth in LaTeX: none wrong, 97 of 100 right.
  private static func known(_ path: String) async throws -> [Part] {
    let claims = try KnownClaim.read(path)
    let answers = await mapped(claims) { claim in
      (claim.id, (try? claim.answer(in: .latex)) ?? .open)
    }
    let wrong = answers.filter { $0.1 == .wrong }.map(\.0)
    let open = answers.filter { $0.1 == .open }.map(\.0)
    return [
      Part(
        name: "claims of known truth in LaTeX, right",
        good: answers.count - wrong.count - open.count, all: answers.count,
        bar: (answers.count * 97 + 99) / 100, misses: open.map { "open: \($0)" }),
      Part(
        name: "claims of known truth in LaTeX, not wrong", good: answers.count - wrong.count,
        all: answers.count, bar: answers.count, misses: wrong),
    ]
  }

  // MARK: Tables

  private static func tables(_ name: String, _ tables: [EquationTable]) async -> Part {
    let pages = tables.flatMap(\.pages)
    let faults = await mapped(pages) { $0.faults() }.flatMap { $0 }
    let all = pages.reduce(0) { $0 + $1.items.count }
    return Part(
      name: name, good: max(0, all - faults.count), all: all, bar: all, misses: faults)
  }

  /// How many equations and mistakes the own set holds.
  private static func sizes(of tables: [EquationTable]) -> [Part] {
    let items = tables.flatMap(\.pages).flatMap(\.items)
    let mistakes = items.count { $0.expectation == .fails }
    return [
      Part(
        name: "equations in the own set", good: items.count, all: items.count, bar: 150, misses: []),
      Part(name: "mistakes among them", good: mistakes, all: items.count, bar: 40, misses: []),
    ]
  }

  // MARK: Random formulas

  private static func printed(_ count: Int, _ language: RandomLanguage) async -> Part {
    await random(count, language, "random expressions in five styles") { expression, names, _ in
      AuthorStyle.all.compactMap { StyleTrial.fault(expression, $0, names) }.first
    }
  }

  private static func damaged(_ count: Int, _ language: RandomLanguage) async -> Part {
    await random(count, language, "damaged formulas") { expression, names, seed in
      let style = AuthorStyle.all[Int(seed % UInt64(AuthorStyle.all.count))]
      let trial = DamageTrial(expression, style.print(expression), names, seed: seed)
      return trial.outcome == .accepted ? "\(trial.tex): \(trial.outcome.rawValue)" : nil
    }
  }

  /// A trial for each of so many random expressions; it gives what is wrong.
  private static func random(
    _ count: Int, _ language: RandomLanguage, _ name: String,
    _ trial: @escaping @Sendable (MatrixCalculus.Expression, ReadingNames, UInt64) -> String?
  ) async -> Part {
    let names = ReadingNames(language.scope)
    let faults = await mapped(Array(0..<UInt64(count))) { seed in
      var random = RandomExpression(language, seed: seed)
      return trial(random.next(), names, seed)
    }.compactMap { $0 }
    return Part(
      name: name, good: count - faults.count, all: count, bar: count,
      misses: Array(faults.prefix(20)))
  }

  // MARK: Cost

  /// The median time to read one formula of the tables, in microseconds.
  private static func cost() throws -> Part {
    var times: [Double] = []
    let clock = ContinuousClock()
    for page in EquationTable.all.flatMap(\.pages) {
      let names = try ReadingNames(page.scope())
      for item in page.items {
        let source = SourceText(path: "formula", text: item.tex)
        let samples = (0..<9).map { _ in
          clock.measure { _ = EquationReader.read(source, names: names.names) }
        }.sorted()
        times.append(Double(samples[4].components.attoseconds) / 1e12)
      }
    }
    let median = times.sorted()[times.count / 2]
    let bar = 100.0
    print("reading costs \(Int(median.rounded())) µs a formula (median of \(times.count))")
    return Part(
      name: "reading costs under \(Int(bar)) µs a formula", good: median < bar ? 1 : 0, all: 1,
      bar: 1,
      misses: [])
  }

  /// The results in the order of the values, computed on all processors.
  private static func mapped<Value: Sendable, Result: Sendable>(
    _ values: [Value], _ transform: @escaping @Sendable (Value) -> Result
  ) async -> [Result] {
    await withTaskGroup(of: (Int, Result).self) { group in
      let width = max(1, ProcessInfo.processInfo.activeProcessorCount)
      var results: [Int: Result] = [:]
      for (index, value) in values.enumerated() {
        if index >= width, let done = await group.next() { results[done.0] = done.1 }
        group.addTask { (index, transform(value)) }
      }
      for await done in group { results[done.0] = done.1 }
      return values.indices.compactMap { results[$0] }
    }
  }
}
