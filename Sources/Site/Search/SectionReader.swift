/// Reads what can be searched out of the HTML of a page: our own, so that tags are well formed.
struct SectionReader {
  private let page: String
  private let pageTitle: String
  private var sections: [SearchSection] = []
  private var current: SearchSection
  /// The heading that is open: its level's tag.
  private var heading: Substring?
  /// How many elements deep the walk is inside one that is not searched.
  private var skipped = 0

  private init(page: String, pageTitle: String) {
    self.page = page
    self.pageTitle = pageTitle
    current = SearchSection(
      page: page, pageTitle: pageTitle, anchor: "", title: [pageTitle], parts: [""])
  }

  /// The sections of a page's own HTML, before formulas have lost their TeX.
  ///
  /// Evidence, drawings and what is read out only are left out.
  ///
  /// - Complexity: linear in the HTML.
  static func sections(of html: String, page: String, title: String) -> [SearchSection] {
    var reader = SectionReader(page: page, pageTitle: title)
    reader.read(html)
    reader.endSection()
    return reader.sections
  }

  private mutating func read(_ html: String) {
    var rest = html[...]
    while let open = rest.firstIndex(of: "<") {
      add(text: rest[..<open])
      if rest[open...].hasPrefix("<!--") {
        rest = rest[open...].firstRange(of: "-->").map { rest[$0.upperBound...] } ?? ""
      } else if rest[open...].hasPrefix("<math") {
        rest = formula(rest[open...])
      } else {
        let end = rest[open...].firstIndex(of: ">") ?? rest.index(before: rest.endIndex)
        tag(rest[rest.index(after: open)..<end])
        rest = rest[rest.index(after: end)...]
      }
    }
    add(text: rest)
  }

  /// Takes a formula's TeX and gives what follows the formula.
  private mutating func formula(_ html: Substring) -> Substring {
    guard let end = html.firstRange(of: "</math>") else { return "" }
    let math = html[..<end.lowerBound]
    if skipped == 0, let mark = math.firstRange(of: #"application/x-tex">"#),
      let close = math[mark.upperBound...].firstRange(of: "</annotation>")
    {
      let tex = Self.unescaped(math[mark.upperBound..<close.lowerBound])
      if heading != nil { current.title += [tex, ""] } else { current.parts += [tex, ""] }
    }
    return html[end.upperBound...]
  }

  private mutating func tag(_ tag: Substring) {
    let isEnd = tag.first == "/"
    let name = tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "\n" && $0 != "/" }
    if skipped > 0 {
      if Self.containers.contains(name) { skipped += isEnd ? -1 : 1 }
    } else if !isEnd, Self.containers.contains(name), Self.isSkipped(tag) {
      skipped = 1
    } else if Self.headings.contains(name) {
      isEnd ? (heading = nil) : begin(heading: name, tag)
    } else if Self.breaking.contains(name) {
      add(text: " ")
    }
  }

  private mutating func begin(heading name: Substring, _ tag: Substring) {
    heading = name
    let id = tag.firstRange(of: #"id=""#).map { tag[$0.upperBound...].prefix { $0 != "\"" } }
    // The page's own title heads its first section.
    if name == "h1", sections.isEmpty, current.isEmpty {
      current.title = [""]
      return
    }
    endSection()
    current = SearchSection(
      page: page, pageTitle: pageTitle, anchor: Self.unescaped(id ?? ""), title: [""],
      parts: [""])
  }

  private mutating func add(text: Substring) {
    guard skipped == 0, !text.isEmpty else { return }
    if heading != nil {
      current.title[current.title.count - 1] += Self.unescaped(text)
    } else {
      current.parts[current.parts.count - 1] += Self.unescaped(text)
    }
  }

  private mutating func endSection() {
    if current.title.allSatisfy(\.isEmpty) { current.title = [pageTitle] }
    // A page is found by its title even where nothing stands between it and the next heading.
    if sections.isEmpty || !current.isEmpty { sections.append(current) }
  }

  private static let headings: Set<Substring> = ["h1", "h2", "h3", "h4", "h5", "h6"]
  /// Elements of which some hold nothing to search; they never stand open.
  private static let containers: Set<Substring> = ["div", "svg", "a", "span", "details", "button"]
  private static let breaking: Set<Substring> = [
    "p", "li", "td", "th", "tr", "dd", "dt", "div", "br", "pre", "blockquote", "figcaption",
  ]

  /// Whether an element holds nothing that a reader would look for.
  private static func isSkipped(_ tag: Substring) -> Bool {
    tag.hasPrefix("svg") || tag.contains(#"class="evidence""#) || tag.contains(#"class="chip""#)
      || tag.contains(#"class="permalink""#) || tag.contains(#"class="codes"#)
      || tag.contains("footnote-backref")
  }

  private static func unescaped(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    return String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#x27;", with: "'").replacing("&amp;", with: "&")
  }
}
