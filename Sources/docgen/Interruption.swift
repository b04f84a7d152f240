import Dispatch
import Foundation
import Terminal

/// Ends the process in good order when it is interrupted.
///
/// A site is published by renaming a finished folder, so an interruption leaves the old one whole.
struct Interruption {
  private let sources: [any DispatchSourceSignal]

  /// From now on, an interruption (`SIGINT`) ends the process with status 130, and a termination
  /// (`SIGTERM`) with 143.
  init() {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { exit(128 + number) }
      source.resume()
      return source
    }
  }
}
