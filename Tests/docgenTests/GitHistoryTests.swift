import Diagnostics
import Foundation
import Terminal
import Testing

@testable import docgen

@Suite struct GitHistoryTests {
  @Test(
    arguments: [
      (
        "\u{1}20\0\na.md\0b/c.md\0\u{1}10\0\na.md\0d.md\0", nil,
        ["a.md": 20, "b/c.md": 20, "d.md": 10]
      ),
      ("\u{1}10\0\na.md\0\u{1}20\0\na.md\0", nil, ["a.md": 20]),
      ("\u{1}20\0\na.md\0\u{1}10\0\nb.md\0", 15, ["a.md": 15, "b.md": 10]),
      ("", nil, [:]),
    ] as [(String, Int?, [String: Int])])
  func latestCommitOfEachFileCounts(_ log: String, _ limit: Int?, _ times: [String: Int]) {
    #expect(GitHistory.latest(log, atMost: limit) == times)
  }

  private func git(_ project: Project, _ arguments: String..., at time: Int = 1_700_000_000) throws
  {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "-C", project.root] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging([
      "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "a",
      "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_COMMITTER_DATE": "@\(time) +0000",
    ]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func pagesSayWhenTheyWereCommitted() throws {
    let project = try Project([
      "content/a b.md": "# A\n", "content/c.md": "# C\n", "content/docgen.yml": "dates: true\n",
    ])
    try git(project, "init", "-q")
    try git(project, "add", ".")
    try git(project, "commit", "-q", "-m", "one")
    try project.write(Array("# C, changed\n".utf8), to: "content/c.md")
    try git(project, "commit", "-q", "-a", "-m", "two", at: 1_710_000_000)
    try project.write(Array("# New\n".utf8), to: "content/new.md")
    #expect(project.runProgram(["build", "--root", "ROOT"]).outcome == .clean)
    #expect(project.text(of: "site/a b.html")?.contains(">2023-11-14</time>") == true)
    #expect(project.text(of: "site/c.html")?.contains(">2024-03-09</time>") == true)
    #expect(project.text(of: "site/new.html")?.contains("<time") == false)
  }

  @Test func withoutHistoryDatesAreRefused() throws {
    let project = try Project(["content/a.md": "# A\n", "content/docgen.yml": "dates: true\n"])
    let run = project.runProgram(["build", "--root", "ROOT"])
    #expect(run.outcome == .unusable)
    #expect(
      run.log.contains("dates are asked for, but content is in no repository of git"), "\(run.log)")
  }

  @Test func cutOffHistoryIsRefused() throws {
    let project = try Project(["content/a.md": "# A\n", "content/docgen.yml": "dates: true\n"])
    try git(project, "init", "-q")
    try git(project, "add", ".")
    try git(project, "commit", "-q", "-m", "one")
    try git(project, "commit", "-q", "--allow-empty", "-m", "two")
    let copy = try Project([:])
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "clone", "-q", "--depth", "1", "file://" + project.root, copy.root]
    try process.run()
    process.waitUntilExit()
    let run = copy.runProgram(["build", "--root", "ROOT"])
    #expect(run.outcome == .unusable)
    #expect(run.log.contains("the history of content is cut off"), "\(run.log)")
  }
}
