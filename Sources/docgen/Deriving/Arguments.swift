import Diagnostics
import Foundation

/// One statement of the page that `docgen derive` makes in memory, and the argument it came from.
struct ArgumentStatement: Hashable {
  /// What the statement is there for.
  enum Role: Hashable {
    case given, definition, network, deltas, convention, gradient, steps, claim
  }

  var role: Role
  /// What we put before the argument: `F = `.
  var opening = ""
  /// The piece of the argument.
  var text: String
  /// What stands for the argument in locations: `--given`.
  var argument: String
  /// Where the piece starts in it.
  var line = 1
  var column = 1

  /// The line of the block.
  var whole: String { opening + text }
}

extension ArgumentStatement {
  /// The statements of `--given` arguments, one after the other: parted by line ends and by `;`
  /// outside brackets and quotes. Each argument starts on a line of its own.
  static func given(_ arguments: [String]) -> [ArgumentStatement] {
    lines(arguments).enumerated().flatMap { index, line in
      pieces(line).map { piece in
        ArgumentStatement(
          role: .given, text: String(piece), argument: "--given", line: index + 1,
          column: line.utf8.distance(from: line.startIndex, to: piece.startIndex) + 1)
      }
    }
  }

  /// The lines of all arguments.
  static func lines(_ arguments: [String]) -> [Substring] {
    arguments.flatMap { $0.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) }
  }

  private static func pieces(_ line: Substring) -> [Substring] {
    var depth = 0
    var isQuoted = false
    var isComment = false
    let pieces = line.split { character in
      switch character {
      case "\"" where !isComment: isQuoted.toggle()
      case "#" where !isQuoted: isComment = true
      case "(" where !isQuoted, "[" where !isQuoted: depth += 1
      case ")" where !isQuoted, "]" where !isQuoted: depth -= 1
      default: break
      }
      return character == ";" && depth <= 0 && !isQuoted && !isComment
    }
    return pieces.filter { !$0.allSatisfy(\.isWhitespace) }
  }
}

/// A page made of statements, each in a block of its own, so that one left open ends there.
struct ArgumentPage {
  let statements: [ArgumentStatement]

  /// What stands for the page in locations, until they are moved to the arguments.
  static let path = "arguments"

  /// The Markdown of the page.
  var source: String {
    // Longer than any run of backticks in a statement, so that none can end its block.
    let fence = String(repeating: "`", count: longestRun + 3)
    return statements.map { "\(fence)derive\n\($0.whole)\n\(fence)\n\n" }.joined()
  }

  /// The lines that a statement takes up, itself on the second.
  private static let height = 4

  private var longestRun: Int {
    statements.map { statement in
      statement.text.split { $0 != "`" }.map(\.count).max() ?? 0
    }
    .max() ?? 0
  }

  /// The place in an argument that a place on the page came from.
  func origin(of place: SourceLocation) -> SourceLocation {
    let index = (place.line - 1) / Self.height
    guard statements.indices.contains(index) else { return place }
    let statement = statements[index]
    let (opening, length) = (statement.opening.utf8.count, statement.text.utf8.count)
    /// A column of the statement's line as a column of the argument.
    func column(_ column: Int, onLine line: Int) -> Int {
      let offset = line == Self.height * index + 2 ? column - 1 - opening : length
      return statement.column + max(0, min(offset, length))
    }
    let start = column(place.column, onLine: place.line)
    let end = column(place.endColumn, onLine: place.endLine)
    return SourceLocation(
      path: statement.argument, line: statement.line, column: start, endLine: statement.line,
      endColumn: max(start, end))
  }
}
