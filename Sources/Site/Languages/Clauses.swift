/// Sentences of several clauses, as causes are: what is wrong, and with what the claim holds.
extension Sentence {
  /// What stands between clauses.
  private static let separators = ["; ", ", and "]
  /// What may stand at the end of a clause, whatever is before.
  private static let tails =
    ["proved", "verified"].map { " the claim is \($0)" } + [" the claim holds", ", twice"]
    + ["first", "second", "third", "fourth"].map { " in the \($0) term" }

  /// The sentence in a language, clause by clause; nil where one of them is not known in it.
  func translatedByClauses(_ language: String) -> HTML? {
    guard let table = Self.translations[language] else { return nil }
    var pieces: [HTML] = []
    for (separator, clause) in clauses {
      guard let said = clause.translatedWithTail(language) else { return nil }
      if let separator { pieces.append(.text(table[separator] ?? separator)) }
      pieces.append(said)
    }
    return .fragment(pieces)
  }

  /// The clauses, each with what stands before it.
  private var clauses: [(separator: String?, clause: Sentence)] {
    var found: [(separator: String?, parts: [Part])] = [(nil, [])]
    for part in parts {
      guard case .words(var words) = part else {
        found[found.count - 1].parts.append(part)
        continue
      }
      while let (separator, range) = Self.firstSeparator(in: words) {
        found[found.count - 1].parts.append(.words(String(words[..<range.lowerBound])))
        found.append((separator, []))
        words = String(words[range.upperBound...])
      }
      found[found.count - 1].parts.append(.words(words))
    }
    return found.map { ($0.separator, Sentence($0.parts)) }
  }

  private static func firstSeparator(in words: String) -> (String, Range<String.Index>)? {
    separators.compactMap { separator in words.firstRange(of: separator).map { (separator, $0) } }
      .min { $0.1.lowerBound < $1.1.lowerBound }
  }

  private func translatedWithTail(_ language: String) -> HTML? {
    let form = form
    if let known = translated(form, language) { return known }
    guard let tail = Self.tails.first(where: form.hasSuffix),
      let end = Self.translations[language]?[tail],
      let core = translated(String(form.dropLast(tail.count)), language)
    else { return nil }
    return .fragment([core, .text(end)])
  }
}

extension Sentence {
  /// What stands before the name of a function in the phrase of a rule, and after it.
  private static let names: [(before: String, after: String)] = [
    ("the derivative is multiplied, entry by entry, by that of ", ""),
    (", entry by entry, with f = ", ""), (", for ", " is linear"),
    ("every entry gets the slope of its own term of ", ""),
    ("the sum of the differentials of the terms of ", ""),
  ]

  /// The phrase of a rule, in which the name of a function stands like a formula.
  var withNames: Sentence {
    guard case .words(let words)? = parts.last else { return self }
    for (before, after) in Self.names {
      guard let start = words.firstRange(of: before)?.upperBound, words.hasSuffix(after) else {
        continue
      }
      let name = words[start...].dropLast(after.count)
      guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber }) else { continue }
      let rest: [Part] = [
        .words(String(words[..<start])), .slot(.text(String(name))), .words(after),
      ]
      return Sentence(parts.dropLast() + rest.filter { !$0.isEmpty })
    }
    return self
  }
}

extension Sentence.Part {
  fileprivate var isEmpty: Bool { if case .words("") = self { true } else { false } }
}
