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
    hasPrefix(#"\mathrm{d} "#) || wholeMatch(of: #/\\mathrm\{[^{}]{2,}\}\S*/#) != nil
  }
}
