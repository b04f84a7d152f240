import MatrixCalculus

/// Prints expressions as a function of a program.
struct CodeWriter {
  let spelling: CodeSpelling
  private let outputs: [CodeOutput]
  /// What is returned.
  private let roots: Set<Expression>
  /// Every part, operands first.
  private let nodes: [Expression]
  var names: CodeNames
  /// How often each part is used.
  private var uses: [Expression: Int] = [:]
  /// What has been bound to a name, and the lines that do so.
  private(set) var bound: [Expression: String] = [:]
  private var bindings: [(name: String, line: String)] = []

  /// Pieces longer than this get a name, so that lines can be read.
  private static let longest = 200

  init(_ spelling: CodeSpelling, _ outputs: [CodeOutput], _ arguments: [Variable]) {
    self.spelling = spelling
    let values = Self.writtenOut(outputs.map(\.value), spelling)
    self.outputs = zip(outputs, values).map { CodeOutput($0.name, $1) }
    roots = Set(values)
    nodes = Expression.postorder(of: values)
    names = CodeNames(nodes, arguments, reserved: spelling.reserved)
    for node in nodes {
      for operand in node.operands { uses[operand, default: 0] += 1 }
    }
  }

  /// The whole function.
  mutating func function(_ name: String) throws(CodeGap) -> String {
    for node in nodes where needsName(node) { try bind(node) }
    let results = outputs.count == 1 ? [try write(outputs[0].value).text] : try namedResults()
    let lines = neededLines(for: results)
    let written = (lines + results).joined(separator: "\n")
    let words = Self.words(of: written)
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
    .replacing("@result", with: resultType).replacing(
      "@names", with: results.count == 1 ? "result" : list(results, "[", "]"))
    let sizes = names.sizes.filter { words.contains($0.name[...]) }.map { size in
      let template = size.isRows ? spelling.rows : spelling.columns
      return "    " + filled(spelling.assignment, [size.name, filled(template, [size.variable])])
    }
    let body = sizes + lines + resultLines(results)
    let text = ([head] + remark + body + (spelling.end.isEmpty ? [] : [spelling.end])).joined(
      separator: "\n")
    guard text.contains("@dtype") else { return text }
    let first = names.variables.first { !$0.isScalar }
    return text.replacing("@dtype", with: first.map { ", dtype=\($0.name).dtype" } ?? "")
  }

  // MARK: Shapes

  /// What arrays the function takes and gives: one with a single axis would be taken for another shape
  /// without a word.
  private var remark: [String] {
    guard names.variables.contains(where: { !$0.isScalar }) else { return [] }
    let taken = names.variables.map { "\($0.name): \(words($0.shape))" }
    let given = outputs.map { words($0.value.shape) }
    let lines = Self.joined(Self.lines(of: taken), Self.lines(of: given, after: "gives "))
    let (open, line, close) = spelling.remark
    return lines.enumerated().map { place, text in
      "    " + (place == 0 ? open : "") + line + text + (place == lines.count - 1 ? close : "")
    }
  }

  private func words(_ shape: Shape) -> String {
    shape.isScalar
      ? "a number" : "(\(names.text(of: shape.rows)), \(names.text(of: shape.columns)))"
  }

  /// In one line where that is short.
  private static func joined(_ taken: [String], _ given: [String]) -> [String] {
    let whole = (taken + given).joined(separator: "; ")
    return taken.count + given.count == 2 && whole.count < longestRemark ? [whole] : taken + given
  }

  private static let longestRemark = 76

  /// A list in lines that can be read.
  private static func lines(of items: [String], after start: String = "") -> [String] {
    items.reduce(into: [start]) { lines, item in
      let last = lines[lines.count - 1]
      if last == start {
        lines[lines.count - 1] += item
      } else if last.count + item.count < longestRemark {
        lines[lines.count - 1] += ", " + item
      } else {
        lines[lines.count - 1] += ","
        lines.append(item)
      }
    }
  }

  // MARK: Results

  /// The values that are returned, each bound to a name of its own.
  private mutating func namedResults() throws(CodeGap) -> [String] {
    var results: [String] = []
    for output in outputs {
      let value = try write(output.value)
      let name = names.output(output.name, reserved: spelling.reserved)
      bind(value.text, to: name)
      results.append(name)
    }
    return results
  }

  private var resultType: String {
    list(outputs.map { $0.value.shape.isScalar ? "Double" : "Matrix" }, "(", ")")
  }

  private func list(_ words: [String], _ open: String, _ close: String) -> String {
    words.count == 1 ? words[0] : open + words.joined(separator: ", ") + close
  }

  private func resultLines(_ results: [String]) -> [String] {
    if results.count > 1, spelling.head.contains("@names") { return [] }
    let text = list(results, spelling.tuple.open, spelling.tuple.close)
    return ["    " + filled(spelling.result, [text])]
  }

  // MARK: Names for parts

  private func needsName(_ node: Expression) -> Bool {
    let count = uses[node, default: 0] + (roots.contains(node) ? 1 : 0)
    guard count > 1, !node.operands.isEmpty else { return false }
    // A transposed name is as short as a name.
    return node.operation != .transpose || !node.operands[0].operands.isEmpty
  }

  private mutating func bind(_ node: Expression) throws(CodeGap) {
    let piece = try write(node)
    bound[node] = bind(piece.text)
  }

  /// Gives a text a name of its own.
  @discardableResult
  mutating func bind(_ text: String, to name: String? = nil) -> String {
    let name = name ?? names.fresh()
    bindings.append((name, "    " + filled(spelling.assignment, [name, text])))
    return name
  }

  /// The lines of the names that the results are made of.
  private func neededLines(for results: [String]) -> [String] {
    var needed = results.reduce(into: Set<Substring>()) { $0.formUnion(Self.words(of: $1)) }
    var lines: [String] = []
    for binding in bindings.reversed() where needed.contains(binding.name[...]) {
      needed.formUnion(Self.words(of: binding.line))
      lines.append(binding.line)
    }
    return lines.reversed()
  }

  private static func words(of text: String) -> Set<Substring> {
    Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "_" })
  }

  // MARK: Pieces

  mutating func write(_ x: Expression) throws(CodeGap) -> CodePiece {
    if let name = bound[x] { return CodePiece(name, .atom) }
    let piece = try written(x)
    guard piece.text.utf8.count > Self.longest, !roots.contains(x) else { return piece }
    let name = bind(piece.text)
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
    case .matrixPower: return try matrixPower(x)
    case .apply(let function): return try apply(function, x)
    case .call(let function): return try call(function, x)
    }
  }

  /// A power whose exponent may be broken is exp(e log X) in languages that have whole ones alone.
  private mutating func matrixPower(_ x: Expression) throws(CodeGap) -> CodePiece {
    let (base, exponent) = (x.operands[0], x.operands[1])
    let isCall = spelling.matrixPower.hasSuffix(")")
    if isCall, !exponent.isWhole {
      return try write(MatrixFunction.expm(.product([exponent, MatrixFunction.logm(base)])))
    }
    let pieces = [try write(base).holding(.atom), try write(exponent).holding(.atom)]
    return CodePiece(filled(spelling.matrixPower, pieces), isCall ? .atom : .power)
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

  func sized(_ template: String, _ shape: Shape) -> String {
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
