internal import Diagnostics

extension LaTeXParser {
  /// `\nabla_W F`, `\nabla^2_x f`, `\nabla f(x)`.
  mutating func nabla(_ atom: TeXAtom) throws(Diagnostic) -> Syntax {
    index += 1
    let variable = try atom.lower.map { (list) throws(Diagnostic) in
      try formula(list, at: atom.range)
    }
    var derivative = try order(atom.upper, atom.range)
    if derivative == .gradient, let next = current, next.isCommand("nabla"), next.upper == nil,
      next.lower == atom.lower
    {
      derivative = .hessian
      index += 1
    }
    let operand = try operand(of: atom)
    if variable == nil, let call = operand.formula.transposedCall {
      // `\nabla f(x)^T` is the transpose of the gradient, not the gradient of a transpose.
      let inner = try self.derivative(derivative, call, by: nil, from: atom.core)
      return try node(.transpose, [inner], inner.range, mark: operand.formula.mark)
    }
    return try self.derivative(derivative, operand, by: variable, from: atom.core)
  }

  /// What is differentiated, and the arguments it was written with.
  typealias Operand = (formula: Syntax, arguments: [Syntax])

  private mutating func derivative(
    _ derivative: Syntax.Derivative, _ operand: Operand, by variable: Syntax?, from mark: Range<Int>
  ) throws(Diagnostic) -> Syntax {
    if let variable, let (formula, point) = operand.formula.evaluated(by: variable) {
      let inner = try self.derivative(derivative, (formula, []), by: variable, from: mark)
      return try node(.evaluation, [inner] + point, hull(mark, operand.formula.range))
    }
    let children = [operand.formula] + (variable.map { [$0] } ?? operand.arguments)
    return try node(
      .derivative(derivative), children, hull(mark, operand.formula.range), mark: mark)
  }

  private func order(
    _ upper: [TeXAtom]?, _ place: Range<Int>
  ) throws(Diagnostic) -> Syntax.Derivative {
    guard let upper else { return .gradient }
    guard upper.count == 1, upper[0].nucleus == .number("2") else {
      throw unsupported("only first and second derivatives are supported", place)
    }
    return .hessian
  }

  /// The name that follows with its arguments, or else the whole term.
  private mutating func operand(of sign: TeXAtom) throws(Diagnostic) -> Operand {
    guard let next = current, startsFactor(next) else {
      throw failure("\(text(sign.core)) has nothing to differentiate", sign.core)
    }
    if let named = try functionName(next) { return named }
    return (try term(), [])
  }

  /// A definition or an undeclared name, with the arguments in brackets behind it: `F(A)`.
  mutating func functionName(_ atom: TeXAtom) throws(Diagnostic) -> Operand? {
    guard !startsCall(atom), !isDivergence(atom), letterRun() == nil, let base = baseName(atom),
      base != "e" || atom.upper == nil || names.meaning(base) != nil
    else { return nil }
    let start = index
    guard
      let resolution = try? resolve(base, atom), case .name(let name) = resolution.kind,
      resolution.rest == nil, atom.primes == 0, isFunctionName(name)
    else { return nil }
    index = start + 1
    let formula = try node(.name(name), [], atom.core)
    guard let opening = current, isOpening(opening) else { return (formula, []) }
    return try withArguments(formula, atom, opening)
  }

  private mutating func withArguments(
    _ formula: Syntax, _ atom: TeXAtom, _ opening: TeXAtom
  ) throws(Diagnostic) -> Operand {
    guard case .delimiter(let delimiter, _) = opening.nucleus else { throw unexpected(opening) }
    let (arguments, closing) = try enclosed(opening, delimiter)
    let range = hull(atom.core, closing.core)
    guard arguments.allSatisfy(\.isName), !closing.hasScripts, case .name(let name) = formula.kind
    else {
      let call = try node(.call(name(of: formula), primes: 0), arguments, range, mark: atom.core)
      return (try scripted(call, closing), [])
    }
    return (Syntax(.name(name), arguments, range: range, mark: atom.core), arguments)
  }

  private func name(of formula: Syntax) -> String {
    if case .name(let name) = formula.kind { name } else { "" }
  }

  /// Definitions can be differentiated by name; so can names that may still be defined.
  private func isFunctionName(_ name: String) -> Bool {
    switch names.meaning(name) {
    case .definition, .functional, nil: name != "e" && name != "I"
    case .variable, .size, .function: false
    }
  }
}

