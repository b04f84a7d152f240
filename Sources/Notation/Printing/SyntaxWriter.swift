import MatrixCalculus

extension Syntax {
  /// The formula in TeX as its author wrote it: nothing is reordered, combined or left out, and shapes do
  /// not matter.
  ///
  /// - Parameter marks: the parts that say of which layer they are, by the macro `\docgenlayer`.
  package func tex(_ style: TeXStyle = TeXStyle(), marks: SyntaxMarks = SyntaxMarks()) -> String {
    SyntaxWriter(style: style, marks: marks).write(inTextbook(style.own))
  }
}

/// Writes formulas in TeX before they have a meaning.
private struct SyntaxWriter {
  let style: TeXStyle
  let marks: SyntaxMarks

  func write(_ node: Syntax) -> String {
    // A product marks its factors itself, all of them too.
    let isProduct = node.kind == .multiply || node.kind == .juxtapose
    guard !isProduct, let layer = marks.layers[node.range] else { return form(node) }
    return TeXWriter.marked(form(node), layer)
  }

  private func form(_ node: Syntax) -> String {
    let parts = node.children
    switch node.kind {
    case .number(let value): return number(value)
    case .name(let name): return style.name(name)
    case .call(let name, let primes): return call(name, primes, parts)
    case .negate: return "-" + write(parts[0])
    case .add: return sum(parts)
    case .subtract: return write(parts[0]) + " - " + write(parts[1])
    case .multiply, .juxtapose: return product(parts)
    case .divide: return quotient(parts[0].bared, parts[1].bared)
    case .entrywiseMultiply: return joined(parts, " \(style.hadamard) ")
    case .entrywiseDivide: return joined(parts, #" \oslash "#)
    case .power: return power(parts[0], parts[1].bared)
    case .entrywisePower: return entrywisePower(parts[0], parts[1].bared)
    case .transpose: return style.transposed(held(parts[0]))
    case .brackets: return brackets(write(parts[0]))
    case .matrix: return #"\begin{bmatrix} \#(joined(parts, #" \\ "#)) \end{bmatrix}"#
    case .row: return joined(parts, " & ")
    case .derivative(let kind): return derivative(kind, parts)
    case .layer(let layer): return self.layer(layer)
    case .evaluation: return evaluation(parts)
    case .indexed(let indexed): return self.indexed(indexed, parts)
    }
  }

  private func evaluation(_ parts: [Syntax]) -> String {
    let point = stride(from: 1, to: parts.count - 1, by: 2)
      .map { "\(write(parts[$0])) = \(write(parts[$0 + 1]))" }
    return #"\left. \#(write(parts[0])) \right|_{\#(point.joined(separator: ", "))}"#
  }

  private func indexed(_ indexed: Syntax.Indexed, _ parts: [Syntax]) -> String {
    switch indexed {
    case .entry(let places, _): return "{\(write(parts[0]))}_{\(self.places(places))}"
    case .array: return #"\left[ \#(write(parts[0])) \right]"#
    case .kronecker(let a, let b): return #"\delta_{\#(places([a, b]))}"#
    case .sum(let counters):
      return counters.map { counter($0, #"\sum"#) }.joined() + write(parts[0])
    case .product(let counters):
      return counters.map { counter($0, #"\prod"#) }.joined() + write(parts[0])
    }
  }

  private func counter(_ counter: Syntax.Counter, _ sign: String) -> String {
    let letter = style.name(counter.letter)
    let bounds = counter.bounds.map(write)
    if let condition = counter.condition {
      return "\(sign)_{\(letter) \(self.sign(condition.order)) \(style.name(condition.letter))} "
    }
    guard let last = bounds.last else { return "\(sign)_{\(letter)} " }
    return bounds.count == 1
      ? "\(sign)_{\(letter)}^{\(last)} " : "\(sign)_{\(letter)=\(bounds[0])}^{\(last)} "
  }

  private func sign(_ order: Syntax.Counter.Condition.Order) -> String {
    switch order {
    case .unequal: #"\neq"#
    case .less: "<"
    case .atMost: #"\leq"#
    case .greater: ">"
    case .atLeast: #"\geq"#
    }
  }

  private func places(_ places: [Syntax.Place]) -> String {
    places.map { place in
      switch place {
      case .letter(let letter): style.name(letter)
      case .shifted(let letter, let shift):
        "\(style.name(letter))\(shift < 0 ? "-" : "+")\(abs(shift))"
      case .number(let number): "\(number)"
      case .all: ":"
      }
    }.joined(separator: ",")
  }

  private func joined(_ parts: [Syntax], _ separator: String) -> String {
    parts.map(write).joined(separator: separator)
  }

  private func quotient(_ above: Syntax, _ below: Syntax) -> String {
    let isNegative = above.kind == .negate
    let top = write(isNegative ? above.children[0] : above)
    return "\(isNegative ? "-" : "")\(style.fraction){\(top)}{\(write(below))}"
  }

  /// The exponent of a norm stands over its index.
  private func power(_ base: Syntax, _ exponent: Syntax) -> String {
    let text = write(exponent)
    if case .call(let name, _) = base.kind, name.hasPrefix("norm") {
      return write(base) + (text.count == 1 ? "^\(text)" : "^{\(text)}")
    }
    return raised(base, text)
  }

  /// A power of every entry has a ring: without it that of a matrix might be read.
  private func entrywisePower(_ base: Syntax, _ exponent: Syntax) -> String {
    raised(base, #"\circ "# + write(exponent))
  }

  /// Brackets grow only around what is higher than a letter with its exponent.
  private func brackets(_ inner: String) -> String {
    let isTall = [#"\frac"#, #"\sqrt"#, #"\sum"#, #"\prod"#, #"\left"#, #"\begin"#].contains {
      inner.contains($0)
    }
    return isTall ? #"\left( \#(inner) \right)"# : "(\(inner))"
  }

  /// A number that is none of all was written as a decimal.
  private func number(_ value: Rational) -> String {
    value.decimal
      ?? (value.isNegative ? "-" : "")
      + "\(style.numberFraction){\(value.magnitude.numerator)}{\(value.denominator)}"
  }

  private func sum(_ terms: [Syntax]) -> String {
    terms.enumerated().map { place, term in
      if place == 0 { return write(term) }
      return term.kind == .negate ? " - " + write(term.children[0]) : " + " + write(term)
    }.joined()
  }

  private func product(_ factors: [Syntax]) -> String {
    guard !marks.isEmpty else { return beside(factors.map(write)) }
    var texts: [String] = []
    var start = 0
    while start < factors.count {
      let end = factors.indices[(start + 1)...].last { layer(of: factors[start...$0]) != nil }
      guard let end, let layer = layer(of: factors[start...end]) else {
        texts.append(write(factors[start]))
        start += 1
        continue
      }
      texts.append(TeXWriter.marked(beside(factors[start...end].map(write)), layer))
      start = end + 1
    }
    return beside(texts)
  }

  /// The layer of what factors that stand side by side make up; signs of textbooks can stand in another order than
  /// what the author wrote for them.
  private func layer(of factors: ArraySlice<Syntax>) -> String? {
    guard let lower = factors.first?.range.lowerBound, let upper = factors.last?.range.upperBound,
      lower <= upper
    else { return nil }
    return marks.layers[lower..<upper]
  }

  /// Two numbers side by side would read as one.
  private func beside(_ factors: [String]) -> String {
    var texts: [String] = []
    for next in factors {
      if next.first?.isNumber == true, let last = texts.popLast() {
        texts.append(last + #" \cdot "# + next)
      } else {
        texts.append(next)
      }
    }
    return TeXStyle.beside(texts, separator: " ")
  }

  private func raised(_ base: Syntax, _ exponent: String) -> String {
    held(base) + (exponent.count == 1 ? "^\(exponent)" : "^{\(exponent)}")
  }

  private func held(_ base: Syntax) -> String {
    let text = write(base)
    return text.isRaised ? brackets(text) : text
  }

  private func call(_ name: String, _ primes: Int, _ arguments: [Syntax]) -> String {
    if let sign = along(name, arguments) { return sign + brackets(write(arguments[0])) }
    let inner = joined(arguments, ", ")
    let marks = String(repeating: "'", count: primes)
    guard !style.own.functions.contains(name) else {
      return style.name(name) + marks + brackets(inner)
    }
    if primes == 0, let part = part(name, arguments) ?? norm(name, arguments) { return part }
    switch name {
    case "sqrt": return #"\sqrt{\#(inner)}"#
    case "abs", "bars": return #"\left\lvert \#(inner) \right\rvert"#
    case "inv" where arguments.count == 1: return raised(arguments[0].inBrackets, "-1")
    case "sum" where arguments.count == 1, "prod" where arguments.count == 1:
      return "\\\(name) " + (arguments[0].isCall ? inner : brackets(inner))
    case "kron": return joined(arguments, #" \otimes "#)
    case "inner": return #"\langle \#(inner) \rangle"#
    case "eye": return style.identity
    case "ones": return style.ones
    case "zeros": return "0_{" + joined(arguments, #" \times "#) + "}"
    case "e" where arguments.count == 2: return "e_{\(write(arguments[0]))}"
    default:
      let function =
        style.functions[name] ?? Function.named(name)?.tex ?? MatrixFunction.named(name)?.tex
      return (function ?? style.name(name)) + marks + brackets(inner)
    }
  }

  /// `A(1:p, :)`: a part of a matrix by its places below; nil for what has none.
  private func part(_ name: String, _ arguments: [Syntax]) -> String? {
    guard style.own.values.contains(name) || arguments.contains(where: \.isStretch),
      !arguments.isEmpty, name != ":"
    else { return name == ":" ? joined(arguments, ":") : nil }
    let matrix = style.name(name)
    let held = matrix.contains("_") ? "{\(matrix)}" : matrix
    return "\(held)_{\(joined(arguments, ","))}"
  }

  /// A norm with its index, and with the axis where it takes columns or rows one by one; nil for any other
  /// function.
  private func norm(_ name: String, _ arguments: [Syntax]) -> String? {
    let indices = ["norm": "2", "norm2": "2", "norm1": "1", "norminf": #"\infty"#]
    guard var index = indices[name], let argument = arguments.first else { return nil }
    if arguments.count > 1, name == "norm" {
      index = arguments[1].bared.kind == .name("inf") ? #"\infty"# : write(arguments[1])
    } else if let axis = arguments.dropFirst().first?.axis {
      index = TeXWriter.index(index, along: axis)
    }
    let script = index.count == 1 || index == #"\infty"# ? index : "{\(index)}"
    return style.normed(write(argument), isTall: false) + "_\(script)"
  }

  /// The sign of a function with the axis below that its second argument says; nil for any other call.
  private func along(_ name: String, _ arguments: [Syntax]) -> String? {
    guard arguments.count == 2, style.own.isFree(name),
      MatrixFunctionFamily.named(name)?.parameters == .axis, let axis = arguments[1].axis
    else { return nil }
    let sign = style.functions[name] ?? MatrixFunction.named(name)?.tex ?? style.name(name)
    return sign.contains("_") ? nil : sign + #"_{\text{\#(axis.word)}}"#
  }

  private func derivative(_ kind: Syntax.Derivative, _ parts: [Syntax]) -> String {
    let by = parts.count > 1 ? write(parts[1]) : ""
    switch kind {
    case .gradient: return #"\nabla_{\#(by)} \#(write(parts[0]))"#
    case .hessian: return #"\nabla^2_{\#(by)} \#(write(parts[0]))"#
    case .jacobian: return #"\frac{\partial \#(write(parts[0]))}{\partial \#(by)}"#
    case .differential: return "d" + write(parts[0])
    }
  }

  private func layer(_ layer: Syntax.Layer) -> String {
    let letter =
      switch layer.quantity {
      case .delta: #"\delta"#
      case .input: "z"
      case .activation: "a"
      case .weight: "W"
      case .slope: "z"
      }
    let symbol = "\(letter)^{(\(index(layer.index)))}"
    return layer.quantity == .slope ? "f'(\(symbol))" : symbol
  }

  private func index(_ index: Syntax.Layer.Index) -> String {
    switch index {
    case .number(let number): "\(number)"
    case .symbol(let symbol, 0): symbol
    case .symbol(let symbol, let offset): symbol + (offset > 0 ? "+\(offset)" : "\(offset)")
    }
  }
}

extension Syntax {
  /// Whether it is a function with its arguments, which shows by itself what belongs to it.
  fileprivate var isCall: Bool {
    switch kind {
    case .call, .name: true
    default: false
    }
  }

  /// In brackets where it is more than a name.
  fileprivate var inBrackets: Syntax {
    switch kind {
    case .name, .brackets, .matrix: self
    default: Syntax(.brackets, [self], range: range)
    }
  }

  /// Whether it stands for all places, or for some in a row.
  fileprivate var isStretch: Bool {
    switch kind {
    case .name(":"), .call(":", _): true
    default: false
    }
  }
}

extension Rational {
  /// As a decimal; nil where it has no end.
  fileprivate var decimal: String? {
    if isInteger { return description }
    var (rest, places, power) = (denominator, 0, 1)
    while rest > 1, rest % 10 == 0 || rest % 5 == 0 || rest % 2 == 0, places < 15 {
      let divisor = rest % 10 == 0 ? 10 : rest % 5 == 0 ? 5 : 2
      rest /= divisor
      places += 1
      power *= 10
    }
    let scaled = magnitude.numerator.multipliedReportingOverflow(by: power / denominator)
    guard rest == 1, power % denominator == 0, !scaled.overflow else { return nil }
    let digits = String(scaled.partialValue)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return (isNegative ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
  }
}
