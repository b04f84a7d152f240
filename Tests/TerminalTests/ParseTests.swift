import Diagnostics
import Terminal
import Testing

/// A command line that is not understood, and what is said about it.
struct UsageCase: CustomTestStringConvertible, Sendable {
  var line: String
  var message: String
  var hint: String?
  var testDescription: String { line.isEmpty ? "nothing" : line }

  init(_ line: String, _ message: String, _ hint: String?) {
    self.line = line
    self.message = message
    self.hint = hint
  }

  static let all: [UsageCase] = [
    .init("", "no command is given", "docgen --help lists the commands"),
    .init("biuld", "unknown command 'biuld'", "did you mean 'build'?"),
    .init(
      "xyzzy", "unknown command 'xyzzy'",
      "the commands are init, build, serve, check, fix, adopt, derive, explain, schema, template, "
        + "doctor, clean, completions, man, help"),
    .init("build --drat", "docgen build has no option --drat", "did you mean --draft?"),
    .init(
      "build --zzzzzz=1", "docgen build has no option --zzzzzz",
      "docgen help build lists the options"),
    .init("check --draft", "docgen check has no option --draft", "it is an option of docgen build"),
    .init("--draft check", "docgen check has no option --draft", "it is an option of docgen build"),
    .init("check -z", "docgen check has no option -z", "docgen help check lists the options"),
    .init("--frmat json", "unknown option --frmat", "did you mean --format?"),
    .init(
      "check --format", "--format needs a value",
      "write --format FORMAT, one of text, json, github, sarif, junit"),
    .init(
      "check --root=", "--root needs a value", "write --root DIR"),
    .init("check --format jsn", "unknown format 'jsn'", "did you mean 'json'?"),
    .init(
      "check --format=pdf", "unknown format 'pdf'", "one of text, json, github, sarif, junit"),
    .init("check --quiet=yes", "--quiet takes no value", "leave the value out"),
    .init("check -qv", "--quiet takes no value", "leave the value out"),
    .init(
      "check --jobs 0", "--jobs takes a whole number from 1 up, not '0'", "write --jobs 2"),
    .init(
      "check -jmany", "--jobs takes a whole number from 1 up, not 'many'", "write --jobs 2"),
    .init(
      "check a.md", "docgen check does not take the argument 'a.md'",
      "docgen help check shows what it takes"),
    .init(
      "check -- --quiet", "docgen check does not take the argument '--quiet'",
      "docgen help check shows what it takes"),
    .init(
      "check -q -v", "--quiet and --verbose contradict each other", "leave one of them out"),
    .init(
      "build --check --draft", "--check and --draft contradict each other",
      "leave one of them out"),
    .init("completions", "docgen completions needs SHELL, the shell", "one of bash, zsh, fish"),
    .init("completions tcsh", "unknown shell 'tcsh'", "one of bash, zsh, fish"),
    .init(
      "derive", "docgen derive needs FORMULA, the function, as in 'norm2(A*s-x)^2'", nil),
    .init(
      "fix a.md b.md", "docgen fix does not take the argument 'b.md'",
      "docgen help fix shows what it takes"),
    .init("explain refutd", "unknown code 'refutd'", "did you mean 'refuted'?"),
    .init("help biuld", "unknown command 'biuld'", "did you mean 'build'?"),
  ]
}

@Suite struct ParseTests {
  private func words(_ line: String) -> [String] { line.split(separator: " ").map { String($0) } }

  @Test(arguments: UsageCase.all)
  func mistakeIsNamedWithAWayOut(_ c: UsageCase) {
    let error = #expect(throws: Diagnostic.self) { try Request(parsing: words(c.line)) }
    #expect(error == Diagnostic(.usage, c.message, hint: c.hint))
  }

  private func invocation(_ line: String) throws -> Invocation {
    guard case .run(let invocation) = try Request(parsing: words(line)) else {
      throw Diagnostic(.usage, "'\(line)' runs no command")
    }
    return invocation
  }

  @Test(arguments: [
    "check --format json --jobs 4 -q", "check --format=json --jobs=4 --quiet",
    "check -f json -j4 -q", "--quiet --jobs 4 check -fjson",
  ])
  func spellingsOfOptionsAreEqual(_ line: String) throws {
    let invocation = try invocation(line)
    #expect(invocation.command == .checkPages)
    #expect(invocation.format == .json)
    #expect(invocation.number(of: .jobs) == 4)
    #expect(invocation.has(.quiet))
    #expect(!invocation.has(.verbose))
  }

  @Test func lastValueHolds() throws {
    #expect(try invocation("check --format json --format github").format == .github)
  }

  @Test func repeatedOptionAdds() throws {
    #expect(try invocation("check --only a.md --only b/*").values(of: .only) == ["a.md", "b/*"])
  }

  @Test func nothingGivenMeansDefaults() throws {
    let invocation = try invocation("build")
    #expect(invocation.command == .build)
    #expect(invocation.format == .text)
    #expect(invocation.number(of: .jobs) == nil)
    #expect(invocation.value(of: .output) == nil)
    #expect(invocation.values(of: .only) == [])
  }

  @Test func valuesMayHoldAnything() throws {
    let words = ["derive", "x^2 - 1", "--given", "x : scalar; y : (n)", "--claim", "-x", "--wrt=x"]
    guard case .run(let invocation) = try Request(parsing: words) else {
      Issue.record("no command is run")
      return
    }
    #expect(invocation.operands == ["x^2 - 1"])
    #expect(invocation.values(of: .given) == ["x : scalar; y : (n)"])
    #expect(invocation.value(of: .claim) == "-x")
    #expect(invocation.values(of: .wrt) == ["x"])
  }

  @Test func operandIsKept() throws {
    #expect(try invocation("explain refuted").operands == ["refuted"])
    #expect(try invocation("explain").operands == [])
  }

  @Test(arguments: [
    ("--help", Request.help(nil)), ("-h", .help(nil)), ("help", .help(nil)),
    ("help build", .help(.build)), ("build --help", .help(.build)),
    ("build --check -h --what", .help(.build)), ("--version", .version),
  ])
  func helpAndVersionWin(_ line: String, _ request: Request) throws {
    #expect(try Request(parsing: words(line)) == request)
  }

  @Test func everyCommandHasDistinctOptions() {
    for command in Command.all {
      let names = command.allOptions.map(\.name)
      let letters = command.allOptions.compactMap(\.letter)
      #expect(Set(names).count == names.count)
      #expect(Set(letters).count == letters.count)
    }
  }
}
