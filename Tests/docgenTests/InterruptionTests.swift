import Foundation
import Testing

@testable import docgen

@Suite struct InterruptionTests {
  @Test func interruptedRunEndsWith130() async {
    await #expect(processExitsWith: .exitCode(130)) {
      await send(SIGINT)
    }
  }

  @Test func terminatedRunEndsWith143() async {
    await #expect(processExitsWith: .exitCode(143)) {
      await send(SIGTERM)
    }
  }
}

/// Sends a signal to this process and gives it time to end.
private func send(_ number: Int32) async {
  Interruption.endProcess()
  kill(getpid(), number)
  try? await Task.sleep(for: .seconds(20))
}
