import Diagnostics
import Pages
import Site

/// A site as it was rendered, or why it could not be.
struct Rendering: Sendable {
  private let result: Result<SiteBuilder.Site, Diagnostic>
  /// The pages that could be read in part only.
  private let faulty: Set<String>
  private let configuration: Configuration
  /// Why nothing may be published.
  private let fault: Diagnostic?

  init(
    _ site: CheckedSite,
    by render: @Sendable (CheckedSite) throws(Diagnostic) -> SiteBuilder.Site
  ) {
    result = Result { () throws(Diagnostic) in try render(site) }
    let pages = site.pages.map(\.page).filter { !$0.faults.isEmpty }
    faulty = Set(pages.map(\.path))
    configuration = site.configuration
    fault = Diagnostic(all: site.faults + pages.flatMap(\.faults))
  }

  /// What holds of a page even where its settings or what it includes are missing.
  private static let certain: Set<Code> = [
    .brokenLink, .unknownLabel, .duplicateLabel, .citation, .missingFile, .outsideContent,
    .duplicatePage, .rawHTML, .formula, .syntax,
  ]

  /// What is wrong with the site, each once.
  var diagnostics: [Diagnostic] {
    let all =
      switch result {
      case .success(let site): site.diagnostics
      case .failure(let error): error.each
      }
    return all.filter { !configuration.mayFollow($0) }.filter {
      Self.certain.contains($0.code) && !$0.mayBeOfMacros
        || !faulty.contains($0.location?.path ?? "")
    }
  }

  /// - Throws: what makes it impossible.
  func files() throws(Diagnostic) -> [OutputFile] {
    if let fault { throw fault }
    return try result.get().files
  }
}

extension Diagnostic {
  /// Whether a formula has a command that the page may define in what could not be read.
  fileprivate var mayBeOfMacros: Bool {
    code == .formula && message.lowercased().contains("undefined control sequence")
  }
}
