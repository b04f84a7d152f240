import MatrixCalculus
import Notation

/// A transpose missing, one too many, or on the wrong factor.
extension EditMaker {
  mutating func addTransposes() {
    for place in places {
      if place.node.kind == .transpose { removeTranspose(place) } else { transpose(place) }
    }
    for place in places where isChain(place.node) { moveTransposes(place) }
    transposeWhole()
    for place in places where place.parent != nil && isTerm(place) { transposeTerm(place) }
  }

  /// A term of a sum transposed.
  private mutating func transposeTerm(_ place: Place) {
    guard isChain(place.node), shape(of: place)?.isScalar != true else { return }
    let range = front(place)..<extent(place).upperBound
    add(
      .transpose, 14, at: range, transposingAll(of: range),
      fault: "a product is transposed\(whichTerm(place))", remedy: "its transpose")
  }

  private mutating func removeTranspose(_ place: Place) {
    let base = place.node.children[0]
    guard let change = untransposing(place.node) else { return }
    let mark = base.kind == .brackets ? place.node.mark ?? place.node.range : extent(place)
    let (wrong, right) = (author.excerpt(place.node), author.excerpt(base))
    add(
      .transpose, 10, at: mark, [change], fault: "\(wrong) where \(right) belongs", remedy: right)
  }

  private mutating func transpose(_ place: Place) {
    guard isAtom(place.node), parent(place)?.kind != .transpose, !isScalar(place),
      let change = transposing(place.node)
    else { return }
    let range = extent(place)
    let wrong = author.excerpt(place.node)
    let right = transposed(author.source.excerpt(range))
    add(
      .transpose, 10, at: range, [change], fault: "\(wrong) where \(right) belongs", remedy: right)
  }

  /// A text that holds together, transposed in the author's notation.
  private func transposed(_ text: String) -> String {
    author.isText ? text + "'" : author.style.transposed(text)
  }

  /// The text of a name, a bracket or a call, transposed; nil of what takes no transpose.
  func transposedText(_ node: Syntax) -> String? {
    if node.kind == .transpose {
      return untransposing(node).map { _ in author.text(author.extent(node.children[0])) }
    }
    return isAtom(node) ? transposed(author.text(author.extent(node))) : nil
  }

  /// Puts brackets around a stretch and transposes them.
  private func transposingAll(of range: Range<Int>) -> [Edit.Change] {
    let parts = transposed("(\u{0})").split(separator: "\u{0}").map(String.init)
    return [.init(at: range.lowerBound, parts[0]), .init(at: range.upperBound, parts[1])]
  }

  private func isScalar(_ place: Place) -> Bool {
    guard case .name(let name) = place.node.kind else { return false }
    let shape =
      author.scope.variable(name)?.shape ?? author.scope.definition(of: name)?.expression.shape
    return shape?.isScalar ?? author.scope.isSize(name)
  }

  /// A B' for A' B.
  private mutating func moveTransposes(_ place: Place) {
    let factors = place.node.children
    for (from, factor) in factors.enumerated() where factor.kind == .transpose {
      for (to, other) in factors.enumerated() where to != from && isAtom(other) {
        guard let off = untransposing(factor), let on = transposing(other) else { continue }
        let (a, b) = (author.excerpt(factor.children[0]), author.excerpt(other))
        add(
          .transpose, 14, at: author.extent(factor), [off, on],
          fault: "the transpose belongs on \(b), not on \(a)", remedy: transposed(b))
      }
    }
  }

  private mutating func transposeWhole() {
    guard !expected.isScalar else { return }
    let range = author.whole
    add(
      .layout, 15, at: range, transposingAll(of: range),
      fault: isIdentity
        ? "it is the transpose of the other side" : "it is transposed, true in the other layout",
      remedy: "the transpose")
  }

  /// Takes the transpose off a node that is one.
  func untransposing(_ node: Syntax) -> Edit.Change? {
    guard !author.isText else { return node.mark.map { Edit.Change($0, "") } }
    if case .macro(let name) = author.style.transposition {
      let text = author.text(node.range)
      if text.hasPrefix(name + "{"), text.hasSuffix("}") {
        return Edit.Change(node.range, String(text.dropFirst(name.count + 1).dropLast()))
      }
    }
    let base = author.core(core(node))
    let scripts = TeXScripts(author.bytes, after: base.upperBound)
    if let primes = scripts.primes { return Edit.Change(primes, "") }
    guard let upper = scripts.upper, let content = scripts.content else { return nil }
    if let layer = scripts.layerEnd { return Edit.Change(layer..<content.upperBound, "") }
    if scripts.contentText.hasPrefix("-") { return Edit.Change(content, "-1") }
    return Edit.Change(upper, "")
  }

  /// Puts a transpose on a name, a bracket or a call.
  func transposing(_ node: Syntax) -> Edit.Change? {
    guard !author.isText else { return Edit.Change(at: node.range.upperBound, "'") }
    if case .macro = author.style.transposition {
      let range = author.extent(node)
      return Edit.Change(range, transposed(author.text(range)))
    }
    let scripts = TeXScripts(author.bytes, after: author.core(node).upperBound)
    guard scripts.primes == nil else { return nil }
    guard scripts.upper != nil, let content = scripts.content else {
      return Edit.Change(at: scripts.end, transposed(""))
    }
    if scripts.layerEnd == content.upperBound { return Edit.Change(at: content.upperBound, "T") }
    return scripts.contentText == "-1" ? Edit.Change(content, "-T") : nil
  }

  /// What the scripts of a node stand on.
  private func core(_ node: Syntax) -> Syntax {
    switch node.kind {
    case .transpose, .power, .entrywisePower: core(node.children[0])
    default: node
    }
  }
}
