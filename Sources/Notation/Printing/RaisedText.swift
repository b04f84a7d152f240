extension String {
  /// Whether TeX has a superscript or a prime outside of all brackets, so that a further one would not
  /// be read, as in `W^{(1)}`.
  ///
  /// - Complexity: linear in the text.
  var isRaised: Bool {
    var depth = 0
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "^"), UInt8(ascii: "'"): if depth == 0 { return true }
      default: break
      }
    }
    return false
  }
}
