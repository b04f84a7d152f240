import Diagnostics
import Site
import Terminal

extension Docgen {
  /// `docgen template`: prints one of docgen's own templates.
  func template(_ invocation: Invocation) throws(Diagnostic) -> Outcome {
    guard let text = invocation.operands.first.flatMap(OwnTemplates.text) else {
      throw Diagnostic(.internalError, "a template was asked for that is none of docgen's")
    }
    try console.write(text)
    return .clean
  }
}
