internal import CMicrohttpd
package import Diagnostics
internal import Foundation
internal import Synchronization

/// Serves a site in memory to browsers on this machine.
package final class PreviewServer: Sendable {
  /// The address to open.
  package let address: String
  private let context: Context
  private let daemon: Mutex<OpaquePointer?>

  /// What the callbacks know.
  final class Context: Sendable {
    let site: LiveSite
    /// What a browser may call this server, so that no page of another name can read it.
    let hosts: [String]
    private let stopped = Atomic(false)

    init(_ site: LiveSite, port: UInt16) {
      self.site = site
      hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
    }

    var isStopped: Bool { stopped.load(ordering: .relaxed) }
    func stop() { stopped.store(true, ordering: .relaxed) }
  }

  /// Starts to serve.
  ///
  /// - Parameter port: 0 takes any that is free.
  /// - Throws: `usage` where the port cannot be used.
  package init(_ site: LiveSite, port: UInt16) throws(Diagnostic) {
    let listening = try Listening(port: port)
    let context = Context(site, port: listening.port)
    let flags =
      MHD_USE_INTERNAL_POLLING_THREAD.rawValue | MHD_USE_THREAD_PER_CONNECTION.rawValue
    let started = withVaList([
      MHD_OPTION.LISTEN_SOCKET.rawValue, listening.socket, MHD_OPTION.CONNECTION_TIMEOUT.rawValue,
      UInt32(30), MHD_OPTION.END.rawValue,
    ]) { options in
      MHD_start_daemon_va(
        flags, 0, nil, nil, respond, Unmanaged.passUnretained(context).toOpaque(), options)
    }
    guard let started else {
      close(listening.socket)
      throw Diagnostic(.internalError, "the server does not start")
    }
    self.context = context
    daemon = Mutex(started)
    address = "http://127.0.0.1:\(listening.port)/"
  }

  /// Ends all connections.
  package func stop() {
    context.stop()
    daemon.withLock {
      if let running = $0 { MHD_stop_daemon(running) }
      $0 = nil
    }
  }

  deinit { stop() }
}

/// Called by the library for each request, first with its head alone.
private let respond: MHD_AccessHandlerCallback = {
  closure, connection, url, method, _, _, size, state in
  guard let closure, let connection, let url, let method, let state else { return MHD_Result.NO }
  guard state.pointee != nil else {
    state.pointee = closure
    return MHD_Result.YES
  }
  // A body may not be answered before it has been read to its end.
  if let size, size.pointee > 0 {
    size.pointee = 0
    return MHD_Result.YES
  }
  let context = Unmanaged<PreviewServer.Context>.fromOpaque(closure).takeUnretainedValue()
  let request = Request(
    path: String(cString: url), method: String(cString: method),
    host: MHD_lookup_connection_value(connection, MHD_ValueKind.HEADER_KIND, "Host")
      .map { String(cString: $0) })
  return request.respond(on: connection, context)
}

/// One request of a browser.
private struct Request {
  var path: String
  var method: String
  var host: String?

  func respond(
    on connection: OpaquePointer, _ context: PreviewServer.Context
  ) -> MHD_Result {
    guard let host, context.hosts.contains(host.lowercased()) else {
      return send(Answer(403, "this server answers only to its own name"), connection)
    }
    guard method == "GET" || method == "HEAD" else {
      return send(Answer(405, "only GET and HEAD are answered"), connection)
    }
    return path == LiveSite.events && method == "GET"
      ? sendEvents(connection, context) : send(context.site.answer(path), connection)
  }

  private func send(_ answer: Answer, _ connection: OpaquePointer) -> MHD_Result {
    let bytes = answer.bytes
    let response = bytes.withUnsafeBytes {
      MHD_create_response_from_buffer(
        $0.count, UnsafeMutableRawPointer(mutating: $0.baseAddress),
        MHD_ResponseMemoryMode.RESPMEM_MUST_COPY)
    }
    guard let response else { return MHD_Result.NO }
    defer { MHD_destroy_response(response) }
    MHD_add_response_header(response, "Content-Type", answer.type)
    MHD_add_response_header(response, "Cache-Control", "no-store")
    MHD_add_response_header(response, "X-Content-Type-Options", "nosniff")
    if let location = answer.location { MHD_add_response_header(response, "Location", location) }
    return MHD_queue_response(connection, UInt32(answer.status), response)
  }

  /// A stream that tells the version of the site at once and then whenever it changes.
  private func sendEvents(
    _ connection: OpaquePointer, _ context: PreviewServer.Context
  ) -> MHD_Result {
    let events = Unmanaged.passRetained(Events(context)).toOpaque()
    guard
      let response = MHD_create_response_from_callback(
        .max, 512, readEvents, events, { $0.map { Unmanaged<Events>.fromOpaque($0).release() } })
    else {
      Unmanaged<Events>.fromOpaque(events).release()
      return MHD_Result.NO
    }
    defer { MHD_destroy_response(response) }
    MHD_add_response_header(response, "Content-Type", "text/event-stream")
    MHD_add_response_header(response, "Cache-Control", "no-store")
    return MHD_queue_response(connection, 200, response)
  }
}

/// The state of one stream of events; its connection's thread alone uses it.
private final class Events {
  private let context: PreviewServer.Context
  private var told: Int?

  init(_ context: PreviewServer.Context) { self.context = context }

  /// Waits for the next event, or at most five seconds; nil once the server stops.
  ///
  /// Source: WHATWG, "HTML", §9.2 "Server-sent events".
  func next() -> String? {
    for _ in 0..<100 {
      if context.isStopped { return nil }
      let version = context.site.version
      if version != told {
        told = version
        return "data: \(version)\n\n"
      }
      usleep(50_000)
    }
    return ":\n\n"
  }
}

/// Called by the library on a connection's own thread to fill the next piece of a stream.
private let readEvents: MHD_ContentReaderCallback = { closure, _, buffer, size in
  guard let closure, let buffer else { return -1 }
  let events = Unmanaged<Events>.fromOpaque(closure).takeUnretainedValue()
  guard let text = events.next(), text.utf8.count <= size else { return -1 }
  for (index, byte) in text.utf8.enumerated() { buffer[index] = CChar(bitPattern: byte) }
  return text.utf8.count
}
