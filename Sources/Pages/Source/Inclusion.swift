package import Diagnostics

/// A file that a page brings in where a line says `<!-- include: path -->`.
package struct IncludedFile: Hashable, Sendable {
  /// The path within the content folder.
  package var path: String
  /// As the reader would type it.
  package var shownPath: String
  package var bytes: [UInt8]

  package init(path: String, shownPath: String, bytes: [UInt8]) {
    self.path = path
    self.shownPath = shownPath
    self.bytes = bytes
  }
}

/// Gives the file at a path, from the file at another one, both within the content folder.
package typealias FileFinder =
  @Sendable (
    _ path: String, _ from: String, _ location: SourceLocation
  ) throws(Diagnostic) -> IncludedFile

/// Puts a page together from its own lines and those of the files it includes.
///
/// A line of the form `<!-- include: path -->` or `<!-- include: path lines=3-9 -->` outside fenced code
/// stands for the lines of the file: those of a Markdown file as they are, without front matter; those
/// of any other file as fenced code. Includes may include; every line remembers where it comes from.
struct Inclusion {
  /// The lines so far, each with its line feed.
  private(set) var text = ""
  private(set) var origins = LineOrigins()
  /// The texts of the included files by their paths as the reader would type them.
  private(set) var included: [String: String] = [:]
  /// What could not be included, each once; the lines that ask for it stand as they are.
  private(set) var faults: Set<Diagnostic> = []

  private let find: FileFinder
  private var fence: (mark: Character, count: Int)?
  private var count = 0

  /// How deep files may include each other.
  private static let depthLimit = 16
  /// How many files a page may include in all.
  private static let countLimit = 1000
  /// The most bytes a page may have with all it includes.
  private static let sizeLimit = 16 << 20

  init(_ find: @escaping FileFinder) { self.find = find }

  /// Adds the lines of a file.
  ///
  /// - Parameters:
  ///   - source: the whole file; lines end with line feeds.
  ///   - range: the lines to take, from 1; all where there is none.
  ///   - path: the file's path within the content folder.
  ///   - shownPath: the same as the reader would type it.
  ///   - open: the files that are being included, outermost first.
  mutating func add(
    _ source: String, lines range: ClosedRange<Int>? = nil, path: String, shownPath: String,
    within open: [String]
  ) throws(Diagnostic) {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let number = index + 1
      // What follows the last line feed is no line.
      if number == lines.count, line.isEmpty { break }
      if let range, !range.contains(number) { continue }
      let isMarkdown = fence == nil
      follow(line)
      if isMarkdown, fence == nil, let request = IncludeRequest(line, number, shownPath) {
        do throws(Diagnostic) {
          try include(request, from: path, within: open)
        } catch {
          guard error.code != .tooLarge else { throw error }
          faults.insert(error)
          try append(line, from: shownPath, number)
        }
      } else {
        try append(line, from: shownPath, number)
      }
    }
  }

  private mutating func append(
    _ line: some StringProtocol, from path: String, _ number: Int
  ) throws(Diagnostic) {
    origins.add(path: path, line: number)
    text += line
    text += "\n"
    guard text.utf8.count <= Self.sizeLimit else {
      throw Diagnostic(
        .tooLarge, "the page is larger than \(Self.sizeLimit >> 20) MB with what it includes",
        at: SourceLocation(path: path, line: number, column: 1))
    }
  }

  private mutating func include(
    _ request: IncludeRequest, from path: String, within open: [String]
  ) throws(Diagnostic) {
    if let fault = request.fault { throw fault }
    let file = try find(request.path, path, request.location)
    guard !open.contains(file.path), open.count < Self.depthLimit else {
      throw Diagnostic(
        .tooDeep,
        open.contains(file.path)
          ? "\(request.path) includes itself"
          : "files include each other more than \(Self.depthLimit) deep",
        at: request.location, hint: "remove one of the includes")
    }
    count += 1
    guard count <= Self.countLimit else {
      throw Diagnostic(
        .tooLarge, "the page includes more than \(Self.countLimit) files", at: request.location,
        hint: "split the page")
    }
    let source = try decode(file.bytes, path: file.shownPath)
    included[file.shownPath] = source
    try request.requireLines(in: source)
    if file.path.hasSuffix(".md") {
      try addMarkdown(source, request, file, within: open)
    } else {
      try addCode(source, request, file)
    }
  }

  private mutating func addMarkdown(
    _ source: String, _ request: IncludeRequest, _ file: IncludedFile, within open: [String]
  ) throws(Diagnostic) {
    let body = FrontMatterSplit(SourceLines(path: file.shownPath, bytes: Array(source.utf8)))
    let lines = request.lines ?? body.bodyLine...Int.max
    try add(
      source, lines: lines, path: file.path, shownPath: file.shownPath, within: open + [file.path])
    // A fence left open must not swallow the page.
    if let fence {
      self.fence = nil
      let close = String(repeating: fence.mark, count: fence.count)
      try append(close, from: request.location.path, request.location.line)
    }
  }

  /// The file's lines between fences longer than any row of backticks in it.
  private mutating func addCode(
    _ source: String, _ request: IncludeRequest, _ file: IncludedFile
  ) throws(Diagnostic) {
    let longest = source.matches(of: #/`+/#).map(\.0.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    let here = request.location
    let name = file.path.split(separator: "/").last.map(String.init) ?? ""
    let language = name.contains(".") ? name.split(separator: ".").last.map(String.init) ?? "" : ""
    try append(fence + language, from: here.path, here.line)
    var lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    // The empty rest behind the last line feed is no line.
    if lines.last?.isEmpty == true { lines.removeLast() }
    for (index, line) in lines.enumerated() where request.lines?.contains(index + 1) ?? true {
      try append(line, from: file.shownPath, index + 1)
    }
    try append(fence, from: here.path, here.line)
  }

  /// Takes note of a fence that a line opens or closes.
  private mutating func follow(_ line: Substring) {
    let rest = line.drop { $0 == " " || $0 == ">" }
    guard let mark = rest.first, mark == "`" || mark == "~" else { return }
    let count = rest.prefix { $0 == mark }.count
    guard count >= 3 else { return }
    if let open = fence {
      let isClosing =
        mark == open.mark && count >= open.count
        && rest.dropFirst(count).allSatisfy(\.isWhitespace)
      if isClosing { fence = nil }
    } else {
      fence = (mark, count)
    }
  }
}

