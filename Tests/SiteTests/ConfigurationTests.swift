import Derivations
import Diagnostics
import Foundation
import Pages
import Proof
import Testing

@testable import Site

@Suite struct ConfigurationTests {
  @Test(arguments: [
    ("dates: maybe\ntitle: T\n", "T", false), ("macro: {}\ntitle: T\n", "T", true),
    ("title: T\nlayout: x\n", "T", true), ("a: [\n", "Documentation", true),
    ("title: T\n", "T", false),
  ])
  func mistakesLeaveTheOtherSettings(_ yaml: String, _ title: String, _ lacksSettings: Bool) {
    var faults: [Diagnostic] = []
    let configuration = Configuration(yaml: yaml, path: "docgen.yml", faults: &faults)
    #expect(configuration.title == title)
    #expect(configuration.lacksSettings == lacksSettings)
    #expect(faults.isEmpty == (yaml == "title: T\n"))
  }

  private func read(_ yaml: String) throws(Diagnostic) -> Configuration {
    try Configuration(yaml: yaml, path: "docgen.yml")
  }

  @Test(arguments: ["", "# nothing\n", "title:\n"])
  func emptyFileGivesTheDefaults(_ yaml: String) throws {
    #expect(try read(yaml) == Configuration())
  }

  @Test func budgetIsReadWithinItsRange() throws {
    let configuration = try read(
      "budget_work: 5\nbudget_memory: 64\nbudget_precision: 448\nbudget_parts: 100\nbudget_repairs: 0\n"
    )
    #expect(configuration.budget.work == 5_000_000)
    #expect(configuration.budget.precision == 448)
    #expect(configuration.budget.parts == 100)
    #expect(configuration.budget.repairs == 0)
    #expect {
      try read("budget_work: 0")
    } throws: { error in
      (error as? Diagnostic)?.message
        == "budget_work must be a whole number from 1 to 1000000, found `0`"
    }
  }

  @Test func allKeysAreRead() throws {
    let configuration = try read(
      #"""
      title: T
      description: D
      base_url: https://example.org/docs
      repository: https://example.org/r/
      check: all
      math: katex
      macros: { '\R': '\mathbb{R}' }
      languages: [en, zh-Hans]
      raw_html: true
      headings: { layer: Schicht, weight: [Gewicht, Gewichtsmatrix] }
      nav:
        - index.md
        - Guide: guide.md
        - More:
            - a.md
      """#)
    #expect(configuration.title == "T")
    #expect(configuration.description == "D")
    #expect(configuration.baseURL == "https://example.org/docs/")
    #expect(configuration.repository == "https://example.org/r/")
    #expect(configuration.check == .all)
    #expect(configuration.math == .katex)
    #expect(configuration.macros == [#"\R"#: #"\mathbb{R}"#])
    #expect(configuration.languages == ["en", "zh-Hans"])
    #expect(configuration.rawHTML)
    #expect(
      configuration.headings
        == TableHeadings(adding: [.layer: ["Schicht"], .weight: ["Gewicht", "Gewichtsmatrix"]]))
    let paths = configuration.navigation?.map { entry in
      switch entry {
      case .page(let path, let title, _): "\(title?.text(in: "en", own: "en") ?? "-") \(path)"
      case .section(let title, let entries):
        "\(title.text(in: "en", own: "en") ?? "-") \(entries.count)"
      }
    }
    #expect(paths == ["- index.md", "Guide guide.md", "More 1"])
  }

  struct Wrong: CustomTestStringConvertible {
    var yaml: String
    var text: String
    var testDescription: String { yaml }
  }

  static let wrong = [
    Wrong(
      yaml: "languages: [en, de]\nnav:\n  - title: { en: G, dee: A }\n    page: a.md\n",
      text: "docgen.yml:3:21 configuration a title in `dee`, which is no language of the site; "
        + "did you mean `de`?"),
    Wrong(
      yaml: "nav:\n  - title: { fr: G }\n    pages: [a.md]\nlanguages: [en, fr]\n",
      text: "docgen.yml:2:14 configuration a section of nav has no title in `en`, the site's own "
        + "language; give it one, which stands for the missing ones too"),
    Wrong(
      yaml: "nav:\n  - title: { en: G }\n    pages: [a.md]\n    page: a.md\n",
      text: "docgen.yml:2:5 configuration an entry of nav with `title` has one of `page` and "
        + "`pages`; write `page: guide.md`, or `pages:` and a list"),
    Wrong(
      yaml: "nav:\n  - title: { en: G }\n    pags: [a.md]\n",
      text: "docgen.yml:3:5 unknown-key unknown key `pags` in an entry of nav; did you mean `page`?"
    ),
    Wrong(
      yaml: "title: T\nmaths: katex\n",
      text: "docgen.yml:2:1 unknown-key unknown key `maths` in the settings; did you mean `math`?"),
    Wrong(
      yaml: "base_url: example.org\n",
      text: """
        docgen.yml:1:11 yaml base_url must be an address that starts with https:// or http://, \
        found `example.org`
        """),
    Wrong(
      yaml: "macros: { R: x }\n",
      text: #"""
        docgen.yml:1:11 configuration `R` is not the name of a macro; write a backslash and \#
        letters, as in \R
        """#),
    Wrong(
      yaml: "layout: denominater\n",
      text: """
        docgen.yml:1:9 yaml layout must be `mixed`, `denominator` or `numerator`, found \
        `denominater`; did you mean `denominator`?
        """),
    Wrong(
      yaml: "title: T\nstructure: projectd\n",
      text: """
        docgen.yml:2:12 yaml structure must be `free`, `projected` or `entries`, found `projectd`; \
        did you mean `projected`?
        """),
    Wrong(
      yaml: "languages: []\n",
      text: """
        docgen.yml:1:12 yaml languages must be a list of language tags such as en or zh-Hans, \
        found a list
        """),
    Wrong(
      yaml: "languages: [en, de, EN]\n",
      text: """
        docgen.yml:1:21 configuration `languages` names EN twice; leave out one of the two
        """),
    Wrong(
      yaml: "headings: { wieght: Gewicht }\n",
      text: """
        docgen.yml:1:13 unknown-key unknown key `wieght` in headings; did you mean `weight`?
        """),
    Wrong(
      yaml: "headings: { weight: Gewicht, input: [gewicht] }\n",
      text: """
        docgen.yml:1:37 configuration `gewicht` is the heading of two columns, weight and input; \
        keep it for one of them
        """),
    Wrong(
      yaml: "headings: { weight: '7' }\n",
      text: """
        docgen.yml:1:21 yaml weight must be a heading with letters, or a list of such, found the text `7`
        """),
  ]

  @Test(arguments: wrong)
  func wrongSettingIsRefusedAtItsPlace(_ c: Wrong) throws {
    let error = try #require(throws: Diagnostic.self) { try read(c.yaml) }
    #expect(described(error) == c.text)
  }

  @Test func fileIsFoundWithinOrBesideTheContent() throws {
    try withTemporaryFolder { folder in
      let content = folder.appendingPathComponent("content")
      try FileManager.default.createDirectory(at: content, withIntermediateDirectories: true)
      #expect(try Configuration.load(content: content, name: "content") == Configuration())
      try Data("title: beside".utf8).write(to: folder.appendingPathComponent("docgen.yml"))
      #expect(try Configuration.load(content: content, name: "content").title == "beside")
      try Data("title: inside".utf8).write(to: content.appendingPathComponent("docgen.yml"))
      #expect(
        throws: Diagnostic(
          .configuration, "both content/docgen.yml and docgen.yml exist", hint: "keep one of them")
      ) { try Configuration.load(content: content, name: "content") }
    }
  }
}

/// A diagnostic on one line.
func described(_ diagnostic: Diagnostic) -> String {
  let place = diagnostic.location.map { "\($0) " } ?? ""
  return "\(place)\(diagnostic.code.rawValue) \(diagnostic.message)"
    + (diagnostic.hint.map { "; \($0)" } ?? "")
}
