/// A piece of program text with how tightly it holds together.
struct CodePiece {
  enum Binding: Int, Comparable {
    case sum, negative, product, power, atom

    static func < (a: Binding, b: Binding) -> Bool { a.rawValue < b.rawValue }
  }

  var text: String
  var binding: Binding

  init(_ text: String, _ binding: Binding) {
    self.text = text
    self.binding = binding
  }

  /// The text, in brackets where it holds less tightly than asked.
  func holding(_ least: Binding) -> String { binding < least ? "(\(text))" : text }
}
