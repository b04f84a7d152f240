import Derivations
import Diagnostics
import MatrixCalculus
import Notation

/// Spoils the author's text of a claim, without the edits that the search for causes makes.
struct Spoiler {
  struct Spoiled: Hashable {
    let kind: MistakeClass
    let text: String
  }

  private let trial: ClaimTrial
  private let bytes: [UInt8]
  private var found: [Spoiled] = []
  private let whole: Range<Int>

  /// Every text that seeds one mistake, by the places in the text.
  static func all(_ trial: ClaimTrial) -> [Spoiled] {
    var spoiler = Spoiler(trial)
    spoiler.spoilWhole()
    spoiler.visit(trial.formula, isTransposed: false, isFirst: true)
    spoiler.spoilDerivation()
    var seen: Set<String> = []
    return spoiler.found.filter { seen.insert($0.text).inserted }
  }

  private init(_ trial: ClaimTrial) {
    self.trial = trial
    bytes = Array(trial.source.text.utf8)
    whole = trial.range.clamped(to: 0..<bytes.count)
  }

  private var isText: Bool { trial.dialect == .text }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: whole)], as: UTF8.self)
  }

  private mutating func add(_ kind: MistakeClass, _ range: Range<Int>, _ new: String) {
    let range = range.clamped(to: whole)
    let before = text(whole.lowerBound..<range.lowerBound)
    add(kind, before + new + text(range.upperBound..<whole.upperBound))
  }

  private mutating func add(_ kind: MistakeClass, _ text: String) {
    found.append(Spoiled(kind: kind, text: text))
  }

  // MARK: The whole

  private mutating func spoilWhole() {
    let all = text(whole)
    add(.sign, "-(\(all))")
    add(.extraFactor, isText ? "2*(\(all))" : "2 (\(all))")
    add(.transposed, isText ? "(\(all))'" : "(\(all))^T")
  }

  /// Tied weights counted once, another variable's gradient: what the derivation knows.
  private mutating func spoilDerivation() {
    guard isText else { return }
    let suspects = trial.suspects
    if suspects.shares.count > 1 {
      for (_, share) in suspects.shares where share.treeSize(limit: 200) < 200 {
        add(.tiedOnce, share.simplified.text)
      }
    }
    for (_, value) in suspects.others where value.treeSize(limit: 200) < 200 {
      add(.wrongVariable, value.simplified.text)
    }
  }

  // MARK: Nodes

  /// - Parameters:
  ///   - isTransposed: whether the node is what a transpose stands behind.
  ///   - isFirst: whether it is no later term of a sum.
  private mutating func visit(_ node: Syntax, isTransposed: Bool, isFirst: Bool) {
    spoil(node, isTransposed: isTransposed, isFirst: isFirst)
    for (place, child) in node.children.enumerated() {
      visit(
        child, isTransposed: node.kind == .transpose, isFirst: node.kind != .add || place == 0)
    }
  }

  private mutating func spoil(_ node: Syntax, isTransposed: Bool, isFirst: Bool) {
    switch node.kind {
    case .transpose:
      add(.missingTranspose, node.children[0].range.upperBound..<node.range.upperBound, "")
    case .name(let name): spoilName(name, node, isTransposed)
    case .layer: spoilNumbers(in: node, .wrongLayer)
    case .number(let value):
      if value.isInteger { add(.number, node.range, "\(value.numerator + 1)") }
    case .negate: if let mark = node.mark { add(.sign, mark, isFirst ? "" : "+") }
    case .add: for mark in node.marks { flip(mark) }
    case .subtract: if let mark = node.mark { flip(mark) }
    case .multiply, .juxtapose: spoilProduct(node, .lostFactor)
    case .entrywiseMultiply: spoilProduct(node, .missingSlope)
    case .power, .entrywisePower:
      add(.power, node.children[0].range.upperBound..<node.range.upperBound, "")
    case .call(let function, _): spoilCall(function, node)
    case .divide, .entrywiseDivide, .brackets, .matrix, .row, .derivative, .indexed, .evaluation:
      break
    }
  }

  private mutating func flip(_ mark: Range<Int>) {
    switch text(mark) {
    case "+": add(.sign, mark, "-")
    case "-": add(.sign, mark, "+")
    default: break
    }
  }

  private mutating func spoilName(_ name: String, _ node: Syntax, _ isTransposed: Bool) {
    guard let variable = trial.scope.variable(name) else { return }
    if !isTransposed, !variable.shape.isScalar {
      add(.extraTranspose, node.range, text(node.range) + (isText ? "'" : "^T"))
    }
    let stem = name.trimmingDigits
    for other in trial.scope.declarations.map(\.variable)
    where other != variable && other.shape == variable.shape {
      let isLayer = stem != name && other.name.trimmingDigits == stem
      add(isLayer ? .wrongLayer : .wrongVariable, node.range, other.name)
    }
  }

  private mutating func spoilNumbers(in node: Syntax, _ kind: MistakeClass) {
    for place in node.range.clamped(to: whole) where (0x30...0x39).contains(bytes[place]) {
      let digit = Int(bytes[place]) - 0x30
      add(kind, place..<place + 1, "\(digit + 1)")
      if digit > 1 { add(kind, place..<place + 1, "\(digit - 1)") }
    }
  }

  private mutating func spoilCall(_ function: String, _ node: Syntax) {
    guard let mark = node.mark else { return }
    if function == "inv", isText { return add(.inverse, mark, "") }
    let others = [
      "sin": "cos", "cos": "sin", "tanh": "sigmoid", "sigmoid": "tanh", "step": "relu",
      "relu": "step", "exp": "log", "log": "exp", "sinh": "cosh", "cosh": "sinh",
    ]
    guard let other = others[function], text(mark).contains(function) else { return }
    add(.function, mark, text(mark).replacing(function, with: other))
  }

  // MARK: Products

  private mutating func spoilProduct(_ node: Syntax, _ lost: MistakeClass) {
    let factors = node.children
    for index in factors.indices {
      if lost == .missingSlope, isSlope(factors[index]) {
        lose(index, of: factors, .missingSlope)
      } else if factors[index].isLetter {
        lose(index, of: factors, .lostFactor)
      }
    }
    for (index, (a, b)) in zip(factors, factors.dropFirst()).enumerated() {
      let between = a.range.upperBound..<b.range.lowerBound
      exchange(a, b, between)
      guard between.lowerBound <= between.upperBound else { continue }
      confuse(node, index, between)
    }
  }

  private mutating func lose(_ index: Int, of factors: [Syntax], _ kind: MistakeClass) {
    let range =
      index > 0
      ? end(factors[index - 1])..<end(factors[index])
      : factors[0].range.lowerBound..<factors[1].range.lowerBound
    add(kind, range, "")
  }

  /// Where a factor ends with the number of its layer, as in `\delta^{(2)}`.
  private func end(_ node: Syntax) -> Int {
    let end = node.range.upperBound
    guard case .layer = node.kind, bytes[end...].starts(with: "^{".utf8),
      let close = bytes[end...].firstIndex(of: UInt8(ascii: "}"))
    else { return end }
    return close + 1
  }

  private mutating func exchange(_ a: Syntax, _ b: Syntax, _ between: Range<Int>) {
    add(
      .order, a.range.lowerBound..<b.range.upperBound,
      text(b.range) + text(between) + text(a.range))
  }

  private mutating func confuse(_ node: Syntax, _ index: Int, _ between: Range<Int>) {
    if node.kind == .entrywiseMultiply {
      add(.matrixProduct, between, isText ? "*" : " ")
    } else {
      add(.elementwise, between, isText ? ".*" : #" \odot "#)
    }
  }

  /// Whether the formula is the derivative of an activation of the function.
  private func isSlope(_ formula: Syntax) -> Bool {
    guard isText, let value = trial.replacing(text(formula.range))?.expression else { return false }
    var form = NormalForm()
    return trial.suspects.slopes.contains {
      $0.shape == value.shape && form.equal($0, value) == true
    }
  }
}

extension Syntax {
  /// Whether it is a name or a number, perhaps transposed: what is lost by a slip of the pen.
  fileprivate var isLetter: Bool {
    switch kind {
    case .name, .number, .layer: true
    case .transpose, .brackets: children[0].isLetter
    default: false
    }
  }
}

extension String {
  /// Without the digits at its end.
  fileprivate var trimmingDigits: String {
    String(reversed().drop(while: \.isNumber).reversed())
  }
}
