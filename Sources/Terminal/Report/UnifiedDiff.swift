/// The change of one file, as `patch` and `git apply` read it.
///
/// Source: POSIX, `diff -u`; GNU diffutils, "Unified Format".
package struct UnifiedDiff: Hashable, Sendable {
  fileprivate enum Mark: Character { case kept = " ", removed = "-", added = "+" }

  fileprivate struct Line: Hashable {
    var mark: Mark
    /// With its line end, where it has one.
    var text: Substring
  }

  private let path: String
  private let lines: [Line]

  /// How many unchanged lines are shown around a change.
  private static let context = 3

  /// - Complexity: O(n·d) for n lines of which d differ.
  package init(path: String, from old: String, to new: String) {
    self.path = path
    let (old, new) = (old.linesWithEnds, new.linesWithEnds)
    let difference = new.difference(from: old)
    let removed = Set(difference.removals.map(offset))
    let added = Set(difference.insertions.map(offset))
    var lines: [Line] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if i < old.count, removed.contains(i) {
        lines.append(Line(mark: .removed, text: old[i]))
        i += 1
      } else if j < new.count, added.contains(j) {
        lines.append(Line(mark: .added, text: new[j]))
        j += 1
      } else {
        lines.append(Line(mark: .kept, text: old[i]))
        (i, j) = (i + 1, j + 1)
      }
    }
    self.lines = lines
  }

  /// The diff with its line ends; empty where nothing differs.
  package func text(_ style: TextStyle = TextStyle()) -> String {
    let hunks = self.hunks
    guard !hunks.isEmpty else { return "" }
    let head = ["--- a/\(path)", "+++ b/\(path)"].map { style.paint($0.harmless, .strong) + "\n" }
    return head.joined() + hunks.map { text(of: $0, style) }.joined()
  }

  /// The stretches of lines that are shown: changes with their context, joined where they meet.
  private var hunks: [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in lines.indices where lines[index].mark != .kept {
      let lower = max(0, index - Self.context)
      let upper = min(lines.count, index + Self.context + 1)
      if let last = hunks.last, last.upperBound >= lower {
        hunks[hunks.count - 1] = last.lowerBound..<upper
      } else {
        hunks.append(lower..<upper)
      }
    }
    return hunks
  }

  private func text(of hunk: Range<Int>, _ style: TextStyle) -> String {
    let sides = "-\(extent(of: hunk, without: .added)) +\(extent(of: hunk, without: .removed))"
    return style.paint("@@ \(sides) @@", .frame) + "\n"
      + lines[hunk].map { $0.shown(style) }.joined()
  }

  /// The first line and the number of lines of one side, `12,7`.
  private func extent(of hunk: Range<Int>, without mark: Mark) -> String {
    let before = lines[..<hunk.lowerBound].count { $0.mark != mark }
    let count = lines[hunk].count { $0.mark != mark }
    return "\(count == 0 ? before : before + 1),\(count)"
  }
}

/// The line a change is about, counted from 0 on its side.
private func offset(_ change: CollectionDifference<Substring>.Change) -> Int {
  switch change {
  case .insert(let offset, _, _), .remove(let offset, _, _): offset
  }
}

extension UnifiedDiff.Line {
  fileprivate func shown(_ style: TextStyle) -> String {
    let end = text.suffix(1).filter { $0 == "\n" || $0 == "\r\n" }
    let body = text.dropLast(end.count)
    let shown = "\(mark.rawValue)" + String(body).harmlessButTabs
    let ink: TextStyle.Ink? =
      switch mark {
      case .kept: nil
      case .removed: .error
      case .added: .good
      }
    return (ink.map { style.paint(shown, $0) } ?? shown)
      + (end.isEmpty ? "\n\\ No newline at end of file\n" : end)
  }
}

extension String {
  /// The lines, each with the line feed that ends it.
  fileprivate var linesWithEnds: [Substring] {
    var lines: [Substring] = []
    var rest = self[...]
    while let end = rest.firstIndex(where: { $0 == "\n" || $0 == "\r\n" }) {
      let next = rest.index(after: end)
      lines.append(rest[..<next])
      rest = rest[next...]
    }
    return rest.isEmpty ? lines : lines + [rest]
  }

  /// Without what would steer a terminal; tabs stay, so that the diff applies.
  fileprivate var harmlessButTabs: String {
    split(separator: "\t", omittingEmptySubsequences: false).map { String($0).harmless }
      .joined(separator: "\t")
  }
}
