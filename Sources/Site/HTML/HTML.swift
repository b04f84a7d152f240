/// A piece of a page. Text is escaped on writing; markup that is not must be asked for by `.raw`.
indirect enum HTML: Hashable, Sendable {
  case element(String, [Attribute], [HTML])
  case text(String)
  /// Markup from a source that has escaped it: KaTeX, cmark-gfm or our own writers.
  case raw(String)
  case fragment([HTML])

  struct Attribute: Hashable, Sendable {
    var name: String
    var value: String
  }

  /// An element; an attribute whose value is nil is left out.
  static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: HTML...
  ) -> HTML {
    .element(name, of: attributes, children)
  }

  /// An element around a list of children.
  static func element(
    _ name: String, of attributes: KeyValuePairs<String, String?>, _ children: [HTML]
  ) -> HTML {
    let present = attributes.compactMap { name, value in
      value.map { Attribute(name: name, value: $0) }
    }
    return .element(name, present, children)
  }

  /// As markup.
  var markup: String {
    var out = ""
    write(to: &out)
    return out
  }

  private func write(to out: inout String) {
    switch self {
    case .text(let text): Self.escape(text, into: &out)
    case .raw(let markup): out += markup
    case .fragment(let parts): for part in parts { part.write(to: &out) }
    case .element(let name, let attributes, let children):
      out += "<\(name)"
      for attribute in attributes {
        out += " \(attribute.name)=\""
        Self.escape(attribute.value, into: &out)
        out += "\""
      }
      guard !children.isEmpty || !Self.shapes.contains(name) else { return out += "/>" }
      out += ">"
      guard !Self.void.contains(name) else { return }
      for child in children { child.write(to: &out) }
      if !Self.open.contains(name) { out += "</\(name)>" }
      if Self.blocks.contains(name) { out += "\n" }
    }
  }

  /// Elements that end where the next begins or their parent ends; HTML asks for no end tag.
  private static let open: Set = ["dd", "dt", "li", "tbody", "td", "th", "thead", "tr"]

  private static let void: Set = ["br", "hr", "img", "input", "link", "meta", "wbr"]

  /// Shapes of SVG, which close themselves.
  private static let shapes: Set = ["circle", "line", "path", "rect"]

  /// Elements that end a line, so that a page's source and its differences can be read.
  private static let blocks: Set = [
    "aside", "dd", "details", "div", "dl", "figcaption", "figure", "g", "li", "ol", "p", "section",
    "summary", "svg", "table", "tbody", "thead", "tr", "ul",
  ]

  private static func escape(_ text: String, into out: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      // HTML has no way to write these, and a page with a NUL in it is not valid.
      case "\u{0}": out += "\u{FFFD}"
      default: out.unicodeScalars.append(scalar)
      }
    }
  }
}

extension HTML: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  init(stringLiteral value: String) { self = .text(value) }
}
