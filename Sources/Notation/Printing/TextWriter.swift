package import MatrixCalculus

extension Expression {
  /// The expression in text notation, with as few brackets as reading it back allows.
  ///
  /// - Complexity: linear in what is written; a shared part is written each time it occurs, so ask
  ///   `treeSize(limit:)` first where that may be much.
  package var text: String { TextWriter.write(self).text }
}

/// Writes expressions in text notation.
enum TextWriter {
  /// How tightly a piece of text holds together.
  enum Binding: Int, Comparable {
    case sum, negative, product, power, atom

    static func < (a: Binding, b: Binding) -> Bool { a.rawValue < b.rawValue }
  }

  struct Piece {
    var text: String
    var binding: Binding

    init(_ text: String, _ binding: Binding) {
      self.text = text
      self.binding = binding
    }

    /// The text, in brackets where it holds less tightly than asked.
    func holding(_ least: Binding) -> String { binding < least ? "(\(text))" : text }
  }

  static func write(_ x: Expression) -> Piece {
    switch x.operation {
    case .number(let value): number(value)
    case .size(let dimension): Piece("\(dimension)", dimension.name == nil ? .sum : .atom)
    case .variable(let variable): Piece(variable.name, .atom)
    case .eye: Piece("eye(\(x.shape.rows))", .atom)
    case .ones: Piece("ones(\(x.shape.rows), \(x.shape.columns))", .atom)
    case .zeros: Piece("zeros(\(x.shape.rows), \(x.shape.columns))", .atom)
    case .sum: sum(x)
    case .product: product(ProductParts(x))
    case .hadamard: hadamard(x.operands)
    case .transpose: Piece(write(x.operands[0]).holding(.atom) + "'", .atom)
    case .power: power(x)
    case .matrixPower: Piece(raised(x.operands[0], "^", x.operands[1]), .power)
    case .apply(let function): Piece("\(function.name)(\(write(x.operands[0]).text))", .atom)
    case .call(let function): call(function, x)
    }
  }

  private static func number(_ value: Rational) -> Piece {
    Piece("\(value)", value.isNegative ? .negative : value.isInteger ? .atom : .product)
  }

  // MARK: Sums

  private static func sum(_ x: Expression) -> Piece {
    let full = x.spreadsTerms
    var text = ""
    for (place, term) in x.operands.enumerated() {
      let shown = full ? term.spreadCore ?? term : term
      var parts = ProductParts(shown)
      let isNegative = parts.isNegative
      parts.isNegative = false
      text += place == 0 ? (isNegative ? "-" : "") : isNegative ? " - " : " + "
      // A first term may keep its sign; what follows a minus must hold together.
      text += (shown.operation == .product || isNegative ? product(parts) : write(shown))
        .holding(.product)
    }
    return Piece(text, .sum)
  }

  // MARK: Products

  private static func product(_ parts: ProductParts) -> Piece {
    if let single = parts.single { return write(single) }
    if let quotient = quotient(parts) { return quotient }
    var factors: [String] = []
    if parts.numerator != 1 || (parts.denominator != 1 && !parts.isUnitFraction) {
      let below = parts.denominator == 1 ? "" : "/\(parts.denominator)"
      factors.append("\(parts.numerator)\(below)")
    }
    factors += (parts.scalars + parts.chain).map { write($0).holding(.power) }
    var text = factors.isEmpty ? "1" : factors.joined(separator: "*")
    if parts.isUnitFraction { text += "/\(parts.denominator)" }
    for divisor in parts.divisors { text += "/" + write(divisor).holding(.power) }
    let isSingle = factors.count == 1 && parts.divisors.isEmpty && !parts.isUnitFraction
    if parts.isNegative { return Piece("-" + text, .negative) }
    return Piece(text, isSingle && !text.contains("/") ? .power : .product)
  }

  /// `r./x` for a number times the entrywise inverse of a matrix.
  private static func quotient(_ parts: ProductParts) -> Piece? {
    guard parts.chain.count == 1, !parts.scalars.isEmpty, parts.divisors.isEmpty,
      parts.denominator == 1, parts.chain[0].operation == .power,
      let divisor = parts.chain[0].entrywiseDivisor
    else { return nil }
    let factors = parts.scalars.map { write($0).holding(.power) }
    let above = ((parts.numerator == 1 ? [] : ["\(parts.numerator)"]) + factors)
    let text = above.joined(separator: "*") + "./" + write(divisor).holding(.power)
    return parts.isNegative ? Piece("-" + text, .negative) : Piece(text, .product)
  }

