extension TeXStyle {
  /// Factors side by side, with a thin space beside names of several letters and differentials, which would run
  /// into their neighbours.
  static func beside(_ factors: [String], separator: String) -> String {
    var text = factors.first ?? ""
    for (left, right) in zip(factors, factors.dropFirst()) {
      let isOpen = left.isLongName || right.isLongName
      text += (isOpen && separator == " " ? #" \, "# : separator) + right
    }
    return text
  }
}

extension String {
  /// Whether it is an upright name of several letters, with or without scripts, or a differential.
  fileprivate var isLongName: Bool {
    hasPrefix(#"\mathrm{d} "#) || isUprightName
  }

  private var isUprightName: Bool {
    let opening = #"\mathrm{"#
    guard hasPrefix(opening) else { return false }
    let rest = dropFirst(opening.count)
    let letters = rest.prefix { $0 != "{" && $0 != "}" }
    let scripts = rest.dropFirst(letters.count)
    return letters.count > 1 && scripts.first == "}" && !scripts.contains(where: \.isWhitespace)
  }
}
