package import Diagnostics

/// A part of a page that another stage may want to read or to replace.
package struct Piece: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case heading(Heading)
    case formula(Formula)
    case fence(Fence)
    case table(Table)
    /// An HTML comment: its text without `<!--`, `-->` and the blanks around.
    case comment(Excerpt)
    /// A code span: its text without the backticks.
    case code(Excerpt)
    case link(Link)
    case image(Image)
    /// A reference to a label: its text as written, such as `@eq-cost`.
    case reference(Excerpt)
    /// A citation: what stands between its brackets, such as `@giles2008, §2`.
    case citation(Excerpt)
    /// A quote that says what it is; the pieces inside it follow and are not contained in it.
    case callout(Callout)
  }

  package let kind: Kind
  /// The whole piece, with its delimiters.
  package let location: SourceLocation
  /// The index among the page's pieces of the comment directly before this one: nothing but blanks,
  /// line ends and quote marks stand between.
  package let precedingComment: Int?
  /// The index of the innermost table, heading or link that contains this piece.
  package let container: Int?
}

/// A heading of level 1 to 6.
package struct Heading: Hashable, Sendable {
  package let level: Int
  /// The text without markup; formulas stand as TeX.
  package let text: String
  /// The name of the heading in links to it, unique in the page: the author's, or by GitHub's rule.
  package let slug: String
}

/// A formula in TeX.
package struct Formula: Hashable, Sendable {
  package enum Form: Hashable, Sendable {
    /// `$…$` or `$$…$$` in a paragraph.
    case dollars
    /// A fenced block whose first word is `math`.
    case fence
    /// `\[…\]`, `\(…\)` or an environment that stands alone, in pages written for other programs.
    case raw
  }

  /// The formula without delimiters and the blanks around.
  package let tex: Excerpt
  package let isDisplay: Bool
  package let form: Form
  /// The words after `math` on the fence; empty for dollars.
  package let arguments: [String]
}

/// A fenced block of code.
package struct Fence: Hashable, Sendable {
  /// The first word after the fence; empty where there is none.
  package let word: String
  /// The further words after the fence.
  package let arguments: [String]
  /// The lines between the fences, each with its line feed.
  package let text: Excerpt
}

/// A table of the GFM form.
package struct Table: Hashable, Sendable {
  package struct Cell: Hashable, Sendable {
    /// The Markdown of the cell as written, without the blanks around; `\|` stays as it is.
    package let source: Excerpt
    /// The text without markup; formulas stand as TeX.
    package let text: String
    /// The TeX of a cell that is one formula and nothing else.
    package let formula: Excerpt?
    /// The text of a cell that is one code span and nothing else.
    package let code: Excerpt?
  }

  package let header: [Cell]
  /// The rows below the header, each with as many cells as the header.
  package let rows: [[Cell]]
}

/// A link, also one written as a bare address.
package struct Link: Hashable, Sendable {
  /// As it will stand in `href`, before escaping.
  package let destination: String
  /// The text without markup.
  package let text: String
}

/// An image.
package struct Image: Hashable, Sendable {
  /// As it will stand in `src`, before escaping.
  package let destination: String
  /// The text that stands for the image, without markup.
  package let alternative: String
  /// The title between quotes after the destination; empty where there is none.
  package let title: String
  /// Whether nothing else stands in its paragraph.
  package let isAlone: Bool
}

/// A quote that starts with what it is: `> [!NOTE]`, `> [!THEOREM] Name` or `> **Theorem (Name).**`.
package struct Callout: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case note, tip, important, warning, caution
    case theorem, lemma, proposition, corollary, conjecture, definition, example, remark, proof

    /// Whether it is one of GitHub's alerts rather than a part of an argument.
    package var isAlert: Bool {
      switch self {
      case .note, .tip, .important, .warning, .caution: true
      default: false
      }
    }
  }

  package let kind: Kind
  /// The name without markup; empty where there is none.
  package let name: String
}
