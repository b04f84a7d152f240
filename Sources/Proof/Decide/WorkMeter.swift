/// Counts the work spent on one claim.
final class WorkMeter {
  private let limit: Int
  private(set) var used = 0

  init(limit: Int) { self.limit = limit }

  /// - Throws: `exhausted` where the limit is passed.
  func charge(_ work: Int) throws(KernelError) {
    let (sum, overflow) = used.addingReportingOverflow(work)
    used = overflow ? .max : sum
    guard used <= limit else { throw .exhausted }
  }
}
