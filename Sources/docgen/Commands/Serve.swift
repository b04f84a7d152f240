import Diagnostics
import Foundation
import Preview
import Site
import Terminal

extension Docgen {
  /// `docgen serve`: shows the site on this machine and follows its content until it is interrupted.
  func serve(_ invocation: Invocation) throws(Diagnostic) -> Outcome {
    var order = Order(invocation)
    order.showsDrafts = true
    let site = LiveSite()
    let content = URL(filePath: path("content", in: order.root))
    guard FileManager.default.fileExists(atPath: content.path) else {
      throw Diagnostic(
        .missingFile, "there is no folder \(path("content", in: order.root))",
        hint: "docgen init makes one, and --root names the folder that holds it")
    }
    // Watched before it is first read, so that no change falls between.
    let settings = content.deletingLastPathComponent().appendingPathComponent("docgen.yml")
    var changes = watcher(of: content, and: [settings])
    refresh(site, order, invocation)
    let server = try start(site, at: invocation.number(of: .port))
    console.log("serving \(server.address) until interrupted")
    while true {
      changes.wait()
      refresh(site, order, invocation)
    }
  }

  /// Serves at a port or, where none was asked for, at the first free one from 8080.
  private func start(_ site: LiveSite, at port: Int?) throws(Diagnostic) -> PreviewServer {
    if let port {
      guard let port = UInt16(exactly: port) else {
        throw Diagnostic(.usage, "\(port) is no port", hint: "ports go up to 65535")
      }
      return try PreviewServer(site, port: port)
    }
    for port in UInt16(8080)..<8100 {
      if let server = try? PreviewServer(site, port: port) { return server }
    }
    return try PreviewServer(site, port: 0)
  }

  /// Builds the site anew; what makes that impossible leaves the last good one.
  func refresh(_ site: LiveSite, _ order: Order, _ invocation: Invocation) {
    let start = ContinuousClock.now
    var report: Report
    var files: [String: [UInt8]]?
    do throws(Diagnostic) {
      let content = try engine.check(order)
      report = Report(content, for: invocation)
      if report.outcome <= .failed {
        files = Dictionary(try content.files().map { ($0.path, $0.bytes) }) { $1 }
      }
    } catch {
      report = Report(pages: [], diagnostics: error.each)
    }
    let time = (ContinuousClock.now - start) / .milliseconds(1)
    let isWell = report.outcome == .clean
    site.replace(
      files: files, trouble: isWell ? "" : report.text(TextStyle(detail: .quiet)))
    if !isWell || !invocation.has(.quiet) {
      console.writeLog(report.text(TextStyle(detail: .quiet, isColoured: console.coloursLog)))
      console.log("built in \(Int(time)) ms")
    }
  }
}
