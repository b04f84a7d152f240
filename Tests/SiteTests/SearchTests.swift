import Derivations
import Diagnostics
import Foundation
import Pages
import Script
import Testing

@testable import Site

/// The search as the reader's browser runs it, on the index that a build writes.
@Suite struct SearchTests {
  private static let pages = [
    (
      "penalty.md",
      """
      # A topographic penalty

      One row of $V$ for each group.

      ## Where it comes from

      $$P = \\sum \\sqrt{V(s \\bullet s) + \\epsilon}$$

      The penalty rewards neighbours; the base_url is N/A.
      """
    ),
    (
      "tied.md",
      """
      # Tied weights

      ## Cost & price

      $$R = \\lVert W^T W x - x \\rVert_2^2 + \\log\\det(C)$$

      Independent components of the data are learned where ties are kept; 主成分分析 as well.

      ## Gradient

      Die Größe.

      $$\\nabla_W R = 2W(W^TWx - x)x^T + 2(Wx)(W^TWx - x)^T$$
      """
    ),
  ]

  private func sections() throws -> [SearchSection] {
    let pages = try Self.pages.map { try Sample.page($0.0, $0.1) }
    var faults: [Diagnostic] = []
    let theme = try Theme([], faults: &faults)
    let plan = SitePlan(Configuration(), pages: pages, assets: [], theme: theme)
    let renderer = try PageRenderer(plan)
    return pages.flatMap { renderer.render($0).sections }
  }

  /// A host in which `ask(question)` gives the anchors that are found, best first.
  private func searcher(_ sections: [SearchSection]) throws -> ScriptHost {
    let files = try SearchIndex.files(sections)
    let host = ScriptHost()
    for path in ["vendor/lunr/lunr.min.js", "docgen-index.js"] {
      let file = try #require(files.first { $0.path == path })
      try host.run(
        "var written, docgenSearch = { index: function (read) { written = read; } };", name: "test")
      try host.run(String(decoding: file.bytes, as: UTF8.self), name: path)
    }
    try host.run(SearchIndex.terms + SearchIndex.query, name: "search")
    try host.run(
      """
      var terms = docgenTerms(), data = docgenSections(terms, written), find = docgenQuery(terms, lunr, data);
      function ask(text, language) {
        return find(text, language).map(function (hit) { return data.pages[hit.section[0]][0] + "#" + hit.section[1]; }).join(" ");
      }
      function signs(text) { return terms.bare(terms.tokens(text)).join(" "); }
      function shown(text) { return terms.shown(terms.tokens(text)); }
      // What lunr's own builder makes of the same sections.
      function builtByLunr() {
        lunr.tokenizer.docgen = function (text) {
          return terms.split(text).map(function (word) { return new lunr.Token(word, {}); });
        };
        var builder = new lunr.Builder(), seen = {};
        builder.tokenizer = lunr.tokenizer.docgen;
        builder.pipeline.add(lunr.stopWordFilter, lunr.stemmer);
        builder.searchPipeline.add(lunr.stemmer);
        builder.field("title", { boost: 8 });
        builder.field("text");
        data.sections.forEach(function (section, id) {
          var page = data.pages[section[0]][1], named = seen[section[0]] ? "" : page + " ";
          seen[section[0]] = true;
          builder.add({ id: id, title: section[2] === page ? page : named + section[2], text: section[3] });
        });
        return builder.build();
      }
      function same() {
        return JSON.stringify(docgenIndex(terms, lunr, data)) === JSON.stringify(builtByLunr());
      }
      function text(id) { return data.sections[id][3]; }
      function formulas(id) { return data.sections[id][4].join("|"); }
      """, name: "test")
    return host
  }

  @Test func pagesOfTheReadersLanguageComeFirst() throws {
    let sections = ["a.html", "de/a.html"].map { page in
      SearchSection(
        page: page, pageTitle: "Norm", anchor: "", title: ["Norm"], parts: ["Norm"],
        language: page.hasPrefix("de") ? "de" : nil)
    }
    let host = try searcher(sections)
    #expect(try host.call("ask", ["Norm"]) == "a.html# de/a.html#")
    #expect(try host.call("ask", ["Norm", "de"]) == "de/a.html# a.html#")
  }

