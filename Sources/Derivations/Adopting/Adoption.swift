package import Diagnostics
import Proof

/// What a page that declares nothing would need so that its equations are checked, and what they would
/// bring.
package struct Adoption: Hashable, Sendable {
  /// A line of the proposed block.
  package struct Line: Hashable, Sendable {
    package var statement: String
    /// What its author should know, without the `#`.
    package var remark: String?

    package init(_ statement: String, remark: String? = nil) {
      self.statement = statement
      self.remark = remark
    }
  }

  /// What becomes of a display.
  package struct Display: Hashable, Sendable {
    package enum Outcome: String, CaseIterable, Hashable, Sendable {
      /// Every claim in it stands.
      case holds
      /// It gives names a meaning and claims nothing.
      case defines
      case refuted, undecided
      /// It says something that cannot be judged.
      case notCovered = "not-covered"
      /// Its author left it out.
      case skipped
    }

    package var location: SourceLocation
    package var outcome: Outcome
    /// Its claims, by their index in `result`.
    package var claims: [Int]
    /// Why it is not covered.
    package var reason: Diagnostic?
  }

  /// The proposed declarations and definitions; empty where the page needs none.
  package var lines: [Line]
  /// The line of the page that the block should stand before.
  package var place: Int
  package var displays: [Display]
  /// What checking the page with the block brings.
  package var result: PageResult
  /// Equations that fit no shapes which the rest of the page leaves.
  package var misfits: [Diagnostic]
  /// What has to be changed so that displays in TeX's own delimiters are read in a page.
  package var delimiters: [Edit]
  /// Whether the page checks every display without being told to.
  package var checksAll: Bool

  /// How many displays have that outcome.
  package func count(_ outcome: Display.Outcome) -> Int {
    displays.count { $0.outcome == outcome }
  }

  /// The block as Markdown, with its fences; remarks stand below each other.
  package var block: String {
    let width = lines.lazy.filter { $0.remark != nil }.map(\.statement.count).max() ?? 0
    let written = lines.map { line in
      guard let remark = line.remark else { return line.statement }
      let gap = String(repeating: " ", count: max(0, width - line.statement.count))
      return "\(line.statement)\(gap)  # \(remark)"
    }
    return (["```derive"] + written + ["```"]).joined(separator: "\n") + "\n"
  }
}

extension Adoption {
  /// A change of the page's text.
  package struct Edit: Hashable, Sendable {
    package var location: SourceLocation
    package var text: String
  }

  /// The same where every place is another, as for text that was taken out of a file.
  package func placed(_ place: (SourceLocation) -> SourceLocation) -> Adoption {
    var moved = self
    moved.place = place(SourceLocation(path: result.path, line: self.place, column: 1)).line
    moved.misfits = misfits.map { $0.placed(place) }
    for index in displays.indices {
      moved.displays[index].location = place(displays[index].location)
      moved.displays[index].reason = displays[index].reason?.placed(place)
    }
    moved.result = result.placed(place)
    return moved
  }
}
