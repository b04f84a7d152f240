import Diagnostics
import Foundation
import Testing

@testable import Preview

@Suite struct PreviewServerTests {
  private let site = LiveSite()
  private let server: PreviewServer
  private let port: UInt16

  init() throws {
    site.replace(files: ["index.html": Array("<p>home</p>".utf8)], trouble: "")
    server = try PreviewServer(site, port: 0)
    port = try #require(UInt16(server.address.split(separator: ":")[2].dropLast()))
  }

  /// Sends a text to the server and reads until something holds of the answer, or it ends.
  private func exchange(_ text: String, until isEnough: (String) -> Bool = { _ in false }) -> String
  {
    let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(handle) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let isConnected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { return "no connection" }
    let request = Array(text.utf8)
    _ = send(handle, request, request.count, 0)
    var answer = ""
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !isEnough(answer) {
      let count = recv(handle, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      answer += String(decoding: buffer[..<count], as: UTF8.self)
    }
    return answer
  }

  private func ask(
    _ path: String, method: String = "GET", host: String? = nil, body: String = ""
  ) -> String {
    exchange(
      """
      \(method) \(path) HTTP/1.1\r
      Host: \(host ?? "127.0.0.1:\(port)")\r
      Connection: close\r
      Content-Length: \(body.utf8.count)\r
      \r
      \(body)
      """)
  }

  @Test func siteIsServedWithoutBeingKept() {
    let answer = ask("/")
    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(answer.contains("Content-Type: text/html; charset=utf-8\r\n"))
    #expect(answer.contains("Cache-Control: no-store\r\n"))
    #expect(answer.hasSuffix("<p>home</p>"))
  }

  @Test(arguments: ["example.org", "127.0.0.1", "127.0.0.1:1", "LOCALHOST.example.org"])
  func otherNamesAreRefused(_ host: String) {
    #expect(ask("/", host: host).hasPrefix("HTTP/1.1 403 "))
  }

  @Test func ownNameIsRead() {
    #expect(ask("/", host: "LocalHost:\(port)").hasPrefix("HTTP/1.1 200 "))
  }

  @Test(arguments: ["POST", "PUT", "DELETE"])
  func otherMethodsAreRefused(_ method: String) {
    #expect(ask("/", method: method, body: "a=b").hasPrefix("HTTP/1.1 405 "))
  }

  @Test func escapesAreRead() {
    site.replace(files: ["a b.txt": Array("text".utf8)], trouble: "")
    #expect(ask("/a%20b.txt").hasSuffix("text"))
  }

  @Test func eventsTellEachVersion() {
    let request = "GET /docgen-live-events HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n"
    var isChanged = false
    let answer = exchange(request) { answer in
      if answer.contains("data: 1\n\n"), !isChanged {
        isChanged = true
        site.replace(files: [:], trouble: "gone")
      }
      return answer.contains("data: 2\n\n")
    }
    #expect(answer.contains("Content-Type: text/event-stream\r\n"))
    #expect(answer.contains("data: 2\n\n"))
  }

  @Test func takenPortIsRefused() throws {
    let error = try #require(throws: Diagnostic.self) { try PreviewServer(site, port: port) }
    #expect(error.code == .usage)
    #expect(error.message == "port \(port) cannot be served at: address already in use")
    server.stop()
  }
}
