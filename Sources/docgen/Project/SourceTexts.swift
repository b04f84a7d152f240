import Diagnostics
import Foundation

/// The texts of the files that diagnostics speak of.
enum SourceTexts {
  /// Settings and pages are smaller than this, in bytes.
  private static let largest = 4 << 20

  /// The texts by path; what is no file of UTF-8 is left out.
  ///
  /// - Parameter known: the texts that were read already.
  static func of(
    _ diagnostics: [Diagnostic], known: [String: String] = [:]
  ) -> [String: String] {
    var texts = known
    for path in Set(diagnostics.compactMap(\.location?.path)) where texts[path] == nil {
      texts[path] = text(path)
    }
    return texts
  }

  private static func text(_ path: String) -> String? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular,
      let size = attributes?[.size] as? Int, size <= largest,
      let data = FileManager.default.contents(atPath: path)
    else { return nil }
    return String(validating: data, as: UTF8.self)
  }
}
