import Derivations
import Diagnostics
import Foundation

/// A place as a command line names it: `PATH`, `PATH:LINE` or `PATH:LINE:COLUMN`.
struct Place: Hashable {
  var path: String
  /// From 1.
  var line: Int?
  /// In UTF-8 bytes from 1.
  var column: Int?

  /// - Throws: `usage` at a number that counts nothing.
  init(_ text: String) throws(Diagnostic) {
    var parts = text.split(separator: ":", omittingEmptySubsequences: false)
    var numbers: [Int] = []
    while parts.count > 1, numbers.count < 2, let number = parts.last.flatMap({ Int($0) }) {
      numbers.insert(number, at: 0)
      parts.removeLast()
    }
    path = parts.joined(separator: ":")
    line = numbers.first
    column = numbers.count > 1 ? numbers[1] : nil
    guard !path.isEmpty, numbers.allSatisfy({ $0 > 0 }) else {
      throw Diagnostic(
        .usage, "'\(text)' is no place on a page", hint: "write it as in content/ica.md:41")
    }
  }

  /// Whether a path names the same page, however it is written.
  func isOn(_ other: String) -> Bool {
    URL(filePath: path).standardizedFileURL.path == URL(filePath: other).standardizedFileURL.path
  }

  /// Whether a claim stands in the same file.
  func isOn(_ claim: CheckedClaim) -> Bool { isOn(claim.location.path) }

  /// Whether a claim stands here.
  func meets(_ claim: CheckedClaim) -> Bool {
    isOn(claim.location.path) && distance(to: claim) == Distance()
  }

  /// How far a claim is: in lines, then in columns.
  func distance(to claim: CheckedClaim) -> Distance {
    guard let line else { return Distance() }
    let stretch = claim.location
    guard (stretch.line...stretch.endLine).contains(line) else {
      return Distance(lines: line < stretch.line ? stretch.line - line : line - stretch.endLine)
    }
    guard let column else { return Distance() }
    if line == stretch.line, column < stretch.column {
      return Distance(columns: stretch.column - column)
    }
    if line == stretch.endLine, column >= stretch.endColumn {
      return Distance(columns: column - stretch.endColumn + 1)
    }
    return Distance()
  }

  struct Distance: Hashable, Comparable {
    var lines = 0
    var columns = 0

    static func < (a: Distance, b: Distance) -> Bool {
      (a.lines, a.columns) < (b.lines, b.columns)
    }
  }
}

extension Place: CustomStringConvertible {
  var description: String {
    ([path] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
  }
}
