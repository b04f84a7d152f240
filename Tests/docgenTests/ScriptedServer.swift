import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A server on this machine that answers each request as it is told to, one connection after the other.
final class ScriptedServer: Sendable {
  /// What a request is answered with.
  enum Answer: Sendable {
    case status(Int)
    case redirect(to: String)
    /// The connection stays open, and nothing comes.
    case silence
  }

  struct Trouble: Error {}

  let address: String
  private let socket: Int32
  private let asked = Mutex<[String]>([])
  private let silent = Mutex<[Int32]>([])

  /// - Parameter answer: takes the request's method and path, and how often these were asked before.
  init(_ answer: @escaping @Sendable (String, Int) -> Answer) throws {
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    let socket = Foundation.socket(AF_INET, kind, 0)
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isOpen = withUnsafeMutablePointer(to: &place) { place in
      place.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
        bind(socket, place, length) == 0 && listen(socket, 16) == 0
          && getsockname(socket, place, &length) == 0
      }
    }
    guard socket >= 0, isOpen else { throw Trouble() }
    self.socket = socket
    address = "http://127.0.0.1:\(UInt16(bigEndian: place.sin_port))/"
    Thread.detachNewThread { [self] in serve(answer) }
  }

  /// The requests so far, as `GET /a`.
  var requests: [String] { asked.withLock { $0 } }

  func stop() {
    shutdown(socket, Int32(SHUT_RDWR))
    close(socket)
    silent.withLock { $0.forEach { _ = close($0) } }
  }

  private func serve(_ answer: (String, Int) -> Answer) {
    while true {
      let connection = accept(socket, nil, nil)
      guard connection >= 0 else { return }
      let request = Self.firstLine(of: connection)
      let before = asked.withLock { asked in
        asked.append(request)
        return asked.count { $0 == request } - 1
      }
      reply(answer(request, before), on: connection)
    }
  }

  private func reply(_ answer: Answer, on connection: Int32) {
    let head: String
    switch answer {
    case .status(let status): head = "\(status) X"
    case .redirect(let target): head = "302 X\r\nLocation: \(target)"
    case .silence: return silent.withLock { $0.append(connection) }
    }
    let text = Array("HTTP/1.1 \(head)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8)
    _ = write(connection, text, text.count)
    close(connection)
  }

  /// The method and path that a request begins with.
  private static func firstLine(of connection: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = max(0, read(connection, &bytes, bytes.count))
    let line = String(decoding: bytes[..<count], as: UTF8.self).prefix { $0 != "\r\n" }
    return line.split(separator: " ").prefix(2).joined(separator: " ")
  }
}
