internal import Derivations
package import Diagnostics
internal import Pages
internal import Proof

extension Configuration {
  /// Reads the text of `docgen.yml`; an empty one gives the defaults.
  ///
  /// - Parameters:
  ///   - yaml: the file's text.
  ///   - path: the file as the reader would type it.
  /// - Throws: `yaml` or `unknownKey` at all that is not understood.
  package init(yaml text: String, path: String) throws(Diagnostic) {
    var faults: [Diagnostic] = []
    self.init(yaml: text, path: path, faults: &faults)
    if let all = Diagnostic(all: faults) { throw all }
  }

  /// The same with all that is understood; what is not goes to the faults.
  package init(yaml text: String, path: String, faults: inout [Diagnostic]) {
    self.init()
    let keys = Self.settings.map(\.key)
    do throws(Diagnostic) {
      let yaml = try YAML.parse(text, path: path)
      let unread = yaml.forEach(in: "the settings", keys: keys, faults: &faults) {
        entry throws(Diagnostic) in try set(entry.key, entry.value)
      }
      self.unread = unread
      if !unread.contains("languages") {
        faults += (navigation ?? []).flatMap { $0.faults(languages) }
      }
    } catch {
      faults += error.each
      unread = Set(keys)
    }
  }

  private mutating func set(_ key: String, _ value: YAML) throws(Diagnostic) {
    guard !value.isNull else { return }
    if let bound = Budget.Bound(rawValue: key) { return try set(bound, value) }
    switch key {
    case "title": title = try value.string(key)
    case "description": description = try value.string(key)
    case "author": author = try value.string(key)
    case "edit": editAddress = try Self.editAddress(value)
    case "image": image = .init(path: try value.string(key), location: value.location)
    case "bibliography":
      bibliography = .init(path: try value.string(key), location: value.location)
    case "dates": dates = try value.bool(key)
    case "ignore_keys": ignoredKeys = try value.strings(key)
    case "unchecked_links": uncheckedLinks = try value.strings(key)
    case "base_url": baseURL = try Self.address(value, key)
    case "repository": repository = try Self.address(value, key)
    case "nav": navigation = try Entry.entries(value)
    case "check": check = try value.choice(key, of: CheckScope.self)
    case "math": math = try value.choice(key, of: MathFormat.self)
    case "layout": layout = try value.choice(key, of: LayoutConvention.self)
    case "structure": structure = try value.choice(key, of: StructureConvention.self)
    case "macros": macros = try value.macros(key)
    case "languages": languages = try Self.languages(value)
    case "headings": headings = try Self.headings(value)
    default: rawHTML = try value.bool(key)
    }
  }

  private mutating func set(_ bound: Budget.Bound, _ value: YAML) throws(Diagnostic) {
    let count = try value.int(bound.rawValue)
    guard bound.range.contains(count) else {
      throw value.mismatch(
        bound.rawValue,
        "a whole number from \(bound.range.lowerBound) to \(bound.range.upperBound)")
    }
    budget.set(bound, to: count)
  }

  /// An address that ends in a slash.
  private static func address(_ value: YAML, _ key: String) throws(Diagnostic) -> String {
    let text = try value.string(key)
    guard text.hasPrefix("https://") || text.hasPrefix("http://") else {
      throw value.mismatch(key, "an address that starts with https:// or http://")
    }
    return text.hasSuffix("/") ? text : text + "/"
  }

  private static func editAddress(_ value: YAML) throws(Diagnostic) -> String {
    let text = try value.string("edit")
    guard text.hasPrefix("https://") || text.hasPrefix("http://"), text.contains("{path}") else {
      throw value.mismatch("edit", "an address that holds {path}")
    }
    return text
  }

  private static func languages(_ value: YAML) throws(Diagnostic) -> [String] {
    let tags = try value.strings("languages")
    guard !tags.isEmpty,
      tags.allSatisfy({ $0.wholeMatch(of: #/[A-Za-z]{2,8}(-[A-Za-z0-9]+)*/#) != nil })
    else {
      throw value.mismatch("languages", "a list of language tags such as en or zh-Hans")
    }
    var seen: Set<String> = []
    for (tag, item) in zip(tags, try value.list("languages"))
    where !seen.insert(tag.lowercased()).inserted {
      throw Diagnostic(
        .configuration, "`languages` names \(tag) twice", at: item.location,
        hint: "leave out one of the two")
    }
    return tags
  }

  /// `headings:` maps columns of tables to a heading or a list of headings.
  private static func headings(_ value: YAML) throws(Diagnostic) -> TableHeadings {
    var added: [TableColumn: [String]] = [:]
    var owners: [String: String] = [:]
    for entry in try value.mapping("headings", keys: TableColumn.allCases.map(\.rawValue)) {
      guard let column = TableColumn(rawValue: entry.key) else { continue }
      let phrases: [String]
      if case .sequence = entry.value.kind {
        phrases = try entry.value.strings(entry.key)
      } else {
        phrases = [try entry.value.string(entry.key)]
      }
      for phrase in phrases {
        guard phrase.contains(where: \.isLetter) else {
          throw entry.value.mismatch(entry.key, "a heading with letters, or a list of such")
        }
        if let other = owners.updateValue(entry.key, forKey: phrase.lowercased()),
          other != entry.key
        {
          throw Diagnostic(
            .configuration, "`\(phrase)` is the heading of two columns, \(other) and \(entry.key)",
            at: entry.value.location, hint: "keep it for one of them")
        }
      }
      added[column] = phrases
    }
    return TableHeadings(adding: added)
  }
}
