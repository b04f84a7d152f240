package import MatrixCalculus

extension Expression {
  /// The expression in TeX, as a textbook prints it.
  ///
  /// - Complexity: as for `text`.
  package func tex(_ style: TeXStyle = TeXStyle()) -> String {
    operation == .zeros && !style.showsSizes ? "0" : TeXWriter(style: style).write(self).text
  }
}

/// Writes expressions in TeX. Entrywise products bind less tightly than factors side by side.
struct TeXWriter {
  enum Binding: Int, Comparable {
    case sum, negative, hadamard, product, power, atom

    static func < (a: Binding, b: Binding) -> Bool { a.rawValue < b.rawValue }
  }

  struct Piece {
    var text: String
    var binding: Binding
    /// Whether it is higher than a letter, so that brackets around it grow.
    var isTall = false
    /// Whether it takes up all factors that follow, as a sum sign does.
    var isOpen = false

    init(_ text: String, _ binding: Binding, isTall: Bool = false) {
      self.text = text
      self.binding = binding
      self.isTall = isTall
    }

    func holding(_ least: Binding) -> String { binding < least ? inBrackets : text }

    var inBrackets: String { isTall ? #"\left( \#(text) \right)"# : "(\(text))" }
  }

  let style: TeXStyle

  func write(_ x: Expression) -> Piece {
    if !style.marks.isEmpty, x.operation != .product, let marks = style.marks.marks(of: [x]) {
      var piece = within(marks).form(x)
      piece.text = Self.marked(piece.text, marks.layers)
      return piece
    }
    return form(x)
  }

  /// The same writer for what stands within something marked.
  private func within(_ marks: [LayerMarks.Mark]) -> TeXWriter {
    var style = style
    style.marks = style.marks.within(marks)
    return TeXWriter(style: style)
  }

  static func marked(_ text: String, _ layer: String) -> String {
    #"\docgenlayer{\#(layer)}{\#(text)}"#
  }

  private func form(_ x: Expression) -> Piece {
    switch x.operation {
    case .number(let value): number(value)
    case .size(let dimension): size(dimension)
    case .variable(let variable): Piece(style.name(variable.name), .atom)
    case .eye: Piece(style.identity + index([x.shape.rows]), .atom)
    case .ones: ones(x.shape)
    case .zeros: zeros(x.shape)
    case .sum: sum(x)
    case .product: product(ProductParts(x))
    case .hadamard: hadamard(x.operands)
    case .transpose: transposed(x.operands[0])
    case .power: power(x)
    case .matrixPower: raised(x.operands[0], write(x.operands[1]).text)
    case .apply(let function): apply(function, x.operands[0])
    case .call(let function): call(function, x)
    }
  }

  /// A column of ones is **1**, a row its transpose, a matrix the product of both.
  private func ones(_ shape: Shape) -> Piece {
    let column = style.ones + index([shape.rows])
    let row = style.transposed(style.ones + index([shape.columns]))
    if shape.isColumn { return Piece(column, .atom) }
    return shape.isRow ? Piece(row, .atom) : Piece("\(column) \(row)", .product)
  }

