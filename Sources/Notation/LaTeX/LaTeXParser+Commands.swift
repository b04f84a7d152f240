internal import Diagnostics

extension LaTeXParser {
  /// A command as a factor: a Greek letter, a function, a sum, a derivative.
  mutating func command(_ name: String, _ atom: TeXAtom) throws(Diagnostic) -> Syntax {
    if TeXCommands.names[name] != nil { return try named(atom) }
    if let meaning = spelled(atom, upper: nil) {
      index += 1
      return try scripted(meaning.placed(at: atom.core), atom)
    }
    if let function = TeXCommands.functions[name] {
      index += 1
      return try self.function(function, atom)
    }
    switch name {
    case "sum", "prod": return try total(atom, isProduct: name == "prod")
    case "nabla": return try nabla(atom)
    case "partial":
      if let derivative = try slashed(atom) { return derivative }
      if atom.lower != nil, atom.upper == nil { return try nabla(atom) }
      guard let next = following, startsFactor(next), !atom.hasScripts else {
        throw refusal(name, atom)
      }
      return try differential(atom)
    case "surd":
      index += 1
      return try function("sqrt", atom)
    default: throw refusal(name, atom)
    }
  }

  private func refusal(_ name: String, _ atom: TeXAtom) -> Diagnostic {
    if !startsFactor(atom) { return missingOperand("a factor") }
    if let what = Self.unsupportedCommands[name] {
      return unsupported("\(what) is not supported", atom.range)
    }
    return failure(
      #"\\#(name) is not understood"#, atom.core,
      hint: #"say what it stands for: notation \\#(name) = …"#)
  }

  private static let unsupportedCommands: [String: String] = [
    "int": "an integral", "iint": "an integral",
    "partial": #"\partial outside of \frac{\partial F}{\partial X}"#, "infty": "infinity",
    "dots": "an ellipsis", "ldots": "an ellipsis", "cdots": "an ellipsis", "vdots": "an ellipsis",
    "ddots": "an ellipsis", "lim": "a limit", "argmin": "a minimiser", "argmax": "a maximiser",
    "newcommand": "a macro", "def": "a macro", "renewcommand": "a macro", "binom": "a binomial",
    "substack": "a stack of indices", "mathbb": "a set",
  ]
}
