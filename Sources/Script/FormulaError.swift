/// Why a formula could not be read.
package struct FormulaError: Error, Hashable, Sendable {
  /// One lower-case phrase without a full stop.
  package var message: String
  /// Where in the TeX, in UTF-8 bytes from 0.
  package var offset: Int
  /// Whether it is the size of the formula that forbids it, and not what it says.
  package var isTooLarge = false

  /// The command that is refused because it would reach out of the formula, if that is why.
  package var refusedCommand: String? {
    message.hasSuffix(Self.refusal) ? String(message.dropLast(Self.refusal.count)) : nil
  }

  static let refusal = " is not allowed in a formula"

  package init(_ message: String, offset: Int) {
    self.message = message
    self.offset = offset
  }

  /// The complaint about a formula that is nested more deeply than is read.
  static let tooDeep: FormulaError = {
    var error = FormulaError("the formula is nested too deeply", offset: 0)
    error.isTooLarge = true
    return error
  }()

  /// KaTeX's complaint about `tex` as a phrase with an offset in bytes.
  init(_ error: ScriptError, in tex: String) {
    guard !error.message.contains("call stack") else {
      self = .tooDeep
      return
    }
    self.init(
      Self.phrase(error.message), offset: Self.bytes(in: tex, utf16: error.position ?? 0))
  }

  /// KaTeX's message without its prefix and its own drawing of the place.
  private static func phrase(_ message: String) -> String {
    guard message.hasPrefix(prefix) else { return message }
    var fact = message.dropFirst(prefix.count)
    if let place = fact.firstRange(of: " at position ") ?? fact.firstRange(of: " at end of input") {
      fact = fact[..<place.lowerBound]
    }
    let words = fact.replacing("'EOF'", with: "the end of the formula")
    return words.prefix(1).lowercased() + words.dropFirst()
  }

  private static let prefix = "KaTeX parse error: "

  private static func bytes(in tex: String, utf16 position: Int) -> Int {
    let units = tex.utf16
    let index = units.index(units.startIndex, offsetBy: position, limitedBy: units.endIndex)
    return tex.utf8.distance(from: tex.startIndex, to: index ?? tex.endIndex)
  }
}
