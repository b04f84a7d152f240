import Diagnostics
import Foundation
import Terminal

/// The two streams of a run: results go to one, the log to the other.
struct Console: Sendable {
  /// Writes a result.
  var write: @Sendable (String) throws(Diagnostic) -> Void
  /// Writes to the log. A log that cannot be written is no reason to stop.
  var writeLog: @Sendable (String) -> Void
  var coloursResults = false
  var coloursLog = false

  /// Writes a line to the log.
  func log(_ line: String) { writeLog(line + "\n") }

  /// Writes what went wrong to the log.
  func log(_ diagnostic: Diagnostic) {
    let style = TextStyle(isColoured: coloursLog)
    let sources = SourceTexts.of(diagnostic.each)
    for one in diagnostic.each { writeLog(one.text(style, sources: sources)) }
  }
}

extension Console {
  /// The standard output and the standard error of the process.
  static var process: Console {
    let wantsColour = { (stream: Int32) in
      TextStyle.wantsColour(
        environment: ProcessInfo.processInfo.environment, isTerminal: isatty(stream) == 1)
    }
    return Console(
      write: { text throws(Diagnostic) in try writeResult(text) },
      writeLog: { try? FileHandle.standardError.write(contentsOf: Data($0.utf8)) },
      coloursResults: wantsColour(STDOUT_FILENO), coloursLog: wantsColour(STDERR_FILENO))
  }

  private static func writeResult(_ text: String) throws(Diagnostic) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      throw Diagnostic(
        .writeFailed, "the output cannot be written", hint: "make room where it is sent to")
    }
  }
}