extension LaTeXParser {
  /// `D_x f`, `\mathrm{D}\operatorname{vec}(AXB)`, `Df(x)`: the Jacobian; nil where the letter is none of them.
  mutating func jacobianOperator(_ sign: TeXAtom) throws(Diagnostic) -> Syntax? {
    guard sign.primes == 0, let next = following, startsFactor(next) else { return nil }
    guard let lower = sign.lower else {
      if let named = try operatorLetter(.jacobian, sign) {
        let differential = try node(
          .derivative(.differential), [named.children[0]], named.range, mark: sign.core)
        return try along(differential, isSole: false) ?? named
      }
      guard sign.font == .roman, startsCall(next) else { return nil }
      index += 1
      return try derivative(.jacobian, (try term(), []), by: nil, from: sign.core)
    }
    let bare = lower.flattened { _ in false }
    guard bare.count == 1, let name = baseName(bare[0]), names.meaning(name) == .variable else {
      return nil
    }
    index += 1
    let variable = try formula(lower, at: sign.range)
    return try derivative(.jacobian, operand(of: sign), by: variable, from: sign.core)
  }

  /// `J_f(a)`, the Jacobian of a function of the page, where J is no name of it; nil for any other symbol.
  mutating func jacobianMatrix(_ sign: TeXAtom) throws(Diagnostic) -> Syntax? {
    guard let lower = sign.lower?.flattened(after: { _ in false }), lower.count == 1,
      sign.upper == nil, sign.primes == 0, let name = baseName(lower[0]), !lower[0].hasScripts,
      names.meaning(name) == .functional, names.meaning("J" + name) == nil,
      let opening = following, isOpening(opening)
    else { return nil }
    index += 1
    let function = try node(.name(name), [], lower[0].core)
    let operand = try withArguments(function, sign, opening)
    return try derivative(.jacobian, operand, by: nil, from: sign.core)
  }

  /// `\mathrm{H}f(x)`, `\mathrm{D}F(X)`; `nil` where no function follows.
  mutating func operatorLetter(
    _ derivative: Syntax.Derivative, _ sign: TeXAtom
  ) throws(Diagnostic) -> Syntax? {
    guard let next = following, baseName(next) != nil else { return nil }
    index += 1
    guard let operand = try functionName(next) else {
      index -= 1
      return nil
    }
    return try self.derivative(derivative, operand, by: nil, from: sign.core)
  }
}

extension LaTeXParser {
  /// A quotient, or a derivative written as one.
  mutating func fraction(
    _ top: [TeXAtom], _ bottom: [TeXAtom], _ atom: TeXAtom
  ) throws(Diagnostic) -> Syntax {
    index += 1
    let numerator = top.flattened { _ in false }
    let denominator = bottom.flattened { _ in false }
    if isDerivative(numerator, denominator) {
      let derivative = try quotient(numerator, denominator, atom)
      return try atom.hasScripts ? scripted(derivative, atom) : atPoint(derivative)
    }
    let left = try formula(top, at: atom.core)
    let right = try formula(bottom, at: atom.core)
    return try scripted(node(.divide, [left, right], atom.core, mark: atom.core), atom)
  }

  mutating func quotient(
    _ top: [TeXAtom], _ bottom: [TeXAtom], _ atom: TeXAtom
  ) throws(Diagnostic) -> Syntax {
    let derivative = try order(top[0].upper, atom.range)
    if derivative == .hessian, let second = try secondDerivative(top, bottom, atom) {
      return second
    }
    let variable = try variable(bottom, derivative, atom)
    guard top.count > 1 else {
      return try self.derivative(derivative, term(behind: atom), by: variable, from: atom.core)
    }
    var operand = try differentiated(Array(top.dropFirst()), atom)
    if let name = operand.formula.plainName, names.meaning(name) == .function, variable.isName,
      operand.arguments.isEmpty
    {
      operand.formula = try call(name, [variable], operand.formula.range)
    }
    if let jacobian = try jacobian(operand.formula, variable, atom) { return jacobian }
    return try node(
      .derivative(derivative), [operand.formula, variable], atom.core, mark: atom.core)
  }

  /// `\frac{\partial^2 f}{\partial x_i\,\partial x_j}`: the derivative by one entry of that by another.
  private mutating func secondDerivative(
    _ top: [TeXAtom], _ bottom: [TeXAtom], _ atom: TeXAtom
  ) throws(Diagnostic) -> Syntax? {
    var parts = bottom.dropFirst().split { isSign($0) }.map(Array.init)
    if parts.count == 1, let last = parts[0].indices.last,
      parts[0][last].upper?.map(\.nucleus) == [.number("2")]
    {
      parts[0][last].upper = nil
      parts.append(parts[0])
    }
    guard parts.count == 2, top.count > 1 else { return nil }
    let first = try formula(parts[0], at: atom.core)
    let second = try formula(parts[1], at: atom.core)
    guard first.isEntry, second.isEntry else { return nil }
    let operand = try differentiated(Array(top.dropFirst()), atom)
    let inner = try node(.derivative(.gradient), [operand.formula, second], atom.core)
    return try node(.derivative(.gradient), [inner, first], atom.core, mark: atom.core)
  }

