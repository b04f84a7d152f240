import Diagnostics
import Terminal

extension Docgen {
  /// `docgen completions`: prints the script for a shell.
  func completions(_ invocation: Invocation) throws(Diagnostic) -> Outcome {
    guard let shell = invocation.operands.first.flatMap(Shell.init(rawValue:)) else {
      throw Diagnostic(.internalError, "completions were asked for without a shell")
    }
    try console.write(shell.script())
    return .clean
  }
}
