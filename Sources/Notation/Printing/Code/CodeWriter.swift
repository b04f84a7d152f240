import MatrixCalculus

/// Prints one expression as a function of a program.
struct CodeWriter {
  private let spelling: CodeSpelling
  private let root: Expression
  private var names: CodeNames
  /// How often each part is used.
  private var uses: [Expression: Int] = [:]
  /// What has been bound to a name, and the lines that do so.
  private var bound: [Expression: String] = [:]
  private var lines: [String] = []

  /// Pieces longer than this get a name, so that lines can be read.
  private static let longest = 200

  init(_ spelling: CodeSpelling, _ expression: Expression) {
    self.spelling = spelling
    root = Self.writtenOut(expression, spelling)
    names = CodeNames(root, reserved: spelling.reserved)
    for node in root.postorder {
      for operand in node.operands { uses[operand, default: 0] += 1 }
    }
  }

  /// The whole function.
  mutating func function(_ name: String) throws(CodeGap) -> String {
    for node in root.postorder where needsName(node) { try bind(node) }
    let value = try write(root)
    let written = (lines + [value.text]).joined(separator: "\n")
    let words = Set(written.split { !$0.isLetter && !$0.isNumber && $0 != "_" })
    let parameters =
      names.variables.map {
        filled(spelling.parameter, [$0.name])
          .replacing("@type", with: $0.isScalar ? "Double" : "Matrix")
      }
      + names.freeSizes.filter { words.contains($0[...]) }.map {
        filled(spelling.sizeParameter, [$0])
      }
    let head = filled(
      spelling.head, [CodeNames.word(name, spelling.reserved), parameters.joined(separator: ", ")]
    )
    .replacing("@result", with: root.shape.isScalar ? "Double" : "Matrix")
    let sizes = names.sizes.filter { words.contains($0.name[...]) }.map { size in
      let template = size.isRows ? spelling.rows : spelling.columns
      return "    " + filled(spelling.assignment, [size.name, filled(template, [size.variable])])
    }
    let body = sizes + lines + ["    " + filled(spelling.result, [value.text])]
    let text = ([head] + body + (spelling.end.isEmpty ? [] : [spelling.end])).joined(
      separator: "\n")
    guard text.contains("@dtype") else { return text }
    let first = names.variables.first { !$0.isScalar }
    return text.replacing("@dtype", with: first.map { ", dtype=\($0.name).dtype" } ?? "")
  }

  // MARK: Names for parts

  private func needsName(_ node: Expression) -> Bool {
    guard node != root, uses[node, default: 0] > 1, !node.operands.isEmpty else { return false }
    // A transposed name is as short as a name.
    return node.operation != .transpose || !node.operands[0].operands.isEmpty
  }

  private mutating func bind(_ node: Expression) throws(CodeGap) {
    let piece = try write(node)
    let name = names.fresh()
    lines.append("    " + filled(spelling.assignment, [name, piece.text]))
    bound[node] = name
  }

  // MARK: Pieces

  private mutating func write(_ x: Expression) throws(CodeGap) -> CodePiece {
    if let name = bound[x] { return CodePiece(name, .atom) }
    let piece = try written(x)
    guard piece.text.utf8.count > Self.longest, x != root else { return piece }
    let name = names.fresh()
    lines.append("    " + filled(spelling.assignment, [name, piece.text]))
    bound[x] = name
    return CodePiece(name, .atom)
  }

