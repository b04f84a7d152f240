internal import CJavaScriptCore

/// Lends the engine's copy of a string to `body` and releases it after.
func withScriptString<Result>(_ string: String, _ body: (JSStringRef?) -> Result) -> Result {
  let units = Array(string.utf16)
  let copy = JSStringCreateWithCharacters(units, units.count)
  defer { JSStringRelease(copy) }
  return body(copy)
}

extension String {
  /// The text of an engine's string; lone surrogates become U+FFFD.
  init(scriptString: JSStringRef) {
    let units = UnsafeBufferPointer(
      start: JSStringGetCharactersPtr(scriptString), count: JSStringGetLength(scriptString))
    self.init(decoding: units, as: UTF16.self)
  }
}
