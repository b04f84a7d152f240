internal import Diagnostics
internal import MatrixCalculus

extension LaTeXParser {
  /// A name, with the brackets that follow where they hold its arguments.
  mutating func applied(
    _ resolution: Resolution, _ name: String, _ atom: TeXAtom
  ) throws(Diagnostic) -> Syntax {
    guard let opening = current, isOpening(opening),
      takesArguments(name, resolution) || repeatsArguments(name, atom, opening)
    else {
      let plain = try node(.name(name), [], atom.core)
      return try scripted(plain, primes: atom.primes, upper: resolution.rest, atom.range)
    }
    if resolution.rest != nil {
      throw unsupported("a power of the function \(name) is not supported", atom.range)
    }
    let isLogistic = name == "sigma" && names.meaning(name) == nil
    return try call(isLogistic ? "sigmoid" : name, atom, opening, primes: atom.primes)
  }

  /// Functions take arguments, and so do names nobody has declared, without a power or a transpose.
  private func takesArguments(_ name: String, _ resolution: Resolution) -> Bool {
    switch names.meaning(name) {
    case .variable, .size, .definition: false
    case .function, .functional: true
    case nil: resolution.rest == nil
    }
  }

  private func isRound(_ opening: TeXAtom) -> Bool {
    if case .delimiter(.round, _) = opening.nucleus { true } else { false }
  }

  /// Whether the brackets behind a definition hold only letters it is a function of: `\rho(x)` is
  /// \rho itself and not the product of \rho and x.
  ///
  /// In `\delta^{(2)} (x)^T`, with a script on both, it is a product.
  private func repeatsArguments(_ name: String, _ atom: TeXAtom, _ opening: TeXAtom) -> Bool {
    guard case .definition(let variables) = names.meaning(name), isRound(opening)
    else { return false }
    var position = index + 1
    while position + 1 < atoms.count, let letter = baseName(atoms[position]),
      variables.contains(letter), !atoms[position].hasScripts
    {
      if case .delimiter(.round, .close) = atoms[position + 1].nucleus {
        return atom.upper == nil || atoms[position + 1].upper == nil
      }
      guard atoms[position + 1].isSymbol(",") || atoms[position + 1].isSymbol(";") else {
        return false
      }
      position += 2
    }
    return false
  }

  /// A call with its arguments in brackets, and the scripts of the closing one.
  mutating func call(
    _ name: String, _ atom: TeXAtom, _ opening: TeXAtom, primes: Int = 0
  ) throws(Diagnostic) -> Syntax {
    guard case .delimiter(let delimiter, _) = opening.nucleus else { throw unexpected(opening) }
    if name == "diag", primes == 0, let diagonal = try diagonal(of: atom, opening, delimiter) {
      return diagonal
    }
    let name = separatesCondition(name) ? name + "|" : name
    let (arguments, closing) = try enclosed(opening, delimiter)
    let range = hull(atom.core, closing.core)
    let call = try function(name, primes, arguments, range, mark: atom.core)
    return try closed(call, closing, range)
  }

  /// `\operatorname{diag}\{s_i\}` and `\operatorname{diag}(s_1, \dots, s_n)`: the matrix with the column of those
  /// on its diagonal; nil where the brackets hold something else.
  private mutating func diagonal(
    of atom: TeXAtom, _ opening: TeXAtom, _ delimiter: TeXDelimiter
  ) throws(Diagnostic) -> Syntax? {
    let start = index
    let (entries, dots, closing) = try listed(opening, delimiter)
    let range = hull(atom.core, closing.core)
    var column: Syntax?
    if let dots {
      column = try progression(entries.map { [$0] }, dots, range)
    } else if entries.count == 1, let entry = entries[0] {
      let letters = entry.freeLetters.filter { !counters.contains($0) && names.meaning($0) == nil }
      if letters.count == 1 {
        let counter = Syntax.Counter(letters[0])
        column = try node(.indexed(.array(rows: counter, columns: nil)), [entry], entry.range)
      }
    }
    guard let column else {
      index = start
      return nil
    }
    return try closed(call("diag", [column], range, mark: atom.core), closing, range)
  }

  /// Puts a comma for the bar of a condition in the brackets that open here, `p(x \mid \mu, \Sigma)`, where a
  /// function that the page may define is called; it is another function than that without a condition.
  private mutating func separatesCondition(_ name: String) -> Bool {
    let known = [names.meaning(name), names.meaning(name + "|")]
    guard known.allSatisfy({ $0 == nil || $0 == .functional }), index < atoms.count else {
      return false
    }
    var level = 0
    var bars: [Int] = []
    for place in index..<atoms.count {
      level += EquationParts.step(atoms[place])
      if level == 0 { break }
      let isBar = atoms[place].nucleus == .delimiter(.bar, .either) || atoms[place].isCommand("mid")
      if isBar, !atoms[place].hasScripts { bars.append(place) }
    }
    guard bars.count == 1, bars[0] > index + 1 else { return false }
    atoms[bars[0]].nucleus = .symbol(",")
    return true
  }

  /// The call itself; `\max(0, X)` is `relu(X)`.
  private mutating func function(
    _ name: String, _ primes: Int, _ arguments: [Syntax], _ range: Range<Int>, mark: Range<Int>
  ) throws(Diagnostic) -> Syntax {
    guard name == "max", arguments.count == 2, primes == 0,
      let zero = arguments.firstIndex(where: \.isZero)
    else { return try call(name, primes: primes, arguments, range, mark: mark) }
    return try call("relu", [arguments[1 - zero]], range, mark: mark)
  }

