internal import Diagnostics

extension LaTeXParser {
  /// `-A + B - C`: a chain of terms, those subtracted negated.
  mutating func sum() throws(Diagnostic) -> Syntax {
    var left = try signed { (parser) throws(Diagnostic) in try parser.term() }
    var isChain = false
    while let atom = current, let kind = Self.additive(atom) {
      index += 1
      if kind == .add, let dots = current, Self.isEllipsis(dots) {
        left = try continued(left, isChain, dots)
        isChain = left.kind == .add
        continue
      }
      var right = try signed { (parser) throws(Diagnostic) in try parser.term() }
      if kind == .negate {
        right = try node(.negate, [right], hull(atom.core, right.range), mark: atom.core)
      }
      try chain(.add, &left, right, mark: atom.core, isChain)
      isChain = true
    }
    return left
  }

  /// `x_1 + x_2` with `\cdots + x_n` behind it.
  private mutating func continued(
    _ before: Syntax, _ isChain: Bool, _ dots: TeXAtom
  ) throws(Diagnostic) -> Syntax {
    index += 1
    guard let sign = current, Self.additive(sign) == .add else { throw missingOperand("a term") }
    index += 1
    let last = try signed { (parser) throws(Diagnostic) in try parser.term() }
    let terms = try progression(isChain ? before.children : [before], last, dots)
    guard terms.count > 1 else { return terms[0] }
    return try node(.add, terms, hull(before.range, last.range), mark: dots.core)
  }

  private static func additive(_ atom: TeXAtom) -> Syntax.Kind? {
    if atom.isSymbol("+") { return .add }
    return atom.isSymbol("-") || atom.isSymbol("−") ? .negate : nil
  }

  /// A formula with the signs before it.
  mutating func signed(
    _ operand: (inout Self) throws(Diagnostic) -> Syntax
  ) throws(Diagnostic) -> Syntax {
    var minus: [Range<Int>] = []
    while let atom = current, let kind = Self.additive(atom) {
      if kind == .negate { minus.append(atom.core) }
      index += 1
    }
    var result = try operand(&self)
    for sign in minus.reversed() {
      result = try node(.negate, [result], hull(sign, result.range), mark: sign)
    }
    return result
  }

  /// Products joined by `\odot`, `\otimes` and the like.
  mutating func term() throws(Diagnostic) -> Syntax {
    var left = try entrywiseTerm()
    while let atom = current, atom.isSymbol(":"), let next = following, startsFactor(next) {
      index += 1
      let right = try signed { (parser) throws(Diagnostic) in try parser.entrywiseTerm() }
      left = try node(
        .call("inner", primes: 0), [left, right], hull(left.range, right.range), mark: atom.core)
    }
    return left
  }

  /// Products joined by the signs of products of entries; `A:B` joins what is between colons last.
  private mutating func entrywiseTerm() throws(Diagnostic) -> Syntax {
    var left = try product()
    var isChain = false
    while let atom = current, let (name, width) = entrywiseOperator(atom) {
      index += width
      let right = try signed { (parser) throws(Diagnostic) in try parser.product() }
      try combine(name, &left, right, mark: atom.core, isChain)
      isChain = true
    }
    return left
  }

  private func entrywiseOperator(_ atom: TeXAtom) -> (String, Int)? {
    if case .command(let name) = atom.nucleus, TeXCommands.entrywise.contains(name) {
      return (name, 1)
    }
    guard atom.isSymbol("."), let next = following else { return nil }
    if next.isSymbol("*") { return ("odot", 2) }
    return next.isSymbol("/") ? ("oslash", 2) : nil
  }

  private mutating func combine(
    _ name: String, _ left: inout Syntax, _ right: Syntax, mark: Range<Int>, _ isChain: Bool
  ) throws(Diagnostic) {
    switch name {
    case "otimes":
      left = try node(
        .call("kron", primes: 0), [left, right], hull(left.range, right.range), mark: mark)
    case "oslash": left = try joined(.entrywiseDivide, left, right, mark: mark)
    default: try chain(.entrywiseMultiply, &left, right, mark: mark, isChain)
    }
  }

