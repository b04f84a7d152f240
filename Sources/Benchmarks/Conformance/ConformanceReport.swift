/// `Benchmarks conformance`: what of the language's bars holds, in counts.
struct ConformanceReport {
  /// One part of the report.
  struct Part {
    let name: String
    let good: Int
    let all: Int
    /// The least that must be good.
    let bar: Int
    let misses: [String]

    var holds: Bool { good >= bar }

    var lines: [String] {
      ["\(holds ? "ok  " : "FAIL") \(name): \(good) of \(all) (bar \(bar))"]
        + misses.map { "       " + $0 }
    }
  }

  /// Every part, one after the other.
  ///
  /// - Parameters:
  ///   - rows: a file of claims with known truth; nil leaves it out.
  ///   - count: how many random expressions are tried.
  static func parts(rows: String?, count: Int) async throws -> [Part] {
    var parts: [Part] = []
    if let rows {
      let claims = try KnownClaim.read(rows)
      for notation in KnownClaim.Notation.allCases {
        parts.append(try await known(claims, notation))
      }
    }
    parts += [
      facts(.sympy, bar: 52), answers(), facts(.undecidedElsewhere, bar: 8),
      facts(.cookbook, bar: 142),
    ]
    parts.append(await random(count))
    return parts
  }

  /// Prints the parts; gives whether all their bars hold.
  static func run(rows: String?, count: Int) async throws -> Bool {
    if rows == nil { print("claims of known truth: left out; name their file by --rows FILE") }
    let parts = try await parts(rows: rows, count: count)
    print(parts.flatMap(\.lines).joined(separator: "\n"))
    let outside = FactTable.cookbookOmissions.reduce(0) { $0 + $1.count }
    let inside = FactTable.cookbook.facts.count
    print("The Matrix Cookbook: \(inside) restated of \(inside + outside); the others are out:")
    for left in FactTable.cookbookOmissions {
      print("  \(left.equations): \(left.count), \(left.reason)")
    }
    return parts.allSatisfy(\.holds)
  }

  /// Claims of known truth, as pages in one notation.
  ///
  /// The bar: no wrong answer, and at most one of fifty open.
  private static func known(
    _ claims: [KnownClaim], _ notation: KnownClaim.Notation
  ) async throws -> Part {
    let sayable = claims.filter { $0.isSayable(in: notation) }
    let answers = try await withThrowingTaskGroup(of: (Int, KnownClaim.Answer).self) { group in
      for (index, claim) in sayable.enumerated() {
        group.addTask { (index, try claim.answer(in: notation)) }
      }
      var answers = Array(repeating: KnownClaim.Answer.open, count: sayable.count)
      for try await (index, answer) in group { answers[index] = answer }
      return answers
    }
    let pairs = zip(sayable, answers).filter { $0.1 != .right }
    let isWrong = answers.contains(.wrong)
    return Part(
      name: "claims of known truth in \(notation.rawValue)", good: sayable.count - pairs.count,
      all: sayable.count, bar: isWrong ? sayable.count : sayable.count * 49 / 50,
      misses: pairs.map { "\($0.0.id): \($0.1)" })
  }

  /// Facts derived, confirmed and their wrong variants refuted.
  static func facts(_ table: FactTable, bar: Int) -> Part {
    let trials = table.facts.map { ($0, FactTrial($0, in: table)) }
    let misses = trials.filter { !$0.1.stands }
    return Part(
      name: table.name, good: trials.count - misses.count, all: trials.count, bar: bar,
      misses: misses.map { "\($0.0): \($0.1.faults.joined(separator: "; "))" })
  }

  static func answers() -> Part {
    var misses: [String] = []
    for answer in RecordedAnswer.answers {
      let trial = FactTrial(answer.fact, in: RecordedAnswer.table)
      var faults = trial.faults
      do { faults += [try answer.fault(ours: trial.derived)].compactMap { $0 } } catch {
        faults.append("\(error)")
      }
      if !faults.isEmpty { misses.append("\(answer): \(faults.joined(separator: "; "))") }
    }
    let all = RecordedAnswer.answers.count
    return Part(
      name: RecordedAnswer.table.name, good: all - misses.count, all: all, bar: all,
      misses: misses)
  }

  /// Random expressions, with how often what happened.
  static func random(_ count: Int) async -> Part {
    let trials: [RandomTrial]
    do { trials = try await RandomTrial.all(count) } catch {
      return Part(name: "random expressions", good: 0, all: count, bar: count, misses: ["\(error)"])
    }
    let counts = RandomTrial.Event.allCases.map { event in
      "\(event.rawValue): \(trials.reduce(0) { $0 + $1.events.count { $0 == event } })"
    }
    let faults = trials.flatMap(\.faults)
    return Part(
      name: "random expressions", good: trials.count { $0.faults.isEmpty }, all: count, bar: count,
      misses: counts + faults)
  }
}