  private mutating func written(_ x: Expression) throws(CodeGap) -> CodePiece {
    switch x.operation {
    case .number(let value): return number(value)
    case .size(let dimension): return size(dimension)
    case .variable(let variable): return CodePiece(names[variable], .atom)
    case .eye: return CodePiece(sized(spelling.eye, x.shape), .atom)
    case .ones: return CodePiece(sized(spelling.ones, x.shape), .atom)
    case .zeros: return CodePiece(sized(spelling.zeros, x.shape), .atom)
    case .sum: return try sum(x)
    case .product: return try product(x)
    case .hadamard: return try hadamard(x)
    case .transpose:
      let operand = try write(x.operands[0])
      return x.shape.isScalar
        ? operand : CodePiece(operand.holding(.atom) + spelling.transpose, .atom)
    case .power: return try power(x)
    case .matrixPower:
      let base = try write(x.operands[0])
      let exponent = try write(x.operands[1])
      return CodePiece(
        filled(spelling.matrixPower, [base.holding(.atom), exponent.holding(.atom)]),
        spelling.matrixPower.hasSuffix(")") ? .atom : .power)
    case .apply(let function): return try apply(function, x)
    case .call(let function): return try call(function, x)
    }
  }

  private func number(_ value: Rational) -> CodePiece {
    let magnitude = value.magnitude
    let whole = filled(spelling.integer, ["\(magnitude.numerator)"])
    let text =
      magnitude.isInteger
      ? whole : filled(spelling.fraction, ["\(magnitude.numerator)", "\(magnitude.denominator)"])
    guard !value.isNegative else { return CodePiece("-" + text, .negative) }
    return CodePiece(text, magnitude.isInteger ? .atom : .product)
  }

  private func size(_ dimension: Dimension) -> CodePiece {
    let text = names.text(of: dimension)
    let isName = dimension.name != nil
    guard spelling.size != "#1" else { return CodePiece(text, isName ? .atom : .sum) }
    return CodePiece(filled(spelling.size, [text]), .atom)
  }

  private func sized(_ template: String, _ shape: Shape) -> String {
    filled(template, []).replacing("@rows", with: names.text(of: shape.rows))
      .replacing("@columns", with: names.text(of: shape.columns))
  }

  // MARK: Sums and products

  private mutating func sum(_ x: Expression) throws(CodeGap) -> CodePiece {
    let isSpread = x.operands.map { $0.spreadCore != nil }
    let spreads =
      spelling.broadcastSum != nil && isSpread.contains(true) && isSpread.contains(false)
    let signs = spreads ? spelling.broadcastSum : nil
    var text = ""
    for (place, term) in x.operands.enumerated() {
      let shown = spreads ? term.spreadCore ?? term : term
      let parts = ProductParts(shown)
      let isNegative = parts.isNegative
      let piece = try isNegative ? product(parts, magnitudeOf: shown) : write(shown)
      let sign = isNegative ? signs?.minus ?? " - " : signs?.plus ?? " + "
      text += place == 0 ? (isNegative ? "-" : "") : sign
      text += piece.holding(.product)
    }
    return CodePiece(text, .sum)
  }

  private mutating func product(_ x: Expression) throws(CodeGap) -> CodePiece {
    let parts = ProductParts(x)
    let piece = try product(parts, magnitudeOf: x)
    return parts.isNegative ? CodePiece("-" + piece.holding(.product), .negative) : piece
  }

  /// A product without its sign.
  private mutating func product(
    _ parts: ProductParts, magnitudeOf x: Expression
  ) throws(CodeGap) -> CodePiece {
    var factors: [String] = []
    var chain: [String] = []
    for factor in parts.scalars { factors.append(try write(factor).holding(.power)) }
    for factor in parts.chain { chain.append(try write(factor).holding(.power)) }
    let isOne = parts.numerator == 1 && !(factors + chain).isEmpty
    if !isOne { factors.insert(filled(spelling.integer, ["\(parts.numerator)"]), at: 0) }
    var divisors =
      parts.denominator == 1 ? [] : [filled(spelling.integer, ["\(parts.denominator)"])]
    for divisor in parts.divisors { divisors.append(try write(divisor).holding(.power)) }
    var text = factors.joined(separator: spelling.scaling)
    if !chain.isEmpty {
      let joined = chain.joined(separator: spelling.product)
      let isNumber = parts.chain.count > 1 && x.shape.isScalar
      let alone = isNumber && spelling.only != "#1"
      let needsBrackets =
        chain.count > 1 && !alone && !(text.isEmpty && divisors.isEmpty)
        && spelling.product != spelling.scaling
      let piece =
        alone ? filled(spelling.only, ["(\(joined))"]) : needsBrackets ? "(\(joined))" : joined
      text += (text.isEmpty ? "" : spelling.scaling) + piece
    }
    for divisor in divisors { text += spelling.quotient + divisor }
    let isSingle = factors.count + chain.count == 1 && divisors.isEmpty
    return CodePiece(text, isSingle && !text.contains(" ") ? .power : .product)
  }