  /// Zeros as a factor or an argument, with the size that nothing else shows.
  private func zeros(_ shape: Shape) -> Piece {
    guard !shape.isScalar else { return Piece("0", .atom) }
    return Piece(#"0_{\#(size(shape.rows).text) \times \#(size(shape.columns).text)}"#, .atom)
  }

  /// Sizes as an index, where the style shows them.
  private func index(_ sizes: [Dimension]) -> String {
    guard style.showsSizes else { return "" }
    return "_{" + sizes.map { size($0).text }.joined(separator: #" \times "#) + "}"
  }

  private func number(_ value: Rational) -> Piece {
    if value.isInteger { return Piece("\(value)", value.isNegative ? .negative : .atom) }
    let sign = value.isNegative ? "-" : ""
    let fraction =
      "\(style.numberFraction){\(value.magnitude.numerator)}{\(value.denominator)}"
    return Piece(sign + fraction, value.isNegative ? .negative : .product, isTall: true)
  }

  private func size(_ dimension: Dimension) -> Piece {
    Piece(
      dimension.description.replacing("*", with: " "), dimension.name == nil ? .sum : .atom)
  }

  // MARK: Sums and products

  private func sum(_ x: Expression) -> Piece {
    // What shows the size of the sum: ones are spread over it, and zeros take its size.
    let full = x.spreadsTerms
    let showsSize = x.operands.contains { $0.operation != .zeros }
    var piece = Piece("", .sum)
    for (place, term) in x.operands.enumerated() {
      let shown = full ? term.spreadCore ?? term : term
      var parts = ProductParts(shown)
      let isNegative = parts.isNegative
      parts.isNegative = false
      piece.text += place == 0 ? (isNegative ? "-" : "") : isNegative ? " - " : " + "
      let isSplit = shown.operation == .product || isNegative
      let written =
        isSplit
        ? product(parts)
        : shown.operation == .zeros && showsSize ? Piece("0", .atom) : write(shown)
      piece.text += written.holding(.hadamard)
      piece.isTall = piece.isTall || written.isTall
    }
    return piece
  }

  private func product(_ parts: ProductParts) -> Piece {
    if let single = parts.single { return write(single) }
    let all = parts.scalars + parts.chain
    let marks = ProductMarks(parts, style.marks)
    let factors = all.enumerated().map { place, factor -> Piece in
      let mark = marks.stretches.first { $0.range.contains(place - parts.scalars.count) }
      let piece = mark.map { within($0.marks).form(factor) } ?? write(factor)
      let isSplit =
        factor.operation == .product && factor.shape.isScalar
        || place + 1 < all.count && piece.isOpen
      return Piece(
        isSplit ? piece.inBrackets : piece.holding(.product), .atom, isTall: piece.isTall)
    }
    let above = parts.numerator == 1 ? [] : ["\(parts.numerator)"]
    let below =
      (parts.denominator == 1 ? [] : ["\(parts.denominator)"])
      + parts.divisors.map {
        write($0).holding(parts.divisors.count > 1 || parts.denominator != 1 ? .power : .sum)
      }
    let texts = factors.map(\.text)
    let sign = parts.isNegative ? "-" : ""
    var piece = Piece("", parts.isNegative ? .negative : .product)
    piece.isTall = factors.contains(where: \.isTall) || !below.isEmpty
    if below.isEmpty {
      piece.text = sign + joined(marks.joined(above, texts, style.product))
      if above.isEmpty, factors.count == 1, !parts.isNegative { piece.binding = .power }
    } else if factors.count <= 2, factors.allSatisfy({ !$0.isTall }), parts.fitsAboveLine {
      let inside = marks.withoutNumber.joined(above, texts, style.product)
      piece.text = sign + fraction(joined(inside), joined(below))
    } else {
      let number = [fraction(joined(above), joined(below))]
      piece.text = sign + joined(marks.joined(number, texts, style.product))
    }
    return piece
  }

  private func fraction(_ above: String, _ below: String) -> String {
    let isNumber = (above + below).allSatisfy(\.isNumber)
    return "\(isNumber ? style.numberFraction : style.fraction){\(above)}{\(below)}"
  }

  private func joined(_ factors: [String]) -> String {
    factors.isEmpty ? "1" : TeXStyle.beside(factors, separator: " ")
  }

  private func hadamard(_ factors: [Expression]) -> Piece {
    let pieces = factors.map(write)
    let text = pieces.map { $0.holding(.power) }.joined(separator: " \(style.hadamard) ")
    return Piece(text, .hadamard, isTall: pieces.contains(where: \.isTall))
  }

  // MARK: Powers

  private func power(_ x: Expression) -> Piece {
    if let norm = norm(x) { return norm }
    let base = x.operands[0]
    guard let exponent = x.operands[1].rational else {
      return raised(base, (x.shape.isScalar ? "" : #"\circ "#) + write(x.operands[1]).text)
    }
    if base.operation == .call(.norm2), exponent.isInteger, !exponent.isNegative {
      return raised(euclidean(base.operands[0]), exponent)
    }
    if exponent == .half { return Piece(#"\sqrt{\#(write(base).text)}"#, .atom, isTall: true) }
    if x.shape.isScalar, exponent.isNegative { return product(ProductParts(x)) }
    // A broken power can only be meant entry by entry, but of a square matrix.
    let isMarked = !x.shape.isScalar && (exponent.isInteger || x.shape.isSquare)
    return raised(base, (isMarked ? #"\circ "# : "") + number(exponent).text)
  }

  private func raised(_ base: Expression, _ exponent: String) -> Piece {
    let (held, isTall) = held(base)
    return Piece(
      held + (exponent.count == 1 ? "^\(exponent)" : "^{\(exponent)}"), .atom, isTall: isTall)
  }

  private func transposed(_ base: Expression) -> Piece {
    if case .macro = style.transposition {
      let piece = write(base)
      return Piece(style.transposed(piece.text), .atom, isTall: piece.isTall)
    }
    let (held, isTall) = held(base)
    return Piece(style.transposed(held), .atom, isTall: isTall)
  }

  /// What a script stands on. What carries an exponent already is put into brackets.
  private func held(_ base: Expression) -> (text: String, isTall: Bool) {
    let piece = write(base)
    let isHeld = piece.binding == .atom && !piece.text.isRaised
    return (isHeld ? piece.text : piece.inBrackets, piece.isTall)
  }

  private func norm(_ x: Expression) -> Piece? {
    if let (argument, axis) = x.norm2Along {
      return bars(argument, index: "{\(Self.index("2", along: axis))}")
    }
    guard let (argument, exponent) = x.normPower, !exponent.isNegative else { return nil }
    let bars = euclidean(argument)
    return exponent == .one ? bars : raised(bars, exponent)
  }

  /// A norm with an exponent over its index.
  private func raised(_ bars: Piece, _ exponent: Rational) -> Piece {
    let script = exponent.description
    return Piece(
      bars.text + (script.count == 1 ? "^\(script)" : "^{\(script)}"), .atom, isTall: bars.isTall)
  }

  /// The norm of Euclid or Frobenius: `\lVert x \rVert_2`.
  private func euclidean(_ argument: Expression) -> Piece {
    let isColumn = argument.shape.isColumn || argument.shape.isRow
    return bars(argument, index: isColumn ? style.norm.column : style.norm.matrix)
  }

  /// The norms of columns or rows.
  private func bars(_ x: Expression, _ index: String, _ function: MatrixFunction) -> Piece {
    let axis = function.parameters.first.flatMap(Axis.init)
    return bars(
      x.operands[0], index: axis.map { "{\(Self.index(index, along: $0))}" } ?? index)
  }

  /// The index of a norm that takes columns or rows one by one.
  static func index(_ index: String, along axis: Axis) -> String {
    #"\#(index),\text{\#(axis.word)}"#
  }

  private func bars(_ argument: Expression, index: String) -> Piece {
    let inner = write(argument)
    let script = index.isEmpty ? "" : "_\(index)"
    return Piece(
      style.normed(inner.text, isTall: inner.isTall) + script, .atom, isTall: inner.isTall)
  }

  // MARK: Functions

  private func apply(_ function: Function, _ argument: Expression) -> Piece {
    let inner = write(argument)
    if function == .sqrt { return Piece(#"\sqrt{\#(inner.text)}"#, .atom, isTall: true) }
    // Bars around a square matrix mean its determinant.
    if function == .abs, argument.shape.isScalar || !argument.shape.isSquare {
      return Piece(#"\left\lvert \#(inner.text) \right\rvert"#, .atom, isTall: inner.isTall)
    }
    if function == .square {
      return raised(argument, argument.shape.isScalar ? "2" : #"\circ 2"#)
    }
    let name =
      function.isDefinedByPage
      ? style.name(function.name)
      : function == .abs
        ? #"\operatorname{abs}"# : style.functions[function.name] ?? function.tex
    return Piece(name + inner.inBrackets, .atom, isTall: inner.isTall)
  }

  private func call(_ function: MatrixFunction, _ x: Expression) -> Piece {
    if function == .sum, let norm = norm(x) { return norm }
    if let argument = x.norm1Argument { return bars(argument, index: "1") }
    let inner = x.operands.map { write($0) }
    switch function {
    case .inv: return raised(x.operands[0], "-1")
    case .norm2: return euclidean(x.operands[0])
    case .norm1: return bars(x.operands[0], index: "1")
    case .norm2Along(.columns), .norm2Along(.rows): return bars(x, "2", function)
    case .norm1Along(.columns), .norm1Along(.rows): return bars(x, "1", function)
    case .normInf: return bars(x.operands[0], index: #"\infty"#)
    case .sum, .prod:
      var piece = Piece("\(function.tex) " + inner[0].holding(.power), .product, isTall: true)
      piece.isOpen = true
      return piece
    case .inner:
      let both = inner.map(\.text).joined(separator: ", ")
      return Piece(
        #"\langle \#(both) \rangle"#, .atom, isTall: inner.contains(where: \.isTall))
    case .solve:
      let factors = raised(x.operands[0], "-1").text + " " + inner[1].holding(.product)
      return Piece(factors, .product, isTall: inner.contains(where: \.isTall))
    case .rowSums:
      return Piece(
        inner[0].holding(.product) + " " + ones(Shape(x.operands[0].shape.columns, .one)).text,
        .product, isTall: inner[0].isTall)
    case .columnSums:
      let row = ones(Shape(.one, x.operands[0].shape.rows)).text
      return Piece("\(row) \(inner[0].holding(.product))", .product, isTall: inner[0].isTall)
    case .logdet:
      // With an exponent right behind it the power would be that of the determinant.
      return Piece(name(function) + inner[0].inBrackets, .power, isTall: inner[0].isTall)
    case .pinv: return raised(x.operands[0], "+")
    case .expm where !x.operands[0].variables.isEmpty:
      return Piece("e^{\(inner[0].text)}", .power, isTall: true)
    case .maximum where x.operands[1].isAxis, .minimum where x.operands[1].isAxis:
      // A 1 or 2 in the second place would say to take each column or each row.
      return named(function, x.operands[0].isAxis ? inner : inner.reversed())
    case .kron:
      let factors = inner.map { $0.holding(.power) }
      return Piece(
        factors.joined(separator: #" \otimes "#), .hadamard, isTall: inner.contains(where: \.isTall)
      )
    case .beside, .above: return Piece(blocks(x), .atom, isTall: true)
    case _ where entry(x) != nil: return entry(x) ?? named(function, inner)
    case .softmax(), .logSoftmax():
      // Without an axis softmax of a row is read as that of the row.
      return x.shape.isRow ? along(.columns, function, inner[0]) : named(function, inner)
    default: return named(function, inner)
    }
  }

  /// A constant by its sizes as an index; a function with its sizes after its matrices.
  private func named(_ function: MatrixFunction, _ operands: [Piece]) -> Piece {
    let sizes = function.parameters.map { size($0).text }
    if operands.isEmpty, sizes.isEmpty { return Piece(function.tex, .atom) }
    if function.isCentering, case .formula(let formula) = function.meaning {
      // TeX has no name for it that is read back.
      return write(formula([]).simplified)
    }
    if operands.isEmpty {
      // The size of a unit column is clear from where it stands.
      let shown = function.name == "e" ? Array(sizes.prefix(1)) : sizes
      return Piece("\(function.tex)_{\(shown.joined(separator: ", "))}", .atom)
    }
    if let axis = function.parameters.first.flatMap(Axis.init), function.isAlongAxis {
      return along(axis, function, operands[0])
    }
    let all = Piece(
      (operands.map(\.text) + sizes).joined(separator: ", "), .sum,
      isTall: operands.contains(where: \.isTall))
    return Piece(name(function) + all.inBrackets, .atom, isTall: all.isTall)
  }

  /// A function that takes each column or each row by itself.
  private func along(_ axis: Axis, _ function: MatrixFunction, _ operand: Piece) -> Piece {
    let sign = name(function) + #"_{\text{\#(axis.word)}}"#
    return Piece(sign + operand.inBrackets, .atom, isTall: operand.isTall)
  }

  /// `A_{:,2}`: a row, a column or an entry of a matrix whose name has no scripts; nil for the rest.
  private func entry(_ x: Expression) -> Piece? {
    guard let (variable, row, column) = x.partOfVariable else { return nil }
    let name = style.name(variable.name)
    guard !name.contains("_"), !name.isRaised else { return nil }
    let places = [row, column].map { $0.map { "\($0)" } ?? ":" }
    let index = variable.shape.isColumn && column == nil ? places[0] : places.joined(separator: ",")
    return Piece("\(name)_{\(index)}", .atom)
  }

  private func name(_ function: MatrixFunction) -> String {
    style.functions[function.name] ?? function.tex
  }

  private func blocks(_ x: Expression) -> String {
    let lines = x.operation == .call(.above) ? x.operands : [x]
    let rows = lines.map { line in
      let entries = line.operation == .call(.beside) ? line.operands : [line]
      return entries.map {
        $0.operation == .zeros && !style.showsSizes ? "0" : write($0).text
      }.joined(separator: " & ")
    }
    return #"\begin{bmatrix} "# + rows.joined(separator: #" \\ "#) + #" \end{bmatrix}"#
  }
}

extension MatrixFunction {
  /// Whether its one parameter says what is taken one by one, and its sign has room for that below.
  fileprivate var isAlongAxis: Bool {
    MatrixFunctionFamily.named(name)?.parameters == .axis && !tex.contains("_")
  }
}

extension Expression {
  /// Whether it reads as the number of an axis.
  fileprivate var isAxis: Bool { rational == .one || rational == Rational(2) }
}
