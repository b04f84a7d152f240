import Derivations
import Diagnostics
import Foundation
import Pages
import Terminal

/// What a command line asks to derive, checked by the same engine as a page.
struct Question {
  /// Statements about names and sizes.
  var given: [String]
  var formula: String
  /// The variables to differentiate by.
  var variables: [String]
  /// A claimed derivative.
  var claim: String?
  /// `gradient`, `jacobian` or `hessian`.
  var kind: String
  /// Directions to derive along, one for each variable.
  var directions: [String]
  /// `layout` and `structure` with their words, where they are given.
  var conventions: [String]
  var showsSteps: Bool

  /// - Throws: `usage` where nothing says what to differentiate by, or a claim speaks of several
  ///   variables.
  init(_ invocation: Invocation) throws(Diagnostic) {
    given = invocation.values(of: .given)
    formula = (invocation.operands.first ?? "").onOneLine
    variables = invocation.values(of: .wrt).map(\.onOneLine)
    claim = invocation.value(of: .claim)?.onOneLine
    kind = invocation.value(of: .derivative) ?? "gradient"
    directions = invocation.values(of: .along).map(\.onOneLine)
    conventions = [Option.layout, .structure].compactMap { option in
      invocation.value(of: option).map { "\(option.name) \($0)" }
    }
    showsSteps = invocation.has(.steps)
    guard !variables.isEmpty else {
      throw Diagnostic(
        .usage, "docgen derive needs --wrt, the variable to differentiate by",
        hint: "write --wrt A")
    }
    guard !showsSteps || invocation.value(of: .to) == nil else {
      throw Diagnostic(
        .usage, "--steps shows a derivation, and --to prints a program instead",
        hint: "ask for one of them at a time")
    }
    guard directions.isEmpty || directions.count == variables.count else {
      throw Diagnostic(
        .usage,
        "--along is given \(directions.count) times, but --wrt \(variables.count) times",
        hint: "give each variable its direction")
    }
    let isBlock = kind == "hessian" && variables.count == 2
    guard claim == nil || variables.count == 1 || !directions.isEmpty || isBlock else {
      throw Diagnostic(
        .usage, "--claim speaks of one variable, but --wrt is given \(variables.count) times",
        hint: "ask for one variable at a time")
    }
  }

  /// The argument that holds the formula, in locations.
  private static let formulaName = "FORMULA"

  /// The texts of the arguments, by what stands for them in locations.
  var sources: [String: String] {
    [
      Self.formulaName: formula,
      "--given": ArgumentStatement.lines(given).joined(separator: "\n"),
      "--wrt": variables.joined(separator: ", ")
        + (directions.isEmpty ? "" : " along \(directions.joined(separator: ", "))"),
      "--claim": claim ?? "",
    ]
  }

  /// A name for the function that no argument uses.
  private var name: String {
    let used = Set(
      ([formula] + given + variables).flatMap { text in
        text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
      }
      .map(String.init))
    let numbered = (1...).lazy.map { "F\($0)" }
    return ["F", "J", "L"].first { !used.contains($0) }
      ?? numbered.first { !used.contains($0) } ?? "F"
  }

  private var statements: [ArgumentStatement] {
    let name = name
    let of = { (role: ArgumentStatement.Role, opening: String) in
      ArgumentStatement(role: role, opening: opening, text: "", argument: Self.formulaName)
    }
    let wrt = variables.joined(separator: ", ")
    let along = directions.isEmpty ? "" : " along \(directions.joined(separator: ", "))"
    // A gradient along a direction is the derivative along it.
    let word = directions.isEmpty || kind == "hessian" ? kind : "derivative"
    let request = ArgumentStatement(
      role: .gradient, opening: "\(word) \(name) wrt ", text: wrt + along, argument: "--wrt")
    let conventions = conventions.map {
      ArgumentStatement(role: .convention, opening: $0, text: "", argument: Self.formulaName)
    }
    let steps = ArgumentStatement(
      role: .steps, opening: "steps \(word) \(name) wrt ", text: wrt + along, argument: "--wrt")
    let claims = claim.map {
      ArgumentStatement(
        role: .claim, opening: "\(word) \(name) wrt \(wrt)\(along) = ", text: $0,
        argument: "--claim")
    }
    let definition = ArgumentStatement(
      role: .definition, opening: "\(name) = ", text: formula, argument: Self.formulaName)
    return ArgumentStatement.given(given)
      + [definition, of(.network, "network \(name)"), of(.deltas, "deltas \(name)")] + conventions
      + [request]
      + (showsSteps ? [steps] : [])
      + (claims.map { [$0] } ?? [])
  }

  /// What the engine makes of the statements. Where nothing is given, names are taken for what fits how they are
  /// used.
  func answer() throws(Diagnostic) -> Answer {
    let answer = try checked()
    guard answer.troubles.contains(where: { $0.undeclared != nil }), let guessed else {
      return answer
    }
    guard given.isEmpty else { return answer.knowing(guessed) }
    var question = self
    question.given = guessed
    let better = try question.checked()
    return better.troubles.isEmpty ? better.taking(guessed) : answer.knowing(guessed)
  }

  private var guessed: [String]? {
    let isNumber = directions.isEmpty && kind != "jacobian"
    return GuessedShapes.declarations(
      of: formula, given: ArgumentStatement.given(given).map(\.text), isNumber: isNumber)
  }

  private func checked() throws(Diagnostic) -> Answer {
    let page = ArgumentPage(statements: statements)
    let checked = PageChecker.check(
      try Page(path: ArgumentPage.path, bytes: Array(page.source.utf8)))
    return Answer(page: page, result: checked.mapped(page.origin), sources: sources)
  }
}

extension String {
  /// With a space for each byte of a line end, so that columns stay.
  fileprivate var onOneLine: String {
    replacing("\r\n", with: "  ").replacing("\n", with: " ").replacing("\r", with: " ")
  }
}