  @Test(arguments: [
    ("where is V used", "penalty.html#where-it-comes-from penalty.html#"),
    ("‖W'Wx−x‖²", "tied.html#cost--price"),
    ("norm2(W'*W*x - x)^2", "tied.html#cost--price"),
    (#"\lVert W^\top W x - x \rVert^2"#, "tied.html#cost--price"),
    ("where is epsilon used?", "penalty.html#where-it-comes-from"),
    ("neighbour", "penalty.html#where-it-comes-from"), ("componants", "tied.html#cost--price"),
    ("成分", "tied.html#cost--price"), ("gradient of R", "tied.html#gradient tied.html#cost--price"),
    ("price", "tied.html#cost--price"), ("nothing-of-it", ""), ("", ""), ("(", ""), ("\\", ""),
    ("constructor", ""), ("Q", ""), ("where is `V` used", "penalty.html#where-it-comes-from"),
    ("base_url", "penalty.html#where-it-comes-from"), ("N/A", "penalty.html#where-it-comes-from"),
    ("logdet(C)", "tied.html#cost--price"), ("Grosse", "tied.html#gradient"),
    ("tied", "tied.html# tied.html#cost--price"), ("nabla", "tied.html#gradient"),
    ("Tied weights", "tied.html#"), ("penalty", "penalty.html#"),
    ("V * s", "penalty.html#where-it-comes-from"),
    ("Wx - x", "tied.html#cost--price tied.html#gradient"), ("W x−x", "tied.html#cost--price"),
  ])
  func questionFindsItsSection(question: String, found: String) throws {
    let host = try searcher(sections())
    let hits = try host.call("ask", [.string(question)])
    #expect(hits.hasPrefix(found) && (!found.isEmpty || hits.isEmpty), "\(question): \(hits)")
  }

  @Test(arguments: [
    (["W'*W*x", "W^T W x", "W'Wx", #"W^{\top} (Wx)"#, "WᵀWx", "W^T*W*x"], "W ᵀ W x"),
    (["V.*s", #"V \bullet s"#, #"V\odot s"#, "V ⊙ s"], "V ⊙ s"),
    (["norm2(x)^2", #"\|x\|_2^2"#, "‖x‖₂²", "||x||^2"], "‖ x ‖ ^ 2"),
    (["‖x‖₁", #"\|x\|_{1}"#, #"\lVert x \rVert"#], "‖ x ‖"), (["f'(z)", "f′(z)"], "f ′ z"),
    (["ŷ", #"\hat{y}"#, "y\u{302}"], "ŷ"), (["gamma/2", #"\frac{\gamma}{2}"#, "γ/2"], "γ / 2"),
    (["tanh(W*x + b)", #"\tanh(Wx + b)"#, #"\operatorname{tanh}(Wx+b)"#], "tanh W x + b"),
  ])
  func spellingsOfAFormulaHaveTheSameSigns(spellings: [String], signs: String) throws {
    let host = try searcher([])
    for spelling in spellings {
      #expect(try host.call("signs", [.string(spelling)]) == signs, "\(spelling)")
    }
  }

  @Test(arguments: [
    (#"\lVert W^TWx - x \rVert_2^2"#, "‖WᵀWx − x‖₂²"),
    (#"\delta^{(3)} (a^{(2)})^T"#, "δ^(3)(a^(2))ᵀ"),
    (#"f'(z) = 2z"#, "f′(z) = 2z"), (#"A \in \mathbb{R}^{m \times n}"#, "A ∈ ℝ^(m×n)"),
    (#"A \subset B"#, "A ⊂ B"), (#"\iint f(x, y)"#, "∬f(x, y)"), ("V -> A*V", "V → AV"),
    (#"\tanh'(z)"#, "tanh′(z)"), (#"y = -\exp(-x)"#, "y = −exp(−x)"),
    (#"\sqrt{V(s \bullet s) + \epsilon}"#, "√(V(s⊙s) + ε)"), (#"\sqrt[3]{x}"#, "x^(1/3)"),
    (#"\hat y - \bar{x}"#, "ŷ − x̄"), (#"\overline{AB}"#, "overline(AB)"), ("f'", "f′"),
    (#"\|x\|_1"#, "‖x‖₁"), (#"a \bmod b"#, "a mod b"), (#"a \equiv b \pmod{n}"#, "a ≡ b mod n"),
    (#"\{x\}"#, "{x}"), (#"a \not= b"#, "a ≠ b"), (#"\binom{n}{k}"#, "binom(n, k)"),
    (#"\frac{(a+b)(c+d)}{2}"#, "((a + b)(c + d))/2"), (#"x \in [0, 1]"#, "x ∈ [0, 1]"),
    (#"\begin{bmatrix} a & b \\ c & d \end{bmatrix}"#, "[a, b; c, d]"),
    (#"\begin{cases} x & x > 0 \\[2pt] 0 \end{cases}"#, "{x, x > 0; 0}"),
  ])
  func formulasAreShownInPlainText(tex: String, text: String) throws {
    #expect(try searcher([]).call("shown", [.string(tex)]) == text)
  }

  @Test(arguments: [
    (#"W \in \R^n"#, #"W \in {\mathbb{R}}^n"#), (#"\Rho + \R"#, #"\Rho + {\mathbb{R}}"#),
    (#"\vect{x}"#, #"{\mathbf{{x}}}"#), ("x", "x"), (#"\R\R"#, #"{\mathbb{R}}{\mathbb{R}}"#),
    (#"\vect \R"#, #"{\mathbf{{{\mathbb{R}}}}}"#), (#"\vect"#, #"{\mathbf{{}}}"#),
    (#"\twice"#, #"\twice"#),
  ])
  func macrosAreWrittenOutForTheSearch(_ tex: String, _ expanded: String) {
    let macros = MacroText([#"\R"#: #"\mathbb{R}"#, #"\vect"#: #"\mathbf{#1}"#])
    #expect(macros.expanded(tex) == expanded)
  }

  @Test func exactWordsComeFirstTitlesBeforeTextsAndLowPagesLast() throws {
    let texts = [
      ("low", "Cost", "cost"), ("near", "Near", "it costs and costs"),
      ("text", "Text", "a cost of it"), ("title", "Cost", "x"),
    ]
    let sections = texts.map { page, title, text in
      SearchSection(
        page: page, pageTitle: title, anchor: "", title: [title], parts: [text],
        isLow: page == "low")
    }
    let hits = try searcher(sections).call("ask", ["cost"])
    #expect(hits == "title# text# near# low#")
  }

  @Test func indexIsThatOfLunrsBuilder() throws {
    #expect(try searcher(sections()).call("same", []) == "true")
  }

  /// Texts with words once and again, few and many, short and longer than any word, and odd gaps.
  private static let texts: [String] = [
    "", "a", "...", "one two, two  one", "\"quoted\" \\ back", "é — ünïcode 主成分分析主成分分析",
    String(repeating: "x", count: 30) + " " + String(repeating: "y", count: 9000), "- 1 -",
    (0..<6000).map { "w\($0) w\($0) w\($0 % 50)" }.joined(separator: " "), "🙂 a🙂b",
  ]

  @Test func textsComeBackAsTheyWere() throws {
    let sections = Self.texts.map {
      SearchSection(page: "p", pageTitle: "P", anchor: "", title: ["T"], parts: [$0, "x_1", "end"])
    }
    let host = try searcher(sections)
    for (id, text) in Self.texts.enumerated() {
      let plain = text.replacing("  ", with: " ")
      #expect(
        try host.call("text", [.number(Double(id))]) == (plain.isEmpty ? "" : plain + " ")
          + "x₁ end")
      #expect(try host.call("formulas", [.number(Double(id))]) == "x _ 1")
    }
    #expect(try host.call("same", []) == "true")
  }

  @Test func sectionsHoldTextAndFormulas() throws {
    let sections = try sections()
    #expect(
      sections.map { $0.title.joined() } == [
        "A topographic penalty", "Where it comes from", "Tied weights", "Cost & price",
        "Gradient",
      ])
    #expect(sections[0].parts == ["\n One row of ", "V", " for each group. \n"])
  }

  @Test func indexGrowsWithTheSections() throws {
    func bytes(_ count: Int) throws -> Int {
      let sections = (0..<count).map { number in
        SearchSection(
          page: "p\(number).html", pageTitle: "Page \(number)", anchor: "s", title: ["Section"],
          parts: ["some words that every page has and the word w\(number)", "x_{\(number)}", ""])
      }
      return try SearchIndex.files(sections)[0].bytes.count
    }
    let (small, large) = (try bytes(100), try bytes(400))
    #expect(Double(large) < 4.5 * Double(small))
  }
}
