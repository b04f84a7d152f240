import Derivations
import Diagnostics
import Foundation
import Pages
import Site
import Terminal

extension Docgen {
  /// `docgen adopt`: proposes what a page should declare, and what checking it would bring.
  func adopt(_ invocation: Invocation) throws(Diagnostic) -> Outcome {
    let path = invocation.operands.first ?? ""
    let isNotebook = path.hasSuffix(".ipynb")
    let writes = invocation.has(.write)
    if writes { try requireAuthor(for: "docgen adopt --write") }
    if writes, isNotebook {
      throw Diagnostic(
        .usage, "a notebook is only read", hint: "copy its cells into a page, and adopt that")
    }
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      throw Diagnostic(
        .missingFile, "\(path) cannot be read", hint: "name a Markdown page or a notebook")
    }
    let surroundings = try Surroundings(root: invocation.value(of: .root) ?? ".")
    let report =
      try isNotebook
      ? surroundings.adopt(notebook: Array(data), path)
      : surroundings.adopt(page: Array(data), path)
    let wrote = writes ? try write(report, Array(data)) : false
    if invocation.format == .json {
      try console.write(report.json)
    } else {
      let style = TextStyle(isColoured: console.coloursResults)
      try console.write(report.text(style, written: wrote))
    }
    return .clean
  }

  /// Puts the block into the page; gives false where there is nothing to put.
  private func write(
    _ report: AdoptionReport, _ bytes: [UInt8]
  ) throws(Diagnostic) -> Bool {
    let new = AdoptedSource(bytes).adopting(report.adoption)
    guard new != bytes else { return false }
    try FileReplacement(report.path).replace(bytes, with: new)
    console.log("wrote \(report.path)")
    return true
  }
}

/// What stands around a page: the settings of its site, and the other pages.
private struct Surroundings {
  private let settings: PageChecker.Settings
  private let library: Library

  init(root: String) throws(Diagnostic) {
    let name = docgen.path("content", in: root)
    let folder = URL(filePath: name)
    guard FileManager.default.fileExists(atPath: folder.path) else {
      settings = PageChecker.Settings()
      library = Library()
      return
    }
    let configuration = try Configuration.load(content: folder, name: name)
    settings = PageChecker.Settings(
      check: configuration.check, macros: configuration.macros, headings: configuration.headings,
      layout: configuration.layout, structure: configuration.structure)
    var pages: [String: Page] = [:]
    for file in try SiteReader(folder, name: name).files() where file.isPage {
      pages[String(file.path.dropLast(".md".count))] = try? Page(
        path: file.shownPath, bytes: file.bytes, ignoring: configuration.ignoredKeys)
    }
    library = Library(pages)
  }

  func adopt(page bytes: [UInt8], _ path: String) throws(Diagnostic) -> AdoptionReport {
    let page = try Page.withRawFormulas(path: path, bytes: bytes)
    return AdoptionReport(
      path: path, adoption: Adopter.adopt(page, settings, library: library), source: page.source,
      isPage: true)
  }

  func adopt(notebook bytes: [UInt8], _ path: String) throws(Diagnostic) -> AdoptionReport {
    let notebook = try Notebook(path: path, bytes: bytes)
    let page = try Page.withRawFormulas(path: path, bytes: Array(notebook.text.utf8))
    let adoption = Adopter.adopt(page, settings, library: library)
    return AdoptionReport(
      path: path, adoption: adoption.placed { notebook.location($0) },
      source: String(decoding: bytes, as: UTF8.self), isPage: false)
  }
}
