import Diagnostics
import Foundation
import Terminal

/// The program: a command line in, an outcome out.
struct Docgen: Sendable {
  var console: Console
  var engine: Engine
  /// The variables of the process.
  var environment = ProcessInfo.processInfo.environment

  /// Runs a command line.
  ///
  /// - Parameter arguments: the words after the program's name.
  func run(_ arguments: [String]) -> Outcome {
    do throws(Diagnostic) {
      return try answer(to: Request(parsing: arguments))
    } catch {
      console.log(error)
      return error.code.outcome
    }
  }

  private func answer(to request: Request) throws(Diagnostic) -> Outcome {
    switch request {
    case .version: try console.write("docgen \(docgenVersion)\n")
    case .help(let command): try console.write(command?.helpText ?? Command.overview)
    case .run(let invocation): return try run(invocation)
    }
    return .clean
  }

  private func run(_ invocation: Invocation) throws(Diagnostic) -> Outcome {
    switch invocation.command {
    case .build: return try build(invocation)
    case .checkPages: return try check(invocation)
    case .explain: return try explain(invocation)
    case .fix: return try fix(invocation)
    case .adopt: return try adopt(invocation)
    case .derive: return try derive(invocation)
    case .initialize: return try initialize(invocation)
    case .doctor: return try diagnose(invocation)
    case .clean: return try clean(invocation)
    case .completions: return try completions(invocation)
    case .schema: return try schema(invocation)
    case .template: return try template(invocation)
    case .manual:
      try console.write(Manual.page())
      return .clean
    case .serve: return try serve(invocation)
    default:
      throw Diagnostic(.internalError, "nothing runs the command \(invocation.command.name)")
    }
  }

  /// Refuses to go on where nobody is there to look at what is written.
  func requireAuthor(for deed: String) throws(Diagnostic) {
    let value = environment["CI"] ?? ""
    guard ["", "0", "false"].contains(value.lowercased()) else {
      throw Diagnostic(
        .usage, "\(deed) writes sources, which is not done where CI=\(value)",
        hint: "run it on your own machine and commit what it changes")
    }
  }
}
