import Diagnostics
import Site
import Terminal

extension Docgen {
  /// `docgen schema`: prints the schema of the settings or of front matter.
  func schema(_ invocation: Invocation) throws(Diagnostic) -> Outcome {
    guard let schema = invocation.operands.first.flatMap(Schema.init(rawValue:)) else {
      throw Diagnostic(.internalError, "a schema was asked for without its name")
    }
    try console.write(schema.text)
    return .clean
  }
}
