import MatrixCalculus
import Notation

/// The wrong index, or both in the wrong order: `W_{ij}` for `W_{ji}`.
extension EditMaker {
  mutating func addIndices() {
    guard !author.isText else { return }
    let letters = allLetters
    for place in places {
      guard case .indexed(.entry(let indices, _)) = place.node.kind, let script = script(place)
      else {
        continue
      }
      let written = indices.compactMap(\.letter)
      guard written.count == indices.count else { continue }
      if written.count == 2 { exchange(written, script, place) }
      for (position, letter) in written.enumerated() {
        for other in letters where other != letter {
          var changed = written
          changed[position] = other
          replace(written, with: changed, script, place, size: 11)
        }
      }
    }
  }

  private mutating func exchange(_ written: [String], _ script: Range<Int>, _ place: Place) {
    replace(written, with: written.reversed(), script, place, size: 10)
  }

  private mutating func replace(
    _ written: [String], with changed: [String], _ script: Range<Int>, _ place: Place, size: Int
  ) {
    let text = author.text(script)
    let separator = text.contains(",") ? "," : text.contains("\\") ? " " : ""
    let new = "{" + changed.map(author.style.name).joined(separator: separator) + "}"
    guard changed != written else { return }
    let whole = place.node.range.lowerBound..<script.upperBound
    let stem = author.text(place.node.range.lowerBound..<script.lowerBound)
    add(
      .index, size, at: whole, [.init(script, new)],
      fault: "\(author.source.excerpt(whole)) where \(stem)\(new) belongs", remedy: stem + new)
  }

  /// The subscript, braces included, without its underscore.
  private func script(_ place: Place) -> Range<Int>? {
    guard let base = place.node.children.first else { return nil }
    let scripts = TeXScripts(author.bytes, after: author.core(base).upperBound)
    return scripts.lower.map { $0.lowerBound + 1..<$0.upperBound }
  }

  /// The letters of all entries, in the order of their use.
  private var allLetters: [String] {
    var letters = author.axes.map(\.letter)
    for place in places {
      guard case .indexed(.entry(let indices, _)) = place.node.kind else { continue }
      for letter in indices.compactMap(\.letter) where !letters.contains(letter) {
        letters.append(letter)
      }
    }
    return letters
  }
}