  private mutating func hadamard(_ x: Expression) throws(CodeGap) -> CodePiece {
    var factors: [String] = []
    for operand in x.operands { factors.append(try write(operand).holding(.power)) }
    return CodePiece(factors.joined(separator: spelling.hadamard), .product)
  }

  private mutating func power(_ x: Expression) throws(CodeGap) -> CodePiece {
    let base = try write(x.operands[0])
    if x.operands[1].rational == .half {
      return CodePiece(filled(spelling.root, [argument(base, x.operands[0])]), .atom)
    }
    let exponent = try write(x.operands[1])
    let template = x.shape.isScalar ? spelling.scalarPower : spelling.power
    let isCall = spelling.powersAreCalls
    return CodePiece(
      filled(
        template,
        [
          isCall ? base.text : base.holding(.atom),
          isCall ? exponent.text : exponent.holding(.atom),
        ]),
      isCall ? .atom : .power)
  }
}

// MARK: Functions

extension CodeWriter {
  /// The expression with functions that the language does not know written out by what they mean.
  private static func writtenOut(_ x: Expression, _ spelling: CodeSpelling) -> Expression {
    var result = x
    // A meaning may name further functions; none is written out twice on its way to primitives.
    for _ in 0..<16 {
      let next = result.rebuilt { node, operands in
        let same = node.with(operands)
        return meaning(of: same, spelling) ?? same
      }
      if next == result { break }
      result = next
    }
    return result
  }

  private static func meaning(of x: Expression, _ spelling: CodeSpelling) -> Expression? {
    switch x.operation {
    case .apply(let function):
      guard !function.isDefinedByPage, spelling.entrywise[function.name] != nil else {
        if case .formula(let formula) = function.meaning {
          return formula.lifted(z: x.operands[0], y: x)
        }
        return nil
      }
      return nil
    case .call(let function):
      guard spelling.whole[key(function, x)] == nil, function.stretch == nil,
        function != .beside, function != .above, case .formula(let formula) = function.meaning
      else { return nil }
      return formula(x.operands)
    default: return nil
    }
  }

  /// The name a function of matrices has in `whole`, with its axis: `max 1`; `diag` has two.
  private static func key(_ function: MatrixFunction, _ x: Expression) -> String {
    switch function {
    case .columnSums: return "sum 1"
    case .rowSums: return "sum 2"
    case .diag: return x.operands[0].shape.isColumn ? "diag of column" : "diag"
    default:
      let family = MatrixFunctionFamily.named(function.name)
      guard family?.parameters == .axis, let axis = function.parameters.first else {
        return function.name
      }
      return "\(function.name) \(axis)"
    }
  }

  /// What a function of numbers is called with.
  private func argument(_ piece: CodePiece, _ x: Expression) -> String {
    let isNumber: Bool
    switch x.operation {
    case .number, .size: isNumber = true
    default: isNumber = false
    }
    return isNumber ? filled(spelling.numberArgument, [piece.text]) : piece.text
  }

  private mutating func apply(_ function: Function, _ x: Expression) throws(CodeGap) -> CodePiece {
    let operand = try write(x.operands[0])
    guard let template = spelling.entrywise[function.name] else { throw gap(function.name) }
    return CodePiece(filled(template, [argument(operand, x.operands[0])]), .atom)
  }

