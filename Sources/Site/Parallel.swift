internal import Dispatch

/// Work that is done by several threads at the same time.
enum Parallel {
  /// The answers of all jobs, in order; each job runs on one thread from start to end.
  static func map<Answer: Sendable>(
    jobs: Int, _ work: @Sendable (_ job: Int) -> Answer
  ) -> [Answer] {
    let shares = (0..<jobs).map { _ in Share<Answer>() }
    DispatchQueue.concurrentPerform(iterations: jobs) { shares[$0].answer = work($0) }
    return shares.compactMap(\.answer)
  }

  /// The answer of one job: written by it alone, read only after all have ended.
  private final class Share<Answer: Sendable>: @unchecked Sendable {
    var answer: Answer?
  }
}
