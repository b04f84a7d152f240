import Derivations
import Diagnostics
import Site

extension Engine {
  /// The engine of the program.
  static var standard: Engine { Engine(.standard) }

  /// One that checks a page anew only where something has changed that it depends on.
  static var remembering: Engine { Engine(Stages.standard.remembering) }
}

extension Stages {
  /// Checking by derivation, rendering by the site builder.
  static var standard: Stages {
    Stages(
      check: { page, configuration, library in
        PageChecker.check(
          page,
          .init(
            check: configuration.check, macros: configuration.macros,
            headings: configuration.headings, budget: configuration.budget,
            layout: configuration.layout, structure: configuration.structure), library: library)
      },
      render: { site throws(Diagnostic) in
        let pages = site.pages.map {
          SitePage(source: $0.file.path, page: $0.page, result: $0.result)
        }
        return try SiteBuilder(
          site.configuration, pages: pages, files: site.files, theme: site.theme,
          history: site.history, drafts: site.showsDrafts
        ).site(jobs: site.jobs)
      })
  }
}
