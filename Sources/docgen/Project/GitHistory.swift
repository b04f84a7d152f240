import Diagnostics
import Foundation
import Site

/// When the files of a content folder were last changed, by the history of git.
struct GitHistory {
  /// The content folder.
  var folder: URL
  /// As the reader would type it.
  var name: String
  var environment = ProcessInfo.processInfo.environment

  /// The time of the last commit of each file, by its path within the folder.
  ///
  /// Where `SOURCE_DATE_EPOCH` is set no time is later than it. Files without a commit have none.
  ///
  /// - Throws: `configuration` where there is no history, or only the end of it.
  /// - Complexity: linear in the history of the folder.
  func history() throws(Diagnostic) -> PageHistory {
    guard let shallow = run(["rev-parse", "--is-shallow-repository"]) else {
      throw Diagnostic(
        .configuration, "dates are asked for, but \(name) is in no repository of git",
        hint: "remove dates from docgen.yml, or install git and commit the pages")
    }
    guard shallow.trimmingCharacters(in: .whitespacesAndNewlines) != "true" else {
      throw Diagnostic(
        .configuration, "dates are asked for, but the history of \(name) is cut off",
        hint: "fetch all of it: fetch-depth: 0 with actions/checkout, or git fetch --unshallow")
    }
    let log = run([
      "log", "--format=%x01%ct", "--name-only", "-z", "--no-renames", "--relative", ".",
    ])
    return PageHistory(Self.latest(log ?? "", atMost: limit))
  }

  private var limit: Int? { environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) } }

  /// Reads commits, the latest first: a mark and a time, then the paths they changed.
  static func latest(_ log: String, atMost limit: Int?) -> [String: Int] {
    var changed: [String: Int] = [:]
    for commit in log.split(separator: "\u{1}") {
      let parts = commit.split(whereSeparator: { $0 == "\0" || $0 == "\n" })
      guard let time = parts.first.flatMap({ Int($0) }) else { continue }
      let moment = min(time, limit ?? time)
      // A branch may hold a later commit further down.
      for path in parts.dropFirst() { changed[String(path), default: moment].raise(to: moment) }
    }
    return changed
  }

  /// What git prints; nil where it fails.
  private func run(_ arguments: [String]) -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "-c", "core.quotePath=false", "-C", folder.path] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    do { try process.run() } catch { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }
}

extension Int {
  fileprivate mutating func raise(to other: Int) { self = Swift.max(self, other) }
}
