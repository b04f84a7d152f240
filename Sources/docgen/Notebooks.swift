import Derivations
import Diagnostics
import Pages
import Site

/// Notebooks in the content folder: their Markdown cells are checked, and nothing of them is written.
extension Stages {
  /// What checking the Markdown cells of a notebook brings, at the places of its file.
  ///
  /// - Returns: nil where no cell has a `derive` block, so that nothing asks for a check.
  func result(
    ofNotebook file: ContentFile, _ configuration: Configuration, _ library: Library
  ) -> PageResult? {
    guard String(decoding: file.bytes, as: UTF8.self).contains("```derive") else { return nil }
    do throws(Diagnostic) {
      let notebook = try Notebook(path: file.shownPath, bytes: file.bytes)
      let page: Page
      do throws(Diagnostic) {
        page = try Page.withRawFormulas(path: file.shownPath, bytes: Array(notebook.text.utf8))
      } catch {
        throw error.placed { notebook.location($0) }
      }
      return check(page, configuration, library).placed { notebook.location($0) }
    } catch {
      var result = PageResult(path: file.shownPath)
      result.diagnostics = error.each
      return result
    }
  }
}
