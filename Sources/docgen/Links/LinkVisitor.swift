import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Asks a server whether an address is there.
struct LinkVisitor: Sendable {
  /// How long an answer may take, in seconds.
  var patience = 20.0

  /// How often an address may lead to another.
  private static let redirections = 10

  /// Asks for the head of a file and, where a server does not answer that well, for the file.
  @Sendable func visit(_ address: String) -> LinkCheck.Visit {
    guard let url = URL(string: address) else { return .failed("it is no address") }
    let head = follow(url, "HEAD")
    return head == .found ? head : follow(url, "GET")
  }

  private func follow(_ start: URL, _ method: String) -> LinkCheck.Visit {
    var url = start
    for _ in 0...Self.redirections {
      let answer = Request(url, method, patience: patience).answer()
      switch answer {
      case .failure(let trouble): return .failed(trouble.reason)
      case .success(let response):
        guard (300..<400).contains(response.statusCode),
          let place = response.value(forHTTPHeaderField: "Location"),
          let next = URL(string: place, relativeTo: url)?.absoluteURL
        else { return Self.meaning(of: response.statusCode) }
        url = next
      }
    }
    return .failed("it leads from address to address")
  }

  private static func meaning(of status: Int) -> LinkCheck.Visit {
    switch status {
    case 200..<400: .found
    case 408, 425, 429, 500...: .failed("it answers \(status)")
    default: .missing(status: status)
    }
  }
}

/// One request without its redirections, which Foundation follows without a slash at the end.
private final class Request: NSObject, URLSessionDataDelegate, @unchecked Sendable {
  struct Trouble: Error {
    var reason: String
  }

  private let request: URLRequest
  private let patience: Double
  private let outcome = Mutex<Result<HTTPURLResponse, Trouble>>(
    .failure(Trouble(reason: "no answer came in time")))
  private let done = DispatchSemaphore(value: 0)

  init(_ url: URL, _ method: String, patience: Double) {
    var request = URLRequest(url: url, timeoutInterval: patience)
    request.httpMethod = method
    request.setValue("docgen (link check)", forHTTPHeaderField: "User-Agent")
    self.request = request
    self.patience = patience
  }

  func answer() -> Result<HTTPURLResponse, Trouble> {
    let session = URLSession(configuration: .ephemeral, delegate: self, delegateQueue: nil)
    let task = session.dataTask(with: request)
    task.resume()
    if done.wait(timeout: .now() + patience + 5) == .timedOut { task.cancel() }
    session.invalidateAndCancel()
    return outcome.withLock { $0 }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest: URLRequest,
    completionHandler: @escaping (URLRequest?) -> Void
  ) {
    outcome.withLock { $0 = .success(response) }
    completionHandler(nil)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
  ) {
    if let response = response as? HTTPURLResponse { outcome.withLock { $0 = .success(response) } }
    completionHandler(.cancel)
    done.signal()
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    outcome.withLock { outcome in
      guard case .failure = outcome, let error else { return }
      let text = error.localizedDescription
      let words = text.hasSuffix(".") ? String(text.dropLast()) : text
      outcome = .failure(Trouble(reason: words.prefix(1).lowercased() + words.dropFirst()))
    }
    done.signal()
  }
}
