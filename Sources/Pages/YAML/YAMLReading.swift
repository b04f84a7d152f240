package import Diagnostics

extension YAML {
  /// The text of a scalar.
  ///
  /// - Parameter name: what the value is for, in the error: the key, as a rule.
  /// - Throws: `yaml` at the value if it is a list, a mapping or nothing.
  package func string(_ name: String) throws(Diagnostic) -> String {
    guard case .scalar(let text, _) = kind, !isNull else { throw mismatch(name, "a text") }
    return text
  }

  /// `true` or `false`, without quotes.
  ///
  /// - Throws: `yaml` at the value if it is anything else, also `yes` or `no`.
  package func bool(_ name: String) throws(Diagnostic) -> Bool {
    guard case .scalar(let text, isPlain: true) = kind, let value = Bool(text) else {
      throw mismatch(name, "`true` or `false`", hint: wayOut(Self.flag))
    }
    return value
  }

  /// A whole number in decimal digits, without quotes.
  ///
  /// - Throws: `yaml` at the value if it is anything else.
  package func int(_ name: String) throws(Diagnostic) -> Int {
    guard case .scalar(let text, isPlain: true) = kind, let value = Int(text) else {
      throw mismatch(
        name, "a whole number", hint: wayOut { Int($0).map(String.init) })
    }
    return value
  }

  /// The values of a list.
  ///
  /// - Throws: `yaml` at the value if it is not a list.
  package func list(_ name: String) throws(Diagnostic) -> [YAML] {
    guard case .sequence(let items) = kind else {
      throw mismatch(name, "a list", hint: item.map { "write it as one: [\($0)]" })
    }
    return items
  }

  /// The texts of a list.
  ///
  /// - Throws: `yaml` at the value if it is not a list, or at the item that is not a text.
  package func strings(_ name: String) throws(Diagnostic) -> [String] {
    var result: [String] = []
    for item in try list(name) { result.append(try item.string("an item of \(name)")) }
    return result
  }

