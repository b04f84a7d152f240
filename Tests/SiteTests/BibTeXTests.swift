import Diagnostics
import Testing

@testable import Site

@Suite struct BibTeXTests {
  private func entries(_ text: String) throws(Diagnostic) -> [BibTeXEntry] {
    var parser = BibTeXParser(text, path: "content/a.bib")
    return try parser.entries()
  }

  @Test func entriesAreReadWithWhatStringsGave() throws {
    let entries = try entries(
      #"""
      What stands between entries is comment.
      @string{lms = "London Mathematical Society"}
      @comment{ignored}
      @preamble{"\newcommand{\x}{y}"}
      @Article{giles2008, Author = {Giles, Michael B.}, title = "A {Quoted "} Title", year = 2008,
        journal = lms # { Journal}, month = jan, }
      @book(petersen2012, title={Second})
      """#)
    #expect(
      entries == [
        BibTeXEntry(
          kind: "article", key: "giles2008",
          fields: [
            "author": "Giles, Michael B.", "title": "A Quoted \" Title", "year": "2008",
            "journal": "London Mathematical Society Journal", "month": "January",
          ]),
        BibTeXEntry(kind: "book", key: "petersen2012", fields: ["title": "Second"]),
      ])
  }

  @Test(arguments: [
    (#"Schr{\"o}dinger"#, "Schrödinger"), (#"Erd\H{o}s"#, "Erdős"), (#"Gr\"obner"#, "Gröbner"),
    (#"{\O}ystein"#, "Øystein"), (#"Wei{\ss}"#, "Weiß"), (#"na{\"\i}ve"#, "naïve"),
    (#"\'{E}lie"#, "Élie"), (#"Fran\c{c}ois"#, "François"), ("1--20", "1–20"), ("a~b", "a\u{A0}b"),
    (#"R \& D"#, "R & D"), (#"\emph{in} press"#, "in press"), ("``so''", "“so”"),
    (#"the $\ell_1$ norm"#, #"the $\ell_1$ norm"#), (#"\v{S}"#, "Š"), ("{", ""), (#"\"#, ""),
  ])
  func latexIsReadAsText(_ latex: String, _ text: String) {
    #expect(LaTeXText.plain(latex) == text)
  }

  @Test(arguments: [
    ("@book{a, title = {x}\n@book", "content/a.bib:2:1 expected `}` for the end of @book"),
    ("@book{a, title = {x", "content/a.bib:1:18 the text that starts here does not end"),
    ("@book{a, title x}", "content/a.bib:1:16 expected `=` for the value of title"),
    ("@book a", "content/a.bib:1:1 @book is not followed by a brace"),
    ("@book{, title = {x}}", "content/a.bib:1:7 @book has no key"),
    (
      "@book{a, year = soon}",
      "content/a.bib:1:17 soon is no text and no name that @string gave"
    ),
    ("@book{a, year = }", "content/a.bib:1:17 a value is missing"),
    ("@book{a}\n @misc{a}", "content/a.bib:2:2 the key a stands twice"),
    ("@book{é, title = }", "content/a.bib:1:19 a value is missing"),
  ])
  func wrongEntryIsRefusedAtItsPlace(_ text: String, _ message: String) throws {
    let error = try #require(throws: Diagnostic.self) { try entries(text) }
    #expect("\(error.location.map { "\($0)" } ?? "") \(error.message)" == message)
  }

  @Test(arguments: [
    ("Giles, Michael B.", "Giles 2008"), ("Michael B. Giles", "Giles 2008"),
    ("K. Petersen and M. Pedersen", "Petersen and Pedersen 2008"),
    ("A and B and C", "A et al. 2008"), ("Johannes van der Waals", "van der Waals 2008"),
    ("van der Waals, J.", "van der Waals 2008"),
  ])
  func labelNamesAuthorsAndYear(_ author: String, _ label: String) {
    let entry = BibTeXEntry(kind: "misc", key: "k", fields: ["author": author, "year": "2008"])
    #expect(Work(entry).label == label)
  }
}
