import Derivations
import Diagnostics
import Site

extension Engine {
  /// The engine of the program.
  static var standard: Engine { Engine(.standard) }

  /// One that checks and renders a page anew only where something has changed that it depends on.
  static var remembering: Engine { Engine(Stages.standard(RenderMemory()).remembering) }
}

extension Stages {
  static var standard: Stages { standard(nil) }

  /// Checking by derivation, rendering by the site builder.
  ///
  /// - Parameter memory: holds what was rendered last.
  static func standard(_ memory: RenderMemory?) -> Stages {
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
        ).site(jobs: site.jobs, memory: memory)
      })
  }
}
