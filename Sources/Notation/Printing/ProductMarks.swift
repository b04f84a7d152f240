import MatrixCalculus

/// Which factors of a product are quantities of layers, and whether its number is one of theirs.
struct ProductMarks {
  let stretches: [LayerMarks.Stretch]
  private let scalars: Int
  /// The place among the stretches of the one that the number of the product belongs to, with its layers.
  private var numbered: (place: Int, marks: [LayerMarks.Mark])?

  init(_ parts: ProductParts, _ marks: LayerMarks) {
    scalars = parts.scalars.count
    stretches =
      marks.isEmpty
      ? []
      : marks.stretches(in: parts.chain).filter {
        $0.range.count > 1 || parts.chain[$0.range.lowerBound].operation != .product
      }
    guard let number = parts.number, parts.divisors.isEmpty else { return }
    for (place, stretch) in stretches.enumerated() where numbered == nil {
      let found = stretch.marks(numbered: number)
      if !found.isEmpty { numbered = (place, found) }
    }
  }

  /// The same with nothing said of the number, where it stands apart from the factors.
  var withoutNumber: ProductMarks {
    var copy = self
    copy.numbered = nil
    return copy
  }

  /// A number, scalars and matrices with their marks; the number is marked with the factors it belongs to,
  /// together where it stands beside them.
  func joined(_ number: [String], _ factors: [String], _ separator: String) -> [String] {
    var chain = Array(factors.dropFirst(scalars))
    var number = number
    for (place, stretch) in stretches.enumerated().reversed() {
      var text = TeXStyle.beside(Array(chain[stretch.range]), separator: separator)
      let own = numbered?.place == place ? numbered?.marks ?? [] : []
      if !own.isEmpty, scalars == 0, stretch.range.lowerBound == 0, !number.isEmpty {
        text = Self.marked(text, stretch.marks.filter { !own.contains($0) })
        text = Self.marked(TeXStyle.beside(number + [text], separator: " "), own)
        number = []
      } else {
        text = Self.marked(text, stretch.marks)
        number = number.map { Self.marked($0, own) }
      }
      chain.replaceSubrange(stretch.range, with: [text])
    }
    return number + factors.prefix(scalars)
      + (chain.isEmpty ? [] : [TeXStyle.beside(chain, separator: separator)])
  }

  private static func marked(_ text: String, _ marks: [LayerMarks.Mark]) -> String {
    marks.isEmpty ? text : TeXWriter.marked(text, marks.layers)
  }
}
