import Derivations
import Diagnostics
import Pages
import Testing

@testable import Site

@Suite struct LanguageTests {
  private static let built = Result {
    try BuiltSite([
      "index.md": "# Home\n\n[start](start.md)\n", "start.md": "# Start\n", "only.md": "# Only\n",
      "zh/index.md": "# 首页\n\n[开始](start.md)\n", "zh/start.md": "# 开始\n",
    ]) {
      $0.languages = ["en", "zh"]
      $0.baseURL = "https://example.org/"
    }
  }

  private func site() throws -> BuiltSite { try Self.built.get() }

  @Test func pageSaysItsLanguageAndSpeaksIt() throws {
    let page = try site().text("zh/start.html")
    #expect(page.contains(#"<html lang="zh">"#))
    #expect(page.contains("跳到正文"))
    #expect(!page.contains("Skip to the text"))
  }

  /// What derivations say is in the language of the page; what is not is marked as English.
  @Test(arguments: [
    (
      "de",
      ["Schicht", ">bewiesen<", "Das Netz von", "<dt>Behauptet in<dd>", "1 Behauptung auf"]
    ),
    (
      "fr", ["Couche", ">démontré<", "Le réseau de", "<dt>Affirmé à<dd>", "1 affirmation de"]
    ),
    ("zh", ["层", ">已证明<", "网络：", "<dt>论断位置<dd>", "条论断"]),
    ("en", ["Layer", ">proved<", "The network of", "<dt>Claimed in<dd>", "1 claim on"]),
  ])
  func derivationsSpeakTheLanguageOfTheirPage(_ language: String, _ words: [String]) throws {
    let text = """
      ```derive
      W : (k, n)
      x : (n, m)
      F = norm2(W*x)^2
      network F
      gradient F wrt W = 2*W*x*x'
      ```
      """
    let page = try Page(path: "content/a.md", bytes: Array(text.utf8))
    var configuration = Configuration()
    configuration.languages = [language]
    let built = try SiteBuilder(
      configuration,
      pages: [SitePage(source: "a.md", page: page, result: PageChecker.check(page))], files: []
    ).site()
    let file = try #require(built.files.first { $0.path == "a.html" })
    let html = String(decoding: file.bytes, as: UTF8.self)
    for word in words { #expect(html.contains(word), "\(word)") }
    #expect(html.contains("<p>The normal forms") == (language == "en"))
  }

  @Test func everyLanguageHasTheSameWordsOfDerivations() {
    let keys = Phrases.derivationWords.values.map { Set($0.keys) }
    #expect(Set(keys).count == 1)
    #expect(keys.first?.isSuperset(of: Origin.allWords) == true)
  }

  /// Conditions, notes and where shares of gradients come from are sentences of few forms.
  @Test(arguments: [
    (
      "de", "Wo ", "</math> invertierbar", "kein Eintrag von <math>",
      #"<span class="origin">das Gewicht von Schicht 1</span>"#
    ),
    (
      "fr", "Où ", "</math> inversible", "</math> n’est nul",
      #"<span class="origin">le poids de la couche 1</span>"#
    ),
    (
      "zh", "条件： ", "</math> 可逆", "</math> 的元素均不为 0",
      #"<span class="origin">第 1 层的权重</span>"#
    ),
    (
      "sv", "Where ", "</math> invertible</span>", #"<span lang="en">no entry of <math>"#,
      #"<span class="origin" lang="en">the weight of layer 1</span>"#
    ),
  ])
  func sentencesAreInTheLanguageOfThePage(
    _ language: String, _ start: String, _ invertible: String, _ entry: String, _ origin: String
  ) throws {
    let text = """
      ```derive
      A : (n, n)
      W : (n, n)
      x : (n)
      F = sum(inv(A)*abs(x))
      R = norm2(W'*tanh(W*x) - x)^2
      gradient F wrt x
      network R
      gradient R wrt W
      ```
      """
    let page = try Page(path: "content/a.md", bytes: Array(text.utf8))
    let site = SitePage(source: "a.md", page: page, result: PageChecker.check(page))
    var configuration = Configuration()
    configuration.languages = [language]
    let built = BuiltSite(try SiteBuilder(configuration, pages: [site], files: []).site())
    let html = try built.text("a.html")
    for part in [start, invertible, entry, origin] { #expect(html.contains(part), "\(part)") }
  }

  @Test func sentencesOfConditionsAreKnownInEveryLanguage() {
    for (language, sentences) in Sentence.translations {
      let missing = Set(ConditionWording.forms).subtracting(sentences.keys)
      #expect(missing.isEmpty, "\(language)")
      #expect(Set(sentences.keys) == Set(Sentence.translations["de", default: [:]].keys))
      for (form, own) in sentences {
        for slot in 1...8 {
          #expect(form.contains("{\(slot)}") == own.contains("{\(slot)}"), "\(own)")
        }
      }
    }
  }

  /// Causes are clauses of few forms, each known by itself.
  @Test(arguments: [
    ("de", "wo <math>", " hingehört; mit <math>", " ist die Behauptung bewiesen"),
    ("fr", "à la place de <math>", " ; avec <math>", ", l’affirmation est démontrée"),
    ("zh", "应为 <math>", "；改为 <math>", " 后，论断已证明"),
    ("sv", #"<span lang="en"><math>"#, " belongs; with <math>", " the claim is proved</span>"),
  ])
  func causesAreInTheLanguageOfThePage(
    _ language: String, _ fault: String, _ remedy: String, _ end: String
  ) throws {
    let html = try site(
      of: "W : (k, n)\nx : (n, m)\nF = norm2(W*x)^2\ngradient F wrt W = 2*W*x*x", in: language)
    for part in [fault, remedy, end] { #expect(html.contains(part), "\(part)") }
  }

  @Test(arguments: ["de", "fr", "zh"])
  func rulesOfDerivationsAreInTheLanguageOfThePage(_ language: String) throws {
    let functions = [
      "sum(X*B)", "tr(inv(X)*B)", "det(X)", "logdet(X)", "sum(adj(X)*B)", "sum(pinv(X)*B)",
      "sum(kron(X, B))", "tr(expm(X))", "sum(logm(X)*b)", "sum(softmax(X*b).^2)", "norm2(X)",
      "sum(logsoftmax(X*b).*b)", "logsumexp(X*b)", "prod(X*b)", "max(X*b)", "sum(min(X*b, b))",
      "norminf(X)", "norm1(X)", "mean(X*b)", "inner(X, B)", "kl(b, X*b)", "sum(cov(X))",
      "sum(solve(X, B))", "tr(X^3)", "sum(X.^p)", "sum(b.^(X*b))", "s*tr(X)", "sum(diag(X).*b)",
      "sum(tril(X)*b)", "sum([X B]*[b;b])", "sum(X(1:2,:)*b)", "sum(vec(X).^2)", "norm2(X')^2",
      "sum(tanh(X.*B))", "sum(hardmax(X*b).*(X*b))",
    ]
    let given = "X : (n, n)\nB : (n, n)\nb : (n) > 0\ns : scalar\np : scalar\nassume n >= 2\n"
    let statements = functions.enumerated().map { number, text in
      "F\(number) = \(text)\nsteps F\(number) wrt X\nsteps derivative F\(number) wrt X along B\n"
    }
    let html = try site(
      of: given + statements.joined() + "S : (n, n) symmetric\nG = norm2(S*b)^2\nsteps G wrt S\n"
        + "Y = X*b\nsteps jacobian Y wrt b\nsteps hessian G wrt b\n", in: language)
    #expect(html.ranges(of: #"<p class="rule">"#).count > 200)
    let english = html.matches(of: #/<p class="rule" lang="en">(.*?)<cite/#).map { String($0.1) }
    #expect(english.isEmpty)
  }

  private func site(of statements: String, in language: String) throws -> String {
    let page = try Page(
      path: "content/a.md", bytes: Array("```derive\n\(statements)\n```\n".utf8))
    let site = SitePage(source: "a.md", page: page, result: PageChecker.check(page))
    var configuration = Configuration()
    configuration.languages = [language]
    return try BuiltSite(SiteBuilder(configuration, pages: [site], files: []).site()).text("a.html")
  }

  @Test func translatedPagesLeadToEachOther() throws {
    let links = try site().part(of: "start.html", from: "aria-label=\"Languages\">", to: "</nav>")
    #expect(
      links.contains(#"<a href="start.html" lang="en" hreflang="en" aria-current="true">English"#))
    #expect(links.contains(#"<a href="zh/start.html" lang="zh" hreflang="zh">中文"#))
    let head = try site().part(of: "zh/start.html", from: "<head>", to: "</head>")
    #expect(head.contains(#"hreflang="en" href="https://example.org/start.html""#))
    #expect(head.contains(#"hreflang="zh" href="https://example.org/zh/start.html""#))
  }

  @Test func pageWithoutTranslationHasNoSwitchAndIsMarkedInTheOtherTree() throws {
    let site = try site()
    #expect(!(try site.text("only.html")).contains("aria-label=\"Languages\""))
    let tree = try site.part(of: "zh/start.html", from: "id=\"siteNavigation\"", to: "</nav>")
    #expect(
      tree.contains(
        #"<a href="../only.html" lang="en" hreflang="en">Only</a> <span class="untranslated">尚未翻译"#)
    )
    #expect(tree.contains(#"<a href="start.html" aria-current="page">开始</a>"#))
    #expect(!tree.contains("Home"))
  }

  @Test(arguments: [
    ("de", "Satz 1 (Ring).", "Tipp", "Satz 1"),
    ("fr-CA", "Théorème 1 (Ring).", "Astuce", "Théorème 1"),
    ("zh", "定理 1 (Ring).", "提示", "定理 1"), ("sv", "Theorem 1 (Ring).", "Tip", "Theorem 1"),
  ])
  func kindsAreNamedInTheLanguageOfThePage(
    _ language: String, _ theorem: String, _ tip: String, _ reference: String
  ) throws {
    let site = try BuiltSite([
      "a.md": """
      # A

      <!-- label: thm-a -->
      > **Theorem (Ring).** Yes.

      > [!TIP]
      > See @thm-a.
      """
    ]) { $0.languages = [language] }
    let page = try site.text("a.html").replacing("<strong class=\"callout-title\">", with: "")
    #expect(page.contains(theorem))
    #expect(page.contains(tip + "</strong>"))
    #expect(page.contains(">\(reference)</a>"))
  }

  @Test func treeOfTheOwnLanguageHoldsNoOther() throws {
    let tree = try site().part(of: "index.html", from: "id=\"siteNavigation\"", to: "</nav>")
    #expect(!tree.contains("zh/"))
    #expect(tree.contains("Only"))
  }

  @Test(arguments: [("zh-Hant", "下一页"), ("de-AT", "Weiter"), ("xx", "Next")])
  func phrasesFallBackToTheLanguageAndThenToEnglish(_ tag: String, _ next: String) {
    #expect(Phrases(language: tag)["next"] == next)
  }

  @Test(arguments: ["en", "zh", "de", "fr"])
  func everyLanguageHasEveryPhrase(_ tag: String) {
    let phrases = Phrases(language: tag).words
    #expect(phrases.keys.sorted() == Phrases(language: "en").words.keys.sorted())
    #expect(tag == "en" || phrases.count { $1 == Phrases(language: "en")[$0] } <= 3)
  }

  @Test func rightToLeftIsSaid() throws {
    let site = try BuiltSite(["index.md": "# بيت\n"]) { $0.languages = ["ar"] }
    #expect(try site.text("index.html").contains(#"<html lang="ar" dir="rtl">"#))
  }

  @Test func translationStandsWhereItsOriginalDoes() throws {
    let site = try BuiltSite([
      "b.md": "---\norder: 1\n---\n# B\n", "a.md": "---\norder: 2\n---\n# A\n",
      "zh/a.md": "# 甲\n", "zh/b.md": "# 乙\n",
    ]) { $0.languages = ["en", "zh"] }
    let links = try site.part(of: "zh/a.html", from: #"id="siteNavigation""#, to: "</nav>")
    let (first, second) = (links.firstRange(of: "乙"), links.firstRange(of: "甲"))
    #expect(try #require(first).lowerBound < #require(second).lowerBound)
  }
}
