import Diagnostics
import Foundation
import Terminal
import Testing

@testable import docgen

/// A command line that cannot be answered, and what is said.
struct DeriveTrouble: CustomTestStringConvertible, Sendable {
  var words: [String]
  var log: String
  var testDescription: String { words.joined(separator: " ") }

  static let all: [DeriveTrouble] = [
    .init(
      words: ["sum(A*s)", "--wrt", "A", "--given", "s : (n)"],
      log: """
        error[unknown-name]: unknown name A
         --> FORMULA:1:5
        1 | sum(A*s)
          |     ^
          = hint: declare it, as in --given 'A : (m, n)'

        """),
    .init(
      words: ["sum(A*s)", "--wrt", "A", "--given", "A : (m, n)", "--given", "t : (n); s : (n"],
      log: """
        error[syntax]: "(" is not closed
         --> --given:2:14
        2 | t : (n); s : (n
          |              ^
          = hint: add ")"

        """),
    .init(
      words: ["x", "--wrt", "x", "--given", "x : scalar\nx : (n)"],
      log: """
        error[duplicate-name]: x means something already
         --> --given:2:1
        2 | x : (n)
          | ^
          = first: --given:1:1
          = hint:  choose another name

        """),
    .init(
      words: ["x^2", "--wrt", "y", "--given", "x : scalar"],
      log: """
        error[unknown-name]: there is no variable y
         --> --wrt:1:1
        1 | y
          | ^
          = hint: declare it, as in --given 'y : (m, n)'

        """),
    .init(
      words: ["x^2 +", "--wrt", "x", "--given", "x : scalar"],
      log: """
        error[syntax]: "+" lacks its right side
         --> FORMULA:1:5
        1 | x^2 +
          |     ^
          = hint: write a formula after it

        """),
    .init(
      words: ["sum(W*input)", "--wrt", "W", "--given", "W : (m, n); inputs : (n)"],
      log: """
        error[unknown-name]: unknown name input
         --> FORMULA:1:7
        1 | sum(W*input)
          |       ^^^^^
          = hint: did you mean `inputs`, or declare it, as in --given 'input : scalar'

        """),
    .init(
      words: ["x^2"],
      log: """
        error[usage]: docgen derive needs --wrt, the variable to differentiate by
          = hint: write --wrt A

        """),
    .init(
      words: ["x*y", "--wrt", "x", "--wrt", "y", "--claim", "y"],
      log: """
        error[usage]: --claim speaks of one variable, but --wrt is given 2 times
          = hint: ask for one variable at a time

        """),
  ]
}

@Suite struct DeriveTroubleTests {
  @Test(arguments: DeriveTrouble.all)
  func troublePointsToTheArgument(_ c: DeriveTrouble) {
    let streams = Recording()
    let console = Console(write: { streams.results += $0 }, writeLog: { streams.log += $0 })
    let outcome = Docgen(console: console, engine: .standard).run(["derive"] + c.words)
    #expect(outcome == .unusable)
    #expect(streams.log == c.log)
    #expect(streams.results == "")
  }

  @Test func programsGetTheTroubleAsAReport() throws {
    let run = DeriveTests.run(
      ["sum(A)", "--wrt", "A", "--given", "B : (n)", "--format", "json"])
    #expect(run.outcome == .unusable)
    #expect(run.log == "")
    let object = try JSONSerialization.jsonObject(with: Data(run.results.utf8))
    let diagnostics = try #require((object as? [String: Any])?["diagnostics"] as? [[String: Any]])
    #expect(diagnostics.map { $0["path"] as? String } == ["FORMULA"])
  }
}
