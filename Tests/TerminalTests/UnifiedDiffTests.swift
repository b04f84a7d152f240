import Terminal
import Testing

@Suite struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String) -> String {
    UnifiedDiff(path: "content/a.md", from: old, to: new).text()
  }

  @Test func equalTextsGiveNothing() {
    #expect(diff("one\ntwo\n", "one\ntwo\n") == "")
    #expect(diff("", "") == "")
  }

  @Test func threeLinesStandAroundAChange() {
    let lines = (1...9).map { "line \($0)\n" }
    var changed = lines
    changed[4] = "other\n"
    #expect(
      diff(lines.joined(), changed.joined()) == """
        --- a/content/a.md
        +++ b/content/a.md
        @@ -2,7 +2,7 @@
         line 2
         line 3
         line 4
        -line 5
        +other
         line 6
         line 7
         line 8

        """)
  }

  @Test func changesFarApartAreTwoHunksAndThoseNearbyOne() {
    let lines = (1...20).map { "\($0)\n" }
    func changed(_ places: Int...) -> String {
      lines.enumerated().map { places.contains($0 + 1) ? "x\n" : $1 }.joined()
    }
    let heads = { (text: String) in
      text.split(separator: "\n").filter { $0.hasPrefix("@@") }.map { String($0) }
    }
    #expect(
      heads(diff(lines.joined(), changed(2, 15))) == ["@@ -1,5 +1,5 @@", "@@ -12,7 +12,7 @@"])
    #expect(heads(diff(lines.joined(), changed(2, 8))) == ["@@ -1,11 +1,11 @@"])
  }

  @Test(arguments: [
    ("", "a\n", "@@ -0,0 +1,1 @@\n+a\n"), ("a\n", "", "@@ -1,1 +0,0 @@\n-a\n"),
    (
      "a", "a\n",
      "@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n"
    ),
    ("a\r\nb\r\n", "a\r\nc\r\n", "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n"),
  ])
  func endsOfFilesAndLinesAreKept(_ old: String, _ new: String, _ hunk: String) {
    #expect(diff(old, new) == "--- a/content/a.md\n+++ b/content/a.md\n" + hunk)
  }

  @Test func whatSteersATerminalIsShownAsAStandIn() {
    #expect(diff("\tx\n", "\tx\u{1B}[2J\n").hasSuffix("-\tx\n+\tx\u{241B}[2J\n"))
  }

  @Test func coloursRepeatTheMarks() {
    let text = UnifiedDiff(path: "a", from: "x\n", to: "y\n").text(TextStyle(isColoured: true))
    #expect(
      text == "\u{1B}[1m--- a/a\u{1B}[0m\n\u{1B}[1m+++ b/a\u{1B}[0m\n"
        + "\u{1B}[34m@@ -1,1 +1,1 @@\u{1B}[0m\n\u{1B}[1;31m-x\u{1B}[0m\n\u{1B}[32m+y\u{1B}[0m\n")
  }
}
