import Foundation
import Pages
import Site

/// The pages whose true claims are spoiled and rewritten.
enum Corpus {
  /// The pages of a content folder.
  static func pages(in folder: String) throws -> [Page] {
    let files = try SiteReader(URL(fileURLWithPath: folder), name: folder).files()
    return try files.filter { $0.path.hasSuffix(".md") }.map { try $0.page() }
  }

  /// One page for each true row of a JSONL file, but for what only LaTeX can say.
  static func rows(_ path: String) throws -> [Page] {
    try KnownClaim.read(path).filter { $0.truth && $0.isSayable(in: .text) }
      .map { try $0.page(in: .text) }
  }
}