  private mutating func call(
    _ function: MatrixFunction, _ x: Expression
  ) throws(CodeGap) -> CodePiece {
    if function == .sum, x.operands[0].shape.isScalar { return try write(x.operands[0]) }
    if function == .beside || function == .above { return try blocks(x) }
    if let stretch = function.stretch { return try part(stretch, x) }
    let key = Self.key(function, x)
    guard var template = spelling.whole[key] else { throw gap(function.name) }
    for (index, parameter) in function.parameters.enumerated() {
      template = template.replacing("@\(index + 1)", with: names.text(of: parameter))
    }
    var operands: [String] = []
    for (index, operand) in x.operands.enumerated() {
      operands.append(try self.operand(operand, "#\(index + 1)", in: template))
    }
    let text = filled(sized(template, x.shape), operands)
    let isNumber = spelling.numbers.contains(key) || !x.shape.isScalar
    return CodePiece(isNumber ? text : filled(spelling.only, [text]), .atom)
  }

  /// An operand of a call: in brackets where it is indexed or asked for a member, by a name where the
  /// template has it twice.
  private mutating func operand(
    _ x: Expression, _ mark: String, in template: String
  ) throws(CodeGap) -> String {
    var piece = try write(x)
    if x.shape.isScalar { piece = CodePiece(filled(spelling.lifted, [piece.text]), .atom) }
    if template.ranges(of: mark).count > 1, !names.isName(piece.text) {
      let name = names.fresh()
      lines.append("    " + filled(spelling.assignment, [name, piece.text]))
      return name
    }
    let isAsked = [".", "["].contains { template.contains(mark + $0) }
    return isAsked ? piece.holding(.atom) : piece.text
  }

  /// Columns or rows of a matrix.
  private mutating func part(
    _ stretch: MatrixFunction.Stretch, _ x: Expression
  ) throws(CodeGap) -> CodePiece {
    let whole = try write(x.operands[0])
    var operand =
      x.operands[0].shape.isScalar
      ? filled(spelling.lifted, [whole.text]) : whole.holding(.atom)
    if spelling.indexesNamesOnly, !names.isName(operand) {
      let name = names.fresh()
      lines.append("    " + filled(spelling.assignment, [name, operand]))
      operand = name
    }
    let first = spelling.countsFromZero ? stretch.first - .one : stretch.first
    let text = filled(
      stretch.isColumns ? spelling.columnRange : spelling.rowRange,
      [operand, names.text(of: first), names.text(of: stretch.last)])
    return CodePiece(x.shape.isScalar ? filled(spelling.only, [text]) : text, .atom)
  }

  private mutating func blocks(_ x: Expression) throws(CodeGap) -> CodePiece {
    let rows = x.operation == .call(.above) ? x.operands : [x]
    var written: [String] = []
    for row in rows {
      let entries = row.operation == .call(.beside) && bound[row] == nil ? row.operands : [row]
      var texts: [String] = []
      for entry in entries {
        let text = try write(entry).text
        texts.append(entry.shape.isScalar ? filled(spelling.lifted, [text]) : text)
      }
      let (open, close) = spelling.blocks.row
      written.append(open + texts.joined(separator: spelling.blocks.entries) + close)
    }
    let text =
      spelling.blocks.open + written.joined(separator: spelling.blocks.rows) + spelling.blocks.close
    return CodePiece(x.shape.isScalar ? filled(spelling.only, [text]) : text, .atom)
  }

  private func gap(_ name: String) -> CodeGap {
    CodeGap(message: "\(spelling.title) has no \(CodeSpelling.words[name] ?? name)")
  }
}

/// A template with its operands put in.
private func filled(_ template: String, _ operands: [String]) -> String {
  guard operands.count > 1 else {
    return operands.first.map { template.replacing("#1", with: $0) } ?? template
  }
  var out = ""
  var rest = template[...]
  while let mark = rest.firstIndex(of: "#") {
    out += rest[..<mark]
    rest = rest[rest.index(after: mark)...]
    guard let number = rest.first?.wholeNumberValue, operands.indices.contains(number - 1) else {
      out += "#"
      continue
    }
    out += operands[number - 1]
    rest = rest.dropFirst()
  }
  return out + rest
}
