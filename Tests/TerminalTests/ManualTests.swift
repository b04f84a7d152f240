import Testing

@testable import Terminal

@Suite struct ManualTests {
  @Test func manualHasEveryCommandAndOption() {
    let page = Manual.page()
    for command in Command.all {
      #expect(page.contains(".SS \"docgen \(command.name) [options]"), "\(command.name)")
      for option in command.options + command.shared {
        #expect(page.contains(option.spelling.replacing("-", with: "\\-")), "\(option.name)")
      }
    }
    for outcome in Outcome.allCases { #expect(page.contains(outcome.meaning)) }
  }

  @Test func lineThatStartsWithADotIsText() {
    let page = Manual.page(of: [
      Command(
        "a", "b", discussion: ".SH \"not\" a \\request", options: [Option("c", "'tis a \"word\"")])
    ])
    #expect(page.contains("\n\\&.SH \"not\" a \\erequest\n"))
    #expect(page.contains("\n\\&'tis a \"word\"\n"))
  }

  @Test func everyRequestIsKnown() {
    let known: Set = [".TH", ".SH", ".SS", ".TP", ".B", ".I"]
    for line in Manual.page().split(separator: "\n") where line.hasPrefix(".") {
      #expect(known.contains(String(line.prefix { $0 != " " })), "\(line)")
    }
  }
}
