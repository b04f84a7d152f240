import Derivations
import Diagnostics
import Pages
import Proof
import Site

/// Results with every kind of figure, and pages that show them.
enum Sample {
  static let path = "content/ica.md"

  static func at(_ line: Int, _ column: Int = 1) -> SourceLocation {
    SourceLocation(path: path, line: line, column: column)
  }

  // MARK: Figures

  static let network = NetworkFigure(
    title: Shown(text: "F", tex: "F"),
    layers: [
      .init(
        number: 1, input: Shown(text: "x", tex: "x"), shape: Shown(text: "(n, m)", tex: "(n, m)"),
        activation: Shown(text: "f(z) = z", tex: "f(z) = z"), activationName: "",
        weight: Shown(text: "W", tex: "W"), weightVariable: "W"),
      .init(
        number: 2, input: Shown(text: "W*x", tex: "Wx"),
        shape: Shown(text: "(k, m)", tex: "(k, m)"),
        activation: Shown(text: "f(z) = z", tex: "f(z) = z"), activationName: "",
        weight: Shown(text: "W'", tex: "W^T"), weightVariable: "W"),
      .init(
        number: 3, input: Shown(text: "W'*W*x", tex: "W^TWx"),
        shape: Shown(text: "(n, m)", tex: "(n, m)"),
        activation: Shown(text: "f(z) = z - x", tex: "f(z) = z - x"), activationName: "z − x",
        weight: Shown(text: "I", tex: "I")),
      .init(
        number: 4, input: Shown(text: "W'*W*x - x", tex: "W^TWx - x"),
        shape: Shown(text: "(n, m)", tex: "(n, m)"),
        activation: Shown(text: "f(z) = z^2", tex: "f(z) = z^2"), activationName: "z²"),
    ],
    objective: Shown(text: "J(z) = sum(z)", tex: #"J(z^{(4)}) = \sum_k z^{(4)}_k"#))

  /// A chain of many layers with a weight of its own each.
  static let deep = NetworkFigure(
    title: Shown(text: "G", tex: "G"),
    layers: (1...30).map { number in
      .init(
        number: number, input: Shown(text: "z\(number)", tex: "z_{\(number)}"),
        shape: Shown(text: "(h, m)", tex: "(h, m)"),
        activation: Shown(text: "f(z) = tanh(z)", tex: #"f(z) = \tanh(z)"#), activationName: "tanh",
        weight: number == 30
          ? nil : Shown(text: "W\(number)", tex: "W_{\(number)}"),
        weightVariable: number == 30 ? nil : "W\(number)")
    },
    objective: Shown(text: "J(z) = sum(z)", tex: #"J(z) = \sum_k z_k"#))

  static let deltas = DeltaFigure(
    title: Shown(text: "F", tex: "F"),
    rows: [
      .init(
        layer: 4, derivative: Shown(text: "f'(z) = 2*z", tex: "f'(z) = 2z"),
        delta: Shown(text: "2*z", tex: "f'(z^{(4)}) = 2z^{(4)}"),
        simplified: Shown(text: "2*(W'*W*x - x)", tex: "2(W^TWx - x)"),
        input: Shown(text: "W'*W*x - x", tex: "W^TWx - x")),
      .init(
        layer: 3, derivative: Shown(text: "f'(z) = 1", tex: "f'(z) = 1"),
        delta: Shown(
          text: "(I'*delta4) .* 1", tex: #"\left( I^T \delta^{(4)} \right) \bullet 1"#),
        simplified: Shown(text: "2*(W'*W*x - x)", tex: "2(W^TWx - x)"),
        input: Shown(text: "W'*W*x", tex: "W^TWx")),
      .init(
        layer: 2, derivative: Shown(text: "f'(z) = 1", tex: "f'(z) = 1"),
        delta: Shown(
          text: "(W*delta3) .* 1", tex: #"\left( (W^T)^T \delta^{(3)} \right) \bullet 1"#),
        simplified: Shown(text: "2*W*(W'*W*x - x)", tex: "2W(W^TWx - x)"),
        input: Shown(text: "W*x", tex: "Wx")),
      .init(
        layer: 1, derivative: Shown(text: "f'(z) = 1", tex: "f'(z) = 1"),
        delta: Shown(text: "(W'*delta2) .* 1", tex: #"\left( W^T \delta^{(2)} \right) \bullet 1"#),
        simplified: Shown(
          text: "(W'*delta2) .* 1", tex: #"\left( W^T \delta^{(2)} \right) \bullet 1"#),
        input: Shown(text: "x", tex: "x")),
    ])

  static let derivative = DerivativeFigure(
    steps: [
      .init(
        left: Shown(text: "gradient F wrt W'", tex: #"\nabla_{W^T} F"#),
        right: [
          Shown(text: "delta3*a2'", tex: #"\delta^{(3)} (a^{(2)})^T"#),
          Shown(text: "2*(W'*W*x - x)*(W*x)'", tex: "2(W^TWx - x)(Wx)^T"),
        ], origin: Origin(words: "layer {layer}, transposed", layer: 2)),
      .init(
        left: Shown(text: "gradient F wrt W", tex: #"\nabla_{W} F"#),
        right: [
          Shown(text: "delta2*a1'", tex: #"\delta^{(2)} (a^{(1)})^T"#),
          Shown(text: "2*W*(W'*W*x - x)*x'", tex: "2W(W^TWx - x)x^T"),
        ], origin: Origin(words: "layer {layer}", layer: 1)),
      .init(
        left: Shown(text: "gradient F wrt W", tex: #"\nabla_{W} F"#),
        right: [
          Shown(
            text: "2*W*(W'*W*x - x)*x' + 2*W*x*(W'*W*x - x)'",
            tex: "2W(W^TWx - x)x^T + 2Wx(W^TWx - x)^T")
        ]),
    ],
    conditions: ["gamma > 0"])

  static let witness = Witness(
    shapes: [.init(name: "k", count: 2), .init(name: "n", count: 3), .init(name: "m", count: 1)],
    values: [
      .init(name: "W", entries: [["1", "0", "2"], ["-1", "3", "1/2"]]),
      .init(name: "x", entries: [["1"], ["2"], ["-1"]]),
    ],
    left: [["4", "-2", "7"], ["0", "12", "3"]], right: [["4", "-2", "9"], ["0", "12", "3"]])

  // MARK: Claims

  static let claims = [
    CheckedClaim(
      location: at(12, 20), block: "ica", kind: .gradient, of: "F", wrt: "W",
      claimed: "2*W*(W'*W*x - x)*x' + 2*(W*x)*(W'*W*x - x)'",
      derived: "2*W*(W'*W*x - x)*x' + 2*W*x*(W'*W*x - x)'",
      derivedTeX: "2W(W^TWx - x)x^T + 2Wx(W^TWx - x)^T", origin: at(9),
      judgement: Judgement(.proved, method: .normalForm, conditions: ["gamma > 0"])),
    CheckedClaim(
      location: at(13, 1), block: "ica", kind: .identity, of: "norm2(W*x)^2",
      claimed: "norm2(W*x)^2", derived: "tr(x'*W'*W*x)",
      derivedTeX: #"\operatorname{tr}(x^TW^TWx)"#,
      judgement: Judgement(
        .verified, method: .exact, bound: "a false accept has probability below 2⁻¹¹⁸", points: 12)),
    CheckedClaim(
      location: at(14, 20), block: "ica", kind: .gradient, of: "F", wrt: "W",
      claimed: "2*W*(W'*W*x - x)*x'", derived: "2*W*(W'*W*x - x)*x' + 2*W*x*(W'*W*x - x)'",
      derivedTeX: "2W(W^TWx - x)x^T + 2Wx(W^TWx - x)^T", origin: at(9),
      judgement: Judgement(
        .refuted, method: .exact, points: 1, witness: witness,
        cause: Cause(
          text: "the weight W is tied, and only one of its two instances is counted",
          corrected: "2*W*(W'*W*x - x)*x' + 2*W*x*(W'*W*x - x)'"))),
    CheckedClaim(
      location: at(15, 28), block: "ica", kind: .gradient, of: "F", wrt: "W", expected: .refuted,
      reason: "Wᵀ stands where W belongs",
      claimed: "2*W'*(W'*W*x - x)*x' + 2*(W*x)*(W'*W*x - x)'",
      derived: "2*W*(W'*W*x - x)*x' + 2*W*x*(W'*W*x - x)'", origin: at(9),
      judgement: Judgement(
        .refuted, method: .shapes,
        witness: Witness(
          shapes: [.init(name: "k", count: 2), .init(name: "n", count: 3)], values: [], left: [],
          right: [], remark: "W'*(W'*W*x - x) has shapes (3×2)·(3×1)"),
        cause: Cause(text: "W' where W belongs; with W the claim is proved"))),
    CheckedClaim(
      location: at(16), block: "ica", kind: .identity, of: "sum(abs(x))", claimed: "norm1(x)",
      derived: "sum(abs(x))",
      judgement: Judgement(
        .undecided, tried: ["normal forms differ", "balls of 256 bits overlap at 40 points"])),
    CheckedClaim(
      location: at(17, 5), block: "ica", kind: .identity, of: "x", claimed: "x @ y",
      judgement: Judgement(.unreadable),
      trouble: Diagnostic(
        .syntax, "`@` is no operator", at: at(17, 7), hint: "write * for the matrix product")),
    CheckedClaim(
      location: at(18), block: "ica", kind: .identity, of: "x", expected: .refuted,
      claimed: "x + 0", derived: "x", judgement: Judgement(.proved, method: .normalForm)),
  ]

  static let statements: [StatementResult] = {
    let formulas = [
      #"\nabla_W F = 2W(W^TWx - x)x^T + 2Wx(W^TWx - x)^T"#,
      #"\lVert Wx \rVert_2^2 = \operatorname{tr}(x^TW^TWx)"#,
      #"\nabla_W F = 2W(W^TWx - x)x^T"#,
      #"\nabla_W F = 2W^T(W^TWx - x)x^T + 2Wx(W^TWx - x)^T"#,
      #"\sum |x| = \lVert x \rVert_1"#, #"\text{x @ y}"#, "x = x + 0",
    ]
    func statement(_ content: StatementResult.Content, _ line: Int) -> StatementResult {
      StatementResult(source: "", location: at(line), content: content)
    }
    return [
      statement(.declaration(Shown(text: "W : (k, n)", tex: #"W \in \mathbb{R}^{k \times n}"#)), 6),
      statement(.declaration(Shown(text: "x : (n, m)", tex: #"x \in \mathbb{R}^{n \times m}"#)), 7),
      statement(
        .definition(
          Shown(text: "F = norm2(W'*W*x - x)^2", tex: #"F = \lVert W^TWx - x \rVert_2^2"#)), 9),
      statement(.network([network]), 10), statement(.deltas([deltas]), 11),
      statement(.derivative(derivative), 12),
    ]
      + formulas.enumerated().map { index, tex in
        statement(.claim(index: index, statement: Shown(text: tex, tex: tex)), 12 + index)
      }
      + [
        statement(.network([deep]), 19),
        statement(
          .trouble(
            Diagnostic(
              .unknownFunction, "unknown function `sigmod`", at: at(20, 5),
              hint: "did you mean sigmoid?", notes: [.init("in", "F = sum(sigmod(x))")])), 20),
      ]
  }()

  // MARK: Pages

  static let markdown = #"""
    ---
    title: Reconstruction cost of ICA
    description: A tied weight, derived and checked.
    ---

    # Reconstruction cost of ICA

    The cost $\lVert W^T W x - x \rVert_2^2$ uses $W$ twice: see [the start](index.md) and
    [the deltas](#deltas). Its gradient is `= gradient F wrt W`, with $f'(z) = 2z$, $-x$ and $(-x)$.

    ```derive ica
    F = norm2(W'*W*x - x)^2
    ```

    ## Deltas

    | Layer | Derivative | Delta |
    |---|---|---|
    | 4 | $2z$ | $f'(z)$ |
    | 3 | $1$ | $(I^T \delta^{(4)}) \bullet 1$ |

    As a chain:

    $$
    \begin{aligned} \nabla_W F &= \delta^{(2)} (a^{(1)})^T \\ &= 2W(W^TWx - x)x^T \end{aligned}
    $$

    > A quotation with `code`, and a footnote.[^1]

    ### In one line

    A line with $$J(z) = \sum_k z_k^2$$ in its middle, and a [link](https://example.org).

    ```python
    print("hello <world>")
    ```

    - [x] a task that is done
    - an item

    [^1]: The note.
    """#

  /// The page of all figures, with its claims also in a formula, a table and a code span.
  static func page() throws -> SitePage {
    let page = try Page(path: path, bytes: Array(markdown.utf8))
    var result = PageResult(path: path)
    result.claims = claims
    for (index, piece) in page.pieces.enumerated() {
      switch piece.kind {
      case .fence(let fence) where fence.word == "derive": result.blocks[index] = statements
      case .formula(let formula) where formula.isDisplay && formula.tex.text.contains("aligned"):
        result.claimsOfPiece[index] = [0, 1]
      case .table:
        result.claimsOfCell[index] = [.init(row: 0, column: 2): 0, .init(row: 1, column: 2): 2]
      case .code(let code) where code.text.hasPrefix("="):
        result.inserted[index] = Shown(text: "2*W*x", tex: "2Wx(W^TWx - x)^T")
      default: break
      }
    }
    return SitePage(source: "ica.md", page: page, result: result)
  }

  /// A page of plain Markdown.
  static func page(_ source: String, _ markdown: String) throws -> SitePage {
    let page = try Page(path: "content/" + source, bytes: Array(markdown.utf8))
    return SitePage(source: source, page: page, result: PageResult(path: page.path))
  }

  static func pages() throws -> [SitePage] {
    [
      try page("index.md", "# Home\n\nWelcome. Start with [ICA](ica.md#deltas).\n"),
      try page(),
      try page("guide/index.md", "---\ntitle: Guide\norder: 2\n---\n\nText.\n"),
      try page(
        "guide/writing-pages.md", "# Writing pages\n\n![a](../logo.svg) [up](../index.md)\n"),
    ]
  }
}
