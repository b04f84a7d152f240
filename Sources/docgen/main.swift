import Foundation
import Terminal

Interruption.endProcess()
LargeStack.start {
  let arguments = Array(CommandLine.arguments.dropFirst())
  exit(Docgen(console: .process, engine: .standard).run(arguments).rawValue)
}
dispatchMain()
