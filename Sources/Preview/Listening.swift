internal import Diagnostics
internal import Foundation

/// A socket that only programs on this machine reach.
struct Listening {
  let socket: Int32
  let port: UInt16

  /// Listens at a port of the loopback address; 0 takes any that is free.
  ///
  /// - Throws: `usage` where the port is taken or may not be used.
  init(port: UInt16) throws(Diagnostic) {
    let socket = Foundation.socket(AF_INET, Self.stream, 0)
    guard socket >= 0 else {
      throw Diagnostic(.internalError, "no socket can be made", hint: "close other programs")
    }
    var yes: Int32 = 1
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    guard Self.bind(socket, &address), listen(socket, 64) == 0 else {
      let reason = String(cString: strerror(errno)).lowercased()
      close(socket)
      throw Diagnostic(
        .usage, "port \(port) cannot be served at: \(reason)", hint: "choose another by --port")
    }
    self.socket = socket
    self.port = UInt16(bigEndian: address.sin_port)
  }

  /// Binds, and writes the address that was given back.
  private static func bind(_ socket: Int32, _ address: inout sockaddr_in) -> Bool {
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Foundation.bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
  }

  #if os(Linux)
    private static let stream = Int32(SOCK_STREAM.rawValue)
  #else
    private static let stream = SOCK_STREAM
  #endif
}
