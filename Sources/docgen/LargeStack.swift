import Foundation

/// Threads whose stacks are large enough for walks over deeply nested expressions.
///
/// The memory is reserved, not used: the system gives pages of a stack only once they are touched.
enum LargeStack {
  /// In bytes.
  static let size = 512 << 20

  /// Starts a thread for some work.
  static func start(_ work: @escaping @Sendable () -> Void) {
    let thread = Thread(block: work)
    thread.stackSize = size
    thread.start()
  }

  /// The answers to each of some questions, in their order.
  ///
  /// - Parameters:
  ///   - threads: how many questions are worked on at once; at least one.
  ///   - answer: runs on one of several threads.
  static func map<Question: Sendable, Answer: Sendable>(
    _ questions: [Question], threads: Int, _ answer: @escaping @Sendable (Question) -> Answer
  ) -> [Answer] {
    let count = max(1, min(threads, questions.count))
    let shares = (0..<count).map { _ in Share<Answer>() }
    let done = DispatchSemaphore(value: 0)
    for (first, share) in shares.enumerated() {
      start {
        share.answers = stride(from: first, to: questions.count, by: count).map {
          answer(questions[$0])
        }
        done.signal()
      }
    }
    for _ in shares { done.wait() }
    return questions.indices.map { shares[$0 % count].answers[$0 / count] }
  }
}

/// The answers of one thread: written by it alone, read only after it has signalled its end.
private final class Share<Answer: Sendable>: @unchecked Sendable {
  var answers: [Answer] = []
}
