import Derivations
import Foundation
import Pages
import Site

/// Pages of Markdown and formulas for measuring: 25 to a folder, each about as long as a page of a
/// handbook, the same on every machine.
enum SyntheticPages {
  /// So many pages, unchecked.
  static func pages(_ count: Int) throws -> [SitePage] {
    try (0..<count).map { number in
      let source = "part-\(number / 25)/page-\(number % 25).md"
      let page = try Page(path: "content/" + source, bytes: Array(text(number).utf8))
      return SitePage(source: source, page: page, result: PageResult(path: page.path))
    }
  }

  private static func text(_ number: Int) -> String {
    let sections = (1...5).map { section in
      """
      ## Step \(section) of \(number)

      The residual $r_{\(section)} = A_{\(number)} s - x$ of layer \(section) is small where the weight
      fits, and its square is what the next layer sums. Whoever changes $A_{\(number)}$ changes the
      residual by $\\partial r_{\(section)}$, which the chain rule carries back through the layers
      above, one product at a time, until it reaches the parameters of the page. See
      [the first page](../part-0/page-0.md) for the conventions that hold throughout.

      $$
      \\nabla_{A} J_{\(number)} = 2 \\left( A_{\(number)} s - x \\right) s^T + \(section) \\gamma A
      $$

      - the factor $2$ comes from the square of entry $\(section)$;
      - the outer product with $s^T$ comes from the linear layer;
      - the last term comes from the penalty, which has weight $\\gamma$.

      """
    }
    return "# Page \(number)\n\n" + sections.joined(separator: "\n")
  }
}
