import Terminal
import Testing

@Suite struct GlobTests {
  @Test(arguments: [
    ("*.md", "ica.md", true), ("*.md", "tutorials/ica.md", false),
    ("tutorials/*.md", "tutorials/ica.md", true), ("tutorials/*", "tutorials/a/b.md", false),
    ("tutorials/**", "tutorials/a/b.md", true), ("**/ica.md", "ica.md", true),
    ("**/ica.md", "a/b/ica.md", true), ("**/ica.md", "a/nica.md", false),
    ("a/**/b.md", "a/b.md", true), ("a/**/b.md", "a/x/y/b.md", true),
    ("a/**/b.md", "a/xb.md", false), ("i?a.md", "ica.md", true), ("i?a.md", "i/a.md", false),
    ("", "", true), ("", "a", false), ("?", "", false), ("a.md", "axmd", false), ("**", "", true),
    ("重*", "重み", true),
  ])
  func patternMatchesWholePaths(_ pattern: String, _ path: String, _ matches: Bool) {
    #expect(Glob(pattern).matches(path) == matches)
  }

  @Test func manyStarsTakeNoTime() {
    let pattern = String(repeating: "*a", count: 60) + "b"
    #expect(!Glob(pattern).matches(String(repeating: "a", count: 120)))
  }
}
