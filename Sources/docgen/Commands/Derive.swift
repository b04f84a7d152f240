import Diagnostics
import Notation
import Terminal

extension Docgen {
  /// `docgen derive`: derives the gradient of one formula and checks a claimed one.
  func derive(_ invocation: Invocation) throws(Diagnostic) -> Outcome {
    let question = try Question(invocation)
    let answer = try question.answer()
    let troubles = answer.troubles
    guard troubles.isEmpty else {
      return try refuse(troubles, question, invocation)
    }
    if let target = invocation.value(of: .to).flatMap(CodeTarget.init) {
      let program: String
      do throws(Diagnostic) {
        program = try answer.program(target)
      } catch {
        return try refuse([error], question, invocation)
      }
      if !answer.taken.isEmpty {
        console.writeLog(answer.derivation.takenLine + "\n")
      }
      try console.write(program)
      console.writeLog(answer.derivation.verdicts(TextStyle(isColoured: console.coloursLog)))
      return answer.derivation.report.outcome
    }
    let derivation = answer.derivation
    let style = TextStyle(isColoured: console.coloursResults)
    try console.write(derivation.rendered(as: invocation.format, style: style))
    return derivation.report.outcome
  }

  /// Says why there is no answer: in the log for people, as a report for programs.
  private func refuse(
    _ troubles: [Diagnostic], _ question: Question, _ invocation: Invocation
  ) throws(Diagnostic) -> Outcome {
    let report = Report(pages: [], diagnostics: troubles, sources: question.sources)
    if invocation.format == .text {
      let style = TextStyle(detail: .quiet, isColoured: console.coloursLog)
      console.writeLog(report.text(style))
    } else {
      try console.write(report.rendered(as: invocation.format))
    }
    // The command line is all there was to read.
    return report.outcome == .internalError ? .internalError : .unusable
  }
}