  /// One of the cases of an enumeration, by its raw value.
  ///
  /// - Throws: `yaml` at the value if it is none of them, with the nearest one as the way out.
  package func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, of type: Choice.Type
  ) throws(Diagnostic) -> Choice {
    let names = type.allCases.map(\.rawValue)
    guard case .scalar(let text, _) = kind else { throw mismatch(name, Self.alternatives(names)) }
    guard let value = Choice(rawValue: text) else {
      throw mismatch(
        name, Self.alternatives(names),
        hint: nearest(text, in: names).map { "did you mean `\($0)`?" })
    }
    return value
  }

  /// The entries of a mapping; of nothing, there are none.
  ///
  /// - Throws: `yaml` at the value if it is not a mapping.
  package func mapping(_ name: String) throws(Diagnostic) -> [Entry] {
    if isNull { return [] }
    guard case .mapping(let entries) = kind else { throw mismatch(name, "a mapping") }
    return entries
  }

  /// The entries of a mapping all of whose keys are known.
  ///
  /// - Parameter wayOut: what may be done about a key that is like no other, besides writing a known one.
  /// - Throws: `yaml` as above; `unknownKey` at the keys that are not known.
  package func mapping(
    _ name: String, keys: [String], wayOut: (String) -> String? = { _ in nil }
  ) throws(Diagnostic) -> [Entry] {
    let entries = try mapping(name)
    let unknown = entries.filter { !keys.contains($0.key) }.map { entry in
      Diagnostic(
        .unknownKey, "unknown key `\(entry.key)` in \(name)", at: entry.keyLocation,
        hint: nearest(entry.key, in: keys).map { "did you mean `\($0)`?" }
          ?? ["the keys are \(keys.sorted().joined(separator: ", "))", wayOut(entry.key)]
          .compactMap { $0 }.joined(separator: "; "))
    }
    if let unknown = Diagnostic(all: unknown) { throw unknown }
    return entries
  }

  /// Takes every entry of a mapping whose key is known, and tells of all that is wrong.
  ///
  /// - Parameter faults: takes what `forEach` would throw.
  /// - Returns: the keys whose values are not known: those of wrong values, and those that are nearest to keys
  ///   that are not known.
  package func forEach(
    in name: String, keys: [String], faults: inout [Diagnostic],
    wayOut: (String) -> String? = { _ in nil }, take: (Entry) throws(Diagnostic) -> Void
  ) -> Set<String> {
    let entries = (try? mapping(name)) ?? []
    var unread = Set(
      entries.filter { !keys.contains($0.key) }.compactMap { nearest($0.key, in: keys) })
    do throws(Diagnostic) {
      try forEach(in: name, keys: keys, wayOut: wayOut) { entry throws(Diagnostic) in
        unread.insert(entry.key)
        try take(entry)
        unread.remove(entry.key)
      }
    } catch {
      faults += error.each
      if (try? mapping(name)) == nil { unread.formUnion(keys) }
    }
    return unread
  }

  /// Takes every entry of a mapping whose key is known.
  ///
  /// - Throws: all that is wrong: keys that are not known, as `mapping(_:keys:)` has them, and what `take`
  ///   throws.
  package func forEach(
    in name: String, keys: [String], wayOut: (String) -> String? = { _ in nil },
    take: (Entry) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var faults: [Diagnostic] = []
    do throws(Diagnostic) {
      _ = try mapping(name, keys: keys, wayOut: wayOut)
    } catch {
      faults.append(error)
    }
    for entry in (try? mapping(name)) ?? [] where keys.contains(entry.key) {
      do throws(Diagnostic) { try take(entry) } catch { faults.append(error) }
    }
    if let all = Diagnostic(all: faults) { throw all }
  }

  /// Expansions of macros by their names, such as `\R`.
  ///
  /// - Throws: `yaml` at the value if it is not a mapping to texts; `configuration` at a key that is not the
  ///   name of a macro.
  package func macros(_ name: String) throws(Diagnostic) -> [String: String] {
    var macros: [String: String] = [:]
    for entry in try mapping(name) {
      guard entry.key.wholeMatch(of: #/\\([A-Za-z]+|[^A-Za-z])/#) != nil else {
        throw Diagnostic(
          .configuration, "`\(entry.key)` is not the name of a macro", at: entry.keyLocation,
          hint: #"write a backslash and letters, as in \R"#)
      }
      macros[entry.key] = try entry.value.string(entry.key)
    }
    return macros
  }

  /// The value that a text was meant for, as it has to be written; nil where it is none.
  private func wayOut(_ value: (String) -> String?) -> String? {
    guard case .scalar(let text, let isPlain) = kind, let meant = value(text.lowercased()) else {
      return nil
    }
    return isPlain ? "write \(meant)" : "write \(meant) without quotes"
  }

  /// What YAML has not for `true` and `false` any more, and these themselves.
  private static func flag(_ text: String) -> String? {
    switch text {
    case "true", "yes", "on", "y": "true"
    case "false", "no", "off", "n": "false"
    default: nil
    }
  }

  /// A text as an item of a list, in quotes where it cannot do without.
  private var item: String? {
    guard case .scalar(let text, let isPlain) = kind, !isNull else { return nil }
    return isPlain && text.wholeMatch(of: #/[A-Za-z0-9_.\/-]+/#) != nil ? text : "\"\(text)\""
  }

  /// An error at this value: `check must be `marked` or `all`, found a list`.
  package func mismatch(_ name: String, _ expected: String, hint: String? = nil) -> Diagnostic {
    Diagnostic(
      .yaml, "\(name) must be \(expected), found \(description)", at: location, hint: hint)
  }

  private static func alternatives(_ names: [String]) -> String {
    let marked = names.map { "`\($0)`" }
    return marked.count < 3
      ? marked.joined(separator: " or ")
      : marked.dropLast().joined(separator: ", ") + " or " + (marked.last ?? "")
  }
}