  /// Joins two operands, or lengthens the chain of that kind the left one is.
  private mutating func chain(
    _ kind: Syntax.Kind, _ left: inout Syntax, _ right: Syntax, mark: Range<Int>, _ isChain: Bool
  ) throws(Diagnostic) {
    guard isChain, left.kind == kind else {
      left = try joined(kind, left, right, mark: mark)
      return
    }
    left.append(right, mark: mark)
    try checkDepth(left)
  }

  /// Factors side by side or joined by `\cdot`, `\times`, `/`.
  ///
  /// - Parameter stopsAtFunctions: whether the next function ends it, as in `\sin x \cos x`.
  mutating func product(stopsAtFunctions: Bool = false) throws(Diagnostic) -> Syntax {
    var left = try factor()
    var last: Syntax.Kind?
    while let atom = current {
      if isEvaluation(atom), !isWithinBars, let point = atom.lower {
        index += 1
        left = try evaluated(left, at: point, hull(left.range, atom.range))
        last = nil
      } else if let kind = Self.productOperator(atom) {
        index += 1
        let right = try signed { (parser) throws(Diagnostic) in try parser.factor() }
        try chain(kind, &left, right, mark: atom.core, last == kind && kind == .multiply)
        last = kind
      } else if startsFactor(atom), !(stopsAtFunctions && startsCall(atom)) {
        let right = try factor()
        let gap =
          left.range.upperBound..<max(left.range.upperBound, right.range.lowerBound)
        try chain(.juxtapose, &left, right, mark: gap, last == .juxtapose)
        last = .juxtapose
      } else {
        break
      }
    }
    return left
  }

  private static func productOperator(_ atom: TeXAtom) -> Syntax.Kind? {
    if case .command(let name) = atom.nucleus { return TeXCommands.products[name] }
    if atom.isSymbol("*") { return .multiply }
    return atom.isSymbol("/") ? .divide : nil
  }

  /// Whether a factor can begin with the atom.
  func startsFactor(_ atom: TeXAtom) -> Bool {
    switch atom.nucleus {
    case .letter, .number, .word, .group, .fraction, .root, .accent, .environment: true
    case .command(let name): Self.isOperand(name)
    case .delimiter(_, .either) where isEvaluation(atom) && !isWithinBars: false
    case .delimiter(let delimiter, .either):
      open.last.map { $0.endsSided || !closes($0.delimiter, delimiter) } ?? true
    case .delimiter(_, let side): side == .open
    default: false
    }
  }

  /// Commands that are neither operators nor relations; unknown ones are, so that they are reported.
  private static func isOperand(_ name: String) -> Bool {
    !TeXCommands.entrywise.contains(name) && TeXCommands.products[name] == nil
      && !TeXCommands.equalities.contains(name) && !TeXCommands.implications.contains(name)
      && TeXCommands.otherRelations[name] == nil && name != "pm" && name != "mp"
  }

  private var isWithinBars: Bool { open.contains { $0.delimiter == .bar && !$0.endsSided } }

  /// Whether a bar ends the innermost open pair; `||` may be two single bars.
  func closes(_ opened: TeXDelimiter, _ delimiter: TeXDelimiter) -> Bool {
    opened == delimiter || (opened == .bar && delimiter == .doubleBar)
  }

  /// Whether the atom is a function with its argument.
  func startsCall(_ atom: TeXAtom) -> Bool {
    switch atom.nucleus {
    case .command(let name): TeXCommands.functions[name] != nil || (name == "sigma" && isSigmoid)
    case .word(let name): TeXCommands.functions[name] != nil && names.meaning(name) == nil
    case .letter(let name): names.meaning(name) == .function
    default: false
    }
  }

  /// Whether `\sigma` is the logistic function: no name of the page, and brackets follow.
  var isSigmoid: Bool {
    guard names.meaning("sigma") == nil, let next = following else { return false }
    return isOpening(next)
  }

  /// Round, square or curly brackets: those that hold arguments.
  func isOpening(_ atom: TeXAtom?) -> Bool {
    guard case .delimiter(let delimiter, .open) = atom?.nucleus else { return false }
    return delimiter == .round || delimiter == .square || delimiter == .curly
  }
}