  /// A word: a function of the language, or a name.
  ///
  /// - Parameter count: how many atoms spell it.
  mutating func word(_ word: String, _ atom: TeXAtom, count: Int = 1) throws(Diagnostic) -> Syntax {
    if let meaning = spelled(atom, upper: nil) {
      index += count
      return try scripted(meaning.placed(at: atom.core), atom)
    }
    if names.meaning(word) == nil, let name = TeXCommands.functions[word] {
      index += count
      return try function(name, atom)
    }
    index += count - 1
    if word == "Id", names.meaning(word) == nil { return try identity(atom) }
    return try reference(word, atom)
  }

  /// A function of the language, whose name has been read, with its argument.
  mutating func function(_ name: String, _ atom: TeXAtom) throws(Diagnostic) -> Syntax {
    if atom.lower != nil {
      if let axis = try axis(of: name, atom) { return try function(name, along: axis, atom) }
      if name == "max" || name == "min", let extreme = try extreme(name, atom) { return extreme }
      throw unsupported("\(text(atom.range)) is not supported", atom.range)
    }
    var name = name
    var upper = atom.upper
    if let inverse = Self.inverse(name, upper) { (name, upper) = (inverse, nil) }
    let application = try application(name, atom)
    return try scripted(application, primes: 0, upper: upper, application.range)
  }

  /// The second argument that says the axis: 2 for `\operatorname{softmax}_{\text{rows}}`.
  private func axis(of name: String, _ atom: TeXAtom) throws(Diagnostic) -> Syntax? {
    guard MatrixFunctionFamily.named(name)?.parameters == .axis,
      let word = atom.lower.flatMap(Self.plainText),
      let axis = Axis.allCases.first(where: { $0.word == word })
    else { return nil }
    return try node(.number(Rational(axis.rawValue)), [], atom.core)
  }

  private mutating func function(
    _ name: String, along axis: Syntax, _ atom: TeXAtom
  ) throws(Diagnostic) -> Syntax {
    guard let opening = current, case .delimiter(let delimiter, _) = opening.nucleus,
      isOpening(opening)
    else {
      let argument = try bareArgument(of: atom)
      let range = hull(atom.core, argument.range)
      return try scripted(
        call(name, [argument, axis], range, mark: atom.core), primes: 0, upper: atom.upper, range)
    }
    let (arguments, closing) = try enclosed(opening, delimiter)
    let range = hull(atom.core, closing.core)
    let call = try call(name, primes: atom.primes, arguments + [axis], range, mark: atom.core)
    return try scripted(closed(call, closing, range), primes: 0, upper: atom.upper, range)
  }

  /// `\max_i x_i`: the largest value at all places of one letter, which may be bounded as under a sum sign;
  /// nil where something else stands below.
  private mutating func extreme(_ name: String, _ atom: TeXAtom) throws(Diagnostic) -> Syntax? {
    guard atom.upper == nil, atom.primes == 0,
      let counters = try? readCounters(atom), counters.count == 1, counters[0].condition == nil
    else { return nil }
    let outer = self.counters
    self.counters.insert(counters[0].letter)
    defer { self.counters = outer }
    let body = try bareArgument(of: atom)
    guard body.freeLetters.contains(counters[0].letter) else {
      throw unsupported(
        "\(text(atom.range)) of what has no such index is not supported", atom.range)
    }
    let range = hull(atom.core, body.range)
    let column = try node(.indexed(.array(rows: counters[0], columns: nil)), [body], body.range)
    return try call(name, [column], range, mark: atom.core)
  }

  /// `\sin^{-1}` is the arc sine.
  private static func inverse(_ name: String, _ script: [TeXAtom]?) -> String? {
    guard let script, script.count == 2, script[0].isSymbol("-"), script[1].nucleus == .number("1")
    else { return nil }
    return ["sin": "arcsin", "cos": "arccos", "tan": "arctan"][name]
  }

  /// With brackets the argument is what they hold; with braces the group; otherwise the product that
  /// follows, up to the next sum, entrywise product or function. A function right behind takes
  /// only its own argument along: `\log\sigma(z) y` is log(σ(z))·y.
  private mutating func application(
    _ name: String, _ atom: TeXAtom
  ) throws(Diagnostic) -> Syntax {
    guard let next = current, !next.isSymbol("+") else {
      throw failure("\(text(atom.core)) has no argument", atom.core)
    }
    if isOpening(next) { return try call(name, atom, next, primes: atom.primes) }
    let argument = try signed { (parser) throws(Diagnostic) in
      try parser.bareArgument(of: atom)
    }
    return try function(
      name, atom.primes, [argument], hull(atom.core, argument.range), mark: atom.core)
  }

  private mutating func bareArgument(of function: TeXAtom) throws(Diagnostic) -> Syntax {
    guard let next = current, startsFactor(next) else {
      throw failure("\(text(function.core)) has no argument", function.core)
    }
    if case .group = next.nucleus { return try factor() }
    return try startsCall(next) ? factor() : product(stopsAtFunctions: true)
  }
}

extension Syntax {
  var isName: Bool { if case .name = kind { true } else { false } }
}
