import MatrixCalculus
import Notation

/// Writes expressions the way the page spells its names.
struct Showing {
  let style: TeXStyle

  init(_ scope: Scope) { style = TeXStyle(names: scope.texNames) }

  /// How many nodes, written out as a tree, are shown in full.
  static let limit = 1_500

  func callAsFunction(_ expression: Expression) -> Shown {
    let size = expression.treeSize(limit: Showing.limit + 1)
    guard size <= Showing.limit else {
      let shape = "\(expression.shape)"
      return Shown(
        text: "(\(shape), too long to print)",
        tex: #"\langle \text{\#(shape), too long to print} \rangle"#)
    }
    return Shown(text: expression.text, tex: expression.tex(style))
  }

  /// A formula in letters for activations and deltas, such as `W'*delta3`.
  func lettered(_ expression: Expression) -> Shown {
    var style = style
    var letters: [Variable: Expression] = [:]
    for variable in expression.variables where variable.name.hasPrefix("⟨") {
      let inner = variable.name.dropFirst().dropLast()
      let number = inner.dropFirst()
      let (text, tex) =
        inner.hasPrefix("δ")
        ? ("delta", #"\delta"#) : (String(inner.prefix(1)), String(inner.prefix(1)))
      letters[variable] = .variable(Variable(text + number, variable.shape))
      style.names[text + number] = "\(tex)^{(\(number))}"
    }
    let renamed = expression.substituting(letters)
    return Shown(text: renamed.text, tex: renamed.tex(style))
  }

  func name(_ name: String) -> Shown { Shown(text: name, tex: style.name(name)) }
}

extension Shown {
  /// Both forms changed.
  func map(text: (String) -> String, tex: (String) -> String) -> Shown {
    Shown(text: text(self.text), tex: tex(self.tex))
  }

  /// `left = right`.
  static func equation(_ left: Shown, _ right: Shown) -> Shown {
    Shown(text: "\(left.text) = \(right.text)", tex: "\(left.tex) = \(right.tex)")
  }
}
