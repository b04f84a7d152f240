package import Diagnostics
internal import Pages

extension Configuration {
  /// An entry of `nav:`.
  package indirect enum Entry: Hashable, Sendable {
    /// A page by its path within `content/`, with a title of its own where one is given.
    case page(path: String, title: Titles?, location: SourceLocation)
    case section(title: Titles, entries: [Entry])
  }

  /// What an entry of `nav:` is called: a text in the site's own language, or one for each language.
  package struct Titles: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The title in one language.
    struct Local: Hashable, Sendable {
      /// A tag of `languages:`; nil stands for the site's own.
      var language: String?
      var text: String
      var location: SourceLocation?
    }

    var all: [Local]

    package init(stringLiteral text: String) { all = [Local(text: text)] }

    init(_ all: [Local]) { self.all = all }

    /// The title in a language; nil where it has none.
    ///
    /// - Parameter own: the site's own language.
    func text(in language: String, own: String) -> String? {
      all.first { ($0.language ?? own) == language }?.text
    }
  }
}

// MARK: Reading

extension Configuration.Entry {
  /// `nav:` is a list of pages (`a.md` or `Title: a.md`), sections (`Title: […]`) and mappings of `title` to a
  /// text or to one for each language, with `page` or `pages`.
  static func entries(_ value: YAML) throws(Diagnostic) -> [Self] {
    var entries: [Self] = []
    for item in try value.list("nav") {
      guard case .mapping(let fields) = item.kind else {
        let path = try item.string("an item of nav")
        entries.append(.page(path: path, title: nil, location: item.location))
        continue
      }
      if isTitled(fields) {
        entries.append(try titled(item))
      } else {
        for field in fields {
          let title = Configuration.Titles([.init(text: field.key)])
          entries.append(try entry(title, field.value, named: field.key))
        }
      }
    }
    return entries
  }

  /// Whether the keys say what an entry has, and are no titles themselves.
  private static func isTitled(_ fields: [YAML.Entry]) -> Bool {
    guard let title = fields.first(where: { $0.key == "title" }) else { return false }
    if case .mapping = title.value.kind { return true }
    return fields.contains { $0.key == "page" || $0.key == "pages" }
  }

  private static func titled(_ item: YAML) throws(Diagnostic) -> Self {
    let fields = try item.mapping("an entry of nav", keys: ["title", "page", "pages"])
    let rest = fields.filter { $0.key != "title" }
    guard fields.count == 2, let title = fields.first(where: { $0.key == "title" }),
      let what = rest.first
    else {
      throw Diagnostic(
        .configuration, "an entry of nav with `title` has one of `page` and `pages`",
        at: item.location, hint: "write `page: guide.md`, or `pages:` and a list")
    }
    let titles = try Configuration.Titles(title.value)
    guard what.key == "pages" else {
      return .page(
        path: try what.value.string("page"), title: titles, location: what.value.location)
    }
    return .section(title: titles, entries: try entries(what.value))
  }

  private static func entry(
    _ title: Configuration.Titles, _ value: YAML, named name: String
  ) throws(Diagnostic) -> Self {
    guard case .sequence = value.kind else {
      return .page(path: try value.string(name), title: title, location: value.location)
    }
    return .section(title: title, entries: try entries(value))
  }
}

extension Configuration.Titles {
  fileprivate init(_ value: YAML) throws(Diagnostic) {
    guard case .mapping(let entries) = value.kind else {
      self.init([Local(text: try value.string("title"), location: value.location)])
      return
    }
    var all: [Local] = []
    for entry in entries {
      let text = try entry.value.string(entry.key)
      all.append(Local(language: entry.key, text: text, location: entry.keyLocation))
    }
    self.init(all)
  }
}

// MARK: Checking

extension Configuration.Entry {
  /// Titles in languages that the site has not, and sections without one in its own.
  func faults(_ languages: [String]) -> [Diagnostic] {
    switch self {
    case .page(_, let title, _): title?.faults(languages) ?? []
    case .section(let title, let entries):
      title.faults(languages) + title.lack(languages) + entries.flatMap { $0.faults(languages) }
    }
  }
}

extension Configuration.Titles {
  fileprivate func faults(_ languages: [String]) -> [Diagnostic] {
    all.compactMap { title in
      guard let tag = title.language, !languages.contains(tag) else { return nil }
      return Diagnostic(
        .configuration, "a title in `\(tag)`, which is no language of the site", at: title.location,
        hint: nearest(tag, in: languages).map { "did you mean `\($0)`?" }
          ?? "`languages` names \(languages.joined(separator: ", "))")
    }
  }

  /// A section has no page that could name it.
  fileprivate func lack(_ languages: [String]) -> [Diagnostic] {
    guard let own = languages.first, text(in: own, own: own) == nil else { return [] }
    return [
      Diagnostic(
        .configuration, "a section of nav has no title in `\(own)`, the site's own language",
        at: all.first?.location, hint: "give it one, which stands for the missing ones too")
    ]
  }
}
