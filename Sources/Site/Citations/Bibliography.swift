package import Diagnostics
internal import Foundation
internal import Pages

/// The works that pages may cite.
struct Bibliography: Sendable {
  /// By key.
  private let works: [String: BibTeXEntry]
  /// Where they stand, by key.
  private let places: [String: SourceLocation]
  /// As the reader would type its path.
  private let path: String

  /// - Parameters:
  ///   - reference: where the settings name the file.
  ///   - files: the files of the content folder.
  /// - Throws: `missingFile` where there is no such file, `notUTF8`, or what is wrong in it.
  init(
    _ name: String, at location: SourceLocation, in files: [ContentFile]
  ) throws(Diagnostic) {
    guard let file = files.first(where: { $0.path == name }) else {
      throw Diagnostic(
        .missingFile, "bibliography names \(name), which is no file of content/", at: location,
        hint: nearest(name, in: files.map(\.path)).map { "did you mean \($0)?" })
    }
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      throw Diagnostic(
        .notUTF8, "\(file.shownPath) is not UTF-8", at: location, hint: "save the file as UTF-8")
    }
    var parser = BibTeXParser(text, path: file.shownPath)
    works = Dictionary(try parser.entries().map { ($0.key, $0) }) { first, _ in first }
    places = parser.places
    path = file.shownPath
  }

  /// The addresses of the works, each with the place of its entry.
  var addresses: [(text: String, location: SourceLocation)] {
    works.values.compactMap { entry in
      guard let text = Work(entry).line.address, let place = places[entry.key] else { return nil }
      return (text, place)
    }.sorted { $0.location < $1.location }
  }

  /// The work of a key.
  ///
  /// - Throws: `citation` where there is none.
  func work(_ key: String, at location: SourceLocation) throws(Diagnostic) -> Work {
    guard let entry = works[key] else {
      throw Diagnostic(
        .citation, "\(path) has no entry \(key)", at: location,
        hint: nearest(key, in: works.keys).map { "did you mean @\($0)?" })
    }
    return Work(entry)
  }
}

extension Configuration {
  /// The addresses of the works that pages may cite; none where the bibliography cannot be read, which a build
  /// reports.
  package func bibliographyLinks(
    in files: [ContentFile]
  ) -> [(text: String, location: SourceLocation)] {
    guard let file = bibliography else { return [] }
    return (try? Bibliography(file.path, at: file.location, in: files).addresses) ?? []
  }
}

/// An entry as it is cited and listed.
struct Work: Hashable, Sendable {
  let entry: BibTeXEntry

  init(_ entry: BibTeXEntry) { self.entry = entry }

  /// What links to its place in the list say.
  var anchor: String {
    "ref-" + entry.key.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" }
  }

  /// `Giles 2008`, `Petersen and Pedersen 2012`, `Baydin et al. 2018`.
  var label: String {
    let names = people.map(\.last)
    let who =
      switch names.count {
      case 0: entry.fields["title"] ?? entry.key
      case _ where hasOthers: "\(names[0]) et al."
      case 1: names[0]
      case 2: "\(names[0]) and \(names[1])"
      default: "\(names[0]) et al."
      }
    return [who, year].compactMap { $0 }.joined(separator: " ")
  }

  /// What the list is sorted by.
  var rank: [String] {
    [people.map(\.last).joined(separator: " ").lowercased(), year ?? "", entry.key]
  }

  var year: String? {
    entry.fields["year"] ?? entry.fields["date"].map { String($0.prefix(4)) }
  }

  /// Its line in the list, and the address it is found at.
  var line: (text: String, address: String?) {
    let fields = entry.fields
    var parts = [people.map(\.whole).joined(separator: ", ") + (hasOthers ? " et al." : "")]
    parts.append(fields["title"].map { "“\($0)”" } ?? "")
    parts += [container, preprint?.text ?? ""]
    parts.append(
      ["publisher", "institution", "school", "howpublished", "note"].compactMap { fields[$0] }
        .joined(separator: ", "))
    parts.append(year ?? "")
    let doi = fields["doi"].map { doi in
      let bare = doi.range(of: "10.").map { String(doi[$0.lowerBound...]) } ?? doi
      return "https://doi.org/\(bare)"
    }
    let text = parts.filter { !$0.isEmpty }.joined(separator: ", ") + "."
    let url = fields["url"].flatMap { $0.hasPrefix("http") ? $0 : nil }
    let written = text.firstMatch(of: Self.address).map { String($0.0) }
    return (text, doi ?? url ?? preprint?.address ?? written)
  }

  /// An address within a text, without the signs that end a sentence.
  static var address: Regex<Substring> { #/https?:\/\/[^\s<>“”]*[^\s<>“”.,;:)]/# }

  /// What an archive knows it as: `arXiv:1412.6980`; nil where the entry names none, or says so elsewhere.
  private var preprint: (text: String, address: String?)? {
    let fields = entry.fields
    guard let number = fields["eprint"], !number.isEmpty, !container.contains(number) else {
      return nil
    }
    let form = #/(?:\d{4}\.\d{4,5}|[a-z.\-]+\/\d{7})(?:v\d+)?/#
    let guess = number.wholeMatch(of: form) == nil ? nil : "arXiv"
    guard let archive = fields["archiveprefix"] ?? fields["eprinttype"] ?? guess else {
      return (number, nil)
    }
    let isKnown = archive.lowercased() == "arxiv"
    return ("\(archive):\(number)", isKnown ? "https://arxiv.org/abs/\(number)" : nil)
  }

  /// Where it appeared: `Journal 12(3), pp. 1–20`.
  private var container: String {
    let fields = entry.fields
    var text = fields["journal"] ?? fields["journaltitle"] ?? fields["booktitle"] ?? ""
    if let volume = fields["volume"] {
      let number = fields["number"].map { "(\($0))" } ?? ""
      text += (text.isEmpty ? "vol. " : " ") + volume + number
    }
    if let pages = fields["pages"] {
      let range = pages.replacing("-", with: "–").replacing("––", with: "–")
      text += (text.isEmpty ? "" : ", ") + (range.contains("–") ? "pp. " : "p. ") + range
    }
    return text
  }

  private struct Person {
    var last: String
    var whole: String
  }

  /// The names as written; `others` stands for those that are left out.
  private var names: [String] {
    (entry.fields["author"] ?? entry.fields["editor"] ?? "").components(separatedBy: " and ")
      .filter { !$0.isEmpty }
  }

  private var hasOthers: Bool { names.count > 1 && names.last == "others" }

  /// The authors, or else the editors; names as `First Last` or `Last, First`.
  private var people: [Person] {
    names.filter { $0 != "others" }.map { name in
      let parts = name.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      if parts.count > 1 {
        return Person(last: parts[0], whole: "\(parts[parts.count - 1]) \(parts[0])")
      }
      let words = name.split(separator: " ").map(String.init)
      // Words in lower case before the last name belong to it: van der Waals.
      let start =
        words.indices.dropLast().first { words[$0].first?.isLowercase == true }
        ?? max(0, words.count - 1)
      return Person(last: words[start...].joined(separator: " "), whole: name)
    }
  }
}
