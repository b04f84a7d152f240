import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Asks a server whether an address is there.
struct LinkVisitor: Sendable {
  /// How long an answer may take, in seconds.
  var patience = 20.0

  /// Asks for the head of a file and, where a server does not answer that well, for the file.
  @Sendable func visit(_ address: String) -> LinkCheck.Visit {
    guard let url = URL(string: address) else { return .failed("it is no address") }
    let head = ask(url, "HEAD")
    return head == .found ? head : ask(url, "GET")
  }

  private func ask(_ url: URL, _ method: String) -> LinkCheck.Visit {
    var request = URLRequest(url: url, timeoutInterval: patience)
    request.httpMethod = method
    request.setValue("docgen (link check)", forHTTPHeaderField: "User-Agent")
    let answer = Mutex(LinkCheck.Visit.failed("no answer came in time"))
    let done = DispatchSemaphore(value: 0)
    let task = URLSession.shared.dataTask(with: request) { _, response, error in
      answer.withLock { $0 = Self.meaning(response, error) }
      done.signal()
    }
    task.resume()
    if done.wait(timeout: .now() + patience + 5) == .timedOut { task.cancel() }
    return answer.withLock { $0 }
  }

  private static func meaning(_ response: URLResponse?, _ error: (any Error)?) -> LinkCheck.Visit {
    guard let status = (response as? HTTPURLResponse)?.statusCode else {
      let reason = error?.localizedDescription ?? "it gave no answer"
      let words = reason.hasSuffix(".") ? String(reason.dropLast()) : reason
      return .failed(words.prefix(1).lowercased() + words.dropFirst())
    }
    switch status {
    case 200..<400: return .found
    case 408, 425, 429, 500...: return .failed("it answers \(status)")
    default: return .missing(status: status)
    }
  }
}