  /// What `\frac{\partial}{\partial X}` is applied to: the whole term, or a name that stands alone.
  private mutating func term(behind sign: TeXAtom) throws(Diagnostic) -> Operand {
    let start = index
    let named = try operand(of: sign)
    guard let next = current, startsFactor(next) else { return named }
    index = start
    return (try term(), [])
  }

  /// The numerator behind its `\partial`.
  private mutating func differentiated(
    _ list: [TeXAtom], _ atom: TeXAtom
  ) throws(Diagnostic) -> Operand {
    let saved = (atoms, index, end, open)
    defer { (atoms, index, end, open) = saved }
    (atoms, index, end, open) = (list, 0, atom.core.upperBound, [])
    if let next = current, let operand = try functionName(next), current == nil { return operand }
    return (try formula(list, at: atom.core), [])
  }

  /// The variable of the denominator: `\partial X`, or `\partial x\,\partial x^T` and `\partial x^2`.
  private mutating func variable(
    _ bottom: [TeXAtom], _ derivative: Syntax.Derivative, _ atom: TeXAtom
  ) throws(Diagnostic) -> Syntax {
    var parts = bottom.dropFirst().split { isSign($0) }.map(Array.init)
    guard derivative == .hessian else {
      guard parts.count == 1 else { throw unsupported("this derivative", atom.core) }
      return try formula(parts[0], at: atom.core)
    }
    if parts.count == 1, let last = parts[0].indices.last,
      parts[0][last].upper?.map(\.nucleus) == [.number("2")]
    {
      parts[0][last].upper = nil
      return try formula(parts[0], at: atom.core)
    }
    guard parts.count == 2 else {
      throw unsupported("this second derivative is not supported", atom.core)
    }
    let first = try formula(parts[0], at: atom.core)
    let second = try formula(parts[1], at: atom.core)
    guard first.sameName(as: second) else {
      throw unsupported("a second derivative in two variables is not supported", atom.core)
    }
    return first.vectorised ?? first
  }

  /// `\frac{\partial\operatorname{vec}F}{\partial(\operatorname{vec}X)^T}`, where vec may be left out above, as of a
  /// column; by `\operatorname{vec}X` the stacked gradient of a number.
  private mutating func jacobian(
    _ formula: Syntax, _ variable: Syntax, _ atom: TeXAtom
  ) throws(Diagnostic) -> Syntax? {
    if variable.kind == .transpose, let argument = variable.children[0].vectorised {
      return try node(
        .derivative(.jacobian), [formula.vectorised ?? formula, argument], atom.core,
        mark: atom.core)
    }
    guard let argument = variable.vectorised, formula.vectorised == nil else { return nil }
    let gradient = try node(
      .derivative(.gradient), [formula, argument], atom.core, mark: atom.core)
    return try call("vec", [gradient], atom.core, mark: atom.core)
  }
}

extension Syntax {
  /// The function and what it is applied to in `f(x)^T`.
  fileprivate var transposedCall: LaTeXParser.Operand? {
    guard kind == .transpose, case .call(let name, primes: 0) = children[0].kind,
      !children[0].children.isEmpty
    else { return nil }
    let call = children[0]
    guard call.children.allSatisfy(\.isName) else { return (call, []) }
    return (Syntax(.name(name), call.children, range: call.range, mark: call.mark), call.children)
  }

  /// X of `vec X`, brackets aside.
  fileprivate var vectorised: Syntax? {
    switch kind {
    case .call("vec", primes: 0): children.first?.unbracketed
    case .brackets: children.first?.vectorised
    default: nil
    }
  }

  /// Whether both are the same name, up to transposition and stacking.
  fileprivate func sameName(as other: Syntax) -> Bool {
    let (a, b) = (stackedOrUpright, other.stackedOrUpright)
    return a.isName && a.kind == b.kind
  }

  /// x of xᵀ, of vec x and of (vec x)ᵀ.
  private var stackedOrUpright: Syntax {
    let upright = kind == .transpose ? children[0].unbracketed : unbracketed
    return upright.vectorised ?? upright
  }
}
