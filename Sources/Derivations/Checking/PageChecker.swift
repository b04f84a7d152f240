package import Pages
package import Proof

/// Checks the statements of a page, from top to bottom.
package enum PageChecker {
  /// What a site settles for its pages.
  package struct Settings: Hashable, Sendable {
    /// Which display equations are claims, where the page does not say.
    package var check: CheckScope
    /// How matrices of derivatives are laid out, and how the structure of variables counts in them, where
    /// neither the page nor a statement says it.
    package var layout: LayoutConvention
    package var structure: StructureConvention
    /// Expansions by macro name, such as `\R`.
    package var macros: [String: String]
    /// By which headings the columns of tables are recognised.
    package var headings: TableHeadings
    /// What may be spent on one claim.
    package var budget: Budget

    package init(
      check: CheckScope = .all, macros: [String: String] = [:],
      headings: TableHeadings = TableHeadings(), budget: Budget = Budget(),
      layout: LayoutConvention = .mixed, structure: StructureConvention = .free
    ) {
      self.check = check
      self.macros = macros
      self.headings = headings
      self.budget = budget
      self.layout = layout
      self.structure = structure
    }
  }

  /// All that checking the page brings. Never fails: what is wrong is in the result.
  ///
  /// - Parameter library: the other pages of the site, for `use`.
  /// - Complexity: bounded for each claim by the prover's budget.
  package static func check(
    _ page: Page, _ settings: Settings = Settings(), library: Library = Library()
  ) -> PageResult {
    var session = PageSession(page, settings, library)
    for index in page.pieces.indices { session.check(piece: index) }
    return session.finished()
  }

  /// All that checking the page brings where every display is judged as if its author had asked for it, so
  /// that each one that cannot be read says why.
  ///
  /// - Parameter statements: what is declared above the page, as in a `derive` block.
  static func survey(
    _ page: Page, _ settings: Settings, library: Library, declaring statements: String
  ) -> PageResult {
    var session = PageSession(page, settings, library)
    session.judgesAll = true
    session.take(statements)
    for index in page.pieces.indices { session.check(piece: index) }
    return session.finished()
  }

  /// The claims of the page, to be judged again with other formulas, in the order of the page.
  package static func trials(
    of page: Page, _ settings: Settings = Settings(), library: Library = Library()
  ) -> [ClaimTrial] {
    var session = PageSession(page, settings, library)
    session.trials = []
    for index in page.pieces.indices { session.check(piece: index) }
    return session.trials ?? []
  }
}
