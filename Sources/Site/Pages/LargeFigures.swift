internal import Foundation

/// What the drawings of pages ask of a stylesheet beyond what `docgen.css` says for those of a common size: marks of
/// layers behind the sixth where no scripts run.
///
/// Rules for all that can be would be many; these are for what the pages of a site hold.
struct LargeFigures: Hashable, Sendable {
  /// The stylesheet's path within the site.
  static let output = "docgen-large.css"
  /// How many layers `docgen.css` knows.
  static let commonLayers = 6

  /// The numbers of layers that can be pointed at.
  private var layers: Set<Int> = []

  init() {}

  /// What the drawings of a page ask for.
  ///
  /// - Complexity: linear in the HTML.
  init(in html: String) {
    guard html.contains("<svg") else { return }
    layers = Self.numbers(after: #" data-layer=""#, before: #"" href="#, in: html)
      .filter { $0 > Self.commonLayers }
  }

  var isEmpty: Bool { layers.isEmpty }

  func union(_ other: LargeFigures) -> LargeFigures {
    var all = self
    all.layers.formUnion(other.layers)
    return all
  }

  /// The stylesheet; nil where there is nothing to say.
  var file: OutputFile? {
    let rules = layers.sorted().map(Self.rule(forLayer:))
    return isEmpty ? nil : OutputFile(path: Self.output, text: rules.joined())
  }

  /// A layer that is pointed at, or whose row was followed to, marks its rows in the table below it, and in the
  /// deltas next to that.
  static func rule(forLayer number: Int) -> String {
    let layer = #"[data-layer="\#(number)"]"#
    return ".network:has(\(layer):is(a:hover,a:focus-visible,:target)){&,&+.deltas"
      + "{\(layer)>*{background:var(--raised);stroke:var(--accent)}}}"
  }

  private static func numbers(after start: String, before end: String, in html: String) -> Set<Int>
  {
    Set(
      html.components(separatedBy: start).dropFirst().compactMap { piece in
        let digits = piece.prefix { $0.isASCII && $0.isNumber }
        return piece.dropFirst(digits.count).hasPrefix(end) ? Int(digits) : nil
      })
  }
}
