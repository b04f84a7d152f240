/// A sentence of docgen's own about results, with what stands in it: said in the language of a page where that is
/// known, and marked as English where it is not.
struct Sentence {
  enum Part {
    case words(String)
    case slot(HTML)
  }

  let parts: [Part]

  init(_ parts: [Part]) { self.parts = parts }

  /// A sentence in which nothing stands.
  init(fixed text: String) { parts = [.words(text)] }

  /// A sentence in which numbers stand.
  init(numbered text: String) {
    var parts: [Part] = []
    var rest = text[...]
    while let start = rest.firstIndex(where: Self.isDigit) {
      let number = rest[start...].prefix(while: Self.isDigit)
      parts += [.words(String(rest[..<start])), .slot(.text(String(number)))]
      rest = rest[number.endIndex...]
    }
    self.init(parts + [.words(String(rest))])
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  /// The sentence with `{1}`, `{2}`, … for what stands in it.
  var form: String {
    var count = 0
    return parts.map { part in
      guard case .words(let words) = part else {
        count += 1
        return "{\(count)}"
      }
      return words
    }.joined()
  }

  private var slots: [HTML] {
    parts.compactMap { if case .slot(let html) = $0 { html } else { nil } }
  }

  /// The sentence in a language, by the name of its table; nil where it is not known in it.
  func translated(_ form: String, _ language: String) -> HTML? {
    guard let template = Self.translations[language]?[form] else { return nil }
    var pieces: [HTML] = []
    var rest = template[...]
    while let place = rest.firstMatch(of: #/\{([0-9])\}/#), let number = Int(place.1),
      slots.indices.contains(number - 1)
    {
      pieces += [.text(String(rest[..<place.range.lowerBound])), slots[number - 1]]
      rest = rest[place.range.upperBound...]
    }
    return .fragment(pieces + [.text(String(rest))])
  }

  private static let exception = "except where "

  /// The sentence for a page, and whether it is in the page's language.
  func said(in phrases: Phrases) -> (html: HTML, isTranslated: Bool) {
    let form = form
    if phrases.language == "en" || !form.contains(where: \.isLetter) { return (english, true) }
    if let html = translated(form, phrases.language) { return (html, true) }
    if let html = translatedByClauses(phrases.language) { return (html, true) }
    guard form.hasPrefix(Self.exception),
      let start = translated(Self.exception, phrases.language),
      let rest = form == Self.exception + "{1}"
        ? .fragment(slots)
        : translated(String(form.dropFirst(Self.exception.count)), phrases.language)
    else { return (english, false) }
    return (.fragment([start, rest]), true)
  }

  /// The sentence as it is.
  var english: HTML {
    .fragment(
      parts.map { part in
        switch part {
        case .words(let words): .text(words)
        case .slot(let html): html
        }
      })
  }

  /// By language, then by form.
  static let translations = [
    "de": table(german, germanCauses, germanRules),
    "fr": table(french, frenchCauses, frenchRules),
    "zh": table(chinese, chineseCauses, chineseRules),
  ]

  private static func table(_ parts: [String: String]...) -> [String: String] {
    parts.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
  }
}

extension Phrases {
  /// A sentence within a text: what stays English is marked so.
  func inline(_ sentence: Sentence) -> HTML {
    let said = sentence.said(in: self)
    return said.isTranslated ? said.html : .element("span", ["lang": "en"], said.html)
  }

  /// A sentence as an element, marked where it stays English.
  func element(
    _ name: String, class className: String? = nil, _ sentence: Sentence
  ) -> HTML {
    let said = sentence.said(in: self)
    return .element(
      name, ["class": className, "lang": said.isTranslated ? nil : englishTag], said.html)
  }
}
