package import Diagnostics

/// Which display equations of a page are checked.
package enum CheckScope: String, CaseIterable, Hashable, Sendable {
  /// Those with a `check` comment above or the word `check` on the fence.
  case marked
  /// All that speak only of declared names.
  case all
}

/// How formulas are written in the published page.
package enum MathFormat: String, CaseIterable, Hashable, Sendable {
  case mathml, katex
}

/// How matrices of derivatives are laid out where no statement says it, in the words of the statement `layout`.
package enum LayoutConvention: String, CaseIterable, Hashable, Sendable {
  case mixed, denominator, numerator
}

/// How the structure of variables counts in derivatives where no statement says it, in the words of the
/// statement `structure`.
package enum StructureConvention: String, CaseIterable, Hashable, Sendable {
  case free, projected, entries
}

/// Where a page stands among what the search finds.
package enum SearchRank: String, CaseIterable, Hashable, Sendable {
  case normal
  /// Behind all others.
  case low
  /// Nowhere.
  case none
}

/// What the top of a page says about the page.
package struct FrontMatter: Hashable, Sendable {
  package var title: String?
  package var description: String?
  package var check: CheckScope?
  package var math: MathFormat?
  package var layout: LayoutConvention?
  package var structure: StructureConvention?
  package var search = SearchRank.normal
  /// Whether the page is left out of what is published.
  package var draft = false
  /// The place among its neighbours in the navigation; lower comes first.
  package var order: Int?
  /// Former addresses of the page.
  package var aliases: [Alias] = []
  /// A picture that stands for the page, as a path in the site or a full address.
  package var image: Image?
  /// Expansions by macro name, such as `\R`, before those of the site.
  package var macros: [String: String] = [:]

  /// The keys whose values could not be read.
  package private(set) var unread: Set<String> = []
  /// Whether a key could not be read on which it depends what is claimed.
  var lacksSettings: Bool { !unread.isDisjoint(with: ["check", "layout", "structure", "macros"]) }

  package init() {}

  /// A path that the front matter names.
  package struct Reference: Hashable, Sendable {
    package var path: String
    package var location: SourceLocation

    package init(path: String, location: SourceLocation) {
      self.path = path
      self.location = location
    }
  }

  package typealias Alias = Reference
  package typealias Image = Reference

  /// Reads the mapping between the `---` lines.
  ///
  /// - Parameters:
  ///   - ignored: keys that are for another program; `*` stands for all.
  ///   - faults: takes an `unknownKey` or `yaml` at every key and value that is not understood.
  init(_ yaml: YAML, ignoring ignored: [String] = [], faults: inout [Diagnostic]) {
    let known = Self.settings.map(\.key)
    let all = (try? yaml.mapping("the front matter").map(\.key)) ?? []
    let others = ignored.contains("*") ? all : ignored
    unread = yaml.forEach(in: "the front matter", keys: known + others, faults: &faults) { key in
      "`ignore_keys: [\(key)]` in docgen.yml leaves it to another program"
    } take: { entry throws(Diagnostic) in
      guard known.contains(entry.key), !ignored.contains(entry.key) else { return }
      try set(entry.key, entry.value)
    }
  }

  private mutating func set(_ key: String, _ value: YAML) throws(Diagnostic) {
    guard !value.isNull else { return }
    switch key {
    case "title": title = try value.string(key)
    case "description": description = try value.string(key)
    case "check": check = try value.choice(key, of: CheckScope.self)
    case "math": math = try value.choice(key, of: MathFormat.self)
    case "layout": layout = try value.choice(key, of: LayoutConvention.self)
    case "structure": structure = try value.choice(key, of: StructureConvention.self)
    case "search": search = try value.choice(key, of: SearchRank.self)
    case "draft": draft = try value.bool(key)
    case "order": order = try value.int(key)
    case "macros": macros = try value.macros(key)
    case "image": image = Reference(path: try value.string(key), location: value.location)
    default:
      aliases = try value.list(key).map { (item) throws(Diagnostic) in
        Reference(path: try item.string("an item of \(key)"), location: item.location)
      }
    }
  }
}

/// The two parts of a page: what stands between the `---` lines, and where the Markdown starts.
struct FrontMatterSplit {
  /// The YAML between the lines; `nil` where the page has no front matter.
  var yaml: String?
  /// The offset of the first byte of Markdown, and the number of its line.
  var bodyOffset: Int
  var bodyLine: Int
  /// What of the front matter would be published as text, and the way out.
  private(set) var fault: (message: String, hint: String)?

  /// Front matter is there when the first line is `---` and a later line is `---` or `...`; not where a blank
  /// line and nothing but headings stand between, which are two rules and what they set off.
  ///
  /// - Complexity: O(n).
  init(_ lines: SourceLines) {
    (yaml, bodyOffset, bodyLine) = (nil, 0, 1)
    guard lines.lastLine > 1 else { return }
    let fences = 2...lines.lastLine
    if Self.isFence(lines, 1, "+++"), fences.contains(where: { Self.isFence(lines, $0, "+++") }) {
      fault = ("the front matter is written in TOML", "write it as YAML between two lines ---")
    }
    guard Self.isFence(lines, 1, "---") else { return }
    guard let end = fences.first(where: { Self.isFence(lines, $0, "---", "...") }) else {
      // A page may begin with a line across it: only a key that is known makes it front matter.
      let second = lines.bytes[lines.range(ofLine: 2)]
      if FrontMatter.settings.contains(where: { second.starts(with: Array("\($0.key):".utf8)) }) {
        fault = (
          "the front matter has no end", "write --- on a line of its own below its last key"
        )
      }
      return
    }
    guard !Self.setsOffHeadings(lines, 2..<end) else { return }
    let start = lines.range(ofLine: 2).lowerBound
    yaml = String(decoding: lines.bytes[start..<lines.range(ofLine: end).lowerBound], as: UTF8.self)
    bodyOffset = lines.range(ofLine: end + 1).lowerBound
    bodyLine = end + 1
  }

  private static func setsOffHeadings(_ lines: SourceLines, _ between: Range<Int>) -> Bool {
    let texts = between.map { lines.bytes[lines.range(ofLine: $0)].filter { !Byte.isBlank($0) } }
    let written = texts.filter { !$0.isEmpty }
    return texts.first?.isEmpty == true && !written.isEmpty
      && written.allSatisfy { $0.first == UInt8(ascii: "#") }
  }

  private static func isFence(_ lines: SourceLines, _ line: Int, _ fences: String...) -> Bool {
    var bytes = lines.bytes[lines.range(ofLine: line)]
    while let last = bytes.last, Byte.isBlank(last) { bytes.removeLast() }
    return fences.contains { bytes.elementsEqual($0.utf8) }
  }
}
