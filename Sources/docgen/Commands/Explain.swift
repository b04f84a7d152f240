import Diagnostics
import Terminal

extension Docgen {
  /// `docgen explain`: explains one code, or lists them all.
  func explain(_ invocation: Invocation) throws(Diagnostic) -> Outcome {
    guard let name = invocation.operands.first else {
      try console.write(Explanation.list)
      return .clean
    }
    guard let text = Code(rawValue: name).flatMap({ Explanation.text(of: $0) }) else {
      throw Diagnostic(.internalError, "the code \(name) has no explanation")
    }
    try console.write(text)
    return .clean
  }
}
