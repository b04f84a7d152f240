import Diagnostics
import Testing

@testable import Notation

@Suite struct LaTeXMacroTests {
  private static let site = TeXMacros([
    #"\tran"#: #"{#1}^{\top}"#, #"\X"#: "X", #"\pd"#: #"\frac{\partial #1}{\partial #2}"#,
    #"\loop"#: #"x + \loop"#, #"\twice"#: "#1#1", #"\two"#: "2",
  ])

  private func dump(_ tex: String, _ macros: TeXMacros = site) -> String {
    let names = LaTeXNames(macros: macros) { LaTeXFixture.names.meaning($0) }
    return LaTeXFixture.dump(tex, names)
  }

  @Test(arguments: [
    // Macros of the site.
    (#"\tran{\X} A"#, "formula ((' X) A)"),
    (#"\tran{A B} = \tran B\tran A"#, "formula (' (A B)) = ((' B) (' A))"),
    (#"\pd{E}{W} = \X"#, "gradient of E by W = X"),
    (#"\pd EW = \X"#, "gradient of E by W = X"),
    // Definitions in the display itself, in every form.
    (#"\newcommand{\a}{A}\a x = b"#, "formula (A x) = b"),
    (#"\newcommand\a{A} \a x = b"#, "formula (A x) = b"),
    (#"\newcommand*{\a}[1]{A #1} \a{x} = b"#, "formula (A x) = b"),
    (#"\newcommand{\a}[2][A]{#1 #2} \a{x} = \a[B]{y}"#, "formula (A x) = (B y)"),
    (#"\renewcommand{\vec}[1]{\mathbf{#1}} A\vec{x} = b"#, "formula (A x) = b"),
    (#"\def\a#1#2{#2#1} \a{x}{A} = b"#, "formula (A x) = b"),
    (#"\DeclareMathOperator{\spur}{tr} \spur(A) = \spur A^T"#, "formula tr(A) = tr((' A))"),
    (#"\DeclareMathOperator*{\spur}{tr} \spur(A) = s"#, "formula tr(A) = s"),
    (#"\let\a\alpha \let\b=A \b x = s"#, "formula (A x) = s"),
    // What a macro is called, and what it holds.
    (#"\def\bm{A} \bm x = b"#, "formula (A x) = b"),
    (#"\def\quad{A} \quad x = b"#, "formula (A x) = b"),
    (#"\def\norm#1{\left\|#1\right\|_2} \norm{x}^2 = s"#, "formula (^ norm2(x) 2) = s"),
    (#"\def\r{\text{reg}} \r = s"#, "reg = s"),
    (#"\def\n{12} \n x = b"#, "formula (12 x) = b"),
    (#"\two3 x = b"#, "formula (23 x) = b"),
    (#"\twice{3} x = b"#, "formula (33 x) = b"),
    (#"\def\q{reg} \q = s"#, "reg = s"),
    (#"\def\all#1{\begin{align} #1 \end{align}} \all{A x &= b \\ &= y}"#, "formula (A x) = b = y"),
    (#"\def\a{\b}\def\b{A} \a x = b"#, "formula (A x) = b"),
    (#"\def\a{A}\a x = b,\quad \def\a{B}\a x = b"#, "formula (A x) = b; formula (B x) = b"),
    // Mistakes stand where the macro is used.
    (
      #"A x + \loop = b"#,
      #"too-deep 1:7-12 the macro \loop uses macros more than 64 deep | define it without itself"#
    ),
    (
      #"\def\a{\a\a} A\a"#,
      #"too-deep 1:15-17 the macro \a uses macros more than 64 deep | define it without itself"#
    ),
    (
      #"\def\a{\foo} A + \a x"#,
      #"unreadable 1:18-20 \foo is not understood | say what it stands for: notation \foo = …"#
    ),
    (#"A + \pd{E}"#, #"unreadable 1:5-8 the macro \pd takes 2 arguments | write \pd{…}{…}"#),
    (#"A + \tran"#, #"unreadable 1:5-10 the macro \tran takes 1 argument | write \tran{…}"#),
    (
      #"\newcommand A"#,
      #"unreadable 1:1-12 this definition of a macro cannot be read | write it as in \newcommand{\R}{\mathbb{R}}"#
    ),
    (
      #"\def\a[#1]{A} x"#,
      #"unreadable 1:1-5 this definition of a macro cannot be read | write it as in \newcommand{\R}{\mathbb{R}}"#
    ),
    (
      #"\def\a{\def\b{A}} \a x"#,
      #"unreadable 1:19-21 this definition of a macro cannot be read | write it as in \newcommand{\R}{\mathbb{R}}"#
    ),
  ])
  func macrosAreExpandedWhereTheyAreUsed(_ tex: String, _ expected: String) {
    #expect(dump(tex) == expected)
  }

  @Test func macrosThatGrowWithoutBoundAreRefused() {
    let tex = #"\def\d#1{#1#1#1#1#1#1#1#1#1#1} \d{\d{\d{\d{\d{\d{x}}}}}}"#
    #expect(
      dump(tex)
        == #"too-large 1:32-57 macros make more than 100000 symbols of this formula | define an inner part by a name of its own"#
    )
  }

  @Test(arguments: [
    (
      #"\newcommand{\a}[1]{A#1} \a x"#, [#"\a"#: "A#1"], #"                        \a x"#, false
    ),
    (#"\def\a{A}"#, [#"\a"#: "A"], "         ", true),
    (#"\DeclareMathOperator{\s}{sp}"#, [#"\s"#: #"\operatorname{sp}"#], "", true),
    ("A x", [:], "A x", false),
    ("", [:], "", false),
    (#"\newcommand\a"#, [:], #"\newcommand\a"#, false),
  ])
  func definitionsAreTakenOutOfAFormula(
    _ tex: String, _ expansions: [String: String], _ rest: String, _ isAll: Bool
  ) {
    var macros = TeXMacros()
    let taken = macros.take(from: SourceText(path: "page.md", text: tex))
    #expect(taken.expansions == expansions)
    #expect(taken.rest.utf8.count == tex.utf8.count)
    #expect(taken.rest.hasPrefix(rest))
    #expect(taken.isAll == isAll)
  }

  @Test func declaredSpellingsMayUseMacros() throws {
    var names = LaTeXNames(macros: TeXMacros([#"\w"#: #"\mathbf{w}"#])) { _ in nil }
    try names.define(SourceText(path: "", text: #"\w_0"#), as: Syntax(.name("start"), range: 0..<0))
    #expect(LaTeXFixture.dump(#"A = \mathbf{w}_0 + \w_0"#, names) == "A = (+ start start)")
  }
}
