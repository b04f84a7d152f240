/// What a script threw.
package struct ScriptError: Error, Hashable, Sendable {
  /// The exception's own message.
  package var message: String
  /// Where the exception carries a `position`: that number, in UTF-16 units from 0.
  package var position: Int?

  package init(_ message: String, position: Int? = nil) {
    self.message = message
    self.position = position
  }
}
