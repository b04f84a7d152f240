import Derivations
import Diagnostics
import Notation
import Pages
import Proof

/// Pages of display equations with what their check has to say, from a table in text.
///
/// `= title` begins a page; the lines behind it up to the first equation are its `derive` block. `. TeX`
/// defines something, `+ TeX` is true, `- TeX` is false, `? TeX ## reason` is refused for a reason that
/// contains the given words. Lines that are indented by two blanks continue an equation.
struct EquationTable {
  struct Item: Sendable {
    enum Expectation: Character, Sendable {
      case defines = "."
      case holds = "+"
      case fails = "-"
      case isRefused = "?"
    }

    var expectation: Expectation
    var tex: String
    /// Words of the reason to refuse it.
    var reason: String?
  }

  /// The statements of one `derive` block, and the equations below it.
  struct Page: Sendable, CustomStringConvertible {
    var title: String
    var statements: [String] = []
    var items: [Item] = []

    var description: String { title }
  }

  private(set) var pages: [Page] = []

  init(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: true) { add(String(line)) }
  }

  private mutating func add(_ line: String) {
    let rest = String(line.dropFirst(2))
    if line.hasPrefix("= ") {
      pages.append(Page(title: rest))
    } else if pages.isEmpty {
      return
    } else if line.hasPrefix("  "), !pages[pages.count - 1].items.isEmpty {
      let last = pages[pages.count - 1].items.count - 1
      pages[pages.count - 1].items[last].tex += "\n" + rest
    } else if line.dropFirst().first == " ", let sign = line.first,
      let expectation = Item.Expectation(rawValue: sign)
    {
      let parts = rest.split(separator: " ## ", maxSplits: 1).map(String.init)
      pages[pages.count - 1].items.append(
        Item(expectation: expectation, tex: parts[0], reason: parts.count > 1 ? parts[1] : nil))
    } else {
      pages[pages.count - 1].statements.append(line)
    }
  }

  /// All the tables of this program.
  static let all = [
    TypicalEquations.table, FirstCapabilities.table, SecondCapabilities.table, CourseNotes.table,
    SpellingsOfNames.table, SpellingsOfParts.table, SpellingsOfStatements.table,
    DistinctCases.table, BooksAndCourses.table, ModelPages.table,
    FreeLetters.table, SideConditions.table, ReadingsOfNames.table, GenericFunctions.table,
  ].map { EquationTable($0) }
}

extension EquationTable.Page {
  /// What is not as expected of an equation, one line each.
  func faults() -> [String] {
    var faults: [String] = []
    let result: PageResult
    do {
      let page = try Pages.Page(path: title, bytes: Array(markdown.utf8))
      result = PageChecker.check(page)
    } catch {
      return ["\(title): \(error)"]
    }
    faults += result.diagnostics.filter { $0.severity == .error }.map { "\(title): \($0.message)" }
    for (item, lines) in zip(items, lines) {
      let claims = result.claims.filter { lines.contains($0.location.line) }
      if !item.isMet(by: claims) {
        let verdicts = claims.map { $0.judgement.verdict.rawValue }.joined(separator: ", ")
        let troubles = claims.compactMap { $0.trouble?.message }.joined(separator: "; ")
        faults.append(
          "\(title): \(item.expectation.rawValue) \(item.tex): [\(verdicts)] \(troubles)")
      }
    }
    return faults
  }

  /// The page: every equation under a comment that asks for its check.
  private var markdown: String {
    let block = ["```derive table"] + statements + ["```", ""]
    let displays = items.flatMap { ["<!-- check -->", "", "$$", $0.tex, "$$", ""] }
    return (block + displays).joined(separator: "\n")
  }

  /// The lines of each equation in the page, counted from 1.
  private var lines: [ClosedRange<Int>] {
    var next = statements.count + 4
    return items.map { item in
      let first = next + 3
      let count = item.tex.split(separator: "\n", omittingEmptySubsequences: false).count
      next = first + count + 2
      return first...(first + count - 1)
    }
  }

  /// The names of the block, for reading alone.
  func scope() throws -> Scope {
    let source = SourceText(path: title, text: statements.joined(separator: "\n"))
    var scope = Scope()
    for line in StatementReader.read(source) { try scope.take(line.content.get(), in: source) }
    return scope
  }
}

extension EquationTable.Item {
  func isMet(by claims: [CheckedClaim]) -> Bool {
    let verdicts = claims.map(\.judgement.verdict)
    switch expectation {
    case .defines: return verdicts.allSatisfy(\.holds)
    case .holds: return !verdicts.isEmpty && verdicts.allSatisfy(\.holds)
    case .fails:
      return verdicts.contains(.refuted) && !verdicts.contains(.unreadable)
        && !verdicts.contains(.undecided)
    case .isRefused:
      guard !verdicts.contains(.refuted), verdicts.isEmpty || verdicts.contains(.unreadable) else {
        return false
      }
      guard let reason else { return true }
      return claims.contains { $0.trouble?.message.contains(reason) == true }
    }
  }
}
