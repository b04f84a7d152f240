/// A node of a MathML tree.
struct MathMLNode: Hashable, Sendable {
  /// The element's name; empty for text.
  var name: String
  var attributes: [Attribute] = []
  var children: [MathMLNode] = []
  /// The characters of a text node, escaped as they were read.
  var characters = ""

  struct Attribute: Hashable, Sendable {
    var name: String
    /// Escaped as it was read.
    var value: String
  }

  /// An element.
  init(_ name: String, _ attributes: [Attribute] = [], _ children: [MathMLNode] = []) {
    self.name = name
    self.attributes = attributes
    self.children = children
  }

  /// Text that is already escaped.
  init(characters: String) {
    name = ""
    self.characters = characters
  }

  subscript(attribute: String) -> String? {
    get { attributes.first { $0.name == attribute }?.value }
    set {
      let index = attributes.firstIndex { $0.name == attribute }
      switch (index, newValue) {
      case (let index?, let value?): attributes[index].value = value
      case (let index?, nil): attributes.remove(at: index)
      case (nil, let value?): attributes.append(Attribute(name: attribute, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The element's text where text is all it holds.
  var content: String? {
    children.count == 1 && children[0].name.isEmpty ? children[0].characters : nil
  }

  /// The same element around another text.
  func with(content: String) -> MathMLNode {
    MathMLNode(name, attributes, [MathMLNode(characters: content)])
  }

  /// Whether the children stand beside each other in a line.
  var isRow: Bool { Self.rows.contains(name) }

  private static let rows: Set = [
    "math", "mrow", "mstyle", "mpadded", "mphantom", "mtd", "msqrt", "merror", "menclose",
    "semantics",
  ]

  /// The tree with `change` applied to every element, leaves first.
  func mapped(_ change: (MathMLNode) -> MathMLNode) -> MathMLNode {
    guard !name.isEmpty, name != "annotation" else { return self }
    var copy = self
    copy.children = children.map { $0.mapped(change) }
    return change(copy)
  }

  /// The tree with another text in its annotation.
  func annotated(_ tex: String) -> MathMLNode {
    var copy = self
    copy.children = children.map { $0.annotated(tex) }
    guard name == "annotation" else { return copy }
    let escaped = tex.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;")
    return with(content: escaped)
  }

  /// The tree as markup.
  var text: String {
    var out = ""
    write(to: &out)
    return out
  }

  private func write(to out: inout String) {
    guard !name.isEmpty else {
      out += characters
      return
    }
    out += "<\(name)"
    for attribute in attributes { out += " \(attribute.name)=\"\(attribute.value)\"" }
    out += ">"
    for child in children { child.write(to: &out) }
    out += "</\(name)>"
  }
}
