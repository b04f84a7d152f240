import MatrixCalculus
import Notation

/// How one author prints formulas: the spellings of the field, chosen once and kept.
struct AuthorStyle: Sendable, CustomStringConvertible {
  var description: String
  private var style = TeXStyle()
  /// Spellings put for others in what is printed.
  private var spellings: [(String, String)] = []

  /// A formula as the author prints it.
  func print(_ expression: Expression) -> String {
    spellings.reduce(expression.tex(style)) { text, spelling in
      text.replacing(spelling.0, with: spelling.1)
    }
  }

  private init(
    _ description: String, hadamard: String, transpose: String, font: String? = nil,
    _ spellings: [(String, String)]
  ) {
    self.description = description
    self.spellings = spellings
    style.hadamard = hadamard
    style.showsSizes = true
    style.transposition = .mark(transpose)
    guard let font else { return }
    for letter in "ABPCEXSQDOLxyuvp" { style.names[String(letter)] = "\\\(font){\(letter)}" }
  }

  static let all = [
    AuthorStyle("course notes", hadamard: #"\bullet"#, transpose: "^T", []),
    AuthorStyle(
      "textbook", hadamard: #"\odot"#, transpose: #"^\top"#, font: "mathbf",
      [(#"\lVert"#, #"\|"#), (#"\rVert"#, #"\|"#), (#"\operatorname{tr}"#, #"\mathrm{tr}"#)]),
    AuthorStyle(
      "statistics", hadamard: #"\circ"#, transpose: #"^{\mathsf{T}}"#, font: "boldsymbol",
      [
        (#"\frac"#, #"\dfrac"#), (#"\operatorname{tr}"#, #"\operatorname{Tr}"#),
        (#"\left("#, #"\Big("#),
        (#"\right)"#, #"\Big)"#),
      ]),
    AuthorStyle(
      "blog", hadamard: #"\odot"#, transpose: #"^{\mathrm{T}}"#,
      [(#"\lVert"#, "||"), (#"\rVert"#, "||"), (#"\operatorname"#, #"\text"#), ("+", " + \\, ")]),
    AuthorStyle(
      "hand-set", hadamard: #"\circ"#, transpose: #"^{\intercal}"#, font: "bm",
      [(#"\left("#, #"\left ( "#), (#"\right)"#, #"\right )"#), ("^", " ^ ")]),
  ]
}
