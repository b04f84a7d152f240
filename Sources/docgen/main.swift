import Foundation
import Terminal

let interruption = Interruption()
LargeStack.start {
  let arguments = Array(CommandLine.arguments.dropFirst())
  exit(Docgen(console: .process, engine: .standard).run(arguments).rawValue)
}
dispatchMain()
