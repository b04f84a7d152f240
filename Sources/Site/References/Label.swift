internal import Diagnostics

/// A numbered place of a site.
struct Label: Hashable, Sendable {
  var kind: LabelKind
  var number: Int
  /// The page's path within the site.
  var page: String
  var pageTitle: String
  /// The `id` of the element, unique in its page: `eq-cost`, or `theorem.2` where no label is given.
  var anchor: String
  /// What stands for the number, where the author says so by `\tag`.
  var tag: String?
  /// The `id` of the whole block: another one where several rows of a formula have labels.
  var block: String

  /// `Equation 3`, in the words of a page's language.
  func text(in phrases: Phrases) -> String { "\(phrases.word(for: kind)) \(sign)" }
  /// The number, or what stands for it.
  var sign: String { tag ?? String(number) }

  /// The place in the whole site: `a.html#eq-cost`.
  var address: String { "\(page)#\(anchor)" }

  /// A label or reference with one spelling: `eq:cost` and `@eq-cost` are `eq-cost`.
  static func normalized(_ name: some StringProtocol) -> String {
    let bare = name.first == "@" ? name.dropFirst() : name[...]
    guard let colon = bare.firstIndex(of: ":") else { return String(bare) }
    return bare[..<colon] + "-" + bare[bare.index(after: colon)...]
  }
}
