internal import Derivations
internal import Diagnostics
internal import Pages
internal import Script

/// Renders pages one after another with a script host of its own: one renderer for each thread.
final class PageRenderer {
  private let plan: SitePlan
  private let writer: FormulaWriter
  private let templates: Handlebars
  private let code: CodeBlocks

  /// - Throws: `missingLibrary` where a library is not installed.
  init(_ plan: SitePlan) throws(Diagnostic) {
    self.plan = plan
    let host = ScriptHost()
    writer = try FormulaWriter(host, macros: plan.configuration.macros)
    templates = try plan.theme.compile(host)
    code = CodeBlocks(ScriptHost())
  }

  /// A page as a file, with what is wrong with its formulas and links.
  func render(_ page: SitePage) -> RenderedPage {
    let format = page.format(plan.configuration)
    let formulas = formulas(of: page)
    let content = PageContent(
      page, plan, formulas: formulas, code: code)
    let body = content.html()
    let info = page.info
    let html = Self.titled(body.html, info)
    let view = PageView(
      plan: plan, output: info.output, source: page.source, title: info.title,
      description: info.description, image: page.page.frontMatter.image?.path,
      outline: content.outline(),
      content: html, checked: page.result.summary(content.phrases),
      usesKaTeX: format == .katex, isDraft: page.page.frontMatter.draft)
    var rendered = fill(view)
    let macros = plan.configuration.macros.merging(page.page.frontMatter.macros) { $1 }
    rendered.sections = sections(of: html, page, MacroText(macros))
    rendered.lead = Lead.text(of: html)
    rendered.references = body.references
    rendered.diagnostics += body.broken + formulas.diagnostics
    return rendered
  }

  /// What can be searched of a page; nothing where it says so.
  private func sections(of html: String, _ page: SitePage, _ macros: MacroText) -> [SearchSection] {
    let rank = page.page.frontMatter.search
    guard rank != .none else { return [] }
    return SectionReader.sections(of: html, page: page.info.output, title: page.info.title)
      .map {
        var section = macros.expanded($0)
        section.isLow = rank == .low
        section.language = foreignLanguage(of: page.source)
        return section
      }
  }

  /// The language of a page or file, where it is not the site's own.
  private func foreignLanguage(of path: String) -> String? {
    let language = plan.trees.translations.language(of: path)
    return language == plan.language ? nil : language
  }

  private func formulas(of page: SitePage) -> PageFormulas {
    PageFormulas(
      writer, format: page.format(plan.configuration), macros: page.page.frontMatter.macros)
  }

  /// The page that lists all claims.
  func render(claimsOf pages: [SitePage], output: String) -> RenderedPage {
    let phrases = Phrases(language: plan.language)
    let content = ClaimsPage(pages, phrases, formulas: formulas).html
    return found(
      fill(
        PageView(
          plan: plan, output: output, title: phrases["claims"], content: content.markup,
          usesKaTeX: pages.contains { $0.format(plan.configuration) == .katex })),
      by: phrases["claims"], Lead.text(of: content.markup))
  }

  /// A page that no author wrote.
  func render(output: String, title: String, content: HTML) -> RenderedPage {
    let isAnywhere = output == "404.html"
    let page = fill(
      PageView(
        plan: plan, output: output, title: title, content: content.markup, isAnywhere: isAnywhere))
    return isAnywhere ? page : found(page, by: title, Lead.text(of: content.markup))
  }

  /// A page that no author wrote is found by its title and how it begins: what it lists is found where it stands.
  private func found(_ page: RenderedPage, by title: String, _ lead: String?) -> RenderedPage {
    var page = page
    page.sections = [
      SearchSection(
        page: page.file.path, pageTitle: title, anchor: "", title: [title], parts: [lead ?? ""],
        language: foreignLanguage(of: page.file.path))
    ]
    return page
  }

  /// What stands at a former address of a page.
  func render(_ redirect: Redirect) -> RenderedPage {
    fill("redirect", redirect.data(plan), redirect.output)
  }

  /// The content under its title, where it has no heading of the first level itself.
  private static func titled(_ html: String, _ info: PageInfo) -> String {
    info.headings.contains { $0.level == 1 } || html.contains("<h1")
      ? html : HTML.element("h1", [:], .text(info.title)).markup + "\n" + html
  }

  private func fill(_ view: PageView) -> RenderedPage {
    var page = fill("page", view.data, view.output)
    page.largeFigures = LargeFigures(in: view.content)
    return page
  }

  private func fill(_ template: String, _ data: JSONValue, _ output: String) -> RenderedPage {
    do throws(ScriptError) {
      let text = try templates.render(template, data)
      return RenderedPage(file: OutputFile(path: output, text: LeanFormulas.html(text)))
    } catch {
      return RenderedPage(
        file: OutputFile(path: output, text: ""),
        diagnostics: [plan.theme.complaint(about: template, error)])
    }
  }
}

/// A page's file with what came up while it was rendered.
struct RenderedPage: Sendable {
  var file: OutputFile
  /// The labels it refers to.
  var references: [Label] = []
  /// Its first paragraph in words.
  var lead: String?
  var largeFigures = LargeFigures()
  /// What can be searched.
  var sections: [SearchSection] = []
  var diagnostics: [Diagnostic] = []
}