/// What a line asks to be included.
private struct IncludeRequest {
  var path: String
  var lines: ClosedRange<Int>?
  /// Where the path stands.
  var location: SourceLocation
  /// What is wrong with the lines it asks for.
  var fault: Diagnostic?

  /// - Returns: nil where the line is none of the form.
  init?(_ line: Substring, _ number: Int, _ file: String) {
    let form = #/<!--\s*include:\s+(\S.*?)(?:\s+lines=(\S*?))?\s*-->\s*/#
    guard let match = line.wholeMatch(of: form) else { return nil }
    path = String(match.1)
    let column = line[..<match.1.startIndex].utf8.count + 1
    location = SourceLocation(
      path: file, line: number, column: column, endColumn: column + match.1.utf8.count)
    guard let written = match.2 else { return }
    let numbers = written.wholeMatch(of: #/(\d+)-(\d+)/#)
    guard let first = numbers.flatMap({ Int($0.1) }), let last = numbers.flatMap({ Int($0.2) }),
      first > 0, first <= last
    else {
      fault = Diagnostic(
        .syntax, "lines=\(written) names no lines", at: location,
        hint: "write the first and the last line, from 1: lines=3-9")
      return
    }
    lines = first...last
  }

  /// - Throws: `missingFile` where the file ends before the last line that is asked for.
  func requireLines(in source: String) throws(Diagnostic) {
    let count = source.split(separator: "\n", omittingEmptySubsequences: false).count
    // What follows the last line feed is no line.
    let last = source.isEmpty || source.hasSuffix("\n") ? count - 1 : count
    guard let lines, lines.upperBound > last else { return }
    throw Diagnostic(
      .missingFile, "\(path) has only \(last) line\(last == 1 ? "" : "s")", at: location,
      hint: "correct the line numbers")
  }
}

/// From where each line of a text comes.
struct LineOrigins: Hashable, Sendable {
  private struct Run: Hashable {
    /// The number of its first line in the text, from 1.
    var start: Int
    var path: String
    /// The number of that line in its file.
    var line: Int
  }

  private var runs: [Run] = []
  private var count = 0

  /// Adds a line; one that follows the last one in its file takes no room.
  mutating func add(path: String, line: Int) {
    count += 1
    if let last = runs.last, last.path == path, last.line + count - last.start == line { return }
    runs.append(Run(start: count, path: path, line: line))
  }

  /// The file and line that a line of the text comes from.
  ///
  /// - Complexity: O(log r) for r changes from file to file.
  func origin(of line: Int) -> (path: String, line: Int)? {
    guard let first = runs.first, line >= first.start else { return nil }
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].start <= line { low = middle } else { high = middle }
    }
    return (runs[low].path, runs[low].line + line - runs[low].start)
  }
}
