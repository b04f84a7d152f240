internal import Pages

/// What surrounds blocks that have a name, a number or a caption.
extension PageContent {
  /// A link to a heading, for readers who want to point at it.
  static func permalink(_ heading: Heading) -> String {
    guard heading.level > 1 else { return "" }
    return HTML.element(
      "a",
      [
        "class": "permalink", "href": "#\(heading.slug)", "aria-label": "Link to this section",
      ]
    ).markup
  }

  /// A display formula with its number beside it; rows of one formula carry theirs within.
  static func equation(_ formula: HTML, _ labels: [Label], isNumberedWithin: Bool) -> HTML {
    guard let first = labels.first else { return formula }
    let others = labels.dropFirst().map { HTML.element("span", ["id": $0.anchor]) }
    let number: HTML =
      !isNumberedWithin && first.tag == nil
      ? .element("span", ["class": "number"], .text("(\(first.number))")) : .fragment([])
    return .element(
      "div", of: ["class": "equation", "id": first.anchor], others + [formula, number])
  }

  /// An image with its title as caption.
  func figure(_ image: Image, _ destination: String, _ label: Label, _ title: HTML) -> HTML {
    .element(
      "figure", ["class": "picture", "id": label.anchor],
      .element("img", ["src": destination, "alt": image.alternative]),
      .element("figcaption", [:], caption(label), title))
  }

  /// The words and the number that a caption begins with.
  func caption(_ label: Label) -> HTML {
    .element("span", ["class": "label"], .text(label.text(in: phrases) + ". "))
  }

  /// A quote that says what it is: an alert with a title of its own, or a part of an argument whose
  /// text follows its name in the same line.
  func callout(_ callout: Callout, _ label: Label?) -> Replacement {
    let kind = callout.kind
    let word = phrases.word(for: .callout(kind))
    let open = HTML.element(
      "div",
      [
        "class": kind.isAlert ? "callout alert \(kind)" : "callout \(kind)", "id": label?.anchor,
        "role": kind.isAlert ? "note" : nil,
      ])
    // The element is closed after the quote's own blocks.
    let opening = String(open.markup.prefix { $0 != ">" }) + ">\n"
    let title = #"<strong class="callout-title">"#
    let number = label?.text(in: phrases) ?? word
    let named = !callout.name.isEmpty
    if kind.isAlert {
      return .callout(
        open: opening, beforeName: title + (named ? "" : word), afterName: "</strong> ",
        close: "</div>")
    }
    return .callout(
      open: opening, beforeName: title + number + (named ? " (" : "."),
      afterName: (named ? ")." : "") + "</strong> ", close: "</div>")
  }
}
