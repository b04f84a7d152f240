import Foundation
import Terminal

Interruption.endProcess()
LargeStack.start {
  let arguments = Array(CommandLine.arguments.dropFirst())
  exit(Docgen(console: .process, engine: .remembering).run(arguments).rawValue)
}
dispatchMain()