  private static func hadamard(_ factors: [Expression]) -> Piece {
    let above = factors.filter { reciprocal($0) == nil }
    let below = factors.compactMap(reciprocal)
    let pieces = above.map(write)
    let isPlain = (pieces + below.map(write)).allSatisfy { $0.binding >= .power }
    let (times, over) = isPlain ? (".*", "./") : (" .* ", " ./ ")
    var text = pieces.first?.holding(.product) ?? "1"
    if above.first?.operation == .hadamard { text = "(\(pieces[0].text))" }
    for piece in pieces.dropFirst() { text += times + piece.holding(.power) }
    for divisor in below { text += over + write(divisor).holding(.power) }
    return Piece(text, .product)
  }

  private static func reciprocal(_ x: Expression) -> Expression? { x.entrywiseDivisor }

  // MARK: Powers

  private static func power(_ x: Expression) -> Piece {
    if let norm = norm(x) { return norm }
    if let (argument, axis) = x.norm2Along {
      return Piece("norm2(\(write(argument).text), \(axis.rawValue))", .atom)
    }
    let base = x.operands[0]
    let isScalar = x.shape.isScalar
    guard let exponent = x.operands[1].rational else {
      return Piece(raised(base, isScalar ? "^" : ".^", x.operands[1]), .power)
    }
    if exponent == .half { return Piece("sqrt(\(write(base).text))", .atom) }
    if isScalar, exponent.isNegative { return product(ProductParts(x)) }
    if let divisor = reciprocal(x) {
      return Piece("1./" + write(divisor).holding(.power), .product)
    }
    return Piece(raised(base, isScalar ? "^" : ".^", x.operands[1]), .power)
  }

  private static func raised(_ base: Expression, _ sign: String, _ exponent: Expression) -> String {
    write(base).holding(.atom) + sign + write(exponent).holding(.atom)
  }

  /// `norm2(X)`, `norm2(X)^3`.
  private static func norm(_ x: Expression) -> Piece? {
    guard let (argument, exponent) = x.normPower, !exponent.isNegative else { return nil }
    let norm = "norm2(\(write(argument).text))"
    if exponent == .one { return Piece(norm, .atom) }
    if exponent == .half { return Piece("sqrt(\(norm))", .atom) }
    return Piece("\(norm)^" + number(exponent).holding(.atom), .power)
  }

  // MARK: Functions

  private static func call(_ function: MatrixFunction, _ x: Expression) -> Piece {
    if function == .sum, let norm = norm(x) { return norm }
    if let argument = x.norm1Argument { return Piece("norm1(\(write(argument).text))", .atom) }
    let operands = x.operands.map { write($0).text }
    switch function {
    case .columnSums: return Piece("sum(\(operands[0]), 1)", .atom)
    case .rowSums: return Piece("sum(\(operands[0]), 2)", .atom)
    case .beside, .above: return Piece("[\(blocks(x))]", .atom)
    default:
      if let part = x.indexedPart { return Piece(part, .atom) }
      let arguments = operands + function.parameters.map(\.description)
      if arguments.isEmpty { return Piece(function.name, .atom) }
      return Piece("\(function.name)(\(arguments.joined(separator: ", ")))", .atom)
    }
  }

  /// A zero among matrices would be read as zeros of the shape that fits.
  private static func block(_ x: Expression, beside whole: Expression) -> String {
    let isAmongMatrices = whole.operands.contains { part in
      part.operation == .call(.beside)
        ? part.operands.contains { !$0.shape.isScalar } : !part.shape.isScalar
    }
    return x.rational == .zero && isAmongMatrices ? "zeros(1, 1)" : write(x).text
  }

  /// The lines of a matrix of blocks, without the brackets.
  private static func blocks(_ x: Expression) -> String {
    let lines = x.operation == .call(.above) ? x.operands : [x]
    return lines.map { line in
      let entries = line.operation == .call(.beside) ? line.operands : [line]
      return entries.map { block($0, beside: x) }.joined(separator: ", ")
    }.joined(separator: "; ")
  }
}
