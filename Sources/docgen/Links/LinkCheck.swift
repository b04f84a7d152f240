import Diagnostics
import Foundation
import Site
import Terminal

/// Visits the addresses that pages link to.
struct LinkCheck: Sendable {
  /// Patterns of addresses that are left alone.
  var unchecked: [String]
  /// How often an address is tried that does not answer, or asks for patience.
  var attempts = 3
  /// How long to wait before the second attempt, in seconds; twice as long before each further one.
  var pause = 1.0

  /// What an address answers.
  enum Visit: Hashable, Sendable {
    case found
    /// It says that there is nothing, and trying again would not help.
    case missing(status: Int)
    /// It could not be asked, or could not answer now.
    case failed(String)
  }

  /// How many addresses are visited at once.
  private static let threads = 8

  /// Whether an address is visited.
  func visits(_ address: String) -> Bool {
    !unchecked.contains { LinkPattern($0).matches(address) }
  }

  /// An error at each link whose address is not there, by location.
  ///
  /// - Parameter links: the places of the links by their address.
  func diagnostics(
    _ links: [String: [SourceLocation]], visit: @escaping @Sendable (String) -> Visit
  ) -> [Diagnostic] {
    let addresses = links.keys.filter(visits).sorted()
    let answers = LargeStack.map(addresses, threads: Self.threads) { address in
      persistently(address, visit)
    }
    return zip(addresses, answers).flatMap { address, answer in
      (links[address] ?? []).compactMap { Self.diagnostic(address, answer, at: $0) }
    }.sorted()
  }

  private func persistently(_ address: String, _ visit: (String) -> Visit) -> Visit {
    var answer = visit(address)
    for attempt in 0..<(attempts - 1) {
      guard case .failed = answer else { return answer }
      Thread.sleep(forTimeInterval: pause * pow(2, Double(attempt)))
      answer = visit(address)
    }
    return answer
  }

  private static func diagnostic(
    _ address: String, _ answer: Visit, at location: SourceLocation
  ) -> Diagnostic? {
    switch answer {
    case .found: nil
    case .missing(let status):
      Diagnostic(
        .brokenLink, "\(address) answers \(status)", at: location,
        hint: "correct the address, or name it under unchecked_links in docgen.yml")
    case .failed(let reason):
      Diagnostic(
        .brokenLink, "\(address) cannot be reached: \(reason)", at: location,
        hint: "try again later, or name it under unchecked_links in docgen.yml")
    }
  }
}
