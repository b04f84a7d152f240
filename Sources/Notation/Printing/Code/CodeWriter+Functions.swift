import MatrixCalculus

extension CodeWriter {
  /// What a function of numbers is called with.
  func argument(_ piece: CodePiece, _ x: Expression) -> String {
    let isNumber: Bool
    switch x.operation {
    case .number, .size, .call(.pi): isNumber = true
    default: isNumber = false
    }
    return isNumber ? filled(spelling.numberArgument, [piece.text]) : piece.text
  }

  mutating func apply(_ function: Function, _ x: Expression) throws(CodeGap) -> CodePiece {
    let operand = try write(x.operands[0])
    guard let template = spelling.entrywise[function.name] else { throw gap(function.name) }
    return CodePiece(filled(template, [argument(operand, x.operands[0])]), .atom)
  }

  mutating func call(
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
      return bind(piece.text)
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
      operand = bind(operand)
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

  func gap(_ name: String) -> CodeGap {
    CodeGap(message: "\(spelling.title) has no \(CodeSpelling.words[name] ?? name)")
  }
}
